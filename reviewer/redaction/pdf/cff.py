# SPDX-License-Identifier: MIT
"""Builds CFF programs anew: the outlines that are asked for, in their order, under numbers, and no text."""

from __future__ import annotations

import copy
import io
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from fontTools.cffLib import CFFFontSet
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont

from reviewer.redaction.pdf.programs import forget_texts, join_matrices

NOTDEF = ".notdef"


class _Strict(NullPen):  # type: ignore[misc]  # fontTools' pens have no types
    """A pen for outlines that stand alone: accented letters put together of two others name these by fixed codes."""

    def addComponent(self, glyphName: str, transformation: object) -> None:  # noqa: N802, N803
        """Refuse."""
        raise ValueError("composed")


class Cff:
    """A CFF program as it was embedded, bare or in an OpenType file. Raises whatever fontTools raises."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        if data[:4] == b"OTTO":
            self._data = TTFont(io.BytesIO(data), lazy=True).reader["CFF "]
        top = _opened(self._data)[0]
        self.by_cid = hasattr(top, "ROS")
        self.names: list[str] = list(top.charset)
        encoding: Any = getattr(top, "Encoding", None)
        if isinstance(encoding, str) and encoding != "StandardEncoding":
            raise ValueError("encoding")
        named = encoding if isinstance(encoding, list) else StandardEncoding
        self.encoding = {code: name for code, name in enumerate(named) if name != NOTDEF}
        self._outlines = top.CharStrings

    def check(self, glyph: int) -> None:
        """Draw an outline for nobody. Raises ValueError for one that is composed, and whatever a broken one raises."""
        self._outlines[self.names[glyph]].draw(_Strict())

    def rebuilt(self, glyphs: Sequence[int], codes: Mapping[int, int]) -> bytes:
        """The program with these glyphs (the first is .notdef); `codes` lead to their new numbers."""
        fonts = _opened(self._data)
        top = fonts[0]
        outlines = top.CharStrings
        for glyph in set(glyphs):
            outlines.getItemAndSelector(self.names[glyph])
        index = outlines.charStringsIndex
        index.items = [copy.copy(index.items[glyph]) for glyph in glyphs]
        del index.file, index.offsets
        if hasattr(top, "FDSelect"):
            top.FDSelect.format = None
            top.FDSelect.gidArray = [top.FDSelect.gidArray[glyph] for glyph in glyphs]
        stem = "cid{:05d}" if self.by_cid else "g{}"
        top.charset = [NOTDEF, *(stem.format(number) for number in range(1, len(glyphs)))]
        top.numGlyphs = len(glyphs)
        outlines.charStrings = {name: number for number, name in enumerate(top.charset)}
        fonts.desubroutinize()
        forget_texts(fonts)
        if self.by_cid:
            top.ROS = top.rawDict["ROS"] = ("Adobe", "Identity", 0)
            top.CIDCount = top.rawDict["CIDCount"] = len(glyphs)
            join_matrices(top)
        else:
            top.Encoding = encoding_of(codes)
        return compiled(fonts)


def _opened(data: bytes) -> Any:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    return fonts


def compiled(fonts: Any) -> bytes:
    """The bytes of a CFF program."""
    buffer = io.BytesIO()
    fonts.compile(buffer, SimpleNamespace(recalcBBoxes=False), isCFF2=False)
    return buffer.getvalue()


def encoding_of(codes: Mapping[int, int]) -> list[str] | str:
    """The table of a simple font; fontTools cannot write one without codes."""
    if not codes:
        return "StandardEncoding"
    table = [NOTDEF] * 256
    for code, number in codes.items():
        table[code] = f"g{number}"
    return table
