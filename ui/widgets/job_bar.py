# SPDX-License-Identifier: MIT
"""The line at the bottom of the window: news, and the work that is going on with its progress and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from reviewer.progress import Progress
from ui.desk import Desk
from ui.jobs import Job

_LONGEST = 400


class JobBar(QWidget):
    """News and progress."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bad = False
        self.news = QLabel()
        self.news.setWordWrap(True)
        self.news.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.work = QLabel()
        self.progress = QProgressBar()
        self.progress.setFixedWidth(140)
        self.progress.setTextVisible(False)
        self.stop = QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 4)
        row.addWidget(self.news, 1)
        row.addWidget(self.work)
        row.addWidget(self.progress)
        row.addWidget(self.stop)
        desk.said.connect(self.say)
        desk.runner.started.connect(self._started)
        desk.runner.idle.connect(self._idle)
        self.stop.clicked.connect(desk.runner.cancel_all)
        self.retranslate()
        self._idle()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.stop.setText(self.tr("Stop"))
        self.progress.setAccessibleName(self.tr("Progress of the work"))
        self.news.setAccessibleName(self.tr("News"))

    def changeEvent(self, event: QEvent) -> None:
        """The language or the colours changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.news.clear()
        super().changeEvent(event)

    def say(self, text: str, bad: bool) -> None:
        """Show a line of news, and announce it politely to a screen reader."""
        shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        self.news.setText(f"⚠ {shown}" if bad else f"● {shown}")
        self.news.setToolTip(text)
        self.news.setForegroundRole(QPalette.ColorRole.BrightText if bad else QPalette.ColorRole.WindowText)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.news, text))

    def _started(self, job: Job) -> None:
        job.progressed.connect(self._progressed)
        self._title = job.title
        self.work.setText(self._said(""))
        self.progress.setRange(0, 0)
        for widget in (self.work, self.progress, self.stop):
            widget.show()

    def _progressed(self, job: Job, progress: Progress) -> None:
        self._title = job.title
        self.work.setText(self._said(self._desk.texts.stage(progress)))
        self.progress.setRange(0, progress.total or 0)
        self.progress.setValue(progress.done)

    def _said(self, stage: str) -> str:
        waiting = self._desk.runner.waiting - 1
        parts = [self._title, stage, self.tr("%n more", None, waiting) if waiting > 0 else ""]
        return " · ".join(part for part in parts if part)

    def _idle(self) -> None:
        for widget in (self.work, self.progress, self.stop):
            widget.hide()
