# SPDX-License-Identifier: MIT
"""Small images of the pages that questions of a PDF are about, drawn away from the screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from reviewer.model.document import Document, Format, ProblemKind
from reviewer.progress import Progress, Report, Stage
from reviewer.workflow import pages
from ui.desk import Desk
from ui.screens.review.papers import Papers

SIZE = QSize(72, 40)
"""What a small image may fill, of a page or of a picture."""
LOOKED_AT = frozenset({ProblemKind.UNREADABLE_PAGE, ProblemKind.UNTRUSTED_TEXT, ProblemKind.IMAGE})
"""Questions that are better answered by looking."""
_MOST = 200


class Thumbnails(QObject):
    """The pages that the document at hand asks about.

    Signals:
        ready: they are drawn.
    """

    ready = Signal()

    def __init__(self, desk: Desk, papers: Papers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._papers = desk, papers
        self._document: Document | None = None
        self._asked: Document | None = None
        self._images: Mapping[int, QImage] = {}
        papers.changed.connect(self._other_paper)

    def open(self, document: Document | None) -> None:
        """Another document."""
        self._document, self._asked, self._images = document, None, {}
        self._other_paper()

    def by_problem(self) -> Mapping[str, QPixmap]:
        """A small image for each question about a page, by the id of the question."""
        problems = self._document.problems if self._document is not None else ()
        return {
            each.id: QPixmap.fromImage(self._images[each.page])
            for each in problems
            if each.kind in LOOKED_AT and each.page is not None and each.page in self._images
        }

    def _other_paper(self) -> None:
        document, paper = self._document, self._papers.original
        if document is None or paper is None or document.format is not Format.PDF or self._asked is document:
            return
        wanted = sorted({each.page for each in document.problems if each.kind in LOOKED_AT and each.page})
        self._asked = document
        if not wanted:
            return
        data, sharp = paper.data, QGuiApplication.primaryScreen().devicePixelRatio()

        def work(report: Report) -> object:
            made = {}
            for done, page in enumerate(wanted[:_MOST]):
                report(Progress(Stage.READING, done, len(wanted[:_MOST])))
                made[page] = _small(data, page, sharp)
            return document, made

        title = self.tr("Drawing the pages that are asked about")
        self._desk.start(title, work, self._drawn, writes=False)

    def _drawn(self, result: object) -> None:
        assert isinstance(result, tuple)  # noqa: S101 - made in _other_paper
        document, images = result
        if document is self._document:
            self._images = images
            self.ready.emit()


def _small(data: bytes, page: int, sharp: float) -> QImage:
    width, height = pages.page_size(data, page)
    scale = min(SIZE.width() / max(width, 1.0), SIZE.height() / max(height, 1.0))
    made = pages.page_image(data, page, scale=scale * sharp)
    image = QImage(made.rgba, made.width, made.height, made.stride, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(sharp)
    return image
