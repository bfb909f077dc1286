# SPDX-License-Identifier: MIT
"""Finds images that hold far more than they show, and patterns without end, before anything draws them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.geometry import Rect, area, normal, number
from reviewer.documents.pdf.records import Canvas, CanvasKind, PaintKind, Walk
from reviewer.errors import LimitExceeded

_SMALL = 64 * 2**20
_WIDEST = 8
"""Bytes of a pixel in the widest colours that there are in earnest."""
MAX_TILED = 1_000_000_000
"""Square points that the tiles of one pattern may cover on a page: hatches come to the page's own size."""
_LEAST = 50.0
"""What the smallest tile counts as: it has to be drawn too."""
_IMAGES = {PaintKind.IMAGE, PaintKind.INLINE_IMAGE}


class Swelling:
    """Looks at each image of a document once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: set[tuple[int, int]] = set()

    def check(self, walk: Walk) -> None:
        """Refuse a page that PDFium would unpack, or draw, without end. Raises LimitExceeded."""
        for canvas in walk.canvases:
            if canvas.kind is CanvasKind.PATTERN and _tiles(canvas, walk.visible) > MAX_TILED:
                raise LimitExceeded(path=self._path, limit="pattern", value=None, maximum=MAX_TILED)
        for paint in walk.paints:
            if paint.kind in _IMAGES and paint.obj is not None:
                self._check(paint.obj)

    def _check(self, image: Any) -> None:
        for each in (image, *_masks(image)):
            key = each.objgen if isinstance(each, pikepdf.Object) else (0, 0)
            if key in self._seen:
                continue
            if key != (0, 0):
                self._seen.add(key)
            try:
                most = _most(each)
                if isinstance(each, pikepdf.Stream):
                    streams.check_rows(each, most)
                streams.check(bytes(each.read_raw_bytes()), _filters(each), most)
            except streams.TooLarge:
                raise LimitExceeded(path=self._path, limit="image", value=None, maximum=most) from None
            except (pikepdf.PdfError, ValueError, TypeError, KeyError, NotImplementedError):
                continue  # what cannot be looked into cannot be decoded either


def _tiles(canvas: Canvas, page: Rect) -> float:
    """The area of all tiles of a pattern. A pattern without steps is not drawn at all."""
    try:
        box = area(normal(canvas.obj["/BBox"]))
        step = abs(number(canvas.obj["/XStep"]) * number(canvas.obj["/YStep"]))
    except (KeyError, ValueError, TypeError):
        return 0.0
    a, b, c, d, _e, _f = canvas.matrix
    scale = abs(a * d - b * c)
    if not step or not scale:
        return 0.0
    return area(page) / (step * scale) * max(box * scale, _LEAST)


def _masks(image: Any) -> list[Any]:
    if not isinstance(image, pikepdf.Stream):
        return []
    return [image[key] for key in ("/SMask", "/Mask") if isinstance(image.get(key), pikepdf.Stream)]


def _most(image: Any) -> int:
    """What the pixels can take at most, by what the image says of itself."""
    if isinstance(image, pikepdf.PdfInlineImage):
        return max(_SMALL, int(image.width) * int(image.height) * _WIDEST)
    return max(_SMALL, int(image.get("/Width", 0)) * int(image.get("/Height", 0)) * _WIDEST)


def _filters(image: Any) -> tuple[str, ...]:
    return tuple(image.filters) if isinstance(image, pikepdf.PdfInlineImage) else streams.filters_of(image)
