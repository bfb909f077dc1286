# SPDX-License-Identifier: MIT
"""The text of pages by PDFium, and what tesseract, where it is present, reads in what PDFium draws."""

from __future__ import annotations

import contextlib
import os
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import islice

import pypdfium2
from pypdfium2 import raw as pdfium

from reviewer.model.document import StoryKind
from reviewer.verification.extractors import tools
from reviewer.verification.extractors.glyphs import Glyph, by_position, without_shadows
from reviewer.verification.extractors.page_looks import Look, looks
from reviewer.verification.extractors.pdf_bared import Barer
from reviewer.verification.extractors.pdf_looks import draws_shapes, tells_other_words
from reviewer.verification.extractors.pdf_streams import SHOWN
from reviewer.verification.findings import Reading
from reviewer.verification.folding import fold
from reviewer.verification.surface import SeenWord, Surface

_KINDS = (*SHOWN, StoryKind.IMAGE_TEXT)
_MORE = 60
"""So many looks are taken beside the first one of each page: some take three times as long."""
_PICTURES = 4
"""So many pictures of pages wait for tesseract at most: one has four million bytes."""


class PdfiumReader:
    """PDFium over all pages, and tesseract over what it draws of those that are worth a look."""

    def __init__(self, data: bytes, looked: frozenset[int], pictured: frozenset[int]) -> None:
        self._document = pypdfium2.PdfDocument(data)
        self._barer = Barer(data)
        self._pictured = pictured
        self._more_left = _MORE
        self._looked = set(looked) if tools.has_ocr() else set()
        self._pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1)
        self._waiting: deque[tuple[int, str, Future[tuple[Surface, ...]]]] = deque()
        self._deceived = False

    def close(self) -> None:
        """Give PDFium's memory back."""
        self._pool.shutdown(cancel_futures=True)
        self._barer.close()
        self._document.close()

    def read(self, number: int, reading: Reading, angles: Collection[int] = ()) -> None:
        """One page, from 1, on which some text is turned by these angles."""
        page = self._document[number - 1]
        text = page.get_textpage()
        said = text.get_text_range()
        reading.add(Surface("pdfium", f"page:{number}", said, SHOWN, number))
        glyphs = without_shadows(_charboxes(text))
        reading.add(Surface("pdfium.sorted", f"page:{number}", by_position(glyphs), SHOWN, number))
        shapes = tools.has_ocr() and draws_shapes(page)
        if number in self._looked or shapes:
            self._looked.add(number)
            pictures = shapes or number in self._pictured
            more = looks(page, number, self._barer, angles, pictures=pictures)
            # Beyond so many a page is drawn once: looks are made as they are asked for.
            seen = tuple(islice(more, 1 + max(0, self._more_left)))
            self._more_left -= len(seen) - 1
            self._look(seen, number, said, reading, plain=not pictures)
        text.close()
        page.close()

    def finish(self, reading: Reading) -> None:
        """Hear what is still being read; when letters are not what they say, look at the pages left out."""
        self._hear(reading, 0)
        if self._deceived:
            for number in sorted(set(range(1, len(self._document) + 1)) - self._looked):
                with contextlib.closing(self._document[number - 1]) as page:
                    plain = islice(looks(page, number, self._barer, (), pictures=False), 1)
                    self._look(plain, number, "", reading)
            self._hear(reading, 0)

    def _look(
        self, more: Iterable[Look], number: int, said: str, reading: Reading, *, plain: bool = False
    ) -> None:
        # Where nothing but text is drawn, a word that the text has too was not misread. A picture's words may be in a
        # text behind it as some program misread them.
        known = fold(said) if plain else ""
        self._waiting.append((number, said, self._pool.submit(_recognise, tuple(more), number, known)))
        self._hear(reading, _PICTURES)

    def _hear(self, reading: Reading, most: int) -> None:
        """Take in what was read, until no more than so many pages wait: each holds its picture."""
        while len(self._waiting) > most:
            number, said, future = self._waiting.popleft()
            try:
                surfaces = future.result()
            except tools.Unheard:
                reading.unreadable(f"page:{number}")
                continue
            reading.add(*surfaces)
            if said:
                # What lies turned or hidden says nothing of the letters that are shown.
                plain = (each for each in surfaces if each.reader == "tesseract")
                self._deceived |= any(tells_other_words(each.text, said) for each in plain)


def _recognise(seen: Sequence[Look], number: int, known: str) -> tuple[Surface, ...]:
    """All looks at a page by one call: most of a call is spent on learning two languages. Words that are known are
    what they are.
    """
    table = tools.ocr_table(tools.sheets([each.picture for each in seen]))
    return tuple(
        replace(surface, words=tuple(_assured(word, known) for word in surface.words))
        for sheet, each in enumerate(seen, 1)
        for surface in tools.seen(each.reader, table, f"page:{number}", _KINDS, number, sheet=sheet)
    )


def _assured(word: SeenWord, known: str) -> SeenWord:
    return word._replace(confidence=100.0) if fold(word.text) in known else word


def _charboxes(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """The letters with their boxes; blanks and ends of lines are PDFium's own guess."""
    box = pdfium.FS_RECTF()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code > 0x20 and pdfium.FPDFText_GetLooseCharBox(text, index, box):
            yield Glyph(chr(code) if code <= 0x10FFFF else "", box.left, box.bottom, box.right, box.top)
