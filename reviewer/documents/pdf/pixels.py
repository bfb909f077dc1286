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


def page_sizes(data: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page in points, as they are shown. Raises DamagedFile."""
    with opened(data) as document:
        sizes = (document.get_page_size(index) for index in range(len(document)))
        return tuple((float(width), float(height)) for width, height in sizes)


def named_places(data: bytes) -> dict[str, tuple[int, float, float]]:
    """The named destinations that tell a page and a point: name to page (from 1), x and y in user space."""
    found = {}
    with opened(data) as document:
        has_x, has_y, has_zoom = (ctypes.c_int() for _ in range(3))
        x, y, zoom = (ctypes.c_float() for _ in range(3))
        for index in range(pdfium_c.FPDF_CountNamedDests(document)):
            size = ctypes.c_long(0)
            pdfium_c.FPDF_GetNamedDest(document, index, None, size)
            name = ctypes.create_string_buffer(max(size.value, 0) + 2)
            size = ctypes.c_long(len(name))
            place = pdfium_c.FPDF_GetNamedDest(document, index, name, size)
            page = pdfium_c.FPDFDest_GetDestPageIndex(document, place) if place else -1
            if page >= 0 and pdfium_c.FPDFDest_GetLocationInPage(place, has_x, has_y, has_zoom, x, y, zoom):
                key = name.raw[: max(size.value, 0)].decode("utf-16-le", "replace").rstrip("\0")
                found[key] = (page + 1, x.value, y.value)
    return found


def page_text(data: bytes, page: int, *, high_lines: bool = False) -> list[tuple[str, Rect]]:
    """Each character that PDFium reads on a page, with its box in user space, as high as its line if so wished."""
    with opened(data) as document:
        sheet = document[page - 1]
        text_page = sheet.get_textpage()
        result = []
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        loose = pdfium_c.FS_RECTF()
        for index in range(text_page.count_chars()):
            code = pdfium_c.FPDFText_GetUnicode(text_page, index)
            pdfium_c.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
            if high_lines and pdfium_c.FPDFText_GetLooseCharBox(text_page, index, loose):
                bottom.value, top.value = loose.bottom, loose.top
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
