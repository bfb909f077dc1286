# SPDX-License-Identifier: MIT
"""Writes fonts whose letters are small drawings: the drawings that are shown, under numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pikepdf

from reviewer.documents.pdf.fonts import Font
from reviewer.redaction.pdf.font_tables import names_of
from reviewer.redaction.pdf.resources import plain_value


def write_type3(new: pikepdf.Pdf, font: Font, target: Any, codes: Mapping[int, int]) -> None:
    """Fill the font dictionary `target`; `codes` leads from each code that is shown to its new one."""
    target["/FontMatrix"] = plain_value(font.obj["/FontMatrix"])
    target["/FontBBox"] = plain_value(font.obj.get("/FontBBox", pikepdf.Array([0, 0, 0, 0])))
    procedures = font.obj.get("/CharProcs", pikepdf.Dictionary())
    names: list[Any] = []
    copied = pikepdf.Dictionary()
    for code, name in sorted(names_of(font.obj.get("/Encoding")).items()):
        if code in codes and name in procedures:
            place = f"/g{codes[code]}"
            copied[place] = new.make_indirect(pikepdf.Stream(new, _procedure(procedures[name])))
            names += [codes[code], pikepdf.Name(place)]
    target["/CharProcs"] = copied
    target["/Encoding"] = pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=pikepdf.Array(names))
    target["/Resources"] = pikepdf.Dictionary()


def _procedure(source: Any) -> bytes:
    """A glyph procedure, parsed and written again: comments and unused operands do not survive."""
    listed = pikepdf.parse_content_stream(source)
    kept = [
        each
        for each in listed
        if str(each.operator) not in {"BDC", "BMC", "EMC", "DP", "MP", "gs", "sh", "Tf"}
    ]
    return pikepdf.unparse_content_stream(kept)
