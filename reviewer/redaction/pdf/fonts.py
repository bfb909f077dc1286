# SPDX-License-Identifier: MIT
"""Writes the fonts of the copy: only the letters that are still there, new tables, no names of anybody.

What it does not do: a font whose program cannot be taken apart keeps its codes, and with them the order in which the
program that made the file first used them; where it cannot be reduced either (`font_kept`), it keeps its outlines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf

from reviewer.documents.pdf.fonts import Font
from reviewer.redaction.pdf.descriptors import Descriptors, font_name
from reviewer.redaction.pdf.font_tables import (
    code_map,
    differences,
    glyph_map,
    system_info,
    to_unicode,
    wide,
)
from reviewer.redaction.pdf.recode import Recoding, recoding_of
from reviewer.redaction.pdf.recode_outlines import outline_recoding_of
from reviewer.redaction.pdf.recoded import write_recoded
from reviewer.redaction.pdf.type3 import write_type3

_ENCODINGS = {
    "/WinAnsiEncoding",
    "/MacRomanEncoding",
    "/MacExpertEncoding",
    "/StandardEncoding",
    "/PDFDocEncoding",
}


class FontWriter:
    """Collects the codes that the copy shows, and writes each font once at the end.

    `as_they_are`: fonts whose letters keep their codes. Methods raise Unshown for one that has to be among them.
    """

    def __init__(self, new: pikepdf.Pdf, as_they_are: Sequence[Font] = ()) -> None:
        self._new, self._as_they_are = new, as_they_are
        self._fonts: dict[int, tuple[Font, Any, set[tuple[int, int]]]] = {}
        self._anew: dict[int, Recoding] = {}
        self._descriptors = Descriptors(new)

    @property
    def kept_whole(self) -> int:
        """How many programs keep outlines that are not shown."""
        return self._descriptors.kept_whole

    def use(self, font: Font) -> Any:
        """The place of a font in the new file."""
        if id(font) not in self._fonts:
            self._fonts[id(font)] = (
                font,
                self._new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font)),
                set(),
            )
            recoding = None
            if all(font is not each for each in self._as_they_are):
                recoding = recoding_of(font) or outline_recoding_of(font)
            if recoding is not None:
                self._anew[id(font)] = recoding
        return self._fonts[id(font)][1]

    def written(self, font: Font, data: bytes) -> bytes:
        """A string as the copy shows it; its codes are noted. Raises Unsupported."""
        self.use(font)
        recoding = self._anew.get(id(font))
        if recoding is not None:
            return recoding.written(data)
        self._fonts[id(font)][2].update([(each.size, each.code) for each in font.signs(data)])
        return data

    def finish(self) -> None:
        """Write all fonts."""
        for number, (font, target, codes) in enumerate(self._fonts.values(), 1):
            base = font_name(font, number)
            recoding = self._anew.get(id(font))
            if recoding is not None:
                codes.update(recoding.codes)
            if recoding is not None and codes:
                write_recoded(self._new, self._descriptors, recoding, target, base)
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
            write_type3(self._new, font, target, {code: code for code in used})
            return
        target["/BaseFont"] = pikepdf.Name(base)
        self._encoding(font, target, shown)
        descriptor = font.obj.get("/FontDescriptor")
        if isinstance(descriptor, pikepdf.Dictionary):
            glyphs = self._simple_glyphs(font, used)
            target["/FontDescriptor"] = self._descriptors.write(descriptor, base, glyphs)

    def _encoding(self, font: Font, target: Any, shown: set[int]) -> None:
        encoding = font.obj.get("/Encoding")
        if isinstance(encoding, pikepdf.Name) and str(encoding) in _ENCODINGS:
            target["/Encoding"] = pikepdf.Name(str(encoding))
        elif isinstance(encoding, pikepdf.Dictionary):
            values = pikepdf.Dictionary(Type=pikepdf.Name.Encoding)
            if str(encoding.get("/BaseEncoding")) in _ENCODINGS:
                values["/BaseEncoding"] = pikepdf.Name(str(encoding["/BaseEncoding"]))
            values["/Differences"] = pikepdf.Array(differences(encoding.get("/Differences", []), shown))
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

    # Composite fonts

    def _composite(self, font: Font, target: Any, codes: set[tuple[int, int]], base: str) -> None:
        source = font.obj["/DescendantFonts"][0]
        target["/Subtype"] = pikepdf.Name.Type0
        target["/BaseFont"] = pikepdf.Name(base)
        encoding = font.obj["/Encoding"]
        if isinstance(encoding, pikepdf.Stream):
            target["/Encoding"] = self._new.make_indirect(code_map(self._new, font, codes))
        else:
            target["/Encoding"] = pikepdf.Name("/Identity-H")
        cids = sorted({font.cid(code, length) for length, code in codes})
        child = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name(str(source.get("/Subtype", "/CIDFontType2"))),
            BaseFont=pikepdf.Name(base),
            CIDSystemInfo=system_info(),
            DW=font.default_width,
            W=pikepdf.Array(list(wide(font, cids))),
        )  # fmt: skip
        mapping = source.get("/CIDToGIDMap")
        if isinstance(mapping, pikepdf.Stream):
            child["/CIDToGIDMap"] = self._new.make_indirect(
                pikepdf.Stream(self._new, glyph_map(mapping, cids))
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
            child["/FontDescriptor"] = self._descriptors.write(source["/FontDescriptor"], base, known)
        target["/DescendantFonts"] = pikepdf.Array([self._new.make_indirect(child)])
