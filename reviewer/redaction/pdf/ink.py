# SPDX-License-Identifier: MIT
"""What is ink in a picture, and how far that of a word reaches which goes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.bool_]
Gray = NDArray[np.uint8]
Range = tuple[int, int]
Area = tuple[int, int, int, int]

_DARKER = 64
"""What differs so much from its ground is ink."""
LETTERS_APART, RULE, DOT = 0.2, 3.0, 0.12
"""In shares of a row's height: the widest gap within a word, the shortest rule, the gap under a dot."""
_REACH, _LITTLE, _LONGEST = 0.35, 0.1, 4.0


@dataclass(frozen=True, slots=True)
class Hit:
    """What goes: an area in pixels from the top left, and its label. One drawn by hand ends where the hand ended."""

    left: int
    top: int
    right: int
    bottom: int
    label: str
    drawn: bool = False

    @property
    def high(self) -> int:
        """Its height."""
        return self.bottom - self.top


def ink_of(gray: Gray) -> Ink:
    """Where some rows of a picture differ from their ground."""
    ground = int(np.bincount(gray.ravel(), minlength=256).argmax())
    return np.abs(gray.astype(np.int16) - ground) > _DARKER


def inked_rows(ink: Ink) -> Ink:
    """The rows of an area that have ink."""
    return np.asarray(ink.any(axis=1), np.bool_)


def runs(line: Ink) -> list[Range]:
    """The stretches of a line that are set."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], line, [False])).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def whole(gray: Gray, hit: Hit) -> Area:
    """The area of a hit with the letters that it cuts, the rest of a word that was found askew, and a rule under it."""
    if hit.drawn or hit.high < 3:
        return hit.left, hit.top, hit.right, hit.bottom
    first = max(0, hit.top - hit.high)
    ink = ink_of(gray[first : hit.bottom + hit.high])
    near = max(2, round(LETTERS_APART * hit.high))
    for line in ink:
        for x0, x1 in runs(line):
            if x1 - x0 >= RULE * hit.high and not (hit.left - 2 * near <= x0 and x1 <= hit.right + 2 * near):
                line[x0:x1] = False
    inked = np.flatnonzero(inked_rows(ink[hit.top - first : hit.bottom - first].T))
    left, right = _stretched(inked, hit.left, hit.right, near, round(_LONGEST * hit.high))
    rows = inked_rows(ink[:, left:right])
    top = hit.top - _reach(rows[: hit.top - first][::-1], hit.high)
    bottom = hit.bottom + _reach(rows[hit.bottom - first :], hit.high)
    return max(0, left - 1), max(0, top - 1), right + 1, min(len(gray), bottom + 1)


def rules_through(gray: Gray, area: Area) -> list[int]:
    """The heights at which a ruled line runs through an area and on: cut there, it would tell how wide the area was."""
    x0, y0, x1, y1 = area
    high = y1 - y0
    ink = ink_of(gray[y0:y1]) if high > 0 else np.zeros((0, 0), np.bool_)
    found = {
        y0 + at + near
        for at, line in enumerate(ink)
        for left, right in runs(line)
        if (left < x0 - high and x1 <= right) or (left <= x0 and x1 + high < right)
        for near in (-1, 0, 1)
    }
    return sorted(y for y in found if y0 <= y < y1)


def _reach(rows: Ink, high: int) -> int:
    """How many rows beyond a word still belong to it; only few where they lead to the next row without a gap."""
    gap, last = max(1, round(DOT * high)), 0
    for at, inked in enumerate(rows[: round(_REACH * high) + gap + 1]):
        if inked:
            last = at + 1
        elif at + 1 - last > gap:
            return last
    return last if len(rows) <= last + gap else round(_LITTLE * high)


def _stretched(inked: NDArray[np.intp], left: int, right: int, near: int, most: int) -> Range:
    first, last = left, right
    for x in inked[inked < left][::-1]:
        if first - x > near + 1 or left - x > most:
            break
        first = int(x)
    for x in inked[inked >= right]:
        if x - last > near or x - right > most:
            break
        last = int(x) + 1
    return first, last
