# SPDX-License-Identifier: MIT
"""Stands where pages of a Word document will be: what they are, that they are being drawn, or why there are none."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reviewer.errors import ReviewerError
from reviewer.progress import Progress
from ui.desk import Desk
from ui.widgets.fields import heading, wrapping


class Notice(StrEnum):
    """What is said."""

    EXPLAIN = "explain"
    DRAWING = "drawing"
    FAILED = "failed"


class PageNotice(QWidget):
    """The notice with its button.

    Signals:
        draw_wanted: the pages are to be drawn.
        stop_wanted: they are not to be drawn after all.
    """

    draw_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._error: ReviewerError | None = None
        self.notice = Notice.EXPLAIN
        self.title, self.said = heading(), wrapping()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.button = QPushButton()
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(12)
        for widget in (self.title, self.said, self.progress):
            column.addWidget(widget)
        column.addLayout(row)
        column.addStretch(1)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button.clicked.connect(self._pressed)
        self.retranslate()

    def say(self, notice: Notice, error: ReviewerError | None = None) -> None:
        """Say something else; an error with the notice that the drawing failed."""
        self.notice, self._error = notice, error
        self.progress.setRange(0, 0)
        self.retranslate()

    def show_progress(self, progress: Progress) -> None:
        """How far the drawing is."""
        self.progress.setRange(0, progress.total or 0)
        self.progress.setValue(progress.done)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.progress.setVisible(self.notice is Notice.DRAWING)
        self.progress.setAccessibleName(self.tr("Progress of the drawing"))
        match self.notice:
            case Notice.EXPLAIN:
                self.title.setText(self.tr("See the document as pages"))
                self.said.setText(
                    self.tr(
                        "LibreOffice, on this computer, draws the pages from a private working copy without links, "
                        "macros or network. The copy is deleted at once; nothing is sent anywhere.\n\n"
                        "Word may break lines and pages elsewhere, and comments, deleted and hidden text are on no "
                        "page. The text view shows everything: it is the one that counts."
                    )
                )
                self.button.setText(self.tr("Draw the pages"))
            case Notice.DRAWING:
                self.title.setText(self.tr("LibreOffice is drawing the pages…"))
                self.said.setText(self.tr("You can go on working in the text meanwhile."))
                self.button.setText(self.tr("Stop drawing"))
            case Notice.FAILED:
                self.title.setText(self.tr("There are no pages"))
                self.said.setText(self._desk.texts.error(self._error) if self._error is not None else "")
                self.button.setText(self.tr("Try again"))

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _pressed(self) -> None:
        (self.stop_wanted if self.notice is Notice.DRAWING else self.draw_wanted).emit()
