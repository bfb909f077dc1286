# SPDX-License-Identifier: MIT
"""Who leads to whom among the objects of a PDF copy, kept as numbers: a file of many pages has many objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reviewer.verification import pdf_vocabulary as words
from reviewer.verification.extractors.pdf_objects import Value, dictionaries, name_of, references

_UPWARD = frozenset({"Parent", "P", "Pg", "D", "Dest", "SD", "StructParent", "ParentTree", "Prev", "Next"})
"""Keys that lead back or across: what stands behind them is not a part of what bears them."""
_SHARED = 0
_WORDS = "Catalog Font FontDescriptor Metadata Image Form CMap Outlines StructElem StructTreeRoot Annot"
_SORTS = {each: each for each in _WORDS.split()}
"""What a place may say an object is."""


@dataclass(slots=True)
class ObjectIndex:
    """Fed with every object once; answers for whole files without holding their objects."""

    numbers: set[int] = field(default_factory=set)
    containers: set[int] = field(default_factory=set)
    """Streams of objects, and of the index: nothing refers to them."""
    purposes: dict[int, set[str]] = field(default_factory=dict)
    """For each object the keys of a stream's purpose that lead to it."""
    explained: set[int] = field(default_factory=set)
    """Streams that say themselves what they are."""
    sorts: dict[int, str] = field(default_factory=dict)
    """What objects are, as far as a place may say it."""
    _down: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _up: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _drawn: dict[int, int] = field(default_factory=dict)

    def take(self, value: Value, number: int) -> None:
        """One object."""
        self.numbers.add(number)
        down = tuple(dict.fromkeys(_downward(value)))
        up = tuple({*references(value)}.difference(down))
        for known, found in ((self._down, down), (self._up, up)):
            if found:
                known[number] = found
        for each in dictionaries(value):
            for key in words.STREAM_PURPOSES & each.keys():
                for target in references(each[key]):
                    self.purposes.setdefault(target, set()).add(key)
        self._take_kind(value if isinstance(value, dict) else {}, number)

    def _take_kind(self, keys: dict[str, Value], number: int) -> None:
        kinds = {name_of(keys.get("Type")), name_of(keys.get("Subtype"))}
        if kinds & {"ObjStm", "XRef"}:
            self.containers.add(number)
        if kinds & words.STREAM_KINDS or keys.keys() & words.STREAM_KEYS:
            self.explained.add(number)
        if sort := next((_SORTS[kind] for kind in sorted(kinds) if kind in _SORTS), ""):
            self.sorts[number] = sort
        # An element of the structure says itself on which page its words are.
        for page in references(keys["Pg"]) if "Pg" in keys else ():
            self._drawn[number] = page

    def reached(self, start: Iterable[int]) -> set[int]:
        """All objects that something leads to, from these on."""
        found: set[int] = set()
        waiting = list(start)
        while waiting:
            number = waiting.pop()
            if number not in found and number in self.numbers:
                found.add(number)
                waiting += (*self._down.get(number, ()), *self._up.get(number, ()))
        return found

    def known(self) -> frozenset[int]:
        """The objects, and whatever they refer to."""
        return frozenset(self.numbers).union(*self._down.values(), *self._up.values())

    def owners(self, pages: dict[int, int]) -> dict[int, int]:
        """The page of each object that belongs to one page only. `pages` are their numbers, by their objects'."""
        found: dict[int, int] = {}
        for start, page in pages.items():
            for number in self._parts(start, pages):
                found[number] = page if found.get(number, page) == page else _SHARED
        for number, start in self._drawn.items():
            found.setdefault(number, pages.get(start, _SHARED))
        return {number: page for number, page in found.items() if page != _SHARED}

    def _parts(self, start: int, pages: dict[int, int]) -> Iterator[int]:
        seen = {start}
        waiting = [start]
        while waiting:
            number = waiting.pop()
            yield number
            parts = [each for each in self._down.get(number, ()) if each not in seen and each not in pages]
            seen.update(parts)
            waiting += parts


def _downward(value: Value) -> Iterator[int]:
    """The objects that are parts of a value."""
    match value:
        case dict():
            for key, each in value.items():
                if key not in _UPWARD:
                    yield from _downward(each)
        case list():
            for each in value:
                yield from _downward(each)
        case _:
            yield from references(value)
