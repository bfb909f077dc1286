# SPDX-License-Identifier: MIT
"""The model that every list shares: rows are a tuple, the texts of a row are made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from ui.texts import Texts

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel, Generic[Row]):
    """A list of frozen rows. A subclass says the headers, the cells of a row and what a screen reader says of it."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.texts = texts
        self.rows: tuple[Row, ...] = ()
        self._cells: dict[int, tuple[str, ...]] = {}
        self._headers: tuple[str, ...] = ()

    def headers(self) -> tuple[str, ...]:
        """The heads of the columns, in the language of the window."""
        raise NotImplementedError

    def cells(self, row: Row) -> tuple[str, ...]:
        """The texts of a row."""
        raise NotImplementedError

    def spoken(self, row: Row) -> str:
        """What a screen reader says of a row."""
        return ", ".join(cell for cell in self.cells(row) if cell)

    def tip(self, row: Row, column: int) -> str:
        """What a cell says when the pointer rests on it."""
        return ""

    def sort_key(self, row: Row, column: int) -> Any:
        """What a column is sorted by."""
        return self.cells(row)[column].casefold()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows. The same number of rows keeps the selection and the place."""
        if len(rows) == len(self.rows) and rows:
            self.rows = tuple(rows)
            self._say()
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headers) - 1))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self._say()
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything again, in the language that the window has now."""
        self._say()
        last = max(len(self._headers) - 1, 0)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))

    def _say(self) -> None:
        self._headers = self.headers()
        self._cells.clear()

    def _shown(self, number: int) -> tuple[str, ...]:
        if number not in self._cells:
            self._cells[number] = self.cells(self.rows[number])
        return self._cells[number]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headers or self.headers())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell, for one role."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index.row())[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(row, index.column()) or None
            case Qt.ItemDataRole.UserRole:
                return self.sort_key(row, index.column())
        return self.decoration(row, index.column(), role)

    def decoration(self, row: Row, column: int, role: int) -> Any:
        """Colours, fonts and the like."""
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = self._headers or self.headers()
            return heads[section] if section < len(heads) else None
        return None


class Filter(QSortFilterProxyModel):
    """Shows the rows that a test accepts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accepts: Callable[[Any], bool] | None = None
        self.setSortRole(SORT)

    def accept(self, test: Callable[[Any], bool] | None) -> None:
        """Show only what the test accepts; everything without one."""
        self.beginFilterChange()
        self._accepts = test
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row of the model below is shown."""
        model = self.sourceModel()
        if self._accepts is None or not isinstance(model, TableModel):
            return True
        return self._accepts(model.rows[source_row])
