# SPDX-License-Identifier: MIT
"""Whether the letters of an embedded font can be what its tables say: a g hangs below the line, an h stands high.

A table that says another letter than the one that is drawn is seldom wrong about one letter only, and rarely swaps
letters of one shape. So this is no proof, and no verdict: it only says which fonts are worth a look at the page.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable
from struct import Struct
from typing import Any

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.programs import MAX_PROGRAM
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
_HEAD = Struct(">5h")
Bounds = tuple[float, float, float, float]


class Shapes:
    """The outlines of the fonts of one file; each program is opened once, each glyph measured once."""

    def __init__(self) -> None:
        self._measures: dict[int, _Measure | None] = {}

    def doubt(self, font: Font, glyphs: Iterable[Glyph]) -> str:
        """Why the letters of a font may be others than they are said to be; "" when they look right or are unknown."""
        if font.subtype == "/Type3":
            return "type3"
        measure = self._measure(font)
        if measure is None:
            return ""
        seen: list[tuple[str, Bounds]] = []
        for glyph in {each.code: each for each in glyphs}.values():
            if len(glyph.text) == 1 and glyph.text.isalpha() and glyph.text.isascii():
                number = font.glyph(glyph.code, glyph.end - glyph.start)
                bounds = measure.bounds(number) if number is not None else None
                if bounds is not None:
                    seen.append((glyph.text, bounds))
        if _misfits(seen):
            return "shapes"
        return "twins" if _twins(seen) >= _TWINS else ""

    def _measure(self, font: Font) -> _Measure | None:
        key = id(font)
        if key not in self._measures:
            try:
                self._measures[key] = _open(font)
            except Exception:  # noqa: BLE001 - fontTools raises whatever a broken table makes it stumble over
                self._measures[key] = None
        return self._measures[key]


class _Measure:
    """The bounds of the glyphs of one program, in em."""

    def __init__(self, glyphs: Any, table: Any, order: list[str], unit: float, keep: Font) -> None:
        self._glyphs, self._table, self._order, self._unit = glyphs, table, order, unit
        self._known: dict[int, Bounds | None] = {}
        self.font = keep
        """Kept so that its identity is not given to another font."""

    def bounds(self, number: int) -> Bounds | None:
        if number not in self._known:
            self._known[number] = self._look(number)
        return self._known[number]

    def _look(self, number: int) -> Bounds | None:
        if not 0 <= number < len(self._order):
            return None
        name = self._order[number]
        try:
            found = self._told(name) if self._table is not None else self._drawn(name)
        except Exception:  # noqa: BLE001 - as above, glyph by glyph
            return None
        if found is None:
            return None
        x0, y0, x1, y1 = (each * self._unit for each in found)
        return x0, y0, x1, y1

    def _told(self, name: str) -> Bounds | None:
        """What the head of a TrueType glyph says, without taking its outline apart."""
        glyph = self._table.glyphs[name]
        head = getattr(glyph, "data", b"")[: _HEAD.size]
        if len(head) < _HEAD.size:
            return None
        _contours, x0, y0, x1, y1 = _HEAD.unpack(head)
        return x0, y0, x1, y1

    def _drawn(self, name: str) -> Bounds | None:
        pen = BoundsPen(self._glyphs)
        self._glyphs[name].draw(pen)
        found: Bounds | None = pen.bounds
        return found


def _open(font: Font) -> _Measure | None:
    holder = font.obj["/DescendantFonts"][0] if font.composite else font.obj
    descriptor = holder.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary) or font.program is None:
        return None
    for key in ("/FontFile2", "/FontFile3"):
        if isinstance(descriptor.get(key), pikepdf.Stream):
            data = streams.read(descriptor[key], MAX_PROGRAM)
            if data[:4] in {b"OTTO", b"\0\1\0\0", b"true"}:
                program = TTFont(io.BytesIO(data), lazy=True, fontNumber=0)
                unit = 1 / (program["head"].unitsPerEm or 1000)
                table = program.get("glyf", None)
                return _Measure(program.getGlyphSet(), table, program.getGlyphOrder(), unit, font)
            fonts = CFFFontSet()
            fonts.decompile(io.BytesIO(data), None)
            return _Measure(fonts[0].CharStrings, None, list(fonts[0].charset), 0.001, font)
    return None


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
