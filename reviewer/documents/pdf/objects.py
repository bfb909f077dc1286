# SPDX-License-Identifier: MIT
"""Measures, before anything parses a PDF file, how many objects it would fill the memory with."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

from reviewer.documents import limits
from reviewer.documents.pdf import streams

MAX_INFLATED = 128 * 2**20
MAX_TOKENS = 12_000_000
"""Each token of an object takes some 100 bytes once it is parsed."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PARSED = re.compile(rb"/(?:ObjStm|XRef)\b")
_PLAIN_FLATE = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\s*(?:\]|[^\s/]|/(?!\w+Decode))")
_CHUNK = 2**16


def check_objects(data: bytes, path: Path) -> None:
    """Raise LimitExceeded for a file whose objects, or a stream of objects, are a bomb.

    Streams of objects in an encrypted file are not looked into.
    """
    count = at = 0
    for match in _STREAM.finditer(data):
        if match.start() < at:
            continue
        between = data[at : match.start()]
        count += streams.tokens(between)
        head = between[max(between.rfind(b"obj"), 0) :]
        end = data.find(b"endstream", match.end())
        at = end if end >= 0 else len(data)
        if _PARSED.search(head) or (b"#" in head and b"/Image" not in head):
            count += _inflated(data, match.end(), head, path)
        limits.check(path, "objects", count, MAX_TOKENS)
    limits.check(path, "objects", count + streams.tokens(data[at:]), MAX_TOKENS)


def _inflated(data: bytes, start: int, head: bytes, path: Path) -> int:
    """The tokens of a stream that is parsed at once, inflated chunk by chunk. Other filters than one Flate hide it."""
    if b"/Filter" not in head:
        return 0
    if _PARSED.search(head) and not _PLAIN_FLATE.search(head):
        limits.check(path, "object_stream", MAX_INFLATED + 1, MAX_INFLATED)
    inflater, count, size = zlib.decompressobj(), 0, 0
    is_objects = b"/XRef" not in head
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
            return count
    return count
