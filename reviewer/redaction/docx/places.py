# SPDX-License-Identifier: MIT
"""Where boxes and pictures stand that the source puts into a group or places by a VML style, as frames of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.redaction.docx.frames import Size, number

_A, _WP, _V, _W10 = (
    f"{{{uri}}}" for uri in (names.A, names.WP, names.V, "urn:schemas-microsoft-com:office:word")
)
_GROUP = f"{_V}group"
_POINTS = {"pt": 12_700.0, "in": 914_400.0, "cm": 360_000.0, "mm": 36_000.0, "px": 9_525.0, "pc": 152_400.0}
_LENGTH = re.compile(r"\s*(-?\d{0,6}(?:\.\d{1,6})?)\s*(pt|in|cm|mm|px|pc)?\s*")
_FARTHEST = 63_500_000
_LARGEST = 1_000_000_000
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


@dataclass(frozen=True, slots=True)
class Grid:
    """The coordinates inside a group, and where they lie on the page: EMU from the group's corner."""

    left: float = 0
    top: float = 0
    across: float = 1
    down: float = 1
    first_x: float = 0
    first_y: float = 0

    def area(self, x: float, y: float, width: float, height: float) -> tuple[int, int, Size | None]:
        """How far from the corner something stands, and its size."""
        size = (_bounded(width * self.across), _bounded(height * self.down))
        right = _bounded(self.left + (x - self.first_x) * self.across)
        lower = _bounded(self.top + (y - self.first_y) * self.down)
        return right, lower, size if min(size) > 0 else None


def _bounded(value: float) -> int:
    return max(-_FARTHEST, min(round(value), _FARTHEST))


def grid_of(group: Element, size: Size | None, outer: Grid | None = None) -> Grid:
    """The grid of a DrawingML group that takes that much of the page, or stands in an outer group; else EMU."""
    transform = next((each for each in group.iterchildren() if names.local(str(each.tag)) == "grpSpPr"), None)
    transform = None if transform is None else next(transform.iterchildren(f"{_A}xfrm"), None)
    if transform is None:
        return outer or Grid()
    x, y, width, height = _numbers(transform, "off", "ext")
    right, lower, area = outer.area(x, y, width, height) if outer else (0, 0, size or (width, height))
    first_x, first_y, inner_width, inner_height = _numbers(transform, "chOff", "chExt")
    wide, high = area or (width, height)
    return Grid(
        right, lower, wide / (inner_width or wide or 1), high / (inner_height or high or 1), first_x, first_y
    )


def _numbers(transform: Element, corner: str, extent: str) -> tuple[int, int, int, int]:
    place = next(transform.iterchildren(f"{_A}{corner}"), None)
    area = next(transform.iterchildren(f"{_A}{extent}"), None)
    x, y = (0, 0) if place is None else (_coordinate(place.get("x")), _coordinate(place.get("y")))
    width, height = (0, 0) if area is None else (_coordinate(area.get("cx")), _coordinate(area.get("cy")))
    return x, y, width, height


def _coordinate(untrusted_text: str | None) -> int:
    return number(untrusted_text, -_LARGEST, _LARGEST) or 0


def in_group(content: Element, grid: Grid, frame: Element | None) -> Element:
    """The frame, with its extent, of one member of a DrawingML group."""
    transform = next(content.iter(f"{_A}xfrm"), None)
    if transform is None:
        return shifted(frame, 0, 0)
    right, lower, size = grid.area(*_numbers(transform, "off", "ext"))
    made = shifted(frame, right, lower)
    if size is not None:
        etree.SubElement(made, f"{_WP}extent", cx=str(size[0]), cy=str(size[1]))
    return made


def shifted(frame: Element | None, right: int, lower: int) -> Element:
    """A floating frame that far from another one's corner; text flows around the other one only."""
    made = etree.Element(f"{_WP}anchor", nsmap={"wp": names.WP})
    floating = frame is not None and frame.tag == f"{_WP}anchor"
    for key in ("relativeHeight", "behindDoc", "layoutInCell", "allowOverlap"):
        if frame is not None and floating and frame.get(key):
            made.set(key, frame.get(key, ""))
    for axis, usual, distance in (("positionH", "character", right), ("positionV", "line", lower)):
        source = next(frame.iterchildren(f"{_WP}{axis}"), None) if frame is not None and floating else None
        start = 0 if source is None else number(source.findtext(f"{_WP}posOffset"), -_FARTHEST) or 0
        _position(
            made, axis, usual if source is None else source.get("relativeFrom", usual), start + distance
        )
    etree.SubElement(made, f"{_WP}wrapNone")
    return made


def _position(frame: Element, axis: str, origin: str, distance: int, align: str = "") -> None:
    made = etree.SubElement(frame, f"{_WP}{axis}", relativeFrom=origin)
    if align:
        etree.SubElement(made, f"{_WP}align").text = align
    else:
        etree.SubElement(made, f"{_WP}posOffset").text = str(_bounded(distance))


def vml_spot(shape: Element | None, pict: Element) -> tuple[Element | None, Size | None]:
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


def vml_groups(pict: Element) -> list[tuple[Element | None, Size]]:
    """Frame and size of each outermost group: the room that its members take together."""
    spots = [vml_spot(each, pict) for each in pict.iterchildren(_GROUP)]
    return [(frame, size) for frame, size in spots if size is not None]


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
    width, height = (_bounded(_emu(style.get(key, ""))) for key in ("width", "height"))
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
    found = [number(each, -_LARGEST, _LARGEST) for each in (first, second)]
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
        _position(made, axis, origin, _bounded(distance), align if align in _ALIGNED[kind] else "")
    wrap = next(shape.iterchildren(f"{_W10}wrap"), None)
    etree.SubElement(made, f"{_WP}{_WRAPS.get('' if wrap is None else wrap.get('type', ''), 'wrapNone')}")
    for side, key in (("distL", "left"), ("distR", "right"), ("distT", "top"), ("distB", "bottom")):
        made.set(side, str(_bounded(_emu(style.get(f"mso-wrap-distance-{key}", "")))))
    return made
