# SPDX-License-Identifier: MIT
"""Where VML shapes stand, by their styles and their groups, as frames of DrawingML."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.redaction.docx.frames import Size, number
from reviewer.redaction.docx.places import LARGEST, Grid, bounded, position, shifted

_WP, _V, _W10 = (f"{{{uri}}}" for uri in (names.WP, names.V, "urn:schemas-microsoft-com:office:word"))
_GROUP = f"{_V}group"
_POINTS = {"pt": 12_700.0, "in": 914_400.0, "cm": 360_000.0, "mm": 36_000.0, "px": 9_525.0, "pc": 152_400.0}
_LENGTH = re.compile(r"\s*(-?\d{0,6}(?:\.\d{1,6})?)\s*(pt|in|cm|mm|px|pc)?\s*")
_ACROSS = {
    "margin": "margin",
    "page": "page",
    "text": "column",
    "char": "character",
    "left-margin-area": "leftMargin",
    "right-margin-area": "rightMargin",
    "inner-margin-area": "insideMargin",
    "outer-margin-area": "outsideMargin",
}
_DOWN = {
    "margin": "margin",
    "page": "page",
    "text": "paragraph",
    "line": "line",
    "top-margin-area": "topMargin",
    "bottom-margin-area": "bottomMargin",
}
_ALIGNED = {
    "across": frozenset({"left", "center", "right", "inside", "outside"}),
    "down": frozenset({"top", "center", "bottom", "inside", "outside"}),
}
_WRAPS = {
    "square": "wrapSquare",
    "tight": "wrapSquare",
    "through": "wrapSquare",
    "topAndBottom": "wrapTopAndBottom",
}


def spot(shape: Element | None, pict: Element) -> tuple[Element | None, Size | None]:
    """The frame (None: in the line) and the size of a VML shape."""
    if shape is None:
        return None, None
    outer = [each for each in shape.iterancestors(_GROUP) if _is_inside(each, pict)][::-1]
    if not outer:
        style = _style(shape)
        return _vml_frame(shape, style), _vml_area(style)
    style = _style(outer[0])
    grid = _vml_grid(outer[0], _vml_area(style))
    for group in outer[1:]:
        right, lower, size = grid.area(*_raw_area(_style(group)))
        inner = _vml_grid(group, size)
        grid = Grid(right, lower, inner.across, inner.down, inner.first_x, inner.first_y)
    right, lower, size = grid.area(*_raw_area(_style(shape)))
    return shifted(_vml_frame(outer[0], style), right, lower), size


def groups(pict: Element) -> list[tuple[Element | None, Size]]:
    """Frame and size of each outermost group: the room that its members take together."""
    spots = [spot(each, pict) for each in pict.iterchildren(_GROUP)]
    return [(frame, size) for frame, size in spots if size is not None]


def shape_of(source: Element) -> Element | None:
    """The shape that shows an embedded object."""
    return next(source.iter(f"{_V}shape", f"{_V}rect"), None)


def _is_inside(element: Element, pict: Element) -> bool:
    return any(each is pict for each in element.iterancestors(pict.tag))


def _style(shape: Element) -> Mapping[str, str]:
    pairs = (each.partition(":") for each in shape.get("style", "").split(";"))
    return {key.strip().lower(): value.strip() for key, _, value in pairs}


def _emu(untrusted_text: str) -> float:
    match = _LENGTH.fullmatch(untrusted_text)
    if match is None or match[1] in {"", "-", "."}:
        return 0
    return float(match[1]) * _POINTS[match[2] or "pt"]


def _vml_area(style: Mapping[str, str]) -> Size | None:
    width, height = (bounded(_emu(style.get(key, ""))) for key in ("width", "height"))
    return (width, height) if width > 0 and height > 0 else None


def _raw_area(style: Mapping[str, str]) -> tuple[float, float, float, float]:
    """Left, top, width and height in the units of the group around."""
    left, top, width, height = (
        _emu(style.get(key, "")) / _POINTS["pt"] for key in ("left", "top", "width", "height")
    )
    return left, top, width, height


def _vml_grid(group: Element, size: Size | None) -> Grid:
    width, height = _pair(group.get("coordsize", ""), 1000)
    first_x, first_y = _pair(group.get("coordorigin", ""), 0)
    wide, high = size or (0, 0)
    return Grid(0, 0, wide / (width or 1000), high / (height or 1000), first_x, first_y)


def _pair(untrusted_text: str, usual: int) -> tuple[int, int]:
    first, _, second = untrusted_text.partition(",")
    found = [number(each, -LARGEST, LARGEST) for each in (first, second)]
    return (usual if found[0] is None else found[0], usual if found[1] is None else found[1])


def _vml_frame(shape: Element, style: Mapping[str, str]) -> Element | None:
    if style.get("position") != "absolute":
        return None
    made = etree.Element(f"{_WP}anchor", nsmap={"wp": names.WP})
    level = style.get("z-index", "0")
    made.set("behindDoc", "1" if level.startswith("-") else "0")
    made.set("relativeHeight", level.lstrip("-"))
    for axis, words, origins, usual, kind in (
        ("positionH", ("horizontal", "left"), _ACROSS, "column", "across"),
        ("positionV", ("vertical", "top"), _DOWN, "paragraph", "down"),
    ):
        align = style.get(f"mso-position-{words[0]}", "")
        origin = origins.get(style.get(f"mso-position-{words[0]}-relative", ""), usual)
        distance = _emu(style.get(f"margin-{words[1]}", "")) + _emu(style.get(words[1], ""))
        position(made, axis, origin, bounded(distance), align if align in _ALIGNED[kind] else "")
    wrap = next(shape.iterchildren(f"{_W10}wrap"), None)
    etree.SubElement(made, f"{_WP}{_WRAPS.get('' if wrap is None else wrap.get('type', ''), 'wrapNone')}")
    for side, key in (("distL", "left"), ("distR", "right"), ("distT", "top"), ("distB", "bottom")):
        made.set(side, str(bounded(_emu(style.get(f"mso-wrap-distance-{key}", "")))))
    return made
