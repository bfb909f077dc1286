# SPDX-License-Identifier: MIT
"""Fonts of several kinds for one page, made for the letters of that page as programs do, with widths that differ."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pdfminer.fontmetrics import FONT_METRICS
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.pdf.sheets import helvetica, to_unicode

_HELVETICA: Mapping[str, int] = FONT_METRICS["Helvetica"][1]
_TIMES: Mapping[str, int] = FONT_METRICS["Times-Roman"][1]


@dataclass(frozen=True)
class Face:
    """A font: the widths of its letters, the bytes that show each, and its dictionary."""

    widths: Mapping[str, int]
    codes: Mapping[str, bytes]
    make: Callable[[pikepdf.Pdf], Any]

    def width(self, text: str, size: float = 12) -> float:
        """How wide a text is."""
        return sum(self.widths[letter] for letter in text) / 1000 * size

    def show(self, text: str) -> bytes:
        """A text as a string operand."""
        return b"<" + b"".join(self.codes[letter] for letter in text).hex().encode() + b">"


Maker = Callable[[str], Face]
"""Makes the face for all the text of a page, in the order in which it is shown."""


def standard(text: str) -> Face:
    """Helvetica, of the standard fourteen."""
    codes = {letter: letter.encode("cp1252") for letter in text}
    return Face(_HELVETICA, codes, lambda pdf: pdf.make_indirect(helvetica()))


def standard_serif(text: str) -> Face:
    """Times, of the standard fourteen."""
    codes = {letter: letter.encode("cp1252") for letter in text}
    return Face(_TIMES, codes, lambda pdf: pdf.make_indirect(helvetica("/Times-Roman")))


def simple_subset(text: str) -> Face:
    """A TrueType subset as LibreOffice makes it: codes in the order of first use."""
    letters = "".join(dict.fromkeys(text))

    def make(pdf: pikepdf.Pdf) -> Any:
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/CCCCCC+Serif"), FirstChar=1,
                LastChar=len(letters), Widths=Array([_TIMES[letter] for letter in letters]),
                FontDescriptor=_descriptor(pdf, _truetype(letters)),
                ToUnicode=to_unicode(pdf, dict(enumerate(letters, 1)), size=1),
            )
        )  # fmt: skip

    return Face(_TIMES, {letter: bytes([at]) for at, letter in enumerate(letters, 1)}, make)


def composite_subset(text: str) -> Face:
    """A composite TrueType subset with two bytes a letter, numbered in the order of first use."""
    letters = "".join(dict.fromkeys(text))

    def make(pdf: pikepdf.Pdf) -> Any:
        child = _cid_font(pdf, _descriptor(pdf, _truetype(letters)), "/CIDFontType2", letters)
        child["/CIDToGIDMap"] = Name.Identity
        return _type0(pdf, child, letters)

    codes = {letter: at.to_bytes(2, "big") for at, letter in enumerate(letters, 1)}
    return Face(_TIMES, codes, make)


def compact_subset(text: str) -> Face:
    """A simple font over a CFF subset; the glyphs stand in the order of first use, the codes are usual ones."""
    letters = "".join(dict.fromkeys(text))

    def make(pdf: pikepdf.Pdf) -> Any:
        codes = [ord(letter) for letter in letters]
        widths = {ord(letter): _TIMES[letter] for letter in letters}
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/DDDDDD+Serif"), FirstChar=min(codes),
                LastChar=max(codes), Encoding=Name.WinAnsiEncoding,
                Widths=Array([widths.get(code, 0) for code in range(min(codes), max(codes) + 1)]),
                FontDescriptor=_descriptor(pdf, _compact(letters), "/FontFile3"),
            )
        )  # fmt: skip

    return Face(_TIMES, {letter: letter.encode("cp1252") for letter in letters}, make)


def drawn(text: str) -> Face:
    """A Type 3 font, its procedures in the order of first use."""
    letters = "".join(dict.fromkeys(text))

    def make(pdf: pikepdf.Pdf) -> Any:
        procedures = Dictionary()
        for at, letter in enumerate(letters, 1):
            width = _TIMES[letter]
            box = f"{width} 0 0 0 {width} 700 d1 60 0 {width - 90} {300 + 3 * (ord(letter) % 128)} re f"
            procedures[f"/a{at}"] = pdf.make_indirect(Stream(pdf, box.encode()))
        names = [Name(f"/a{at}") for at in range(1, len(letters) + 1)]
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type3, FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                FontBBox=Array([0, -200, 1000, 800]), CharProcs=procedures, FirstChar=1, LastChar=len(letters),
                Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, *names])),
                Widths=Array([_TIMES[letter] for letter in letters]), Resources=Dictionary(),
                ToUnicode=to_unicode(pdf, dict(enumerate(letters, 1)), size=1),
            )
        )  # fmt: skip

    return Face(_TIMES, {letter: bytes([at]) for at, letter in enumerate(letters, 1)}, make)


FACES: tuple[Maker, ...] = (standard, standard_serif, simple_subset, composite_subset, compact_subset, drawn)


def _names(letters: str) -> list[str]:
    return [".notdef", *(f"u{ord(letter):04X}" for letter in letters)]


def _box(pen: Any, letter: str) -> Any:
    """An outline for each letter: a bar as wide as the letter, its height tells letters apart."""
    width, height = _TIMES[letter], 300 + 3 * (ord(letter) % 128)
    if letter != " ":
        pen.moveTo((40, 0))
        pen.lineTo((40, height))
        pen.lineTo((width - 40, height))
        pen.lineTo((width - 40, 0))
        pen.closePath()
    return pen


def _truetype(letters: str) -> bytes:
    names = _names(letters)
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    table = CmapSubtable.newSubtable(0)
    table.platformID, table.platEncID, table.language = 1, 0, 0
    table.cmap = dict(enumerate(names[1:], 1))
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:], strict=True)})
    builder.font["cmap"].tables = [table]
    outlines = {".notdef": TTGlyphPen(None).glyph()}
    for letter, name in zip(letters, names[1:], strict=True):
        outlines[name] = _box(TTGlyphPen(None), letter).glyph()
    builder.setupGlyf(outlines)
    _measured(builder, letters, names)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    buffer = io.BytesIO()
    builder.save(buffer)
    return buffer.getvalue()


def _compact(letters: str) -> bytes:
    names = [".notdef", *(_POSTSCRIPT.get(letter, letter) for letter in letters)]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:], strict=True)})
    outlines = {".notdef": T2CharStringPen(500, None).getCharString()}
    for letter, name in zip(letters, names[1:], strict=True):
        outlines[name] = _box(T2CharStringPen(_TIMES[letter], None), letter).getCharString()
    builder.setupCFF("Serif", {"FullName": "Serif"}, outlines, {})
    _measured(builder, letters, names)
    return bytes(builder.font.getTableData("CFF "))


_POSTSCRIPT = {
    " ": "space", ".": "period", ",": "comma", "-": "hyphen", ":": "colon", "'": "quotesingle", "1": "one",
    "2": "two", "0": "zero", "5": "five",
}  # fmt: skip


def _measured(builder: FontBuilder, letters: str, names: list[str]) -> None:
    widths = {name: (_TIMES[letter], 40) for letter, name in zip(letters, names[1:], strict=True)}
    builder.setupHorizontalMetrics({".notdef": (500, 0)} | widths)
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupPost(keepGlyphNames=False)


def _descriptor(pdf: pikepdf.Pdf, program: bytes, key: str = "/FontFile2") -> Any:
    stream = Stream(pdf, program)
    if key == "/FontFile3":
        stream["/Subtype"] = Name.Type1C
    return pdf.make_indirect(
        Dictionary(
            {
                "/Type": Name.FontDescriptor, "/FontName": Name("/CCCCCC+Serif"), "/Flags": 4,
                "/FontBBox": Array([0, -200, 1000, 800]), "/ItalicAngle": 0, "/Ascent": 800, "/Descent": -200,
                "/CapHeight": 700, "/StemV": 80, key: pdf.make_indirect(stream),
            }
        )
    )  # fmt: skip


def _cid_font(pdf: pikepdf.Pdf, descriptor: Any, kind: str, letters: str) -> Dictionary:
    return Dictionary(
        Type=Name.Font, Subtype=Name(kind), BaseFont=Name("/CCCCCC+Serif"), FontDescriptor=descriptor, DW=1000,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        W=Array([1, Array([_TIMES[letter] for letter in letters])]),
    )  # fmt: skip


def _type0(pdf: pikepdf.Pdf, child: Dictionary, letters: str) -> Any:
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/CCCCCC+Serif"), Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(child)]), ToUnicode=to_unicode(pdf, dict(enumerate(letters, 1))),
        )
    )  # fmt: skip
