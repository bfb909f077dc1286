# SPDX-License-Identifier: MIT
"""The strip of a line that runs aslant: the upright rectangle around it may hold half of a page, which stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.documents.pdf.geometry import Rect
from reviewer.documents.pdf.lines import across, along, along_end
from reviewer.documents.pdf.records import Glyph

_UNDER, _OVER = 0.45, 1.05
"""How far a strip reaches across its line, in em of it: from under a rule to over the letters."""
_BESIDE = 0.5
_LEAST = 10.0
"""Degrees; the boxes behind a line that leans less are level ones."""


def is_slanted(angle: float) -> bool:
    """Whether a line runs neither level nor upright."""
    return _LEAST <= angle % 90 <= 90 - _LEAST


@dataclass(frozen=True, slots=True)
class Slant:
    """The rectangle around a strip, its direction, where along it its letters begin, move and end, how high it is."""

    rect: Rect
    direction: tuple[float, float]
    start: float
    moved: float
    end: float
    low: float
    high: float

    @classmethod
    def of(cls, rect: Rect, glyphs: Sequence[Glyph], first: int, em: float) -> Slant:
        """The strip of the glyphs of a line that moves from the `first` of them on."""
        lead, beside = glyphs[0], _BESIDE * em
        base = across(lead)
        low, high = (_OVER, _UNDER) if lead.show.mirrored else (_UNDER, _OVER)
        return cls(
            rect,
            (lead.ux, lead.uy),
            min(map(along, glyphs)) - beside,
            along(glyphs[first]) - beside,
            max(map(along_end, glyphs)) + beside,
            base - low * em,
            base + high * em,
        )

    def holds(self, rect: Rect) -> bool:
        """Whether a shape lies in the strip, at or behind what moves; a rule runs from corner to corner of its box."""
        x0, y0, x1, y1 = rect
        return any(self._holds(ends) for ends in (((x0, y0), (x1, y1)), ((x0, y1), (x1, y0))))

    def _holds(self, ends: Sequence[tuple[float, float]]) -> bool:
        ux, uy = self.direction
        places = [x * ux + y * uy for x, y in ends]
        heights = [y * ux - x * uy for x, y in ends]
        return (
            self.start <= min(places)
            and self.moved <= max(places) <= self.end
            and self.low <= min(heights)
            and max(heights) <= self.high
        )
