# SPDX-License-Identifier: MIT
"""What a Word copy offers to assistive technology: descriptions, heading styles, header rows, language, title."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from reviewer.model.accessibility import Accessibility
from reviewer.verification.extractors.accessible_pdf import language_code
from reviewer.verification.extractors.docx_text import local_name

_TEXT_PARTS = re.compile(r"word/(document|header\d+|footer\d+|footnotes|endnotes)\.xml")
_STYLES, _PROPERTIES = "word/styles.xml", "docProps/core.xml"
_PICTURES = frozenset({"pic", "chart", "relIds"})
"""What a drawing holds when it is a picture, a chart or a diagram; a text box says itself what it says."""
_BODY_LEVEL = 9
_ON = frozenset({"1", "true", "on"})
_OFF = frozenset({"0", "false", "off"})
_MAX_PART = 2**28


def accessibility(data: bytes) -> Accessibility | None:
    """The counts of a copy; None when it cannot be read."""
    try:
        return _counted(data)
    except Exception:  # noqa: BLE001 - readers of hostile files fail in every way; all of them mean "not counted"
        return None


def _counted(data: bytes) -> Accessibility:
    trees = dict(_trees(data))
    levels = _heading_styles(trees.get(_STYLES))
    inside = [each for name, tree in trees.items() if _TEXT_PARTS.fullmatch(name) for each in _read(tree)]
    figures = [each for each in inside if local_name(each.tag) == "docPr" and _is_figure(each)]
    tables = [each for each in inside if local_name(each.tag) == "tbl"]
    links = sum(local_name(each.tag) == "hyperlink" for each in inside)
    properties = trees.get(_PROPERTIES)
    return Accessibility(
        tagged=None,
        language=_language(trees.get(_STYLES)),
        title=any(each.strip() for each in _texts(properties, "title")),
        pages=None,
        picture_pages=(),
        figures=len(figures),
        figures_described=sum(any(_attribute(each, key) for key in ("descr", "title")) for each in figures),
        headings=sum(local_name(each.tag) == "p" and _is_heading(each, levels) for each in inside),
        tables=len(tables),
        tables_with_headers=sum(map(_has_header, tables)),
        links=links,
        links_tagged=links,
        bookmarks=None,
    )


def _trees(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            name = info.filename
            wanted = _TEXT_PARTS.fullmatch(name) or name in {_STYLES, _PROPERTIES}
            if wanted and info.file_size <= _MAX_PART:
                yield name, etree.fromstring(archive.read(info), parser)


def _read(tree: etree._Element) -> Iterator[etree._Element]:
    """All elements, in order, but those that stand in for what an old reader cannot show: they say the same again."""
    for each in tree:
        if local_name(each.tag) != "Fallback":
            yield each
            yield from _read(each)


def _named(tree: etree._Element | None, name: str) -> Iterator[etree._Element]:
    for each in () if tree is None else tree.iter(etree.Element):
        if local_name(each.tag) == name:
            yield each


def _below(holder: etree._Element, name: str, *further: str) -> Iterator[etree._Element]:
    """Elements on a path of names right below an element."""
    for each in holder:
        if local_name(each.tag) == name:
            if further:
                yield from _below(each, *further)
            else:
                yield each


def _texts(tree: etree._Element | None, name: str) -> Iterator[str]:
    return (each.text or "" for each in _named(tree, name))


def _attribute(element: etree._Element, name: str) -> str:
    return next(
        (str(value).strip() for key, value in element.attrib.items() if local_name(str(key)) == name), ""
    )


def _language(styles: etree._Element | None) -> str | None:
    """The language of text that says nothing else: that of the style of plain paragraphs, else the default of all."""
    plain = (
        each
        for style in _named(styles, "style")
        if _attribute(style, "type") == "paragraph" and _attribute(style, "default") in _ON
        for each in _below(style, "rPr", "lang")
    )
    others = (each for holder in _named(styles, "docDefaults") for each in _named(holder, "lang"))
    return next((language_code(_attribute(each, "val")) for each in (*plain, *others)), None)


def _is_figure(properties: etree._Element) -> bool:
    """Whether a drawing shows a picture, a chart or a diagram, and is no decoration."""
    drawing = properties.getparent()
    shows = drawing is not None and any(
        local_name(each.tag) in _PICTURES for each in drawing.iter(etree.Element)
    )
    decoration = any(_attribute(each, "val") not in _OFF for each in _named(properties, "decorative"))
    return shows and not decoration


def _heading_styles(styles: etree._Element | None) -> dict[str, int]:
    """The outline level of each style, its own or that of a style it is based on."""
    own: dict[str, int | None] = {}
    based: dict[str, str] = {}
    for style in _named(styles, "style"):
        known_as = _attribute(style, "styleId")
        own[known_as] = _level(style)
        for each in _below(style, "basedOn"):
            based[known_as] = _attribute(each, "val")
    found: dict[str, int] = {}
    for known_as in own:
        at, seen = known_as, set[str]()
        while at in own and own[at] is None and at not in seen:
            seen.add(at)
            at = based.get(at, "")
        level = own.get(at)
        if level is not None:
            found[known_as] = level
    return found


def _level(holder: etree._Element) -> int | None:
    """The outline level among the paragraph properties of a style or a paragraph."""
    levels = (_attribute(each, "val") for each in _below(holder, "pPr", "outlineLvl"))
    return next((int(each) for each in levels if each.isdecimal()), None)


def _is_heading(paragraph: etree._Element, levels: dict[str, int]) -> bool:
    level = _level(paragraph)
    if level is None:
        styled = (_attribute(each, "val") for each in _below(paragraph, "pPr", "pStyle"))
        level = levels.get(next(styled, ""))
    return level is not None and level < _BODY_LEVEL


def _has_header(table: etree._Element) -> bool:
    """Whether the first row is marked to be a header."""
    first = next(_below(table, "tr"), table)
    return any(_attribute(each, "val") not in _OFF for each in _below(first, "trPr", "tblHeader"))
