# SPDX-License-Identifier: MIT
"""What a cleaned DOCX may be built of: parts, types and relationships by allow-list, nothing that hides or acts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from reviewer.verification import docx_vocabulary as words
from reviewer.verification.findings import Reading

_OFF = frozenset({"0", "false", "off"})
_CONTENT_TYPES = "[Content_Types].xml"
_ROOT_RELATIONSHIPS = "_rels/.rels"


def check_tree(tree: etree._Element, where: str, reading: Reading) -> None:
    """Elements and attributes of one part."""
    found: set[str] = set()
    for element in tree.iter(etree.Element):
        found.update(_element_faults(element))
    if next(tree.iter(etree.Entity), None) is not None:
        found.add("entity")
    for fault in sorted(found):
        reading.structure(f"{where}:{fault}")


def _element_faults(element: etree._Element) -> Iterator[str]:
    name = etree.QName(element)
    if name.namespace not in words.NAMESPACES:
        yield "foreign-namespace"
    if name.localname in words.FORBIDDEN_ELEMENTS and name.namespace != words.CORE:
        yield name.localname
    if name.namespace == words.CHART and name.localname in words.FORBIDDEN_IN_CHARTS:
        yield f"chart-{name.localname}"
    if name.localname in words.HIDING_ELEMENTS and element.get(f"{{{words.WORD}}}val") not in _OFF:
        yield name.localname
    instruction = element.text if name.localname == "instrText" else element.get(f"{{{words.WORD}}}instr")
    if (name.localname in {"instrText", "fldSimple"}) and not words.FIELDS.fullmatch(instruction or ""):
        yield "field"
    for key in element.attrib:
        attribute = etree.QName(str(key)).localname
        if attribute.startswith("rsid") or attribute in words.FORBIDDEN_ATTRIBUTES:
            yield f"attribute-{'rsid' if attribute.startswith('rsid') else attribute}"


def check_package(
    parts: Mapping[str, bytes], trees: Mapping[str, etree._Element], reading: Reading, title: str
) -> None:
    """Names, content types, relationships and properties of the whole package."""
    types = _content_types(trees.get(_CONTENT_TYPES))
    for number, name in enumerate(parts, 1):
        expected = [content_type for pattern, content_type in words.PARTS if pattern.fullmatch(name)]
        if not expected:
            reading.structure(f"entry:{number}:unknown-part")
        elif expected[0] is not None and types(name) != expected[0]:
            reading.structure(f"{name}:content-type")
    reached = {_CONTENT_TYPES, _ROOT_RELATIONSHIPS}
    for name, tree in trees.items():
        if name.endswith(".rels"):
            _check_relationships(name, tree, parts, trees, reached, reading)
    for number, name in enumerate(parts, 1):
        if name not in reached:
            reading.structure(f"entry:{number}:unreferenced-part")
    _check_core(trees.get("docProps/core.xml"), reading, title)


class _Types:
    """Answers the content type of a part from the package's table."""

    def __init__(self, tree: etree._Element | None) -> None:
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        for element in () if tree is None else tree.iter(etree.Element):
            content_type = element.get("ContentType", "")
            extension, part = element.get("Extension"), element.get("PartName")
            if extension is not None:
                self._defaults[extension.lower()] = content_type
            elif part is not None:
                self._overrides[part.lstrip("/")] = content_type

    def __call__(self, name: str) -> str | None:
        return self._overrides.get(name, self._defaults.get(name.rpartition(".")[2].lower()))


def _content_types(tree: etree._Element | None) -> _Types:
    return _Types(tree)


def _check_relationships(
    name: str,
    tree: etree._Element,
    parts: Mapping[str, bytes],
    trees: Mapping[str, etree._Element],
    reached: set[str],
    reading: Reading,
) -> None:
    folder, owner = _owner_of(name)
    known: set[str] = set()
    for element in tree.iter(f"{{{words.PACKAGE}}}Relationship"):
        known.add(element.get("Id", ""))
        kind, target = element.get("Type", ""), element.get("Target", "")
        if kind not in words.RELATIONSHIPS:
            reading.structure("relationship:type")
        if element.get("TargetMode") == "External":
            if kind != words.HYPERLINK or not target.lower().startswith(("http://", "https://")):
                reading.structure("relationship:external")
        else:
            part = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            reached.update(
                {part, posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")}
            )
            if part not in parts:
                reading.structure("relationship:dangling")
    if owner in trees and _used_ids(trees[owner]) - known:
        reading.structure("relationship:missing")


def _owner_of(name: str) -> tuple[str, str]:
    """The folder that targets are relative to, and the part that owns the relationships."""
    folder = posixpath.dirname(posixpath.dirname(name))
    return folder, posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))


def _used_ids(tree: etree._Element) -> set[str]:
    prefix = f"{{{words.OFFICE}}}"
    return {
        str(value)
        for element in tree.iter(etree.Element)
        for key, value in element.attrib.items()
        if str(key).startswith(prefix)
    }


def _check_core(tree: etree._Element | None, reading: Reading, title: str) -> None:
    """Only the chosen title and the language say anything; times are allowed, for they are constants."""
    for element in () if tree is None else tree.iterchildren(etree.Element):
        name = etree.QName(element)
        text = (element.text or "").strip()
        if not text:
            continue
        if name.namespace == words.DUBLIN_CORE and name.localname == "title":
            if text != title.strip():
                reading.structure("docProps/core.xml:title")
        elif name.localname not in {"language", "created", "modified", "revision"}:
            reading.structure("docProps/core.xml:property")
