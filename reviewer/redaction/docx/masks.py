# SPDX-License-Identifier: MIT
"""Black areas over withheld words of a picture: large enough for every trace of a letter, no larger than must be.

A mask covers what the reader of pictures calls the word, the ink that hangs on to it, and the squares in which JPEG
smears it. To the right it grows to one of a few widths where the picture is empty, so that it does not tell how long
the words were. It does not promise that a word that nobody read is covered: that takes a region drawn by a person.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import Image, ImageDraw, ImageFont

from reviewer.documents.ocr import PlacedWord
from reviewer.documents.pictures import Grain
from reviewer.redaction.plan import Removal

_INK = 24
"""Steps of 255 by which a pixel differs from what is around it to count as ink."""
_HANGING = 0.6
_QUANTUM = 5
"""Heights of a word in the smallest width of a mask, which is then rounded up to a power of two."""
_SLACK = 3
_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)
_LETTERS = (9, 22)
"""Heights in pixels between which a label is written."""
_FILL = 0.66

Side = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Mask:
    """A black rectangle in whole pixels, and the label in it."""

    x0: int
    y0: int
    x1: int
    y1: int
    label: str

    def meets(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Whether it shares a pixel with a rectangle."""
        return self.x0 < x1 and x0 < self.x1 and self.y0 < y1 and y0 < self.y1


def masks_over(
    picture: Image.Image,
    words: Sequence[PlacedWord],
    removals: Iterable[Removal],
    grain: Grain,
    *,
    wider: int = 0,
) -> list[Mask]:
    """Where to paint so that the removed characters' words are gone. `wider` counts the tries that were too small."""
    groups: list[tuple[list[PlacedWord], str]] = []
    hidden: set[PlacedWord] = set()
    for removal in removals:
        taken = [word for word in words if word.start < removal.end and removal.start < word.end]
        hidden.update(taken)
        groups += [(row, removal.label) for row in _rows(taken)]
    kept = [word for word in words if word not in hidden]
    return [_grown(picture, _around(row, label), kept, grain, wider=wider) for row, label in groups]


def painted(picture: Image.Image, masks: Iterable[Mask]) -> Image.Image:
    """A new picture with the masks over it."""
    made = picture.copy()
    draw = ImageDraw.Draw(made)
    for mask in masks:
        draw.rectangle((mask.x0, mask.y0, mask.x1 - 1, mask.y1 - 1), fill=_BLACK)
    for mask in masks:
        _write(draw, mask)
    return made


def _rows(words: Sequence[PlacedWord]) -> Iterator[list[PlacedWord]]:
    """Neighbouring words that stand in one line: one mask goes over them and over what is between them."""
    row: list[PlacedWord] = []
    for word in words:
        if row and not _beside(row[-1], word):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _beside(one: PlacedWord, other: PlacedWord) -> bool:
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    height = min(one.y1 - one.y0, other.y1 - other.y0)
    return shared > height / 2 and 0 <= other.x0 - one.x1 + height < 3 * height


def _around(row: Sequence[PlacedWord], label: str) -> Mask:
    return Mask(
        math.floor(min(word.x0 for word in row)),
        math.floor(min(word.y0 for word in row)),
        math.ceil(max(word.x1 for word in row)),
        math.ceil(max(word.y1 for word in row)),
        label,
    )


def _grown(picture: Image.Image, core: Mask, kept: Sequence[PlacedWord], grain: Grain, *, wider: int) -> Mask:
    """The mask with the ink that hangs on to it, its margin, and its width brought to a step; neighbours stay."""
    height = min(core.y1 - core.y0, core.x1 - core.x0)
    room = _room(picture, core, kept)
    ink = _Ink(picture, core)
    mask = _with_ink(ink, core, room, max(2, round(_HANGING * height)))
    margin = max(_SLACK, round(height * (0.15 + 0.3 * wider)))
    x0, y0 = grain.down(mask.x0 - margin, 0), grain.down(mask.y0 - margin, 1)
    x1, y1 = grain.up(mask.x1 + margin, 0), grain.up(mask.y1 + margin, 1)
    mask = replace(mask, x0=max(x0, room[0]), y0=max(y0, room[1]), x1=min(x1, room[2]), y1=min(y1, room[3]))
    upright = core.y1 - core.y0 > 2 * (core.x1 - core.x0)
    return mask if upright else _stepped(ink, mask, room, 1 << (_QUANTUM * height - 1).bit_length())


