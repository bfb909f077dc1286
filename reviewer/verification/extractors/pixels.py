# SPDX-License-Identifier: MIT
"""The gate's own look into pictures: each is read with tesseract at two sizes, inverted, turned, by grey and colour."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from PIL import Image, ImageOps, ImageStat

from reviewer.model.document import StoryKind
from reviewer.verification.extractors import tools
from reviewer.verification.surface import Surface

Picture = tuple[bytes, str]
"""The bytes of an image file, and its place in the copy."""
_LARGE, _TURNED = 6_000_000, 2_000_000
"""Pixels to which a look is brought: more take long and say no more."""
_LOOKS = ("", ".resized", ".inverted", ".left", ".right", ".over", ".colour")
_TURNS = 3
_TELLS_MORE = 2.0
_SURE = 60.0
_FORMATS = ("PNG", "JPEG")
_UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
_KINDS = (StoryKind.IMAGE_TEXT,)


def recognise(pictures: Iterable[Picture]) -> Iterator[Surface]:
    """What is read in these pictures, each way of looking as a reader of its own; on all cores."""
    if not tools.has_ocr():
        return
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for surfaces in pool.map(_read, pictures):
            yield from surfaces


def _read(picture: Picture) -> list[Surface]:
    data, place = picture
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            seen = _on_white(opened)
    except _UNREADABLE:
        # The structure check says what is wrong with such a file; the program may still read it.
        return list(tools.recognise(data, place, _KINDS))
    grey = seen.convert("L")
    upright = _upright(grey)
    turned = [_sized(grey, _TURNED).rotate(degrees, expand=True) for degrees in (90, 270, 180)]
    coloured = _coloured(seen, grey)
    return list(_surfaces([*upright, *turned, *coloured], len(upright), place))


def _on_white(opened: Image.Image) -> Image.Image:
    """The picture as a page shows it: what is transparent lets the paper through."""
    if not opened.has_transparency_data:
        return opened.convert("RGB")
    clear = opened.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("RGB")


def _coloured(seen: Image.Image, grey: Image.Image) -> list[Image.Image]:
    """The plane of one colour, when it tells more than grey does: red letters on green are as bright as the green."""
    plane = max(seen.split(), key=_contrast)
    return [_sized(plane, _LARGE)] if _contrast(plane) > _TELLS_MORE * max(1.0, _contrast(grey)) else []


def _contrast(plane: Image.Image) -> float:
    return ImageStat.Stat(plane).stddev[0]


def _upright(grey: Image.Image) -> list[Image.Image]:
    """The picture as it is, smaller or larger, and inverted."""
    whole = _sized(grey, _LARGE)
    small = grey.width * grey.height * 4 <= _LARGE
    other = _scaled(whole, 2.0 if small else 0.5)
    return [whole, other, ImageOps.invert(other if small else whole)]


def _surfaces(looks: Sequence[Image.Image], upright: int, place: str) -> Iterator[Surface]:
    buffer = io.BytesIO()
    looks[0].save(buffer, format="TIFF", save_all=True, append_images=list(looks[1:]))
    table = tools.ocr_table(buffer.getvalue())
    for number, name in enumerate(_LOOKS[: len(looks)], 1):
        # Upside down even plain letters look like words: only what is read for sure counts there.
        least = _SURE if upright < number <= upright + _TURNS else 0.0
        text = tools.table_text(table, page=number, least=least)
        yield Surface(f"tesseract{name}", f"{place}:pixels", text, _KINDS)


def _sized(picture: Image.Image, most: int) -> Image.Image:
    area = picture.width * picture.height
    return picture if area <= most else _scaled(picture, (most / area) ** 0.5)


def _scaled(picture: Image.Image, scale: float) -> Image.Image:
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.BICUBIC)
