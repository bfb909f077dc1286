# SPDX-License-Identifier: MIT
"""Whether a place where a folded term stands is the term, or a part of another word, or words that only fold alike.

docs/decisions/0009 has the rules; what the gate blocks must be found here, and a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reviewer.documents.searching import Known
from reviewer.documents.small_words import ARTICLES, ELISIONS, PREFIXES, TWO_WORDS

_INVISIBLE = frozenset({"Mn", "Mc", "Me", "Cf", "Cc"})
_BLANK_CONTROLS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")
_APOSTROPHES = frozenset("'’")
_HYPHENS = frozenset("-\x02\u00ad\u2010\u2011\u2012\u2013")
_LINE_SIGNS = frozenset("\t\n\v\f\r")
_PIECE = 4
"""From so many letters a term also counts as one piece of an identifier: "MarieRoyer", "scan2024Royer"."""
_WORD = 5
_GLUED = 16
"""What must be glued to one word before it counts inside a run of letters: no word of English or French is so long."""
_GLUED_NAME, _EDGE_WORD = 5, 4
"""The same for terms of several words, unless a short word is at that end: "protected A" is not "protected areas"."""
_NUMBER, _GROUPED, _LONG_NUMBER = 3, 6, 9
_SHAPES = str.maketrans("i10", "llo")
_FOREIGN = re.compile(r"[^\x00-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f]")
"""Letters and digits that no word of English or French has."""


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


def is_term(term: Pattern, place: Place) -> bool:
    """Whether this place is the term: neither a part of another word nor other words that only fold alike."""
    cuts = [at for at in range(place.start + 1, place.end) if place.parted(at)]
    foreign = [at for at in cuts if at - place.start not in term.breaks]
    if term.folded.isdecimal():
        return _is_number(term, place, foreign)
    if len(term.folded) < _WORD:
        return _is_whole(place, pieces=len(term.folded) >= _PIECE) and _may_cut(place, foreign)
    if foreign and not term.breaks and _is_phrase(term, place, foreign):
        return False
    return _is_whole(place, pieces=True) or _is_glued(term, place, cuts)


def places(text: str, folded: str, index: Sequence[int], term: Pattern) -> tuple[tuple[int, int], ...]:
    """Every place of a term, as (start, end) in folded characters, in order. Those of a term as "anana" may overlap."""
    waiting = [*candidates(folded, term.folded), *_alike(text, folded, index, term)]
    waiting.sort()
    found: set[tuple[int, int]] = set()
    walls: set[int] = set()
    taken = waiting
    while taken:
        # What goes leaves a border: what stuck to it may be the term now, so the rest is judged again.
        taken = _taken(text, folded, index, term, waiting, walls)
        found.update(taken)
        walls.update(at for each in taken for at in each)
        waiting = [each for each in waiting if each not in found]
    return tuple(sorted(found))


@lru_cache(maxsize=2)
def has_look_alikes(text: str) -> bool:
    """Whether other letters may stand for Latin ones; asked of one text for each of its terms."""
    return _FOREIGN.search(text) is not None


def _alike(text: str, folded: str, index: Sequence[int], term: Pattern) -> Iterator[tuple[int, int]]:
    """Where other letters have the term's shape: a Greek Ι for an l. Plain Latin letters and digits stay themselves."""
    wanted = term.folded.translate(_SHAPES)
    if not set(wanted) & {"l", "o"} or not has_look_alikes(text):
        return
    for start, end in candidates(folded.translate(_SHAPES), wanted):
        differing = [at for at in range(start, end) if folded[at] != term.folded[at - start]]
        if differing and all(_FOREIGN.match(text[index[at]]) for at in differing):
            yield start, end