def _room(picture: Image.Image, core: Mask, kept: Iterable[PlacedWord]) -> Side:
    """How far the mask may go on each side: to the next word that stays, or to the border. Never into the core."""
    left, top, right, bottom = 0, 0, picture.width, picture.height
    height = core.y1 - core.y0
    for word in kept:
        if word.y0 < core.y1 and core.y0 < word.y1:
            if word.x0 >= (core.x0 + core.x1) / 2:
                right = min(right, max(core.x1, math.floor(word.x0) - 1))
            elif word.x1 <= (core.x0 + core.x1) / 2:
                left = max(left, min(core.x0, math.ceil(word.x1) + 1))
        elif word.x0 < core.x1 + height and core.x0 - height < word.x1:
            if word.y0 >= core.y1:
                bottom = min(bottom, math.floor(word.y0) - 1)
            elif word.y1 <= core.y0:
                top = max(top, math.ceil(word.y1) + 1)
    return left, min(top, core.y0), right, max(bottom, core.y1)


class _Ink:
    """Tells ink from the ground around one place of a picture."""

    def __init__(self, picture: Image.Image, core: Mask) -> None:
        self._picture = picture
        height = core.y1 - core.y0
        around = picture.crop(
            (
                max(0, core.x0 - height),
                max(0, core.y0 - height // 2),
                min(picture.width, core.x1 + height),
                min(picture.height, core.y1 + height // 2),
            )
        )
        counts = around.histogram()
        bands = (counts[at : at + 256] for at in range(0, len(counts), 256))
        self._ground = [band.index(max(band)) for band in bands]

    def inside(self, x0: int, y0: int, x1: int, y1: int) -> bool:
        """Whether there is ink in a rectangle; outside of the picture there is none."""
        x0, y0 = max(0, x0), max(0, y0)
        x1, y1 = min(self._picture.width, x1), min(self._picture.height, y1)
        if x0 >= x1 or y0 >= y1:
            return False
        bands = self._picture.crop((x0, y0, x1, y1)).split()
        ends = (band.getextrema() for band in bands)
        pairs = zip(ends, self._ground, strict=True)
        return any(ground - low > _INK or high - ground > _INK for (low, high), ground in pairs)  # type: ignore[operator]


def _with_ink(ink: _Ink, mask: Mask, room: Side, most: int) -> Mask:
    """Each side moved outwards while letters go on there: accents, tails, a letter that was cut in two."""
    x0, y0, x1, y1 = mask.x0, mask.y0, mask.x1, mask.y1
    while y0 > max(room[1], mask.y0 - most) and ink.inside(x0, y0 - 1, x1, y0):
        y0 -= 1
    while y1 < min(room[3], mask.y1 + most) and ink.inside(x0, y1, x1, y1 + 1):
        y1 += 1
    while x0 > max(room[0], mask.x0 - most) and ink.inside(x0 - 1, y0, x0, y1):
        x0 -= 1
    while x1 < min(room[2], mask.x1 + most) and ink.inside(x1, y0, x1 + 1, y1):
        x1 += 1
    return replace(mask, x0=x0, y0=y0, x1=x1, y1=y1)


def _stepped(ink: _Ink, mask: Mask, room: Side, quantum: int) -> Mask:
    """The right side moved to the next step, as far as the picture is empty there."""
    wanted = mask.x0 + quantum * max(1, math.ceil((mask.x1 - mask.x0) / quantum))
    limit, x1 = min(wanted, room[2]), mask.x1
    while x1 < limit and not ink.inside(x1, mask.y0, x1 + _SLACK, mask.y1):
        x1 += 1
    return replace(mask, x1=max(mask.x1, x1))


def _write(draw: ImageDraw.ImageDraw, mask: Mask) -> None:
    """The label in white where it fits. The font that comes with the library knows no accents."""
    size = min(_LETTERS[1], int((mask.y1 - mask.y0) * _FILL))
    if not mask.label.isascii() or size < _LETTERS[0]:
        return
    font = ImageFont.load_default(size)
    left, top, right, bottom = draw.textbbox((0, 0), mask.label, font=font)
    if right - left + 2 * _SLACK > mask.x1 - mask.x0 or bottom - top > mask.y1 - mask.y0:
        return
    y = mask.y0 + (mask.y1 - mask.y0 - (bottom - top)) / 2 - top
    draw.text((mask.x0 + _SLACK - left, y), mask.label, font=font, fill=_WHITE)
