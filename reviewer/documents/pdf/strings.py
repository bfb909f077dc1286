# SPDX-License-Identifier: MIT
"""Text strings of a PDF file as characters: strings, streams of text, addresses, names of files."""

from __future__ import annotations

import contextlib
import re
from typing import Any

import pikepdf

from reviewer.documents.pdf import streams

MAX_TEXT = 2**20
"""A stream of text larger than that is not read as text."""
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def string_of(value: Any) -> str:
    """A text string (or a stream of text) without control characters."""
    if isinstance(value, pikepdf.Stream):
        try:
            raw = streams.read(value, MAX_TEXT)
        except (streams.TooLarge, pikepdf.PdfError):
            return ""
        text = (
            raw.decode("utf-16", "replace")
            if raw[:2] in {b"\xfe\xff", b"\xff\xfe"}
            else raw.decode("utf-8", "replace")
        )
    elif isinstance(value, pikepdf.String):
        text = str(value)
    else:
        return ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text)


def link_uri(annotation: Any) -> str:
    """The address of a link, "" when it leads nowhere outside."""
    action = annotation.get("/A")
    if isinstance(action, pikepdf.Dictionary):
        return _uri(action.get("/URI"))
    return ""


def _uri(value: Any) -> str:
    """An address should be ASCII; where it is not, programs write UTF-8 without saying so."""
    if isinstance(value, pikepdf.String):
        with contextlib.suppress(UnicodeDecodeError):
            value = pikepdf.String(bytes(value).decode("utf-8"))
    return string_of(value)


def file_name(spec: Any) -> str:
    """The names that a file specification gives, one a line."""
    if isinstance(spec, pikepdf.String):
        return string_of(spec)
    if not isinstance(spec, pikepdf.Dictionary):
        return ""
    return "\n".join(
        dict.fromkeys(each for each in (string_of(spec.get("/UF")), string_of(spec.get("/F"))) if each)
    )
