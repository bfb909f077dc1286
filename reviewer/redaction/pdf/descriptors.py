# SPDX-License-Identifier: MIT
"""Writes the descriptor of an embedded font, and its program with the letters that are shown only."""

from __future__ import annotations

import re
from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.fonts import Font, base_name
from reviewer.documents.pdf.programs import MAX_PROGRAM
from reviewer.redaction.pdf.programs import reduce_program
from reviewer.redaction.pdf.resources import Unsupported, plain_value

_DESCRIPTOR = (
    "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/Leading", "/CapHeight", "/XHeight", "/StemV",
    "/StemH", "/AvgWidth", "/MaxWidth", "/MissingWidth",
)  # fmt: skip
_KNOWN_NAME = re.compile(
    r"(Helvetica|Arial|Times|TimesNewRoman|Courier|CourierNew|Symbol|ZapfDingbats|Calibri|Cambria|Verdana|Tahoma|Georgia)"
    r"[A-Za-z,-]{0,30}$"
)
_SYMBOLIC = 4
_CFF_KINDS = {"/Type1C", "/CIDFontType0C", "/OpenType"}


def font_name(font: Font, number: int) -> str:
    """The name of an embedded font says nothing that is needed; that of another is one of the known families."""
    name = base_name(font.obj)
    if font.program_kind:
        return f"/AAAAAA+Font{number}"
    return f"/{name}" if _KNOWN_NAME.match(name) else "/Helvetica"


class Descriptors:
    """Writes descriptors into a new file, and counts the programs that were `kept_whole`."""

    def __init__(self, new: pikepdf.Pdf) -> None:
        self._new = new
        self.kept_whole = 0

    def write(self, source: Any, base: str, glyphs: set[int] | None) -> Any:
        """A descriptor with its program; `glyphs` are the ones that are shown, None when that is not known."""
        values = _values(source, base)
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if isinstance(source.get(key), pikepdf.Stream):
                values[key] = self._program(source[key], key, glyphs)
        return self._new.make_indirect(values)

    def renumbered(self, source: Any, base: str, data: bytes, *, kind: str = "") -> Any:
        """A descriptor with a program that was numbered anew: TrueType, or CFF of this kind."""
        made = _values(source, base)
        made["/Flags"] = _SYMBOLIC
        stream = pikepdf.Stream(self._new, data)
        if kind:
            stream["/Subtype"] = pikepdf.Name(kind)
        else:
            stream["/Length1"] = len(data)
        made["/FontFile3" if kind else "/FontFile2"] = self._new.make_indirect(stream)
        return self._new.make_indirect(made)

    def _program(self, source: Any, key: str, glyphs: set[int] | None) -> Any:
        data = streams.read(source, MAX_PROGRAM)
        reduced, whole = reduce_program(data, key, glyphs)
        self.kept_whole += whole
        stream = pikepdf.Stream(self._new, reduced)
        if key == "/FontFile3":
            subtype = str(source.get("/Subtype"))
            stream["/Subtype"] = pikepdf.Name(subtype if subtype in _CFF_KINDS else "/Type1C")
        elif key == "/FontFile":
            stream["/Length1"] = int(source.get("/Length1", 0)) + len(reduced) - len(data)
            for length in ("/Length2", "/Length3"):
                stream[length] = int(source.get(length, 0))
        else:
            stream["/Length1"] = len(reduced)
        return self._new.make_indirect(stream)


def _values(source: Any, base: str) -> Any:
    values = pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name(base))
    for key in _DESCRIPTOR:
        if key in source:
            try:
                values[key] = plain_value(source[key])
            except Unsupported:
                continue
    return values
