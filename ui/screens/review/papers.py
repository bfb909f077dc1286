# SPDX-License-Identifier: MIT
"""What the pages of the review come from: a PDF, or a Word document that LibreOffice draws when it is asked to."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal

from reviewer.model.document import Document, Format
from reviewer.model.review import State
from reviewer.progress import Progress, Report
from reviewer.workflow import open as opening
from reviewer.workflow import page_images, pages
from reviewer.workflow.marks import Case
from reviewer.workflow.pages import Paper
from reviewer.workflow.prepared import Source, prepared
from ui.desk import Desk
from ui.jobs import Job

_WITH_COPY = frozenset({State.PREPARED, State.SIGNED, State.RELEASED, State.RECALLED})


class Papers(QObject):
    """The pages of one document and of its prepared copy.

    Signals:
        changed: there are other pages, or none.
        progressed: a Progress of the drawing.
        not_drawn: the error for which there are none; Cancelled when the person stopped it.
        copy_read: the Document of the prepared copy, or None.
    """

    changed = Signal()
    progressed = Signal(object)
    not_drawn = Signal(object)
    copy_read = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._copy: Source | None = None
        self._paper: Paper | None = None
        self._copy_paper: Paper | None = None
        self._drawing: Job | None = None
        self._asked = 0
        self.on_copy = False

    @property
    def original(self) -> Paper | None:
        """The pages of the original, once they are there."""
        return self._paper

    @property
    def current(self) -> Paper | None:
        """The pages on the screen: those of the copy while the copy is shown."""
        return self._copy_paper if self.on_copy else self._paper

    @property
    def drawing(self) -> bool:
        """Whether LibreOffice is at work."""
        return self._drawing is not None

    def open(self, case: Case | None) -> None:
        """Another document; a PDF is read again for its pages, a Word document is not drawn before `draw`."""
        self.stop()
        self._case, self._paper = case, None
        self.leave_copy()
        if case is None or case.document.format is not Format.PDF:
            return
        session, review_id = self._desk.session, case.review.id

        def look(_report: Report) -> object:
            return review_id, pages.glance(session, review_id)

        # Its bytes are enough to show a page; where its words stand takes much longer.
        self._desk.start(self._title(case), look, self._glanced, writes=False)

    @property
    def places_known(self) -> bool:
        """Whether it is known where places are on the pages of the original."""
        return self._paper is not None and not isinstance(self._paper, pages.Glance)

    def draw(self) -> None:
        """Have the pages of the original or of the copy drawn, unless they are there."""
        if self._case is None or self._drawing is not None or self.current is not None:
            return
        session, review_id, copy, on_copy = self._desk.session, self._case.review.id, self._copy, self.on_copy
        if on_copy and copy is None:
            return

        def work(report: Report) -> object:
            if on_copy and copy is not None:
                return page_images.pages_of(session, copy, report=report)
            return page_images.pages_of_review(session, review_id, report=report)

        self._asked += 1
        title = self.tr("Drawing the pages of {name}").format(name=self._case.review.name)
        drawn = partial(self._drawn, self._asked, on_copy=on_copy)
        failed = partial(self._failed, self._asked)
        self._drawing = self._desk.start(title, work, drawn, failed, writes=False)
        self._drawing.progressed.connect(self._progressed)

    def stop(self) -> None:
        """Stop LibreOffice; what it may still answer is not heard any more."""
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
            self._asked += 1

    def has_copy(self, state: State) -> bool:
        """Whether a prepared copy is kept in that state."""
        return state in _WITH_COPY

    def read_copy(self) -> None:
        """Read the prepared copy; the pages of the original are no longer the current ones."""
        if self._case is None:
            return
        self.stop()
        self.on_copy = True
        self.changed.emit()
        session, review_id = self._desk.session, self._case.review.id

        def work(report: Report) -> object:
            return review_id, prepared(session, review_id, report=report)

        self._desk.start(
            self.tr("Reading the prepared copy"), work, self._read_copy, self._no_copy, writes=False
        )

    def leave_copy(self) -> None:
        """Back to the original."""
        if self.on_copy:
            self.stop()
        self._copy, self._copy_paper, self.on_copy = None, None, False
        self.changed.emit()

    def _title(self, case: Case) -> str:
        return self.tr("Reading the pages of {name}").format(name=case.review.name)

    def _glanced(self, result: object) -> None:
        assert isinstance(result, tuple)  # noqa: S101 - made in open
        case = self._case
        if case is None or case.review.id != result[0]:
            return
        self._paper = result[1]
        self.changed.emit()
        session, review_id = self._desk.session, case.review.id

        def work(report: Report) -> object:
            return review_id, opening.source_of(session, review_id, report=report)

        self._desk.start(self._title(case), work, self._read, writes=False)

    def _read(self, result: object) -> None:
        assert isinstance(result, tuple)  # noqa: S101 - made in _glanced
        review_id, source = result
        if self._case is not None and self._case.review.id == review_id:
            self._paper = source
            self.changed.emit()

    def _drawn(self, asked: int, paper: object, *, on_copy: bool) -> None:
        if asked != self._asked:
            return
        self._drawing = None
        if on_copy:
            self._copy_paper = cast("Paper", paper)
        else:
            self._paper = cast("Paper", paper)
        self.changed.emit()

    def _failed(self, asked: int, error: object) -> None:
        if asked == self._asked:
            self._drawing = None
            self.not_drawn.emit(error)

    def _progressed(self, _job: Job, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _read_copy(self, result: object) -> None:
        assert isinstance(result, tuple)  # noqa: S101 - made in read_copy
        review_id, source = result
        document: Document | None = None
        here = self.on_copy and self._case is not None and self._case.review.id == review_id
        if here and source is not None:
            self._copy, document = source, source.document
            self._copy_paper = source if document.format is Format.PDF else None
            self.changed.emit()
        self.copy_read.emit(document)

    def _no_copy(self, error: object) -> None:
        self._desk.explain_any(error)
        self.copy_read.emit(None)
