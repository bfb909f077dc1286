# SPDX-License-Identifier: MIT
"""What the settings do: add people, choose language and theme, show the journal and prove its chain."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reviewer.errors import ReviewerError, UsageError
from reviewer.model.journal import Entry
from reviewer.model.review import Person, PersonRole
from reviewer.workflow import listing, people
from ui.desk import Desk
from ui.settings import Theme


class SettingsPresenter(QObject):
    """People, choices, journal.

    Signals:
        themed: another theme was chosen.
    """

    themed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def add_person(self, name: str, role: PersonRole, passphrase: str, again: str) -> Person | None:
        """Add a person with a signing key of their own."""
        try:
            if passphrase != again:
                raise UsageError(detail="passphrase_differs")
            person = people.add_person(self.desk.session, name, role, passphrase)
        except ReviewerError as error:
            self.desk.warn(self._said(error))
            return None
        self.desk.reload_people()
        self.desk.say(self.tr("{name} is added.").format(name=person.name))
        return person

    def theme(self, theme: Theme) -> None:
        """Colour the window otherwise."""
        self.desk.remember(theme=theme)
        self.themed.emit(theme)

    def journal(self) -> tuple[Entry, ...]:
        """Every entry, the newest first."""
        return tuple(reversed(listing.entries(self.desk.session)))

    def people_by_id(self) -> dict[str, Person]:
        """Everybody, to put names to entries."""
        return listing.names(self.desk.session)

    def documents_by_id(self) -> dict[str, str]:
        """Names of documents, to put names to entries."""
        return {row.review.id: row.review.name for row in listing.uncounted(self.desk.session)}

    def check_journal(self) -> bool:
        """Prove the chain."""
        try:
            listing.check_journal(self.desk.session)
        except ReviewerError as error:
            self.desk.explain(error)
            return False
        self.desk.say(self.tr("The journal is whole: no entry was changed or taken away."))
        return True

    def _said(self, error: ReviewerError) -> str:
        detail = error.facts.get("detail")
        said = {
            "passphrase_differs": self.tr("The two passphrases differ."),
            "passphrase_short": self.tr("The passphrase is too short: at least 12 characters."),
            "name": self.tr("Give a name."),
        }
        return said.get(str(detail)) or self.desk.texts.error(error)
