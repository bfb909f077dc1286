# SPDX-License-Identifier: MIT
"""One way to show a list: whole rows, sortable, keys that move, a place that is kept when the rows change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.models.table import Filter, TableModel

_WIDEST = 128
_NARROWEST = 150
_MEASURED = 60
KeyHandler = Callable[[QKeyEvent], bool]


class Table(QTableView):
    """A list of rows behind a filter.

    Signals:
        row_chosen: the row that became current.
        row_opened: the row that was activated (Enter, double click).
    """

    row_chosen = Signal(object)
    row_opened = Signal(object)

    def __init__(
        self,
        model: TableModel[Any],
        stretch: int = 0,
        *,
        narrowest: int = _NARROWEST,
        widest: int = _WIDEST,
        spare: tuple[int, ...] = (),
    ) -> None:
        """`spare` columns go, in this order, where there is no room for all."""
        super().__init__()
        self.rows = model
        self.filter = Filter(self)
        self.filter.setSourceModel(model)
        self.setModel(self.filter)
        self.on_key: KeyHandler | None = None
        self._stretch = stretch
        self._widths: dict[int, int] = {}
        self._spare = spare
        self._narrowest, self._widest = narrowest, widest
        self._look()
        self._silent = False
        self._when_empty = ""
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.activated.connect(self._activated)
        model.modelReset.connect(self.fit)
        model.modelReset.connect(self._describe)

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(32)
        # A long list is measured by its first rows.
        header.setResizeContentsPrecision(_MEASURED)
        # Room for the accents of French capitals.
        header.setFixedHeight(self.fontMetrics().height() + 8)

    def sort_by_click(self) -> None:
        """Let a click on a head sort."""
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def fit(self) -> None:
        """Give each column what it needs, within reason, and the rest to the one that holds the text."""
        header = self.horizontalHeader()
        if not header.count():
            return
        for column in self._spare:
            self.setColumnHidden(column, False)
        self.resizeColumnsToContents()
        self._widths = {}
        for column in range(header.count()):
            if column != self._stretch and not self.isColumnHidden(column):
                width = min(self.columnWidth(column), self._widest)
                self.setColumnWidth(column, width)
                self._widths[column] = width
        self._stretch_text()

    def _stretch_text(self) -> None:
        if self._stretch >= self.horizontalHeader().count():
            return
        left = self.viewport().width() - sum(self._widths.values())
        for column in self._spare:
            lacking = left < self._narrowest
            self.setColumnHidden(column, lacking)
            left += self._widths.get(column, 0) if lacking else 0
        self.setColumnWidth(self._stretch, max(left, self._narrowest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text takes what is left."""
        super().resizeEvent(event)
        self._stretch_text()

    def say_when_empty(self, text: str) -> None:
        """What stands in place of rows when there are none."""
        self._when_empty = text
        self._describe()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or what is said in their place."""
        super().paintEvent(event)
        if self._when_empty and not self.filter.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(12, 12, -12, -12)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap), self._when_empty
            )

    def retranslate(self) -> None:
        """Say the rows again."""
        self.rows.retranslate()
        self.fit()

    def current(self) -> Any:
        """The row that is selected, or None."""
        listed = self.selectionModel().selectedRows()
        return self._row(listed[0]) if listed else None

    def chosen(self) -> tuple[Any, ...]:
        """All the rows that are selected."""
        return tuple(self._row(index) for index in self.selectionModel().selectedRows())

    def select(self, row: object, *, quietly: bool = True) -> bool:
        """Make a row the current one; quietly, so that nobody hears of what they asked for."""
        number = next((at for at, each in enumerate(self.rows.rows) if each == row), None)
        if number is None:
            return False
        index = self.filter.mapFromSource(self.rows.index(number, 0))
        if not index.isValid():
            return False
        self._silent = quietly
        try:
            self.setCurrentIndex(index)
            self.scrollTo(index)
        finally:
            self._silent = False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the screen first, then those of the list."""
        if self.on_key is not None and self.on_key(event):
            return
        super().keyPressEvent(event)

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self.rows.rows else self._when_empty)

    def _row(self, index: QModelIndex) -> Any:
        return self.rows.rows[self.filter.mapToSource(index).row()]

    def _selection_changed(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        row = self.current()
        if row is not None and not self._silent:
            self.row_chosen.emit(row)

    def _activated(self, index: QModelIndex) -> None:
        self.row_opened.emit(self._row(index))
