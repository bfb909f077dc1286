# SPDX-License-Identifier: MIT
"""Terms in words that were read from pixels, where a letter may be taken for another.

Words that were read for sure are the term only where signs of one shape stand for each other ("l" and "1", "rn" and
"m"). Words that were read with doubt are the term from six letters on where one letter in six is another, is missing
or is too many; letters of like shape count half. What it does not see: a doubtful term of five letters or fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reviewer.verification.folding import fold
from reviewer.verification.needles import Needle
from reviewer.verification.report import HitKind
from reviewer.verification.surface import SeenWord

SURE = 80.0
"""Confidence (of 100) from which a word is what it was read as; tesseract has 90 and more on plain print."""
SHORTEST = 6
_LETTERS_AN_ERROR = 6
_MOST = 4.0
_WORD = re.compile(r"[^\W_]+")
_SIGNS = str.maketrans({"i": "l", "1": "l", "0": "o", "5": "s", "2": "z", "8": "b", "6": "g"})
_JOINED = (("rn", "m"), ("cl", "d"), ("vv", "w"))
_PAIRS = "ce co eo ao ae un nm hb hn hk ft lt lf lj gq gy vy vu vw kx xk pn bd as ez dl"
_CLOSE = frozenset(pair for each in _PAIRS.split() for pair in (each, each[::-1]))
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Word:
    """A run of letters and digits: folded, and as its shapes."""

    folded: str
    shape: str
    sure: bool


def resembling(needles: Iterable[Needle], words: Sequence[SeenWord]) -> Iterator[tuple[Needle, int]]:
    """Each needle that these words nearly are, with how many places; where they are it to the letter is not told."""
    seen = tuple(_words(words))
    if not seen:
        return
    starts = [0, *accumulate(len(each.shape) for each in seen)]
    text = "".join(each.shape for each in seen)
    places = {at: number for number, at in enumerate(starts)}
    doubtful = tuple(_doubtful(seen, starts))
    for needle in needles:
        if needle.kind is HitKind.TOKEN or len(needle.folded) < SHORTEST:
            continue
        wanted = _shape_of(needle)
        count = _alike(needle, wanted, text, places, seen) + _misread(needle, wanted, doubtful)
        if count:
            yield needle, count


def _words(words: Iterable[SeenWord]) -> Iterator[_Word]:
    return (
        _Word(folded, _shape(folded), each.confidence >= SURE)
        for each in words
        for match in _WORD.finditer(each.text)
        if (folded := fold(match[0]))
    )


def _shape(folded: str) -> str:
    shape = folded.translate(_SIGNS)
    for several, one in _JOINED:
        shape = shape.replace(several, one)
    return shape


def _shape_of(needle: Needle) -> str:
    """The needle as its shapes, word by word: signs of two words are not joined."""
    edges = [0, *sorted(needle.breaks), len(needle.folded)]
    return "".join(_shape(needle.folded[a:b]) for a, b in pairwise(edges))


def _alike(needle: Needle, wanted: str, text: str, places: dict[int, int], seen: Sequence[_Word]) -> int:
    """How often whole words have the shapes of the needle without being it."""
    count, at = 0, text.find(wanted)
    while at >= 0:
        first, last = places.get(at), places.get(at + len(wanted))
        if first is not None and last is not None:
            count += "".join(each.folded for each in seen[first:last]) != needle.folded
        at = text.find(wanted, at + 1)
    return count


_Window = tuple[str, int, int]
"""The shapes of words in a row, and which word is the first, which stands behind the last."""
_LONGEST = 120
_ROW = 12


def _doubtful(seen: Sequence[_Word], starts: Sequence[int]) -> Iterator[_Window]:
    """All rows of words with a doubtful one among them, up to the length of a sentence."""
    for first in range(len(seen)):
        doubt = False
        for last in range(first + 1, min(first + _ROW, len(seen)) + 1):
            doubt = doubt or not seen[last - 1].sure
            if starts[last] - starts[first] > _LONGEST:
                break
            if doubt:
                yield "".join(each.shape for each in seen[first:last]), first, last


def _misread(needle: Needle, wanted: str, windows: Iterable[_Window]) -> int:
    """How many rows of words, none in two, are the needle but for some letters, without having its shapes."""
    budget = min(_MOST, len(wanted) / _LETTERS_AN_ERROR)
    letters = _letters(wanted)
    count, free = 0, 0
    for shape, first, last in windows:
        if first < free or abs(len(shape) - len(wanted)) > budget or shape == wanted:
            continue
        if (letters ^ _letters(shape)).bit_count() > 2 * budget / _HALF:
            continue
        if _distance(wanted, shape, budget) <= budget and not (needle.digits and budget < 1.5):
            count, free = count + 1, last
    return count


def _letters(shape: str) -> int:
    """Which letters stand in it, as bits."""
    bits = 0
    for each in set(shape):
        bits |= 1 << (ord(each) % 61)
    return bits


def _distance(wanted: str, shape: str, most: float) -> float:
    """What it costs to make one of the other; more than `most` as soon as it must be more."""
    before = [float(at) for at in range(len(shape) + 1)]
    for row, letter in enumerate(wanted, 1):
        line = [float(row)]
        for at, other in enumerate(shape, 1):
            change = 0.0 if letter == other else _HALF if letter + other in _CLOSE else 1.0
            line.append(min(before[at] + 1, line[at - 1] + 1, before[at - 1] + change))
        if min(line) > most:
            return most + 1
        before = line
    return before[-1]
