# SPDX-License-Identifier: MIT
"""What the review shows as long as no document is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.fields import heading, wrapping


class Nothing(QWidget):
    """A title and the way to a document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.hint = heading(1), wrapping(faded=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 0)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.title.setText(self.tr("Review"))
        self.hint.setText(self.tr("Open a document: under Documents, choose one and press Enter."))

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
