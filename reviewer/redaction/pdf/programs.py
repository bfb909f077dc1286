# SPDX-License-Identifier: MIT
"""Takes out of embedded font programs the outlines of letters that are not shown, and every text."""

from __future__ import annotations

import io
import logging
import re
from types import SimpleNamespace
from typing import Any

from fontTools import subset
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

from reviewer.documents.pdf.geometry import matrix_of, multiply

logging.getLogger("fontTools").setLevel(logging.ERROR)
_TABLES = frozenset(
    {"GlyphOrder", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep", "glyf", "loca", "cmap", "CFF "}
)
_NOTICE = re.compile(
    rb"/(Notice|Copyright|FullName|FamilyName|Weight|version)\s*\(.{0,4000}?\)\s*(readonly\s+def|def|ND)\b",
    re.DOTALL,
)
_TEXTS = (
    "version",
    "Notice",
    "Copyright",
    "FullName",
    "FamilyName",
    "Weight",
    "UniqueID",
    "XUID",
    "FontName",
)
_NO_DATE = 2_082_844_800
"""The first second of 1970, as font programs count."""
_COMMENT = re.compile(rb"(?<=[\r\n])%[^\r\n]*")


def reduce_program(data: bytes, key: str, glyphs: set[int] | None) -> tuple[bytes, bool]:
    """The program with empty outlines for every glyph but some (numbers do not move), and whether it kept them all.

    Where the glyphs are not known, or cannot be taken out, the texts of the program go nevertheless.
    """
    if key == "/FontFile":
        return _without_texts(data), True
    smaller = _reduced(data, key, glyphs) if glyphs is not None else None
    if smaller is not None:
        return smaller, False
    return _reduced(data, key, None) or data, True


def _reduced(data: bytes, key: str, glyphs: set[int] | None) -> bytes | None:
    try:
        if key == "/FontFile2" or data[:4] in {b"\0\1\0\0", b"true"}:
            return _reduce_sfnt(data, glyphs)
        return _reduce_cff(data, glyphs)
    except Exception:  # noqa: BLE001 - fontTools raises whatever a broken table makes it stumble over
        return None


def _without_texts(data: bytes) -> bytes:
    """A Type 1 program without the comments and notices of its clear part."""
    end = data.find(b"eexec")
    if end < 0:
        return data
    clear = _COMMENT.sub(b"", _NOTICE.sub(rb"/\1 () \2", data[:end]))
    return clear + data[end:]


def _reduce_sfnt(data: bytes, glyphs: set[int] | None) -> bytes:
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    if glyphs is None:
        for table in list(font.keys()):
            if table in {"name", "GSUB", "GPOS", "GDEF", "DSIG", "meta", "SVG ", "kern"}:
                del font[table]
        return _saved(font)
    options = subset.Options(
        retain_gids=True, notdef_outline=True, hinting=True, symbol_cmap=True, legacy_cmap=True, glyph_names=False,
        layout_features=[], recalc_bounds=False, recalc_timestamp=False,
        name_IDs=[], ignore_missing_glyphs=True,
    )  # fmt: skip
    order = font.getGlyphOrder()
    kept = [order[glyph] for glyph in sorted(glyphs) if glyph < len(order)]
    worker = subset.Subsetter(options)
    worker.populate(glyphs=kept)
    tables = [(table, dict(table.cmap)) for table in font["cmap"].tables] if "cmap" in font else []
    worker.subset(font)
    _restore_codes(font, tables, set(kept))
    for table in list(font.keys()):
        if table not in _TABLES:
            del font[table]
    return _saved(font)


def forget_dates(font: Any) -> None:
    """The dates of a TrueType program tell when the original was written."""
    if "head" in font:
        font["head"].created = font["head"].modified = _NO_DATE


def _saved(font: Any) -> bytes:
    forget_dates(font)
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=False)
    return buffer.getvalue()


def _restore_codes(font: Any, tables: list[tuple[Any, dict[int, str]]], kept: set[str]) -> None:
    """Put back the codes of the glyphs that stay: the subsetter drops tables that are not of Unicode."""
    if "cmap" not in font:
        return
    for table, codes in tables:
        table.cmap = {code: name for code, name in codes.items() if name in kept}
    font["cmap"].tables = [table for table, _codes in tables if table.cmap]


def _reduce_cff(data: bytes, glyphs: set[int] | None) -> bytes:
    if data[:4] == b"OTTO":
        font = TTFont(io.BytesIO(data), recalcTimestamp=False)
        _blank_outlines(font["CFF "].cff, glyphs)
        for table in ("name", "GSUB", "GPOS", "GDEF", "DSIG"):
            if table in font:
                del font[table]
        return _saved(font)
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    _blank_outlines(fonts, glyphs)
    buffer = io.BytesIO()
    fonts.compile(buffer, SimpleNamespace(recalcBBoxes=False), isCFF2=False)
    return buffer.getvalue()


def forget_texts(fonts: Any) -> None:
    """Take the names and notices out of a CFF program."""
    fonts.fontNames = ["Font"]
    top = fonts[0]
    for each in (top, *getattr(top, "FDArray", ())):
        for key in _TEXTS:
            each.rawDict.pop(key, None)
            if hasattr(each, key):
                delattr(each, key)


def _blank_outlines(fonts: Any, wanted: set[int] | None) -> None:
    """Empty the outlines and forget the names of the glyphs that are not shown."""
    fonts.desubroutinize()
    forget_texts(fonts)
    top = fonts[0]
    outlines = top.CharStrings
    order = list(top.charset)
    glyphs = set(range(len(order))) if wanted is None else wanted
    for number, name in enumerate(order):
        if number not in glyphs and number:
            outlines[name].program = ["endchar"]
            outlines[name].bytecode = None
    if hasattr(top, "ROS"):
        join_matrices(top)
    else:
        _forget_names(top, {name: f"g{at}" for at, name in enumerate(order) if at and at not in glyphs})


def join_matrices(top: Any) -> None:
    """FontTools leaves out a font matrix that is the usual one; in a CID font the inner one then stands alone."""
    if "FontMatrix" not in top.rawDict:
        return
    outer = tuple(float(each) for each in top.FontMatrix)
    for inner in top.FDArray:
        if "FontMatrix" in inner.rawDict:
            first = tuple(float(each) for each in inner.FontMatrix)
            joined = [round(each, 9) for each in multiply(matrix_of(first), matrix_of(outer))]
            inner.FontMatrix = inner.rawDict["FontMatrix"] = joined


def _forget_names(top: Any, names: dict[str, str]) -> None:
    top.charset = [names.get(name, name) for name in top.charset]
    table = top.CharStrings.charStrings
    for old, new in names.items():
        table[new] = table.pop(old)
    if isinstance(getattr(top, "Encoding", None), list):
        top.Encoding = [".notdef" if name in names else name for name in top.Encoding]
