# SPDX-License-Identifier: MIT
"""What the document asks: the list of questions, and below it the one at hand with its answers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QPushButton

from reviewer.model.document import Choice, Span
from ui.desk import Desk
from ui.models.questions import Question, QuestionsModel
from ui.screens.review.presenter import ReviewPresenter
from ui.screens.review.thumbnails import LOOKED_AT, SIZE
from ui.widgets.fields import wrapping
from ui.widgets.review.base import Pane
from ui.widgets.review.question_card import QuestionCard
from ui.widgets.tables import Table


class QuestionsPane(Pane):
    """Questions that the document asks, and the answers a person can give.

    Signals:
        jumped: the id of a story to show.
        passed: the Span to show.
        chosen: the Question at hand.
    """

    jumped = Signal(str)
    passed = Signal(object)
    chosen = Signal(object)

    def __init__(self, desk: Desk, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._answers = presenter.answers
        self._passages: Mapping[str, tuple[Span, ...]] = {}
        self.model = QuestionsModel(desk.texts, self)
        self.table = Table(self.model, stretch=QuestionsModel.QUESTION, widest=150, spare=(3,))
        self.table.setIconSize(SIZE)
        self.table.row_chosen.connect(self._show)
        self.table.row_opened.connect(self._into_card)
        self.card = QuestionCard(desk.texts, self.table)
        self.card.answered.connect(self._give)
        self.card.jumped.connect(self._jump)
        self.safe = QPushButton()
        self.safe.clicked.connect(self._give_safe)
        self.none = wrapping(faded=True)
        self._column(self.none, self.table, self.card, self.safe)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.table.setAccessibleName(self.tr("What the document asks"))
        self.table.say_when_empty(self.tr("The document asks nothing."))
        self.none.setText(self.tr("This document asks nothing."))
        self.table.retranslate()
        self.card.retranslate()
        self._say_safe()

    def fill(self) -> None:
        """Show the questions again, the same one at hand."""
        at = self.table.current()
        questions = self._answers.questions()
        self.table.rows.set_rows(questions)
        self._heights(questions)
        wanted = at.problem.id if at else None
        found = next((each for each in questions if each.problem.id == wanted), None)
        found = found or (questions[0] if questions else None)
        if found is not None:
            self.table.select(found)
        self._show_card(found)
        for widget in (self.table, self.card, self.safe):
            widget.setVisible(bool(questions))
        self.none.setVisible(not questions)
        self._say_safe()

    def show_more(self, images: Mapping[str, QPixmap], passages: Mapping[str, tuple[Span, ...]]) -> None:
        """Small images of pictures, and passages that are asked about, by the id of their question."""
        self._passages = passages
        self.model.show_images(images)
        self._show_card(self.table.current())

    def select(self, problem: str) -> bool:
        """Go to a question."""
        rows: tuple[Question, ...] = self.table.rows.rows
        found = next((each for each in rows if each.problem.id == problem), None)
        if found is None or not self.table.select(found):
            return False
        self._show(found)
        return True

    def show_chosen(self) -> None:
        """Say again which question is at hand: somebody came back to the list."""
        question = self.table.current()
        if question is not None:
            self.chosen.emit(question)

    def unanswered(self) -> tuple[Question, ...]:
        """Questions without an answer that lets a copy be made."""
        return tuple(each for each in self.table.rows.rows if not each.settled)

    def _heights(self, questions: tuple[Question, ...]) -> None:
        """A row with a picture has room for its small image."""
        plain = self.table.verticalHeader().defaultSectionSize()
        for at, question in enumerate(questions):
            tall = question.problem.kind in LOOKED_AT
            self.table.setRowHeight(at, SIZE.height() + 6 if tall else plain)

    def _show(self, question: Question) -> None:
        self._show_card(question)
        self.chosen.emit(question)

    def _show_card(self, question: Question | None) -> None:
        passages = self._passages.get(question.problem.id, ()) if question is not None else ()
        places = passages or (question.stories if question is not None else ())
        self.card.show_question(question, places, able=self._presenter.can_decide)

    def _jump(self, place: Span | str) -> None:
        if isinstance(place, Span):
            self.passed.emit(place)
        else:
            self.jumped.emit(place)

    def _into_card(self, _question: Question) -> None:
        self.card.focus_answers()

    def _say_safe(self) -> None:
        count = len(self._answers.safe())
        self.safe.setText(self.tr("Take the safe answer to %n question(s)", None, count))
        self.safe.setEnabled(bool(count) and self._presenter.can_decide)
        self.safe.setVisible(bool(count))

    def _give(self, problem: str, choice: Choice) -> None:
        if not self._answers.give({problem: choice}):
            return
        rows: tuple[Question, ...] = self.table.rows.rows
        at = next((number for number, each in enumerate(rows) if each.problem.id == problem), 0)
        following = next((each for each in (*rows[at:], *rows[:at]) if not each.settled), None)
        if following is not None and following.problem.id != problem:
            self.select(following.problem.id)
        self.table.setFocus()

    def _give_safe(self) -> None:
        self._answers.give(self._answers.safe())
