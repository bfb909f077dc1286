# SPDX-License-Identifier: MIT
"""New codes for fonts with CFF or Type 1 programs, and for fonts that are not embedded and name their letters.

Their programs are written as CFF, with one outline a code, under numbers in the order in which the copy shows them.
What it does not do: a font whose program cannot be taken apart keeps its codes (see `font_kept`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pikepdf
from fontTools import agl
from pdfminer.latin_enc import ENCODING

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.fonts import UNKNOWN, Font
from reviewer.documents.pdf.programs import MAX_PROGRAM
from reviewer.redaction.pdf.cff import Cff
from reviewer.redaction.pdf.font_tables import differing
from reviewer.redaction.pdf.recode import Recoding
from reviewer.redaction.pdf.resources import Unsupported
from reviewer.redaction.pdf.type1 import Type1

_COLUMNS = {"/StandardEncoding": 1, "/MacRomanEncoding": 2, "/WinAnsiEncoding": 3, "/PDFDocEncoding": 4}
_TWICE = {160: "space", 173: "hyphen"}
"""Codes of WinAnsi that show the letter of another one."""
_SIMPLE = {"/Type1", "/MMType1"}


class Unshown(Unsupported):
    """A font whose outlines can be kept, but not written anew."""

    def __init__(self, font: Font) -> None:
        super().__init__()
        self.font = font


class OutlineRecoding(Recoding):
    """The new codes of a font whose program is written anew as CFF."""

    def __init__(self, font: Font, source: Cff | Type1) -> None:
        super().__init__(font)
        self._source = source
        self._numbers = {name: number for number, name in enumerate(source.names)}
        self._by_text = (
            {} if source.by_cid else {agl.toUnicode(name): at for name, at in self._numbers.items()}
        )
        self._names = {} if font.composite else {**_base_names(font, source.encoding), **_differences(font)}

    def code(self, length: int, code: int) -> int:
        """The new code. Raises Unshown when its outline cannot be written anew."""
        if (length, code) not in self.codes:
            glyph = self._glyph(length, code)
            # An id that a composite font has no outline for is glyph 0 everywhere; the layer that Acrobat's OCR lays
            # over a scan consists of such letters.
            unnamed = not glyph and not self.font.composite
            if unnamed and self.font.text(code, length).strip(f" {UNKNOWN}"):
                raise Unshown(self.font)  # a letter that viewers find in a way of their own, or leave out
            try:
                self._source.check(glyph)
            except Exception as error:
                raise Unshown(self.font) from error
        return super().code(length, code)

    def program(self) -> tuple[bytes, dict[int, int]]:
        """The program with one outline a code, and the number of each. Raises Unsupported."""
        places = {new: number for number, new in enumerate(sorted(self.old), 1)}
        if self.font.composite and any(new != number for new, number in places.items()):
            raise Unsupported
        glyphs = [0, *(self._glyph(*self.old[new]) for new in sorted(self.old))]
        try:
            return self._source.rebuilt(glyphs, {} if self.font.composite else places), places
        except Exception as error:
            raise Unshown(self.font) from error

    def _glyph(self, length: int, code: int) -> int:
        if self.font.composite:
            found = self.font.glyph(code, length)
        else:
            name = self._names.get(code, "")
            found = self._numbers.get(name)
            if found is None and isinstance(self._source, Cff):
                found = self.font.glyph(code, 1)
            if not found and len(text := agl.toUnicode(name)) == 1:
                found = self._by_text.get(text)  # as viewers do: `mu` may be called `uni00B5` in the program
        return found if found is not None and 0 <= found < len(self._source.names) else 0


class NamedRecoding(Recoding):
    """The new codes of a font that is not embedded: its letters keep their usual names, which is all a viewer has."""

    def names(self) -> dict[int, str]:
        """The name of each new code."""
        given = _differences(self.font)
        base = _base_names(self.font, {})
        return {
            new: given.get(code) or base.get(code, ".notdef") for new, (_length, code) in self.old.items()
        }


def outline_recoding_of(font: Font) -> Recoding | None:
    """A recoding for such a font, when it can be done without a guess."""
    if font.unsafe or (not font.composite and font.subtype not in _SIMPLE):
        return None
    holder: Any = font.obj["/DescendantFonts"][0] if font.composite else font.obj
    descriptor = holder.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary):
        descriptor = pikepdf.Dictionary()
    keys = [
        key
        for key in ("/FontFile", "/FontFile3", "/FontFile2")
        if isinstance(descriptor.get(key), pikepdf.Stream)
    ]
    if not keys:
        return NamedRecoding(font) if _names_all(font) else None
    if keys[0] == "/FontFile2" or (font.composite and keys[0] == "/FontFile"):
        return None
    source = _program_of(streams.read(descriptor[keys[0]], MAX_PROGRAM), keys[0])
    if source is None or (source.by_cid and not font.composite) or not _can_be_rebuilt(source):
        return None
    return OutlineRecoding(font, source)


def _program_of(data: bytes, key: str) -> Cff | Type1 | None:
    """The outlines of an embedded program, or None when they cannot be taken apart."""
    try:
        return Type1(data) if key == "/FontFile" else Cff(data)
    except Exception:  # noqa: BLE001 - fontTools raises whatever a broken table makes it stumble over
        return None


def _can_be_rebuilt(source: Cff | Type1) -> bool:
    """Tried with the first outline; of the others each is tried when it is first shown."""
    try:
        source.rebuilt([0], {})
    except Exception:  # noqa: BLE001 - fontTools raises whatever a broken program makes it stumble over
        return False
    return True


def _names_all(font: Font) -> bool:
    """Whether a font that is not embedded gives codes of its own to letters with usual names."""
    given = _differences(font)
    return (
        not font.composite
        and bool(given)
        and all(name in agl.AGL2UV for name in given.values() if name != ".notdef")
    )


def _differences(font: Font) -> dict[int, str]:
    encoding = font.obj.get("/Encoding")
    items: Any = encoding.get("/Differences", []) if isinstance(encoding, pikepdf.Dictionary) else []
    return {code: name[1:] for code, name in differing(items).items()}


def _base_names(font: Font, own: Mapping[int, str]) -> Mapping[int, str]:
    """The names that the base encoding gives; without one an embedded program encodes itself."""
    encoding: Any = font.obj.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    if str(base) in _COLUMNS:
        return _table(str(base))
    return own or _table("/StandardEncoding")


@cache
def _table(name: str) -> Mapping[int, str]:
    column = _COLUMNS[name]
    table = {int(row[column] or 0): str(row[0]) for row in ENCODING if row[column] is not None}
    return {**(_TWICE if name == "/WinAnsiEncoding" else {}), **table}
