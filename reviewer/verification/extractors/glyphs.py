# SPDX-License-Identifier: MIT
"""Placed letters as text, in the order they are drawn and in the order they stand on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BLANK = 0.16
_WIDE = 1.5
_BACK = -0.6


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter (or ligature) with its box, y upward."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def height(self) -> float:
        """Never nothing, for it divides."""
        return max(self.y1 - self.y0, 0.5)


def without_shadows(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Each letter once: bold is often faked by drawing a letter twice, half a point apart at most."""
    seen: set[tuple[str, int, int]] = set()
    kept: list[Glyph] = []
    for glyph in glyphs:
        left, right, low, high = (
            int(glyph.x0 - 0.5),
            int(glyph.x0 + 0.5),
            int(glyph.y0 - 0.5),
            int(glyph.y0 + 0.5),
        )
        text = glyph.text
        if not (
            (text, left, low) in seen
            or (text, right, low) in seen
            or (text, left, high) in seen
            or (text, right, high) in seen
        ):
            kept.append(glyph)
        seen.add((text, int(glyph.x0), int(glyph.y0)))
    return kept


def in_order(glyphs: Sequence[Glyph]) -> str:
    """The letters as drawn, parted where the pen moved on."""
    out: list[str] = []
    before: Glyph | None = None
    for glyph in glyphs:
        if before is not None:
            out.append(_between(before, glyph))
        out.append(glyph.text)
        before = glyph
    return "".join(out)


def by_position(glyphs: Iterable[Glyph]) -> str:
    """The letters line by line from the top, each line from the left, whatever the order of drawing."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (-each.y0, each.x0)):
        if lines and _same_line(lines[-1][0], glyph):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return "\n".join(in_order(sorted(line, key=lambda each: each.x0)) for line in lines)


def _same_line(first: Glyph, other: Glyph) -> bool:
    shared = min(first.y1, other.y1) - max(first.y0, other.y0)
    return shared >= 0.5 * min(first.height, other.height)


def _between(before: Glyph, glyph: Glyph) -> str:
    if not _same_line(before, glyph):
        return "\n"
    gap = (glyph.x0 - before.x1) / max(before.height, glyph.height)
    if gap > _WIDE:
        return "\t"
    return " " if gap > _BLANK or gap < _BACK else ""
