# SPDX-License-Identifier: MIT
"""The list of the office memory: a text, its kind, what was decided last, how often, when, by whom."""

from __future__ import annotations

from reviewer.workflow.marks import Standing
from reviewer.workflow.memory_file import Row
from reviewer.workflow.words import clean
from ui.models.table import TableModel
from ui.texts import sign


class RememberedModel(TableModel[Row]):
    """Texts that were decided on."""

    LAST, WHEN = 2, 5

    def headers(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return (
            self.tr("Text"),
            self.tr("Type"),
            self.tr("Last decision"),
            self.tr("Ground"),
            self.tr("Documents"),
            self.tr("When"),
            self.tr("Who"),
        )

    def cells(self, row: Row) -> tuple[str, ...]:
        """The texts of a row."""
        last = row.last
        standing = Standing(last.ruling.verdict.value)
        said = f"{sign(standing)} {self.texts.standing(standing)}"
        return (
            clean(" ".join(row.text.split())),
            self.texts.short_category(row.category),
            f"{said} {sign(Standing.CONFLICT)}" if row.disagrees else said,
            self.texts.cite(last.ruling.grounds),
            str(row.documents),
            self.texts.date(last.time),
            clean(last.name),
        )

    def spoken(self, row: Row) -> str:
        """What a screen reader says of a row."""
        said = super().spoken(row)
        return f"{said}, {self._disagreement()}" if row.disagrees else said

    def tip(self, row: Row, column: int) -> str:
        """That people disagreed, where they did; the type in full."""
        if column == self.LAST and row.disagrees:
            return self._disagreement()
        return self.texts.category(row.category) if column == 1 else ""

    def sort_key(self, row: Row, column: int) -> object:
        """Counts as numbers, times as times."""
        keys: dict[int, object] = {4: row.documents, self.WHEN: row.last.time.timestamp()}
        return keys.get(column) if column in keys else super().sort_key(row, column)

    def _disagreement(self) -> str:
        return self.tr("taken out of one document, left in another")
