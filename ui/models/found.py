# SPDX-License-Identifier: MIT
"""The list of places in which words were found: the line around each, and where it is."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.model.document import Document, Span
from ui.models.findings import one_line
from ui.models.table import TableModel


@dataclass(frozen=True, slots=True)
class Place:
    """A place with what stands around it on its line."""

    document: Document
    span: Span
    before: str
    words: str
    after: str


class FoundModel(TableModel[Place]):
    """Places: the line, where."""

    def headers(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return (self.tr("Found"), self.tr("Where"))

    def cells(self, row: Place) -> tuple[str, ...]:
        """The texts of a row."""
        lead = "…" if row.before.strip() else ""
        line = one_line(f"{lead}{row.before[-18:]}⟦{row.words}⟧{row.after}")
        return (line, self.texts.place(row.document, row.span))

    def spoken(self, row: Place) -> str:
        """What a screen reader says of a row."""
        line = one_line(f"{row.before}{row.words}{row.after}")
        return f"{line}, {self.texts.place(row.document, row.span)}"
