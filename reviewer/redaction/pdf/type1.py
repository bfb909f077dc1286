# SPDX-License-Identifier: MIT
"""Reads the outlines of a Type 1 program without running it, and writes those that are asked for as CFF.

Hints are lost: the two formats write them in different ways.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any

from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.fontBuilder import FontBuilder
from fontTools.misc import eexec
from fontTools.misc.psCharStrings import T1CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen

from reviewer.redaction.pdf.cff import NOTDEF, compiled, encoding_of

_LENGTH = re.compile(rb"/lenIV\s+(-?\d)")
_MATRIX = re.compile(rb"/FontMatrix\s*\[([-+.\deE\s]{1,200})\]")
_ENCODED = re.compile(rb"dup\s+(\d{1,3})\s*/([^\s/]+)\s+put")
_SUBROUTINE = re.compile(rb"\s*dup\s+(\d{1,5})\s+(\d{1,5})\s+\S{1,8} ")
_OUTLINE = re.compile(rb"\s*/([^\s/]{0,100})\s+(\d{1,5})\s+\S{1,8} ")
_LARGEST = 2 * 2**20
"""Bytes; they are deciphered one by one."""
_BETWEEN = 24
"""Bytes between two outlines at most: the operator that ends the one before."""
_HEX = re.compile(rb"\s*[0-9A-Fa-f]{4}")


class Type1:
    """A Type 1 program, read without running it. Raises ValueError when its parts are not where they always are."""

    by_cid = False

    def __init__(self, data: bytes) -> None:
        if len(data) > _LARGEST:
            raise ValueError("size")
        clear, private = _parts(_without_markers(data))
        skipped = int(found[1]) if (found := _LENGTH.search(private)) else 4
        self._subroutines: list[Any] = []
        for number, code in _pieces(private, b"/Subrs", _SUBROUTINE, skipped):
            self._subroutines += [None] * (int(number) + 1 - len(self._subroutines))
            self._subroutines[int(number)] = code
        self._subroutines = [
            T1CharString(each or b"\x0b", subrs=self._subroutines) for each in self._subroutines
        ]
        self._outlines: dict[str, Any] = {
            name.decode("latin-1"): T1CharString(code, subrs=self._subroutines)
            for name, code in _pieces(private, b"/CharStrings", _OUTLINE, skipped)
            if name
        }
        if NOTDEF not in self._outlines or len(self._outlines) < 2:
            raise ValueError("outlines")
        for each in self._subroutines:
            each.subrs = self._subroutines
        for each in self._outlines.values():
            each.subrs = self._subroutines
        self.names = [NOTDEF, *(name for name in self._outlines if name != NOTDEF)]
        self._drawn: dict[int, Any] = {}
        matrix = _MATRIX.search(clear)
        self._matrix = [float(each) for each in matrix[1].split()] if matrix else [0.001, 0, 0, 0.001, 0, 0]
        own = {int(code) & 0xFF: name.decode("latin-1") for code, name in _ENCODED.findall(clear)}
        self.encoding = own or {code: name for code, name in enumerate(StandardEncoding) if name != NOTDEF}

    def check(self, glyph: int) -> None:
        """Draw an outline as CFF does. Raises whatever a broken one makes fontTools raise."""
        if glyph not in self._drawn:
            pen = T2CharStringPen(None, self._outlines, roundTolerance=0.01)
            self._outlines[self.names[glyph]].draw(pen)
            self._drawn[glyph] = pen.getCharString()

    def rebuilt(self, glyphs: Sequence[int], codes: Mapping[int, int]) -> bytes:
        """A CFF program with these glyphs (the first is .notdef); `codes` lead to their new numbers."""
        for glyph in glyphs:
            self.check(glyph)
        outlines = {
            f"g{number}" if number else NOTDEF: copy.copy(self._drawn[glyph])
            for number, glyph in enumerate(glyphs)
        }
        builder = FontBuilder(1000, isTTF=False)
        builder.setupGlyphOrder(list(outlines))
        builder.setupCFF("Font", {"FontMatrix": self._matrix}, outlines, {})
        fonts = builder.font["CFF "].cff
        fonts[0].Encoding = encoding_of(codes)
        return compiled(fonts)


def _without_markers(data: bytes) -> bytes:
    """The program without the marks of its segments that some files leave in."""
    pieces: list[bytes] = []
    at = 0
    while data[at : at + 1] == b"\x80" and data[at + 1 : at + 2] in {b"\x01", b"\x02"}:
        length = int.from_bytes(data[at + 2 : at + 6], "little")
        pieces.append(data[at + 6 : at + 6 + length])
        at += 6 + length
    return b"".join(pieces) if pieces else data


def _parts(data: bytes) -> tuple[bytes, bytes]:
    """The clear part and the private one, deciphered."""
    end = data.find(b"eexec")
    if end < 0:
        raise ValueError("eexec")
    at = end + 5
    while data[at : at + 1] in {b" ", b"\r", b"\n", b"\t"} and at < end + 9:
        at += 1
    rest = data[at:]
    if _HEX.match(rest):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", rest).decode("ascii")
        rest = bytes.fromhex(digits[: len(digits) // 2 * 2])
    deciphered, _state = eexec.decrypt(rest, 55665)
    return data[:end], bytes(deciphered[4:])


def _pieces(data: bytes, key: bytes, form: re.Pattern[bytes], skipped: int) -> list[tuple[bytes, bytes]]:
    """The deciphered charstrings behind a key, each with its number or name."""
    found: list[tuple[bytes, bytes]] = []
    at = data.find(key)
    match = form.search(data, at + len(key), at + len(key) + 200) if at >= 0 else None
    while match is not None:
        end = match.end() + int(match[2])
        code = data[match.end() : end]
        if skipped >= 0:  # below, the charstrings are not enciphered
            code = bytes(eexec.decrypt(code, 4330)[0][skipped:])
        found.append((match[1], code))
        match = form.search(data, end, end + _BETWEEN + 120)
        if match is not None and match.start() > end + _BETWEEN:
            break
    return found
