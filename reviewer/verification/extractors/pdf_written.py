# SPDX-License-Identifier: MIT
"""How the bytes of a PDF copy are written: room for words that no reader shows, which our writer never leaves.

What it does not see: words told by the order of keys, by the size of numbers, by the choice between two ways to pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from reviewer.verification.extractors.pdf_syntax import outside_strings
from reviewer.verification.findings import Reading
from reviewer.verification.residue import inflate, printable
from reviewer.verification.surface import Depth

_INLINE = re.compile(rb"\bBI\s[^%]{0,400}?\sID\s.*?\sEI\b", re.DOTALL)
"""An image within content (letters of Type 3 fonts are drawn so): its dots may be any bytes."""
_BLANKS = re.compile(rb"[ \t\r\n\x0c\x00]{3,}|\t")
"""More than a line's end: so many blanks may be counted, and a tab may be told from a blank."""
_MIXED = re.compile(rb"(?=[ \t\x00\x0c]{0,99}\t)(?=[ \t\x00\x0c]{0,99} )[ \t\x00\x0c]{8,}")
_PACKED = re.compile(rb"\bstream\r?\n|(?=\x78[\x01\x5e\x9c\xda])")
_TRIES = 64
_STREAM = re.compile(rb"\bstream\r?\n")
_END = re.compile(rb"[\r\n]{0,2}endstream[\r\n ]{1,2}endobj")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])")
_FIRST_FREE = (b"0000000000", b"65535", b"f")
_EMPTY_BLOCK = b"\x00\x00\xff\xff"
"""The mark of a stored block without a byte in packed data; by chance it stands there once in gigabytes."""
_FILTERS = frozenset({"FlateDecode", "DCTDecode"})


def check_syntax(data: bytes, place: str, reading: Reading) -> None:
    """Comments and runs of blanks between the words of objects or of a trailer."""
    bare = outside_strings(data)
    if b"%" in bare:
        reading.structure(f"{place}:comment")
        search(data, place, reading)
    if _BLANKS.search(bare):
        reading.structure(f"{place}:blanks")


def check_object_bytes(body: bytes, number: int, length: int | None, reading: Reading) -> None:
    """What stands beside the data of one object; `body` reaches to its `endobj`, `length` is that of its stream."""
    place = f"object:{number}"
    begin = _STREAM.search(body)
    if begin is None or length is None:
        check_syntax(body[: begin.start()] if begin else body.strip(), place, reading)
        return
    check_syntax(body[: begin.start()].strip(), place, reading)
    rest = body[begin.end() + length :]
    if not _END.fullmatch(rest):
        reading.structure(f"{place}:after-stream")
        search(rest, place, reading)


def check_index(tables: Iterable[bytes], reading: Reading) -> None:
    """Entries of the index that lead nowhere: their numbers may be anything."""
    for table in tables:
        entries = _ENTRY.findall(table)
        free = [each for each in entries if each[2] == b"f"]
        if free not in ([], [_FIRST_FREE]) or any(
            each[1] != b"00000" for each in entries if each not in free
        ):
            reading.structure("pdf:index")


def check_filters(filters: Iterable[str], number: int, reading: Reading) -> None:
    """Our writer packs once, or keeps a photograph: whatever else is coded, another hand coded."""
    if len(listed := tuple(filters)) > 1 or not _FILTERS.issuperset(listed):
        reading.structure(f"object:{number}:filter")


def check_packed(raw: bytes, rest: bytes, number: int, reading: Reading) -> None:
    """What stands behind the end of packed data, and blocks without a byte in it."""
    if rest.strip(b"\r\n"):
        reading.structure(f"object:{number}:after-data")
        search(rest, f"object:{number}:after-data", reading)
    if raw.count(_EMPTY_BLOCK) > 1:
        reading.structure(f"object:{number}:empty-blocks")


def check_content(data: bytes, number: int, reading: Reading) -> None:
    """Blanks and tabs in turn between the operators of a page."""
    if b"\t" in data and _MIXED.search(outside_strings(_INLINE.sub(b"", data))):
        reading.structure(f"page:{number}:blanks")


def search(piece: bytes, place: str, reading: Reading) -> None:
    """Bytes outside of everything: as text, and inflated wherever a packed stream seems to begin."""
    reading.add(*printable("carved", place, piece, Depth.NAMES))
    for match in islice(_PACKED.finditer(piece), _TRIES):
        reading.add(*printable("carved", place, inflate(piece[match.end() :]), Depth.NAMES))
