# SPDX-License-Identifier: MIT
"""What the structure tree must know of pages that are written already, kept small: there may be thousands of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from reviewer.redaction.pdf.marked import Key, Marked, MarkedPage


class Contents:
    """The marked contents of one stream of the copy; `key` is its key in the tree, `number` that of the object."""

    __slots__ = ("_new", "_old", "key", "number", "touched")

    def __init__(self, marked: Marked, key: int, number: int) -> None:
        pairs = sorted(marked.numbers.items())
        self._old = array("q", [old for old, _new in pairs])
        self._new = array("q", [new for _old, new in pairs])
        self.touched = frozenset(marked.touched)
        """The old numbers of those that lost glyphs."""
        self.key, self.number = key, number

    def written(self, old: int) -> int | None:
        """The new number of a marked content; None for one that is not in the copy."""
        at = bisect_left(self._old, old)
        return self._new[at] if at < len(self._old) and self._old[at] == old else None


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page of the copy: its own marked contents, those of its Forms by the ids of the old ones."""

    index: int
    own: Contents
    forms: dict[Key, Contents] | None

    def contents(self, form: Key | None) -> Contents | None:
        """The marked contents of the page, or of a Form that is drawn on it."""
        return self.own if form is None else (self.forms or {}).get(form)


def tagged_page(index: int, number: int, marked: MarkedPage, numbers: Callable[[Any], int]) -> TaggedPage:
    """What is kept of a page that is written, with its Forms; `numbers` gives those of what is in the file."""
    forms: dict[Key, Contents] = {}
    for old, each in marked.forms.items():
        if each.holder is not None and numbers(each.holder):
            forms[old] = Contents(each, int(each.holder["/StructParents"]), numbers(each.holder))
    return TaggedPage(index, Contents(marked.own, index, number), forms or None)


@dataclass(slots=True)
class Parents:
    """By the key of a page or a Form, and the number of a marked content in it, the number of its element."""

    _rows: dict[int, array[int]] = field(default_factory=dict)

    def has(self, key: int, mcid: int) -> bool:
        """Whether a marked content has an element already."""
        row = self._rows.get(key)
        return row is not None and mcid < len(row) and row[mcid] != 0

    def set(self, key: int, mcid: int, element: int) -> None:
        """Say which element a marked content belongs to."""
        row = self._rows.setdefault(key, array("I"))
        row.extend([0] * (mcid + 1 - len(row)))
        row[mcid] = element

    def rows(self) -> Iterator[tuple[int, bytes]]:
        """Each key with its list of elements as it is written."""
        for key, row in sorted(self._rows.items()):
            yield key, b"[ " + b" ".join(b"%d 0 R" % each if each else b"null" for each in row) + b" ]"
