# SPDX-License-Identifier: MIT
"""Turns a line of Hebrew or Arabic from the order in which its letters stand into the order in which they are read.

The way back of the Unicode bidirectional algorithm (UAX 9), as far as one line needs it. What a line shows does not
always tell how it was typed: a number between words of both kinds may belong to either, and a bracket is turned or not
as its font has it. Words and numbers come out whole in each case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from reviewer.documents.pdf.records import Glyph

Item = tuple[str, Glyph | None]
"""Some text of a line with the glyph that draws it, or None for a blank that nobody drew."""

_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FORMS = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")
_MIRRORED = dict(zip("()[]{}<>«»", ")(][}{><»«", strict=True))
_OPENING = frozenset("([{«")
_AT_EDGE = 0.05
"""Em; so near to the edge of a letter a mark may be over it as well as over its neighbour."""
_INSIDE, _SIGNS = frozenset(".,:/\u00a0\u066b\u066c"), frozenset("%$#€£")
_BESIDE = frozenset("-+") | _SIGNS
"""Signs that part no number, and those that part it in Arabic text; the second stand before or after it too."""


class Way(StrEnum):
    """Which way a part of a line runs."""

    LEFT = "left"
    RIGHT = "right"
    NUMBER = "number"
    NONE = "none"


def has_right(text: str) -> bool:
    """Whether a text has a letter that is written from right to left."""
    return _RIGHT.search(text) is not None


def runs_right(text: str) -> bool:
    """Whether more letters of a text are written from right to left than the other way."""
    ways = [_way_of(each) for each in text]
    return ways.count(Way.RIGHT) > ways.count(Way.LEFT)


def as_read(items: Sequence[Item], *, right: bool) -> list[Item]:
    """The items of a line, which come from left to right, as they are read; `right`: it begins at its right end."""
    parts = _parts(items)
    ways = _numbers(parts, [_way(part) for part in parts], right=right)
    runs = list(_runs(ways, right=right))
    turned: list[Item] = []
    found: list[Item] = []
    for start, end, way in reversed(runs) if right else runs:
        if way is Way.RIGHT:
            turned += (made := _backwards(parts[start:end], ways[start:end]))
            found += made
        else:
            found += [each for part in parts[start:end] for each in part]
    mirrored = _is_mirrored("".join(text for text, _glyph in turned))
    from_right = {id(each) for each in turned} if mirrored else set()
    return [
        (_MIRRORED.get(each[0], each[0]) if id(each) in from_right else _letters(each[0]), each[1])
        for each in found
    ]


def _way_of(character: str) -> Way:
    match unicodedata.bidirectional(character):
        case "L":
            return Way.LEFT
        case "R" | "AL":
            return Way.RIGHT
        case "EN" | "AN":
            return Way.NUMBER
        case _:
            return Way.NONE


def _way(part: Sequence[Item]) -> Way:
    ways = (_way_of(character) for text, _glyph in part for character in text)
    return next((way for way in ways if way is not Way.NONE), Way.NONE)


def _parts(items: Sequence[Item]) -> list[list[Item]]:
    """Letters, each followed by the marks over or under it: a mark belongs to the letter that is nearest."""
    bases = [at for at, (text, _glyph) in enumerate(items) if not _is_mark(text)]
    parts: dict[int, list[Item]] = {at: [items[at]] for at in bases}
    for at, (text, glyph) in enumerate(items):
        if _is_mark(text):
            # In a word from right to left the letter of a mark is, where places do not tell, the one to its right.
            sides = (at + 1, at - 1) if has_right(text) else (at - 1, at + 1)
            holders = [each for each in sides if each in parts] or bases[:1]
            if not holders:
                return [[each] for each in items]
            parts[min(holders, key=lambda each: _distance(glyph, items[each][1]))].append((text, glyph))
    return [parts[at] for at in bases]


def _is_mark(text: str) -> bool:
    return bool(text) and all(unicodedata.category(each) == "Mn" for each in text)


def _distance(mark: Glyph | None, letter: Glyph | None) -> float:
    if mark is None or letter is None:
        return 1e9
    middle = (mark.x + mark.end_x) / 2
    return max(
        min(letter.x, letter.end_x) - middle, middle - max(letter.x, letter.end_x), _AT_EDGE * letter.em
    )


def _numbers(parts: Sequence[Sequence[Item]], ways: list[Way], *, right: bool) -> list[Way]:
    """The ways, with the signs inside a number and beside it as part of it.

    After Arabic letters hyphens part numbers, which then stand from right to left (rules W2 and W4 of UAX 9).
    """
    found = list(ways)
    arabic = False
    for at in reversed(range(len(parts))):
        text = parts[at][0][0]
        if ways[at] in {Way.LEFT, Way.RIGHT}:
            arabic = right and any(unicodedata.bidirectional(each) == "AL" for each in text)
        elif ways[at] is Way.NONE and text in (_INSIDE if arabic else _INSIDE | _BESIDE):
            before = at > 0 and ways[at - 1] is Way.NUMBER
            after = at + 1 < len(parts) and ways[at + 1] is Way.NUMBER
            if (before and after) or ((before or after) and text in _SIGNS):
                found[at] = Way.NUMBER
    return found


def _runs(ways: Sequence[Way], *, right: bool) -> Iterator[tuple[int, int, Way]]:
    """The line from left to right in runs of one way; where it runs right, numbers beside foreign words are theirs."""
    own, other = (Way.RIGHT, Way.LEFT) if right else (Way.LEFT, Way.RIGHT)
    edges = {Way.LEFT, Way.NUMBER} if right else {Way.RIGHT}
    at = 0
    for is_own, group in groupby(range(len(ways)), key=lambda each: ways[each] is own):
        stretch = list(group)
        if is_own or not any(ways[each] is other for each in stretch):
            continue
        inner = [each for each in stretch if ways[each] in edges]
        yield at, inner[0], own
        at = inner[-1] + 1
        yield inner[0], at, other
    yield at, len(ways), own


def _backwards(parts: Sequence[list[Item]], ways: Sequence[Way]) -> list[Item]:
    """Parts from right to left, numbers in them from left to right."""
    found: list[Item] = []
    number: list[Item] = []
    for part, way in zip(reversed(parts), reversed(ways), strict=True):
        if way is Way.NUMBER:
            number = [*part, *number]
        else:
            found += [*number, *part]
            number = []
    return [*found, *number]


def _is_mirrored(text: str) -> bool:
    """Whether brackets are as they look, not as they are read: then each closes before it opens."""
    brackets = [each for each in text if each in _MIRRORED]
    return _loose_ends(_MIRRORED[each] for each in brackets) < _loose_ends(brackets)


def _loose_ends(brackets: Iterable[str]) -> int:
    open_ = loose = 0
    for each in brackets:
        if each in _OPENING:
            open_ += 1
        elif open_:
            open_ -= 1
        else:
            loose += 1
    return loose + open_


def _letters(text: str) -> str:
    """The letters that a form of a letter stands for: isolated, initial, joined to another."""
    return unicodedata.normalize("NFKC", text).strip(" ") if _FORMS.search(text) else text
