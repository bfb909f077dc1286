# SPDX-License-Identifier: MIT
"""What is there at once of a file that is being taken in: the first page of a PDF, then what was found so far."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from reviewer.errors import ReviewerError
from reviewer.progress import Progress, Report
from reviewer.workflow import pages
from reviewer.workflow.peek import peek
from reviewer.workflow.sofar import SoFar
from ui.jobs import Job

T = TypeVar("T")
WIDE = 300
"""Pixels of the screen."""


@dataclass(frozen=True)
class First:
    """The first page of a file, of `pages` in all."""

    name: str
    pages: int
    text: str
    image: QImage


class FirstPage(QObject):
    """Draws the first page of the file whose turn it is; one that cannot be drawn is not: the reading says why.

    Signals:
        shown: the First of the file.
        found: the name of the file, and a SoFar.
        progressed: a Progress of its reading.
        gone: no file is being read any more.
    """

    shown = Signal(object)
    found = Signal(str, object)
    progressed = Signal(object)
    gone = Signal()
    _drawn = Signal(object)
    _counted = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A bound method of this thread's object: what the worker draws is shown here.
        self._drawn.connect(self._show)
        self._counted.connect(self._count)

    def before(self, path: Path, work: Callable[[Report], T]) -> Callable[[Report], T]:
        """The same work, begun with the drawing of the page: beside the reading it would wait for it, page by page."""
        if not _has_first_page(path):
            return work
        sharp = QGuiApplication.primaryScreen().devicePixelRatio()

        def both(report: Report) -> T:
            with suppress(ReviewerError):
                first = _draw(path, sharp)
                if first is not None:
                    self._drawn.emit(first)
            return work(report)

        return both

    def tell(self, path: Path, so_far: SoFar) -> None:
        """So much was found in a file; called by the worker that searches it."""
        self._counted.emit(path.name, so_far)

    def follow(self, job: Job) -> None:
        """Tell how far the reading of a file is, and when it has ended."""
        job.progressed.connect(self._progressed)
        job.ended.connect(self._ended)

    def _progressed(self, _job: Job, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _show(self, first: First) -> None:
        self.shown.emit(first)

    def _count(self, name: str, so_far: SoFar) -> None:
        self.found.emit(name, so_far)

    def _ended(self, _job: Job) -> None:
        self.gone.emit()


def _has_first_page(path: Path) -> bool:
    return path.suffix.lower() == ".pdf"


def _draw(path: Path, sharp: float) -> First | None:
    # What must not be taken in is not shown either: peek refuses it.
    found = peek(path)
    if found is None:
        return None
    made = pages.first_page(path, wide=WIDE * sharp)
    image = QImage(made.rgba, made.width, made.height, made.stride, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(sharp)
    return First(path.name, found.pages, found.text, image)
