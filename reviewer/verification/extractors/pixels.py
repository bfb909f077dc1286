# SPDX-License-Identifier: MIT
"""The gate's own look into pictures: read with tesseract at two sizes, and what is doubtful inverted and turned."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice

from PIL import Image, ImageOps, ImageStat

from reviewer.model.document import StoryKind
from reviewer.verification.extractors import tools
from reviewer.verification.extractors.unread import unread
from reviewer.verification.findings import Reading
from reviewer.verification.surface import Surface

Picture = tuple[bytes, str]
"""The bytes of an image file, and its place in the copy."""
_LARGE, _TURNED = 6_000_000, 2_000_000
"""Pixels to which a look is brought: more take long and say no more."""
_UPRIGHT = ("", ".resized")
_TURNED_LOOKS = (".left", ".right", ".over")
_AGAIN = (".inverted", *_TURNED_LOOKS, ".colour")
_TELLS_MORE = 2.0
_SURE = 60.0
_FORMATS = ("PNG", "JPEG")
_UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
_KINDS = (StoryKind.IMAGE_TEXT,)
_TOGETHER = 8
"""So many pictures are held at a time."""


def recognise(pictures: Iterable[Picture], reading: Reading, kinds: tuple[StoryKind, ...] = _KINDS) -> None:
    """Hand in what is read in these pictures, each way of looking as a reader of its own; on all cores."""
    if not tools.has_ocr():
        return
    waiting = iter(pictures)
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        while some := list(islice(waiting, _TOGETHER)):
            for surfaces in pool.map(partial(_read, kinds=kinds), some):
                match surfaces:
                    case str():
                        reading.unreadable(surfaces)
                    case _:
                        reading.add(*surfaces)


def _read(picture: Picture, *, kinds: tuple[StoryKind, ...]) -> list[Surface] | str:
    """What is seen in a picture; its place, when the program was stopped before it had answered."""
    try:
        return list(_seen(*picture, kinds))
    except tools.Unheard:
        return picture[1]


def _seen(data: bytes, place: str, kinds: tuple[StoryKind, ...]) -> Iterator[Surface]:
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            seen = _on_white(opened)
    except _UNREADABLE:
        # The structure check says what is wrong with such a file; the program may still read it.
        yield from tools.recognise(data, place, kinds)
        return
    grey = seen.convert("L")
    upright = _upright(grey)
    table = tools.ocr_table(tools.sheets(upright))
    yield from _surfaces(table, _UPRIGHT, place, kinds)
    again = [*_again(upright, table), *_coloured(seen, grey)]
    yield from _surfaces(tools.ocr_table(tools.sheets(again)), _AGAIN[: len(again)], place, kinds)


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
    """The picture as it is, and smaller or larger."""
    whole = _sized(grey, _LARGE)
    return [whole, _scaled(whole, 2.0 if grey.width * grey.height * 4 <= _LARGE else 0.5)]


def _again(upright: Sequence[Image.Image], table: str) -> list[Image.Image]:
    """What was not read for sure: inverted, and turned by quarters."""
    whole, other = upright
    left = unread(whole, table, 1)
    larger = unread(other, table, 2) if other.width > whole.width else left
    turned = (_sized(left, _TURNED).rotate(degrees, expand=True) for degrees in (90, 270, 180))
    return [ImageOps.invert(larger), *turned]


def _surfaces(
    table: str, names: Sequence[str], place: str, kinds: tuple[StoryKind, ...]
) -> Iterator[Surface]:
    for number, name in enumerate(names, 1):
        # Upside down even plain letters look like words: only what is read for sure counts there.
        least = _SURE if name in _TURNED_LOOKS else 0.0
        yield from tools.seen(f"tesseract{name}", table, place, kinds, sheet=number, least=least)


def _sized(picture: Image.Image, most: int) -> Image.Image:
    area = picture.width * picture.height
    return picture if area <= most else _scaled(picture, (most / area) ** 0.5)


def _scaled(picture: Image.Image, scale: float) -> Image.Image:
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.BICUBIC)
