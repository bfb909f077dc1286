# SPDX-License-Identifier: MIT
"""The text of pages by two independent readers, pdfminer.six and PDFium, and by poppler and tesseract where present."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTContainer, LTPage
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pypdfium2 import raw as pdfium

from reviewer.model.document import StoryKind
from reviewer.verification.extractors import tools
from reviewer.verification.extractors.glyphs import Glyph, by_position, in_order, without_shadows
from reviewer.verification.extractors.pdf_streams import SHOWN
from reviewer.verification.findings import Reading
from reviewer.verification.surface import Surface

_UNKNOWN = re.compile(r"\(cid:\d+\)")
_UNREADABLE_RUN = 3
"""So many letters in a row without a meaning are a word nobody can read; fewer are bullets and ornaments."""
_OCR_SCALE = 200 / 72


class _Collector(PDFLayoutAnalyzer):
    """Keeps the letters of the page that was drawn last, in the order of drawing."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self.letters: list[LTChar] = []

    def receive_layout(self, ltpage: LTPage) -> None:
        """Called by pdfminer at the end of a page."""
        self.letters = list(_letters(ltpage))


def _letters(container: LTContainer[LTChar] | LTPage) -> Iterator[LTChar]:
    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTContainer):
            yield from _letters(item)


class MinerReader:
    """pdfminer.six over all pages."""

    def __init__(self, data: bytes) -> None:
        resources = PDFResourceManager(caching=True)
        self._collector = _Collector(resources)
        self._interpreter = PDFPageInterpreter(resources, self._collector)
        self._pages = iter(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)))))

    def read(self, number: int, reading: Reading) -> None:
        """The next page, which is `number`."""
        self._interpreter.process_page(next(self._pages))
        letters = self._collector.letters
        if _unreadable([_UNKNOWN.fullmatch(each.get_text()) is not None for each in letters]):
            reading.unreadable(f"page:{number}")
        glyphs = without_shadows(map(_glyph, letters))
        reading.add(*_views("pdfminer", glyphs, number))


def _glyph(letter: LTChar) -> Glyph:
    a, b, _, _, x, y = letter.matrix
    if abs(b) < 0.01 * abs(a):
        return Glyph(letter.get_text(), letter.x0, letter.y0, letter.x1, letter.y1)
    # Turned text is laid level, so that its words are words.
    angle = math.atan2(b, a)
    along, across = x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)
    size = letter.size
    return Glyph(letter.get_text(), along, across, along + abs(letter.adv), across + size)


def _unreadable(unknown: Iterable[bool]) -> bool:
    run = 0
    for each in unknown:
        run = run + 1 if each else 0
        if run >= _UNREADABLE_RUN:
            return True
    return False


class PdfiumReader:
    """PDFium over all pages."""

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)

    def close(self) -> None:
        """Give PDFium's memory back."""
        self._document.close()

    def read(self, number: int, reading: Reading) -> None:
        """One page, from 1."""
        page = self._document[number - 1]
        text = page.get_textpage()
        reading.add(Surface("pdfium", f"page:{number}", text.get_text_range(), SHOWN, number))
        glyphs = without_shadows(_charboxes(text))
        reading.add(Surface("pdfium.sorted", f"page:{number}", by_position(glyphs), SHOWN, number))
        if tools.has_ocr():
            kinds = (*SHOWN, StoryKind.IMAGE_TEXT)
            reading.add(*tools.recognise(_picture(page), f"page:{number}", kinds, number))
        text.close()
        page.close()


def _charboxes(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code > 0x20 and pdfium.FPDFText_IsGenerated(text, index) != 1:
            left, bottom, right, top = text.get_charbox(index, loose=True)
            yield Glyph(chr(code) if code <= 0x10FFFF else "", left, bottom, right, top)


def _picture(page: pypdfium2.PdfPage) -> bytes:
    """The page as a portable graymap, which tesseract reads from a pipe."""
    bitmap = page.render(scale=_OCR_SCALE, grayscale=True)
    rows = bytes(bitmap.buffer)
    body = b"".join(
        rows[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + body


def _views(reader: str, glyphs: Sequence[Glyph], number: int) -> Iterator[Surface]:
    yield Surface(reader, f"page:{number}", in_order(glyphs), SHOWN, number)
    yield Surface(f"{reader}.sorted", f"page:{number}", by_position(glyphs), SHOWN, number)
