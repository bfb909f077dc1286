# SPDX-License-Identifier: MIT
"""The review: what is selected, drawn, answered or refused ends where the workflow says."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from reviewer.model.decision import Verdict
from reviewer.model.document import Box, Choice, Language, Span
from reviewer.model.finding import Category
from reviewer.model.review import PersonRole, State
from reviewer.workflow import pages, people
from reviewer.workflow.session import Session
from tests.ui.conftest import PASSPHRASE, SAMPLES, Heard, People, open_in, settle, take_in, wait
from ui.desk import Desk
from ui.screens.review.pages import on_paper
from ui.screens.review.presenter import Wording
from ui.screens.review.view import ReviewView


def _select(view: ReviewView, words: str) -> None:
    text = view.document.text
    at = text.document().find(words)
    assert not at.isNull(), words
    text.setTextCursor(QTextCursor(at))


def test_the_selected_text_is_withheld_exactly(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    note.write_text("A 🦦 and a 🦉 met.\r\nThe owl flew off at noon.\n", "utf-8", newline="")
    review_id = open_in(view, desk, session, note, who)
    _select(view, "owl flew")
    QTest.keyClick(
        view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    case = session.case(review_id)
    (decision,) = case.decisions.decisions
    assert isinstance(decision.target, Span)
    assert case.document.text_of(decision.target) == "owl flew"
    assert decision.ruling.grounds == ("19(1)",)
    assert view.presenter.mark is not None
    assert view.presenter.mark.added


def test_without_a_selection_it_says_what_to_do(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People, note: Path
) -> None:
    review_id = open_in(view, desk, session, note, who)
    view.withhold_selection()
    assert session.case(review_id).decisions.decisions == ()
    assert "Select the text" in heard.bad[-1]


def test_a_click_on_a_mark_takes_it_at_hand(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    open_in(view, desk, session, note, who)
    last = view.presenter.marks[-1]
    view.presenter.choose(last)
    settle()
    rect = view.document.text.cursorRect(view.document.text.textCursor())
    view.presenter.choose(view.presenter.marks[0])
    settle()
    point = QPoint(rect.left() + 3, rect.center().y())
    QTest.mouseClick(view.document.text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.presenter.mark is not None
    assert view.presenter.mark.target == last.target


def test_questions_are_answered_and_the_gate_hears_of_it(
    view: ReviewView, desk: Desk, session: Session, who: People
) -> None:
    review_id = open_in(view, desk, session, SAMPLES / "minutes-en.docx", who)
    problems = session.case(review_id).document.problems
    pane, card = view.questions, view.questions.card
    assert len(pane.unanswered()) == len(problems) > 1
    first = problems[0]
    assert pane.select(first.id)
    assert card.chosen() is None, "nobody has answered: no answer is proposed as if somebody had"
    assert not card.give.isEnabled()
    card.choices[Choice.STOP].click()
    card.give.click()
    assert session.case(review_id).decisions.choice(first.id) is Choice.STOP
    assert len(pane.unanswered()) == len(problems), "stop is no answer that lets a copy be made"
    pane.safe.click()
    answers = {problem.id: session.case(review_id).decisions.choice(problem.id) for problem in problems}
    assert answers == {problem.id: problem.safe for problem in problems}
    assert view.questions.unanswered() == ()
    assert not view.questions.safe.isEnabled()


def test_a_row_of_the_gate_leads_to_its_place(
    view: ReviewView, desk: Desk, session: Session, who: People
) -> None:
    open_in(view, desk, session, SAMPLES / "minutes-en.docx", who)
    view.show_gate()
    obstacles = view.gate.table.rows.rows
    undecided = [each for each in obstacles if each.blocker.span is not None][-1]
    view.gate.table.row_opened.emit(undecided)
    assert view.presenter.mark is not None
    assert view.presenter.mark.target == undecided.blocker.span
    assert view.tabs.currentWidget() is view.findings
    asked = next(each for each in obstacles if each.blocker.problem is not None)
    view.gate.table.row_opened.emit(asked)
    assert view.tabs.currentWidget() is view.questions
    unread = next(each for each in obstacles if each.blocker.kind == "unseen_story")
    view.gate.table.row_opened.emit(unread)
    assert view.parts.table.current().story == unread.blocker.story


def test_reading_is_recorded_only_when_the_person_says_so(
    view: ReviewView, desk: Desk, session: Session, who: People
) -> None:
    review_id = open_in(view, desk, session, SAMPLES / "field-notes-bilingual.pdf", who)
    assert session.case(review_id).seen == ()
    QTest.keyClick(
        view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert {each.page for each in session.case(review_id).seen if each.page} == {1}
    assert view.parts.table.rows.rows[0].read
    assert view.parts.table.current().page == 2, "it goes on to the next one"


def test_pages_are_drawn_with_their_marks_and_a_box_is_withheld(
    view: ReviewView, desk: Desk, session: Session, who: People
) -> None:
    review_id = open_in(view, desk, session, SAMPLES / "field-notes-bilingual.pdf", who)
    page, document = view.document.page, session.case(review_id).document
    size = page.sizeHint()
    assert size.width() > 300
    placed = page._marks
    assert placed
    assert all(mark.rects for mark in placed if not mark.mark.added)
    for mark in placed:
        for rect in mark.rects:
            assert 0 <= rect.left() < rect.right() <= size.width()
            assert 0 <= rect.top() < rect.bottom() <= size.height()
    view.document.draw.click()
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=QPoint(60, 400))
    QTest.mouseMove(page, QPoint(120, 460))
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton, pos=QPoint(160, 480))
    (decision,) = session.case(review_id).decisions.decisions
    box = decision.target
    assert isinstance(box, Box)
    assert box.page == 1
    width, height = pages.page_size((SAMPLES / "field-notes-bilingual.pdf").read_bytes(), 1)
    scale = size.width() / width
    assert (box.x0, box.x1) == pytest.approx((60 / scale, 160 / scale))
    assert (box.y0, box.y1) == pytest.approx((height - 480 / scale, height - 400 / scale))
    drawn = next(each for each in page._marks if each.mark.target == box)
    assert drawn.rects[0].topLeft() == pytest.approx(QPointF(60, 400)) or drawn.rects[0].contains(
        QPointF(110, 440)
    )
    assert document.pages == 2


numbers = st.floats(1, 900, allow_nan=False)


@given(
    x=numbers,
    y=numbers,
    wide=numbers,
    high=numbers,
    left=st.floats(-200, 200),
    low=st.floats(-200, 200),
    turned=st.sampled_from([0, 90, 180, 270]),
    scale=st.floats(0.3, 4),
)
def test_the_way_from_paper_to_pixels_and_back(
    x: float, y: float, wide: float, high: float, left: float, low: float, turned: int, scale: float
) -> None:
    visible = Box(3, left, low, left + 1000, low + 1400)
    size = (1000.0, 1400.0) if turned in {0, 180} else (1400.0, 1000.0)
    box = Box(3, x, y, x + wide, y + high)
    pixels = pages.on_image(box, size, scale, visible=visible, rotation=turned)
    points = tuple(each / scale for each in pixels)
    back = on_paper(3, (points[0], points[1], points[2], points[3]), size, visible, turned)
    assert (back.x0, back.y0, back.x1, back.y1) == pytest.approx((box.x0, box.y0, box.x1, box.y1), abs=1e-6)


def test_a_refused_copy_says_why_without_the_text(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People, note: Path
) -> None:
    note.write_text("The cliff is limestone. The well is limestone too.\n", "utf-8")
    review_id = open_in(view, desk, session, note, who)
    assert view.presenter.marks == ()
    # Withheld once and left once, without anybody having said that the second may stay.
    view.presenter.decide_on(Span("body", 13, 22), Verdict.WITHHOLD, Wording(ground="19(1)"))
    view.parts.mark_read()
    view.head.prepare.click()
    wait(desk)
    assert session.case(review_id).review.state is State.OPEN
    assert view.head.refusal.isVisible()
    assert "limestone" not in view.head.refusal.text()
    assert "The copy was not written" in view.head.refusal.text()
    desk.speak(Language.FR)
    settle()
    assert "La copie n’a pas été écrite" in view.head.refusal.text()
    assert heard.bad


def test_an_auditor_only_reads(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    auditor = people.add_person(session, "Petra Hollingrake", PersonRole.AUDITOR, PASSPHRASE)
    desk.reload_people()
    review_id = open_in(view, desk, session, note, who)
    assert view.panel.buttons[Verdict.WITHHOLD].isEnabled()
    desk.work_as(auditor)
    assert not any(button.isEnabled() for button in view.panel.buttons.values())
    assert not view.head.prepare.isEnabled()
    assert not view.parts.read_button.isEnabled()
    assert session.case(review_id).decisions.decisions == ()


def test_deciding_without_a_ground_or_a_note_is_explained(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People, note: Path
) -> None:
    review_id = open_in(view, desk, session, note, who)
    view.panel.buttons[Verdict.CONSULT].click()
    assert session.case(review_id).decisions.decisions == ()
    assert heard.bad
    view.panel.note.setText("ask the region")
    view.panel.buttons[Verdict.CONSULT].click()
    assert session.case(review_id).decisions.decisions[0].ruling.note == "ask the region"


def test_overriding_another_person_needs_a_note(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People, note: Path
) -> None:
    review_id = open_in(view, desk, session, note, who)
    mark = view.presenter.mark
    assert mark is not None
    view.panel.buttons[Verdict.WITHHOLD].click()
    desk.work_as(who.officer)
    view.presenter.choose(next(each for each in view.presenter.marks if each.target == mark.target))
    view.panel.buttons[Verdict.DISCLOSE].click()
    assert session.case(review_id).decisions.decisions[0].person == who.author.id
    assert heard.bad
    view.panel.note.setText("it is on the public register")
    view.panel.buttons[Verdict.DISCLOSE].click()
    assert session.case(review_id).decisions.decisions[0].person == who.officer.id


def test_enter_strikes_a_marking_and_asks_for_the_authority(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People
) -> None:
    review_id = open_in(view, desk, session, SAMPLES / "field-notes-bilingual.pdf", who)
    marking = next(
        each for each in view.presenter.marks if each.finding and each.finding.category is Category.MARKING
    )
    view.presenter.choose(marking)
    QTest.keyClick(view.findings.table, Qt.Key.Key_Return)
    assert session.case(review_id).decisions.decisions == ()
    assert heard.bad
    view.panel.authority.setText("Originator's letter of 2 November 2026")
    QTest.keyClick(view.findings.table, Qt.Key.Key_Return)
    (decision,) = session.case(review_id).decisions.decisions
    assert (decision.target, decision.ruling.verdict) == (marking.target, Verdict.STRIKE)


def test_garbage_may_be_collected_in_any_thread(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    """A worker that collects must not take away what the screen still shows."""
    other = take_in(session, SAMPLES / "flash-report-fr.txt", who.author)
    review_id = open_in(view, desk, session, note, who)

    def collect(report: object) -> object:
        return gc.collect()

    for _ in range(3):
        for each in (other.id, review_id):
            view.open(each)
            desk.start("collect", collect, writes=False)
            wait(desk)
    assert view.document.text.toPlainText().endswith(session.case(review_id).document.story("body").text)


def test_filters_show_what_was_asked_for(view: ReviewView, desk: Desk, session: Session, who: People) -> None:
    open_in(view, desk, session, SAMPLES / "field-notes-bilingual.pdf", who)
    pane, every = view.findings, len(view.presenter.marks)
    kind = next(mark.finding.category for mark in view.presenter.marks if mark.finding)
    pane.category.choose(kind.value)
    shown = pane.table.filter.rowCount()
    assert 0 < shown < every
    assert shown == sum(
        mark.finding is not None and mark.finding.category is kind for mark in view.presenter.marks
    )
    pane.show_all()
    assert pane.table.filter.rowCount() == every


def test_the_prepared_copy_is_shown_as_readers_will_see_it(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People, note: Path
) -> None:
    open_in(view, desk, session, note, who)
    view.document.toggle_preview()
    assert not view.document.as_copy.isChecked(), "nothing is prepared yet"
    text = note.read_text("utf-8")
    for words in (
        "Ms. Odalys Quennevale",
        "Quennevale",
        "odalys.q@home.example",
        "613-555-0142",
        "046 454 286",
    ):
        at = text.find(words)
        while at >= 0:
            span = Span("body", at, at + len(words))
            covered = any(
                isinstance(each.target, Span) and each.decision and each.target.contains(span)
                for each in view.presenter.marks
            )
            if not covered:
                view.presenter.decide_on(span, Verdict.WITHHOLD, Wording(ground="19(1)"))
            at = text.find(words, at + 1)
    while any(each.decision is None and each.standing == "undecided" for each in view.presenter.marks):
        view.presenter.step(1)
        assert view.presenter.decide(Verdict.WITHHOLD, Wording(ground="19(1)")), heard.bad
    view.parts.mark_read()
    view.head.prepare.click()
    wait(desk)
    assert view.presenter.case is not None
    assert view.presenter.case.review.state is State.PREPARED, heard.bad
    view.document.toggle_preview()
    wait(desk)
    shown = view.document.text.toPlainText()
    assert "[s. 19(1)]" in shown
    assert "Quennevale" not in shown
    assert view.document.selected() is None
    view.document.toggle_preview()
    assert "Quennevale" in view.document.text.toPlainText()


def test_a_source_that_changed_is_explained(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People, home: Path
) -> None:
    copy = home / "plan.pdf"
    copy.write_bytes((SAMPLES / "project-plan-en.pdf").read_bytes())
    review = take_in(session, copy, who.author)
    copy.write_bytes((SAMPLES / "field-notes-bilingual.pdf").read_bytes())
    view.open(review.id)
    wait(desk)
    assert heard.bad
    assert view.document.text.toPlainText(), "the text that was read is still there to review"


def test_wording_reaches_only_the_verdicts_that_use_it(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    review_id = open_in(view, desk, session, note, who)
    mark = view.presenter.mark
    assert mark is not None
    full = replace(view.panel.wording(), replacement="someone", authority="a letter", note="why")
    view.presenter.decide(Verdict.GENERALISE, full)
    ruling = session.case(review_id).decisions.decisions[0].ruling
    assert (ruling.replacement, ruling.authority, ruling.reason, ruling.note) == ("someone", "", None, "why")
