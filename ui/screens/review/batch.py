# SPDX-License-Identifier: MIT
"""The same words in the other documents under review, read away from the screen, counted for the passage at hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reviewer.progress import Report
from reviewer.workflow.across import Batch, Elsewhere
from reviewer.workflow.marks import Mark
from ui.screens.review.at_work import AtWork


class BatchWords(QObject):
    """The other documents.

    Signals:
        counted: they are read, counts can be shown.
    """

    counted = Signal()

    def __init__(self, presenter: AtWork, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._batch = Batch(presenter.desk.session)

    def open(self) -> None:
        """Read what is not read yet."""
        case = self._presenter.case
        if case is None or not self._batch.unread(case.review.id):
            return
        batch, review_id = self._batch, case.review.id

        def work(report: Report) -> object:
            batch.read(review_id, report=report)
            return review_id

        title = self.tr("Looking for the same words in the other documents")
        self._presenter.desk.start(title, work, self._read, writes=False)

    def elsewhere(self, mark: Mark) -> tuple[Elsewhere, ...]:
        """The places of the same words on which nobody has decided, by document."""
        case = self._presenter.case
        if case is None or mark.finding is None:
            return ()
        return self._batch.elsewhere(case.review.id, mark.finding, case.document.text_of(mark.finding.span))

    def _read(self, _review_id: object) -> None:
        self.counted.emit()
