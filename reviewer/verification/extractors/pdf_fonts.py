# SPDX-License-Identifier: MIT
"""From the codes of a show string to letters: by the font's ToUnicode and by its encoding, as two views."""

from __future__ import annotations

import contextlib
import io
import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from fontTools.agl import toUnicode
from fontTools.misc.eexec import decrypt
from fontTools.ttLib import TTFont, TTLibError
from pikepdf import Array, Dictionary, Name, Object, PdfError, Stream

from reviewer.verification.extractors.pdf_syntax import Sort, Token, tokens

_CODEPAGES = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_EEXEC = 55_665
_HEXADECIMAL = re.compile(rb"[0-9A-Fa-f\s]{8}")
_NO_DIGIT = re.compile(rb"[^0-9A-Fa-f]")
_MAX_RANGE = 0x10000


@dataclass(frozen=True, slots=True)
class Font:
    """How one font's codes read. A code has `width` bytes; a view without a letter for a code skips it.

    The letters of a font that is `drawn` are procedures. `named` are those that the font's own encoding names.
    """

    width: int = 1
    unicode: Mapping[int, str] = field(default_factory=dict)
    encoding: Mapping[int, str] = field(default_factory=dict)
    drawn: bool = False
    named: str = ""

    def tables(self) -> Iterator[str]:
        """What the font's own tables spell from first to last, whether a page shows it or not."""
        yield "".join(self.unicode[code] for code in sorted(self.unicode))
        yield self.named

    def codes(self, value: bytes) -> Iterable[int]:
        """The numbers of a string's letters."""
        return value if self.width == 1 else _pairs(value)

    def readings(self, value: bytes) -> tuple[str, str]:
        """The string by ToUnicode, and by the encoding or the font program: a false map deceives only one."""
        numbers = self.codes(value)
        return _spell(numbers, self.unicode), _spell(numbers, self.encoding)


def _pairs(codes: bytes) -> tuple[int, ...]:
    """Two bytes a number; the last one of an odd number of bytes stands by itself."""
    whole = len(codes) // 2
    return struct.unpack(f">{whole}H", codes[: 2 * whole]) + tuple(codes[2 * whole :])


def _spell(numbers: Iterable[int], table: Mapping[int, str]) -> str:
    return "".join([table[number] for number in numbers if number in table])


_BROKEN = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError, struct.error)
"""What fontTools stumbles with over a program whose tables are cut short."""
LATIN = Font(encoding={code: bytes([code]).decode("cp1252", "replace") for code in range(256)})
"""What a string is taken for when its font is unknown."""


def read_font(font: Object) -> Font:
    """The tables of a font dictionary; what is missing or broken is an empty table."""
    composite = font.get("/Subtype") == Name("/Type0")
    to_unicode = font.get("/ToUnicode")
    table: dict[int, str] = {}
    if isinstance(to_unicode, Stream):
        with contextlib.suppress(PdfError):
            table = _read_cmap(to_unicode.read_bytes())
    if composite:
        return Font(2, table, _read_program(font.get("/DescendantFonts")))
    encoding, named = _read_encoding(font.get("/Encoding"))
    return Font(1, table, encoding, drawn=font.get("/Subtype") == Name("/Type3"), named=named)


def _read_program(below: Object | None) -> dict[int, str]:
    """Glyph numbers to letters by the embedded TrueType program, where codes are glyph numbers."""
    inner = below[0] if isinstance(below, Array) and len(below) else None
    descriptor = inner.get("/FontDescriptor") if isinstance(inner, Dictionary) else None
    program = descriptor.get("/FontFile2") if isinstance(descriptor, Dictionary) else None
    if not isinstance(program, Stream):
        return {}
    # A broken program says nothing; the other readings are still there.
    with contextlib.suppress(PdfError, TTLibError, *_BROKEN):
        font = TTFont(io.BytesIO(program.read_bytes()), lazy=True)
        return {font.getGlyphID(name): chr(code) for code, name in (font.getBestCmap() or {}).items()}
    return {}


def _read_encoding(encoding: Object | None) -> tuple[dict[int, str], str]:
    """The letters of the codes, and those that it names itself, in its own order."""
    base = encoding.get("/BaseEncoding") if isinstance(encoding, Dictionary) else encoding
    codepage = _CODEPAGES.get(str(base), "cp1252")
    table = {code: bytes([code]).decode(codepage, "replace") for code in range(256)}
    differences = encoding.get("/Differences") if isinstance(encoding, Dictionary) else None
    code, named = 0, ""
    for item in differences if isinstance(differences, Array) else ():
        if isinstance(item, Name):
            table[code] = toUnicode(str(item)[1:])
            named += table[code]
            code += 1
        else:
            code = int(item)
    return table, named


def _read_cmap(data: bytes) -> dict[int, str]:
    """The sections bfchar and bfrange of a ToUnicode map."""
    table: dict[int, str] = {}
    section: list[Token] = []
    for token in tokens(data):
        if token.sort is Sort.WORD and token.value in {b"beginbfchar", b"beginbfrange"}:
            section = []
        elif token.value == b"endbfchar" and token.sort is Sort.WORD:
            table.update(_characters(section))
        elif token.value == b"endbfrange" and token.sort is Sort.WORD:
            table.update(_ranges(section))
        else:
            section.append(token)
    return table


def _characters(section: list[Token]) -> Iterator[tuple[int, str]]:
    for source, target in zip(section[::2], section[1::2], strict=False):
        yield int.from_bytes(source.value, "big"), _letters(target.value)


def _ranges(section: list[Token]) -> Iterator[tuple[int, str]]:
    at = 0
    while at + 2 < len(section):
        first, last = (int.from_bytes(section[at + each].value, "big") for each in (0, 1))
        target = section[at + 2]
        if target.value == b"[":
            end = next((n for n in range(at + 3, len(section)) if section[n].value == b"]"), len(section))
            yield from ((first + n, _letters(each.value)) for n, each in enumerate(section[at + 3 : end]))
            at = end + 1
        else:
            start = _letters(target.value)
            for number in range(min(last - first + 1, _MAX_RANGE)):
                yield first + number, start[:-1] + _next(start[-1:], number)
            at += 3


def _next(letter: str, number: int) -> str:
    return chr(min(ord(letter) + number, 0x10FFFF)) if letter else ""


def _letters(value: bytes) -> str:
    return value.decode("utf-16-be", "ignore")


def private_part(program: bytes) -> bytes:
    """The ciphered part of a Type 1 program, in the clear; nothing when there is none."""
    _, word, rest = program.partition(b"currentfile eexec")
    coded = rest.lstrip(b" \t\r\n") if word else b""
    if _HEXADECIMAL.match(coded):
        digits = _NO_DIGIT.sub(b"", coded)
        coded = bytes.fromhex(digits[: len(digits) & ~1].decode("ascii"))
    clear: bytes = decrypt(coded, _EEXEC)[0]
    return clear
