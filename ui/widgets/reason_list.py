# SPDX-License-Identifier: MIT
"""Why a passage was flagged, one sentence a row, to be read with the arrow keys or heard."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

_ROWS = 3
"""As many as are seen without scrolling: the text above needs the room, and nothing may move from one to the next."""


class ReasonList(QListView):
    """Sentences; none is selected, the arrow keys go from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = QStringListModel(self)
        self.setModel(self._sentences)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_ROWS * (self.fontMetrics().height() + 3) + 2 * self.frameWidth() + 2)

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show other sentences, from the first on."""
        if self.sentences() == sentences:
            return
        self._sentences.setStringList(sentences)
        self.setAccessibleDescription(" ".join(sentences))
        if sentences:
            self.setCurrentIndex(self._sentences.index(0))

    def sentences(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(self._sentences.stringList())
