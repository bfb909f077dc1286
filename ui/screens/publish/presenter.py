# SPDX-License-Identifier: MIT
"""What publishing does: checks the record as it is typed, keeps it, writes the release folder, proves one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.errors import ReviewerError
from reviewer.model.release import PortalRecord
from reviewer.model.review import PersonRole, State
from reviewer.progress import Report
from reviewer.workflow import listing, publish, records
from reviewer.workflow.listing import Row
from reviewer.workflow.publish import Released
from reviewer.workflow.records import Complaint
from ui.desk import Desk

_WITH_RECORD = frozenset({State.OPEN, State.DECIDED, State.PREPARED})
_SHOWN = _WITH_RECORD | {State.SIGNED, State.RELEASED, State.RECALLED}


class PublishPresenter(QObject):
    """Records and releases.

    Signals:
        changed: the list changed.
        chosen: another review is at hand.
        released: the Released that was written.
        proved: the folder whose release was proved.
    """

    changed = Signal()
    chosen = Signal()
    released = Signal(object)
    proved = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.rows: tuple[Row, ...] = ()
        self.row: Row | None = None
        self.record: PortalRecord = {}
        self.complaints: tuple[Complaint, ...] = ()
        self._drafts: dict[str, PortalRecord] = {}

    def reload(self) -> None:
        """Read the list again; the review at hand stays."""
        try:
            self.rows = tuple(
                row for row in listing.uncounted(self.desk.session) if row.review.state in _SHOWN
            )
        except ReviewerError as error:
            self.desk.explain(error)
        self.changed.emit()
        at = self.row.review.id if self.row else None
        again = next((row for row in self.rows if row.review.id == at), None)
        if again is None:
            self.choose(self.rows[0] if self.rows else None)
        elif again.review.id in self._drafts:
            self.row = again
        else:
            self.choose(again)

    def choose(self, row: Row | None) -> None:
        """Take a review at hand, with its record or the beginning of one."""
        self.row = row
        try:
            kept = records.record_of(self.desk.session, row.review.id) if row else {}
        except ReviewerError as error:
            self.desk.explain(error)
            kept = {}
        self.record = self._drafts.get(row.review.id, kept) if row else kept
        self.check(self.record)
        self.chosen.emit()

    @property
    def is_draft(self) -> bool:
        """Whether the record at hand was typed and not kept yet."""
        return self.row is not None and self.row.review.id in self._drafts

    def draft(self, record: PortalRecord) -> None:
        """Hold what was typed, right or not, while the person looks at something else."""
        if self.row is not None:
            self._drafts[self.row.review.id] = record
        self.check(record)

    @property
    def can_keep(self) -> bool:
        """Whether the record at hand may still change."""
        allowed = self.desk.may(PersonRole.AUTHOR, PersonRole.OFFICER)
        return self.row is not None and self.row.review.state in _WITH_RECORD and allowed

    @property
    def signed(self) -> tuple[Row, ...]:
        """Reviews that can be released."""
        return tuple(row for row in self.rows if row.review.state is State.SIGNED)

    def check(self, record: PortalRecord) -> tuple[Complaint, ...]:
        """What is wrong with a record as it stands."""
        self.complaints = records.complaints(self.desk.session, record)
        return self.complaints

    def keep(self, record: PortalRecord) -> bool:
        """Keep the record of the review at hand."""
        person = self.desk.worker()
        if person is None or self.row is None:
            return False
        prepared = self.row.review.state is State.PREPARED
        try:
            publish.set_record(self.desk.session, self.row.review.id, record, person)
        except ReviewerError as error:
            self.desk.explain(error)
            return False
        self.record = record
        self._drafts.pop(self.row.review.id, None)
        again = self.tr("The record is kept. The copy carries its title: prepare it again.")
        self.desk.say(again if prepared else self.tr("The record is kept."))
        self.desk.reviews_changed.emit()
        self.reload()
        return True

    def release(self, rows: tuple[Row, ...], folder: Path) -> None:
        """Write the release folder of signed reviews."""
        person = self.desk.worker()
        if person is None or not rows:
            return
        session, ids = self.desk.session, tuple(row.review.id for row in rows)

        def work(report: Report) -> object:
            return publish.release(session, ids, folder, person, report=report)

        self.desk.start(self.tr("Writing the release"), work, self._released)

    @property
    def can_recall(self) -> bool:
        """Whether the person at work may take the release of the review at hand back."""
        released = self.row is not None and self.row.review.state is State.RELEASED
        return released and self.desk.may(PersonRole.OFFICER, PersonRole.IMSO)

    def recall(self, because: str) -> bool:
        """Take a release back, with the reason."""
        person = self.desk.worker()
        if person is None or self.row is None:
            return False
        try:
            publish.recall(self.desk.session, self.row.review.id, person, because)
        except ReviewerError as error:
            self.desk.explain(error)
            return False
        said = self.tr("{name} is recalled. Withdraw its folder from wherever it was loaded.")
        self.desk.say(said.format(name=self.row.review.name))
        self.desk.reviews_changed.emit()
        self.reload()
        return True

    def prove(self, folder: Path) -> None:
        """Prove a release folder."""

        def work(report: Report) -> object:
            return folder, publish.verify_release(folder)

        self.desk.start(self.tr("Checking {name}").format(name=folder.name), work, self._proved, writes=False)

    def _released(self, released: object) -> None:
        assert isinstance(released, Released)  # noqa: S101 - made in release
        self.desk.say(self.tr("The release is written and proved: {folder}").format(folder=released.folder))
        self.desk.reviews_changed.emit()
        self.reload()
        self.released.emit(released)

    def _proved(self, result: object) -> None:
        assert isinstance(result, tuple)  # noqa: S101 - made in prove
        folder, check = result
        self.desk.say(
            self.tr("{folder} is whole: %n file(s), signed by {signer}…", None, check.files).format(
                folder=folder.name, signer=check.fingerprint[:16]
            )
        )
        self.proved.emit(folder)
