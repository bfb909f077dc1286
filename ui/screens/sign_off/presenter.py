# SPDX-License-Identifier: MIT
"""What sign-off does: gathers the sheet, records the senior official's approval, signs, or sends back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from reviewer.errors import ReviewerError
from reviewer.model.document import StoryKind
from reviewer.model.review import PersonRole, State
from reviewer.progress import Report
from reviewer.workflow import listing, sign_off
from reviewer.workflow.listing import Row
from reviewer.workflow.marks import Mark, Standing, marks
from reviewer.workflow.sheet import Sheet
from ui.desk import Desk

_HERE = frozenset({State.PREPARED, State.SIGNED})


class SignOffPresenter(QObject):
    """Reviews that are ready to sign or signed.

    Signals:
        changed: the list or the sheet changed.
        signed: a review was signed.
    """

    changed = Signal()
    signed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.rows: tuple[Row, ...] = ()
        self.sheet: Sheet | None = None
        self.marks: tuple[Mark, ...] = ()

    def reload(self) -> None:
        """Read the list and the sheet again."""
        try:
            self.rows = tuple(
                row for row in listing.uncounted(self.desk.session) if row.review.state in _HERE
            )
        except ReviewerError as error:
            self.desk.explain(error)
        at = self.sheet.case.review.id if self.sheet else None
        ids = [row.review.id for row in self.rows]
        self.choose(at if at in ids else ids[0] if ids else None)

    def choose(self, review_id: str | None) -> None:
        """Read the sheet of a review."""
        self.sheet = None
        if review_id is not None:
            try:
                self.sheet = sign_off.sheet(self.desk.session, review_id)
            except ReviewerError as error:
                self.desk.explain(error)
        self.marks = marks(self.sheet.case) if self.sheet else ()
        self.changed.emit()

    @property
    def can_sign(self) -> bool:
        """Whether the sheet could be signed by the person at work; the workflow has the last word."""
        sheet = self.sheet
        ready = (
            sheet is not None and sheet.candidate is not None and sheet.case.review.state is State.PREPARED
        )
        return ready and self.desk.may(PersonRole.OFFICER)

    @property
    def can_send_back(self) -> bool:
        """Whether the person at work may send the review back."""
        return self.sheet is not None and self.desk.may(PersonRole.OFFICER, PersonRole.IMSO)

    @property
    def can_approve(self) -> bool:
        """Whether the approval can be recorded now."""
        return self.sheet is not None and self.desk.may(PersonRole.OFFICER, PersonRole.IMSO)

    def count(self, standing: Standing) -> int:
        """How many places stand so."""
        return sum(mark.standing is standing for mark in self.marks)

    def coverage(self) -> tuple[int, int, int, int]:
        """Pages read, pages, texts read, texts (those that no page shows)."""
        if self.sheet is None:
            return 0, 0, 0, 0
        document = self.sheet.case.document
        apart = [
            each.id for each in document.stories if each.kind is not StoryKind.PAGE and each.text.strip()
        ]
        pages = {each.page for each in self.sheet.case.seen if each.page is not None}
        stories = {each.story for each in self.sheet.case.seen} & set(apart)
        return len(pages), document.pages or 0, len(stories), len(apart)

    def sign(self, passphrase: str, confirmed: Mapping[str, str], words: tuple[str, ...]) -> None:
        """Sign exactly the candidate's bytes."""
        person, sheet = self.desk.worker(), self.sheet
        if person is None or sheet is None:
            return
        session, review_id = self.desk.session, sheet.case.review.id

        def work(report: Report) -> object:
            return sign_off.sign(session, review_id, person, passphrase, confirmed, words=words)

        self.desk.start(self.tr("Signing {name}").format(name=sheet.case.review.name), work, self._signed)

    def send_back(self, note: str) -> bool:
        """Give the review back to its author."""
        person, sheet = self.desk.worker(), self.sheet
        if person is None or sheet is None:
            return False
        try:
            sign_off.send_back(self.desk.session, sheet.case.review.id, person, note)
        except ReviewerError as error:
            self.desk.explain(error)
            return False
        self.desk.say(self.tr("{name} is sent back.").format(name=sheet.case.review.name))
        self.desk.reviews_changed.emit()
        self.reload()
        return True

    def approve(self, name: str, date: dt.date, reference: str) -> bool:
        """Record the senior official's approval."""
        person, sheet = self.desk.worker(), self.sheet
        if person is None or sheet is None:
            return False
        review_id = sheet.case.review.id
        try:
            sign_off.approve(self.desk.session, review_id, person, name=name, date=date, reference=reference)
        except ReviewerError as error:
            self.desk.explain(error)
            return False
        self.desk.say(self.tr("The approval is recorded."))
        self.choose(review_id)
        return True

    def today(self) -> dt.date:
        """The day of the session's clock."""
        return self.desk.session.clock().date()

    def _signed(self, _signature: object) -> None:
        self.desk.say(self.tr("Signed."))
        self.desk.reviews_changed.emit()
        self.reload()
        self.signed.emit()
