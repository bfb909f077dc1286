# SPDX-License-Identifier: MIT
"""Walks a ZIP byte by byte: its entries, and everything that stands before, between and after them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.verification.findings import Reading
from reviewer.verification.residue import MAX_INFLATED, RAW, TooLarge, inflate, printable
from reviewer.verification.surface import Depth

MAX_ENTRIES = 20_000
_LOCAL = struct.Struct("<4s5H3I2H")
_LOCAL_SIGNATURE = b"PK\x03\x04"
_END_SIGNATURE = b"PK\x05\x06"
_END_SIZE = 22
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Entry:
    """One inflated entry; `number` counts from 1 in the order of the directory."""

    number: int
    name: str
    data: bytes


def entries(data: bytes, place: str, reading: Reading) -> Iterator[Entry]:
    """Every entry of the directory; slack and oddities of the container go to the reading.

    Raises zipfile.BadZipFile when it is no ZIP, TooLarge when it is a bomb.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    infos = archive.infolist()
    if len(infos) > MAX_ENTRIES:
        raise TooLarge
    _directory_faults(archive, infos, place, reading)
    covered: list[tuple[int, int]] = []
    left = MAX_INFLATED
    for number, info in enumerate(infos, 1):
        where = f"{place}entry:{number}"
        span = _local_span(data, info, where, reading)
        covered.append((span[0], span[2]))
        body = data[span[1] : span[2]]
        content = _content(info, body, left, where, reading)
        left -= len(content)
        yield Entry(number, info.filename, content)
    _slack(data, covered, archive.start_dir, place, reading)


def _directory_faults(
    archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], place: str, reading: Reading
) -> None:
    if len({info.filename.casefold() for info in infos}) < len(infos):
        reading.structure(f"{place}zip:duplicate-names")
    words = [archive.comment, *(info.comment for info in infos), *(info.extra for info in infos)]
    for name, values in (("comment", words[: len(infos) + 1]), ("extra-field", words[len(infos) + 1 :])):
        if any(values):
            reading.structure(f"{place}zip:{name}")
        for value in values:
            reading.add(*printable("zip", f"{place}zip:{name}", value, Depth.NAMES))


def _local_span(data: bytes, info: zipfile.ZipInfo, where: str, reading: Reading) -> tuple[int, int, int]:
    """Where the entry's header begins, where its body begins and ends. The local header may differ from the
    directory's: that is a hiding place.
    """
    start = info.header_offset
    if data[start : start + 4] != _LOCAL_SIGNATURE or start + _LOCAL.size > len(data):
        raise zipfile.BadZipFile
    fields = _LOCAL.unpack_from(data, start)
    name_length, extra_length = fields[9], fields[10]
    name_end = start + _LOCAL.size + name_length
    untrusted_name = data[start + _LOCAL.size : name_end]
    untrusted_extra = data[name_end : name_end + extra_length]
    if untrusted_name.decode("utf-8", "replace") != info.orig_filename:
        reading.structure(f"{where}:local-name")
        reading.add(*printable("zip", f"{where}:local-name", untrusted_name, Depth.NAMES))
    if untrusted_extra:
        reading.structure(f"{where}:extra-field")
        reading.add(*printable("zip", f"{where}:extra-field", untrusted_extra, Depth.NAMES))
    body = name_end + extra_length
    return start, body, body + info.compress_size


def _content(info: zipfile.ZipInfo, body: bytes, left: int, where: str, reading: Reading) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        reading.unreadable(f"{where}:encrypted")
        return b""
    if info.compress_type == zipfile.ZIP_STORED:
        return body
    if info.compress_type != zipfile.ZIP_DEFLATED:
        reading.unreadable(f"{where}:method")
        return b""
    content = inflate(body, wrapping=RAW, limit=left)
    if len(content) != info.file_size:
        reading.unreadable(f"{where}:damaged")
    return content


def _slack(data: bytes, covered: list[tuple[int, int]], directory: int, place: str, reading: Reading) -> None:
    """Bytes that belong to no entry: before, between, after."""
    at = 0
    end = data.rfind(_END_SIGNATURE)
    gaps: list[bytes] = []
    for start, stop in [*sorted(covered), (directory, end + _END_SIZE)]:
        if start > at:
            gaps.append(data[at:start])
        elif start < at:
            reading.structure(f"{place}zip:overlap")
        at = max(at, stop)
    gaps.append(data[at:])
    for gap in gaps:
        _search_gap(gap, place, reading)


def _search_gap(gap: bytes, place: str, reading: Reading) -> None:
    """A gap may be a data descriptor (no words in it), plain text, or an entry struck from the directory."""
    if not gap or (len(gap) in {12, 16} and gap[:4] == b"PK\x07\x08"):
        return
    reading.structure(f"{place}zip:slack")
    reading.add(*printable("zip", f"{place}zip:slack", gap, Depth.NAMES))
    at = gap.find(_LOCAL_SIGNATURE)
    while at >= 0:
        if at + _LOCAL.size <= len(gap):
            fields = _LOCAL.unpack_from(gap, at)
            body = gap[at + _LOCAL.size + fields[9] + fields[10] :]
            reading.add(*printable("zip", f"{place}zip:ghost", inflate(body, wrapping=RAW), Depth.NAMES))
        at = gap.find(_LOCAL_SIGNATURE, at + 4)