def _taken(
    text: str,
    folded: str,
    index: Sequence[int],
    term: Pattern,
    waiting: Sequence[tuple[int, int]],
    walls: Set[int],
) -> list[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    for start, end in waiting:
        free = not taken or taken[-1][1] <= start
        if free and is_term(term, Place(text, folded, index, start, end, walls)):
            taken.append((start, end))
    return taken


def anywhere(text: str, folded: str, index: Sequence[int], term: Pattern) -> Iterator[tuple[int, int]]:
    """Every place of a term, inside other words too, each after the end of the one before."""
    end = 0
    for place in candidates(folded, term.folded):
        if place[0] >= end:
            end = place[1]
            yield place


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


def _is_whole(place: Place, *, pieces: bool) -> bool:
    return all(
        place.parted(at) or (pieces and place.capital(at) and not _in_surname(place, at))
        for at in (place.start, place.end)
    )


def _in_surname(place: Place, at: int) -> bool:
    """Whether the capital stands inside a surname: "McDonald" does not hold "Donald"."""
    start = at - 1
    while start > 0 and not place.parted(start) and not place.capital(start):
        start -= 1
    return place.folded[start:at] in PREFIXES


def _may_cut(place: Place, foreign: Sequence[int]) -> bool:
    """A short word is cut by hyphens, or letter by letter: "le a" is not Lea, "L e a" is."""
    signs = [place.between(at) for at in foreign]
    if all(each[:1] in _HYPHENS for each in signs):
        return True
    spaced = len(foreign) == place.end - place.start - 1 >= 2
    return spaced and len(set(signs)) == 1 and not signs[0].strip()


def _is_phrase(term: Pattern, place: Place, foreign: Sequence[int]) -> bool:
    """Whether a word cut by blanks is a phrase: "du bois", "in to", "l'heureux"."""
    signs = {place.between(at).strip() for at in foreign}
    edges = [place.start, *foreign, place.end]
    first = place.folded[edges[0] : edges[1]]
    last = place.text[place.index[edges[-2]] : place.index[edges[-1] - 1] + 1]
    two_words = term.folded in TWO_WORDS and len(foreign) == 1
    blanks = not any(signs) and (first in ARTICLES or two_words)
    elided = signs <= _APOSTROPHES and first in ELISIONS
    return (blanks or elided) and last.islower() and edges[-1] - edges[-2] > 1


def _is_glued(term: Pattern, place: Place, cuts: Sequence[int]) -> bool:
    """Whether a text without blanks holds the term: no chance makes a name of two words, or so long a run."""
    before, after = _glue(place, place.start, -1), _glue(place, place.end, 1)
    if not term.breaks:
        return not cuts and before + after >= _GLUED
    first, last = min(term.breaks), len(term.folded) - max(term.breaks)
    return all(
        not glue or (glue >= _GLUED_NAME and word >= _EDGE_WORD)
        for glue, word in ((before, first), (after, last))
    )


def _glue(place: Place, at: int, step: int) -> int:
    """How many folded characters are stuck to an end, up to the next border."""
    count = 0
    while count < _GLUED and not place.parted(at):
        if place.capital(at) and not _in_surname(place, at):
            break
        count += 1
        at += step
    return count


def _is_number(term: Pattern, place: Place, foreign: Sequence[int]) -> bool:
    length = len(term.folded)
    if length < _NUMBER:
        return _is_whole(place, pieces=False) and not foreign
    if length < _LONG_NUMBER and _beside_digit(place):
        return False
    return length > _GROUPED + 1 or all(_groups(place, at, foreign) for at in foreign)


def _beside_digit(place: Place) -> bool:
    first, last = place.index[place.start], place.index[place.end - 1]
    before, after = place.text[max(first - 1, 0) : first], place.text[last + 1 : last + 2]
    return (before.isdigit() and place.start not in place.walls) or (
        after.isdigit() and place.end not in place.walls
    )


def _groups(place: Place, at: int, foreign: Sequence[int]) -> bool:
    """Whether a separator inside a number groups it: one sign, by threes; a longer one may stand in several cells."""
    sign = place.between(at)
    steps = {right - left for left, right in pairwise([*foreign, place.end])}
    in_cells = place.end - place.start >= _GROUPED and steps in ({1}, {3})
    on_line = sign not in _LINE_SIGNS and (steps == {3} or sign in _HYPHENS)
    return len(sign) == 1 and (in_cells or on_line)
