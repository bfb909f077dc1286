# SPDX-License-Identifier: MIT
"""Natural widths: how wide a glyph is when no line had to be filled, fitted or spaced out around something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reviewer.documents.pdf.lines import Line
from reviewer.documents.pdf.records import Glyph

_SPACED = 0.05
"""Letter spacing beyond this, in em, is on purpose if other lines have it too; else it comes from justification."""
_COMMON = 0.6
"""A horizontal scale that so many of the other lines share is that of the text."""
_DIGITS = 4
_SLIGHT = 0.25
"""Lines that differ by more from the others, and are alike, are meant to be narrow or wide."""


def unit_of(glyph: Glyph) -> float:
    """The length in user space of one unit of text space along the line."""
    a, b = glyph.show.matrix[0], glyph.show.matrix[1]
    outer = glyph.show.outer
    dx, dy = a * outer[0] + b * outer[2], a * outer[1] + b * outer[3]
    return float((dx * dx + dy * dy) ** 0.5)


def spacing(glyph: Glyph) -> float:
    """The letter spacing in em, 0 when it is slight."""
    extra = abs(glyph.show.char_space * glyph.show.scale) * unit_of(glyph) / (glyph.em or 1.0)
    return round(extra, 4) if extra > _SPACED else 0.0


def stretch(glyph: Glyph) -> float:
    """How much wider than high a glyph is drawn, by Tz or by its matrix."""
    show = glyph.show
    high = glyph.em / (abs(show.size) * show.font.em or 1.0)
    return abs(show.scale) * unit_of(glyph) / high if high else 1.0


class Natural:
    """What is usual on a page, told from the lines that lost nothing."""

    def __init__(self, whole: Iterable[Line]) -> None:
        first = [line.glyphs[0] for line in whole]
        self._spacings = {spacing(glyph) for glyph in first} - {0.0}
        self._scales = Counter(round(stretch(glyph), _DIGITS) for glyph in first)
        usual, count = self._scales.most_common(1)[0] if self._scales else (1.0, 0)
        self._usual = 1.0 if count < _COMMON * self._scales.total() else usual
        self._known: dict[int, tuple[float, float, float]] = {}

    def scale(self, glyph: Glyph) -> float:
        """What brings a glyph to the usual width: a line fitted by its scale would tell how wide it was."""
        return self._of(glyph)[2]

    def advance(self, glyph: Glyph) -> float:
        """The natural width in user space, with letter spacing only where it is meant."""
        unit, meant, scale = self._of(glyph)
        return (abs(glyph.advance) * unit + meant) * scale

    def _of(self, glyph: Glyph) -> tuple[float, float, float]:
        """Unit, meant letter spacing and scale: the same for all glyphs of an operator."""
        key = id(glyph.show)
        if key not in self._known:
            extra = spacing(glyph)
            meant = extra * glyph.em if extra in self._spacings else 0.0
            self._known[key] = unit_of(glyph), meant, self._scale(glyph)
        return self._known[key]

    def _scale(self, glyph: Glyph) -> float:
        drawn, usual = stretch(glyph), self._usual
        of_other_lines = abs(drawn - usual) > _SLIGHT and round(drawn, _DIGITS) in self._scales
        return 1.0 if round(drawn, _DIGITS) in {usual, 0.0} or of_other_lines else usual / drawn
