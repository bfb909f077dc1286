# SPDX-License-Identifier: MIT
"""One new part of the copy with its relationships, and the new package around all parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "endnotes": f"{_WORD}.endnotes+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)
NSMAP = {
    "w": names.W,
    "r": names.R,
    "m": names.M,
    "wp": names.WP,
    "a": names.A,
    "pic": names.PIC,
    "wps": names.WPS,
    "c": names.C,
}
"""Prefixes of every content part; the same in each copy, so that they tell nothing of the source."""


@dataclass
class Sheet:
    """A part in the making. `kind` is a key of CONTENT_TYPES."""

    name: str
    kind: str
    root: Element
    rows: dict[tuple[str, str, bool], int] = field(default_factory=dict)

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship, made once for each target."""
        row = (kind, target, external)
        return f"rId{self.rows.setdefault(row, len(self.rows) + 1)}"

    def to_bytes(self) -> bytes:
        """The part as UTF-8."""
        etree.cleanup_namespaces(self.root)
        return serialised(self.root)

    def relationships(self) -> bytes:
        """The part's relationships."""
        root = etree.Element(
            f"{{{names.RELS}}}Relationships", nsmap=cast("dict[str, str]", {None: names.RELS})
        )
        for (kind, target, external), number in self.rows.items():
            row = etree.SubElement(root, f"{{{names.RELS}}}Relationship")
            row.set("Id", f"rId{number}")
            row.set("Type", kind if "/" in kind else f"{_OFFICE}/{kind}")
            row.set("Target", target)
            if external:
                row.set("TargetMode", "External")
        return serialised(root)


def new_root(name: str) -> Element:
    """The root element of a new content part."""
    return etree.Element(names.w(name), nsmap=NSMAP)


def plain_root(name: str) -> Element:
    """The root element of a part that can hold no drawing."""
    return etree.Element(names.w(name), nsmap={"w": names.W, "r": names.R})


def serialised(root: Element) -> bytes:
    """An XML part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _content_types(sheets: list[Sheet]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap=cast("dict[str, str]", {None: _TYPES}))
    for extension, kind in (
        ("png", "image/png"),
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=kind)
    for sheet in sheets:
        etree.SubElement(
            root, f"{{{_TYPES}}}Override", PartName=f"/{sheet.name}", ContentType=CONTENT_TYPES[sheet.kind]
        )
    return serialised(root)


def packed(sheets: list[Sheet], media: Mapping[str, bytes]) -> bytes:
    """The ZIP: fixed order, fixed times, no comment, no extra field. The first sheet is the main part."""
    package = Sheet("", "", new_root("none"))
    package.relate("officeDocument", sheets[0].name)
    entries: list[tuple[str, bytes]] = []
    for sheet in sheets:
        entries.append((sheet.name, sheet.to_bytes()))
        if sheet.rows:
            folder, _, base = sheet.name.rpartition("/")
            entries.append((f"{folder}/_rels/{base}.rels", sheet.relationships()))
        if sheet.kind == "core":
            package.relate(
                f"{_OFFICE.replace('officeDocument', 'package')}/metadata/core-properties", sheet.name
            )
    entries.extend(sorted(media.items()))
    head = [("[Content_Types].xml", _content_types(sheets)), ("_rels/.rels", package.relationships())]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in head + entries:
            info = zipfile.ZipInfo(name, date_time=_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, content)
    return buffer.getvalue()
