# SPDX-License-Identifier: MIT
"""Writes those outlines of a Type 1 program that are asked for as CFF.

Hints are lost: the two formats write them in different ways.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any

from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from reviewer.documents.pdf.type1 import NOTDEF, read_type1
from reviewer.redaction.pdf.cff import compiled, encoding_of

_MATRIX = re.compile(rb"/FontMatrix\s*\[([-+.\deE\s]{1,200})\]")
_ENCODED = re.compile(rb"dup\s+(\d{1,3})\s*/([^\s/]+)\s+put")


class Type1:
    """A Type 1 program, read without running it. Raises ValueError when its parts are not where they always are."""

    by_cid = False

    def __init__(self, data: bytes) -> None:
        clear, self._outlines = read_type1(data)
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
