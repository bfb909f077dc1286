# SPDX-License-Identifier: MIT
"""Whether the letters of an embedded font can be what its tables say: a g hangs below the line, an h stands high.

A table that says another letter than the one that is drawn is seldom wrong about one letter only, and rarely swaps
letters of one shape. So this is no proof, and no verdict: it only says which fonts are worth a look at the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.letterforms import SIGNS, Likeness, likeness
from reviewer.documents.pdf.outlines import Bounds, Outlines, outlines_of
from reviewer.documents.pdf.records import Glyph

_HIGH = frozenset("bdfhklABCDEFGHIKLMNOPRSTUVWXYZ")
_LOW = frozenset("acegmnopqrsuvwxyz")
_HANGING = frozenset("gpqy")
_STANDING = frozenset("abcdehiklmnorstuvwxzABCDEFGHIKLMNOPRSTUVWXYZ")
_TOP = 0.6
"""Em; capitals and long letters reach higher than this, the others do not."""
_FOOT = -0.09
_FEW = 4
_SHARE = 0.25
_TWINS = 2
_ALIKE = 0.05


class Shapes:
    """The outlines of the fonts of one file; each program is opened once, each glyph measured once."""

    def __init__(self) -> None:
        self._outlines: dict[int, tuple[Font, Outlines | None]] = {}
        self._odd: dict[tuple[int, int], Likeness | None] = {}

    def doubt(self, font: Font, glyphs: Iterable[Glyph]) -> str:
        """Why the letters of a font, one a code, may be others than they are said to be; "" when nothing tells."""
        if font.subtype == "/Type3":
            return "type3"
        outlines = self._of(font)
        if outlines is None:
            return ""
        seen: list[tuple[str, Bounds]] = []
        for glyph in glyphs:
            if len(glyph.text) == 1 and glyph.text.isalnum() and glyph.text.isascii():
                number = outlines.number(glyph.code, glyph.end - glyph.start)
                bounds = outlines.bounds(number) if number is not None else None
                if bounds is not None:
                    seen.append((glyph.text, bounds))
        if _misfits([each for each in seen if each[0].isalpha()]):
            return "shapes"
        return "twins" if _twins(seen) >= _TWINS else ""

    def odd(self, font: Font, glyphs: Iterable[Glyph]) -> dict[int, Likeness]:
        """The codes that show another letter or digit than they are said to show, each with what it looks like."""
        found: dict[int, Likeness] = {}
        for glyph in glyphs:
            key = (id(font), glyph.code)
            if key not in self._odd:
                self._odd[key] = self._look(font, glyph)
            odd = self._odd[key]
            if odd is not None:
                found[glyph.code] = odd
        return found

    def _look(self, font: Font, glyph: Glyph) -> Likeness | None:
        outlines = self._of(font) if font.subtype != "/Type3" and glyph.text in SIGNS else None
        number = outlines.number(glyph.code, glyph.end - glyph.start) if outlines is not None else None
        form = outlines.form(number) if outlines is not None and number is not None else None
        seen = likeness(form, glyph.text) if form is not None else None
        return seen if seen is not None and seen.is_odd else None

    def _of(self, font: Font) -> Outlines | None:
        key = id(font)
        if key not in self._outlines:
            # The font is kept so that its identity is not given to another one.
            self._outlines[key] = font, outlines_of(font)
        return self._outlines[key][1]


def _misfits(seen: list[tuple[str, Bounds]]) -> bool:
    """Whether too many letters are of another shape than letters of their name."""
    if len(seen) < _FEW:
        return False
    wrong = sum(
        (letter in _HIGH and top < _TOP)
        or (letter in _LOW and top > _TOP)
        or (letter in _HANGING and foot > _FOOT)
        or (letter in _STANDING and foot < _FOOT)
        for letter, (_left, foot, _right, top) in seen
    )
    return wrong >= max(2.0, _SHARE * len(seen))


def _twins(seen: list[tuple[str, Bounds]]) -> int:
    """How many letters two glyphs of different outlines stand for."""
    known: dict[str, list[Bounds]] = defaultdict(list)
    for letter, bounds in seen:
        known[letter].append(bounds)
    return sum(
        any(
            abs(each - first) > _ALIKE
            for other in others[1:]
            for each, first in zip(other, others[0], strict=True)
        )
        for others in known.values()
    )
