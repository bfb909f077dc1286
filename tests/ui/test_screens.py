# SPDX-License-Identifier: MIT
"""Every screen opens in each language on real documents, switches language live, and is named for screen readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from reviewer.model.document import Language
from reviewer.workflow.session import Session
from tests.ui.conftest import SAMPLES, People, Show, settle, take_in, wait
from ui.desk import Desk
from ui.main_window import QUEUE, REVIEW, SETTINGS, MainWindow
from ui.settings import Theme
from ui.theme import is_dark, mark_colours, palette_of
from ui.widgets.tables import Table

ENGLISH_ONLY = (
    "Withhold",
    "Settings",
    "Undecided",
    "Findings",
    "Prepare the copy",
    "Keep the record",
    "Add files",
)
FRENCH_ONLY = ("Caviarder", "Paramètres", "À décider", "Préparer la copie", "Enregistrer la fiche")


@pytest.fixture
def open_window(
    make_desk: Callable[..., Desk], show_window: Show, session: Session, who: People
) -> Callable[[Language], tuple[MainWindow, Desk]]:
    for name in ("minutes-en.docx", "field-notes-bilingual.pdf"):
        take_in(session, SAMPLES / name, who.author)

    def make(language: Language) -> tuple[MainWindow, Desk]:
        desk = make_desk(language)
        return show_window(desk), desk

    return make


def _visit(window: MainWindow, desk: Desk) -> None:
    for row in window.queue.presenter.rows:
        window.open_review(row.review.id)
        wait(desk)
        for tab in range(window.review.tabs.count()):
            window.review.tabs.setCurrentIndex(tab)
            settle()
    for screen in range(5):
        window.go(screen)
        settle()
    for tab in range(window.settings.tabs.count()):
        window.settings.tabs.setCurrentIndex(tab)
        settle()


def _texts(window: QWidget) -> str:
    said = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        said.append(widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
        elif isinstance(widget, QComboBox):
            said += [widget.itemText(at) for at in range(widget.count())]
        elif isinstance(widget, QLineEdit):
            said.append(widget.placeholderText())
        elif isinstance(widget, Table):
            model = widget.rows
            said += [*model.headers(), *(cell for row in model.rows for cell in model.cells(row))]
    return "\n".join(said).replace("&", "")


@pytest.mark.parametrize("language", list(Language))
def test_every_screen_opens_and_speaks_one_language(
    language: Language, open_window: Callable[[Language], tuple[MainWindow, Desk]]
) -> None:
    window, desk = open_window(language)
    _visit(window, desk)
    said = _texts(window)
    foreign = FRENCH_ONLY if language is Language.EN else ENGLISH_ONLY
    own = ENGLISH_ONLY if language is Language.EN else FRENCH_ONLY
    assert [word for word in foreign if word in said] == []
    assert [word for word in own if word not in said] == []


def test_the_language_changes_without_losing_the_place(
    open_window: Callable[[Language], tuple[MainWindow, Desk]],
) -> None:
    window, desk = open_window(Language.EN)
    window.open_review(window.queue.presenter.rows[-1].review.id)
    wait(desk)
    window.review.presenter.step(1)
    window.review.presenter.step(1)
    mark = window.review.presenter.mark
    window.review.panel.note.setText("kept")
    window.languages[Language.FR].click()
    settle()
    assert window.stack.currentIndex() == REVIEW
    assert window.review.presenter.mark is mark
    assert window.review.findings.table.current() == mark
    assert window.review.panel.note.text() == "kept"
    assert "Caviarder" in _texts(window)
    assert [word for word in ENGLISH_ONLY if word in _texts(window)] == []
    window.other_language()
    settle()
    assert [word for word in FRENCH_ONLY if word in _texts(window)] == []
    assert desk.settings.language is Language.EN


def test_everything_that_takes_the_focus_has_a_name(
    open_window: Callable[[Language], tuple[MainWindow, Desk]],
) -> None:
    window, desk = open_window(Language.EN)
    _visit(window, desk)
    kinds = (QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView, QAbstractButton)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for kind in kinds
        for widget in window.findChildren(kind)
        if not _inside_another(widget) and not _name_of(widget)
    ]
    assert nameless == []


_COMPOSITE = (QComboBox, QAbstractItemView, QDateEdit, QTabBar, QMenuBar, QCalendarWidget)


def _inside_another(widget: QWidget) -> bool:
    """Parts of Qt's own composite widgets; and buttons without a text that are not shown."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, _COMPOSITE):
            return True
        parent = parent.parentWidget()
    return widget.isHidden()


def _name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def test_rows_are_said_as_a_person_would(open_window: Callable[[Language], tuple[MainWindow, Desk]]) -> None:
    window, desk = open_window(Language.EN)
    window.open_review(window.queue.presenter.rows[-1].review.id)
    wait(desk)
    model = window.review.findings.model
    said = [model.spoken(row) for row in model.rows]
    assert all(each.startswith("Undecided, ") for each in said[:3])
    assert any(each.endswith("times in this document") for each in said)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_colours_can_be_read(theme: Theme, application: QApplication) -> None:
    from PySide6.QtGui import QColor, QPalette

    from reviewer.workflow.marks import Standing

    palette = palette_of(theme)
    assert is_dark(palette) is (theme is Theme.DARK)

    def light(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: QColor, other: QColor) -> float:
        high, low = sorted((light(one), light(other)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    role = QPalette.ColorRole
    pairs = (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.PlaceholderText, role.Base),
        (role.PlaceholderText, role.Window),
        (role.BrightText, role.Window),
    )
    for text, ground in pairs:
        wanted = 4.0 if text is role.HighlightedText else 4.5
        assert contrast(palette.color(text), palette.color(ground)) >= wanted, (text, ground)
    for standing in Standing:
        colours = mark_colours(standing, palette)
        assert contrast(colours.line, colours.fill) >= 4.5, standing
        assert contrast(palette.color(role.Text), colours.fill) >= 4.5, standing


def test_the_window_begins_at_the_queue(open_window: Callable[[Language], tuple[MainWindow, Desk]]) -> None:
    window, _ = open_window(Language.EN)
    assert window.stack.currentIndex() == QUEUE
    window.go(SETTINGS)
    assert window.steps.button(SETTINGS).isChecked()
    assert not window.steps.button(QUEUE).isChecked()


def test_a_new_theme_reaches_every_widget_that_is_open(
    open_window: Callable[[Language], tuple[MainWindow, Desk]],
) -> None:
    window, _ = open_window(Language.FR)
    for theme in (Theme.DARK, Theme.LIGHT):
        window.theme(theme)
        settle()
        shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
        astray = [
            type(widget).__name__
            for widget in shown
            if is_dark(widget.palette()) is not (theme is Theme.DARK)
        ]
        assert len(shown) > 20
        assert astray == []
