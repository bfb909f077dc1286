# SPDX-License-Identifier: MIT
"""Writes the dictionaries of fonts whose letters got new codes."""

from __future__ import annotations

from typing import Any

import pikepdf

from reviewer.redaction.pdf.descriptors import Descriptors
from reviewer.redaction.pdf.font_tables import place_map, system_info
from reviewer.redaction.pdf.recode import Recoding
from reviewer.redaction.pdf.recode_outlines import NamedRecoding, OutlineRecoding
from reviewer.redaction.pdf.type3 import write_type3


def write_recoded(
    new: pikepdf.Pdf, descriptors: Descriptors, recoding: Recoding, target: Any, base: str
) -> None:
    """Fill the font dictionary `target`. Raises Unsupported."""
    font = recoding.font
    target["/Subtype"] = pikepdf.Name(font.subtype)
    if not font.composite:
        _widths(recoding, target)
    if font.subtype == "/Type3":
        write_type3(new, font, target, {code: given for (_length, code), given in recoding.codes.items()})
        return
    target["/BaseFont"] = pikepdf.Name(base)
    if isinstance(recoding, NamedRecoding):
        target["/Encoding"] = _encoding(recoding.names())
        if isinstance(font.obj.get("/FontDescriptor"), pikepdf.Dictionary):
            target["/FontDescriptor"] = descriptors.write(font.obj["/FontDescriptor"], base, None)
        return
    data, places = recoding.program()
    holder = font.obj["/DescendantFonts"][0] if font.composite else font.obj
    if isinstance(recoding, OutlineRecoding):
        kind = "/CIDFontType0C" if font.composite else "/Type1C"
        descriptor = descriptors.renumbered(holder["/FontDescriptor"], base, data, kind=kind)
    else:
        descriptor = descriptors.renumbered(holder["/FontDescriptor"], base, data)
    if font.composite:
        _composite(new, recoding, target, base, descriptor, places)
    else:
        target["/FontDescriptor"] = descriptor
        if isinstance(recoding, OutlineRecoding):
            target["/Encoding"] = _encoding({code: f"g{number}" for code, number in places.items()})


def _widths(recoding: Recoding, target: Any) -> None:
    old = recoding.old
    first, last = min(old), max(old)
    target["/FirstChar"], target["/LastChar"] = first, last
    target["/Widths"] = pikepdf.Array([recoding.width(code) for code in range(first, last + 1)])


def _encoding(names: dict[int, str]) -> Any:
    items: list[Any] = []
    for code, name in sorted(names.items()):
        items += [code, pikepdf.Name(f"/{name}")]
    return pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=pikepdf.Array(items))


def _composite(
    new: pikepdf.Pdf, recoding: Recoding, target: Any, base: str, descriptor: Any, places: dict[int, int]
) -> None:
    outlines = isinstance(recoding, OutlineRecoding)
    widths = [recoding.width(code) for code in range(1, max(recoding.old) + 1)]
    child = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType0 if outlines else pikepdf.Name.CIDFontType2,
        BaseFont=pikepdf.Name(base), CIDSystemInfo=system_info(), DW=recoding.font.default_width,
        W=pikepdf.Array([1, pikepdf.Array(widths)]), FontDescriptor=descriptor,
    )  # fmt: skip
    if not outlines:
        child["/CIDToGIDMap"] = new.make_indirect(pikepdf.Stream(new, place_map(places)))
    target["/Encoding"] = pikepdf.Name("/Identity-H")
    target["/DescendantFonts"] = pikepdf.Array([new.make_indirect(child)])
