# SPDX-License-Identifier: MIT
"""Opening the ZIP package of a DOCX: parts, relationships and XML that cannot harm the reader.

It does not promise that what it returns is valid WordprocessingML: only that reading it was safe.
"""

from __future__ import annotations

import posixpath
import urllib.parse
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents import limits
from reviewer.documents.docx import names
from reviewer.errors import DamagedFile, HostileContent, UnsupportedFormat

_DOCTYPES = tuple("<!DOCTYPE".encode(coding) for coding in ("ascii", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part; `kind` is the last word of its type, `target` a part name or an address."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass
class Part:
    """One XML part, parsed once; `nodes` keeps lxml's proxies alive so that they can be keys."""

    name: str
    root: Element
    relationships: Mapping[str, Relationship]
    nodes: list[Element] = field(repr=False, default_factory=list)

    def related(self, kind: str) -> tuple[str, ...]:
        """The names of the parts it refers to by relationships of that kind."""
        rows = self.relationships.values()
        return tuple(dict.fromkeys(row.target for row in rows if row.kind == kind and not row.external))


class Package:
    """The parts of one file. Raises DamagedFile, HostileContent, LimitExceeded."""

    def __init__(self, data: bytes, *, path: Path) -> None:
        self.path = path
        self._zip = limits.check_zip(data, path)
        self._entries: dict[str, list[zipfile.ZipInfo]] = {}
        for info in self._zip.infolist():
            self._entries.setdefault(_key(info.filename), []).append(info)
        self._parts: dict[str, Part] = {}
        self.relationships = self._relationships("")

    @property
    def main(self) -> Part:
        """The main document part."""
        targets = [row.target for row in self.relationships.values() if row.kind == "officeDocument"]
        if not targets or not self.has(targets[0]):
            raise DamagedFile(path=self.path, detail="no main part")
        part = self.part(targets[0])
        if part.root.tag != names.w("document"):
            raise UnsupportedFormat(path=self.path, format="office")
        return part

    def has(self, name: str) -> bool:
        """Whether a part of that name is there."""
        return _key(name) in self._entries

    def bytes_of(self, name: str) -> bytes:
        """The bytes of one entry. An entry that is there twice is refused: readers would not agree on which counts."""
        rows = self._entries.get(_key(name))
        if not rows:
            raise DamagedFile(path=self.path, detail="missing part")
        if len(rows) > 1:
            raise HostileContent(path=self.path, detail="duplicate entry", place=part_place(name))
        # every entry has been inflated and its checksum compared by check_zip
        return self._zip.read(rows[0])

    def part(self, name: str) -> Part:
        """One XML part with its relationships."""
        key = _key(name)
        if key not in self._parts:
            root = self._parse(name)
            self._parts[key] = Part(name, root, self._relationships(name), list(root.iter()))
        return self._parts[key]

    def _parse(self, name: str) -> Element:
        data = self.bytes_of(name)
        if any(mark in data for mark in _DOCTYPES):
            raise HostileContent(path=self.path, detail="doctype", place=part_place(name))
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            remove_comments=True,
            remove_pis=True,
            strip_cdata=True,
            huge_tree=False,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DamagedFile(path=self.path, detail="xml") from error
        if str(root.getroottree().docinfo.doctype):  # type: ignore[union-attr]  # the stubs lack it
            raise HostileContent(path=self.path, detail="doctype", place=part_place(name))
        _to_transitional(root)
        return root

    def _relationships(self, name: str) -> Mapping[str, Relationship]:
        folder, _, base = name.rpartition("/")
        source = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(source):
            return {}
        found: dict[str, Relationship] = {}
        for row in self._parse(source).iterchildren(f"{{{names.RELS}}}Relationship"):
            external = row.get("TargetMode", "Internal") == "External"
            target = row.get("Target", "")
            kind = row.get("Type", "").rpartition("/")[2]
            place = target if external else _resolve(folder, target)
            found[row.get("Id", "")] = Relationship(row.get("Id", ""), kind, place, external)
        return found


def part_place(name: str) -> str:
    """What an error may say of a part: its name only when it is one of the format's own words, else 'part'."""
    base = posixpath.basename(name).removesuffix(".xml").rstrip("0123456789")
    known = {
        "document",
        "styles",
        "numbering",
        "settings",
        "footnotes",
        "endnotes",
        "comments",
        "header",
        "footer",
    }
    return base if base in known | {"core", "app", "custom", "theme"} else "part"


def _key(name: str) -> str:
    """Part names are compared without case, and a leading slash or percent-encoding does not make another part."""
    return urllib.parse.unquote(name).replace("\\", "/").lstrip("/").lower()


def _resolve(folder: str, target: str) -> str:
    target = urllib.parse.unquote(target).replace("\\", "/").partition("#")[0]
    joined = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(joined).lstrip("/")


def _to_transitional(root: Element) -> None:
    """Rename Strict namespaces to Transitional ones, in elements and attributes."""
    if not any(uri in names.STRICT for uri in root.nsmap.values()):
        return
    for element in root.iter(etree.Element):
        element.tag = _renamed(str(element.tag))
        for key, content in list(element.attrib.items()):
            if _renamed(str(key)) != key:
                del element.attrib[key]
                element.set(_renamed(str(key)), content)


def _renamed(tag: str) -> str:
    uri, brace, name = tag[1:].partition("}") if tag.startswith("{") else ("", "", tag)
    return f"{{{names.STRICT[uri]}}}{name}" if brace and uri in names.STRICT else tag
