# SPDX-License-Identifier: MIT
"""The bytes of a PDF file from first to last: earlier revisions, objects outside the index, bytes outside objects."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from reviewer.verification.extractors.pdf_written import check_index, check_object_bytes, check_syntax, search
from reviewer.verification.findings import Reading

_HEADER = re.compile(rb"%PDF-[12]\.\d[ \t]*(?:\r\n|\r|\n)(?:%[\x80-\xff]{4,8}[ \t]*(?:\r\n|\r|\n))?")
_OBJECT = re.compile(rb"(\d{1,10})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj\b")
_OBJECT_END = re.compile(rb"\bstream\r?\n|\bendobj\b")
_LENGTH = re.compile(rb"/Length[ \t\r\n]+(\d+)(?![ \t\r\n]+\d+[ \t\r\n]+R)")
_INDEX = re.compile(rb"xref[ \t\r\n]+(?:\d+ \d+[ \t]*[\r\n]+(?:\d{10} \d{5} [nf][ \r\n]{1,2})*)+")
_TRAILER = re.compile(rb"trailer\b")
_START = re.compile(rb"startxref[ \t\r\n]+\d+[ \t\r\n]+%%EOF[ \t]*(?:\r\n|\r|\n)?")
_BLANK = re.compile(rb"[ \t\r\n\x00\x0c]+")
_NEXT = re.compile(rb"\d{1,10}[ \t\r\n]+\d{1,5}[ \t\r\n]+obj\b|\bxref\b|\btrailer\b|\bstartxref\b")


@dataclass(frozen=True, slots=True)
class Carved:
    """What a walk over the bytes found: (number, bytes, length of its stream) of each object, trailers, tables of the
    index, slack, and how many ends of file.
    """

    objects: tuple[tuple[int, bytes, int | None], ...]
    trailers: tuple[bytes, ...]
    indexes: tuple[bytes, ...]
    slack: tuple[bytes, ...]
    ends: int


def carve(data: bytes) -> Carved:
    """Walk the file without its index."""
    objects: list[tuple[int, bytes, int | None]] = []
    trailers: list[bytes] = []
    indexes: list[bytes] = []
    slack: list[bytes] = []
    ends = 0
    header = _HEADER.match(data)
    at = header.end() if header else 0
    while at < len(data):
        if match := _BLANK.match(data, at):
            at = match.end()
        elif match := _INDEX.match(data, at):
            indexes.append(match[0])
            at = match.end()
        elif match := _START.match(data, at):
            ends, at = ends + 1, match.end()
        elif match := _OBJECT.match(data, at):
            end, length = _object_end(data, match.end())
            objects.append((int(match[1]), data[match.end() : end], length))
            at = end
        elif match := _TRAILER.match(data, at):
            end = data.find(b"startxref", at)
            end = len(data) if end < 0 else end
            trailers.append(data[match.end() : end])
            at = end
        else:
            found = _NEXT.search(data, at + 1)
            end = found.start() if found else len(data)
            slack.append(data[at:end])
            at = end
    return Carved(tuple(objects), tuple(trailers), tuple(indexes), tuple(slack), ends)


def _object_end(data: bytes, start: int) -> tuple[int, int | None]:
    """Past `endobj`, and how long the object's stream is; it is stepped over by its length when that is right, else
    by its end mark.
    """
    match = _OBJECT_END.search(data, start)
    if match is None:
        return len(data), None
    if match[0].startswith(b"endobj"):
        return match.end(), None
    length = _LENGTH.search(data, start, match.start())
    stop = match.end() + int(length[1]) if length else match.end()
    if not data[stop : stop + 12].lstrip().startswith(b"endstream"):
        stop = data.find(b"endstream", match.end())
    end = data.find(b"endobj", stop) if stop >= 0 else -1
    return (end + len(b"endobj"), stop - match.end()) if end >= 0 else (len(data), None)


def check_bytes(data: bytes, known: frozenset[int], reading: Reading) -> None:
    """Faults and text of everything that the file's index does not lead to. `known` are the indexed objects."""
    carved = carve(data)
    if not data.startswith(b"%PDF-"):
        reading.structure("pdf:prefix")
    if carved.ends != 1 or len(carved.trailers) > 1 or any(b"/Prev" in each for each in carved.trailers):
        reading.structure("pdf:earlier-revision")
    for piece in carved.slack:
        reading.structure("pdf:slack")
        search(piece, "pdf:slack", reading)
    for piece in carved.trailers:
        check_syntax(piece.strip(), "trailer", reading)
    check_index(carved.indexes, reading)
    times = Counter(number for number, _, _ in carved.objects)
    for number, body, length in carved.objects:
        check_object_bytes(body, number, length, reading)
        if times[number] > 1 or number not in known:
            reading.structure(f"object:{number}:ghost")
            search(body, f"object:{number}:ghost", reading)
