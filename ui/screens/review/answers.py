# SPDX-License-Identifier: MIT
"""What the document asks, and answering it as the person at work."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer.model.document import Choice
from reviewer.model.review import Person
from reviewer.workflow import decide
from reviewer.workflow.session import Session
from ui.models.questions import Question
from ui.screens.review import rows
from ui.screens.review.at_work import AtWork


class Answers(QObject):
    """Questions of one document and their answers."""

    def __init__(self, presenter: AtWork, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter

    def questions(self) -> tuple[Question, ...]:
        """What the document asks, with the answers it has."""
        case = self._presenter.case
        return rows.questions(case) if case else ()

    def safe(self) -> dict[str, Choice]:
        """The safe answer to each question that is open."""
        case = self._presenter.case
        return rows.safe_answers(case) if case else {}

    def give(self, choices: dict[str, Choice]) -> bool:
        """Answer questions, as one act."""

        def work(session: Session, review: str, person: Person) -> decide.Change:
            return decide.answer(session, review, choices, person)

        if not choices or self._presenter.act(work) is None:
            return False
        self._presenter.desk.say(self.tr("Answered: %n question(s)", None, len(choices)))
        self._presenter.reload()
        return True
