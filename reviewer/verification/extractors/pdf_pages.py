# SPDX-License-Identifier: MIT
"""The text of pages by PDFium, and what tesseract, where it is present, reads in what PDFium draws."""

from __future__ import annotations

import contextlib
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pypdfium2
from pypdfium2 import raw as pdfium

from reviewer.model.document import StoryKind
from reviewer.verification.extractors import tools
from reviewer.verification.extractors.glyphs import Glyph, by_position, without_shadows
from reviewer.verification.extractors.pdf_looks import draws_shapes, tells_other_words
from reviewer.verification.extractors.pdf_streams import SHOWN
from reviewer.verification.findings import Reading
from reviewer.verification.surface import Surface

_OCR_SCALE = 200 / 72
_PICTURES = 4
"""So many pictures of pages wait for tesseract at most: one has four million bytes."""


class PdfiumReader:
    """PDFium over all pages, and tesseract over what it draws of those that are worth a look."""

    def __init__(self, data: bytes, looked: frozenset[int]) -> None:
        self._document = pypdfium2.PdfDocument(data)
        self._looked = set(looked) if tools.has_ocr() else set()
        self._pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1)
        self._waiting: deque[tuple[str, Future[tuple[Surface, ...]]]] = deque()
        self._deceived = False

    def close(self) -> None:
        """Give PDFium's memory back."""
        self._pool.shutdown(cancel_futures=True)
        self._document.close()

    def read(self, number: int, reading: Reading) -> None:
        """One page, from 1."""
        page = self._document[number - 1]
        text = page.get_textpage()
        said = text.get_text_range()
        reading.add(Surface("pdfium", f"page:{number}", said, SHOWN, number))
        glyphs = without_shadows(_charboxes(text))
        reading.add(Surface("pdfium.sorted", f"page:{number}", by_position(glyphs), SHOWN, number))
        if number in self._looked or (tools.has_ocr() and draws_shapes(page)):
            self._looked.add(number)
            self._look(page, number, said, reading)
        text.close()
        page.close()

    def finish(self, reading: Reading) -> None:
        """Hear what is still being read; when letters are not what they say, look at the pages left out."""
        self._hear(reading, 0)
        if self._deceived:
            for number in sorted(set(range(1, len(self._document) + 1)) - self._looked):
                with contextlib.closing(self._document[number - 1]) as page:
                    self._look(page, number, "", reading)
            self._hear(reading, 0)

    def _look(self, page: pypdfium2.PdfPage, number: int, said: str, reading: Reading) -> None:
        kinds = (*SHOWN, StoryKind.IMAGE_TEXT)
        seen = self._pool.submit(_recognise, _picture(page), f"page:{number}", kinds, number)
        self._waiting.append((said, seen))
        self._hear(reading, _PICTURES)

    def _hear(self, reading: Reading, most: int) -> None:
        """Take in what was read, until no more than so many pages wait: each holds its picture."""
        while len(self._waiting) > most:
            said, future = self._waiting.popleft()
            surfaces = future.result()
            reading.add(*surfaces)
            if said:
                self._deceived |= any(tells_other_words(each.text, said) for each in surfaces)


def _recognise(picture: bytes, place: str, kinds: tuple[StoryKind, ...], number: int) -> tuple[Surface, ...]:
    return tuple(tools.recognise(picture, place, kinds, number))


def _charboxes(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """The letters with their boxes; blanks and ends of lines are PDFium's own guess."""
    box = pdfium.FS_RECTF()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code > 0x20 and pdfium.FPDFText_GetLooseCharBox(text, index, box):
            yield Glyph(chr(code) if code <= 0x10FFFF else "", box.left, box.bottom, box.right, box.top)


def _picture(page: pypdfium2.PdfPage) -> bytes:
    """The page as a portable graymap, which tesseract reads from a pipe."""
    bitmap = page.render(scale=_OCR_SCALE, grayscale=True)
    rows = bytes(bitmap.buffer)
    body = b"".join(
        rows[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + body
