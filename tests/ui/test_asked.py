# SPDX-License-Identifier: MIT
"""What the document asks: answered by keyboard, undone, counted beside the button that waits for it."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.shared import RGBColor
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from reviewer.model.document import Choice, Language, ProblemKind
from reviewer.model.review import PersonRole
from reviewer.workflow import people
from reviewer.workflow.session import Session
from tests.corpus.docx.case import EN
from tests.corpus.docx.chart_parts import Chart, document
from tests.ui.conftest import PASSPHRASE, SAMPLES, Heard, People, open_in, settle
from ui.desk import Desk
from ui.question_texts import QuestionTexts
from ui.screens.review.view import ReviewView

MINUTES = SAMPLES / "minutes-en.docx"


def _asked(view: ReviewView) -> list[str]:
    return [each.problem.id for each in view.questions.table.rows.rows]


def test_every_answer_says_what_it_does(view: ReviewView, desk: Desk, session: Session, who: People) -> None:
    open_in(view, desk, session, MINUTES, who)
    card, said = view.questions.card, QuestionTexts()
    for question in view.questions.table.rows.rows:
        assert view.questions.select(question.problem.id)
        assert list(card.choices) == list(question.problem.choices)
        shown = " ".join(label.text() for label in card.findChildren(QLabel))
        assert card.title.text() == said.name(question.problem)
        for choice, button in card.choices.items():
            effect = said.effect(question.problem, choice)
            assert effect in shown
            assert button.accessibleDescription() == effect
    assert len({said.about(each.problem) for each in view.questions.table.rows.rows}) == len(_asked(view))


def test_it_is_answered_by_keyboard_and_goes_on_to_the_next(
    view: ReviewView, desk: Desk, session: Session, who: People
) -> None:
    review_id = open_in(view, desk, session, MINUTES, who)
    view.tabs.setCurrentWidget(view.questions)
    first, second = _asked(view)[:2]
    view.questions.select(first)
    settle()
    QTest.keyClick(view.questions.table, Qt.Key.Key_Tab)
    button = view.questions.card.choices[Choice.ACCEPT]
    assert view.questions.focusWidget() is button, "Tab leads from the list to the answers"
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert session.case(review_id).decisions.choice(first) is Choice.ACCEPT
    assert view.questions.table.current().problem.id == second
    view.presenter.undo()
    assert session.case(review_id).decisions.choice(first) is None
    assert first in [each.problem.id for each in view.questions.unanswered()]
    view.presenter.redo()
    assert session.case(review_id).decisions.choice(first) is Choice.ACCEPT


def test_undo_says_that_it_takes_an_answer_back(
    view: ReviewView, desk: Desk, session: Session, who: People
) -> None:
    open_in(view, desk, session, MINUTES, who)
    view.questions.safe.click()
    count = len(_asked(view))
    assert view.presenter.history.undo_text() == f"Answered: {count} questions"
    assert f"Answered: {count} questions" in view.panel.undo_button.text()


def test_open_questions_are_counted_beside_the_button_that_waits(
    view: ReviewView, desk: Desk, session: Session, who: People
) -> None:
    open_in(view, desk, session, MINUTES, who)
    count = len(_asked(view))
    assert not view.head.prepare.isEnabled()
    assert f"{count} questions of the document" in view.head.why.text()
    assert view.head.prepare.accessibleDescription() == view.head.why.text()
    assert f"({count})" in view.tabs.tabText(1)
    view.questions.safe.click()
    assert "of the document" not in view.head.why.text()
    assert "undecided" in view.head.why.text()
    desk.speak(Language.FR)
    settle()
    assert "passages à décider" in view.head.why.text()


def test_the_way_leads_to_the_text_that_is_asked_about(
    view: ReviewView, desk: Desk, session: Session, who: People
) -> None:
    review_id = open_in(view, desk, session, MINUTES, who)
    comments = session.case(review_id).document
    asked = next(each for each in comments.problems if each.kind is ProblemKind.COMMENTS)
    view.questions.select(asked.id)
    view.questions.card.jump.click()
    settle()
    text = view.document.text
    block = text.textCursor().block()
    assert block.text().startswith("Comment")
    comment = next(each for each in comments.stories if each.kind == "comment")
    assert comment.text.splitlines()[0] in text.toPlainText()[block.position() :]


def test_who_only_reads_answers_nothing(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People, note: Path
) -> None:
    auditor = people.add_person(session, "Petra Hollingrake", PersonRole.AUDITOR, PASSPHRASE)
    desk.reload_people()
    open_in(view, desk, session, MINUTES, who)
    desk.work_as(auditor)
    view.questions.select(_asked(view)[0])
    assert not any(button.isEnabled() for button in view.questions.card.choices.values())
    assert not view.questions.safe.isEnabled()
    assert not view.head.prepare.isEnabled()


def test_text_that_can_hardly_be_seen_is_shown_where_it_stands(
    view: ReviewView, desk: Desk, session: Session, who: People, home: Path
) -> None:
    path, made = home / "faint.docx", docx.Document()
    for words, colour in (
        ("Seen. ", None),
        ("white words", "FFFFFF"),
        (" Seen again. ", None),
        ("more", "FFFFFF"),
    ):
        run = (made.paragraphs or [made.add_paragraph()])[-1].add_run(words)
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
    made.save(str(path))
    open_in(view, desk, session, path, who)
    read = view.presenter.document
    assert read is not None
    assert view.questions.select("faint_text")
    jump = view.questions.card.jump
    said = []
    for place in ("1 of 2", "2 of 2", "1 of 2"):
        assert place in jump.text()
        jump.click()
        span = view.document.selected()
        assert span is not None
        said.append(read.text_of(span))
    assert said == ["white words", "more", "white words"]


def test_a_chart_is_asked_about_and_its_words_are_a_click_away(
    view: ReviewView, desk: Desk, session: Session, who: People, home: Path
) -> None:
    path = home / "chart.docx"
    path.write_bytes(document(EN, Chart()))
    open_in(view, desk, session, path, who)
    asked = view.questions.table.rows.rows
    chart = next(each for each in asked if each.problem.kind is ProblemKind.OBJECT)
    assert view.questions.select(chart.problem.id)
    card = view.questions.card
    assert card.title.text() == "Chart"
    assert list(card.choices) == [Choice.KEEP, Choice.REMOVE]
    card.jump.click()
    settle()
    assert view.document.text.textCursor().block().text() == "Text of a chart"
