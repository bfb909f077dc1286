# SPDX-License-Identifier: MIT
"""Words are found in every text, listed before they are withheld; extents move; one verdict reaches other documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.model.decision import Verdict
from reviewer.model.document import Span
from reviewer.workflow.session import Session
from tests.ui.conftest import SAMPLES, Heard, People, open_in, settle, take_in, wait
from ui.desk import Desk
from ui.screens.review.view import ReviewView
from ui.screens.review.wording import Scope

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
RIVER = "The Rivière-aux-Loutres gauge. Riviere aux loutres again; loutresque.\n"


def _held(session: Session, review_id: str) -> dict[object, Verdict]:
    held = session.case(review_id).decisions.decisions
    return {each.target: each.ruling.verdict for each in held}


def test_words_are_found_in_texts_that_readers_do_not_see(
    view: ReviewView, desk: Desk, session: Session, who: People
) -> None:
    review_id = open_in(view, desk, session, SAMPLES / "minutes-en.docx", who)
    document = session.case(review_id).document
    QTest.keyClick(view, Qt.Key.Key_F, CONTROL)
    assert view.tabs.currentWidget() is view.search
    QTest.keyClicks(view.search.words, "desmond")
    rows = view.search.table.rows.rows
    hidden = [row for row in rows if not document.story(row.span.story).visible]
    assert len(rows) > 1
    assert hidden
    assert all(document.text_of(row.span).casefold() == "desmond" for row in rows)
    QTest.keyClick(view.search.words, Qt.Key.Key_Return)
    QTest.keyClick(view.search.words, Qt.Key.Key_Return)
    assert view.search.table.current() == rows[1]
    assert view.document.selected() == rows[1].span
    assert view.search.count.text().startswith(f"2 / {len(rows)} places")
    QTest.keyClick(view.search.words, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(view.search.words, Qt.Key.Key_Return, SHIFT)
    assert view.search.table.current() == rows[-1], "round the beginning"


def test_all_are_withheld_only_when_asked_twice_and_only_whole_words(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    note.write_text(RIVER, "utf-8")
    review_id = open_in(view, desk, session, note, who)
    view.search.words.setText("RIVIERE AUX LOUTRES")
    assert len(view.search.table.rows.rows) == 2
    view.search.words.setText("loutres")
    assert len(view.search.table.rows.rows) == 3
    QTest.keyClick(view.search.words, Qt.Key.Key_Return, ALT)
    assert _held(session, review_id) == {}, "the number is said first"
    assert "2" in view.search.all.text()
    QTest.keyClick(view.search.words, Qt.Key.Key_Return, ALT)
    document = session.case(review_id).document
    held = _held(session, review_id)
    assert [document.text_of(each) for each in held if isinstance(each, Span)] == ["Loutres", "loutres"]
    view.presenter.undo()
    assert _held(session, review_id) == {}


def test_typing_on_forgets_what_was_asked_for_once(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    note.write_text(RIVER, "utf-8")
    review_id = open_in(view, desk, session, note, who)
    view.search.words.setText("loutres")
    view.search.withhold_all()
    view.search.words.setText("gauge")
    view.search.withhold_all()
    assert _held(session, review_id) == {}


def _phone(view: ReviewView) -> Span:
    document = view.presenter.document
    assert document is not None
    mark = next(
        each
        for each in view.presenter.marks
        if isinstance(each.target, Span) and document.text_of(each.target) == "613-555-0142"
    )
    view.presenter.choose(mark)
    assert isinstance(mark.target, Span)
    return mark.target


def test_the_extent_of_a_passage_is_changed_in_one_act(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    review_id = open_in(view, desk, session, note, who)
    phone = _phone(view)
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert view.extent.isVisible()
    QTest.keyClick(view.extent, Qt.Key.Key_Left, CONTROL)
    assert view.document.selected() == Span("body", phone.start - len("odalys.q@home.example, "), phone.end)
    QTest.keyClick(view.extent, Qt.Key.Key_Right, CONTROL)
    QTest.keyClick(view.extent, Qt.Key.Key_Right, SHIFT)
    wider = Span("body", phone.start, phone.end + 1)
    assert view.document.selected() == wider
    QTest.keyClick(view.extent, Qt.Key.Key_Return)
    assert not view.extent.isVisible()
    assert _held(session, review_id) == {wider: Verdict.WITHHOLD}
    view.presenter.choose(next(each for each in view.presenter.marks if each.target == wider))
    view.edit_extent()
    view.extent.buttons[next(step for step in view.extent.buttons if step == ("end", 1))].click()
    longer = view.document.selected()
    assert longer is not None
    assert longer.end > wider.end
    view.extent.keep.click()
    assert _held(session, review_id) == {longer: Verdict.WITHHOLD}
    view.presenter.undo()
    assert _held(session, review_id) == {wider: Verdict.WITHHOLD}, "the old extent is back at once"


def test_escape_leaves_the_extent_as_it_was(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People, note: Path
) -> None:
    review_id = open_in(view, desk, session, note, who)
    _phone(view)
    view.edit_extent()
    QTest.keyClick(view.extent, Qt.Key.Key_Right)
    QTest.keyClick(view.extent, Qt.Key.Key_Escape)
    assert not view.extent.isVisible()
    assert _held(session, review_id) == {}
    view.presenter.choose(None)
    view.edit_extent()
    assert not view.extent.isVisible()
    assert "Choose a passage" in heard.bad[-1]


def test_one_verdict_reaches_the_other_documents_after_they_are_named(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People, home: Path, note: Path
) -> None:
    other = home / "other.txt"
    other.write_text("Call 613-555-0142. Or: telephone 613-555-0142.\n", "utf-8")
    review_id, elsewhere = open_in(view, desk, session, note, who), take_in(session, other, who.author).id
    view.open(review_id)
    wait(desk)
    _phone(view)
    batch = view.panel.scopes[Scope.BATCH]
    assert batch.isEnabled()
    assert batch.text().endswith("3")
    assert "other.txt: 2" in batch.toolTip()
    batch.click()
    view.panel.buttons[Verdict.WITHHOLD].click()
    assert _held(session, elsewhere) == {}, "the documents are named first"
    assert "other.txt (2)" in heard.good[-1]
    view.panel.buttons[Verdict.WITHHOLD].click()
    settle()
    assert list(_held(session, elsewhere).values()) == [Verdict.WITHHOLD] * 2
    assert len(_held(session, review_id)) == 1
    told: list[str] = []
    desk.review_decided.connect(told.append)
    view.presenter.undo()
    assert _held(session, elsewhere) == _held(session, review_id) == {}
    assert {elsewhere, review_id} <= set(told), "the queue counts both again"
