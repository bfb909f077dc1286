# SPDX-License-Identifier: MIT
"""Gives the letters of a subset new codes and glyph numbers, in the order in which the copy first shows them.

Many programs number the letters of a document as they meet them: 1 for the first letter, 2 for the next new one. The
codes that remain, and the holes between them, then spell the first words that were taken out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.reorderGlyphs import reorderGlyphs
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.fonts import Font, Sign
from reviewer.documents.pdf.programs import MAX_PROGRAM
from reviewer.redaction.pdf.programs import forget_dates
from reviewer.redaction.pdf.resources import Unsupported, plain_value

_TABLES = frozenset({"GlyphOrder", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep", "glyf", "loca"})
_SPACE = 32
_LAST = {1: 255, 2: 65_535}
_LARGEST = 4096
"""Glyphs; a program with more keeps the numbers of the font it is a part of, which tell no order."""
_DENSE = 0.5


class Recoding:
    """The new codes of one font."""

    def __init__(self, font: Font) -> None:
        self.font = font
        self.codes: dict[tuple[int, int], int] = {}
        self._written: dict[tuple[int, int], bytes] = {}
        self._next = 1

    def code(self, length: int, code: int) -> int:
        """The new code; the one that word spacing looks for stays what it is, and so does that of a blank."""
        key = (length, code)
        if key not in self.codes:
            if code == _SPACE and not self.font.composite and self._is_space():
                self.codes[key] = _SPACE
            else:
                self._next += self._next == _SPACE and not self.font.composite
                self.codes[key] = self._next
                self._next += 1
        return self.codes[key]

    def _is_space(self) -> bool:
        """In a subset numbered by first use any letter may have this code: kept, it tells how many came before."""
        return self.font.word_spaced or self.font.text(_SPACE, 1) == " "

    def written(self, data: bytes) -> bytes:
        """A string in the new codes. Raises Unsupported when there are more than can be written."""
        known = self._written
        return b"".join(
            [known.get((each.size, each.code)) or self._bytes(each) for each in self.font.signs(data)]
        )

    def _bytes(self, sign: Sign) -> bytes:
        size = 2 if self.font.composite else 1
        code = self.code(sign.size, sign.code)
        if code > _LAST[size]:
            raise Unsupported
        made = self._written[sign.size, sign.code] = code.to_bytes(size, "big")
        return made

    @property
    def old(self) -> dict[int, tuple[int, int]]:
        """From each new code back to the length and the code it had, in order."""
        return {new: key for key, new in sorted(self.codes.items(), key=lambda each: each[1])}

    def width(self, new: int) -> float:
        """The width of a new code, in the units of the font; 0 for one that is not shown."""
        if new not in self.old:
            return 0.0
        length, code = self.old[new]
        key = self.font.cid(code, length) if self.font.composite else code
        return self.font.widths.get(key, self.font.default_width)

    def program(self) -> tuple[bytes, dict[int, int]]:
        """The program in the new order, and the new glyph number of each new code. Raises Unsupported."""
        glyphs = {new: self.font.glyph(code, length) or 0 for new, (length, code) in self.old.items()}
        order = list(dict.fromkeys([0, *glyphs.values()]))
        places = {new: order.index(glyph) for new, glyph in glyphs.items()}
        data = renumbered(_data(self.font), order, None if self.font.composite else places)
        if data is None:
            raise Unsupported
        return data, places


def recoding_of(font: Font) -> Recoding | None:
    """A recoding for a font whose codes or glyph numbers may tell an order, when it can be done without a guess."""
    if font.subtype == "/Type3":
        return Recoding(font)
    if font.program is None or font.unsafe or not _is_truetype(font):
        return None
    if font.composite:
        known = _is_dense(font)
    else:
        known = "/Encoding" not in font.obj and _is_clear(font)
    return Recoding(font) if known and renumbered(_data(font), [0], None) is not None else None


def _data(font: Font) -> bytes:
    return streams.read(_file(font), MAX_PROGRAM)


def _file(font: Font) -> Any:
    holder = font.obj["/DescendantFonts"][0] if font.composite else font.obj
    return holder["/FontDescriptor"].get("/FontFile2")


def _is_truetype(font: Font) -> bool:
    return isinstance(_file(font), pikepdf.Stream)


def _is_clear(font: Font) -> bool:
    """Whether all tables of the program agree on the glyph of each code, so that no viewer can choose another."""
    program = font.program
    if program is None or not program.code_to_glyph:
        return False
    return all(
        program.code_to_glyph.get(code) == glyph
        for table in program.code_tables
        for code, glyph in table.items()
    )


def _is_dense(font: Font) -> bool:
    """Whether the program was numbered anew: a part of a font that keeps its numbers is full of empty glyphs."""
    try:
        program = TTFont(io.BytesIO(_data(font)), lazy=True)
        count = int(program["maxp"].numGlyphs)
        if count > _LARGEST:
            return False
        places = list(program["loca"].locations)
    except Exception:  # noqa: BLE001 - fontTools raises whatever a broken table makes it stumble over
        return False
    drawn = sum(low < high for low, high in pairwise(places))
    return bool(drawn >= _DENSE * count)


def renumbered(data: bytes, glyphs: Sequence[int], codes: Mapping[int, int] | None) -> bytes | None:
    """The program with these glyphs only, in this order; `codes` give each new code's place in it (simple fonts)."""
    try:
        return _renumbered(data, glyphs, codes)
    except Exception:  # noqa: BLE001 - fontTools raises whatever a broken table makes it stumble over
        return None


