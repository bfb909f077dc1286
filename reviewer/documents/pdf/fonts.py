# SPDX-License-Identifier: MIT
"""Reads a font dictionary: how bytes split into codes, what each code shows, how far it moves the pen."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

import pikepdf
from fontTools import agl
from pdfminer.encodingdb import EncodingDB
from pdfminer.fontmetrics import FONT_METRICS

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.cmaps import CMap
from reviewer.documents.pdf.geometry import matrix_of, normal, number
from reviewer.documents.pdf.programs import MAX_PROGRAM, Program, read_program
from reviewer.documents.pdf.symbols import BULLET, is_sign_font, named_sign, own_encoding, own_widths

UNKNOWN = "\ufffd"
_FIRST_SHOWN = 32
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_LOWEST, _HIGHEST = 0.3, 5.0
"""How high letters can be, compared with the widest of them; a box that says otherwise is none of letters."""
_MAX_WIDTHS = 4 * 65_536
"""A font has at most 65,536 characters; a table that tells more is made to last."""
_D1 = re.compile(rb"(-?[\d.]+)\s+-?[\d.]+\s+(-?[\d.]+)\s+d1\b")
_ASKED = 64
ReadMap = Callable[[Any], CMap]
"""Reads the map of characters that a stream holds."""
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
        return _clean(min(known)) if known else self._sign(code)

    def _sign(self, code: int) -> str:
        """A code that nothing names: a sign of a font of signs, a blank or a dot of a font that every viewer has."""
        if self._is_symbol():
            return BULLET
        if self.composite or self.program_kind or self.subtype == "/Type3":
            return ""
        return " " if code < _FIRST_SHOWN or self.glyph_names.get(code) == ".notdef" else BULLET

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


def read_font(obj: Any, read_map: ReadMap) -> Font:
    """Read a font dictionary; whatever is odd in it ends in `unsafe`, never in an exception of a library.

    Raises streams.TooLarge when a part of it swells: PDFium, which draws the page, would unpack it whole.
    """
    subtype = str(obj.get("/Subtype", "/Type1"))
    font = Font(obj, subtype)
    try:
        if subtype == "/Type0":
            _read_composite(font, read_map)
        else:
            _read_simple(font)
        if "/ToUnicode" in obj and isinstance(obj["/ToUnicode"], pikepdf.Stream):
            font.unicode_map = read_map(obj["/ToUnicode"])
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, pikepdf.PdfError):
        font.unsafe = font.unsafe or "font"
    return font


def _descriptor(font: Font, obj: Any) -> None:
    descriptor = obj.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary):
        return
    ascent, descent = number(descriptor.get("/Ascent", 0)), number(descriptor.get("/Descent", 0))
    if 300 < ascent < 1500:
        font.ascent = ascent / 1000
    if -800 < descent < 0:
        font.descent = descent / 1000
    font.default_width = number(descriptor.get("/MissingWidth", 0))
    for key in _FILES:
        if isinstance(descriptor.get(key), pikepdf.Stream):
            font.program_kind = key
            font.program = read_program(streams.read(descriptor[key], MAX_PROGRAM), key)


def _read_simple(font: Font) -> None:
    obj = font.obj
    _descriptor(font, obj)
    if font.subtype == "/Type3":
        font.unit = abs(matrix_of(obj["/FontMatrix"])[0]) if "/FontMatrix" in obj else 0.001
        font.em = _type3_em(obj)
    _simple_encoding(font)
    first = int(obj.get("/FirstChar", 0))
    if "/Widths" in obj:
        font.widths = {first + at: number(value) for at, value in enumerate(obj["/Widths"])}
    else:
        _standard_widths(font)


def _type3_em(obj: Any) -> float:
    """The height of the letters of a Type 3 font for size 1: its units are its own, and its box is often made up."""
    matrix = matrix_of(obj["/FontMatrix"]) if "/FontMatrix" in obj else (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
    across, down = abs(matrix[0]), abs(matrix[3])
    box = normal(obj.get("/FontBBox", [0, 0, 0, 0]))
    tall = (box[3] - box[1]) * down
    widest = max((abs(number(each)) for each in obj.get("/Widths", [])), default=0.0) * across
    if tall > 0 and (not widest or _LOWEST <= tall / widest <= _HIGHEST):
        return tall
    return _drawn_height(obj) * down or 1.5 * widest or tall or 1.0


def _drawn_height(obj: Any) -> float:
    """How high the letters of a Type 3 font are by what each says of itself (d1), in the units of the font."""
    heights = [0.0]
    for procedure in list(dict(obj.get("/CharProcs", {})).values())[:_ASKED]:
        try:
            said = _D1.search(streams.read(procedure, 4 * 2**20)[:200])
        except (pikepdf.PdfError, streams.TooLarge, AttributeError):
            continue
        if said:
            heights += [float(said[1]), float(said[2])]
    return max(heights) - min(heights)


def _simple_encoding(font: Font) -> None:
    encoding = font.obj.get("/Encoding")
    base, differences = None, []
    if isinstance(encoding, pikepdf.Dictionary):
        base = encoding.get("/BaseEncoding")
        differences = list(encoding.get("/Differences", []))
    elif encoding is not None:
        base = encoding
    if base is not None or not _has_own_encoding(font):
        name = str(base or "/StandardEncoding")[1:]
        font.names = dict(EncodingDB.get_encoding(name))
    elif not font.program_kind:
        font.names = own_encoding(base_name(font.obj))
    elif font.program is not None:
        for code, glyph in font.program.code_to_glyph.items():
            text = agl.toUnicode(font.program.glyph_names.get(glyph, ""))
            if text:
                font.names[code] = text
    code = 0
    for each in differences:
        if isinstance(each, pikepdf.Name):
            font.names.pop(code, None)
            font.glyph_names[code] = str(each)[1:]
            text = named_sign(str(each)[1:], dingbats="Dingbats" in base_name(font.obj))
            if text:
                font.names[code] = text
            code += 1
        else:
            code = int(each)


def _has_own_encoding(font: Font) -> bool:
    """An embedded program (or a symbol font) encodes itself when the dictionary does not."""
    base = base_name(font.obj)
    return font.program_kind != "" or font.subtype == "/Type3" or "Symbol" in base or "Dingbats" in base


def _standard_widths(font: Font) -> None:
    name = base_name(font.obj).rpartition("+")[2]
    if signs := own_widths(name):
        by_sign = {text: signs[code] for code, text in own_encoding(name).items() if code in signs}
        font.widths = {code: by_sign[text] for code, text in font.names.items() if text in by_sign}
        font.default_width = font.default_width or 500.0
        return
    for old, new in (("ArialMT", "Arial"), ("TimesNewRomanPSMT", "TimesNewRoman"), ("PSMT", ""), ("MT", "")):
        name = name.replace(old, new)
    name = name.replace("-", ",") if name.startswith(("Arial-", "CourierNew-", "TimesNewRoman-")) else name
    metrics = FONT_METRICS.get(name.replace("Italic", "Oblique") if name.startswith("Helv") else name)
    if metrics is None:
        family = "Courier" if "Cour" in name else "Times-Roman" if "Tim" in name else "Helvetica"
        metrics = FONT_METRICS[family]
    table = metrics[1]
    font.widths = {code: float(table[text]) for code, text in font.names.items() if text in table}
    font.default_width = font.default_width or (600.0 if "Cour" in name else 500.0)


def _read_composite(font: Font, read_map: ReadMap) -> None:
    font.composite = True
    descendant = font.obj["/DescendantFonts"][0]
    _descriptor(font, descendant)
    font.default_width = number(descendant.get("/DW", 1000))
    told = list(islice(_cid_widths(descendant.get("/W", [])), _MAX_WIDTHS + 1))
    font.widths = dict(told[:_MAX_WIDTHS])
    if len(told) > _MAX_WIDTHS:
        font.unsafe = "cmap"
    encoding = font.obj["/Encoding"]
    if isinstance(encoding, pikepdf.Stream):
        font.encoding_map = read_map(encoding)
        font.vertical = font.encoding_map.vertical
        if font.encoding_map.unsafe or "/UseCMap" in encoding:
            font.unsafe = "cmap"
    elif str(encoding) == "/Identity-V":
        font.vertical = True
    elif str(encoding) != "/Identity-H":
        font.unsafe = "cmap"
    if font.vertical:
        font.unsafe = "vertical"
    elif not font.program_kind:
        font.unsafe = font.unsafe or "not_embedded"
    mapping = descendant.get("/CIDToGIDMap")
    if isinstance(mapping, pikepdf.Stream) and font.program is not None:
        raw = streams.read(mapping, 2**20)
        font.program.code_to_glyph = {
            at // 2: int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw) - 1, 2)
        }
        font.program_kind = "cidmap"


def _cid_widths(array: Any) -> Iterator[tuple[int, float]]:
    items = list(array)
    at = 0
    while at + 1 < len(items):
        first = int(items[at])
        if isinstance(items[at + 1], pikepdf.Array):
            for offset, value in enumerate(items[at + 1]):
                yield first + offset, number(value)
            at += 2
        elif at + 2 < len(items):
            last = min(int(items[at + 1]), first + 65535)
            for cid in range(first, last + 1):
                yield cid, number(items[at + 2])
            at += 3
        else:
            return
