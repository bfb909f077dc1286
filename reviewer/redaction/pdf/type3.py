# SPDX-License-Identifier: MIT
"""Writes fonts whose letters are small drawings: the drawings that are shown, under numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pikepdf

from reviewer.documents.pdf.fonts import Font
from reviewer.redaction.pdf.font_tables import names_of
from reviewer.redaction.pdf.images import copy_image
from reviewer.redaction.pdf.resources import Unsupported, plain_value

_DRAWING = {
    "d0", "d1", "q", "Q", "cm", "w", "J", "j", "M", "d", "i", "m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F",
    "f*", "B", "B*", "b", "b*", "n", "W", "W*", "G", "g", "RG", "rg", "K", "k",
}  # fmt: skip
_BITMAP = (
    "/Width",
    "/Height",
    "/ImageMask",
    "/BitsPerComponent",
    "/ColorSpace",
    "/Decode",
    "/Filter",
    "/DecodeParms",
)


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
            copied[place] = new.make_indirect(pikepdf.Stream(new, _procedure(new, procedures[name])))
            names += [codes[code], pikepdf.Name(place)]
    target["/CharProcs"] = copied
    target["/Encoding"] = pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=pikepdf.Array(names))
    target["/Resources"] = pikepdf.Dictionary()


def _procedure(new: pikepdf.Pdf, source: Any) -> bytes:
    """A glyph procedure, written again by allow-list: lines, areas, plain colours and small pictures."""
    pieces: list[bytes] = []
    for each in pikepdf.parse_content_stream(source):
        operator = str(each.operator)
        if operator == "INLINE IMAGE":
            pieces.append(_bitmap(new, each.operands[0]))
        elif operator in _DRAWING and all(_is_number(value) for value in each.operands):
            pieces.append(pikepdf.unparse_content_stream([(list(each.operands), each.operator)]))
    return b"\n".join(pieces)


def _is_number(value: Any) -> bool:
    """A dash pattern is an array of numbers; strings and names have no place in a drawing."""
    if isinstance(value, pikepdf.Array):
        return all(_is_number(each) for each in value)
    return not isinstance(value, pikepdf.Object | str | bytes)


def _bitmap(new: pikepdf.Pdf, image: Any) -> bytes:
    """A small picture with its pixels and nothing else. Raises Unsupported."""
    copied = copy_image(new, pikepdf.Stream(new, image.read_raw_bytes(), image.obj))
    if copied is None or isinstance(copied.get("/ColorSpace"), pikepdf.Array):
        raise Unsupported
    values = [part for key in _BITMAP if key in copied for part in (pikepdf.Name(key), copied[key])]
    head = pikepdf.unparse_content_stream([(values, pikepdf.Operator("ID"))])
    return b"BI " + head + b" " + bytes(copied.read_raw_bytes()) + b"\nEI"
