# SPDX-License-Identifier: MIT
"""Whether a place where a folded term stands is the term, or a part of another word, or words that only fold alike.

docs/decisions/0009 has the rules; what the gate blocks must be found here, and a test compares the two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from reviewer.documents.numbers import is_number
from reviewer.documents.place import HYPHENS, Pattern, Place, candidates
from reviewer.documents.small_words import ARTICLES, ELISIONS, PREFIXES, TWO_WORDS

_APOSTROPHES = frozenset("'’")
_PIECE = 4
"""From so many letters a term also counts as one piece of an identifier: "MarieRoyer", "scan2024Royer"."""
_WORD = 5
_GLUED = 16
"""What must be glued to one word before it counts inside a run of letters: no word of English or French is so long."""
_GLUED_NAME, _EDGE_WORD = 5, 4
"""The same for terms of several words, unless a short word is at that end: "protected A" is not "protected areas"."""
_SHAPES = str.maketrans("i10", "llo")
_FOREIGN = re.compile(r"[^\x00-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f]")
"""Letters and digits that no word of English or French has."""


def is_term(term: Pattern, place: Place) -> bool:
    """Whether this place is the term: neither a part of another word nor other words that only fold alike."""
    cuts = [at for at in range(place.start + 1, place.end) if place.parted(at)]
    foreign = [at for at in cuts if at - place.start not in term.breaks]
    if term.folded.isdecimal():
        return is_number(term, place, foreign)
    if len(term.folded) < _WORD:
        return _is_whole(place, pieces=len(term.folded) >= _PIECE) and _may_cut(place, foreign)
    if foreign and not term.breaks and _is_phrase(term, place, foreign):
        return False
    return _is_whole(place, pieces=True) or _is_glued(term, place, cuts)


def places(text: str, folded: str, index: Sequence[int], term: Pattern) -> tuple[tuple[int, int], ...]:
    """Every place of a term, as (start, end) in folded characters, in order; no two overlap."""
    waiting = [*candidates(folded, term.folded), *_alike(text, folded, index, term)]
    waiting.sort()
    found: list[tuple[int, int]] = []
    walls: set[int] = set()
    taken = waiting
    while taken:
        # What goes leaves a border: what stuck to it may be the term now, so the rest is judged again.
        taken = _taken(text, folded, index, term, waiting, walls)
        found += taken
        walls.update(at for each in taken for at in each)
        waiting = list(_apart(waiting, taken))
    return tuple(sorted(found))


def _apart(waiting: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those that share nothing with what is taken; both in order, and the taken ones apart."""
    starts = [start for start, _ in taken]
    for start, end in waiting:
        before = bisect_left(starts, end) - 1
        if before < 0 or taken[before][1] <= start:
            yield start, end


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
    if all(each[:1] in HYPHENS for each in signs):
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
    if not cuts and before + after >= _GLUED:
        return True
    if not term.breaks:
        return False
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
