# SPDX-License-Identifier: MIT
"""Shows the first page of the PDF that is being taken in, how far the reading is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reviewer.progress import Progress
from reviewer.workflow.words import clean
from ui.desk import Desk
from ui.first_page import WIDE, First, FirstPage
from ui.widgets.fields import heading, wrapping

_MARGIN = 34


class FirstPageBox(QWidget):
    """The page with its progress; hidden while nothing is read."""

    def __init__(self, desk: Desk, first: FirstPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._first: First | None = None
        self.title, self.said, self.page = heading(), wrapping(faded=True), QLabel()
        self.page.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.stop = QPushButton()
        area = QScrollArea()
        area.setWidget(self.page)
        area.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        for widget in (self.title, self.said, self.progress):
            layout.addWidget(widget)
        layout.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(area, 1)
        self.setFixedWidth(WIDE + _MARGIN)
        self.title.setWordWrap(True)
        first.shown.connect(self._show_page)
        first.progressed.connect(self._progressed)
        first.gone.connect(self._gone)
        self.stop.clicked.connect(desk.runner.cancel_all)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        name, count = (clean(self._first.name), self._first.pages) if self._first is not None else ("", 1)
        self.title.setText(self.tr("{name}: first of %n page(s)", None, count).format(name=name))
        self.stop.setText(self.tr("Stop reading"))
        self.stop.setToolTip(self.tr("Nothing is taken in; the file stays as it is"))
        self.progress.setAccessibleName(self.tr("Progress of the reading"))
        self.page.setAccessibleName(self.title.text())
        self.page.setAccessibleDescription(self._first.text if self._first is not None else "")
        self.said.setText(self.tr("The whole document is being read; you can go on working meanwhile."))

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_page(self, first: First) -> None:
        self._first = first
        self.page.setPixmap(QPixmap.fromImage(first.image))
        self.retranslate()
        self.show()

    def _progressed(self, progress: Progress) -> None:
        self.progress.setRange(0, progress.total or 0)
        self.progress.setValue(progress.done)

    def _gone(self) -> None:
        self.hide()
        self._first = None
        self.page.clear()
        self.page.setAccessibleDescription("")
