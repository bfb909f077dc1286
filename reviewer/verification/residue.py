# SPDX-License-Identifier: MIT
"""What is left in bytes that are no text: printable runs in the usual encodings, tags of images, packed remains."""

from __future__ import annotations

import contextlib
import re
import struct
import zlib
from collections.abc import Iterator

from reviewer.verification.surface import Depth, Surface

MAX_INFLATED = 500 * 10**6
"""More than this from one copy is a bomb."""

ZLIB, RAW, _GZIP_BITS = 15, -15, 31
"""How deflated data is wrapped, in zlib's numbers."""

_GZIP = b"\x1f\x8b"
_RUN = re.compile(rb"[\x20-\x7e\x80-\xff\t\n\r]{6,}")
_WIDE_LITTLE = re.compile(rb"(?:[\x20-\xff]\x00|[\x00-\xff][\x01-\x04]){6,}")
_WIDE_BIG = re.compile(rb"(?:\x00[\x20-\xff]|[\x01-\x04][\x00-\xff]){6,}")
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


class TooLarge(Exception):
    """A stream inflates beyond all limits."""


def inflate(data: bytes, *, wrapping: int = ZLIB, limit: int = MAX_INFLATED) -> bytes:
    """Undo deflate, as far as it goes. Raises TooLarge; damaged data gives what came before the damage."""
    return unpack(data, wrapping=wrapping, limit=limit)[0]


def unpack(data: bytes, *, wrapping: int = ZLIB, limit: int = MAX_INFLATED) -> tuple[bytes, bytes]:
    """As `inflate`, with the bytes that stand behind the end of the deflated ones."""
    engine = zlib.decompressobj(wrapping)
    out = bytearray()
    try:
        out += engine.decompress(data, limit + 1)
    except zlib.error:
        # Byte by byte at the end only: what a damaged stream held before the damage must be searched too.
        out += _inflate_damaged(data, wrapping=wrapping, limit=limit)
    if len(out) > limit:
        raise TooLarge
    return bytes(out), engine.unused_data


def _inflate_damaged(data: bytes, *, wrapping: int, limit: int) -> bytes:
    engine = zlib.decompressobj(wrapping)
    parts: list[bytes] = []
    with contextlib.suppress(zlib.error):
        parts.extend(engine.decompress(data[at : at + 64], limit + 1) for at in range(0, len(data), 64))
    return b"".join(parts)


def printable(reader: str, place: str, data: bytes, depth: Depth = Depth.BINARY) -> Iterator[Surface]:
    """The runs of text in bytes, one view for each encoding."""
    views = (
        ("ascii", _RUN, "latin-1"),
        ("utf-8", _RUN, "utf-8"),
        ("utf-16-le", _WIDE_LITTLE, "utf-16-le"),
        ("utf-16-be", _WIDE_BIG, "utf-16-be"),
    )
    for name, pattern, encoding in views:
        runs = (run.decode(encoding, "ignore") for run in pattern.findall(data))
        text = "\x00".join(runs) if depth is Depth.BINARY else "\n".join(runs)
        if text:
            yield Surface(f"{reader}.{name}", place, text.replace("\x00", "\n"), depth=depth)


def image_surfaces(reader: str, place: str, data: bytes) -> Iterator[Surface]:
    """The words inside an image file: text chunks, comments, EXIF, XMP, names of profiles, bytes after the end."""
    if data.startswith(_PNG):
        chunks, rest = _png_chunks(data)
    elif data.startswith(_JPEG):
        chunks, rest = _jpeg_segments(data)
    elif data.startswith(_GZIP):
        chunks, rest = [inflate(data, wrapping=_GZIP_BITS)], b""
    else:
        chunks, rest = [], b""
    for chunk in chunks:
        yield from printable(reader, f"{place}:metadata", chunk, Depth.NAMES)
    if rest:
        yield from printable(reader, f"{place}:after-end", rest, Depth.NAMES)
    yield from printable(reader, place, data)


def image_faults(data: bytes) -> Iterator[str]:
    """What a clean image does not have: metadata, bytes after its end, another format than PNG or JPEG."""
    if data.startswith(_PNG):
        chunks, rest = _png_chunks(data)
    elif data.startswith(_JPEG):
        chunks, rest = _jpeg_segments(data)
    else:
        yield "format"
        return
    if chunks:
        yield "metadata"
    if rest:
        yield "after-end"


_PNG_PLAIN = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs", b"bKGD"}
)


def _png_chunks(data: bytes) -> tuple[list[bytes], bytes]:
    """The chunks that can carry words, inflated where they are packed, and what stands after IEND."""
    found: list[bytes] = []
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind = data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind == b"IEND":
            break
        if kind not in _PNG_PLAIN:
            found.extend((body, *_packed(body)))
    return found, data[at:]


def _packed(body: bytes) -> Iterator[bytes]:
    """zTXt, iTXt and iCCP pack their text after a keyword."""
    start = body.find(b"\x78")
    while 0 <= start < 120:
        text = inflate(body[start:])
        if text:
            yield text
        start = body.find(b"\x78", start + 1)


def _jpeg_segments(data: bytes) -> tuple[list[bytes], bytes]:
    """APP and COM segments but the plain JFIF and Adobe headers, and what stands after the end of the image."""
    found: list[bytes] = []
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            break
        (length,) = struct.unpack_from(">H", data, at + 2)
        body = data[at + 4 : at + 2 + length]
        if (0xE0 <= marker <= 0xEF or marker == 0xFE) and not _plain_segment(marker, body):
            found.append(body)
        at += 2 + length
    end = data.rfind(b"\xff\xd9")
    return found, data[end + 2 :] if end >= 0 else b""


def _plain_segment(marker: int, body: bytes) -> bool:
    return (marker == 0xE0 and body[:5] == b"JFIF\x00" and len(body) == 14) or (
        marker == 0xEE and body[:5] == b"Adobe" and len(body) == 12
    )
