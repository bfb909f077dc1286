# SPDX-License-Identifier: MIT
"""Inflates streams within a bound, so that a small file cannot fill the memory."""

from __future__ import annotations

import base64
import math
import re
import zlib
from typing import Any

import pikepdf

MAX_STREAM = 200 * 2**20
UNPARSED = (pikepdf.PdfError, pikepdf.DependencyError, ValueError, TypeError)
"""What pikepdf raises for content that it cannot decode or take apart."""
_RATIOS = {
    "/FlateDecode": 1032,
    "/Fl": 1032,
    "/LZWDecode": 2000,
    "/LZW": 2000,
    "/RunLengthDecode": 64,
    "/RL": 64,
    "/ASCII85Decode": 4,
    "/A85": 4,
}
"""How much larger a filter's output can be than its input; what stays small by them needs no trial."""
_FLATE = {"/FlateDecode", "/Fl"}
_PIECE = 2**16
_BLANK = re.compile(rb"[\s\0]+")
_SEPARATORS = b"\0\t\n\x0c\r ()<>[]{}/%"
_REST = bytes(each for each in range(256) if each not in _SEPARATORS)


class TooLarge(Exception):
    """A stream inflates beyond the bound."""


def read(stream: Any, maximum: int = MAX_STREAM) -> bytes:
    """The decoded bytes of a stream. Raises TooLarge, or pikepdf.PdfError for a filter that fails."""
    check_rows(stream, maximum)
    check(bytes(stream.read_raw_bytes()), filters_of(stream), maximum)
    try:
        data = bytes(stream.read_bytes(pikepdf.StreamDecodeLevel.specialized))
    except RuntimeError as error:  # a predictor that makes no sense
        raise pikepdf.PdfError("filter") from error
    if len(data) > maximum:
        raise TooLarge
    return data


def check_rows(stream: Any, maximum: int) -> None:
    """Raise TooLarge for a predictor with rows beyond a bound: one byte of data makes a whole row of it."""
    told = stream.get("/DecodeParms", stream.get("/DP"))
    for each in told if isinstance(told, pikepdf.Array) else [told]:
        if isinstance(each, pikepdf.Dictionary) and _whole(each, "/Predictor", 1) > 1:
            bits = _whole(each, "/Colors", 1) * _whole(each, "/BitsPerComponent", 8)
            if _whole(each, "/Columns", 1) * bits // 8 > maximum:
                raise TooLarge


def _whole(values: Any, key: str, default: int) -> int:
    value = values.get(key, default)
    return value if isinstance(value, int) else default


def check(raw: bytes, filters: tuple[str, ...], maximum: int) -> None:
    """Raise TooLarge when coded bytes swell beyond a bound, or may do so and cannot be tried."""
    if len(raw) * _ratio(filters) > maximum:
        _try(raw, filters, maximum)


def filters_of(stream: Any) -> tuple[str, ...]:
    """The names of a stream's filters, outermost first."""
    value = stream.get("/Filter")
    if value is None:
        return ()
    return tuple(str(each) for each in value) if isinstance(value, pikepdf.Array) else (str(value),)


def tokens(data: bytes) -> int:
    """About how many tokens a content has, never too few: each takes memory once it is taken apart."""
    return len(data.translate(None, _REST)) + 1


def _ratio(filters: tuple[str, ...]) -> int:
    return math.prod(_RATIOS.get(name, 1) for name in filters)


def _try(raw: bytes, filters: tuple[str, ...], maximum: int) -> None:
    """Undo the outer filters with a ceiling. What cannot be undone here is judged by what it may swell to."""
    data = raw
    for index, name in enumerate(filters):
        inner = _ratio(filters[index + 1 :])
        try:
            if name in _FLATE and inner == 1:
                _count(data, maximum)
                return
            data = _undone(data, name, maximum)
        except (ValueError, zlib.error) as error:
            # A broken Flate gives what came before its fault, which fitted; any other filter hides what follows.
            if name not in _FLATE or inner > 1:
                raise TooLarge from error
            return
        if len(data) > maximum:
            raise TooLarge
        if name in {"/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"}:
            if len(data) * _ratio(filters[index:]) > maximum:
                raise TooLarge
            return


def _count(data: bytes, maximum: int) -> None:
    """Undo a Flate piece by piece, and keep nothing of it."""
    inflater, size = zlib.decompressobj(), 0
    for at in range(0, len(data), _PIECE):
        piece = data[at : at + _PIECE]
        while piece and not inflater.eof:
            size += len(inflater.decompress(piece, 64 * _PIECE))
            piece = inflater.unconsumed_tail
            if size > maximum:
                raise TooLarge


def _undone(data: bytes, name: str, maximum: int) -> bytes:
    match name:
        case "/FlateDecode" | "/Fl":
            return zlib.decompressobj().decompress(data, maximum + 1)
        case "/ASCII85Decode" | "/A85":
            return base64.a85decode(_BLANK.sub(b"", data).partition(b"~")[0])
        case "/ASCIIHexDecode" | "/AHx":
            digits = _BLANK.sub(b"", data).partition(b">")[0]
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        case _:
            return data
