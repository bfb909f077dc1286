# SPDX-License-Identifier: MIT
"""A folded term, a place in a folded text where its characters stand, and what parts them there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from reviewer.documents.searching import Known

_INVISIBLE = frozenset({"Mn", "Mc", "Me", "Cf", "Cc"})
_BLANK_CONTROLS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")
HYPHENS = frozenset("-\x02\u00ad\u2010\u2011\u2012\u2013")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A term to look for: its folded form, where it has separators itself, whether it is written as a name."""

    folded: str
    breaks: frozenset[int]
    name: bool


def pattern(term: str, folded: str, index: Sequence[int]) -> Pattern:
    """The pattern of a term that was folded."""
    breaks = frozenset(at for at in range(1, len(index)) if not joined(term, index[at - 1], index[at]))
    return Pattern(folded, breaks, any(each.isupper() for each in term))


@dataclass(frozen=True, slots=True)
class Place:
    """Folded characters `start` to `end` of a text; at `walls` something that goes begins or ends."""

    text: str
    folded: str
    index: Sequence[int]
    start: int
    end: int
    walls: Set[int] = frozenset()

    def between(self, at: int) -> str:
        """What stands in the text before a folded character, after the one before it."""
        return self.text[self.index[at - 1] + 1 : self.index[at]]

    def parted(self, at: int) -> bool:
        """Whether a separator or a border of the text stands there."""
        border = at in {0, len(self.index)} or at in self.walls
        return border or not joined(self.text, self.index[at - 1], self.index[at])

    def capital(self, at: int) -> bool:
        """Whether a new piece of an identifier begins there: "marieRoyer", "CVRoyer", "scan2024Royer"."""
        left, right = self.index[at - 1], self.index[at]
        if left == right:
            return False
        before, here, after = self.text[left], self.text[right], self.text[right + 1 : right + 2]
        if before.isdigit() != here.isdigit() or (before.islower() and here.isupper()):
            return True
        return before.isupper() and here.isupper() and after.islower()


def candidates(folded: str, needle: str) -> Iterator[tuple[int, int]]:
    """Where a folded term stands in a folded text, overlapping too."""
    known = folded.places_of(needle) if isinstance(folded, Known) else None
    if known is not None:
        yield from ((at, at + len(needle)) for at in known)
        return
    at = folded.find(needle)
    while at >= 0:
        yield at, at + len(needle)
        at = folded.find(needle, at + 1)


def joined(text: str, left: int, right: int) -> bool:
    """Whether nothing but marks and invisible characters stands between two code points."""
    return all(
        unicodedata.category(character) in _INVISIBLE and character not in _BLANK_CONTROLS
        for character in text[left + 1 : right]
    )
