# SPDX-License-Identifier: MIT
"""Opens a file by its content, within limits; a format that is not read is refused by name."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from reviewer.documents import limits
from reviewer.documents.source import Source
from reviewer.documents.text import read_text
from reviewer.errors import DamagedFile, EmptyFile, EncryptedFile, UnreadableFile, UnsupportedFormat
from reviewer.model.document import Document
from reviewer.progress import Report, silent

_TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
_PACKAGES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_PDF_HEADER_WITHIN = 1024
"""Readers accept the header anywhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13)."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_RIGHTS_MANAGED = "DRMContent".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_MAIN_TYPES = {
    "docx": re.compile(rb"wordprocessingml\.(document|template)\.main|ms-word\."),
    "xlsx": re.compile(rb"spreadsheetml\.(sheet|template)\.main|ms-excel\."),
    "pptx": re.compile(rb"presentationml\.(presentation|template|slideshow)\.main|ms-powerpoint\."),
    "vsdx": re.compile(rb"ms-visio\."),
}
"""Content types of main parts; a Word document may hold a workbook, so Word is looked for first."""
_MAGIC = {
    b"{\\rtf": "rtf",
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"II*\0": "tiff",
    b"MM\0*": "tiff",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7z",
    b"%!PS": "postscript",
}


def open_path(path: Path, *, report: Report = silent, encoding: str | None = None) -> Source:
    """Read a file from disk. Raises the errors of `open_bytes`, and UnreadableFile when the system refuses."""
    return open_bytes(bytes_of(path), path=path, report=report, encoding=encoding)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, within the limit. Raises UnreadableFile, LimitExceeded."""
    try:
        if not path.is_file():
            raise UnreadableFile(path=path, detail="not a file" if path.exists() else "not found")
        limits.check(path, "bytes", path.stat().st_size, limits.MAX_BYTES)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableFile(path=path, detail=type(error).__name__) from error


def first_page_of(path: Path) -> Document | None:
    """The first page of a PDF file without the rest; None for another kind of file. Raises as `open_path` does."""
    data = bytes_of(path)
    if not _is_pdf(data):
        return None
    from reviewer.documents.pdf.first_page import read_first_page

    return read_first_page(data, path=path)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_PDF_HEADER_WITHIN] and not data.startswith((b"PK", _OLE))


def open_bytes(data: bytes, *, path: Path, report: Report = silent, encoding: str | None = None) -> Source:
    """Read bytes by content; `path` names the file in errors and tells Markdown from plain text.

    Raises EmptyFile, DamagedFile, EncryptedFile, UnsupportedFormat, LimitExceeded, HostileContent, UnsupportedContent.
    """
    if not data:
        raise EmptyFile(path=path)
    limits.check(path, "bytes", len(data), limits.MAX_BYTES)
    if data.startswith(_OLE):
        raise _ole_error(data, path)
    if _is_pdf(data):
        from reviewer.documents.pdf.reader import read_pdf

        return read_pdf(data, path=path, report=report)
    if data.startswith(b"PK") or _zip_follows(data, path):
        return _open_zip(data, path, report)
    for magic, name in _MAGIC.items():
        if data.startswith(magic):
            raise UnsupportedFormat(path=path, format=name)
    return _open_text(data, path, encoding)


def _zip_follows(data: bytes, path: Path) -> bool:
    """Whether a file that is named as a Word document has other bytes before its ZIP: the copy will not."""
    return path.suffix.lower() in _PACKAGES and zipfile.is_zipfile(io.BytesIO(data))


def _open_zip(data: bytes, path: Path, report: Report) -> Source:
    with limits.check_zip(data, path) as archive:
        kind = _zip_kind(archive)
    if kind != "docx":
        raise UnsupportedFormat(path=path, format=kind)
    from reviewer.documents.docx.reader import read_docx

    return read_docx(data, path=path, report=report)


def _zip_kind(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if "mimetype" in names:
        mime = archive.read("mimetype")[:100]
        return {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp"}.get(
            mime.rpartition(b".")[2], "zip"
        )
    folded = {name.replace("\\", "/").lower() for name in names}
    if "[content_types].xml" not in folded:
        return "zip"
    content_types = archive.read(next(name for name in names if name.lower() == "[content_types].xml"))
    return next((kind for kind, main in _MAIN_TYPES.items() if main.search(content_types)), "docx")


def _open_text(data: bytes, path: Path, encoding: str | None) -> Source:
    suffix = path.suffix.lower()
    if suffix in _PACKAGES | {".pdf", ".doc"}:
        raise DamagedFile(path=path, detail=f"not a {suffix[1:]} file")
    if suffix not in _TEXT_SUFFIXES:
        raise UnsupportedFormat(path=path, format=suffix[1:] or "unknown")
    return read_text(data, path=path, encoding=encoding)


def _ole_error(data: bytes, path: Path) -> Exception:
    """An OLE container is an encrypted or rights-managed package, or an old Office file."""
    if _ENCRYPTED_PACKAGE in data or _RIGHTS_MANAGED in data:
        return EncryptedFile(path=path)
    return UnsupportedFormat(path=path, format="doc" if _WORD_STREAM in data else "ole")
