# SPDX-License-Identifier: MIT
"""The outside of a drawing: size, place, wrapping and alternative text, from checked numbers and words."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.graphics import DOC_PROPERTIES
from reviewer.redaction.docx.values import words
from reviewer.redaction.docx.work import Desk

_A, _WP, _PIC, _WPS = (f"{{{uri}}}" for uri in (names.A, names.WP, names.PIC, names.WPS))
_FARTHEST = 63_500_000
"""EMU: 5 ft; nothing on a page of Word is farther away."""
_DEFAULT = (1_828_800, 914_400)
THIN = 12_700
"""One point."""
_FROM = words(
    "margin page column character leftMargin rightMargin insideMargin outsideMargin paragraph line "
    "topMargin bottomMargin"
)
_ALIGN = words("left right center inside outside top bottom")
_SIDES = words("bothSides left right largest")
_ON = {"1": "1", "true": "1", "0": "0", "false": "0"}

Size = tuple[int, int]
BEHIND = etree.fromstring(
    f'<wp:anchor xmlns:wp="{names.WP}" behindDoc="1">'
    '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="margin"><wp:align>center</wp:align></wp:positionV><wp:wrapNone/></wp:anchor>'
)
"""The place of a watermark: behind the text, in the middle of the page."""


def number(untrusted_text: str | None, low: int = 0, high: int = _FARTHEST) -> int | None:
    """An integer within bounds."""
    if untrusted_text is None or not re.fullmatch(r"-?\d{1,9}", untrusted_text.strip()):
        return None
    found = int(untrusted_text)
    return found if low <= found <= high else None


def size_of(element: Element | None) -> Size | None:
    """Width and height of an extent."""
    if element is None:
        return None
    width, height = number(element.get("cx")), number(element.get("cy"))
    return (width, height) if width and height else None


def drawing(
    desk: Desk, frame: Element | None, graphic: Element, size: Size | None, texts: dict[str, str]
) -> Element:
    """A w:drawing around a new graphic, placed as the source's frame was; inline without one."""
    made = etree.Element(names.DRAWING, nsmap={"w": names.W})
    floating = frame is not None and frame.tag == f"{_WP}anchor"
    outer = etree.SubElement(made, f"{_WP}anchor" if floating else f"{_WP}inline", nsmap={"wp": names.WP})
    for side in ("distT", "distB", "distL", "distR"):
        outer.set(side, str(number(frame.get(side)) or 0) if frame is not None else "0")
    if floating and frame is not None:
        _place(outer, frame)
    width, height = size or _DEFAULT
    etree.SubElement(outer, f"{_WP}extent", cx=str(width), cy=str(height))
    if floating and frame is not None:
        _wrapping(outer, frame)
    serial = desk.work.next_drawing()
    properties = etree.SubElement(outer, f"{_WP}docPr", id=str(serial), name=f"d{serial}")
    for attribute, text in sorted(texts.items()):
        if text:
            properties.set(attribute, text)
    etree.SubElement(outer, f"{_WP}cNvGraphicFramePr")
    holder = etree.SubElement(outer, f"{_A}graphic", nsmap={"a": names.A})
    data = etree.SubElement(holder, f"{_A}graphicData")
    data.set("uri", etree.QName(graphic).namespace or "")
    data.append(graphic)
    return made


def _place(outer: Element, frame: Element) -> None:
    outer.set("simplePos", "0")
    outer.set("relativeHeight", str(number(frame.get("relativeHeight"), 0, 999_999_999) or 1))
    for flag, usual in (("behindDoc", "0"), ("locked", "0"), ("layoutInCell", "1"), ("allowOverlap", "1")):
        outer.set(flag, _ON.get(frame.get(flag, usual), usual))
    etree.SubElement(outer, f"{_WP}simplePos", x="0", y="0")
    for axis, usual in (("positionH", "column"), ("positionV", "paragraph")):
        source = next(frame.iterchildren(f"{_WP}{axis}"), None)
        made = etree.SubElement(outer, f"{_WP}{axis}")
        origin = source.get("relativeFrom", usual) if source is not None else usual
        made.set("relativeFrom", origin if origin in _FROM else usual)
        align = source.findtext(f"{_WP}align", "").strip() if source is not None else ""
        if align in _ALIGN:
            etree.SubElement(made, f"{_WP}align").text = align
        else:
            offset = source.findtext(f"{_WP}posOffset") if source is not None else None
            etree.SubElement(made, f"{_WP}posOffset").text = str(number(offset, -_FARTHEST) or 0)


def _wrapping(outer: Element, frame: Element) -> None:
    """Contours become squares: their points are of no use to a reader."""
    for source in frame.iterchildren():
        kind = names.local(str(source.tag))
        if kind in {"wrapNone", "wrapTopAndBottom"}:
            etree.SubElement(outer, f"{_WP}{kind}")
            return
        if kind in {"wrapSquare", "wrapTight", "wrapThrough"}:
            side = source.get("wrapText", "bothSides")
            etree.SubElement(outer, f"{_WP}wrapSquare", wrapText=side if side in _SIDES else "bothSides")
            return
    etree.SubElement(outer, f"{_WP}wrapNone")


