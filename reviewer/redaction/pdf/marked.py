# SPDX-License-Identifier: MIT
"""What of the marked content of a page came into the copy: the way from the structure tree to the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reviewer.documents.pdf.records import Canvas, CanvasKind

Key = tuple[int, int]
"""The id of an object of the source."""


@dataclass(slots=True)
class Marked:
    """The marked contents of one stream: the new number of each old one, and the old ones that lost glyphs.

    `holder` is the page or the Form of the copy that says by a key where the structure tree lists their elements.
    """

    numbers: dict[int, int] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    holder: Any = None


@dataclass(slots=True)
class MarkedPage:
    """The marked contents of a page, of the Forms drawn on it (the first use of each), of its flattened fields."""

    own: Marked = field(default_factory=Marked)
    forms: dict[Key, Marked] = field(default_factory=dict)
    fields: dict[Key, int] = field(default_factory=dict)

    def begin(self, canvas: Canvas) -> Marked | None:
        """Where a canvas that is about to be written notes its marked contents; None when the tree knows of none."""
        if canvas.kind is CanvasKind.PAGE:
            return self.own
        parents = canvas.obj.get("/StructParents") if canvas.kind is CanvasKind.FORM else None
        if not isinstance(parents, int) or canvas.obj.objgen in self.forms:
            return None
        return self.forms.setdefault(canvas.obj.objgen, Marked())

    def add_field(self, key: Key) -> int:
        """The number of the marked content in which the drawn value of a field is put."""
        number = max([*self.own.numbers.values(), *self.fields.values()], default=-1) + 1
        self.fields[key] = number
        return number
