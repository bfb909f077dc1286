# SPDX-License-Identifier: MIT
"""Lists of the other screens: people, the journal, two columns of counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from reviewer.model.journal import Action, Entry
from reviewer.model.review import Person
from ui.models.table import TableModel
from ui.texts import Texts


class PeopleModel(TableModel[Person]):
    """People: name, role, fingerprint of the signing key."""

    def headers(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return (self.tr("Name"), self.tr("Role"), self.tr("Key fingerprint"))

    def cells(self, row: Person) -> tuple[str, ...]:
        """The texts of a row."""
        return (row.name, self.texts.person_role(row.role), row.fingerprint[:16])

    def tip(self, row: Person, column: int) -> str:
        """The whole fingerprint."""
        return row.fingerprint


class JournalModel(TableModel[Entry]):
    """The journal: number, time, what, who, which review."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(texts, parent)
        self.names: Mapping[str, Person] = {}
        self.reviews: Mapping[str, str] = {}

    def headers(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return (
            self.tr("No."),
            self.tr("When"),
            self.tr("What"),
            self.tr("Who"),
            self.tr("Document"),
            self.tr("Details"),
        )

    def cells(self, row: Entry) -> tuple[str, ...]:
        """The texts of a row."""
        who = self._name(row.person or "")
        details = ", ".join(f"{key} {str(value)[:16]}" for key, value in row.details.items())
        document = self.reviews.get(row.review, row.review) if row.review else ""
        return (str(row.number), self.texts.date(row.time), self._action(row.action), who, document, details)

    def sort_key(self, row: Entry, column: int) -> object:
        """Numbers are sorted as numbers."""
        return row.number if column == 0 else super().sort_key(row, column)

    def _name(self, person: str) -> str:
        return self.names[person].name if person in self.names else person

    def _action(self, action: Action) -> str:
        return {
            Action.PERSON_ADDED: self.tr("Person added"),
            Action.REVIEW_OPENED: self.tr("Review opened"),
            Action.FINDINGS_RECORDED: self.tr("Findings recorded"),
            Action.DECIDED: self.tr("Decided"),
            Action.ANSWERED: self.tr("Answered"),
            Action.UNDONE: self.tr("Undone"),
            Action.REDONE: self.tr("Redone"),
            Action.SEEN: self.tr("Marked as read"),
            Action.RECORD_SET: self.tr("Portal record kept"),
            Action.PREPARED: self.tr("Copy prepared"),
            Action.PREPARE_REFUSED: self.tr("Copy refused by the gate"),
            Action.SENT_BACK: self.tr("Sent back"),
            Action.CHECKLIST_CONFIRMED: self.tr("Checklist confirmed"),
            Action.SIGNED: self.tr("Signed"),
            Action.IMSO_APPROVED: self.tr("Senior official's approval recorded"),
            Action.RELEASED: self.tr("Released"),
            Action.RECALLED: self.tr("Recalled"),
            Action.PUSHED: self.tr("Loaded into the portal"),
            Action.REFUSED: self.tr("Refused"),
            Action.MEMORY_FORGOTTEN: self.tr("Office memory: forgotten"),
            Action.MEMORY_EXPORTED: self.tr("Office memory: exported"),
            Action.MEMORY_IMPORTED: self.tr("Office memory: imported"),
        }[action]
