# SPDX-License-Identifier: MIT
"""What a PDF file carries beside its pages: scripts, embedded files, properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
from lxml import etree

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.strings import file_name, string_of
from reviewer.documents.pdf.surface import Surface
from reviewer.documents.pdf.trees import listed, name_tree
from reviewer.model.document import StoryKind

_TEXT_ATTACHMENT = 2**20
_TEXT_ATTACHMENTS = 4 * 2**20
"""What is read of all embedded files together; they are left out of a copy anyhow."""
_MAX_PACKET = 8 * 2**20


def scripts(root: Any, pages: Iterable[pikepdf.Page], path: Path) -> Iterator[Surface]:
    """Everything that runs: document, page and field actions."""
    for index, (name, holder) in enumerate(_holders_of_scripts(root, pages, path)):
        text = "\n".join(each for each in (name, *_script_texts(holder, 0)) if each.strip())
        if text and any(_script_texts(holder, 0)):
            yield Surface(StoryKind.SCRIPT, text, ("script", index))


def _holders_of_scripts(root: Any, pages: Iterable[pikepdf.Page], path: Path) -> Iterator[tuple[str, Any]]:
    """Whatever can hold a script, one by one: what was read of a page lives no longer than the handle of the file."""
    group = root.get("/Names")
    if isinstance(group, pikepdf.Dictionary):
        yield from name_tree(group.get("/JavaScript"), path)
    yield "", root.get("/OpenAction")
    yield "", root.get("/AA")
    for page in pages:
        yield "", page.obj.get("/AA")
        for annotation in listed(page.obj.get("/Annots")):
            yield "", annotation.get("/A")
            yield "", annotation.get("/AA")


def _script_texts(action: Any, depth: int) -> Iterator[str]:
    if depth > 8 or not isinstance(action, pikepdf.Dictionary):
        return
    for key in ("/JS", "/F", "/Win"):
        text = string_of(action.get(key)) or file_name(action.get(key))
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


def attachments(root: Any, pages: Iterable[pikepdf.Page], path: Path) -> Iterator[Surface]:
    """Names and descriptions of embedded files, and their text when they are plain text."""
    seen: set[tuple[int, int]] = set()
    left = _TEXT_ATTACHMENTS
    for index, spec in enumerate(_specifications(root, pages, path)):
        if not isinstance(spec, pikepdf.Dictionary) or (spec.objgen in seen and spec.objgen != (0, 0)):
            continue
        seen.add(spec.objgen)
        inside = _embedded_text(spec, min(left, _TEXT_ATTACHMENT))
        left -= len(inside)
        pieces = [file_name(spec), string_of(spec.get("/Desc")), inside]
        yield Surface(
            StoryKind.ATTACHMENT,
            "\n".join(each for each in pieces if each.strip()) or "?",
            ("attachment", index),
        )


def _specifications(root: Any, pages: Iterable[pikepdf.Page], path: Path) -> Iterator[Any]:
    """The specifications of files, one by one, as with scripts."""
    group = root.get("/Names")
    if isinstance(group, pikepdf.Dictionary):
        yield from (value for _name, value in name_tree(group.get("/EmbeddedFiles"), path))
    yield from listed(root.get("/AF"))
    for page in pages:
        yield from listed(page.obj.get("/AF"))
        for annotation in listed(page.obj.get("/Annots")):
            if isinstance(annotation.get("/FS"), pikepdf.Dictionary):
                yield annotation["/FS"]


def _embedded_text(spec: Any, most: int) -> str:
    files = spec.get("/EF")
    stream = files.get("/F", files.get("/UF")) if isinstance(files, pikepdf.Dictionary) else None
    if not isinstance(stream, pikepdf.Stream):
        return ""
    try:
        return streams.read(stream, most).decode("utf-8").replace("\0", "")
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
        data = streams.read(stream, _MAX_PACKET)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, pikepdf.PdfError, streams.TooLarge):
        return ""
    if tree is None:
        return ""
    values = [(each.text or "").strip() for each in tree.iter() if isinstance(each.tag, str)]
    values += [value for each in tree.iter() if isinstance(each.tag, str) for value in each.attrib.values()]
    return "\n".join(dict.fromkeys(value for value in map(str, values) if value and "://" not in value))


def _safe(text: str) -> str:
    return "".join(each for each in text if each.isalnum() or each in "-_")[:40] or "other"
