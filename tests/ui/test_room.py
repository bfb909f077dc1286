# SPDX-License-Identifier: MIT
"""A small window: no word is cut, lists give up what can be spared, a page goes on fitting."""

from __future__ import annotations

import time

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QTabBar, QWidget

from reviewer.model.document import Language
from reviewer.workflow.session import Session
from tests.ui.conftest import SAMPLES, Make, People, Show, settle, take_in, wait
from ui.app import take_away
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.screens.review.view import ReviewView
from ui.widgets.fields import Pick

SMALL = (1024, 700)
_FIXED = "language"


def _cut(window: QWidget) -> list[str]:
    """What has less room than its words."""
    found = []
    for button in (*window.findChildren(QPushButton), *window.findChildren(QRadioButton)):
        words = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
        if button.isVisible() and button.objectName() != _FIXED and words > button.width():
            found.append(button.text())
    for field in window.findChildren(QLineEdit):
        words = field.fontMetrics().horizontalAdvance(field.placeholderText())
        if field.isVisible() and words + 8 > field.width():
            found.append(field.placeholderText())
    return found + [
        " ".join(tabs.tabText(at) for at in range(tabs.count()))
        for tabs in window.findChildren(QTabBar)
        if tabs.isVisible() and tabs.sizeHint().width() > tabs.width() + 1
    ]


@pytest.fixture
def window(make_desk: Make, show_window: Show, session: Session, who: People) -> tuple[MainWindow, Desk]:
    take_in(session, SAMPLES / "field-notes-bilingual.pdf", who.author)
    desk = make_desk(Language.FR)
    made = show_window(desk)
    made.resize(*SMALL)
    settle()
    return made, desk


def test_no_word_is_cut_in_a_small_french_window(window: tuple[MainWindow, Desk]) -> None:
    shown, desk = window
    assert shown.width() == SMALL[0]
    shown.open_review(shown.queue.presenter.rows[0].review.id)
    wait(desk)
    cut = []
    for screen in range(5):
        shown.go(screen)
        wait(desk)
        cut += _cut(shown)
    assert cut == []


def test_a_page_goes_on_fitting_when_the_window_changes(window: tuple[MainWindow, Desk]) -> None:
    shown, desk = window
    shown.open_review(shown.queue.presenter.rows[0].review.id)
    wait(desk)
    paper = shown.review.document.paper
    for size in ((1500, 900), SMALL):
        shown.resize(*size)
        until = time.monotonic() + 20
        while not 0 <= paper.area.viewport().width() - paper.page.width() < 30:
            assert time.monotonic() < until, (paper.area.viewport().width(), paper.page.width())
            wait(desk)
            time.sleep(0.01)


def test_a_list_gives_up_what_can_be_spared(
    view: ReviewView, desk: Desk, session: Session, who: People
) -> None:
    review = take_in(session, SAMPLES / "field-notes-bilingual.pdf", who.author)
    view.open(review.id)
    wait(desk)
    table = view.findings.table
    same, where = 5, 4
    for width, hidden in ((900, []), (330, [same, where]), (900, [])):
        table.setMinimumWidth(width)
        table.setMaximumWidth(width)
        settle()
        table.fit()
        assert [column for column in (same, where) if table.isColumnHidden(column)] == hidden, width


def test_an_empty_list_says_so_to_eye_and_ear(desk: Desk, make_desk: Make, show_window: Show) -> None:
    shown = show_window(make_desk(Language.EN))
    assert shown.queue.table.accessibleDescription() == "No document yet."
    blank = shown.queue.table.grab().toImage()
    shown.queue.table.say_when_empty("")
    settle()
    assert shown.queue.table.grab().toImage() != blank


def test_a_choice_without_room_is_shortened() -> None:
    pick = Pick()
    pick.offer([("Maximiliana Quennevale-Archambault (Privacy officer)", "m")])
    pick.shorter = {"m": "Maximiliana Quennevale-Archambault"}
    assert pick._fitting(1000).endswith("(Privacy officer)")
    assert pick._fitting(200) == "Maximiliana Quennevale-Archambault"
    pick.resize(120, 26)
    cut = pick.grab().toImage()
    pick.shorter = {"m": "Max"}
    assert pick.grab().toImage() != cut, "what is drawn is what fits"
    take_away(pick)
