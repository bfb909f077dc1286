# SPDX-License-Identifier: MIT
"""Images from which something goes: their pixels, decoded, without it, and nothing of what they were coded in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pikepdf
from PIL import Image, ImageDraw

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.geometry import Matrix, Rect, apply, bounds, inverse
from reviewer.documents.pdf.pictures import decode
from reviewer.redaction.pdf.images import copy_image, from_pixels, plain
from reviewer.redaction.pdf.ink import Hit
from reviewer.redaction.pdf.masking import Box, masked
from reviewer.redaction.pdf.upright import standing

_SMEARED = {"/DCTDecode", "/DCT", "/JPXDecode", "/DCF"}


def paint_image(new: pikepdf.Pdf, source: Any, matrix: Matrix, rects: Iterable[Rect]) -> Any:
    """A copy of an image with areas of the page painted black in it; None when it cannot be decoded.

    What a mask hides stays hidden, but in these areas: there the mask could show the shape of what was there.
    """
    image = decode(source)
    back = inverse(matrix)
    if image is None or back is None:
        return None
    areas = [bounds(apply(back, *each) for each in _corners(rect)) for rect in rects]
    if _is_stencil(source):
        return _stencil(new, source, areas)
    painted = from_pixels(new, _filled(plain(image), areas, 0))
    if "A" in image.getbands():
        painted["/SMask"] = from_pixels(new, _filled(image.getchannel("A"), areas, 255))
    return painted


def mask_image(
    new: pikepdf.Pdf, source: Any, matrix: Matrix, rects: Sequence[Rect], words: Sequence[tuple[Rect, str, bool]],
    *, rotation: int,
) -> tuple[Any, tuple[Box, ...]] | None:  # fmt: skip
    """The same, with the rows of some words set anew: the image and its boxes on the page; None where it is not plain.

    A word is its place on the page, its label, and whether a person drew that place.
    """
    image = decode(source)
    if image is None or _is_stencil(source) or _is_masked(source) or "A" in image.getbands():
        return None
    stand = standing(matrix, image.size, rotation)
    if stand is None:
        return None
    back = inverse(matrix)
    areas = [bounds(apply(back, *each) for each in _corners(rect)) for rect in rects] if back else []
    hits = [Hit(*stand.pixels(rect), label, drawn) for rect, label, drawn in words]
    made = masked(_filled(plain(image), areas, 0), stand, hits, smeared=_is_smeared(source))
    return from_pixels(new, made.image), made.boxes


def _stencil(new: pikepdf.Pdf, source: Any, areas: Iterable[Rect]) -> Any:
    """A stencil that paints nothing in areas of the unit square; None where its dots cannot be had."""
    made = copy_image(new, source) if isinstance(source, pikepdf.Stream) else None
    if made is None:
        return None
    size = int(made["/Width"]), int(made["/Height"])
    try:
        dots = Image.frombytes("1", size, bytes(made.read_bytes()))
    except (ValueError, pikepdf.PdfError):
        return None
    decoded = made.get("/Decode")
    clear = 0 if isinstance(decoded, pikepdf.Array) and float(decoded[0]) > float(decoded[1]) else 255
    made.write(_filled(dots, areas, clear).tobytes())
    return made


def _corners(rect: Rect) -> Iterator[tuple[float, float]]:
    x0, y0, x1, y1 = rect
    yield from ((x0, y0), (x1, y0), (x1, y1), (x0, y1))


def _filled(image: Image.Image, areas: Iterable[Rect], level: int) -> Image.Image:
    """The image with areas of the unit square painted over."""
    painted = image.copy()
    draw = ImageDraw.Draw(painted)
    for u0, v0, u1, v1 in areas:
        if u1 <= 0 or v1 <= 0 or u0 >= 1 or v0 >= 1:
            continue
        left, right = max(u0, 0) * painted.width, min(u1, 1) * painted.width
        top, bottom = (1 - min(v1, 1)) * painted.height, (1 - max(v0, 0)) * painted.height
        fill = (level,) * 3 if painted.mode == "RGB" else level
        draw.rectangle((int(left), int(top), int(right) + 1, int(bottom) + 1), fill=fill)
    return painted


def _is_stencil(source: Any) -> bool:
    if isinstance(source, pikepdf.PdfInlineImage):
        return bool(source.image_mask)
    return bool(source.get("/ImageMask", False))


def _is_masked(source: Any) -> bool:
    """Whether a shape of its own says what of the image is shown: it would have to be set anew with it."""
    return isinstance(source, pikepdf.Stream) and any(key in source for key in ("/SMask", "/Mask"))


def _is_smeared(source: Any) -> bool:
    filters = streams.filters_of(source) if isinstance(source, pikepdf.Stream) else source.filters
    return any(str(each) in _SMEARED for each in filters)
