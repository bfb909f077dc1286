# SPDX-License-Identifier: MIT
"""Whether digits are a withheld number: grouped otherwise, beside letters, in cells of a form; not other digits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewer.documents.place import HYPHENS, Pattern, Place

_LINE_SIGNS = frozenset("\t\n\v\f\r")
_NUMBER, _GROUPED, _LONG_NUMBER = 3, 6, 9
"""A number counts beside letters; in groups over cells and lines too; inside a longer number too."""


def is_number(term: Pattern, place: Place, foreign: Sequence[int]) -> bool:
    """Whether a place is a number and not a part of another; `foreign` is where something parts its digits."""
    length = len(term.folded)
    if length < _NUMBER:
        return place.parted(place.start) and place.parted(place.end) and not foreign
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
    on_line = sign not in _LINE_SIGNS and (steps == {3} or sign in HYPHENS)
    return len(sign) == 1 and (in_cells or on_line)
