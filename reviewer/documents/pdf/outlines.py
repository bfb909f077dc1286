# SPDX-License-Identifier: MIT
"""The outlines of an embedded font program, by the codes of the font: their edges, and what they look like."""

from __future__ import annotations

import io
from collections.abc import Mapping
from struct import Struct
from typing import Any

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.letterforms import form_of
from reviewer.documents.pdf.programs import MAX_PROGRAM
from reviewer.documents.pdf.type1 import read_type1

_HEAD = Struct(">5h")
Bounds = tuple[float, float, float, float]


class Outlines:
    """The bounds of the glyphs of one program, in em."""

    def __init__(
        self,
        glyphs: Any,
        table: Any,
        order: list[str],
        unit: float,
        keep: Font,
        numbers: Mapping[int, int] | None = None,
    ) -> None:
        self._glyphs, self._table, self._order, self._unit = glyphs, table, order, unit
        self._numbers = numbers
        self._known: dict[int, Bounds | None] = {}
        self.font = keep
        """Kept so that its identity is not given to another font."""

    def number(self, code: int, length: int) -> int | None:
        """Which outline a code shows, when it is known."""
        if self._numbers is not None:
            return self._numbers.get(code)
        return self.font.glyph(code, length)

    def form(self, number: int) -> int | None:
        """An outline as a picture (see letterforms); None for a blank, or one that cannot be drawn."""
        try:
            return form_of(self._glyphs[self._order[number]], self._glyphs)
        except Exception:  # noqa: BLE001 - fontTools raises what a damaged font makes it stumble over
            return None

    def bounds(self, number: int) -> Bounds | None:
        """Left, lower, right and upper edge of an outline."""
        if number not in self._known:
            self._known[number] = self._look(number)
        return self._known[number]

    def _look(self, number: int) -> Bounds | None:
        if not 0 <= number < len(self._order):
            return None
        name = self._order[number]
        try:
            found = self._told(name) if self._table is not None else self._drawn(name)
        except Exception:  # noqa: BLE001 - fontTools raises whatever a broken outline makes it stumble over
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


def outlines_of(font: Font) -> Outlines | None:
    """The outlines of an embedded font; None where it has none, or nothing can open them."""
    try:
        return _open(font)
    except Exception:  # noqa: BLE001 - fontTools raises whatever a broken table makes it stumble over
        return None


def _open(font: Font) -> Outlines | None:
    holder = font.obj["/DescendantFonts"][0] if font.composite else font.obj
    descriptor = holder.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary) or font.program is None:
        return None
    if isinstance(descriptor.get("/FontFile"), pikepdf.Stream) and not font.composite:
        return _type1(font, streams.read(descriptor["/FontFile"], MAX_PROGRAM))
    for key in ("/FontFile2", "/FontFile3"):
        if isinstance(descriptor.get(key), pikepdf.Stream):
            data = streams.read(descriptor[key], MAX_PROGRAM)
            if data[:4] in {b"OTTO", b"\0\1\0\0", b"true"}:
                program = TTFont(io.BytesIO(data), lazy=True, fontNumber=0)
                unit = 1 / (program["head"].unitsPerEm or 1000)
                table = program.get("glyf", None)
                return Outlines(program.getGlyphSet(), table, program.getGlyphOrder(), unit, font)
            fonts = CFFFontSet()
            fonts.decompile(io.BytesIO(data), None)
            return Outlines(fonts[0].CharStrings, None, list(fonts[0].charset), 0.001, font)
    return None


def _type1(font: Font, data: bytes) -> Outlines:
    """The outlines of a Type 1 program, by the names that the file or the program gives its codes."""
    _clear, glyphs = read_type1(data)
    order = list(glyphs)
    numbers = {name: number for number, name in enumerate(order)}
    names = dict(enumerate(StandardEncoding))
    program = font.program
    if program is not None and program.code_to_glyph:
        names = {code: program.glyph_names[glyph] for code, glyph in program.code_to_glyph.items()}
    names |= font.glyph_names
    by_code = {code: numbers[name] for code, name in names.items() if name in numbers}
    return Outlines(glyphs, None, order, 0.001, font, by_code)
