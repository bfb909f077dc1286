# SPDX-License-Identifier: MIT
"""The list of what the document asks: what it is, where, how many, the answer; pictures with a small image."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPixmap

from reviewer.model.document import Choice, Document, Problem
from reviewer.workflow.questions import UNSETTLED
from ui.models.table import TableModel
from ui.question_texts import QuestionTexts
from ui.texts import Texts


@dataclass(frozen=True, slots=True)
class Question:
    """A problem of the document, the answer it has, its number among its kind (0 alone), where its text stands."""

    document: Document
    problem: Problem
    choice: Choice | None
    number: int = 0
    stories: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether it has an answer that lets a copy be made."""
        return self.choice not in UNSETTLED


class QuestionsModel(TableModel[Question]):
    """Questions: the answer, the question, where, how many."""

    ANSWER, QUESTION = 0, 1

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(texts, parent)
        self.said = QuestionTexts(self)
        self._images: Mapping[str, QPixmap] = {}

    def show_images(self, images: Mapping[str, QPixmap]) -> None:
        """Small images of pictures, by the id of their problem."""
        self._images = images
        if self.rows:
            column = self.QUESTION
            self.dataChanged.emit(self.index(0, column), self.index(len(self.rows) - 1, column))

    def headers(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return (self.tr("Answer"), self.tr("Question"), self.tr("Where"), self.tr("How many"))

    def cells(self, row: Question) -> tuple[str, ...]:
        """The texts of a row."""
        answer = self.texts.choice(row.choice) if row.choice else self.tr("open")
        number = f" {row.number}" if row.number else ""
        return (
            f"{'✓' if row.settled else '?'} {answer}",
            f"{self.said.name(row.problem)}{number}",
            self.where(row),
            str(row.problem.count),
        )

    def where(self, row: Question) -> str:
        """Where its text stands, or its page."""
        if row.problem.page is not None:
            return self.tr("page {page}").format(page=row.problem.page)
        if row.stories:
            first = self.texts.story(row.document, row.stories[0])
            more = len(row.stories) - 1
            return self.tr("{place} and %n more", None, more).format(place=first) if more else first
        return self.tr("document")

    def tip(self, row: Question, column: int) -> str:
        """The question itself."""
        return self.said.about(row.problem)

    def decoration(self, row: Question, column: int, role: int) -> Any:
        """A picture is recognised sooner than its number."""
        if column == self.QUESTION and role == Qt.ItemDataRole.DecorationRole:
            return self._images.get(row.problem.id)
        return None
