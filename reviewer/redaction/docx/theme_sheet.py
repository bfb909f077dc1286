# SPDX-License-Identifier: MIT
"""Writes the theme: its colours and fonts, with plain formats instead of pictures and effects."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import child
from reviewer.documents.docx.package import Part
from reviewer.redaction.docx.sheet import Sheet
from reviewer.redaction.docx.work import Work

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