def _renumbered(data: bytes, glyphs: Sequence[int], codes: Mapping[int, int] | None) -> bytes:
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    names = font.getGlyphOrder()
    kept = [names[glyph] for glyph in glyphs]
    options = subset.Options(
        notdef_outline=True, hinting=True, glyph_names=False, layout_features=[], recalc_bounds=False,
        recalc_timestamp=False, name_IDs=[], drop_tables=[],
    )  # fmt: skip
    for table in list(font.keys()):
        if table not in _TABLES:
            del font[table]
    worker = subset.Subsetter(options)
    worker.populate(glyphs=[names[0], *kept])
    worker.subset(font)
    for table in list(font.keys()):
        if table not in _TABLES:
            del font[table]
        elif table != "GlyphOrder":
            _ = font[table]  # loaded, which reordering asks for
    present = set(font.getGlyphOrder())
    order = [each for each in dict.fromkeys(_with_parts(font["glyf"], [names[0], *kept])) if each in present]
    reorderGlyphs(font, order)
    if codes is not None:
        font["cmap"] = _code_tables({code: kept[at] for code, at in codes.items()})
    forget_dates(font)
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=False)
    return buffer.getvalue()


def _with_parts(outlines: Any, names: Sequence[str]) -> Iterator[str]:
    """The glyphs, then those they are composed of, in the order in which they ask for them."""
    yield from names
    waiting = list(names)
    seen = set(names)
    while waiting:
        glyph = outlines[waiting.pop(0)]
        if glyph.isComposite():
            for part in glyph.components:
                if part.glyphName not in seen:
                    seen.add(part.glyphName)
                    waiting.append(part.glyphName)
                    yield part.glyphName


def _code_tables(names: Mapping[int, str]) -> Any:
    made: Any = newTable("cmap")
    made.tableVersion = 0
    made.tables = []
    for platform, encoding, form, offset in ((1, 0, 6, 0), (3, 0, 4, 0xF000)):
        table = CmapSubtable.newSubtable(form)
        table.platformID, table.platEncID, table.language = platform, encoding, 0
        table.cmap = {offset + code: name for code, name in sorted(names.items())}
        made.tables.append(table)
    return made


def shown(operands: Sequence[Any], operator: str, written: Any) -> list[Any]:
    """The operands of a text operator: strings, as `written` gives them, and numbers only."""

    def one(each: Any) -> Any:
        return pikepdf.String(written(bytes(each))) if isinstance(each, pikepdf.String) else plain_value(each)

    if operator == "TJ":
        return [pikepdf.Array([one(each) for each in operands[0]])]
    return [one(each) for each in operands]