def picture(desk: Desk, relation: str, size: Size | None, source: Element | None) -> Element:
    """A pic:pic for one image of the copy."""
    made = etree.Element(f"{_PIC}pic", nsmap={"pic": names.PIC})
    about = etree.SubElement(made, f"{_PIC}nvPicPr")
    etree.SubElement(about, f"{_PIC}cNvPr", id="0", name="d")
    etree.SubElement(about, f"{_PIC}cNvPicPr")
    filling = etree.SubElement(made, f"{_PIC}blipFill")
    etree.SubElement(filling, f"{_A}blip", nsmap={"a": names.A}).set(names.r("embed"), relation)
    etree.SubElement(etree.SubElement(filling, f"{_A}stretch"), f"{_A}fillRect")
    shape(etree.SubElement(made, f"{_PIC}spPr"), size, source)
    return made


def shape(made: Element, size: Size | None, source: Element | None) -> None:
    """Transform and outline of a rectangle, from the source's turn and mirror."""
    transform = etree.SubElement(made, f"{_A}xfrm", nsmap={"a": names.A})
    old = None if source is None else next(source.iter(f"{_A}xfrm"), None)
    if old is not None:
        turn = number(old.get("rot"), -21_600_000, 21_600_000)
        if turn:
            transform.set("rot", str(turn))
        for flag in ("flipH", "flipV"):
            if _ON.get(old.get(flag, "0")) == "1":
                transform.set(flag, "1")
    width, height = size or _DEFAULT
    etree.SubElement(transform, f"{_A}off", x="0", y="0")
    etree.SubElement(transform, f"{_A}ext", cx=str(width), cy=str(height))
    outline = etree.SubElement(made, f"{_A}prstGeom", prst="rect")
    etree.SubElement(outline, f"{_A}avLst")


def text_box(content: Element, size: Size | None, source: Element | None) -> Element:
    """A wps:wsp around new text-box content, with the plain fill and outline of its source."""
    made = etree.Element(f"{_WPS}wsp", nsmap={"wps": names.WPS})
    etree.SubElement(made, f"{_WPS}cNvSpPr", txBox="1")
    properties = etree.SubElement(made, f"{_WPS}spPr")
    old = None if source is None else next(source.iterchildren(f"{_WPS}spPr"), None)
    shape(properties, size, old)
    _fill(properties, old)
    line = None if old is None else next(old.iterchildren(f"{_A}ln"), None)
    if line is not None:
        stroke = etree.SubElement(properties, f"{_A}ln")
        width = number(line.get("w"), 0, 20_116_800)
        if width is not None:
            stroke.set("w", str(width))
        _fill(stroke, line)
    etree.SubElement(made, f"{_WPS}txbx").append(content)
    _inner_margins(etree.SubElement(made, f"{_WPS}bodyPr"), source)
    return made


def room(size: Size | None) -> Element:
    """A wps:wsp with nothing in it, that only takes its room."""
    made = etree.Element(f"{_WPS}wsp", nsmap={"wps": names.WPS})
    etree.SubElement(made, f"{_WPS}cNvSpPr")
    properties = etree.SubElement(made, f"{_WPS}spPr")
    shape(properties, size, None)
    _fill(properties, None)
    etree.SubElement(made, f"{_WPS}bodyPr")
    return made


def letters(size: Size | None) -> str:
    """Half points of letters that fill a box of one line; 36 points in a box of no size or a very large one."""
    half_points = round(1.4 * (size or _DEFAULT)[1] / 12_700)
    return str(max(16, min(half_points, 72)))


def _fill(made: Element, source: Element | None) -> None:
    filling = None if source is None else next(source.iterchildren(f"{_A}solidFill"), None)
    colour = None if filling is None else next(filling.iterchildren(f"{_A}srgbClr", f"{_A}schemeClr"), None)
    value = "" if colour is None else colour.get("val", "")
    good = re.fullmatch(r"[0-9A-Fa-f]{6}|(?:bg|tx|dk|lt)[12]|accent[1-6]|hlink|folHlink", value)
    if colour is None or not good:
        etree.SubElement(made, f"{_A}noFill")
        return
    etree.SubElement(etree.SubElement(made, f"{_A}solidFill"), colour.tag, val=value)


def _inner_margins(made: Element, source: Element | None) -> None:
    old = None if source is None else next(source.iterchildren(f"{_WPS}bodyPr"), None)
    if old is None:
        return
    for name in ("lIns", "tIns", "rIns", "bIns"):
        margin = number(old.get(name))
        if margin is not None:
            made.set(name, str(margin))
    if old.get("anchor") in {"t", "ctr", "b"}:
        made.set("anchor", old.get("anchor", "t"))
    if next(old.iterchildren(f"{_A}spAutoFit"), None) is not None:
        etree.SubElement(made, f"{_A}spAutoFit")


def descriptions(desk: Desk, frame: Element | None, *inner: Element | None) -> dict[str, str]:
    """What remains of the title and the description, from the frame, else from what is in it."""
    sources = [None if frame is None else next(frame.iterchildren(DOC_PROPERTIES), None), *inner]
    found: dict[str, str] = {}
    for attribute in ("title", "descr"):
        texts = (desk.work.ink.text(each, attribute) for each in sources if each is not None)
        found[attribute] = next(filter(None, texts), "")
    return found
