# SPDX-License-Identifier: MIT
"""The words of an embedded workbook, document or web page, as lines to look at. None of them ever reaches a copy.

It does not read formulas, numbers formatted as dates, or binary formats; what it cannot read it leaves unsaid.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html
from lxml.etree import _Element as Element

from reviewer.documents import limits
from reviewer.documents.docx import names
from reviewer.errors import ReviewerError

_LONGEST = 200_000
"""Characters of one object that are shown: it is to be removed, not to be read from end to end."""
_INFLATED = 50 * 10**6
"""Bytes that one object may inflate to; a document may hold many."""
_PARTS = re.compile(
    r"xl/(?:workbook|sharedStrings|worksheets/[^/]+|comments[^/]*)\.xml|ppt/slides/[^/]+\.xml"
    r"|word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml",
    re.IGNORECASE,
)
_GROUPS = frozenset({"p", "si", "row", "comment"})
"""Elements whose texts stand on one line: paragraphs, shared strings, rows of cells."""
_TAGS = re.compile(rb"<\s*(?:!doctype\s+html|html|body|p|div|table)\b", re.IGNORECASE)


def lines_of(data: bytes, path: Path) -> Iterator[str]:
    """The lines of an embedded file; none for what is not read here."""
    # a package whose entries are not deflated shows its markup to whoever looks for tags
    web = not data.startswith(b"PK") and _TAGS.search(data[:4096])
    length = 0
    for line in _web_lines(data) if web else _office_lines(data, path):
        if line.strip():
            length += len(line)
            if length > _LONGEST:
                return
            yield " ".join(line.split())


def _web_lines(data: bytes) -> Iterator[str]:
    encoding = "utf-8" if _is_utf8(data) else None
    parser = html.HTMLParser(no_network=True, huge_tree=False, encoding=encoding)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return
    yield from (str(text) for text in root.itertext())


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _office_lines(data: bytes, path: Path) -> Iterator[str]:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    try:
        archive = limits.check_zip(data, path, inflated=_INFLATED)
    except ReviewerError:
        return
    for info in archive.infolist():
        if _PARTS.fullmatch(info.filename):
            root = _parsed(archive.read(info))
            if root is not None:
                yield from _lines(root)


def _parsed(data: bytes) -> Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if b"<!DOCTYPE" in data:
        return None
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _lines(root: Element) -> Iterator[str]:
    """Names of sheets, hidden ones too; then text and numbers, a row or paragraph on a line."""
    for sheet in root.iter("{*}sheet"):
        yield sheet.get("name", "")
    for group in root.iter("{*}p", "{*}si", "{*}row", "{*}comment"):
        if not any(names.local(str(above.tag)) in _GROUPS for above in group.iterancestors()):
            yield " ".join(_texts(group))


def _texts(group: Element) -> Iterator[str]:
    """Runs of one word stand in several elements: they are joined; cells are not."""
    cells = list(group.iter("{*}c"))
    if cells:
        for cell in cells:
            if cell.get("t") != "s":
                yield "".join(node.text or "" for node in cell.iter("{*}v", "{*}t"))
    else:
        yield "".join(node.text or "" for node in group.iter("{*}t"))
