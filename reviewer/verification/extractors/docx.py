# SPDX-License-Identifier: MIT
"""Reads a DOCX copy, part by part: text of stories, alternative texts, targets, attributes, images, container."""

from __future__ import annotations

import re
import zipfile

from lxml import etree

from reviewer.model.document import StoryKind
from reviewer.verification import docx_vocabulary as words
from reviewer.verification.docx_values import is_format_value, is_language
from reviewer.verification.extractors import archive, pixels
from reviewer.verification.extractors.docx_text import local_name, read_story
from reviewer.verification.findings import Reading
from reviewer.verification.folding import fold
from reviewer.verification.residue import TooLarge, image_faults, image_surfaces, printable
from reviewer.verification.structure_docx import check_package, check_tree
from reviewer.verification.surface import Depth, Surface

_STORIES: tuple[tuple[re.Pattern[str], StoryKind], ...] = (
    (re.compile(r"word/document\.xml"), StoryKind.BODY),
    (re.compile(r"word/header\d+\.xml"), StoryKind.HEADER),
    (re.compile(r"word/footer\d+\.xml"), StoryKind.FOOTER),
    (re.compile(r"word/footnotes\.xml"), StoryKind.FOOTNOTE),
    (re.compile(r"word/endnotes\.xml"), StoryKind.ENDNOTE),
    (re.compile(r"word/charts/chart\d+\.xml"), StoryKind.CHART),
)
_ALT_ELEMENTS = frozenset({"docPr", "cNvPr"})
_MAX_NESTING = 3
_TAG = re.compile(rb"<[^>]*>")


def read(data: bytes, reading: Reading, title: str) -> None:
    """Hand in all text of the copy and every fault of its structure."""
    _read_package(data, "", reading, title, nesting=0)


def _read_package(data: bytes, place: str, reading: Reading, title: str, *, nesting: int) -> None:
    try:
        found = list(archive.entries(data, place, reading))
    except zipfile.BadZipFile:
        reading.unreadable(f"{place}zip")
        return
    except TooLarge:
        reading.structure(f"{place}zip:too-large")
        return
    trees: dict[str, etree._Element] = {}
    pictures: list[pixels.Picture] = []
    for entry in found:
        where = place + _place(entry)
        if not words.is_fixed_name(entry.name):
            reading.add(Surface("docx.names", f"{where}:name", entry.name, depth=Depth.NAMES))
        if entry.name.endswith((".xml", ".rels")):
            tree = _parse(entry.data, where, reading)
            if tree is not None:
                trees[entry.name] = tree
                _read_part(tree, entry.name, where, reading)
        else:
            pictures.append((entry.data, where))
            _read_binary(entry.data, where, reading, nesting=nesting)
    pixels.recognise(pictures, reading)
    check_package({entry.name: entry.data for entry in found}, trees, reading, title)


def _place(entry: archive.Entry) -> str:
    """A part's name when it is one of ours; an unknown name might itself be a secret."""
    known = any(pattern.fullmatch(entry.name) for pattern, _ in words.PARTS)
    return entry.name if known else f"entry:{entry.number}"


def _parse(data: bytes, where: str, reading: Reading) -> etree._Element | None:
    """The part's tree, by a parser that resolves nothing. What does not parse is searched as bytes, and refused."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        reading.structure(f"{where}:doctype")
        reading.add(*printable("docx.raw", where, data, Depth.NAMES))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        reading.unreadable(where)
        reading.add(*printable("docx.raw", where, data, Depth.NAMES))
        reading.add(*printable("docx.torn", where, _TAG.sub(b"", data), Depth.NAMES))
        return None


def _read_part(tree: etree._Element, name: str, where: str, reading: Reading) -> None:
    check_tree(tree, where, reading)
    kind = next((kind for pattern, kind in _STORIES if pattern.fullmatch(name)), None)
    if kind is None:
        said = (str(each).strip() for each in tree.itertext())
        text = "\n".join(each for each in said if each and not is_language(each))
        reading.add(Surface("docx.parts", where, text, depth=Depth.NAMES))
    else:
        reading.add(*read_story(tree, kind, where))
    _read_asides(tree, where, reading)
    reading.add(*_attributes(tree, where))


def _read_asides(tree: etree._Element, where: str, reading: Reading) -> None:
    """XML comments and processing instructions, also outside the root."""
    for path in ("//comment()", "//processing-instruction()"):
        nodes = tree.xpath(path)
        for node in nodes if isinstance(nodes, list) else ():
            reading.structure(f"{where}:xml-comment")
            reading.add(Surface("docx.asides", f"{where}:xml-comment", str(node), depth=Depth.NAMES))


def _attributes(tree: etree._Element, where: str) -> list[Surface]:
    """Values that may carry words. Equal values count once, but those that are stories."""
    surfaces: list[Surface] = []
    seen: set[str] = set()
    for element in tree.iter(etree.Element):
        tag = local_name(element.tag)
        for name, untrusted_value in element.attrib.items():
            attribute = local_name(str(name))
            value = str(untrusted_value)
            story = _story_attribute(element, tag, attribute)
            if story is not None:
                kind, view = story
                surfaces.append(Surface(view, f"{where}:{kind}", value, (kind,)))
            elif value not in seen and not _is_markup(value):
                seen.add(value)
                surfaces.append(Surface("docx.attributes", f"{where}:attribute", value, depth=Depth.NAMES))
        for prefix, uri in element.nsmap.items():
            for value in (prefix or "", uri):
                if uri not in words.NAMESPACES and value not in seen:
                    seen.add(value)
                    surfaces.append(
                        Surface("docx.namespaces", f"{where}:namespace", value, depth=Depth.NAMES)
                    )
    return surfaces


def _story_attribute(element: etree._Element, tag: str, attribute: str) -> tuple[StoryKind, str] | None:
    """Attributes that are stories of the source: alternative texts and the targets of links."""
    if tag in _ALT_ELEMENTS and attribute in {"descr", "title"}:
        return StoryKind.ALT_TEXT, f"docx.{tag}"
    if tag in {"tblCaption", "tblDescription"} and attribute == "val":
        return StoryKind.ALT_TEXT, "docx.table"
    if tag == "Relationship" and attribute == "Target" and element.get("Type") == words.HYPERLINK:
        return StoryKind.LINK_TARGET, "docx.targets"
    return None


def _is_markup(value: str) -> bool:
    return (
        bool(words.PLAIN_VALUE.fullmatch(value))
        or value in words.FIXED_VALUES
        or words.is_fixed_name(value.removeprefix("/"))
        or words.is_fixed_name(f"word/{value}")
        or fold(value) in words.VOCABULARY
        or is_format_value(value)
    )


def _read_binary(data: bytes, where: str, reading: Reading, *, nesting: int) -> None:
    for fault in image_faults(data):
        reading.structure(f"{where}:{fault}")
    reading.add(*image_surfaces("docx.media", where, data))
    if b"PK\x03\x04" in data:
        reading.structure(f"{where}:nested-zip")
        if nesting < _MAX_NESTING:
            inner = data[data.index(b"PK\x03\x04") :]
            _read_package(
                inner, f"{where}:", Reading(reading.surfaces, reading.faults), "", nesting=nesting + 1
            )
