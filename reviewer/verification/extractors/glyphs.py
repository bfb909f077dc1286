# SPDX-License-Identifier: MIT
"""Placed letters as text, in the order they are drawn and in the order they stand on the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_BLANK = 0.16
_WIDE = 1.5
_BACK = -0.6
_LEAST = 0.5
"""No letter is lower than this, for heights divide."""
_ROW = 1 << 20
"""More points than any page is wide: a place in one number."""


class Glyph(NamedTuple):
    """A letter (or ligature) with its box, y upward. There are thousands on a page: a plain tuple is made soonest."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float


def without_shadows(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Each letter once: bold is often faked by drawing a letter twice, half a point apart at most."""
    seen: dict[str, set[int]] = defaultdict(set)
    kept: list[Glyph] = []
    for glyph in glyphs:
        text, x, y, _, _ = glyph
        places = seen[text]
        left, right = int(x - 0.5), int(x + 0.5)
        low, high = int(y - 0.5) * _ROW, int(y + 0.5) * _ROW
        if places.isdisjoint((left + low, right + low, left + high, right + high)):
            kept.append(glyph)
        places.add(int(x) + int(y) * _ROW)
    return kept


def in_order(glyphs: Sequence[Glyph]) -> str:
    """The letters as drawn, parted where the pen moved on."""
    if not glyphs:
        return ""
    before = glyphs[0]
    out = [before.text]
    for glyph in glyphs[1:]:
        out += (_between(before, glyph), glyph[0])
        before = glyph
    return "".join(out)


def by_position(glyphs: Iterable[Glyph]) -> str:
    """The letters line by line from the top, each line from the left, whatever the order of drawing."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (-each[2], each[1])):
        if lines and _same_line(lines[-1][0], glyph):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return "\n".join(in_order(sorted(line, key=lambda each: each[1])) for line in lines)


def _same_line(first: Glyph, other: Glyph) -> bool:
    _, _, low, _, high = first
    _, _, other_low, _, other_high = other
    shared = min(other_high, high) - max(other_low, low)
    lower = min(other_high - other_low, high - low)
    return shared >= 0.5 * max(_LEAST, lower)


def _between(before: Glyph, glyph: Glyph) -> str:
    """What parts two letters: nothing, a blank, a column or a line."""
    _, _, low, end, high = before
    _, start, other_low, _, other_high = glyph
    if (low != other_low or high != other_high) and not _same_line(before, glyph):
        return "\n"
    higher = max(other_high - other_low, high - low)
    gap = (start - end) / max(_LEAST, higher)
    if gap > _WIDE:
        return "\t"
    return " " if gap > _BLANK or gap < _BACK else ""
