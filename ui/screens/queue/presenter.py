# SPDX-License-Identifier: MIT
"""What the queue does: takes files and folders in, one job a file, and keeps the reason for each that failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.errors import Cancelled, ReviewerError, UnansweredProblem
from reviewer.model.review import Person, Review, State
from reviewer.progress import Report
from reviewer.workflow import listing, sign_off
from reviewer.workflow.detect import take_in
from reviewer.workflow.listing import Row
from reviewer.workflow.session import Session
from reviewer.workflow.sofar import SoFar
from ui.desk import Desk
from ui.first_page import FirstPage
from ui.jobs import Job
from ui.models.reviews import Failure

_REFUSABLE = frozenset({State.OPEN, State.DECIDED, State.PREPARED, State.SIGNED})


class QueuePresenter(QObject):
    """The documents that are on their way.

    Signals:
        changed: the rows changed.
        failed: the list of failures changed.
        taken: a Review that was taken in.
    """

    changed = Signal()
    failed = Signal()
    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.rows: tuple[Row, ...] = ()
        self.failures: tuple[Failure, ...] = ()
        self.first = FirstPage(self)
        desk.reviews_changed.connect(self.reload)
        desk.review_decided.connect(self._forget_counts)

    def recount(self) -> None:
        """Read everything again, also what another window or command may have changed."""
        self.rows = ()
        self.reload()

    def reload(self) -> None:
        """Read the queue again; documents that nobody touched are not counted again."""
        try:
            self.rows = listing.rows(self.desk.session, self.rows)
        except ReviewerError as error:
            self.desk.explain(error)
        self.changed.emit()

    def add(self, paths: Iterable[Path], *, encoding: str | None = None) -> None:
        """Take files in; a folder gives every file in it."""
        person = self.desk.worker()
        if person is None:
            return
        for path in paths:
            if path.is_dir():
                title = self.tr("Looking into {name}").format(name=path.name)
                self.desk.start(title, partial(_files, path), self._listed, writes=False)
            else:
                self._take(path, person, encoding)

    def try_again(self, failure: Failure, encoding: str | None = None) -> None:
        """Take a file in once more, with the encoding that the person named."""
        self.forget(failure)
        self.add((failure.path,), encoding=encoding)

    def forget(self, failure: Failure) -> None:
        """Take a failure off the list."""
        self.failures = tuple(each for each in self.failures if each is not failure)
        self.failed.emit()

    def refuse(self, row: Row, because: str) -> bool:
        """Take a review off the way, with the reason."""
        person = self.desk.worker()
        if person is None:
            return False
        try:
            sign_off.refuse(self.desk.session, row.review.id, person, because)
        except ReviewerError as error:
            self.desk.explain(error)
            return False
        self.desk.say(self.tr("{name} is refused.").format(name=row.review.name))
        self.desk.reviews_changed.emit()
        return True

    @staticmethod
    def can_refuse(row: Row | None) -> bool:
        """Whether a review can still be taken off the way."""
        return row is not None and row.review.state in _REFUSABLE

    @staticmethod
    def asks_encoding(failure: Failure | None) -> bool:
        """Whether the file is text in an encoding that a person must name."""
        return failure is not None and isinstance(failure.error, UnansweredProblem)

    def _forget_counts(self, review_id: str) -> None:
        self.rows = tuple(row for row in self.rows if row.review.id != review_id)

    def _listed(self, paths: object) -> None:
        assert isinstance(paths, tuple)  # noqa: S101 - made in _files
        if not paths:
            self.desk.warn(self.tr("There is no file in that folder."))
        self.add(paths)

    def _take(self, path: Path, person: Person, encoding: str | None) -> None:
        title = self.tr("Taking in {name}").format(name=path.name)
        tell = partial(self.first.tell, path)
        work = self.first.before(path, partial(_take_in, self.desk.session, path, person, encoding, tell))
        self.first.follow(_Taking(self, path, title).start(work))

    def hear_taken(self, review: Review) -> None:
        """A file was taken in."""
        # A review that was known, and not searched yet, was counted without its findings.
        self._forget_counts(review.id)
        self.desk.say(self.tr("{name} is in the queue.").format(name=review.name))
        self.desk.reviews_changed.emit()
        self.taken.emit(review)

    def hear_failed(self, path: Path, error: ReviewerError) -> None:
        """A file could not be taken in."""
        self.desk.reviews_changed.emit()
        if isinstance(error, Cancelled):
            self.desk.explain(error)
            return
        self.failures = (*(each for each in self.failures if each.path != path), Failure(path, error))
        self.failed.emit()


class _Taking(QObject):
    """Knows which file a job was about."""

    def __init__(self, presenter: QueuePresenter, path: Path, title: str) -> None:
        super().__init__(presenter)
        self._presenter, self._path, self._title = presenter, path, title

    def start(self, work: Callable[[Report], Review]) -> Job:
        return self._presenter.desk.start(self._title, work, self._done, self._failed)

    def _done(self, review: object) -> None:
        assert isinstance(review, Review)  # noqa: S101 - made in _take_in
        self._presenter.hear_taken(review)
        self.deleteLater()

    def _failed(self, error: object) -> None:
        assert isinstance(error, ReviewerError)  # noqa: S101 - the desk hands over nothing else
        self._presenter.hear_failed(self._path, error)
        self.deleteLater()


def _take_in(
    session: Session,
    path: Path,
    person: Person,
    encoding: str | None,
    tell: Callable[[SoFar], None],
    report: Report,
) -> Review:
    return take_in(session, path, person, encoding=encoding, report=report, tell=tell)


def _files(folder: Path, report: Report) -> tuple[Path, ...]:
    """Every file below a folder, but hidden ones and the lock files of word processors."""
    found = []
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if not hidden and path.is_file():
            found.append(path)
    return tuple(found)
