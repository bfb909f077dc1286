# SPDX-License-Identifier: MIT
"""Reads the strings of all content through the maps of all fonts beside it, whichever is set; places do not matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from fontTools.agl import toUnicode

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CODE = re.compile(rb"<\s*([0-9A-Fa-f\s]*)>|(\[)|(\])")
_SHOWING = {"Tj", "TJ", "'", '"'}


def decoded_strings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """For each page, Form and pattern, and each font in its resources: all shown bytes, as that font reads them."""
    for obj, resources in _contents(pdf):
        try:
            shown = list(_shown(obj))
        except (pikepdf.PdfError, TypeError):
            continue
        fonts = resources.get("/Font", {}) if isinstance(resources, pikepdf.Dictionary) else {}
        yield b"".join(shown).decode("cp1252", "replace")
        for font in dict(fonts).values():
            sizes = (2,) if str(font.get("/Subtype")) == "/Type0" else (1,)
            for size in sizes:
                yield _through(b"".join(shown), _map(font), size)


def _contents(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    for page in pdf.pages:
        yield page, page.obj.get("/Resources")
    for obj in pdf.objects:
        if isinstance(obj, pikepdf.Stream) and "/Resources" in obj:
            yield obj, obj["/Resources"]


def _shown(obj: Any) -> Iterator[bytes]:
    for instruction in pikepdf.parse_content_stream(obj):
        if str(instruction.operator) in _SHOWING:
            last = instruction.operands[-1]
            for each in last if isinstance(last, pikepdf.Array) else [last]:
                if isinstance(each, pikepdf.String):
                    yield bytes(each)


def _through(data: bytes, said: dict[int, str], size: int) -> str:
    codes = (int.from_bytes(data[at : at + size], "big") for at in range(0, len(data), size))
    return "".join(said.get(code, chr(code) if size == 1 else "") for code in codes)


def _map(font: Any) -> dict[int, str]:
    said: dict[int, str] = {}
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding:
        code = 0
        for each in encoding["/Differences"]:
            if isinstance(each, pikepdf.Name):
                said[code] = toUnicode(str(each)[1:])
                code += 1
            else:
                code = int(each)
    if isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        said.update(_to_unicode(font["/ToUnicode"].read_bytes()))
    return said


def _to_unicode(data: bytes) -> Iterator[tuple[int, str]]:
    for kind, body in _BLOCK.findall(data):
        tokens = list(_tokens(body))
        at, step = 0, 2 if kind == b"bfchar" else 3
        while at + step <= len(tokens):
            first = int(tokens[at] or b"0", 16)
            if step == 2:
                yield first, _text(tokens[at + 1])
            elif tokens[at + 2] == b"[":
                end = tokens.index(b"]", at)
                yield from ((first + n, _text(each)) for n, each in enumerate(tokens[at + 3 : end]))
                at = end - 2
            else:
                low = _text(tokens[at + 2])
                for n in range(min(int(tokens[at + 1] or b"0", 16) - first + 1, 65_536)):
                    yield first + n, low[:-1] + chr(ord(low[-1:] or "\0") + n)
            at += step


def _tokens(body: bytes) -> Iterator[bytes]:
    """Brackets, and the digits of the codes."""
    for match in _CODE.finditer(body):
        yield match[0] if match[2] or match[3] else re.sub(rb"\s", b"", match[1])


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
