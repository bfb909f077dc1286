# SPDX-License-Identifier: MIT
"""What the lists of the review share: a column of widgets that says itself again when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pane(QWidget):
    """One list with what belongs to it."""

    def _column(self, *widgets: QWidget) -> QVBoxLayout:
        # A tab's own ground is too light, in the dark theme, for faded text.
        self.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        for widget in widgets:
            layout.addWidget(widget)
        return layout

    def retranslate(self) -> None:
        """Say everything in the language of the window."""

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
