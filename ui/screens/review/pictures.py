# SPDX-License-Identifier: MIT
"""What the questions of a Word document are about: its pictures with the places of marks, its passages hard to see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from reviewer.model.document import Format, Problem, ProblemKind, Region, Span
from reviewer.progress import Report
from reviewer.workflow import open as opening
from reviewer.workflow import pictures, questions
from reviewer.workflow.marks import Case, Mark
from reviewer.workflow.pictures import PictureView
from ui.desk import Desk
from ui.screens.review.thumbnails import SIZE

_LOOKED_AT = frozenset({ProblemKind.IMAGE, ProblemKind.FAINT_TEXT})


@dataclass(frozen=True)
class Shown:
    """A picture that can be shown: its pixels, its words in reading order, the story that they are."""

    problem: str
    story: str | None
    image: QImage
    view: PictureView

    def word_rects(self) -> tuple[QRectF, ...]:
        """Where each word stands."""
        return tuple(
            QRectF(word.x0, word.y0, word.x1 - word.x0, word.y1 - word.y0) for word in self.view.words
        )

    def rects(self, mark: Mark) -> tuple[QRectF, ...]:
        """Where a mark stands in this picture; nowhere for one of another place."""
        target = mark.target
        if isinstance(target, Region) and target.problem == self.problem:
            return (QRectF(target.x0, target.y0, target.x1 - target.x0, target.y1 - target.y0),)
        numbers = self.numbers(target) if isinstance(target, Span) else None
        return self.word_rects()[numbers[0] : numbers[1] + 1] if numbers is not None else ()

    def span(self, first: int, last: int) -> Span | None:
        """The text of the words from one number to another, both included."""
        if self.story is None:
            return None
        return Span(self.story, self.view.words[first].start, self.view.words[last].end)

    def numbers(self, span: Span) -> tuple[int, int] | None:
        """The first and the last word that a span touches."""
        if span.story != self.story:
            return None
        words = enumerate(self.view.words)
        touched = [at for at, word in words if word.start < span.end and span.start < word.end]
        return (touched[0], touched[-1]) if touched else None

    def region(self, rect: QRectF) -> Region:
        """A rectangle as a place that can be decided on, within the picture."""
        inside = rect.intersected(QRectF(0, 0, self.view.width, self.view.height))
        return Region(self.problem, inside.left(), inside.top(), inside.right(), inside.bottom())


class Pictures(QObject):
    """The pictures of one document, and the passages that its questions are about.

    Signals:
        ready: they are read.
    """

    ready = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._review = ""
        self._shown: dict[str, Shown] = {}
        self.passages: Mapping[str, tuple[Span, ...]] = {}

    def open(self, case: Case | None) -> None:
        """Another document; one with pictures, or with text that can hardly be seen, is read again for them."""
        self._shown, self.passages = {}, {}
        self._review = case.review.id if case else ""
        if case is None or case.document.format is not Format.DOCX:
            return
        asked = tuple(each for each in case.document.problems if each.kind in _LOOKED_AT)
        if not asked:
            return
        session, review_id = self._desk.session, case.review.id

        def work(report: Report) -> object:
            source = opening.source_of(session, review_id, report=report)
            views = ((each, pictures.picture_of(source, each.id)) for each in asked)
            passages = {each.id: questions.passages_about(source, each) for each in asked}
            return review_id, [_shown(each, view) for each, view in views if view is not None], passages

        title = self.tr("Reading the pictures of {name}").format(name=case.review.name)
        self._desk.start(title, work, self._read, writes=False)

    def shown(self, problem: str) -> Shown | None:
        """A picture; None as long as it is not read, or when it cannot be shown."""
        return self._shown.get(problem)

    def of(self, mark: Mark) -> Shown | None:
        """The picture in which a mark stands."""
        return next((each for each in self._shown.values() if each.rects(mark)), None)

    def around(self, span: Span) -> Shown | None:
        """The picture in which a span stands."""
        return next((each for each in self._shown.values() if each.numbers(span) is not None), None)

    def thumbnails(self) -> Mapping[str, QPixmap]:
        """A small image of each, by the id of its question."""
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        return {
            problem: QPixmap.fromImage(each.image.scaled(SIZE, keep, smooth))
            for problem, each in self._shown.items()
        }

    def _read(self, result: object) -> None:
        assert isinstance(result, tuple)  # noqa: S101 - made in open
        review_id, shown, passages = result
        if review_id == self._review:
            self._shown, self.passages = {each.problem: each for each in shown}, passages
            self.ready.emit()


def _shown(problem: Problem, view: PictureView) -> Shown:
    image = QImage.fromData(view.png)
    return Shown(problem.id, problem.story, image, view)
