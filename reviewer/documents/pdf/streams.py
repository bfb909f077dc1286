# SPDX-License-Identifier: MIT
"""Inflates streams within a bound, so that a small file cannot fill the memory."""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf

MAX_STREAM = 200 * 2**20
_FLATE_RATIO = 1032
"""Deflate cannot do better; shorter streams need no trial."""


class TooLarge(Exception):
    """A stream inflates beyond the bound."""


def read(stream: Any, maximum: int = MAX_STREAM) -> bytes:
    """The decoded bytes of a stream. Raises TooLarge, or pikepdf.PdfError for a filter that fails."""
    filters = filters_of(stream)
    raw = bytes(stream.read_raw_bytes())
    flates = sum(name in {"/FlateDecode", "/Fl"} for name in filters)
    if flates and len(raw) * _FLATE_RATIO**flates > maximum:
        _try_flates(raw, filters, maximum)
    if (
        any(name in {"/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"} for name in filters)
        and len(raw) > maximum // 2000
    ):
        raise TooLarge
    data = bytes(stream.read_bytes(pikepdf.StreamDecodeLevel.specialized))
    if len(data) > maximum:
        raise TooLarge
    return data


def filters_of(stream: Any) -> tuple[str, ...]:
    """The names of a stream's filters, outermost first."""
    value = stream.get("/Filter")
    if value is None:
        return ()
    return tuple(str(each) for each in value) if isinstance(value, pikepdf.Array) else (str(value),)


def _try_flates(raw: bytes, filters: tuple[str, ...], maximum: int) -> None:
    """Inflate the outer Flate layers with a ceiling; another filter before them is judged by its raw size."""
    data = raw
    for name in filters:
        if name not in {"/FlateDecode", "/Fl"}:
            return
        inflater = zlib.decompressobj()
        try:
            data = inflater.decompress(data, maximum + 1)
        except zlib.error:
            return
        if len(data) > maximum:
            raise TooLarge
