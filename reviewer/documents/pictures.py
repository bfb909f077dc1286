# SPDX-License-Identifier: MIT
"""Pictures are decoded, cropped and encoded anew: pixels only, no metadata, no hidden areas, no data after the end.

It does not look into the pixels: a person who keeps a picture has looked at it.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF")
"""What Pillow decodes by itself. It hands EPS and WMF to other programs: they are never opened."""
MAX_PIXELS = 60_000_000
"""More than any camera of a phone at full size; at four bytes each, what a reader may ask of a machine."""
Crop = tuple[int, int, int, int]
"""What is cut off left, top, right and bottom, in 100,000ths of the picture."""
WHOLE: Crop = (0, 0, 0, 0)
_SHARES = 100_000
_UNREADABLE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    MemoryError,
    TypeError,
    KeyError,
    IndexError,
)
"""Pillow's decoders raise any of these for damaged data."""


@dataclass(frozen=True, slots=True)
class Grain:
    """The squares in which a picture was packed: their size, and where the first begin, in pixels of what is visible.

    JPEG smears each letter over the squares that it stands in.
    """

    step: int = 1
    offset: tuple[int, int] = (0, 0)

    def down(self, value: int, axis: int) -> int:
        """The border of a square at or before a coordinate."""
        return (value + self.offset[axis]) // self.step * self.step - self.offset[axis]

    def up(self, value: int, axis: int) -> int:
        """The border of a square at or after a coordinate."""
        return -(-(value + self.offset[axis]) // self.step) * self.step - self.offset[axis]


def grain(data: bytes, crop: Crop = WHOLE) -> Grain:
    """The squares of a JPEG (those of its colours, which may be coarser than 8 pixels); single pixels for all else."""
    try:
        with _opened(data) as picture:
            layers = getattr(picture, "layer", None)
            if picture.format not in {"JPEG", "MPO"} or not layers:
                return Grain()
            left, top, _right, _bottom = _box(picture.size, crop)
            return Grain(8 * max(max(layer[1], layer[2]) for layer in layers), (left, top))
    except _UNREADABLE:
        return Grain()


def visible(data: bytes, crop: Crop = WHOLE) -> Image.Image | None:
    """What is visible, on white where it was transparent; None when the picture cannot be decoded.

    The orientation that a camera wrote beside the pixels does not count: no word processor shows a picture by it.
    """
    try:
        with _opened(data) as picture:
            return _cropped(flat(picture), crop)
    except _UNREADABLE:
        return None


def encoded(picture: Image.Image) -> bytes:
    """A PNG of the pixels and of nothing else, always the same for the same pixels."""
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG")
    return buffer.getvalue()


def recoded(data: bytes, crop: Crop = WHOLE) -> bytes | None:
    """What is visible as a PNG; None when the picture cannot be decoded."""
    picture = visible(data, crop)
    return None if picture is None else encoded(picture)


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise ValueError
            picture.load()
            yield picture


def flat(picture: Image.Image) -> Image.Image:
    """A fresh image of the pixels alone, without anything else the source carries.

    Colours under a transparent area are data that nobody sees: white takes their place.
    """
    ground = Image.new("RGB", picture.size, "white")
    if picture.mode.startswith("I") or picture.mode == "F":
        ground.paste(of_eight_bits(picture).convert("RGB"))
    elif picture.has_transparency_data:
        seen = picture.convert("RGBA")
        ground.paste(seen, mask=seen.getchannel("A"))
    else:
        ground.paste(picture.convert("RGB"))
    return ground


def of_eight_bits(picture: Image.Image) -> Image.Image:
    """A picture of finer greys in 256 of them; Pillow would make everything above 255 white.

    Sixteen bits have a white of their own. Wider numbers have none: the brightest becomes white, the darkest black.
    """
    wide = picture.convert("F")
    low, high = (0.0, 65535.0) if picture.mode.startswith("I;16") else wide.getextrema()
    scale = 255 / (high - low or 1)  # type: ignore[operator]  # one band has one pair
    return wide.point(lambda level: level * scale + (0.5 - low * scale)).convert("L")  # type: ignore[operator]


def _cropped(picture: Image.Image, crop: Crop) -> Image.Image:
    box = _box(picture.size, crop)
    if box[0] >= box[2] or box[1] >= box[3]:
        raise ValueError
    return picture.crop(box)


def _box(size: tuple[int, int], crop: Crop) -> tuple[int, int, int, int]:
    """What is left by a crop, in whole pixels: one that is partly cut off goes."""
    left, top, right, bottom = crop
    width, height = size
    return (
        -(-left * width // _SHARES),
        -(-top * height // _SHARES),
        (_SHARES - right) * width // _SHARES,
        (_SHARES - bottom) * height // _SHARES,
    )
