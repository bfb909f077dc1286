# SPDX-License-Identifier: MIT
"""Keeps the coded pixels of a JPEG and leaves everything that is said beside them."""

from __future__ import annotations

from reviewer.redaction.pdf.resources import Unsupported


def strip_jpeg(data: bytes) -> bytes:
    """A JPEG without comments and without application segments other than JFIF's first one and Adobe's colour mark."""
    if data[:2] != b"\xff\xd8":
        raise Unsupported
    kept, at = [b"\xff\xd8"], 2
    while at + 2 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xD9:
            return b"".join([*kept, b"\xff\xd9"])
        if kind == 0xFF:
            at += 1
            continue
        size = int.from_bytes(data[at + 2 : at + 4], "big") + 2
        segment = data[at : at + size]
        if kind == 0xEE and segment[4:9] == b"Adobe":
            kept.append(b"\xff\xee\x00\x0e" + segment[4:16])
        elif not (0xE0 <= kind <= 0xEF or kind == 0xFE):
            kept.append(segment)
        at += size
        if kind == 0xDA:
            end = _end_of_scan(data, at)
            kept.append(data[at:end])
            at = end
    raise Unsupported


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the coded pixels of a scan end: at the next marker that is neither a stuffed byte nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise Unsupported
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7 and data[at + 1] != 0xFF:
            return at
        at += 1 if data[at + 1] == 0xFF else 2
