# SPDX-License-Identifier: MIT
"""One font as a page uses it: how bytes split into codes, what each code shows, how far it moves the pen."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pikepdf

from reviewer.documents.pdf import collections
from reviewer.documents.pdf.cmaps import CMap
from reviewer.documents.pdf.programs import Program
from reviewer.documents.pdf.symbols import BULLET, is_sign_font

UNKNOWN = "\ufffd"
_FIRST_SHOWN = 32
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}


class Sign(NamedTuple):
    """One code of a font: its bytes, how far it moves the pen for size 1, what it says and whether to believe it."""

    size: int
    code: int
    width: float
    text: str
    blank: bool
    lies: bool


class _Signs(dict[int, Sign]):
    """The codes of one length, each looked up once."""

    def __init__(self, font: Font, size: int) -> None:
        super().__init__()
        self._font, self._size = font, size

    def __missing__(self, code: int) -> Sign:
        font, size = self._font, self._size
        text = font.text(code, size)
        lies = font.program is not None and font.lies(code, size)
        self[code] = found = Sign(size, code, font.width(code, size), text, not text.strip(), lies)
        return found


@dataclass(slots=True)
class Font:
    """One font as a page uses it. `unsafe` names why text in it cannot be trusted; "" when it can.

    `word_spaced`: something was shown in it with word spacing, which looks for the code of a blank.
    """

    obj: Any
    subtype: str
    composite: bool = False
    vertical: bool = False
    unsafe: str = ""
    unit: float = 0.001
    em: float = 1.0
    ascent: float = 0.75
    descent: float = -0.2
    program: Program | None = None
    program_kind: str = ""
    encoding_map: CMap | None = None
    unicode_map: CMap | None = None
    names: dict[int, str] = field(default_factory=dict)
    glyph_names: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    default_width: float = 0.0
    collection: str = ""
    word_spaced: bool = False
    _texts: dict[tuple[int, int], str] = field(default_factory=dict)
    _signs: dict[int, Mapping[int, Sign]] = field(default_factory=dict)
    _pairs: bool | None = None

    def signs(self, data: bytes) -> Sequence[Sign]:
        """What is known of each character of a string, in order; they follow one another without a gap."""
        if not self.composite:
            known = self._signs_of(1)
            return [known[code] for code in data]
        if self._pairs is None:
            self._pairs = self._has_pairs_only()
        if self._pairs and not len(data) % 2:
            known = self._signs_of(2)
            return [known[code] for code in struct.unpack(f">{len(data) // 2}H", data)]
        return [self._signs_of(end - start)[code] for start, end, code in self.codes(data)]

    def _signs_of(self, size: int) -> Mapping[int, Sign]:
        if size not in self._signs:
            self._signs[size] = _Signs(self, size)
        return self._signs[size]

    def _has_pairs_only(self) -> bool:
        """Whether every code has two bytes, whatever they are."""
        spaces = self.encoding_map.spaces if self.encoding_map is not None else []
        return all(size == 2 for size, _low, _high in spaces)

    def codes(self, data: bytes) -> Iterator[tuple[int, int, int]]:
        """(start, end, code) of each character of a string."""
        if not self.composite:
            for at, code in enumerate(data):
                yield at, at + 1, code
            return
        spaces = self.encoding_map.spaces if self.encoding_map is not None else []
        at = 0
        while at < len(data):
            length = _length(spaces, data, at)
            yield at, min(at + length, len(data)), int.from_bytes(data[at : at + length], "big")
            at += length

    def cid(self, code: int, length: int) -> int:
        """The character id of a code: itself, unless an embedded CMap says otherwise."""
        if self.encoding_map is None:
            return code
        return self.encoding_map.cids.get((length, code), 0)

    def width(self, code: int, length: int) -> float:
        """The natural advance for size 1."""
        key = self.cid(code, length) if self.composite else code
        return self.widths.get(key, self.default_width) * self.unit

    def text(self, code: int, length: int) -> str:
        """The characters of a code; U+FFFD when nothing tells."""
        key = (length, code)
        if key not in self._texts:
            found = self._text(code, length)
            self._texts[key] = "".join(_LIGATURES.get(each, each) for each in found) or UNKNOWN
        return self._texts[key]

    def _text(self, code: int, length: int) -> str:
        if self.unicode_map is not None:
            mapped = self.unicode_map.text(length, code)
            if mapped and not _is_private(mapped):
                return _clean(mapped)
            if mapped and self._is_symbol():
                return BULLET
        if not self.composite and code in self.names:
            return _clean(self.names[code])
        known = self._program_characters(code, length)
        if not known and self.unicode_map is None and self.collection and self.unsafe != "cmap":
            return _clean(collections.said(self.collection, self.cid(code, length)))
        return _clean(min(known)) if known else self._sign(code)

    def _sign(self, code: int) -> str:
        """A code that nothing names: a sign of a font of signs, a blank or a dot of a font that every viewer has."""
        if self._is_symbol():
            return BULLET
        if self._draws_no_letter(code):
            return " "
        if self.composite or self.program_kind or self.subtype == "/Type3":
            return ""
        return " " if code < _FIRST_SHOWN or self.glyph_names.get(code) == ".notdef" else BULLET

    def _draws_no_letter(self, code: int) -> bool:
        """Whether an embedded font whose glyphs go by their names has none for a code; TrueType looks further."""
        if self.composite or self.program is None or self.program_kind not in {"/FontFile", "/FontFile3"}:
            return False
        if code in self.glyph_names:
            return self.glyph_names[code] == ".notdef"
        return (
            code == _FIRST_SHOWN
            and bool(self.program.code_to_glyph)
            and code not in self.program.code_to_glyph
        )

    @property
    def is_drawn_by_name(self) -> bool:
        """Whether viewers choose the shapes by what the codes say, because the file brings none."""
        return self.composite and not self.program_kind and bool(self.collection)

    def _is_symbol(self) -> bool:
        return is_sign_font(base_name(self.obj))

    def glyph(self, code: int, length: int) -> int | None:
        """The glyph number in the embedded program, when it is known."""
        if self.program is None:
            return None
        if not self.composite:
            return self._simple_glyph(code)
        cid = self.cid(code, length)
        if self.program.cid_to_glyph is not None:
            return self.program.cid_to_glyph.get(cid)
        table = self.program.code_to_glyph if self.program_kind == "cidmap" else None
        return table.get(cid, 0) if table is not None else cid

    def _simple_glyph(self, code: int) -> int | None:
        program = self.program
        if program is None:
            return None
        name = self.names.get(code)
        if name and len(name) == 1 and ord(name) in program.by_unicode:
            return program.by_unicode[ord(name)]
        return program.code_to_glyph.get(code)

    def _program_characters(self, code: int, length: int) -> frozenset[str]:
        glyph = self.glyph(code, length)
        if self.program is None or glyph is None:
            return frozenset()
        known = self.program.characters.get(glyph, frozenset())
        return frozenset(each for each in known if not _is_private(each))

    def lies(self, code: int, length: int) -> bool:
        """Whether the font program itself says that a code shows another letter or digit than the tables do."""
        known = {_plain(each) for each in self._program_characters(code, length)} - {""}
        said = _plain(self.text(code, length))
        return (
            bool(known)
            and bool(said)
            and said not in known
            and len(said) == 1
            and not any(said in each for each in known)
        )


def standing_in() -> Any:
    """What PDFium, which draws our pages, shows text in when no resource has the font that is named."""
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )  # fmt: skip


def base_name(obj: Any) -> str:
    """The name of a font without slash; "" when it is not text (old Chinese files write it in GBK)."""
    try:
        return str(obj.get("/BaseFont", "/"))[1:]
    except UnicodeDecodeError:
        return ""


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(each for each in folded if each.isalnum())


def _is_private(text: str) -> bool:
    return all(unicodedata.category(each) in {"Co", "Cn", "Cs"} or each == UNKNOWN for each in text)


def _clean(text: str) -> str:
    """Control characters never reach a story; a tabulator or line end drawn as a glyph is a blank."""
    return "".join(" " if each in "\t\r\n" else each for each in text if each in "\t\r\n" or ord(each) >= 32)


def _length(spaces: list[tuple[int, int, int]], data: bytes, at: int) -> int:
    for length in (1, 2, 3, 4):
        piece = data[at : at + length]
        if len(piece) == length and any(
            size == length and _in_space(piece, low, high) for size, low, high in spaces
        ):
            return length
    return min((size for size, _low, _high in spaces), default=2)


def _in_space(piece: bytes, low: int, high: int) -> bool:
    """Each byte lies between the bytes of the two ends (a code space is a box, not a range of numbers)."""
    size = len(piece)
    return all(
        first <= byte <= last
        for byte, first, last in zip(
            piece, low.to_bytes(size, "big"), high.to_bytes(size, "big"), strict=True
        )
    )
