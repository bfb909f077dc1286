# SPDX-License-Identifier: MIT
"""Draws words of a page anew in another place of its picture, to the fraction of a pixel.

Copied pixels would keep how far each letter lay from the middle of its pixels, which tells by how much it was moved.
"""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium_c
from PIL import Image

from reviewer.documents.pdf.geometry import Rect, place
from reviewer.documents.pdf.pixels import opened, page_text
from reviewer.redaction.pdf.upright import Standing

_NEAR = 2.5
_MARGIN = 1.2371
"""Pixels before the first letter: not a whole number, so that no rounding turns on the last digit."""


class Redrawing:
    """The letters of one page, as PDFium places them, in pixels of its picture as it is shown."""

    def __init__(self, data: bytes, page: int, stand: Standing) -> None:
        self._data, self._page, self._stand = data, page, stand
        self._letters: list[Rect] | None = None

    def width(self, area: tuple[int, int, int, int]) -> int | None:
        """How many pixels the letters of an area need; None where none explains what is seen there."""
        ends = self._ends(area)
        return None if ends is None else int(ends[1] - ends[0] + 2 * _MARGIN) + 1

    def draw(
        self, area: tuple[int, int, int, int], width: int, *, size: tuple[int, int]
    ) -> Image.Image | None:
        """The letters of an area, `width` pixels wide, taken from a picture of some size."""
        ends, own = self._ends(area), self.width(area)
        if ends is None or own is None:
            return None
        with opened(self._data) as document:
            sheet = document[self._page - 1]
            across, down = sheet.get_size()
            shrink = width / own
            matrix = pdfium_c.FS_MATRIX(
                size[0] / across * shrink, 0, 0, size[1] / down, (_MARGIN - ends[0]) * shrink, -area[1]
            )
            high = area[3] - area[1]
            bitmap = pypdfium2.PdfBitmap.new_native(width, high, pdfium_c.FPDFBitmap_BGRx)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, high)
            clip = pdfium_c.FS_RECTF(0, 0, width, high)
            flags = pdfium_c.FPDF_REVERSE_BYTE_ORDER
            pdfium_c.FPDF_RenderPageBitmapWithMatrix(
                bitmap, sheet, ctypes.byref(matrix), ctypes.byref(clip), flags
            )
            piece = Image.frombuffer(
                "RGB", (width, high), bytes(bitmap.buffer), "raw", "RGBX", bitmap.stride, 1
            )
            bitmap.close()
            sheet.close()
            return piece

    def _ends(self, area: tuple[int, int, int, int]) -> tuple[float, float] | None:
        """Where the letters of an area begin and end, if they begin and end where its ink does."""
        if self._letters is None:
            read = page_text(self._data, self._page)
            self._letters = [place(self._stand.onto, box) for each, box in read if not each.isspace()]
        x0, y0, x1, y1 = area
        within = [
            each for each in self._letters
            if x0 - _NEAR <= each[0] and each[2] <= x1 + _NEAR and y0 <= (each[1] + each[3]) / 2 <= y1
        ]  # fmt: skip
        if not within:
            return None
        left, right = min(each[0] for each in within), max(each[2] for each in within)
        near = abs(left - x0) <= 2 * _NEAR and abs(right - x1) <= 2 * _NEAR
        return (left, right) if near else None
