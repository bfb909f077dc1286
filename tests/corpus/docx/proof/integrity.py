# SPDX-License-Identifier: MIT
"""Whether a copy is a whole package: types, relationships, ids, and a ZIP with nothing beside its entries.

Written from ECMA-376, Part 2 (Open Packaging Conventions): parts (6.2), relationships (6.5), media types (7.2.3).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LOCAL_HEADER, _CENTRAL_HEADER, _END = 30, 46, 22


def faults(data: bytes) -> list[str]:
    """What is wrong with the package; empty when nothing is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        parts = {info.filename: archive.read(info) for info in infos}
        comment = archive.comment
    found = [*_container(data, infos, comment), *_types(parts)]
    reached: set[str] = {"[Content_Types].xml"}
    for name in parts:
        if name.endswith(".rels"):
            found.extend(_relationships(name, parts, reached))
    found.extend(f"unreferenced part {name}" for name in parts if name not in reached)
    found.extend(_ids(parts))
    return found


def _container(data: bytes, infos: list[zipfile.ZipInfo], comment: bytes) -> Iterator[str]:
    """Every byte belongs to an entry or to the directory; nothing tells of the clock or the machine."""
    names = Counter(info.filename.casefold() for info in infos)
    if max(names.values()) > 1:
        yield "two entries of one name"
    if comment or any(info.comment or info.extra for info in infos):
        yield "a comment or extra field in the ZIP"
    if {info.date_time for info in infos} != {(1980, 1, 1, 0, 0, 0)}:
        yield "a time in the ZIP"
    entries = sum(_LOCAL_HEADER + len(info.filename.encode()) + info.compress_size for info in infos)
    directory = sum(_CENTRAL_HEADER + len(info.filename.encode()) for info in infos)
    if entries + directory + _END != len(data):
        yield "bytes beside the entries"
    if infos[0].filename != "[Content_Types].xml":
        yield "the content types do not come first"


def _types(parts: Mapping[str, bytes]) -> Iterator[str]:
    root = etree.fromstring(parts["[Content_Types].xml"])
    defaults = {str(each.get("Extension")).lower() for each in root.iter(f"{_TYPES}Default")}
    overrides = [str(each.get("PartName")).lstrip("/") for each in root.iter(f"{_TYPES}Override")]
    yield from (
        f"content type of a part that is not there: {name}" for name in overrides if name not in parts
    )
    for name in parts:
        if name.rpartition(".")[2].lower() not in defaults and name not in overrides and name[0] != "[":
            yield f"no content type: {name}"
        if name.endswith(".xml") and name not in overrides and name[0] != "[":
            yield f"no content type of its own: {name}"


def _relationships(name: str, parts: Mapping[str, bytes], reached: set[str]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    owner = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
    reached.add(name)
    if owner and owner not in parts and name != "_rels/.rels":
        yield f"relationships of no part: {name}"
    rows = list(etree.fromstring(parts[name]).iter(_RELS))
    ids = [str(row.get("Id")) for row in rows]
    if len(set(ids)) != len(ids):
        yield f"an id twice in {name}"
    used = _used(parts[owner]) if owner in parts else set(ids)
    yield from (f"{name}: {each} is used and not there" for each in used - set(ids))
    for row in rows:
        target = str(row.get("Target"))
        if row.get("TargetMode") == "External":
            if not target.startswith(("http://", "https://")) or not str(row.get("Type")).endswith(
                "/hyperlink"
            ):
                yield f"external relationship in {name}"
            continue
        part = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        reached.add(part)
        if part not in parts:
            yield f"dangling relationship in {name}"


def _used(part: bytes) -> set[str]:
    root = etree.fromstring(part)
    return {
        str(value)
        for element in root.iter(etree.Element)
        for key, value in element.attrib.items()
        if str(key).startswith(_OFFICE)
    }


def _ids(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Drawings, bookmarks and notes have ids that are theirs alone; what is referred to is there."""
    trees = {
        name: etree.fromstring(data)
        for name, data in parts.items()
        if name.startswith("word/") and name.endswith(".xml")
    }
    drawings = [str(each.get("id")) for tree in trees.values() for each in tree.iter("{*}docPr")]
    if len(set(drawings)) != len(drawings):
        yield "two drawings of one id"
    for kind in ("footnote", "endnote"):
        notes = trees.get(f"word/{kind}s.xml")
        there = [] if notes is None else [str(each.get(f"{_W}id")) for each in notes.iter(f"{_W}{kind}")]
        if len(set(there)) != len(there):
            yield f"two {kind}s of one id"
        asked = {
            str(each.get(f"{_W}id")) for tree in trees.values() for each in tree.iter(f"{_W}{kind}Reference")
        }
        yield from (f"no {kind} {each}" for each in sorted(asked - set(there)))
    styles = {str(each.get(f"{_W}styleId")) for each in trees["word/styles.xml"].iter(f"{_W}style")}
    for tree in trees.values():
        for each in tree.iter(f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle", f"{_W}basedOn"):
            if each.get(f"{_W}val") not in styles:
                yield "a style that is not there"
    yield from _bookmarks(trees)


def _bookmarks(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    starts = [each for tree in trees.values() for each in tree.iter(f"{_W}bookmarkStart")]
    names = {str(each.get(f"{_W}name")) for each in starts}
    if len(names) != len(starts):
        yield "two bookmarks of one name"
    anchors = {
        str(each.get(f"{_W}anchor")) for tree in trees.values() for each in tree.iter(f"{_W}hyperlink")
    }
    yield from ("a link to no bookmark" for each in anchors - names - {"None"})
