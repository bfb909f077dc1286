# SPDX-License-Identifier: MIT
"""The first page of the PDF that is being taken in: there at once, while the whole is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from reviewer.progress import Progress, Report
from reviewer.workflow import pages
from reviewer.workflow.peek import peek
from ui.desk import Desk
from ui.jobs import Job

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

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._paths: dict[Job, Path] = {}

    def follow(self, job: Job, path: Path) -> None:
        """Show the first page of a file as soon as its job has begun."""
        if path.suffix.lower() == ".pdf":
            self._paths[job] = path
            job.progressed.connect(self._progressed)
            job.ended.connect(self._ended)

    def _progressed(self, job: Job, progress: Progress) -> None:
        if job is not self._job and job in self._paths:
            self._job, path = job, self._paths[job]
            sharp = QGuiApplication.primaryScreen().devicePixelRatio()

            def work(_report: Report) -> object:
                # What must not be taken in is not shown either: peek refuses it.
                found = peek(path)
                if found is None:
                    return None
                made = pages.first_page(path, wide=WIDE * sharp)
                image = QImage(made.rgba, made.width, made.height, made.stride, QImage.Format.Format_RGBA8888)
                image = image.copy()
                image.setDevicePixelRatio(sharp)
                return First(path.name, found.pages, found.text, image)

            title = self.tr("Drawing the first page of {name}").format(name=path.name)
            self._desk.start(title, work, partial(self._drawn, job), _nothing, writes=False)
        self.progressed.emit(progress)

    def _drawn(self, job: Job, first: object) -> None:
        if job is self._job and first is not None:
            self.shown.emit(first)

    def _ended(self, job: Job) -> None:
        self._paths.pop(job, None)
        if job is self._job:
            self._job = None
            self.gone.emit()


def _nothing(_error: object) -> None:
    """The reading of the file itself says what is wrong with it."""
