# SPDX-License-Identifier: MIT
"""The switch between the text and the pages of a Word document, and the way from page to page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reviewer.errors import OfficeMissing
from reviewer.workflow import page_images
from ui.desk import Desk


class PageBar(QWidget):
    """The switch and the pages.

    Signals:
        toggled: pages are wanted, or the text again.
        page_chosen: the number of another page.
    """

    toggled = Signal(bool)
    page_chosen = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page, self._count = 1, 0
        self.as_pages, self.before, self.after = QPushButton(), QPushButton("◂"), QPushButton("▸")
        self.label = QLabel()
        self.as_pages.setCheckable(True)
        # Coloured while it is on: the base style hardly shows that on a dark ground.
        self.as_pages.setObjectName("switch")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.as_pages, self.before, self.label, self.after):
            row.addWidget(widget)
        for button in (self.before, self.after):
            button.setFixedWidth(button.fontMetrics().horizontalAdvance("◂") + 24)
        self.as_pages.toggled.connect(self.toggled)
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._on)
        self.retranslate()

    @property
    def on(self) -> bool:
        """Whether pages are wanted."""
        return self.as_pages.isChecked()

    def begin(self) -> None:
        """Another document: its text first; whether pages can be drawn is looked up anew."""
        self.as_pages.blockSignals(True)
        self.as_pages.setChecked(False)
        self.as_pages.blockSignals(False)
        self.as_pages.setEnabled(page_images.available())
        self.show_page(1, 0)
        self.retranslate()

    def show_page(self, page: int, count: int) -> None:
        """Say which page of how many is shown; without pages there is nothing to turn."""
        self._page, self._count = page, count
        shown = self.on and count > 0
        for widget in (self.before, self.label, self.after):
            widget.setVisible(shown)
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < count)
        self.label.setText(self.tr("Page {page} of {count}").format(page=page, count=count))

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        able = self.as_pages.isEnabled()
        why = "" if able else self._desk.texts.error(OfficeMissing())
        self.as_pages.setText(self.tr("As pages") if able else self.tr("As pages (LibreOffice is missing)"))
        self.as_pages.setToolTip(why or self.tr("The document as LibreOffice draws it, with its marks"))
        self.as_pages.setAccessibleDescription(self.as_pages.toolTip())
        for button, name in ((self.before, self.tr("Previous page")), (self.after, self.tr("Next page"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.show_page(self._page, self._count)

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _back(self) -> None:
        self.page_chosen.emit(self._page - 1)

    def _on(self) -> None:
        self.page_chosen.emit(self._page + 1)
