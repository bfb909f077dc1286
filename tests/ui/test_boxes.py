# SPDX-License-Identifier: MIT
"""Boxes on the pages of a PDF, by mouse and by keys; pages that are asked about; the first page before the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reviewer.errors import MarkedTooHigh
from reviewer.model.decision import Verdict
from reviewer.model.document import Box, Choice, Language
from reviewer.workflow.pages import Glance
from reviewer.workflow.session import Session
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved
from tests.corpus.pdf.text_cases import vertical_writing
from tests.ui.conftest import Heard, Make, People, Show, open_in, settle, wait
from ui.desk import Desk
from ui.first_page import First
from ui.screens.review.view import ReviewView

pytestmark = pytest.mark.usefixtures("without_tesseract")

ANY = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def sheets(folder: Path, count: int = 2) -> Path:
    """A PDF with a line on each page and nothing to find."""
    pdf = new_pdf()
    for number in range(count):
        add_page(pdf, paragraph(f"Water table, sheet {number + 1}"))
    path = folder / "sheets.pdf"
    path.write_bytes(saved(pdf))
    return path


def long(folder: Path) -> Path:
    """A PDF that takes much longer to read than its first page takes to be drawn, whatever else the machine does."""
    pdf = new_pdf()
    lines = paragraph(
        *(f"Water table of well {number}, as it was measured" for number in range(80)), leading=8
    )
    for _number in range(800):
        add_page(pdf, lines)
    path = folder / "long.pdf"
    path.write_bytes(saved(pdf))
    return path


def drawing(folder: Path) -> Path:
    """A PDF whose second page shows curves and no letter."""
    pdf = new_pdf()
    add_page(pdf, paragraph("Water table"))
    curves = b"".join(
        b"%d %d m %d %d %d %d %d %d c S " % (72, y, 200, y + 90, 300, y - 90, 500, y) for y in range(80, 700)
    )
    add_page(pdf, curves)
    path = folder / "drawing.pdf"
    path.write_bytes(saved(pdf))
    return path


def boxes(view: ReviewView) -> list[Box]:
    case = view.presenter.case
    assert case is not None
    return [each.target for each in case.decisions.decisions if isinstance(each.target, Box)]


@pytest.fixture
def page(view: ReviewView, desk: Desk, session: Session, who: People, home: Path) -> ReviewView:
    """A review of a PDF whose first page is on the screen."""
    open_in(view, desk, session, sheets(home), who)
    return view


def test_a_box_is_drawn_with_the_mouse_and_undone(page: ReviewView, desk: Desk) -> None:
    shown = page.document.page
    page.document.draw.click()
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, ANY, QPoint(100, 120))
    QTest.mouseMove(shown, QPoint(180, 160))
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, ANY, QPoint(220, 180))
    assert not page.document.draw.isChecked(), "one press of the button, one box"
    (box,) = boxes(page)
    assert box.page == 1
    assert (box.x1 - box.x0) / (box.y1 - box.y0) == pytest.approx(2, rel=0.01)
    mark = page.presenter.mark
    assert mark is not None
    assert mark.decision is not None
    assert mark.decision.ruling.verdict is Verdict.WITHHOLD
    assert mark.decision.ruling.grounds, "a box has a ground like any passage"
    page.presenter.undo()
    assert boxes(page) == []
    page.presenter.redo()
    assert boxes(page) == [box]


def test_a_box_is_set_moved_and_kept_with_the_keys(page: ReviewView, desk: Desk, heard: Heard) -> None:
    shown = page.document.page
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Insert)
    first = shown.box
    assert first is not None
    QTest.keyClick(shown, Qt.Key.Key_Right)
    QTest.keyClick(shown, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(shown, Qt.Key.Key_Right, SHIFT)
    moved, wide = shown.box, shown.width()
    assert moved is not None
    assert (moved.left() - first.left(), moved.top() - first.top()) == pytest.approx((8, 1))
    assert (moved.width() - first.width(), moved.height() - first.height()) == pytest.approx((8, 0))
    assert "Enter withholds" in heard.good[0]
    assert heard.good[-1].endswith("% high."), "how it works is said once, not at each step"
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert shown.box is None
    wait(desk)
    (box,) = boxes(page)
    (placed,) = page.document.paper.images.rects(1, box)
    assert placed.left() / shown.width() == pytest.approx(moved.left() / wide, abs=0.001)
    assert placed.bottom() / shown.width() == pytest.approx(moved.bottom() / wide, abs=0.001)


def test_the_tag_of_a_large_box_covers_nothing_above_it(page: ReviewView, desk: Desk) -> None:
    shown = page.document.page
    page.document.draw.click()
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, ANY, QPoint(60, 200))
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, ANY, QPoint(400, 500))
    wait(desk)
    (placed,) = shown._marks
    image, top = shown.grab().toImage(), int(placed.rects[0].top())
    above = [
        image.pixelColor(x, y).lightness()
        for x in range(60, image.width(), 3)
        for y in range(top - 40, top - 6, 3)
    ]
    assert min(above) > 250, "nothing is printed over what stands above the box"


def test_a_box_that_stands_is_moved_with_f2_and_stays_one(page: ReviewView, desk: Desk) -> None:
    shown = page.document.page
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Insert)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    wait(desk)
    (before,) = boxes(page)
    page.edit_extent()
    QTest.keyClick(shown, Qt.Key.Key_Left)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    (after,) = boxes(page)
    assert after.x0 < before.x0
    assert after.x1 - after.x0 == pytest.approx(before.x1 - before.x0)
    wait(desk)
    page.edit_extent()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.box is None
    assert boxes(page) == [after], "Esc leaves it where it was"


def test_escape_gives_the_drawing_up_and_a_box_stays_on_the_page(page: ReviewView) -> None:
    shown = page.document.page
    page.document.draw.click()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not page.document.draw.isChecked()
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Insert)
    for _ in range(400):
        QTest.keyClick(shown, Qt.Key.Key_Left)
    assert shown.box is not None
    assert shown.box.left() >= 0
    page.document.paper.turn_to(2)
    settle()
    page.document.paper.show_pages()
    assert boxes(page) == []


def test_nobody_draws_on_the_copy_or_without_the_right(page: ReviewView, desk: Desk, who: People) -> None:
    shown = page.document.page
    desk.work_as(who.imso)
    page.presenter.reload()
    page.document.show_document()
    wait(desk)
    assert not page.document.draw.isEnabled()
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Insert)
    assert shown.box is None


def test_a_page_is_there_before_the_places_on_it(page: ReviewView, desk: Desk, session: Session) -> None:
    papers = page.document.paper.papers
    seen: list[tuple[bool, bool]] = []

    def note() -> None:
        there = papers.original is not None
        seen.append((there, papers.places_known))

    papers.changed.connect(note)
    case = page.presenter.case
    papers.open(case)
    assert papers.original is None
    wait(desk)
    assert (True, False) in seen, "the page can be drawn while the places are still looked for"
    assert seen[-1] == (True, True)
    assert not isinstance(papers.original, Glance)


def test_a_question_about_a_page_shows_the_page(
    view: ReviewView, desk: Desk, session: Session, who: People, home: Path
) -> None:
    open_in(view, desk, session, drawing(home), who)
    (question,) = view.questions.table.rows.rows
    assert question.problem.page == 2
    assert "page 2" in view.questions.model.cells(question)
    image = view.questions.model._images[question.problem.id]
    assert 0 < image.height() <= 40 * image.devicePixelRatio()
    assert view.document.paper._at == 1
    assert view.questions.select(question.problem.id)
    settle()
    wait(desk)
    assert view.document.paper._at == 2
    assert view.document.stack.currentWidget() is view.document.paper
    assert "OCR" in view.questions.model.said.effect(question.problem, Choice.STOP)
    QTest.keyClick(view.questions.table, Qt.Key.Key_Return)
    answers = view.questions.card.choices
    assert answers[Choice.STOP].hasFocus() or answers[Choice.REMOVE].hasFocus(), (
        "by keys from list to answers"
    )


@pytest.mark.parametrize(("language", "said"), [(Language.EN, "as a picture"), (Language.FR, "d’image")])
def test_a_page_that_became_a_picture_is_told_on_the_screen(
    make_desk: Make,
    show_window: Show,
    session: Session,
    who: People,
    home: Path,
    language: Language,
    said: str,
) -> None:
    path = home / "upright.pdf"
    path.write_bytes(vertical_writing().data)
    desk = make_desk(language)
    window = show_window(desk)
    review = open_in(window.review, desk, session, path, who)
    presenter = window.review.presenter
    presenter.answers.give(presenter.answers.safe())
    for mark in presenter.marks:
        presenter.choose(mark)
        window.review.panel.decided.emit(Verdict.WITHHOLD)
    for part in presenter.parts():
        presenter.see(part)
    presenter.prepare()
    wait(desk)
    assert presenter.offers is not None, presenter.blockers
    assert said in window.review.head.pictured.text()
    assert window.review.head.pictured.isVisibleTo(window.review.head)
    window.sign_off.presenter.choose(review)
    sheet = window.sign_off.sheet.text()
    assert said in sheet
    assert "1" in sheet
    assert ("Accessibility of the copy" if language is Language.EN else "Accessibilité de la copie") in sheet


def test_the_first_page_is_shown_while_the_whole_is_read(
    make_desk: Make, show_window: Show, home: Path
) -> None:
    desk = make_desk()
    window = show_window(desk)
    shown: list[First] = []
    window.queue.presenter.first.shown.connect(shown.append)
    window.queue.take([sheets(home, 30)])
    wait(desk)
    (first,) = shown
    assert (first.name, first.pages, first.image.width()) == ("sheets.pdf", 30, 300)
    assert "Water table, sheet 1" in first.text
    assert not window.queue.first.isVisibleTo(window.queue), "it goes with the reading"
    assert len(window.queue.presenter.rows) == 1


def test_what_must_not_be_taken_in_is_not_shown(make_desk: Make, show_window: Show, home: Path) -> None:
    desk = make_desk()
    window = show_window(desk)
    pdf = new_pdf()
    add_page(pdf, paragraph("SECRET", top=780) + paragraph("Water table"))
    path = home / "marked.pdf"
    path.write_bytes(saved(pdf))
    shown: list[First] = []
    window.queue.presenter.first.shown.connect(shown.append)
    window.queue.take([path])
    wait(desk)
    assert shown == []
    (failure,) = window.queue.presenter.failures
    assert isinstance(failure.error, MarkedTooHigh)


def test_a_reading_that_is_stopped_takes_nothing_in(make_desk: Make, show_window: Show, home: Path) -> None:
    desk = make_desk()
    window = show_window(desk)
    window.queue.presenter.first.shown.connect(lambda _first: window.queue.first.stop.click())
    path = long(home)
    before = path.read_bytes()
    window.queue.take([path])
    wait(desk)
    assert window.queue.presenter.rows == ()
    assert window.queue.presenter.failures == ()
    assert path.read_bytes() == before
