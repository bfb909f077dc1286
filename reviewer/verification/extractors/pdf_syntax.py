# SPDX-License-Identifier: MIT
"""The gate's own reading of PDF syntax: tokens of objects and of content streams, without any library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

_TOKEN = re.compile(
    rb"%(?P<comment>[^\r\n]*)"
    rb"|(?P<open>\()"
    rb"|(?P<dict><<|>>)"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>"
    rb"|/(?P<name>[^\s()<>\[\]{}/%\x00]*)"
    rb"|(?P<bracket>[\[\]{}])"
    rb"|(?P<number>[+-]*(?:\d+\.?\d*|\.\d+)(?![\w.]))"
    rb"|(?P<word>[^\s()<>\[\]{}/%\x00]+)"
)
_STRING_SIGN = re.compile(rb"[()\\]")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|([\s\S]))")
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_INLINE_END = re.compile(rb"\sEI(?=\s|$)")
_CONTROL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Sort(Enum):
    """What a token is."""

    COMMENT = "comment"
    STRING = "string"
    NAME = "name"
    NUMBER = "number"
    MARK = "mark"
    WORD = "word"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Token:
    """One token: a string's or name's bytes are already unescaped."""

    sort: Sort
    value: bytes


def tokens(data: bytes, *, content: bool = False) -> Iterator[Token]:
    """All tokens; in a content stream the data of an inline image is one token."""
    at = 0
    while match := _TOKEN.search(data, at):
        at = match.end()
        kind = match.lastgroup
        value = match[kind] if kind else b""
        if kind == "open":
            raw, at = _literal(data, at)
            yield Token(Sort.STRING, _ESCAPE.sub(_unescape, raw))
        elif kind == "hex":
            yield Token(Sort.STRING, _from_hex(value))
        elif kind == "name":
            yield Token(Sort.NAME, _NAME_ESCAPE.sub(lambda each: bytes([int(each[1], 16)]), value))
        else:
            yield Token(_SORTS[kind or "word"], value)
            if content and value == b"ID" and kind == "word":
                end = _INLINE_END.search(data, at)
                stop = end.start() if end else len(data)
                yield Token(Sort.IMAGE, data[at:stop])
                at = stop


_SORTS = {
    "comment": Sort.COMMENT,
    "dict": Sort.MARK,
    "bracket": Sort.MARK,
    "number": Sort.NUMBER,
    "word": Sort.WORD,
}


def outside_strings(data: bytes) -> bytes:
    """The bytes without the insides of literal strings."""
    out, at = bytearray(), 0
    while (begin := data.find(b"(", at)) >= 0:
        out += data[at : begin + 1]
        _, at = _literal(data, begin + 1)
    return bytes(out + data[at:])


def _literal(data: bytes, start: int) -> tuple[bytes, int]:
    """The inside of a literal string whose parenthesis is open, and where it ends."""
    depth, at = 1, start
    while match := _STRING_SIGN.search(data, at):
        at = match.end()
        if match[0] == b"\\":
            at += 1
        else:
            depth += 1 if match[0] == b"(" else -1
            if depth == 0:
                return data[start : at - 1], at
    return data[start:], len(data)


def _unescape(match: re.Match[bytes]) -> bytes:
    octal, line, sign = match.groups()
    if octal:
        return bytes([int(octal, 8) & 0xFF])
    return b"" if line else _CONTROL.get(sign, sign)


def _from_hex(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode("ascii"))


# ISO 32000-2, annex D.2: where PDFDocEncoding is not Latin-1.
_PDF_DOC = dict(zip(range(0x18, 0x20), "˘ˇˆ˙˝˛˚˜", strict=True)) | dict(
    zip(range(0x80, 0xA1), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€", strict=True)
)


def text_of(value: bytes) -> str:
    """A text string: UTF-16 or UTF-8 by its mark, else PDFDocEncoding."""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xff\xfe"):
        return value[2:].decode("utf-16-le", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1").translate(_PDF_DOC)


def readings_of(value: bytes) -> Iterator[str]:
    """Every reasonable reading of a string's bytes, the declared one first."""
    yield text_of(value)
    if not value.isascii():
        yield value.decode("cp1252", "replace")
        yield value.decode("utf-8", "ignore")
        yield value.decode("mac_roman")
    if b"\x00" in value:
        yield value.decode("utf-16-be", "ignore")
        yield value.decode("utf-16-le", "ignore")


def letters_of_numbers(numbers: Iterable[bytes]) -> str:
    """Numbers as the letters that they would be; those that would be none say nothing."""
    return bytes(int(each) for each in numbers if len(each) < 4 and 32 <= int(each) < 256).decode(
        "cp1252", "ignore"
    )
