# SPDX-License-Identifier: MIT
"""Undoes the cipher of an encrypted PDF file that asks for no password, before anything parses the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pdfminer.pdfdocument import (
    PDFStandardSecurityHandler,
    PDFStandardSecurityHandlerV4,
    PDFStandardSecurityHandlerV5,
)
from pdfminer.pdfparser import PDFStreamParser

_ENCRYPT = re.compile(rb"/Encrypt\s*(?:(\d+)\s+(\d+)\s+R|(?=<<))")
_ID = re.compile(rb"/ID\s*(?=\[)")
_HANDLERS = {1: PDFStandardSecurityHandler, 2: PDFStandardSecurityHandler, 4: PDFStandardSecurityHandlerV4}
_READ_WITHIN = 2**16
Decipher = Callable[[int, int, bytes], bytes]
"""The bytes of a stream by the number and the generation of its object."""


def is_encrypted(data: bytes) -> bool:
    """Whether a file says that it is encrypted."""
    return _ENCRYPT.search(data) is not None


def decipher(data: bytes) -> Decipher | None:
    """What undoes the cipher of the last revision; None where nothing here does, or a password is needed."""
    try:
        *_, said = _ENCRYPT.finditer(data)
        table = _parsed(data, said.end() if said[1] is None else _place(data, said[1], said[2]))
        ids = [_parsed(data, found.end()) for found in _ID.finditer(data)]
        handler = _HANDLERS.get(table.get("V", 0), PDFStandardSecurityHandlerV5)
        undo: Decipher = handler(ids[-1] if ids else [b""], table).decrypt
    except Exception:  # noqa: BLE001 - pdfminer raises whatever a damaged table makes it stumble over
        return None
    return undo


def _place(data: bytes, number: bytes, generation: bytes) -> int:
    *_, found = re.finditer(rb"(?<!\d)%b\s+%b\s+obj\b" % (number, generation), data)
    return int(found.end())


def _parsed(data: bytes, at: int) -> Any:
    """The object that stands at a place."""
    parser = PDFStreamParser(data[at : at + _READ_WITHIN])
    _position, value = parser.nextobject()
    return value
