# SPDX-License-Identifier: MIT
"""Reads every text of a PDF file that is not drawn on a page: notes, fields, bookmarks, names, files, properties."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from lxml import etree

from reviewer.documents.pdf import streams
from reviewer.documents.uris import unquoted
from reviewer.errors import HostileContent
from reviewer.model.document import StoryKind

Reference = tuple[object, ...]
MAX_ITEMS = 200_000
_TEXT_ATTACHMENT = 2**20
_SCRIPT = 2**20
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Surface:
    """A text that is not on a page; `reference` leads the writer back to its object."""

    kind: StoryKind
    text: str
    reference: Reference
    page: int | None = None
    part: str = ""


def string_of(value: Any) -> str:
    """A text string (or a stream of text) without control characters."""
    if isinstance(value, pikepdf.Stream):
        try:
            raw = streams.read(value, _SCRIPT)
        except (streams.TooLarge, pikepdf.PdfError):
            return ""
        text = (
            raw.decode("utf-16", "replace")
            if raw[:2] in {b"\xfe\xff", b"\xff\xfe"}
            else raw.decode("utf-8", "replace")
        )
    elif isinstance(value, pikepdf.String):
        text = str(value)
    else:
        return ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(each for each in text if each in "\n\t" or unicodedata.category(each) not in {"Cc", "Cs"})


def link_uri(annotation: Any) -> str:
    """The address of a link, "" when it leads nowhere outside."""
    action = annotation.get("/A")
    if isinstance(action, pikepdf.Dictionary):
        return _uri(action.get("/URI"))
    return ""


def _uri(value: Any) -> str:
    """An address should be ASCII; where it is not, programs write UTF-8 without saying so."""
    if isinstance(value, pikepdf.String):
        with contextlib.suppress(UnicodeDecodeError):
            value = pikepdf.String(bytes(value).decode("utf-8"))
    return string_of(value)


def notes_and_links(page: Any, number: int) -> Iterator[Surface]:
    """The notes and links of a page; form fields are read from the form."""
    for index, annotation in enumerate(listed(page.get("/Annots"))):
        subtype = str(annotation.get("/Subtype", ""))
        uri = link_uri(annotation)
        if uri:
            yield Surface(StoryKind.LINK_TARGET, unquoted(uri), ("link", number, index), number)
        pieces = [
            string_of(annotation.get(key))
            for key in ("/Contents", "/T", "/Subj", "/NM", "/DS", "/OverlayText")
        ]
        pieces.append(_TAG.sub(" ", string_of(annotation.get("/RC"))))
        pieces.append(_file_name(annotation.get("/FS")))
        if subtype == "/Widget":
            pieces = []
        text = "\n".join(dict.fromkeys(piece for piece in pieces if piece.strip()))
        if text:
            yield Surface(StoryKind.ANNOTATION, text, ("annotation", number, index), number)


def fields(root: Any, path: Path) -> Iterator[Surface]:
    """Values, tooltips and options of the form, one text a field."""
    form = root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return
    for field in _tree(listed(form.get("/Fields")), "/Kids", path, "form"):
        pieces = [string_of(field.get(key)) for key in ("/V", "/DV", "/TU", "/T", "/TM", "/RV")]
        for option in field.get("/Opt", []) if isinstance(field.get("/Opt"), pikepdf.Array) else []:
            pieces.extend(
                string_of(each) for each in (option if isinstance(option, pikepdf.Array) else [option])
            )
        text = "\n".join(dict.fromkeys(_TAG.sub(" ", piece) for piece in pieces if piece.strip()))
        if text:
            yield Surface(StoryKind.FORM_FIELD, text, ("field", field.objgen))


def bookmarks(root: Any, path: Path) -> Iterator[tuple[Any, int]]:
    """Each outline item with its depth, in order. Raises HostileContent for a circle."""
    outlines = root.get("/Outlines")
    if not isinstance(outlines, pikepdf.Dictionary):
        return
    seen: set[tuple[int, int]] = set()
    stack = [(outlines.get("/First"), 0)]
    while stack:
        item, depth = stack.pop()
        if not isinstance(item, pikepdf.Dictionary):
            continue
        if item.objgen in seen or len(seen) > MAX_ITEMS:
            raise HostileContent(path=path, detail="cycle", place="outline")
        seen.add(item.objgen)
        yield item, depth
        stack.append((item.get("/Next"), depth))
        stack.append((item.get("/First"), depth + 1))


def outline_texts(root: Any, path: Path) -> Iterator[Surface]:
    """The titles of the bookmarks."""
    for index, (item, _depth) in enumerate(bookmarks(root, path)):
        title = string_of(item.get("/Title"))
        if title.strip():
            yield Surface(StoryKind.BOOKMARK, title, ("bookmark", index))


def names(root: Any, path: Path) -> Iterator[Surface]:
    """Named destinations, page label prefixes, names of layers, scripts of the document."""
    group = root.get("/Names")
    tree = group if isinstance(group, pikepdf.Dictionary) else pikepdf.Dictionary()
    found = [name for name, _value in name_tree(tree.get("/Dests"), path)]
    old = root.get("/Dests")
    if isinstance(old, pikepdf.Dictionary):
        found += [key[1:] for key in old.keys()]  # noqa: SIM118 - a pikepdf dictionary is not iterable by key
    if found:
        yield Surface(StoryKind.DESTINATION, "\n".join(found), ("destinations",))
    labels = [
        string_of(value.get("/P"))
        for _number, value in number_tree(root.get("/PageLabels"), path)
        if isinstance(value, pikepdf.Dictionary)
    ]
    if any(labels):
        yield Surface(StoryKind.PAGE_LABEL, "\n".join(label for label in labels if label), ("labels",))


def scripts(pdf: pikepdf.Pdf, path: Path) -> Iterator[Surface]:
    """Everything that runs: document, page and field actions."""
    root = pdf.Root
    group = root.get("/Names")
    named = list(name_tree(group.get("/JavaScript"), path)) if isinstance(group, pikepdf.Dictionary) else []
    holders: list[tuple[str, Any]] = [(name, value) for name, value in named]
    holders += [("", root.get("/OpenAction")), ("", root.get("/AA"))]
    for page in pdf.pages:
        holders.append(("", page.obj.get("/AA")))
        for annotation in listed(page.obj.get("/Annots")):
            holders += [("", annotation.get("/A")), ("", annotation.get("/AA"))]
    for index, (name, holder) in enumerate(holders):
        text = "\n".join(each for each in (name, *_script_texts(holder, 0)) if each.strip())
        if text and any(_script_texts(holder, 0)):
            yield Surface(StoryKind.SCRIPT, text, ("script", index))


def _script_texts(action: Any, depth: int) -> Iterator[str]:
    if depth > 8 or not isinstance(action, pikepdf.Dictionary):
        return
    for key in ("/JS", "/F", "/Win"):
        text = string_of(action.get(key)) or _file_name(action.get(key))
        if text:
            yield text
    for key, value in action.items():
        if key in {
            "/Next",
            "/O",
            "/C",
            "/E",
            "/X",
            "/D",
            "/U",
            "/K",
            "/V",
            "/WC",
            "/WS",
            "/DS",
            "/WP",
            "/DP",
        }:
            for each in value if isinstance(value, pikepdf.Array) else [value]:
                yield from _script_texts(each, depth + 1)


def attachments(pdf: pikepdf.Pdf, path: Path) -> Iterator[Surface]:
    """Names and descriptions of embedded files, and their text when they are plain text."""
    group = pdf.Root.get("/Names")
    specs = (
        [value for _name, value in name_tree(group.get("/EmbeddedFiles"), path)]
        if isinstance(group, pikepdf.Dictionary)
        else []
    )
    specs += listed(pdf.Root.get("/AF"))
    for page in pdf.pages:
        specs += listed(page.obj.get("/AF"))
        specs += [
            each["/FS"]
            for each in listed(page.obj.get("/Annots"))
            if isinstance(each.get("/FS"), pikepdf.Dictionary)
        ]
    seen: set[tuple[int, int]] = set()
    for index, spec in enumerate(specs):
        if not isinstance(spec, pikepdf.Dictionary) or (spec.objgen in seen and spec.objgen != (0, 0)):
            continue
        seen.add(spec.objgen)
        pieces = [_file_name(spec), string_of(spec.get("/Desc")), _embedded_text(spec)]
        yield Surface(
            StoryKind.ATTACHMENT,
            "\n".join(each for each in pieces if each.strip()) or "?",
            ("attachment", index),
        )


def _embedded_text(spec: Any) -> str:
    files = spec.get("/EF")
    stream = files.get("/F", files.get("/UF")) if isinstance(files, pikepdf.Dictionary) else None
    if not isinstance(stream, pikepdf.Stream):
        return ""
    try:
        return streams.read(stream, _TEXT_ATTACHMENT).decode("utf-8").replace("\0", "")
    except (UnicodeDecodeError, pikepdf.PdfError, streams.TooLarge):
        return ""


def properties(pdf: pikepdf.Pdf) -> Iterator[Surface]:
    """The values of the information dictionary and all text of the metadata packet."""
    info = pdf.trailer.get("/Info")
    if isinstance(info, pikepdf.Dictionary):
        for key, value in info.items():
            text = string_of(value)
            if text.strip():
                yield Surface(StoryKind.PROPERTY, text, ("info", key), part=_safe(key[1:]))
    metadata = pdf.Root.get("/Metadata")
    if isinstance(metadata, pikepdf.Stream):
        text = _packet_text(metadata)
        if text:
            yield Surface(StoryKind.PROPERTY, text, ("metadata",), part="xmp")


def _packet_text(stream: Any) -> str:
    try:
        data = streams.read(stream, 8 * 2**20)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, pikepdf.PdfError, streams.TooLarge):
        return ""
    if tree is None:
        return ""
    values = [(each.text or "").strip() for each in tree.iter() if isinstance(each.tag, str)]
    values += [value for each in tree.iter() if isinstance(each.tag, str) for value in each.attrib.values()]
    return "\n".join(dict.fromkeys(value for value in map(str, values) if value and "://" not in value))


def structure_texts(root: Any, path: Path) -> Iterator[Surface]:
    """Titles, alternative, expanded and actual texts of the structure tree."""
    tree = root.get("/StructTreeRoot")
    if not isinstance(tree, pikepdf.Dictionary):
        return
    for element in _tree([tree], "/K", path, "structure"):
        for key in ("/T", "/Alt", "/E", "/ActualText"):
            text = string_of(element.get(key))
            if text.strip():
                yield Surface(StoryKind.STRUCTURE_TEXT, text, ("structure", element.objgen, key))


# Trees


def listed(value: Any) -> list[Any]:
    """The dictionaries of an array."""
    if not isinstance(value, pikepdf.Array):
        return []
    return [each for each in value if isinstance(each, pikepdf.Dictionary)]


def _tree(roots: list[Any], key: str, path: Path, place: str) -> Iterator[Any]:
    seen: set[tuple[int, int]] = set()
    stack = list(reversed(roots))
    while stack:
        node = stack.pop()
        if not isinstance(node, pikepdf.Dictionary):
            continue
        if node.objgen != (0, 0):
            if node.objgen in seen:
                raise HostileContent(path=path, detail="cycle", place=place)
            seen.add(node.objgen)
        yield node
        kids = node.get(key)
        stack.extend(reversed(listed(kids) if isinstance(kids, pikepdf.Array) else [kids]))


def name_tree(tree: Any, path: Path) -> Iterator[tuple[str, Any]]:
    """The pairs of a name tree."""
    yield from ((string_of(key), value) for key, value in _pairs(tree, "/Names", path, pikepdf.String))


def number_tree(tree: Any, path: Path) -> Iterator[tuple[Any, Any]]:
    """The pairs of a number tree."""
    yield from _pairs(tree, "/Nums", path, object)


def _pairs(tree: Any, key: str, path: Path, kind: type) -> Iterator[tuple[Any, Any]]:
    if not isinstance(tree, pikepdf.Dictionary):
        return
    for node in _tree([tree], "/Kids", path, "names"):
        items = list(node.get(key, [])) if isinstance(node.get(key), pikepdf.Array) else []
        yield from (
            (items[at], items[at + 1]) for at in range(0, len(items) - 1, 2) if isinstance(items[at], kind)
        )


def _file_name(spec: Any) -> str:
    if isinstance(spec, pikepdf.String):
        return string_of(spec)
    if not isinstance(spec, pikepdf.Dictionary):
        return ""
    return "\n".join(
        dict.fromkeys(each for each in (string_of(spec.get("/UF")), string_of(spec.get("/F"))) if each)
    )


def _safe(text: str) -> str:
    return "".join(each for each in text if each.isalnum() or each in "-_")[:40] or "other"


Reader = Callable[..., Iterator[Surface]]
