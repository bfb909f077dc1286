# SPDX-License-Identifier: MIT
"""Shows what is there of a file that is being taken in: its first page, how far it is, what was found, how to stop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reviewer.progress import Progress
from reviewer.workflow.sofar import SoFar
from reviewer.workflow.words import clean
from ui.desk import Desk
from ui.first_page import WIDE, First, FirstPage
from ui.widgets.fields import heading, wrapping

_MARGIN = 34


class FirstPageBox(QWidget):
    """The page with its progress, and what was found so far; hidden while there is neither."""

    def __init__(self, desk: Desk, first: FirstPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._first: First | None = None
        self._name = ""
        self._so_far: SoFar | None = None
        self.title, self.said, self.page = heading(), wrapping(faded=True), QLabel()
        self.found, self.sentences = wrapping(), wrapping(faded=True)
        self.page.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.stop = QPushButton()
        self.area = QScrollArea()
        self.area.setWidget(self.page)
        self.area.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        for widget in (self.title, self.said, self.progress):
            layout.addWidget(widget)
        layout.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.found)
        layout.addWidget(self.sentences)
        layout.addWidget(self.area, 1)
        layout.addStretch()
        self.setFixedWidth(WIDE + _MARGIN)
        self.title.setWordWrap(True)
        first.shown.connect(self._show_page)
        first.found.connect(self._show_found)
        first.progressed.connect(self._progressed)
        first.gone.connect(self._gone)
        self.stop.clicked.connect(desk.runner.cancel_all)
        self._gone()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        name = clean(self._name)
        count = self._first.pages if self._first is not None else 0
        self.title.setText(
            self.tr("{name}: first of %n page(s)", None, count).format(name=name) if count else name
        )
        self.stop.setText(self.tr("Stop reading"))
        self.stop.setToolTip(self.tr("Nothing is taken in; the file stays as it is"))
        self.progress.setAccessibleName(self.tr("Progress of the reading"))
        self.page.setAccessibleName(self.title.text())
        self.page.setAccessibleDescription(self._first.text if self._first is not None else "")
        self.said.setText(self.tr("The whole document is being read; you can go on working meanwhile."))
        self._say_found()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_page(self, first: First) -> None:
        self._first, self._name = first, first.name
        self.page.setPixmap(QPixmap.fromImage(first.image))
        self.area.show()
        self.retranslate()
        self.show()

    def _show_found(self, name: str, so_far: SoFar) -> None:
        self._name, self._so_far = name, so_far
        self.retranslate()
        self.show()

    def _say_found(self) -> None:
        so_far, texts = self._so_far, self._desk.texts
        counted = ", ".join(
            self.tr("{category}: {count}").format(category=texts.short_category(category), count=count)
            for category, count in (so_far.counts if so_far else ())
        )
        self.found.setText(self.tr("Found so far: {counted}").format(counted=counted) if so_far else "")
        self.sentences.setText(
            "\n".join(
                self.tr("{category}: “{text}”").format(
                    category=texts.short_category(category), text=clean(text)
                )
                for category, text in (so_far.sentences if so_far else ())
            )
        )
        self.found.setVisible(bool(counted))
        self.sentences.setVisible(bool(self.sentences.text()))

    def _progressed(self, progress: Progress) -> None:
        self.progress.setRange(0, progress.total or 0)
        self.progress.setValue(progress.done)

    def _gone(self) -> None:
        self.hide()
        self._first, self._so_far, self._name = None, None, ""
        self.page.clear()
        self.area.hide()
        self.retranslate()
