# SPDX-License-Identifier: MIT
"""Looks for secrets in PDF bytes with other readers than ours: pdfminer, PDFium, and everything inflated."""

from __future__ import annotations

import contextlib
import io
import unicodedata
import zlib
from collections.abc import Iterator

import pikepdf
import pypdfium2
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams


def folded(text: str) -> str:
    """Letters and digits only, without case and accents."""
    return "".join(each for each in unicodedata.normalize("NFKD", text).casefold() if each.isalnum())


def pdfium_text(data: bytes) -> str:
    """What PDFium extracts."""
    document = pypdfium2.PdfDocument(data)
    try:
        pieces = []
        for page in document:
            text = page.get_textpage()
            pieces.append(text.get_text_bounded())
            text.close()
            page.close()
        return "\n".join(pieces)
    finally:
        document.close()


def miner_text(data: bytes) -> str:
    """What pdfminer.six extracts, by layout and, for turned pages, letter by letter."""
    ways = (LAParams(boxes_flow=None, all_texts=True), LAParams(detect_vertical=True, all_texts=True))
    return "\n".join(extract_text(io.BytesIO(data), laparams=way) for way in ways)


def carved(data: bytes) -> Iterator[bytes]:
    """The raw bytes, every decoded stream, every string, and whatever else inflates."""
    yield data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for obj in pdf.objects:
            if isinstance(obj, pikepdf.Stream):
                yield (
                    obj.read_bytes() if "/DCTDecode" not in str(obj.get("/Filter")) else obj.read_raw_bytes()
                )
            yield from _strings(obj, 0)
        yield from _strings(pdf.trailer, 0)
    at = data.find(b"stream")
    while at >= 0:
        start = at + 6 + (2 if data[at + 6 : at + 8] == b"\r\n" else 1)
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj().decompress(data[start:])
        at = data.find(b"stream", at + 6)


def _strings(obj: object, depth: int) -> Iterator[bytes]:
    if depth > 40:
        return
    if isinstance(obj, pikepdf.String):
        yield bytes(obj)
        yield str(obj).encode("utf-8", "replace")
    elif isinstance(obj, pikepdf.Name):
        yield str(obj).encode("utf-8", "replace")
    elif isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in obj.items():
            yield key.encode("utf-8", "replace")
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)
    elif isinstance(obj, pikepdf.Array):
        for value in obj:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)


def places_of(secret: str, data: bytes) -> list[str]:
    """Where a secret can be found in a file: [] when nowhere."""
    needle = folded(secret)
    found = [
        name
        for name, text in (("pdfium", pdfium_text(data)), ("pdfminer", miner_text(data)))
        if needle in folded(text)
    ]
    for number, piece in enumerate(carved(data)):
        variants = (
            piece.decode("latin-1"),
            piece.decode("utf-8", "ignore"),
            piece.replace(b"\0", b"").decode("latin-1"),
        )
        raw = [folded(variant) for variant in variants] if len(piece) < 400_000 or number else []
        if number == 0:
            raw = [secret.casefold() if secret.encode() in piece else ""]
        if any(needle and needle in variant for variant in raw):
            found.append(f"bytes:{number}")
    return found
