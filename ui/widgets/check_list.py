# SPDX-License-Identifier: MIT
"""A short list in which several values can be ticked; the order is that of the list, as the portal keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.widgets.fields import Item


class CheckList(QListWidget):
    """Values to tick.

    Signals:
        ticked: a tick changed.
    """

    ticked = Signal()

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(rows * 20 + 6)
        self.setUniformItemSizes(True)
        self.itemChanged.connect(self._changed)

    def offer(self, items: Iterable[Item]) -> None:
        """Offer values; those that were ticked stay ticked."""
        before = self.values()
        self.blockSignals(True)
        self.clear()
        for text, value in items:
            item = QListWidgetItem(text)
            item.setFlags(
                Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            )
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setCheckState(Qt.CheckState.Checked if value in before else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.blockSignals(False)

    def values(self) -> list[str]:
        """The values that are ticked."""
        every = (self.item(row) for row in range(self.count()))
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in every
            if item.checkState() is Qt.CheckState.Checked
        ]

    def tick(self, values: Sequence[object]) -> None:
        """Tick these values and no others."""
        self.blockSignals(True)
        for row in range(self.count()):
            item = self.item(row)
            on = item.data(Qt.ItemDataRole.UserRole) in values
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    def _changed(self) -> None:
        self.ticked.emit()
