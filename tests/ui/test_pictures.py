# SPDX-License-Identifier: MIT
"""Pictures on the screen: their words, boxes by mouse and by keyboard, and what is withheld ends in the store."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from reviewer.errors import NotReady
from reviewer.model.decision import Verdict
from reviewer.model.document import Choice, Region, Span
from reviewer.model.review import State
from reviewer.workflow import verify
from reviewer.workflow.marks import BlockerKind, Standing
from reviewer.workflow.pictures import picture_of
from reviewer.workflow.prepared import prepared
from reviewer.workflow.session import Session
from tests.ui.conftest import Heard, People, open_in, settle, wait
from ui.desk import Desk
from ui.screens.review.view import ReviewView
from ui.screens.review.wording import Wording

SIZE = (640, 240)
LINES = ("Contact: Odalys Quennevale", "Gravel Wharf, June 2026")
MOVE = Qt.KeyboardModifier.NoModifier
RESIZE, FINE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def _picture(lines: tuple[str, ...]) -> io.BytesIO:
    image = Image.new("RGB", SIZE, "white")
    for number, line in enumerate(lines):
        place = (30, 40 + 70 * number)
        ImageDraw.Draw(image).text(place, line, fill="black", font=ImageFont.load_default(32))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    buffer.seek(0)
    return buffer


@pytest.fixture
def pictured(home: Path) -> Path:
    """A document with a picture with words and one without."""
    path = home / "pictured.docx"
    document = docx.Document()
    document.add_paragraph("Ms. Odalys Quennevale showed us the site.")
    document.add_picture(_picture(LINES))
    document.add_picture(_picture(()))
    document.save(str(path))
    return path


@pytest.fixture
def review_id(view: ReviewView, desk: Desk, session: Session, who: People, pictured: Path) -> Iterator[str]:
    """Its review, at the question about the first picture."""
    opened = open_in(view, desk, session, pictured, who)
    view.tabs.setCurrentWidget(view.questions)
    assert view.questions.select("image:1")
    settle()
    assert view.right.in_picture
    return opened


def _held(session: Session, review_id: str) -> dict[object, Verdict]:
    held = session.case(review_id).decisions.decisions
    return {each.target: each.ruling.verdict for each in held}


def _region(session: Session, review_id: str) -> Region:
    (region,) = _held(session, review_id)
    assert isinstance(region, Region)
    return region


def test_each_picture_has_its_small_image_and_its_answers(view: ReviewView, review_id: str) -> None:
    rows = view.questions.table.rows.rows
    column = view.questions.model.QUESTION
    for at in range(len(rows)):
        small = view.questions.model.index(at, column).data(Qt.ItemDataRole.DecorationRole)
        assert small is not None
        assert small.width() == 72
    assert list(view.questions.card.choices) == [Choice.KEEP, Choice.MASK, Choice.REMOVE]
    assert "words read in it" in view.picture.canvas.accessibleName()
    assert view.questions.select("image:2")
    assert "no word" in view.picture.canvas.accessibleName()
    view.picture.back.click()
    assert not view.right.in_picture


def test_a_drag_withholds_what_it_covers(view: ReviewView, session: Session, review_id: str) -> None:
    canvas = view.picture.canvas
    scale = canvas.scale
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 30))
    QTest.mouseMove(canvas, QPoint(90, 60))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(120, 80))
    region = _region(session, review_id)
    assert region.problem == "image:1"
    found = (region.x0 * scale, region.y0 * scale, region.x1 * scale, region.y1 * scale)
    assert found == pytest.approx((20, 30, 120, 80))
    assert view.presenter.mark is not None
    assert view.presenter.mark.target == region
    assert any(each.mark.target == region for each in canvas._marks)
    view.presenter.undo()
    assert _held(session, review_id) == {}
    assert not any(isinstance(each.mark.target, Region) for each in canvas._marks)


def test_a_drag_over_the_edge_stays_in_the_picture(
    view: ReviewView, session: Session, review_id: str
) -> None:
    canvas = view.picture.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseRelease(
        canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() + 50, canvas.height() + 50)
    )
    region = _region(session, review_id)
    assert (region.x1, region.y1) == pytest.approx(SIZE, abs=1)


def test_a_box_is_set_moved_and_stretched_with_the_keys(
    view: ReviewView, heard: Heard, session: Session, review_id: str
) -> None:
    canvas = view.picture.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Insert)
    assert canvas.box is not None
    before = QRectF(canvas.box)
    QTest.keyClick(canvas, Qt.Key.Key_Left, MOVE)
    QTest.keyClick(canvas, Qt.Key.Key_Up, FINE)
    QTest.keyClick(canvas, Qt.Key.Key_Right, RESIZE)
    expected = QRectF(before.left() - 8, before.top() - 1, before.width() + 8, before.height())
    assert canvas.box == expected
    assert f"{round(expected.left())} from the left" in heard.good[-1], "it is told where the box stands"
    assert _held(session, review_id) == {}
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    region = _region(session, review_id)
    assert (region.x0, region.y0, region.x1, region.y1) == pytest.approx(expected.getCoords())
    view.edit_extent()
    QTest.keyClick(canvas, Qt.Key.Key_Down, MOVE)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert _region(session, review_id).y0 == pytest.approx(region.y0 + 8), "F2 moves it, in its place"
    QTest.keyClick(canvas, Qt.Key.Key_Insert)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert len(_held(session, review_id)) == 1


def test_words_are_chosen_and_withheld(
    view: ReviewView, heard: Heard, session: Session, review_id: str
) -> None:
    canvas, document = view.picture.canvas, session.case(review_id).document
    shown = view.right.pictures.shown("image:1")
    assert shown is not None
    words = [document.story(shown.story or "").text[each.start : each.end] for each in shown.view.words]
    first = words.index("Gravel")
    canvas.setFocus()
    for _ in range(first + 1):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert "Gravel" in heard.good[-1]
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.chosen == (first, first + 1)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    (span,) = _held(session, review_id)
    assert isinstance(span, Span)
    assert document.text_of(span).startswith("Gravel Wharf")
    rect = shown.word_rects()[words.index("June")]
    point = (rect.center() * canvas.scale).toPoint()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)
    view.withhold_selection()
    assert {document.text_of(each) for each in _held(session, review_id) if isinstance(each, Span)} == {
        document.text_of(span),
        "June",
    }


def test_a_passage_in_a_picture_is_shown_there(view: ReviewView, session: Session, review_id: str) -> None:
    mark = next(
        each
        for each in view.presenter.marks
        if isinstance(each.target, Span) and each.target.story.startswith("image_text")
    )
    elsewhere = next(
        each
        for each in view.presenter.marks
        if isinstance(each.target, Span) and each.target.story.startswith("body")
    )
    view.presenter.choose(elsewhere)
    assert not view.right.in_picture
    view.presenter.choose(mark)
    assert view.right.in_picture
    placed = next(each for each in view.picture.canvas._marks if each.mark.target == mark.target)
    centre = (placed.rects[0].center() * view.picture.canvas.scale).toPoint()
    view.presenter.choose(elsewhere)
    view.presenter.choose(mark)
    QTest.mouseClick(view.picture.canvas, Qt.MouseButton.LeftButton, pos=centre)
    assert view.presenter.mark == mark
    view.search.words.setText("Wharf")
    view.search.go_next()
    assert view.right.in_picture
    assert view.picture.canvas.chosen is not None


def test_a_small_room_shows_the_whole_picture(view: ReviewView, review_id: str) -> None:
    canvas, room = view.picture.canvas, view.picture.paper.viewport()
    assert canvas.width() <= room.width()
    assert canvas.height() <= room.height()
    wide = canvas.width()
    view.picture.larger.click()
    assert canvas.width() > wide


def test_no_copy_while_a_picture_is_open_then_one_with_the_words_painted_over(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People, review_id: str
) -> None:
    while any(each.standing is Standing.UNDECIDED for each in view.presenter.marks):
        assert view.presenter.decide(Verdict.WITHHOLD, Wording(ground="19(1)")), heard.bad
    canvas = view.picture.canvas
    for _ in view.parts.table.rows.rows:
        view.parts.mark_read()
    assert view.presenter.blockers
    assert {each.kind for each in view.presenter.blockers} == {BlockerKind.UNANSWERED}
    assert not view.head.prepare.isEnabled()
    assert "2 questions of the document" in view.head.why.text()
    with pytest.raises(NotReady):
        verify.prepare(session, review_id, who.author)
    view.tabs.setCurrentWidget(view.questions)
    view.questions.select("image:1")
    drawn = QRectF(400, 150, 200, 60)
    canvas.new_box(drawn)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    for problem, choice in (("image:1", Choice.MASK), ("image:2", Choice.KEEP)):
        view.questions.select(problem)
        view.questions.card.choices[choice].click()
        view.questions.card.give.click()
    assert view.head.prepare.isEnabled()
    assert not view.head.why.isVisible()
    view.head.prepare.click()
    wait(desk)
    assert session.case(review_id).review.state is State.PREPARED, heard.bad
    copy = prepared(session, review_id)
    assert copy is not None
    masked = picture_of(copy, "image:1")
    assert masked is not None
    pixels = Image.open(io.BytesIO(masked.png)).convert("L")
    assert pixels.getpixel((500, 200)) == 0, "the box is black"
    assert pixels.getpixel((10, 230)) == 255, "the rest is as it was"
    text = " ".join(story.text for story in copy.document.stories)
    assert "Quennevale" not in text
    assert "Wharf" in text
