# SPDX-License-Identifier: MIT
"""Many strings looked for in one text at once: the cost grows with the text and the hits, not with their product."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_WIDTHS = (8, 4, 2, 1)
"""How many first characters of a needle are looked up; the longest that it has."""


class Needles:
    """Strings to look for. Empty ones are nowhere."""

    def __init__(self, needles: Iterable[str]) -> None:
        self.wanted = frozenset(needles) - {""}
        stems: dict[int, dict[str, set[int]]] = {}
        for needle in self.wanted:
            width = next(each for each in _WIDTHS if each <= len(needle))
            stems.setdefault(width, {}).setdefault(needle[:width], set()).add(len(needle))
        self._stems = stems

    def places(self, text: str) -> Iterator[tuple[int, str]]:
        """Every place of every needle, in no order but that those of one needle ascend; they may overlap."""
        for width, stems in self._stems.items():
            for at in range(len(text) - width + 1):
                lengths = stems.get(text[at : at + width])
                for length in lengths or ():
                    piece = text[at : at + length]
                    if len(piece) == length and piece in self.wanted:  # a shorter one may stand at the end
                        yield at, piece

    def within(self, text: str) -> bool:
        """Whether any needle stands in a text."""
        return next(self.places(text), None) is not None


class Known(str):
    """A text in which the places of some needles are known: asked for one of them, nobody searches again.

    It is the text in every other way. `places_of` gives None for a needle that was not looked for.
    """

    __slots__ = ("_places", "_wanted")

    _wanted: frozenset[str]
    _places: dict[str, list[int]]

    @classmethod
    def of(cls, text: str, needles: Needles) -> Known:
        """The text, searched for all the needles at once."""
        made = cls(text)
        made._wanted = needles.wanted
        made._places = {}
        for at, needle in needles.places(text):
            made._places.setdefault(needle, []).append(at)
        return made

    @property
    def found(self) -> Iterable[str]:
        """The needles that stand in the text."""
        return self._places.keys()

    def places_of(self, needle: str) -> list[int] | None:
        """Where a needle begins, ascending; None when it is not known."""
        return self._places.get(needle, []) if needle in self._wanted else None
