# SPDX-License-Identifier: MIT
"""Which pages of a PDF copy are looked at with OCR, which takes longer than all other readers together.

All pages of a short file. Of a long one: pages with something that is no text (pictures not seen before, outlines,
patterns, letters that are drawings), and so many that every letter of every font is on one of them, for a font may
draw other letters than it says. Where such a page shows other words than its text has, all pages are looked at.

What it does not see: a font that lies in a few letters only, on a page that is not looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw as pdfium

from reviewer.verification.extractors.pdf_contents import Content
from reviewer.verification.extractors.pdf_streams import Drawn
from reviewer.verification.folding import fold

CHOSEN = 8
"""So many pages are looked at whatever they show."""
_MOST = 40
"""So many are looked at for their letters: a font of thousands of signs shows new ones on every page."""
_FORMS = 15
_SMALL = 40.0
_BENT = 6
"""A path of more segments may be a letter; a rule or a frame has fewer."""
_SEGMENTS = 40
_WORD = re.compile(r"[^\W\d_]{4,}")
_ENOUGH = 12


@dataclass(slots=True)
class Lookout:
    """What the streams of each page draw, gathered before the pages are read."""

    pages: dict[int, set[tuple[int, int]]] = field(default_factory=dict)
    must: set[int] = field(default_factory=set)
    """Pages that show something that is no text."""
    _pictures: set[int] = field(default_factory=set)

    def take(self, content: Content, drawn: Drawn) -> None:
        """What one unit of drawing shows."""
        signs = self.pages.setdefault(content.page, set())
        for font, codes in drawn.codes.items():
            signs.update((font, code) for code in codes)
        named = {f"/{name.decode('latin-1')}" for name in drawn.names}
        pictures = {number for name, number in content.pictures.items() if name in named}
        if drawn.unnamed or pictures - self._pictures:
            self.must.add(content.page)
        self._pictures |= pictures

    def chosen(self, total: int) -> frozenset[int]:
        """The pages to look at: those that together show every letter, a few at least, and those that must be."""
        left = {number: set(self.pages.get(number, ())) for number in range(1, total + 1)}
        chosen: set[int] = set()
        while left and len(chosen) < _MOST:
            best = max(left, key=lambda number: (len(left[number]), -number))
            seen = left.pop(best)
            if not seen and len(chosen) >= CHOSEN:
                break
            chosen.add(best)
            for signs in left.values():
                signs -= seen
        return frozenset(chosen | self.must)


def draws_shapes(page: pypdfium2.PdfPage) -> bool:
    """Whether there are shapes enough to be letters."""
    segments = 0
    for each in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=_FORMS):
        count = max(0, pdfium.FPDFPath_CountSegments(each))
        left, bottom, right, top = each.get_bounds()
        if count > _BENT or (right - left < _SMALL and top - bottom < _SMALL):
            segments += count
    return segments >= _SEGMENTS


def tells_other_words(seen: str, text: str) -> bool:
    """Whether most words seen on a page are not in its text."""
    words = {fold(each) for each in _WORD.findall(seen)}
    said = fold(text)
    return len(words) >= _ENOUGH and 2 * sum(word in said for word in words) < len(words)
