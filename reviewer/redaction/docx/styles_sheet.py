# SPDX-License-Identifier: MIT
"""Writes the styles that the copy needs, and a heading of its own for the reader's note."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import child, value
from reviewer.documents.docx.names import w
from reviewer.redaction.docx.namebook import based_on, default_style
from reviewer.redaction.docx.properties import checked_value, element, rebuilt
from reviewer.redaction.docx.sheet import Sheet, plain_root
from reviewer.redaction.docx.work import Work

_HEADING = "heading 1"
_STYLE_FLAGS = ("semiHidden", "unhideWhenUsed", "qFormat")


def heading_style(work: Work, source: Element | None) -> str:
    """The new id of the first heading's style; the writer of styles adds it when the source has none."""
    for style in () if source is None else source.iterchildren(w("style")):
        if (value(style, w("name")) or "").lower() == _HEADING and style.get(w("type")) == "paragraph":
            return work.book.style(style.get(w("styleId"), "")) or "Heading1"
    return "Heading1"


def styles_sheet(work: Work, source: Element | None, heading: str | None) -> Sheet:
    """The styles that the copy uses, with those they are based on."""
    root = plain_root("styles")
    defaults = child(source, w("docDefaults"))
    made = etree.SubElement(root, w("docDefaults"))
    for outer, inner in (("rPrDefault", "rPr"), ("pPrDefault", "pPr")):
        properties = rebuilt(child(defaults, w(outer), w(inner)), inner, work.book)
        holder = etree.SubElement(made, w(outer))
        if properties is not None:
            holder.append(properties)
    rows = {
        each.get(w("styleId"), ""): each
        for each in (() if source is None else source.iterchildren(w("style")))
    }
    for old in _needed(work, source, rows):
        root.append(_style(work, old, rows[old]))
    known = {each.get(w("styleId")) for each in root.iterchildren(w("style"))}
    if heading is not None and heading not in known:
        root.append(_own_heading(heading))
    return Sheet("word/styles.xml", "styles", root)


def _needed(work: Work, source: Element | None, rows: dict[str, Element]) -> list[str]:
    """Old ids of the styles in use, the defaults, and all they refer to, in the order of the source."""
    defaults = (default_style(source, kind) for kind in ("paragraph", "character", "table", "numbering"))
    waiting = [*work.book.used_styles(), *filter(None, defaults)]
    needed: set[str] = set()
    while waiting:
        old = waiting.pop()
        if old in rows and old not in needed:
            needed.add(old)
            waiting.extend(based_on(rows[old]))
    return [old for old in rows if old in needed]


def _style(work: Work, old: str, source: Element) -> Element:
    kind = checked_value(source.get(w("type"), "paragraph"), "style_type", work.book) or "paragraph"
    made = element("style", type=kind, styleId=work.book.styles[old])
    if source.get(w("default"), "0") in {"1", "true", "on"}:
        made.set(w("default"), "1")
    name = work.book.style_name(old)
    if name.startswith("Style "):
        made.set(w("customStyle"), "1")
    made.append(element("name", val=name))
    for reference in ("basedOn", "next", "link"):
        new = work.book.styles.get(value(source, w(reference)) or "")
        if new is not None:
            made.append(element(reference, val=new))
    priority = checked_value(value(source, w("uiPriority")) or "", "small", work.book)
    if priority is not None:
        made.append(element("uiPriority", val=priority))
    for flag in _STYLE_FLAGS:
        if child(source, w(flag)) is not None:
            made.append(element(flag))
    append_properties(work, made, source)
    for part in source.iterchildren(w("tblStylePr")):
        sort = checked_value(part.get(w("type"), ""), "table_part", work.book)
        if sort is not None:
            copy = element("tblStylePr", type=sort)
            append_properties(work, copy, part)
            made.append(copy)
    return made


def append_properties(work: Work, made: Element, source: Element) -> None:
    """What a style or a level says of paragraphs, letters and tables, by the allow-list."""
    for table in ("pPr", "rPr", "tblPr", "trPr", "tcPr"):
        properties = rebuilt(child(source, w(table)), table, work.book)
        if properties is not None:
            made.append(properties)


def _own_heading(style_id: str) -> Element:
    made = element("style", type="paragraph", styleId=style_id)
    made.append(element("name", val=_HEADING))
    properties = etree.SubElement(made, names.PPR)
    properties.append(element("keepNext"))
    properties.append(element("spacing", before="240", after="120"))
    properties.append(element("outlineLvl", val="0"))
    look = etree.SubElement(made, names.RPR)
    look.append(element("b"))
    look.append(element("sz", val="32"))
    return made
