# SPDX-License-Identifier: MIT
"""Writes the parts beside the text: styles, lists, settings, theme, notes, properties."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import child, value
from reviewer.documents.docx.names import w
from reviewer.documents.docx.package import Part
from reviewer.documents.docx.sheets import says_something
from reviewer.redaction.docx.namebook import based_on, default_style
from reviewer.redaction.docx.properties import checked_value, element, fill, rebuilt
from reviewer.redaction.docx.sheet import NSMAP, Sheet
from reviewer.redaction.docx.work import REGION, Work

_HEADING = "heading 1"
_LONGEST_SIGN = 40
_STYLE_FLAGS = ("semiHidden", "unhideWhenUsed", "qFormat")
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_COMPATIBLE = {
    "compatibilityMode": frozenset({"11", "12", "14", "15"}),
    "overrideTableStyleFontSizeAndJustification": frozenset({"0", "1"}),
}
"""Named settings of compatibility that change where pages break."""
_COLOURS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
_OFFICE_COLOURS = re.findall(
    r"\w+", "000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72"
)


def _root(name: str) -> Element:
    return etree.Element(w(name), nsmap={"w": names.W, "r": names.R})


def heading_style(work: Work, source: Element | None) -> str:
    """The new id of the first heading's style; the writer of styles adds it when the source has none."""
    for style in () if source is None else source.iterchildren(w("style")):
        if (value(style, w("name")) or "").lower() == _HEADING and style.get(w("type")) == "paragraph":
            return work.book.style(style.get(w("styleId"), "")) or "Heading1"
    return "Heading1"


def styles_sheet(work: Work, source: Element | None, heading: str | None) -> Sheet:
    """The styles that the copy uses, with those they are based on."""
    root = _root("styles")
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
    _append_properties(work, made, source)
    for part in source.iterchildren(w("tblStylePr")):
        sort = checked_value(part.get(w("type"), ""), "table_part", work.book)
        if sort is not None:
            copy = element("tblStylePr", type=sort)
            _append_properties(work, copy, part)
            made.append(copy)
    return made


def _append_properties(work: Work, made: Element, source: Element) -> None:
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


def numbering_sheet(work: Work, part: Part | None) -> Sheet | None:
    """List definitions, numbered anew and nameless. Picture bullets go."""
    if part is None:
        return None
    root = _root("numbering")
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
    _append_properties(work, made, source)
    return made


def _level_text(work: Work, source: Element | None) -> str:
    """Words in a list number are a story; without words, signs and single letters may pass."""
    if source is None:
        return ""
    text = source.get(names.VAL, "")
    if says_something(text):
        return work.ink.text(source, names.VAL)
    return text if len(text) <= _LONGEST_SIGN else ""


def settings_sheet(work: Work, part: Part | None) -> Sheet:
    """A few settings of layout, and the layout of the older Word that the source asks for."""
    root = _root("settings")
    if part is not None:
        fill(root, part.root, "settings", work.book)
        compat = _compatibility(work, part)
        if len(compat):
            root.append(compat)
    root.append(element("themeFontLang", val=REGION[work.plan.language]))
    root.append(element("decimalSymbol", val="," if work.plan.language == "fr" else "."))
    root.append(element("listSeparator", val=";" if work.plan.language == "fr" else ","))
    return Sheet("word/settings.xml", "settings", root)


def _compatibility(work: Work, part: Part) -> Element:
    """What lays pages out as before; without a mode a source is one of Word 2007, and its copy stays one."""
    made = element("compat")
    source = child(part.root, w("compat"))
    if source is None:
        return made
    fill(made, source, "compat", work.book)
    uri = "http://schemas.microsoft.com/office/word"
    for each in source.iterchildren(w("compatSetting")):
        name, setting = each.get(w("name"), ""), each.get(names.VAL, "")
        if setting in _COMPATIBLE.get(name, ()) and not work.guard.holds(f"{uri} {name}"):
            made.append(element("compatSetting", name=name, uri=uri, val=setting))
    return made


def theme_sheet(work: Work, part: Part | None) -> Sheet | None:
    """Colours and fonts of the theme; its effects are those of an empty theme."""
    if part is None:
        return None
    tag = f"{{{names.A}}}"
    root = etree.Element(f"{tag}theme", nsmap={"a": names.A}, name="Theme")
    elements = etree.SubElement(root, f"{tag}themeElements")
    colours = etree.SubElement(elements, f"{tag}clrScheme", name="Theme")
    old = next(part.root.iter(f"{tag}clrScheme"), None)
    for name, usual in zip(_COLOURS, _OFFICE_COLOURS, strict=True):
        source = child(old, f"{tag}{name}")
        found = (
            str(source[0].get("lastClr") or source[0].get("val"))
            if source is not None and len(source)
            else ""
        )
        good = found if re.fullmatch(r"[0-9A-Fa-f]{6}", found) else usual
        etree.SubElement(etree.SubElement(colours, f"{tag}{name}"), f"{tag}srgbClr", val=good)
    fonts = etree.SubElement(elements, f"{tag}fontScheme", name="Theme")
    for name in ("majorFont", "minorFont"):
        source = next(part.root.iter(f"{tag}{name}"), None)
        made = etree.SubElement(fonts, f"{tag}{name}")
        for script in ("latin", "ea", "cs"):
            face = child(source, f"{tag}{script}")
            font = work.book.font("" if face is None else face.get("typeface", ""))
            usual = "Calibri" if script == "latin" and not work.guard.holds("Calibri") else ""
            etree.SubElement(made, f"{tag}{script}", typeface=font or usual)
    _plain_formats(elements, tag)
    return Sheet("word/theme/theme1.xml", "theme", root)


def _plain_formats(elements: Element, tag: str) -> None:
    formats = etree.SubElement(elements, f"{tag}fmtScheme", name="Theme")

    def solid(parent: Element) -> None:
        etree.SubElement(etree.SubElement(parent, f"{tag}solidFill"), f"{tag}schemeClr", val="phClr")

    for name in ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"):
        listed = etree.SubElement(formats, f"{tag}{name}")
        for _ in range(3):
            if name == "lnStyleLst":
                solid(etree.SubElement(listed, f"{tag}ln", w="6350"))
            elif name == "effectStyleLst":
                etree.SubElement(etree.SubElement(listed, f"{tag}effectStyle"), f"{tag}effectLst")
            else:
                solid(listed)


def notes_root(kind: str) -> Element:
    """A new footnotes or endnotes part with its two constant separators."""
    root = etree.Element(w(f"{kind}s"), nsmap=NSMAP)
    for number, sort in (("-1", "separator"), ("0", "continuationSeparator")):
        note = element(kind, type=sort, id=number)
        run = etree.SubElement(etree.SubElement(note, names.P), names.RUN)
        run.append(element(sort))
        root.append(note)
    return root


def core_sheet(work: Work) -> Sheet:
    """The only properties of a copy: the title that a person chose, and the language."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    if work.plan.title:
        etree.SubElement(root, f"{{{_DC}}}title").text = work.plan.title
    etree.SubElement(root, f"{{{_DC}}}language").text = REGION[work.plan.language]
    return Sheet("docProps/core.xml", "core", root)
