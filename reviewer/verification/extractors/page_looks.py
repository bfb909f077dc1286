# SPDX-License-Identifier: MIT
"""The ways to look at one page with OCR: as it is, finer, with nothing hidden, with turned text laid level."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator
from typing import NamedTuple

import pypdfium2
from PIL import Image

from reviewer.verification.extractors.pdf_bared import Barer, shows_more

_PLAIN, _FINE, _COARSE = 200 / 72, 300 / 72, 1.0
_DOTS = 20_000_000
"""Finer looks have no more dots than these: a poster has too many."""


class Look(NamedTuple):
    """A picture of a page, and the name under which it is read."""

    reader: str
    picture: Image.Image


def looks(
    page: pypdfium2.PdfPage, number: int, barer: Barer, angles: Collection[int], *, pictures: bool
) -> Iterator[Look]:
    """A page's looks: one of plain text, more where there are pictures, hidden letters or turned ones."""
    shown = _drawn(page, _PLAIN)
    yield Look("tesseract", shown)
    for angle in angles:
        # The page is turned back, so that this text is level.
        level = shown.rotate(-angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        yield Look("tesseract.turned", level)
    if pictures:
        fine = min(_FINE, (_DOTS / (page.get_width() * page.get_height())) ** 0.5)
        yield Look("tesseract.finer", _drawn(page, fine))
    bare = barer.page(number)
    if bare is not None:
        yield from _bared(bare, page)


def _bared(bare: bytes, page: pypdfium2.PdfPage) -> Iterator[Look]:
    with contextlib.closing(pypdfium2.PdfDocument(bare)) as document:
        other = document[0]
        if shows_more(_drawn(other, _COARSE), _drawn(page, _COARSE)):
            yield Look("tesseract.bared", _drawn(other, _PLAIN))
        other.close()


def _drawn(page: pypdfium2.PdfPage, scale: float) -> Image.Image:
    bitmap = page.render(scale=scale, grayscale=True)
    picture: Image.Image = bitmap.to_pil().convert("L")
    # PIL may look into PDFium's memory, which goes with the bitmap.
    return picture.copy()
