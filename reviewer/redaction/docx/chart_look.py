# SPDX-License-Identifier: MIT
"""Fills, lines and lettering of a chart's parts, from checked colours and numbers. Gradients become plain colours."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import child
from reviewer.redaction.docx.chart_values import CHART_VALUES
from reviewer.redaction.docx.frames import number
from reviewer.redaction.docx.namebook import NameBook
from reviewer.redaction.docx.values import words

_A = f"{{{names.A}}}"
_SCHEME = re.compile(r"(?:bg|tx|dk|lt)[12]|accent[1-6]|hlink|folHlink|phClr")
_RGB = re.compile(r"[0-9A-Fa-f]{6}")
_SHADES = ("tint", "shade", "alpha", "lumMod", "lumOff", "satMod")
_DASHES = words(
    "solid dot dash lgDash dashDot lgDashDot lgDashDotDot sysDash sysDot sysDashDot sysDashDotDot"
)
_THINNEST, _WIDEST = 0, 20_116_800
_SMALLEST, _LARGEST = 300, 40_000
_FULL_TURN = 21_600_000


def look(made: Element, source: Element, book: NameBook) -> None:
    """The fill and the outline of a shape."""
    _fill(made, source, book)
    old = child(source, f"{_A}ln")
    if old is None:
        return
    line = etree.SubElement(made, f"{_A}ln")
    width = number(old.get("w"), _THINNEST, _WIDEST)
    if width is not None:
        line.set("w", str(width))
    _fill(line, old, book)
    dash = child(old, f"{_A}prstDash")
    if dash is not None and dash.get("val") in _DASHES and not book.withheld(dash.get("val", "")):
        etree.SubElement(line, f"{_A}prstDash", val=dash.get("val", ""))


def _fill(made: Element, source: Element, book: NameBook) -> None:
    if child(source, f"{_A}noFill") is not None:
        etree.SubElement(made, f"{_A}noFill")
        return
    stops = (f"{_A}gradFill", f"{_A}gsLst", f"{_A}gs")
    for path in ((f"{_A}solidFill",), stops, (f"{_A}pattFill", f"{_A}fgClr")):
        colour = _colour(child(source, *path), book)
        if colour is not None:
            etree.SubElement(made, f"{_A}solidFill").append(colour)
            return


def _colour(holder: Element | None, book: NameBook) -> Element | None:
    """One colour with its shades; a system colour becomes the one that was last shown."""
    source = None if holder is None else next(holder.iterchildren(), None)
    if source is None:
        return None
    value = source.get("lastClr") or source.get("val") or ""
    if _RGB.fullmatch(value):
        made = etree.Element(f"{_A}srgbClr", nsmap={"a": names.A}, val=value.upper())
    elif _SCHEME.fullmatch(value) and not book.withheld(value):
        made = etree.Element(f"{_A}schemeClr", nsmap={"a": names.A}, val=value)
    else:
        return None
    for each in source.iterchildren():
        name, amount = names.local(str(each.tag)), number(each.get("val"), 0, 1_000_000)
        if name in _SHADES and amount is not None:
            etree.SubElement(made, f"{_A}{name}", val=str(amount))
    return made


def lettering(made: Element, source: Element, book: NameBook) -> None:
    """The body and the default lettering of text properties."""
    _body(made, child(source, f"{_A}bodyPr"))
    etree.SubElement(made, f"{_A}lstStyle")
    paragraph = etree.SubElement(made, f"{_A}p")
    _paragraph_properties(paragraph, child(source, f"{_A}p"), book)
    etree.SubElement(paragraph, f"{_A}endParaRPr")


def _body(made: Element, source: Element | None) -> None:
    body = etree.SubElement(made, f"{_A}bodyPr")
    turn = None if source is None else number(source.get("rot"), -_FULL_TURN * 10, _FULL_TURN * 10)
    if turn is not None:
        body.set("rot", str(turn))
    if source is not None and source.get("vert") in {"horz", "vert", "vert270"}:
        body.set("vert", source.get("vert", "horz"))


def _paragraph_properties(made: Element, source: Element | None, book: NameBook) -> None:
    old = child(source, f"{_A}pPr", f"{_A}defRPr")
    if old is not None:
        etree.SubElement(made, f"{_A}pPr").append(_letters("defRPr", old, book))


def _letters(name: str, source: Element, book: NameBook) -> Element:
    made = etree.Element(f"{_A}{name}", nsmap={"a": names.A})
    size = number(source.get("sz"), _SMALLEST, _LARGEST)
    if size is not None:
        made.set("sz", str(size))
    for flag in ("b", "i"):
        checked = CHART_VALUES["on"](source.get(flag, ""))
        if checked is not None:
            made.set(flag, checked)
    _fill(made, source, book)
    return made


def rich_text(
    made: Element,
    source: Element | None,
    lines: list[list[tuple[str, Element | None]]],
    tag: str,
    book: NameBook,
) -> None:
    """Paragraphs of runs: each run's characters and the element whose lettering they keep (None for a label)."""
    _body(made, child(source, f"{_A}bodyPr"))
    etree.SubElement(made, f"{_A}lstStyle")
    old = [] if source is None else list(source.iterchildren(f"{_A}p"))
    for index, runs in enumerate(lines):
        paragraph = etree.SubElement(made, f"{_A}p")
        _paragraph_properties(paragraph, old[index] if index < len(old) else None, book)
        for text, form in runs:
            run = etree.SubElement(paragraph, f"{_A}r")
            properties = (
                etree.Element(f"{_A}rPr", nsmap={"a": names.A})
                if form is None
                else _letters("rPr", form, book)
            )
            properties.set("lang", tag)
            run.append(properties)
            etree.SubElement(run, f"{_A}t").text = text
