# SPDX-License-Identifier: MIT
"""A page with nothing in front of its letters: no fills, clips, masks, pictures, colours; hidden letters are black.

What stands outside of the sheet stays outside; letters that are procedures keep what they draw; a font that a graphics
state sets is lost, as it is in the viewer that draws.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Stream,
)
from PIL import Image, ImageChops, ImageFilter

_LETTERS = "BT ET Tf Td TD Tm T* Tc Tw Tz TL Ts Tj TJ ' \" q Q cm Do d0 d1"
_NO_PAINT = "BDC BMC EMC MP DP BX EX w J j M d i ri m l c v y h re n"
_TEXT = frozenset(_LETTERS.split())
_PLAIN = frozenset(_NO_PAINT.split())
"""Operators that hide no letter; all others that are not kept may."""
_PAGE_KEYS = ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Annots", "/Group", "/StructParents")
_WIDE = 30_000
_DEPTH = 20
_INK, _OTHER, _SPOTS = 140, 90, 40
"""Darker than this is a letter; so much another grey is another sight; more dots than these are a word."""


class Barer:
    """Makes bare pages of one file."""

    def __init__(self, data: bytes) -> None:
        self._pdf = pikepdf.open(io.BytesIO(data), attempt_recovery=False)

    def close(self) -> None:
        """Give the file's memory back."""
        self._pdf.close()

    def page(self, number: int) -> bytes | None:
        """A file with this page alone, from 1, bare; None when nothing on the page could hide a letter."""
        with pikepdf.new() as made:
            made.pages.append(self._pdf.pages[number - 1])
            page = made.pages[0].obj
            cropped = "/CropBox" in page
            for key in _PAGE_KEYS:
                if key in page:
                    del page[key]
            stripper = _Stripper()
            content = stripper.strip(made.pages[0], page.get("/Resources"), 0)
            if not (stripper.hides or cropped):
                return None
            page.Contents = made.make_stream(content)
            out = io.BytesIO()
            made.save(out)
            return out.getvalue()


class _Stripper:
    """Strips a page and the forms that it draws; says whether something was there that hides."""

    def __init__(self) -> None:
        self.hides = False
        self._done: set[tuple[int, int]] = set()

    def strip(self, drawn: pikepdf.Page | Object, resources: Object | None, depth: int) -> bytes:
        """The operators of a page or form that show letters."""
        forms = dict(self._forms(resources, depth))
        kept = [each for each in pikepdf.parse_content_stream(drawn) if self._stays(each, forms)]
        return pikepdf.unparse_content_stream(kept)

    def _stays(
        self, instruction: ContentStreamInstruction | ContentStreamInlineImage, forms: dict[str, Object]
    ) -> bool:
        if isinstance(instruction, ContentStreamInlineImage):
            self.hides = True
            return False
        operands, name = instruction.operands, str(instruction.operator)
        if name == "Do":
            stays = bool(operands) and str(operands[0]) in forms
            self.hides |= not stays
            return stays
        layered = name == "BDC" and bool(operands) and operands[0] == Name("/OC")
        self.hides |= layered or name not in _TEXT | _PLAIN
        return name in _TEXT

    def _forms(self, resources: Object | None, depth: int) -> Iterator[tuple[str, Object]]:
        group = resources.get("/XObject") if isinstance(resources, Dictionary) else None
        for name, form in group.items() if isinstance(group, Dictionary) else ():
            if not isinstance(form, Stream) or form.get("/Subtype") != Name("/Form"):
                continue
            if form.objgen not in self._done and depth < _DEPTH:
                self._done.add(form.objgen)
                form.write(self.strip(form, form.get("/Resources", resources), depth + 1))
                form.BBox = Array([-_WIDE, -_WIDE, _WIDE, _WIDE])
                for key in {"/Group", "/OC"}.intersection(form.keys()):
                    del form[key]
            yield name, form


def shows_more(bare: Image.Image, shown: Image.Image) -> bool:
    """Whether letters of the bare page look otherwise on the page as it is."""
    if bare.size != shown.size:
        return True
    letters = bare.point(lambda level: 255 * (level < _INK)).filter(ImageFilter.MaxFilter(3))
    other = ImageChops.difference(bare, shown).point(lambda level: 255 * (level > _OTHER))
    return ImageChops.multiply(letters, other).histogram()[255] > _SPOTS
