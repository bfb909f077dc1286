# SPDX-License-Identifier: MIT
"""Page images and a second opinion on a page's text, by PDFium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from reviewer.documents.pdf.geometry import Rect
from reviewer.errors import DamagedFile

MAX_PIXELS = 80_000_000
_LOCK = RLock()
"""PDFium must not run in two threads at once."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels of a page, four bytes each: red, green, blue, alpha."""

    width: int
    height: int
    stride: int
    rgba: bytes


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """A PDFium document, closed afterwards; one thread at a time. Raises DamagedFile."""
    with _LOCK:
        document = None
        try:
            document = pypdfium2.PdfDocument(data)
            yield document
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise DamagedFile(path=None, detail="page") from error
        finally:
            if document is not None:
                document.close()


def render(data: bytes, page: int, *, scale: float) -> Picture:
    """The image of a page (from 1) at `scale` pixels a point. A page larger than the ceiling is drawn smaller."""
    return _render(data, page, scale=scale, annotations=True)


def render_plain(data: bytes, page: int, *, scale: float) -> Picture:
    """The same without notes and form fields."""
    return _render(data, page, scale=scale, annotations=False)


def page_size(data: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page in points, as it is shown (turned by its Rotate)."""
    with opened(data) as document:
        width, height = document.get_page_size(page - 1)
        return float(width), float(height)


def _render(data: bytes, page: int, *, scale: float, annotations: bool) -> Picture:
    with opened(data) as document:
        if annotations:
            document.init_forms()
        sheet = document[page - 1]
        width, height = sheet.get_size()
        scale = min(scale, (MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
        bitmap = sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=True, draw_annots=annotations)
        picture = Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        sheet.close()
        return picture


def page_text(data: bytes, page: int) -> list[tuple[str, Rect]]:
    """Each character that PDFium reads on a page, with its box in user space."""
    with opened(data) as document:
        sheet = document[page - 1]
        text_page = sheet.get_textpage()
        result = []
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        for index in range(text_page.count_chars()):
            code = pdfium_c.FPDFText_GetUnicode(text_page, index)
            pdfium_c.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
            character = (
                chr(code)
                if 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000
                else "\n"
                if code == 10
                else ""
            )
            if character:
                result.append((character, (left.value, bottom.value, right.value, top.value)))
        text_page.close()
        sheet.close()
        return result
