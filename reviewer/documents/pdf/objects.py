# SPDX-License-Identifier: MIT
"""Measures, before anything parses a PDF file, how many objects it would fill the memory with."""

from __future__ import annotations

import contextlib
import re
import zlib
from pathlib import Path

from reviewer.documents import limits
from reviewer.documents.pdf import streams
from reviewer.documents.pdf.ciphers import Decipher, decipher, is_encrypted
from reviewer.errors import EncryptedFile

MAX_INFLATED = 128 * 2**20
MAX_TOKENS = 12_000_000
"""Each token of an object takes some 100 bytes once it is parsed."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PARSED = re.compile(rb"/(?:ObjStm|XRef)\b")
_PLAIN_FLATE = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\s*(?:\]|[^\s/]|/(?!\w+Decode))")
_OBJECT = re.compile(rb"(\d+)\s+(\d+)\s+obj\b")
_NUMBERS = 32
"""What stands before the word "obj": the number and the generation of the object."""
_FLATE_RATIO = 1032
_CHUNK = 2**16


def check_objects(data: bytes, path: Path) -> None:
    """Raise LimitExceeded for a file whose objects, or a stream of objects, are a bomb.

    Those of an encrypted file are deciphered first. Raises EncryptedFile where that needs a password, or more than
    is known here.
    """
    cipher = _Cipher(data, path)
    count = at = 0
    for match in _STREAM.finditer(data):
        if match.start() < at:
            continue
        between = data[at : match.start()]
        count += streams.tokens(between)
        head = between[max(between.rfind(b"obj") - _NUMBERS, 0) :]
        end = data.find(b"endstream", match.end())
        at = end if end >= 0 else len(data)
        if _PARSED.search(head) or (b"#" in head and b"/Image" not in head):
            count += _inflated(data, match.end(), at, head, path, cipher)
        limits.check(path, "objects", count, MAX_TOKENS)
    limits.check(path, "objects", count + streams.tokens(data[at:]), MAX_TOKENS)


class _Cipher:
    """The cipher of a file, if it has one; it is asked for only where a stream of objects needs it."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._data, self._path = data, path
        self.is_there = is_encrypted(data)
        self._undo: Decipher | None = None

    def undone(self, raw: bytes, head: bytes) -> bytes:
        """The bytes of a stream. What nothing here deciphers is let through only where it could not swell."""
        self._undo = self._undo or decipher(self._data)
        *_, name = (None, *_OBJECT.finditer(head))
        if self._undo is not None and name is not None:
            with contextlib.suppress(ValueError):  # too short for its cipher
                return self._undo(int(name[1]), int(name[2]), raw)
        if _may_swell(raw):
            raise EncryptedFile(path=self._path)
        return raw


def _may_swell(raw: bytes) -> bool:
    return len(raw) * _FLATE_RATIO > MAX_TOKENS


def _inflated(data: bytes, start: int, end: int, head: bytes, path: Path, cipher: _Cipher) -> int:
    """The tokens of a stream that is parsed at once, inflated chunk by chunk. Other filters than one Flate hide it."""
    if b"/Filter" not in head:
        return 0
    if _PARSED.search(head) and not _PLAIN_FLATE.search(head):
        limits.check(path, "object_stream", MAX_INFLATED + 1, MAX_INFLATED)
    is_objects = b"/XRef" not in head
    if not (cipher.is_there and is_objects):
        return _counted(data, start, path, is_objects=is_objects)[0]
    raw = data[start:end]
    count, whole = _counted(cipher.undone(raw, head), 0, path, is_objects=True)
    if not whole and _may_swell(raw):
        limits.check(path, "object_stream", MAX_INFLATED + 1, MAX_INFLATED)
    return count


def _counted(data: bytes, start: int, path: Path, *, is_objects: bool) -> tuple[int, bool]:
    """The tokens, and whether nothing hindered from counting all."""
    inflater, count, size = zlib.decompressobj(), 0, 0
    while not inflater.eof and start < len(data):
        chunk = data[start : start + _CHUNK]
        start += len(chunk)
        try:
            while chunk:
                part = inflater.decompress(chunk, 2**22)
                chunk = inflater.unconsumed_tail
                size += len(part)
                count += streams.tokens(part) if is_objects else 0
                limits.check(path, "object_stream", size, MAX_INFLATED)
                limits.check(path, "objects", count, MAX_TOKENS)
        except zlib.error:
            return count, False
    return count, True
