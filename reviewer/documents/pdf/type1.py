# SPDX-License-Identifier: MIT
"""Reads the outlines of a Type 1 program without running it."""

from __future__ import annotations

import re
from typing import Any

from fontTools.misc import eexec
from fontTools.misc.psCharStrings import T1CharString

NOTDEF = ".notdef"
_LENGTH = re.compile(rb"/lenIV\s+(-?\d)")
_SUBROUTINE = re.compile(rb"\s*dup\s+(\d{1,5})\s+(\d{1,5})\s+\S{1,8} ")
_OUTLINE = re.compile(rb"\s*/([^\s/]{0,100})\s+(\d{1,5})\s+\S{1,8} ")
_LARGEST = 2 * 2**20
"""Bytes; they are deciphered one by one."""
_BETWEEN = 24
"""Bytes between two outlines at most: the operator that ends the one before."""
_HEX = re.compile(rb"\s*[0-9A-Fa-f]{4}")


def read_type1(data: bytes) -> tuple[bytes, dict[str, Any]]:
    """The clear part of a program, and its outlines by name. Raises ValueError when parts are not where they belong."""
    if len(data) > _LARGEST:
        raise ValueError("size")
    clear, private = _parts(_without_markers(data))
    skipped = int(found[1]) if (found := _LENGTH.search(private)) else 4
    codes: list[bytes | None] = []
    for number, code in _pieces(private, b"/Subrs", _SUBROUTINE, skipped):
        codes += [None] * (int(number) + 1 - len(codes))
        codes[int(number)] = code
    subroutines: list[Any] = [T1CharString(each or b"\x0b") for each in codes]
    outlines: dict[str, Any] = {
        name.decode("latin-1"): T1CharString(code)
        for name, code in _pieces(private, b"/CharStrings", _OUTLINE, skipped)
        if name
    }
    if NOTDEF not in outlines or len(outlines) < 2:
        raise ValueError("outlines")
    for each in (*subroutines, *outlines.values()):
        each.subrs = subroutines
    return clear, outlines


def _without_markers(data: bytes) -> bytes:
    """The program without the marks of its segments that some files leave in."""
    pieces: list[bytes] = []
    at = 0
    while data[at : at + 1] == b"\x80" and data[at + 1 : at + 2] in {b"\x01", b"\x02"}:
        length = int.from_bytes(data[at + 2 : at + 6], "little")
        pieces.append(data[at + 6 : at + 6 + length])
        at += 6 + length
    return b"".join(pieces) if pieces else data


def _parts(data: bytes) -> tuple[bytes, bytes]:
    """The clear part and the private one, deciphered."""
    end = data.find(b"eexec")
    if end < 0:
        raise ValueError("eexec")
    at = end + 5
    while data[at : at + 1] in {b" ", b"\r", b"\n", b"\t"} and at < end + 9:
        at += 1
    rest = data[at:]
    if _HEX.match(rest):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", rest).decode("ascii")
        rest = bytes.fromhex(digits[: len(digits) // 2 * 2])
    deciphered, _state = eexec.decrypt(rest, 55665)
    return data[:end], bytes(deciphered[4:])


def _pieces(data: bytes, key: bytes, form: re.Pattern[bytes], skipped: int) -> list[tuple[bytes, bytes]]:
    """The deciphered charstrings behind a key, each with its number or name."""
    found: list[tuple[bytes, bytes]] = []
    at = data.find(key)
    match = form.search(data, at + len(key), at + len(key) + 200) if at >= 0 else None
    while match is not None:
        end = match.end() + int(match[2])
        code = data[match.end() : end]
        if skipped >= 0:  # below, the charstrings are not enciphered
            code = bytes(eexec.decrypt(code, 4330)[0][skipped:])
        found.append((match[1], code))
        match = form.search(data, end, end + _BETWEEN + 120)
        if match is not None and match.start() > end + _BETWEEN:
            break
    return found
