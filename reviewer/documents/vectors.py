# SPDX-License-Identifier: MIT
"""The words in drawings that are never copied (SVG, EMF, WMF): so that names in them are found everywhere else.

It reads the plain cases only: text drawn as curves or as glyph numbers says nothing here.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from lxml import etree

_GZIP = b"\x1f\x8b"
_MOST = 50_000_000
"""Bytes that a packed drawing may inflate to."""
_LONGEST = 200_000
"""Characters of one drawing that are read: texts in texts and lying lengths make endless ones of a small file."""
_EMF_SIGNATURE, _EMF_SIGNATURE_AT = b" EMF", 40
_WMF_STARTS = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00")
_SVG_WORDS = frozenset({"text", "title", "desc"})
_EMF_TEXT_A, _EMF_TEXT_W = 83, 84
_EMF_TEXT_AT = 36
_WMF_TEXT, _WMF_EXTENDED_TEXT = 0x0521, 0x0A32
_GLYPHS, _CLIPPED, _OPAQUE = 0x10, 0x4, 0x2


def text_of(data: bytes) -> str:
    """The words, one line for each piece of text; nothing for what is no such drawing or is damaged."""
    try:
        if data.startswith(_GZIP):
            data = zlib.decompressobj(31).decompress(data, _MOST)
        if data[_EMF_SIGNATURE_AT : _EMF_SIGNATURE_AT + 4] == _EMF_SIGNATURE:
            pieces = list(_within(_emf(data)))
        elif data.startswith(_WMF_STARTS):
            pieces = list(_within(_wmf(data)))
        else:
            pieces = list(_within(_svg(data)))
    except (struct.error, zlib.error, etree.XMLSyntaxError, ValueError):
        return ""
    return "\n".join(text for piece in pieces if (text := " ".join(piece.replace("\0", "").split())))


def _within(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces as long as all of them are no longer than what is read of one drawing."""
    left = _LONGEST
    for piece in pieces:
        yield piece[:left]
        left -= len(piece)
        if left <= 0:
            return


def _svg(data: bytes) -> Iterator[str]:
    if b"<svg" not in data or b"<!ENTITY" in data:
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    for element in etree.fromstring(data, parser).iter(etree.Element):
        if etree.QName(element).localname in _SVG_WORDS:
            yield "".join(str(text) for text in element.itertext())


def _emf(data: bytes) -> Iterator[str]:
    """Records of type, size and body (MS-EMF 2.3); the text's place in a record is told by the record."""
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8:
            return
        if kind in {_EMF_TEXT_A, _EMF_TEXT_W}:
            count, offset, options = struct.unpack_from("<III", data, at + _EMF_TEXT_AT + 8)
            width = 2 if kind == _EMF_TEXT_W else 1
            if not options & _GLYPHS:
                body = data[at + offset : min(at + offset + count * width, at + size)]
                yield body.decode("utf-16-le" if width == 2 else "cp1252", "ignore")
        at += size


def _wmf(data: bytes) -> Iterator[str]:
    """Records of size in words, function and body (MS-WMF 2.3)."""
    at = (22 if data.startswith(_WMF_STARTS[0]) else 0) + 18
    while at + 6 <= len(data):
        size, function = struct.unpack_from("<IH", data, at)
        if size < 3:
            return
        if function == _WMF_TEXT:
            (count,) = struct.unpack_from("<H", data, at + 6)
            yield data[at + 8 : min(at + 8 + count, at + size * 2)].decode("cp1252", "ignore")
        elif function == _WMF_EXTENDED_TEXT:
            count, options = struct.unpack_from("<HH", data, at + 10)
            start = at + (22 if options & (_CLIPPED | _OPAQUE) else 14)
            if not options & _GLYPHS:
                yield data[start : min(start + count, at + size * 2)].decode("cp1252", "ignore")
        at += size * 2
