# SPDX-License-Identifier: MIT
"""What a text box lies on and where: its fill, whether it is placed off the page, whether it is hidden."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.colours import WHITE, Theme, hexadecimal, named
from reviewer.documents.docx.faint import Grounds
from reviewer.documents.docx.markup import child, whole_number

_A, _WP, _WPS = (f"{{{uri}}}" for uri in (names.A, names.WP, names.WPS))
_EMU = 635
"""In a twentieth of a point."""
_OFFSET = re.compile(r"(?:^|;)\s*(?:margin-)?(left|top)\s*:\s*(-?\d{1,6}(?:\.\d+)?)(pt|in|cm|mm|px)?")
_HIDDEN = re.compile(r"(?:^|;)\s*visibility\s*:\s*hidden\b", re.IGNORECASE)
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "px": 15.0}


def box_grounds(content: Element, around: Grounds, theme: Theme) -> Grounds:
    """What lies behind the text of a box: its fill, what is around it, or nobody knows."""
    shape = next(content.iterancestors(f"{_WPS}wsp"), None)
    if shape is not None:
        return _drawn(shape, around, theme)
    for above in content.iterancestors():
        if str(above.tag).startswith(f"{{{names.V}}}") and names.local(str(above.tag)) != "textbox":
            if above.get("filled", "t").lower() in {"f", "false", "0"}:
                return around
            fill = above.get("fillcolor")
            found = named(fill) if fill else WHITE
            return () if found is None else (found,)
    return around


def _drawn(shape: Element, around: Grounds, theme: Theme) -> Grounds:
    properties = child(shape, f"{_WPS}spPr")
    solid = child(properties, f"{_A}solidFill")
    if solid is not None:
        colour = next(solid.iterchildren(), None)
        # a shade of a colour may be far from the colour itself
        if colour is None or len(colour):
            return ()
        found = hexadecimal(colour.get("lastClr") or colour.get("val")) or theme.colour(colour.get("val"))
        return () if found is None else (found,)
    if child(properties, f"{_A}noFill") is not None:
        return around
    others = any(child(properties, f"{_A}{name}Fill") is not None for name in ("grad", "blip", "patt", "grp"))
    return () if others or child(shape, f"{_WPS}style") is not None else around


def is_off_page(drawing: Element, width: int, height: int) -> bool:
    """Whether a floating drawing lies wholly outside the page, as far as its own numbers tell."""
    for anchor in drawing.iterchildren(f"{_WP}anchor"):
        extent = child(anchor, f"{_WP}extent")
        for axis, side, page in (("positionH", "cx", width), ("positionV", "cy", height)):
            place = child(anchor, f"{_WP}{axis}")
            offset = _emu(None if place is None else place.findtext(f"{_WP}posOffset"))
            size = _emu(None if extent is None else extent.get(side)) or 0
            if place is None or offset is None:
                continue
            # a margin or a column begins somewhere on the page; a quarter of it is more than most leave free
            before = 0 if place.get("relativeFrom") == "page" else page / 4
            if offset >= page or offset + size <= -before:
                return True
    return any(_vml_away(each.get("style", ""), width, height) for each in drawing.iterchildren())


def is_hidden(element: Element, pict: Element) -> bool:
    """Whether VML says that the shape of an element, or a group around it, is not shown."""
    above: Element | None = element
    while above is not None and above is not pict:
        if _HIDDEN.search(above.get("style", "")):
            return True
        above = above.getparent()
    return False


def _emu(text: str | None) -> float | None:
    found = whole_number(text)
    return None if found is None else found / _EMU


def _vml_away(style: str, width: int, height: int) -> bool:
    return any(
        abs(float(amount) * _TWIPS[unit or "pt"]) >= (width if side == "left" else height)
        for side, amount, unit in _OFFSET.findall(style)
    )
