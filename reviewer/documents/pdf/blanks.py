# SPDX-License-Identifier: MIT
"""Sees the blanks in a line that nobody drew: a gap, wide or narrow, between letters that touch otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewer.documents.pdf.lines import SPACE_GAP, Line, along, gap_between
from reviewer.documents.pdf.records import Glyph

_GRID = 5
_TOUCHING = 0.02
NARROW_GAP = 0.14
"""A gap of so many em is a blank too where the letters before and after it touch."""
_LETTERS_ALONE = 2
"""So many words of one letter may follow one another ("il y a"); more of them are a word that is set wide."""


def pitch_of(line: Line) -> float:
    """The step from letter to letter where every letter was set on a grid; 0 elsewhere."""
    # Dots that lead to a page number stand on a grid of their own, which is not that of the words before them.
    pairs = [each for each in pairwise(line.glyphs) if each[0].text.isalnum() and each[1].text.isalnum()]
    if len(pairs) < _GRID:
        return 0.0
    middle = sorted(along(right) - along(left) for left, right in pairs)[len(pairs) // 2]
    regular = [each for each in pairs if abs(along(each[1]) - along(each[0]) - middle) <= 0.02 * middle]
    # Letters of one width that touch were not set on a grid: half of those of Times are as wide as a digit.
    touching = sum(abs(gap_between(*each)) <= _TOUCHING for each in regular)
    return middle if len(regular) >= 0.6 * len(pairs) and touching <= 0.5 * len(regular) else 0.0


def is_apart(glyphs: Sequence[Glyph], at: int, gap: float, pitch: float) -> bool:
    """Whether a blank that nobody drew stands before a glyph of a line."""
    left, right = glyphs[at - 1], glyphs[at]
    if gap <= SPACE_GAP:
        return all(_is_close(glyphs, at + step, step) for step in (-1, 1))
    return not pitch or along(right) - along(left) > 1.5 * pitch


def _is_close(glyphs: Sequence[Glyph], at: int, step: int) -> bool:
    """Whether a glyph touches the one before it, or words of one letter part it from a word whose letters do.

    At the ends of a line there is nothing to touch.
    """
    for step_on in range(_LETTERS_ALONE + 1):
        here = at + step_on * step
        if not 0 < here < len(glyphs):
            return not step_on
        if _touches(glyphs, here):
            return not step_on or not (glyphs[here - 1].blank or glyphs[here].blank)
        if not NARROW_GAP < gap_between(glyphs[here - 1], glyphs[here]) <= SPACE_GAP:
            return False
    return False


def _touches(glyphs: Sequence[Glyph], at: int) -> bool:
    return abs(gap_between(glyphs[at - 1], glyphs[at])) <= _TOUCHING
