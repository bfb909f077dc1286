# SPDX-License-Identifier: MIT
"""Writes the small parts beside the text: settings, notes, properties."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import child
from reviewer.documents.docx.names import w
from reviewer.documents.docx.package import Part
from reviewer.redaction.docx.properties import element, fill
from reviewer.redaction.docx.sheet import NSMAP, Sheet, plain_root
from reviewer.redaction.docx.work import REGION, Work

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_COMPATIBLE = {
    "compatibilityMode": frozenset({"11", "12", "14", "15"}),
    "overrideTableStyleFontSizeAndJustification": frozenset({"0", "1"}),
}
"""Named settings of compatibility that change where pages break."""


def settings_sheet(work: Work, part: Part | None) -> Sheet:
    """A few settings of layout, and the layout of the older Word that the source asks for."""
    root = plain_root("settings")
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
