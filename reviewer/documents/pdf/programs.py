# SPDX-License-Identifier: MIT
"""What an embedded font program itself says about its glyphs: names, and the characters they stand for."""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass, field
from typing import Any

from fontTools import agl
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

logging.getLogger("fontTools").setLevel(logging.ERROR)
"""What is odd in a font is no news for the person: the text that cannot be trusted is."""
_ENCODED = re.compile(rb"dup\s+(\d{1,3})\s*/([^\s/]+)\s+put")
MAX_PROGRAM = 64 * 2**20


@dataclass(slots=True)
class Program:
    """Code → glyph for simple fonts, CID → glyph for composite ones (None: the same number), glyph → characters."""

    code_to_glyph: dict[int, int] = field(default_factory=dict)
    cid_to_glyph: dict[int, int] | None = None
    characters: dict[int, frozenset[str]] = field(default_factory=dict)
    glyph_names: dict[int, str] = field(default_factory=dict)
    by_unicode: dict[int, int] = field(default_factory=dict)
    code_tables: list[dict[int, int]] = field(default_factory=list)


def read_program(data: bytes, kind: str) -> Program | None:
    """Read a /FontFile2 or /FontFile3 program; None when it cannot be read."""
    try:
        if kind == "/FontFile2" or data[:4] in {b"OTTO", b"\0\1\0\0", b"true"}:
            return _sfnt(data)
        if kind == "/FontFile3":
            return _bare_cff(data)
        return _type1(data)
    except Exception:  # noqa: BLE001 - fontTools raises whatever a broken table makes it stumble over
        return None


def _type1(data: bytes) -> Program:
    """The encoding that the clear part of a Type 1 program gives itself; its glyphs are counted by their names."""
    program = Program()
    clear = data[: max(data.find(b"eexec"), 0) or len(data)]
    for number, match in enumerate(_ENCODED.finditer(clear), 1):
        name = match.group(2).decode("latin-1")
        program.code_to_glyph[int(match.group(1)) & 0xFF] = number
        program.glyph_names[number] = name
    return program


def _sfnt(data: bytes) -> Program:
    font = TTFont(io.BytesIO(data), lazy=True, fontNumber=0)
    order = font.getGlyphOrder()
    numbers = {name: number for number, name in enumerate(order)}
    program = Program()
    unicode_of: dict[int, set[str]] = {}
    tables = font["cmap"].tables if "cmap" in font else []
    symbol: dict[int, int] = {}
    mac: dict[int, int] = {}
    for table in tables:
        codes = {code: numbers[name] for code, name in table.cmap.items() if name in numbers}
        if table.isUnicode() and not table.isSymbol():
            program.by_unicode.update(codes)
            for code, glyph in codes.items():
                unicode_of.setdefault(glyph, set()).add(chr(code))
        elif table.isSymbol():
            symbol.update({code & 0xFF: glyph for code, glyph in codes.items()})
        elif table.platformID == 1:
            mac.update(codes)
    program.code_to_glyph = symbol or mac
    program.code_tables = [symbol, mac]
    if "post" in font and font["post"].formatType == 2.0:
        _add_names(order, program, unicode_of)
    program.characters = {glyph: frozenset(found) for glyph, found in unicode_of.items()}
    if "CFF " in font:
        _add_cids(font["CFF "].cff, program)
    return program


def _add_names(order: list[str], program: Program, unicode_of: dict[int, set[str]]) -> None:
    for number, name in enumerate(order):
        program.glyph_names[number] = name
        text = agl.toUnicode(name) if name in agl.AGL2UV else ""
        if text:
            unicode_of.setdefault(number, set()).add(text)


def _bare_cff(data: bytes) -> Program:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    program = Program()
    top = fonts[0]
    if _add_cids(fonts, program):
        return program
    charset: list[str] = list(top.charset)
    numbers = {name: number for number, name in enumerate(charset)}
    unicode_of: dict[int, set[str]] = {}
    _add_names(charset, program, unicode_of)
    program.characters = {glyph: frozenset(found) for glyph, found in unicode_of.items()}
    for glyph, found in unicode_of.items():
        for text in found:
            if len(text) == 1:
                program.by_unicode.setdefault(ord(text), glyph)
    encoding: Any = getattr(top, "Encoding", None)
    if isinstance(encoding, list):
        program.code_to_glyph = {
            code: numbers[name] for code, name in enumerate(encoding) if name in numbers and name != ".notdef"
        }
    return program


def _add_cids(fonts: Any, program: Program) -> bool:
    top = fonts[0]
    if not hasattr(top, "ROS"):
        return False
    program.cid_to_glyph = {
        int(name[3:]): number
        for number, name in enumerate(top.charset)
        if name.startswith("cid") and name[3:].isdigit()
    }
    program.cid_to_glyph[0] = 0
    return True
