# SPDX-License-Identifier: MIT
"""Reads a font dictionary: its encoding, its widths, its embedded program."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import pikepdf
from fontTools import agl
from pdfminer.encodingdb import EncodingDB
from pdfminer.fontmetrics import FONT_METRICS

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.cmaps import CMap
from reviewer.documents.pdf.collections import collection_of
from reviewer.documents.pdf.fonts import Font, base_name
from reviewer.documents.pdf.geometry import matrix_of, normal, number
from reviewer.documents.pdf.programs import MAX_PROGRAM, read_program
from reviewer.documents.pdf.symbols import as_encoded, named_sign, own_encoding, own_widths

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_LOWEST, _HIGHEST = 0.3, 5.0
"""How high letters can be, compared with the widest of them; a box that says otherwise is none of letters."""
_MAX_WIDTHS = 4 * 65_536
"""A font has at most 65,536 characters; a table that tells more is made to last."""
_D1 = re.compile(rb"(-?[\d.]+)\s+-?[\d.]+\s+(-?[\d.]+)\s+d1\b")
_ASKED = 64
ReadMap = Callable[[Any], CMap]
"""Reads the map of characters that a stream holds."""


def read_font(obj: Any, read_map: ReadMap) -> Font:
    """Read a font dictionary; whatever is odd in it ends in `unsafe`, never in an exception of a library.

    Raises streams.TooLarge when a part of it swells: PDFium, which draws the page, would unpack it whole.
    """
    subtype = str(obj.get("/Subtype", "/Type1"))
    font = Font(obj, subtype)
    try:
        if subtype == "/Type0":
            _read_composite(font, read_map)
        else:
            _read_simple(font)
        if "/ToUnicode" in obj and isinstance(obj["/ToUnicode"], pikepdf.Stream):
            font.unicode_map = read_map(obj["/ToUnicode"])
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, pikepdf.PdfError):
        font.unsafe = font.unsafe or "font"
    return font


def _descriptor(font: Font, obj: Any) -> None:
    descriptor = obj.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary):
        return
    ascent, descent = number(descriptor.get("/Ascent", 0)), number(descriptor.get("/Descent", 0))
    if 300 < ascent < 1500:
        font.ascent = ascent / 1000
    if -800 < descent < 0:
        font.descent = descent / 1000
    font.default_width = number(descriptor.get("/MissingWidth", 0))
    for key in _FILES:
        if isinstance(descriptor.get(key), pikepdf.Stream):
            font.program_kind = key
            font.program = read_program(streams.read(descriptor[key], MAX_PROGRAM), key)


def _read_simple(font: Font) -> None:
    obj = font.obj
    _descriptor(font, obj)
    if font.subtype == "/Type3":
        font.unit = abs(matrix_of(obj["/FontMatrix"])[0]) if "/FontMatrix" in obj else 0.001
        font.em = _type3_em(obj)
    _simple_encoding(font)
    first = int(obj.get("/FirstChar", 0))
    if "/Widths" in obj:
        told = {first + at: number(value) for at, value in enumerate(obj["/Widths"])}
        if not (font.program_kind or font.default_width or font.subtype == "/Type3"):
            # Of codes that the array leaves out, viewers take the widths of the font that stands in.
            _standard_widths(font)
            font.default_width = 0.0
        font.widths |= told
    else:
        _standard_widths(font)


def _type3_em(obj: Any) -> float:
    """The height of the letters of a Type 3 font for size 1: its units are its own, and its box is often made up."""
    matrix = matrix_of(obj["/FontMatrix"]) if "/FontMatrix" in obj else (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
    across, down = abs(matrix[0]), abs(matrix[3])
    box = normal(obj.get("/FontBBox", [0, 0, 0, 0]))
    tall = (box[3] - box[1]) * down
    widest = max((abs(number(each)) for each in obj.get("/Widths", [])), default=0.0) * across
    if tall > 0 and (not widest or _LOWEST <= tall / widest <= _HIGHEST):
        return tall
    return _drawn_height(obj) * down or 1.5 * widest or tall or 1.0


def _drawn_height(obj: Any) -> float:
    """How high the letters of a Type 3 font are by what each says of itself (d1), in the units of the font."""
    heights = [0.0]
    for procedure in list(dict(obj.get("/CharProcs", {})).values())[:_ASKED]:
        try:
            said = _D1.search(streams.read(procedure, 4 * 2**20)[:200])
        except (pikepdf.PdfError, streams.TooLarge, AttributeError):
            continue
        if said:
            heights += [float(said[1]), float(said[2])]
    return max(heights) - min(heights)


def _simple_encoding(font: Font) -> None:
    encoding = font.obj.get("/Encoding")
    base, differences = None, []
    if isinstance(encoding, pikepdf.Dictionary):
        base = encoding.get("/BaseEncoding")
        differences = list(encoding.get("/Differences", []))
    elif encoding is not None:
        base = encoding
    if base is not None or not _has_own_encoding(font):
        name = str(base or "/StandardEncoding")[1:]
        font.names = dict(EncodingDB.get_encoding(name))
    elif not font.program_kind:
        font.names = own_encoding(base_name(font.obj))
    elif font.program is not None:
        for code, glyph in font.program.code_to_glyph.items():
            text = agl.toUnicode(font.program.glyph_names.get(glyph, ""))
            if text:
                font.names[code] = text
    code = 0
    for each in differences:
        if isinstance(each, pikepdf.Name):
            font.names.pop(code, None)
            font.glyph_names[code] = str(each)[1:]
            text = named_sign(str(each)[1:], dingbats="Dingbats" in base_name(font.obj))
            if text:
                font.names[code] = text
            code += 1
        else:
            code = int(each)


def _has_own_encoding(font: Font) -> bool:
    """An embedded program (or a symbol font) encodes itself when the dictionary does not."""
    base = base_name(font.obj)
    return font.program_kind != "" or font.subtype == "/Type3" or "Symbol" in base or "Dingbats" in base


def _standard_widths(font: Font) -> None:
    name = base_name(font.obj).rpartition("+")[2]
    if signs := own_widths(name):
        by_sign = {text: signs[code] for code, text in own_encoding(name).items() if code in signs}
        told = {code: as_encoded(text) for code, text in font.names.items()}
        font.widths = {code: by_sign[sign] for code, sign in told.items() if sign in by_sign}
        font.default_width = font.default_width or 500.0
        return
    for old, new in (("ArialMT", "Arial"), ("TimesNewRomanPSMT", "TimesNewRoman"), ("PSMT", ""), ("MT", "")):
        name = name.replace(old, new)
    name = name.replace("-", ",") if name.startswith(("Arial-", "CourierNew-", "TimesNewRoman-")) else name
    metrics = FONT_METRICS.get(name.replace("Italic", "Oblique") if name.startswith("Helv") else name)
    if metrics is None:
        family = "Courier" if "Cour" in name else "Times-Roman" if "Tim" in name else "Helvetica"
        metrics = FONT_METRICS[family]
    table = metrics[1]
    font.widths = {code: float(table[text]) for code, text in font.names.items() if text in table}
    font.default_width = font.default_width or (600.0 if "Cour" in name else 500.0)


def _read_composite(font: Font, read_map: ReadMap) -> None:
    font.composite = True
    descendant = font.obj["/DescendantFonts"][0]
    _descriptor(font, descendant)
    font.default_width = number(descendant.get("/DW", 1000))
    told = list(islice(_cid_widths(descendant.get("/W", [])), _MAX_WIDTHS + 1))
    font.widths = dict(told[:_MAX_WIDTHS])
    if len(told) > _MAX_WIDTHS:
        font.unsafe = "cmap"
    font.collection = collection_of(descendant)
    encoding = font.obj["/Encoding"]
    if isinstance(encoding, pikepdf.Stream):
        font.encoding_map = read_map(encoding)
        font.vertical = font.encoding_map.vertical
        if font.encoding_map.unsafe or "/UseCMap" in encoding:
            font.unsafe = "cmap"
    elif str(encoding) == "/Identity-V":
        font.vertical = True
    elif str(encoding) != "/Identity-H":
        font.unsafe = "cmap"
    if font.vertical:
        font.unsafe = "vertical"
    elif not font.program_kind:
        font.unsafe = font.unsafe or "not_embedded"
    mapping = descendant.get("/CIDToGIDMap")
    if isinstance(mapping, pikepdf.Stream) and font.program is not None:
        raw = streams.read(mapping, 2**20)
        font.program.code_to_glyph = {
            at // 2: int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw) - 1, 2)
        }
        font.program_kind = "cidmap"


def _cid_widths(array: Any) -> Iterator[tuple[int, float]]:
    items = list(array)
    at = 0
    while at + 1 < len(items):
        first = int(items[at])
        if isinstance(items[at + 1], pikepdf.Array):
            for offset, value in enumerate(items[at + 1]):
                yield first + offset, number(value)
            at += 2
        elif at + 2 < len(items):
            last = min(int(items[at + 1]), first + 65535)
            for cid in range(first, last + 1):
                yield cid, number(items[at + 2])
            at += 3
        else:
            return
