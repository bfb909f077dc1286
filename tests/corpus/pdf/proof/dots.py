# SPDX-License-Identifier: MIT
"""Pages as PDFium draws them at 100 dots an inch, never turned, and where a place of the page is among the dots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tests.corpus.pdf.proof.signs import Rect

DOTS = 100
FAINT = 96
"""Levels of 255 by which a dot may differ: numbers that are written anew may round an edge to the dot beside it."""
_FAR = 7200
Mask = NDArray[np.bool_]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """How the points of a page lead to dots: a scale and an origin for each axis."""

    across: tuple[float, float]
    down: tuple[float, float]

    def place(self, rect: Rect) -> Rect:
        """Left, top, right, bottom of a rectangle, in dots."""
        x0, x1 = sorted(self.across[0] * each + self.across[1] for each in (rect[0], rect[2]))
        y0, y1 = sorted(self.down[0] * each + self.down[1] for each in (rect[1], rect[3]))
        return x0, y0, x1, y1

    def points(self, place: Rect) -> Rect:
        """The rectangle of the page under some dots (left, top, right, bottom)."""
        x0, x1 = sorted((each - self.across[1]) / self.across[0] for each in (place[0], place[2]))
        y0, y1 = sorted((each - self.down[1]) / self.down[0] for each in (place[1], place[3]))
        return x0, y0, x1, y1

    def polygon(self, corners: Sequence[Point]) -> list[Point]:
        """Corners of an area, in dots."""
        (ax, bx), (ay, by) = self.across, self.down
        return [(ax * x + bx, ay * y + by) for x, y in corners]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One drawn page."""

    dots: NDArray[np.int16]
    frame: Frame
    turned: int

    @property
    def shape(self) -> tuple[int, int]:
        """Its height and its width."""
        return self.dots.shape[0], self.dots.shape[1]

    def under(self, rect: Rect, of: NDArray[Any] | None = None, *, middle: float = 1.0) -> NDArray[Any]:
        """The dots under a rectangle of the page, or under its `middle` part; of another picture of the same page."""
        x0, y0, x1, y1 = self.frame.place(rect)
        dx, dy = (1 - middle) * (x1 - x0) / 2, (1 - middle) * (y1 - y0) / 2
        left, top = max(int(x0 + dx), 0), max(int(y0 + dy), 0)
        right, bottom = max(int(x1 - dx) + 1, 0), max(int(y1 - dy) + 1, 0)
        return (self.dots if of is None else of)[top:bottom, left:right]

    def shaded(self, areas: Sequence[Sequence[Point]]) -> Mask:
        """The dots of some areas, whose corners are in points."""
        image = Image.new("1", (self.shape[1], self.shape[0]))
        draw = ImageDraw.Draw(image)
        for corners in areas:
            draw.polygon(self.frame.polygon(corners), fill=1, outline=1)
        return np.array(image, dtype=bool)


def corners(rect: Rect) -> list[Point]:
    """The corners of a rectangle."""
    x0, y0, x1, y1 = rect
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def drawn(document: pypdfium2.PdfDocument, number: int, *, notes: bool = False) -> Drawn:
    """One page (from 0), with what its annotations draw or without; /Rotate is told and not obeyed."""
    page = document[number]
    try:
        turned = int(page.get_rotation())
        page.set_rotation(0)
        bitmap = page.render(scale=DOTS / 72, may_draw_forms=False, draw_annots=notes)
        place = bitmap.get_posconv(page)
        x0, y0 = place.to_bitmap(0, 0)
        x1, y1 = place.to_bitmap(_FAR, _FAR)
        frame = Frame(((x1 - x0) / _FAR, x0), ((y1 - y0) / _FAR, y0))
        image = bitmap.to_pil().convert("RGB")
        return Drawn(np.asarray(image, dtype=np.int16), frame, turned)
    finally:
        page.close()


def differing(one: Drawn, other: Drawn, levels: int = FAINT) -> Mask:
    """The dots in which two pages of one size differ by so many levels."""
    found: Mask = np.abs(one.dots - other.dots).max(axis=2) >= levels
    return found
