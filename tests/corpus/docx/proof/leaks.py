# SPDX-License-Identifier: MIT
"""The search of a copy for what was withheld: in the raw bytes, in every part, name, attribute and joined text."""

from __future__ import annotations

import base64
import binascii
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote

import docx
from lxml import etree

from tests.corpus.docx.proof.folding import fold

LABELS = re.compile(r"\[(?:s\.|par\.|art\.|al\.) ?[^\]]{1,40}\]|\[(?:withheld|caviardé)\]")
_WALL = "界"
"""A label separates: "Harriet" and "Quill" at the two sides of one are no name."""
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{8,}={0,2}")
_BLOCKS = {"p", "tc", "tr", "br", "tab", "cr"}
_SHORT = 3
"""So few bytes stand anywhere by chance."""
_CODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1", "cp1252", "cp850", "mac-roman")


def leaks(data: bytes, secrets: Sequence[str]) -> list[str]:
    """Every place of a copy where a secret can still be read; empty when there is none."""
    found: list[str] = []
    views = list(_views(data))
    surfaces = list(_texts(data))
    for number, secret in enumerate(secrets):
        raws = set(_raw_forms(secret))
        found.extend(
            f"{place}: bytes, secret {number}" for place, view in views if any(raw in view for raw in raws)
        )
        needle = fold(secret)
        found.extend(
            f"{place}, secret {number}"
            for place, text in surfaces
            if needle in fold(LABELS.sub(_WALL, text)) or needle in fold(LABELS.sub(_WALL, text)[::-1])
        )
    return sorted(set(found))


def _raw_forms(secret: str) -> Iterator[bytes]:
    """The secret as bytes: in several codings, composed or not, percent-encoded, as references, in base64."""
    yield from (form for form in _all_raw_forms(secret) if len(form) > _SHORT)


def _all_raw_forms(secret: str) -> Iterator[bytes]:
    for text in {secret, unicodedata.normalize("NFD", secret), secret.upper(), secret.lower()}:
        for coding in _CODINGS:
            yield text.encode(coding, "ignore")
        yield quote(text).encode()
        yield quote(text).lower().encode()
        yield "".join(f"&#{ord(letter)};" for letter in text).encode()
        for shift in range(3):
            coded = base64.b64encode(b"\0" * shift + text.encode())
            yield coded[(0, 2, 3)[shift] + (4 if shift else 0) : -4]


def _views(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The bytes of the file, of each part, and of whatever deflates inside a part."""
    yield "file", data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for number, name in enumerate(archive.namelist()):
            content = archive.read(name)
            yield f"part {number}", content
            yield f"name {number}", name.encode()
            for at in (match.start() for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content)):
                try:
                    yield f"part {number} inflated", zlib.decompressobj().decompress(content[at:])
                except zlib.error:
                    continue


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Whatever can be read as text: joined over runs, over blocks, attributes, names, decoded forms."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for number, name in enumerate(archive.namelist()):
            yield f"name of part {number}", name
            if name.endswith((".xml", ".rels")):
                yield from _of_part(f"part {number}", archive.read(name))
    yield from _of_python_docx(data)


def _of_part(place: str, content: bytes) -> Iterator[tuple[str, str]]:
    root = etree.fromstring(content)
    yield f"{place}: text over blocks", "".join(str(each) for each in root.itertext())
    yield f"{place}: text", _with_breaks(root)
    values = [str(value) for element in root.iter(etree.Element) for value in element.attrib.values()]
    for value in values:
        yield f"{place}: attribute", unquote(unquote(value))
    symbols = "".join(_symbol(element) for element in root.iter("{*}sym", "{*}t"))
    yield f"{place}: symbols", symbols
    for match in _BASE64.finditer(content):
        try:
            yield (
                f"{place}: base64",
                base64.b64decode(match[0] + b"==", altchars=b"-_").decode("utf-8", "replace"),
            )
        except binascii.Error:
            continue


def _with_breaks(root: etree._Element) -> str:
    pieces = []
    for element in root.iter(etree.Element):
        pieces.append(" " if etree.QName(element).localname in _BLOCKS else "")
        pieces.append(element.text or "")
        pieces.append(element.tail or "")
    return "".join(pieces)


def _symbol(element: etree._Element) -> str:
    code = next((str(value) for key, value in element.attrib.items() if str(key).endswith("}char")), "")
    return chr(int(code, 16) & 0xFF) if code else element.text or ""


def _of_python_docx(data: bytes) -> Iterator[tuple[str, str]]:
    document = docx.Document(io.BytesIO(data))
    yield "python-docx body", "\n".join(each.text for each in document.paragraphs)
    for table in document.tables:
        yield "python-docx table", "\n".join(cell.text for row in table.rows for cell in row.cells)
    for section in document.sections:
        for part in (section.header, section.footer, section.first_page_header, section.even_page_footer):
            yield "python-docx margin", "\n".join(each.text for each in part.paragraphs)
    core = document.core_properties
    yield (
        "python-docx properties",
        f"{core.author} {core.title} {core.subject} {core.keywords} {core.last_modified_by}",
    )


def shown_text(data: bytes) -> str:
    """All text of the copy, part after part, as one string: what must survive is looked for here."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [each for each in archive.namelist() if each.startswith("word/") and each.endswith(".xml")]
        return "\n".join("".join(map(str, etree.fromstring(archive.read(name)).itertext())) for name in names)
