# SPDX-License-Identifier: MIT
"""The first page of the PDF that is being taken in: there at once, while the whole is read."""

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
        progressed: a Progress of its reading.
        gone: no file is being read any more.
    """

    shown = Signal(object)
    progressed = Signal(object)
    gone = Signal()
    _drawn = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A bound method of this thread's object: what the worker draws is shown here.
        self._drawn.connect(self._show)

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

    def follow(self, job: Job, path: Path) -> None:
        """Tell how far the reading of a file is, and when it has ended."""
        if _has_first_page(path):
            job.progressed.connect(self._progressed)
            job.ended.connect(self._ended)

    def _progressed(self, _job: Job, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _show(self, first: First) -> None:
        self.shown.emit(first)

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
