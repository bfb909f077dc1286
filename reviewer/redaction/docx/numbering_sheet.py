# SPDX-License-Identifier: MIT
"""Writes the lists: their levels, and the signs that stand before a paragraph."""

from __future__ import annotations

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import child, value
from reviewer.documents.docx.names import w
from reviewer.documents.docx.package import Part
from reviewer.documents.docx.sheets import says_something
from reviewer.redaction.docx.properties import checked_value, element, fill
from reviewer.redaction.docx.sheet import Sheet, plain_root
from reviewer.redaction.docx.styles_sheet import append_properties
from reviewer.redaction.docx.work import Work

_LONGEST_SIGN = 40


def numbering_sheet(work: Work, part: Part | None) -> Sheet | None:
    """List definitions, numbered anew and nameless. Picture bullets go."""
    if part is None:
        return None
    root = plain_root("numbering")
    abstract: dict[str, str] = {}
    for source in part.root.iterchildren(w("abstractNum")):
        number = abstract.setdefault(source.get(w("abstractNumId"), ""), str(len(abstract)))
        root.append(_abstract(work, source, number))
    for source in part.root.iterchildren(w("num")):
        new = work.book.list_id(source.get(w("numId"), ""))
        target = abstract.get(value(source, w("abstractNumId")) or "")
        if new in {None, "0"} or target is None:
            continue
        made = element("num", numId=str(new))
        made.append(element("abstractNumId", val=target))
        for override in source.iterchildren(w("lvlOverride")):
            made.append(_override(work, override))
        root.append(made)
    return Sheet("word/numbering.xml", "numbering", root) if len(root) else None


def _abstract(work: Work, source: Element, number: str) -> Element:
    made = element("abstractNum", abstractNumId=number)
    kind = checked_value(value(source, w("multiLevelType")) or "", "level_type", work.book)
    if kind is not None:
        made.append(element("multiLevelType", val=kind))
    for reference in ("styleLink", "numStyleLink"):
        new = work.book.style(value(source, w(reference)) or "")
        if new is not None:
            made.append(element(reference, val=new))
    for level in source.iterchildren(w("lvl")):
        made.append(_level(work, level))
    return made


def _override(work: Work, source: Element) -> Element:
    made = element("lvlOverride", ilvl=_level_number(work, source))
    start = checked_value(value(source, w("startOverride")) or "", "small", work.book)
    if start is not None:
        made.append(element("startOverride", val=start))
    level = child(source, w("lvl"))
    if level is not None:
        made.append(_level(work, level))
    return made


def _level_number(work: Work, source: Element) -> str:
    return checked_value(source.get(w("ilvl"), "0"), "small", work.book) or "0"


def _level(work: Work, source: Element) -> Element:
    made = element("lvl", ilvl=_level_number(work, source))
    fill(made, source, "lvl", work.book)
    made.append(element("lvlText", val=_level_text(work, child(source, w("lvlText")))))
    alignment = checked_value(value(source, w("lvlJc")) or "", "jc", work.book)
    if alignment is not None:
        made.append(element("lvlJc", val=alignment))
    append_properties(work, made, source)
    return made


def _level_text(work: Work, source: Element | None) -> str:
    """Words in a list number are a story; without words, signs and single letters may pass."""
    if source is None:
        return ""
    text = source.get(names.VAL, "")
    if says_something(text):
        return work.ink.text(source, names.VAL)
    return text if len(text) <= _LONGEST_SIGN else ""
