# SPDX-License-Identifier: MIT
"""Sets the reader's note on pages of its own, before the first one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from reviewer.redaction.note import ReaderNote
from reviewer.redaction.pdf.lettering import encode, helvetica, number, text_width
from reviewer.redaction.pdf.tags import TagWriter

_WIDTH, _HEIGHT, _MARGIN = 612.0, 792.0, 72.0
_HEADING, _TEXT = 16.0, 11.0


def note_pages(note: ReaderNote, new: pikepdf.Pdf) -> list[tuple[Any, list[str]]]:
    """The pages of a note, each with the kinds (H1, P) of its marked contents in order."""
    fonts = pikepdf.Dictionary(
        {
            "/R": new.make_indirect(helvetica("/Helvetica")),
            "/B": new.make_indirect(helvetica("/Helvetica-Bold")),
        }
    )
    pages: list[tuple[Any, list[str]]] = []
    content: list[bytes] = []
    kinds: list[str] = []
    height = _HEIGHT - _MARGIN
    for kind, size, lines in _blocks(note):
        needed = len(lines) * size * 1.35 + size * 0.8
        if height - needed < _MARGIN and content:
            pages.append(_page(new, content, kinds, fonts))
            content, kinds, height = [], [], _HEIGHT - _MARGIN
        content.append(_block(kind, size, lines, height, len(kinds)))
        kinds.append(kind)
        height -= needed
    pages.append(_page(new, content, kinds, fonts))
    return pages


def tag_note(pages: list[tuple[Any, list[str]]], tags: TagWriter) -> None:
    """Put the note into the structure tree."""
    for page, kinds in pages:
        index = page["/StructParents"] = tags.next_key()
        for mcid, kind in enumerate(kinds):
            tags.note_element(kind, page, index, mcid)


def _blocks(note: ReaderNote) -> Iterator[tuple[str, float, list[str]]]:
    yield "H1", _HEADING, list(_wrapped(note.heading, _HEADING, bold=True))
    for paragraph in note.paragraphs:
        if paragraph.strip():
            yield "P", _TEXT, list(_wrapped(paragraph, _TEXT, bold=False))


def _wrapped(text: str, size: float, *, bold: bool) -> Iterator[str]:
    room = _WIDTH - 2 * _MARGIN
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size, bold=bold) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _block(kind: str, size: float, lines: list[str], height: float, mcid: int) -> bytes:
    font = "/B" if kind == "H1" else "/R"
    head = (
        f"/{kind} <</MCID {mcid}>> BDC\nBT {font} {number(size)} Tf 0 g 0 Tr {number(size * 1.35)} TL "
        f"{number(_MARGIN)} {number(height)} Td"
    )
    shown = [
        pikepdf.unparse_content_stream([([pikepdf.String(encode(line))], pikepdf.Operator("Tj"))]) + b" T*"
        for line in lines
    ]
    return b"\n".join([head.encode(), *shown, b"ET\nEMC"])


def _page(new: pikepdf.Pdf, content: list[bytes], kinds: list[str], fonts: Any) -> tuple[Any, list[str]]:
    page = new.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=pikepdf.Array([0, 0, _WIDTH, _HEIGHT]),
            Resources=pikepdf.Dictionary(Font=fonts),
            Contents=new.make_indirect(pikepdf.Stream(new, b"\n".join(content))),
        )
    )
    return page, kinds
