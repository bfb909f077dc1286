# SPDX-License-Identifier: MIT
"""Lists of whole documents: the queue, and files that could not be taken in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer.errors import ReviewerError
from reviewer.workflow.listing import Row
from ui.models.table import TableModel


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be taken in, with the reason."""

    path: Path
    error: ReviewerError


class QueueModel(TableModel[Row]):
    """Reviews: name, state, undecided, found, opened, by."""

    UNDECIDED = 2
    FOUND = 3

    def headers(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return (
            self.tr("Document"),
            self.tr("State"),
            self.tr("Undecided"),
            self.tr("Found"),
            self.tr("Opened"),
            self.tr("By"),
        )

    def cells(self, row: Row) -> tuple[str, ...]:
        """The texts of a row."""
        review = row.review
        state = self.texts.state(review.state)
        return (
            review.name,
            state,
            str(row.undecided) if row.undecided else "–",
            str(row.found),
            self.texts.date(review.opened),
            row.opener,
        )

    def tip(self, row: Row, column: int) -> str:
        """The reason, where there is one."""
        return row.review.refused_because

    def sort_key(self, row: Row, column: int) -> Any:
        """Numbers are sorted as numbers."""
        numbers = {self.UNDECIDED: row.undecided, self.FOUND: row.found}
        return numbers.get(column, super().sort_key(row, column))


class FailuresModel(TableModel[Failure]):
    """Files that could not be taken in: name, reason."""

    def headers(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return (self.tr("File"), self.tr("Why it was not taken in"))

    def cells(self, row: Failure) -> tuple[str, ...]:
        """The texts of a row."""
        return (row.path.name, self.texts.error(row.error))

    def tip(self, row: Failure, column: int) -> str:
        """The whole path, or the whole reason."""
        return str(row.path) if column == 0 else self.texts.error(row.error)
