# SPDX-License-Identifier: MIT
"""Writes the fonts of the copy: only the letters that are still there, new tables, no names of anybody.

What it does not do: a subset with a CFF or a Type 1 program keeps its codes, and with them the order in which the
program that made the file first used them; programs that cannot be reduced (counted as `font_kept`, all Type 1
programs among them) keep their outlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.fonts import UNKNOWN, Font, base_name
from reviewer.documents.pdf.programs import MAX_PROGRAM
from reviewer.redaction.pdf.programs import reduce_program
from reviewer.redaction.pdf.recode import Recoding, recoding_of
from reviewer.redaction.pdf.resources import Unsupported, plain_value

_DESCRIPTOR = (
    "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/Leading", "/CapHeight", "/XHeight", "/StemV",
    "/StemH", "/AvgWidth", "/MaxWidth", "/MissingWidth",
)  # fmt: skip
_KNOWN_NAME = re.compile(
    r"(Helvetica|Arial|Times|TimesNewRoman|Courier|CourierNew|Symbol|ZapfDingbats|Calibri|Cambria|Verdana|Tahoma|Georgia)"
    r"[A-Za-z,-]{0,30}$"
)
_SYMBOLIC = 4
_CFF_KINDS = {"/Type1C", "/CIDFontType0C", "/OpenType"}
_ENCODINGS = {
    "/WinAnsiEncoding",
    "/MacRomanEncoding",
    "/MacExpertEncoding",
    "/StandardEncoding",
    "/PDFDocEncoding",
}


class FontWriter:
    """Collects the codes that the copy shows, and writes each font once at the end."""

    def __init__(self, new: pikepdf.Pdf) -> None:
        self._new = new
        self._fonts: dict[int, tuple[Font, Any, set[tuple[int, int]]]] = {}
        self._anew: dict[int, Recoding] = {}
        self.kept_whole = 0

    def use(self, font: Font) -> Any:
        """The place of a font in the new file."""
        if id(font) not in self._fonts:
            self._fonts[id(font)] = (
                font,
                self._new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font)),
                set(),
            )
            recoding = recoding_of(font)
            if recoding is not None:
                self._anew[id(font)] = recoding
        return self._fonts[id(font)][1]

    def written(self, font: Font, data: bytes) -> bytes:
        """A string as the copy shows it; its codes are noted. Raises Unsupported."""
        self.use(font)
        recoding = self._anew.get(id(font))
        if recoding is not None:
            return recoding.written(data)
        self._fonts[id(font)][2].update((end - start, code) for start, end, code in font.codes(data))
        return data

    def finish(self) -> None:
        """Write all fonts."""
        for number, (font, target, codes) in enumerate(self._fonts.values(), 1):
            base = self._base_name(font, number)
            recoding = self._anew.get(id(font))
            if recoding is not None:
                codes.update(recoding.codes)
            if recoding is not None and codes:
                self._recoded(recoding, target, base)
            elif font.composite:
                self._composite(font, target, codes, base)
            else:
                self._simple(font, target, codes, base)
            if codes:
                target["/ToUnicode"] = self._new.make_indirect(
                    pikepdf.Stream(
                        self._new, to_unicode(font, codes, {} if recoding is None else recoding.codes)
                    )
                )

    def _base_name(self, font: Font, number: int) -> str:
        """The name of an embedded font says nothing that is needed; that of another is one of the known families."""
        name = base_name(font.obj)
        if font.program_kind:
            return f"/AAAAAA+Font{number}"
        return f"/{name}" if _KNOWN_NAME.match(name) else "/Helvetica"

    # Fonts with new codes

    def _recoded(self, recoding: Recoding, target: Any, base: str) -> None:
        font = recoding.font
        target["/Subtype"] = pikepdf.Name(font.subtype)
        if not font.composite:
            last = max(recoding.old)
            target["/FirstChar"], target["/LastChar"] = min(recoding.old), last
            target["/Widths"] = pikepdf.Array(
                [recoding.width(code) for code in range(min(recoding.old), last + 1)]
            )
        if font.subtype == "/Type3":
            self._type3(font, target, {code: new for (_length, code), new in recoding.codes.items()})
            return
        target["/BaseFont"] = pikepdf.Name(base)
        data, places = recoding.program()
        if not font.composite:
            target["/FontDescriptor"] = self._renumbered(font.obj["/FontDescriptor"], base, data)
            return
        source = font.obj["/DescendantFonts"][0]
        child = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType2, BaseFont=pikepdf.Name(base),
            CIDSystemInfo=_system_info(), DW=font.default_width,
            W=pikepdf.Array([1, pikepdf.Array([recoding.width(code) for code in range(1, max(recoding.old) + 1)])]),
            CIDToGIDMap=self._new.make_indirect(pikepdf.Stream(self._new, _places(places))),
            FontDescriptor=self._renumbered(source["/FontDescriptor"], base, data),
        )  # fmt: skip
        target["/Encoding"] = pikepdf.Name("/Identity-H")
        target["/DescendantFonts"] = pikepdf.Array([self._new.make_indirect(child)])

    def _renumbered(self, source: Any, base: str, data: bytes) -> Any:
        made = self._values(source, base)
        made["/Flags"] = _SYMBOLIC
        made["/FontFile2"] = self._new.make_indirect(pikepdf.Stream(self._new, data, Length1=len(data)))
        return self._new.make_indirect(made)

    # Simple fonts

    def _simple(self, font: Font, target: Any, codes: set[tuple[int, int]], base: str) -> None:
        used = sorted(code for _length, code in codes)
        target["/Subtype"] = pikepdf.Name(font.subtype)
        first, last = (used[0], used[-1]) if used else (0, 0)
        target["/FirstChar"], target["/LastChar"] = first, last
        shown = set(used)
        target["/Widths"] = pikepdf.Array(
            [
                font.widths.get(code, font.default_width) if code in shown else 0
                for code in range(first, last + 1)
            ]
        )
        if font.subtype == "/Type3":
            self._type3(font, target, {code: code for code in used})
            return
        target["/BaseFont"] = pikepdf.Name(base)
        self._encoding(font, target, shown)
        descriptor = font.obj.get("/FontDescriptor")
        if isinstance(descriptor, pikepdf.Dictionary):
            glyphs = self._simple_glyphs(font, used)
            target["/FontDescriptor"] = self._descriptor(font, descriptor, base, glyphs)

    def _encoding(self, font: Font, target: Any, shown: set[int]) -> None:
        encoding = font.obj.get("/Encoding")
        if isinstance(encoding, pikepdf.Name) and str(encoding) in _ENCODINGS:
            target["/Encoding"] = pikepdf.Name(str(encoding))
        elif isinstance(encoding, pikepdf.Dictionary):
            values = pikepdf.Dictionary(Type=pikepdf.Name.Encoding)
            if str(encoding.get("/BaseEncoding")) in _ENCODINGS:
                values["/BaseEncoding"] = pikepdf.Name(str(encoding["/BaseEncoding"]))
            values["/Differences"] = pikepdf.Array(_differences(encoding.get("/Differences", []), shown))
            target["/Encoding"] = values

    @staticmethod
    def _simple_glyphs(font: Font, used: list[int]) -> set[int] | None:
        """Every glyph that a viewer may choose for the codes; None when that is not known."""
        if font.program is None:
            return None
        glyphs = {0}
        by_name = {name: number for number, name in font.program.glyph_names.items()}
        for code in used:
            found = {font.glyph(code, 1), *(table.get(code) for table in font.program.code_tables)}
            text = font.names.get(code, "")
            named = by_name.get(font.glyph_names.get(code, ""))
            if named is not None and found <= {None} and named not in font.program.by_unicode.values():
                return None  # a viewer will look the name up in a table that a reduced program has no more
            found |= {
                font.program.by_unicode.get(ord(text)) if len(text) == 1 else None,
                by_name.get(font.glyph_names.get(code, "")),
            }
            known = {glyph for glyph in found if glyph is not None}
            if not known and font.text(code, 1).strip():
                return None
            glyphs |= known
        return glyphs

    def _type3(self, font: Font, target: Any, codes: Mapping[int, int]) -> None:
        target["/FontMatrix"] = plain_value(font.obj["/FontMatrix"])
        target["/FontBBox"] = plain_value(font.obj.get("/FontBBox", pikepdf.Array([0, 0, 0, 0])))
        procedures = font.obj.get("/CharProcs", pikepdf.Dictionary())
        names: list[Any] = []
        copied = pikepdf.Dictionary()
        for code, name in sorted(_names_of(font.obj.get("/Encoding")).items()):
            if code in codes and name in procedures:
                new = codes[code]
                copied[f"/g{new}"] = self._new.make_indirect(
                    pikepdf.Stream(self._new, _procedure(procedures[name]))
                )
                names += [new, pikepdf.Name(f"/g{new}")]
        target["/CharProcs"] = copied
        target["/Encoding"] = pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=pikepdf.Array(names))
        target["/Resources"] = pikepdf.Dictionary()

    # Composite fonts

    def _composite(self, font: Font, target: Any, codes: set[tuple[int, int]], base: str) -> None:
        source = font.obj["/DescendantFonts"][0]
        target["/Subtype"] = pikepdf.Name.Type0
        target["/BaseFont"] = pikepdf.Name(base)
        encoding = font.obj["/Encoding"]
        if isinstance(encoding, pikepdf.Stream):
            target["/Encoding"] = self._new.make_indirect(_code_map(self._new, font, codes))
        else:
            target["/Encoding"] = pikepdf.Name("/Identity-H")
        cids = sorted({font.cid(code, length) for length, code in codes})
        child = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name(str(source.get("/Subtype", "/CIDFontType2"))),
            BaseFont=pikepdf.Name(base),
            CIDSystemInfo=_system_info(),
            DW=font.default_width,
            W=pikepdf.Array(list(_wide(font, cids))),
        )  # fmt: skip
        mapping = source.get("/CIDToGIDMap")
        if isinstance(mapping, pikepdf.Stream):
            child["/CIDToGIDMap"] = self._new.make_indirect(
                pikepdf.Stream(self._new, _glyph_map(mapping, cids))
            )
        elif mapping is not None:
            child["/CIDToGIDMap"] = pikepdf.Name.Identity
        glyphs = {font.glyph(code, length) for length, code in codes} | {0}
        known = (
            None
            if font.program is None or None in glyphs
            else {glyph for glyph in glyphs if glyph is not None}
        )
        if isinstance(source.get("/FontDescriptor"), pikepdf.Dictionary):
            child["/FontDescriptor"] = self._descriptor(font, source["/FontDescriptor"], base, known)
        target["/DescendantFonts"] = pikepdf.Array([self._new.make_indirect(child)])

    # Programs

    @staticmethod
    def _values(source: Any, base: str) -> Any:
        values = pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name(base))
        for key in _DESCRIPTOR:
            if key in source:
                try:
                    values[key] = plain_value(source[key])
                except Unsupported:
                    continue
        return values

    def _descriptor(self, font: Font, source: Any, base: str, glyphs: set[int] | None) -> Any:
        values = self._values(source, base)
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if isinstance(source.get(key), pikepdf.Stream):
                values[key] = self._program(source[key], key, glyphs)
        return self._new.make_indirect(values)

    def _program(self, source: Any, key: str, glyphs: set[int] | None) -> Any:
        data = streams.read(source, MAX_PROGRAM)
        reduced, whole = reduce_program(data, key, glyphs)
        self.kept_whole += whole
        stream = pikepdf.Stream(self._new, reduced)
        if key == "/FontFile3":
            subtype = str(source.get("/Subtype"))
            stream["/Subtype"] = pikepdf.Name(subtype if subtype in _CFF_KINDS else "/Type1C")
        elif key == "/FontFile":
            stream["/Length1"] = int(source.get("/Length1", 0)) + len(reduced) - len(data)
            for length in ("/Length2", "/Length3"):
                stream[length] = int(source.get(length, 0))
        else:
            stream["/Length1"] = len(reduced)
        return self._new.make_indirect(stream)


def _differences(items: Any, shown: set[int]) -> list[Any]:
    result: list[Any] = []
    for code, name in sorted(_differing(items).items()):
        if code in shown:
            result += [code, pikepdf.Name(name)]
    return result


def _differing(items: Any) -> dict[int, str]:
    found: dict[int, str] = {}
    code = 0
    for each in items:
        if isinstance(each, pikepdf.Name):
            found[code] = str(each)
            code += 1
        else:
            code = int(each)
    return found


def _names_of(encoding: Any) -> dict[int, str]:
    return _differing(encoding.get("/Differences", [])) if isinstance(encoding, pikepdf.Dictionary) else {}


def _procedure(source: Any) -> bytes:
    """A glyph procedure, parsed and written again: comments and unused operands do not survive."""
    listed = pikepdf.parse_content_stream(source)
    kept = [
        each
        for each in listed
        if str(each.operator) not in {"BDC", "BMC", "EMC", "DP", "MP", "gs", "sh", "Tf"}
    ]
    return pikepdf.unparse_content_stream(kept)


def _places(places: Mapping[int, int]) -> bytes:
    """A map from the new codes to the new glyph numbers."""
    return b"".join(places.get(code, 0).to_bytes(2, "big") for code in range(max(places) + 1))


def _glyph_map(mapping: Any, cids: list[int]) -> bytes:
    raw = streams.read(mapping, 2**20)
    table = bytearray(2 * (max(cids, default=0) + 1))
    for cid in cids:
        table[2 * cid : 2 * cid + 2] = raw[2 * cid : 2 * cid + 2].ljust(2, b"\0")
    return bytes(table)


def _code_map(new: pikepdf.Pdf, font: Font, codes: set[tuple[int, int]]) -> Any:
    spaces = font.encoding_map.spaces if font.encoding_map is not None else []
    lines = [f"<{low:0{2 * size}x}> <{high:0{2 * size}x}>" for size, low, high in spaces]
    rows = [f"<{code:0{2 * length}x}> {font.cid(code, length)}" for length, code in sorted(codes)]
    data = _cmap_text("Codes", [("codespacerange", lines), ("cidchar", rows)])
    values = pikepdf.Dictionary(
        Type=pikepdf.Name.CMap, CMapName=pikepdf.Name("/Codes"), CIDSystemInfo=_system_info()
    )
    return pikepdf.Stream(new, data, values)


def _system_info() -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
    )


def _wide(font: Font, cids: list[int]) -> Iterator[Any]:
    for cid in cids:
        if cid in font.widths:
            yield from (cid, pikepdf.Array([font.widths[cid]]))


def to_unicode(font: Font, codes: set[tuple[int, int]], new: Mapping[tuple[int, int], int]) -> bytes:
    """A ToUnicode map of the codes that are shown; `new` are those that were given anew."""
    size = 2 if font.composite else 1
    listed = sorted((size, new[key], key) if new else (*key, key) for key in codes)
    lengths = sorted({length for length, _code, _key in listed})
    spaces = [f"<{'00' * length}> <{'ff' * length}>" for length in lengths]
    rows = []
    for length, shown, (old_length, code) in listed:
        text = font.text(code, old_length)
        if text and text != UNKNOWN:
            rows.append(f"<{shown:0{2 * length}x}> <{text.encode('utf-16-be', 'replace').hex()}>")
    return _cmap_text("Unicode", [("codespacerange", spaces), ("bfchar", rows)])


def _cmap_text(name: str, groups: list[tuple[str, list[str]]]) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def",
        f"/CMapName /{name} def", "/CMapType 2 def",
    ]  # fmt: skip
    for kind, rows in groups:
        for at in range(0, len(rows), 100):
            piece = rows[at : at + 100]
            lines += [f"{len(piece)} begin{kind}", *piece, f"end{kind}"]
    return "\n".join(
        [*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end", ""]
    ).encode("ascii")
