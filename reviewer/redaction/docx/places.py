# SPDX-License-Identifier: MIT
"""Where boxes and pictures stand that the source puts into a group: frames of their own, at the same places."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.redaction.docx.frames import Size, number

_A, _WP = (f"{{{uri}}}" for uri in (names.A, names.WP))
FARTHEST = 63_500_000
LARGEST = 1_000_000_000
"""The largest number of a coordinate inside a group."""


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
        size = (bounded(width * self.across), bounded(height * self.down))
        right = bounded(self.left + (x - self.first_x) * self.across)
        lower = bounded(self.top + (y - self.first_y) * self.down)
        return right, lower, size if min(size) > 0 else None


def bounded(value: float) -> int:
    """A number of EMU that a page may have."""
    return max(-FARTHEST, min(round(value), FARTHEST))


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
    return number(untrusted_text, -LARGEST, LARGEST) or 0


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
        start = 0 if source is None else number(source.findtext(f"{_WP}posOffset"), -FARTHEST) or 0
        position(made, axis, usual if source is None else source.get("relativeFrom", usual), start + distance)
    etree.SubElement(made, f"{_WP}wrapNone")
    return made


def position(frame: Element, axis: str, origin: str, distance: int, align: str = "") -> None:
    """Add one axis of a place to a floating frame."""
    made = etree.SubElement(frame, f"{_WP}{axis}", relativeFrom=origin)
    if align:
        etree.SubElement(made, f"{_WP}align").text = align
    else:
        etree.SubElement(made, f"{_WP}posOffset").text = str(bounded(distance))


def floats(frame: Element | None) -> bool:
    """Whether text flows around the frame."""
    return (
        frame is not None
        and frame.tag == f"{_WP}anchor"
        and next(frame.iterchildren(f"{_WP}wrapNone"), None) is None
    )


def in_front(frame: Element | None) -> bool:
    """Whether the frame stands in front of the text or behind it, and takes no room of it."""
    return frame is not None and frame.tag == f"{_WP}anchor" and not floats(frame)
