# SPDX-License-Identifier: MIT
"""Files that must be refused, made on the spot, each with the exit code of its refusal. All hold the same word."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.workflow import way

WORD = "Quillfeather"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _docx(**parts: bytes) -> bytes:
    """A Word file with some parts in another form."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(way.docx_bytes())) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name.replace("__", "/") + ".xml", data)
    return buffer.getvalue()


def _office(main: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.{main}+xml"/>'
            "</Types>",
        )
        archive.writestr("x.xml", f"<x>{WORD}</x>")
    return buffer.getvalue()


def _odt() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<x>{WORD}</x>")
    return buffer.getvalue()


def _doctype() -> bytes:
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "{WORD}"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    return _replaced("word/document.xml", bomb.encode())


def _replaced(part: str, data: bytes) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(way.docx_bytes())) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, data if name == part else old.read(name))
    return buffer.getvalue()


def _many_entries() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}.xml", b"")
    return buffer.getvalue()


def _pdf(change: Callable[[pikepdf.Pdf], None], **options: object) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(way.pdf_bytes(lines=(WORD,)))) as pdf:
        change(pdf)
        pdf.save(buffer, **options)
    return buffer.getvalue()


def _cycle(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def _no_pages(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0]


def _many_pages(pdf: pikepdf.Pdf) -> None:
    pages = [
        pdf.make_indirect(
            Dictionary(
                Type=Name.Page, Parent=pdf.Root.Pages, MediaBox=Array([0, 0, 9, 9]), Resources=Dictionary()
            )
        )
        for _ in range(10_001)
    ]
    pdf.Root.Pages.Kids = Array(pages)
    pdf.Root.Pages.Count = len(pages)


def _nothing(pdf: pikepdf.Pdf) -> None:
    """Only how it is saved matters."""


FILES: dict[str, tuple[int, Callable[[], bytes]]] = {
    "empty.txt": (11, lambda: b""),
    "empty.docx": (11, lambda: b""),
    "blank.txt": (11, lambda: b" \n\t\n"),
    "no pages.pdf": (11, lambda: _pdf(_no_pages)),
    "truncated.docx": (12, lambda: way.docx_bytes()[:9000]),
    "truncated.pdf": (12, lambda: way.pdf_bytes(lines=(WORD,))[:150]),
    "renamed.pdf": (12, f"{WORD} is no PDF.\n".encode),
    "renamed.docx": (12, f"{WORD} is no DOCX.\n".encode),
    "binary.txt": (12, lambda: f"{WORD}\0\xff".encode("latin-1") + struct.pack("<8d", *range(8))),
    "locked.pdf": (13, lambda: _pdf(_nothing, encryption=pikepdf.Encryption(user=WORD, owner="o"))),
    "locked.docx": (13, lambda: _OLE + "EncryptedPackage".encode("utf-16-le") + WORD.encode()),
    "old.doc": (14, lambda: _OLE + "WordDocument".encode("utf-16-le") + WORD.encode()),
    "book.xlsx": (14, lambda: _office("spreadsheetml.sheet.main")),
    "slides.pptx": (14, lambda: _office("presentationml.presentation.main")),
    "letter.odt": (14, _odt),
    "table.csv": (14, f"name;place\n{WORD};here\n".encode),
    "picture.png": (14, lambda: b"\x89PNG\r\n\x1a\n" + WORD.encode()),
    "bomb.docx": (15, lambda: _docx(word__bomb=bytes(30_000_000))),
    "entries.docx": (15, _many_entries),
    "long.pdf": (15, lambda: _pdf(_many_pages)),
    "doctype.docx": (16, _doctype),
    "cycle.pdf": (12, lambda: _pdf(_cycle)),
    "marked.txt": (18, f"SECRET\n\n{WORD} arrives on Tuesday.\n".encode),
}
