# SPDX-License-Identifier: MIT
"""The text of pages by pdfminer.six: only what it does with letters, for the rest of a page costs as much again."""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Iterable

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import Matrix, apply_matrix_rect

from reviewer.verification.extractors.glyphs import Glyph, by_position, in_order, without_shadows
from reviewer.verification.extractors.pdf_streams import SHOWN
from reviewer.verification.findings import Reading
from reviewer.verification.surface import Surface

_UNKNOWN = "(cid:"
_UNREADABLE_RUN = 3
"""So many letters in a row without a meaning are a word nobody can read; fewer are bullets and ornaments."""
_STEP, _ANGLES, _WORD = 5, 4, 4
"""Angles are told to five degrees; the four with most letters count, from four letters on."""
_SEAM = 60
"""So many letters at the end of a page are read together with the beginning of the next."""


class _Collector(PDFLayoutAnalyzer):
    """Keeps the letters of the page that is drawn, in the order of drawing, and nothing else of it."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self.glyphs: list[Glyph] = []
        self.angles: Counter[int] = Counter()

    def paint_path(self, *_arguments: object) -> None:
        """Called by pdfminer for lines and shapes, which say nothing."""

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        *_drawn: object,
    ) -> float:
        """Called by pdfminer for each letter; gives how far the pen moves on."""
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = f"{_UNKNOWN}{cid})"
        if matrix[1]:
            self.angles[round(math.degrees(math.atan2(matrix[1], matrix[0])) / _STEP) * _STEP % 360] += 1
        advance = font.char_width(cid) * fontsize * scaling
        if font.is_vertical():
            self.glyphs.append(_upright(text, matrix, -fontsize / 2, rise + advance, fontsize / 2, rise))
        else:
            low = font.get_descent() * fontsize + rise
            self.glyphs.append(_glyph(text, matrix, advance, low, fontsize))
        return advance


def _glyph(text: str, matrix: Matrix, advance: float, low: float, size: float) -> Glyph:
    a, b, c, d, x, y = matrix
    if abs(b) < 0.01 * abs(a):
        if c:
            return _upright(text, matrix, 0, low, advance, low + size)
        end, bottom, top = x + a * advance, y + d * low, y + d * (low + size)
        return Glyph(text, min(x, end), min(bottom, top), max(x, end), max(bottom, top))
    # Turned text is laid level, so that its words are words.
    scale = math.hypot(a, b)
    along, across = (x * a + y * b) / scale, (y * a - x * b) / scale
    return Glyph(text, along, across, along + abs(advance) * scale, across + size * math.hypot(c, d))


def _upright(text: str, matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Glyph:
    left, bottom, right, top = apply_matrix_rect(matrix, (x0, y0, x1, y1))
    return Glyph(text, min(left, right), min(bottom, top), max(left, right), max(bottom, top))


class MinerReader:
    """pdfminer.six over all pages."""

    def __init__(self, data: bytes) -> None:
        resources = PDFResourceManager(caching=True)
        self._collector = _Collector(resources)
        self._end = ""
        self.angles: tuple[int, ...] = ()
        """By how many degrees text is turned on the page that was read last, where it is words."""
        self._interpreter = PDFPageInterpreter(resources, self._collector)
        self._pages = iter(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))))

    def read(self, number: int, reading: Reading) -> None:
        """The next page, which is `number`."""
        letters = self._collector.glyphs = []
        angles = self._collector.angles = Counter()
        self._interpreter.process_page(next(self._pages))
        self.angles = tuple(
            sorted(angle for angle, count in angles.most_common(_ANGLES) if angle and count >= _WORD)
        )
        if _unreadable(_says_nothing(glyph.text) for glyph in letters):
            reading.unreadable(f"page:{number}")
        glyphs = without_shadows(letters)
        drawn = in_order(glyphs)
        reading.add(Surface("pdfminer", f"page:{number}", drawn, SHOWN, number))
        reading.add(Surface("pdfminer.sorted", f"page:{number}", by_position(glyphs), SHOWN, number))
        # A name may begin on the page before; each letter is in one seam only, so that none is counted twice.
        edge = min(_SEAM, len(drawn) // 2)
        reading.add(Surface("pdfminer.seam", f"page:{number}", f"{self._end}\n{drawn[:edge]}", SHOWN))
        self._end = drawn[len(drawn) - edge :]


def _says_nothing(text: str) -> bool:
    """A letter without a meaning, or with a private one; those of symbol fonts at F000 are read elsewhere."""
    return text.startswith(_UNKNOWN) or ("\ue000" <= text <= "\uf8ff" and not "\uf000" <= text <= "\uf0ff")


def _unreadable(unknown: Iterable[bool]) -> bool:
    run = 0
    for each in unknown:
        run = run + 1 if each else 0
        if run >= _UNREADABLE_RUN:
            return True
    return False
