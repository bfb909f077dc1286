# SPDX-License-Identifier: MIT
"""Takes words out of a picture: the rest of their row is set anew behind boxes of constant width.

A box as wide as the word, or kept words beside a wide box, would tell how long it was. So the pixels of the row are cut
into words and set at equal distances from a place that other rows explain. What this does not hide: on which row
something was; in rows that hang together with others (slanted scans, words over a drawing) only coarse steps hide the
width; and of a slanted or noisy scan the grain between the words that were moved is smoothed, not made new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from PIL import Image, ImageDraw

from reviewer.documents.pdf.geometry import Rect
from reviewer.redaction.pdf.ink import Area, Hit, Ink, Range, ink_of, inked_rows, rules_through, whole
from reviewer.redaction.pdf.lettering import Label, label_width
from reviewer.redaction.pdf.pixel_rows import Row, find_row
from reviewer.redaction.pdf.upright import Standing


class Redraw(Protocol):
    """Draws words anew instead of copying their pixels; None where it does not know what is seen there."""

    def width(self, area: Area) -> int | None:
        """How many pixels the words of an area need."""

    def draw(self, area: Area, width: int, *, size: tuple[int, int]) -> Image.Image | None:
        """The words of an area, so wide, taken from a picture of some size."""


_BLANK = 0.3
_TIGHTEST = 0.5
_LABEL_EM = 10.0
_SMALLEST_EM = 4.0
_STEP = 36.0
_TURNED, _TALL = 1.5, 16.0
"""So much higher than it is wide, and higher than so many points, a word stands on its side."""
_BLOCK = 16
"""Pixels of a square in which a photograph is packed at most: each letter is smeared over those it stands in."""
_LEVEL = 64


@dataclass(frozen=True, slots=True)
class Box:
    """A black area on the page, and the label that is drawn in it."""

    rect: Rect
    label: Label


@dataclass(frozen=True, slots=True)
class Masked:
    """A picture as it is stored, and its boxes."""

    image: Image.Image
    boxes: tuple[Box, ...]


def masked(
    image: Image.Image, stand: Standing, hits: Sequence[Hit], *, smeared: bool, redraw: Redraw | None = None
) -> Masked:
    """The picture (in greys or in colours) without what goes."""
    work = _Work(stand.upright(image), stand, smeared=smeared, redraw=redraw)
    for row in _by_rows(work.wiped(hits)):
        work.mask(row)
    return Masked(stand.stored(work.image), tuple(work.boxes))


def _by_rows(hits: Iterable[Hit]) -> list[list[Hit]]:
    rows: list[list[Hit]] = []
    for hit in sorted(hits, key=lambda each: (each.top, each.left)):
        for row in rows:
            shared = min(row[0].bottom, hit.bottom) - max(row[0].top, hit.top)
            if 2 * shared > min(row[0].bottom - row[0].top, hit.bottom - hit.top):
                row.append(hit)
                break
        else:
            rows.append([hit])
    return rows


class _Work:
    """A picture being changed. `before` has nothing any more of what goes; rows are looked for in it."""

    def __init__(self, image: Image.Image, stand: Standing, *, smeared: bool, redraw: Redraw | None) -> None:
        self.image, self.stand, self.smeared, self.redraw = image.copy(), stand, smeared, redraw
        self.before, self.gray = image, np.asarray(image.convert("L"))
        self.gone: list[Area] = []
        self.boxes: list[Box] = []

    def wiped(self, hits: Sequence[Hit]) -> list[Hit]:
        """All that goes, as far as it reaches, once it is out of the picture."""
        self.gone = [whole(self.gray, hit) for hit in hits]
        for area in self.gone:
            self._ground(area)
            if self.smeared:
                self._smooth(area)
            self._rule(area)
        self.before = self.image.copy()
        self.gray = np.asarray(self.before.convert("L"))
        return [Hit(*area, hit.label, hit.drawn) for area, hit in zip(self.gone, hits, strict=True)]

    def mask(self, hits: list[Hit]) -> None:
        """One row; hits of other columns of it stand in rows of their own."""
        while hits:
            same, row = self._row_of(hits)
            hits = [each for each in hits if each not in same]
            if row is None or not self._set(row):
                for each in same:
                    self._cover(each)

    # A row that can be set anew

    def _row_of(self, hits: list[Hit]) -> tuple[list[Hit], Row | None]:
        """The row of the first hit, with all hits of it: each may open the row to words that reach to another one."""
        same = hits[:1]
        if self._is_turned(hits[0]):
            return same, None
        while (row := find_row(self.gray, same, self.gone, self.stand.unit)) is not None:
            left, right = row.room
            wider = [each for each in hits if each in same or (each.left < right and each.right > left)]
            if len(wider) == len(same):
                break
            same = wider
        return same, row

    def _set(self, row: Row) -> bool:
        em = self._em(row)
        blank = max(2, round(_BLANK * row.em))
        widths = [
            self._word(row, token) if label is None else self._width(label, em) for token, label in row.tokens
        ]
        length = sum(widths) + blank * (len(widths) - 1)
        room = row.room[1] - (blank if row.room[1] < self.image.width else 1)
        start = row.anchor.left(length, row.room[0] + (blank if row.room[0] else 1))
        shrink = min(1.0, (room - start) / length)
        if shrink < _TIGHTEST:
            return False
        self._wipe(row)
        cursor = float(start)
        for (token, label), width in zip(row.tokens, widths, strict=True):
            place = round(cursor), max(1, round(width * shrink))
            if label is None:
                self._put(row, token, place)
            else:
                self._box(row, place, label, em)
            cursor += (width + blank) * shrink
        return True

    def _em(self, row: Row) -> float:
        return max(_SMALLEST_EM, min(_LABEL_EM, float(round(row.em / self.stand.unit))))

    def _word(self, row: Row, token: Range) -> int:
        area = (token[0], row.top, token[1], row.bottom)
        drawn = self.redraw.width(area) if self.redraw is not None else None
        return token[1] - token[0] if drawn is None else drawn

    def _width(self, label: str, em: float) -> int:
        return round(label_width(label, em, blind=True) * self.stand.unit)

    def _wipe(self, row: Row) -> None:
        x0, x1 = row.tokens[0][0][0], row.tokens[-1][0][1]
        self._ground((x0 - 3, row.top, x1 + 3, row.bottom))

    def _ground(self, area: Area) -> None:
        """Fill an area with what the paper around it looks like."""
        x0, y0, x1, y1 = area
        around = self.image.crop((max(0, x0 - 8), max(0, y0 - 2), x1 + 8, y1 + 2))
        colour = tuple(int(np.bincount(band.ravel(), minlength=256).argmax()) for band in _bands(around))
        self.image.paste(colour if len(colour) > 1 else colour[0], area)

    def _rule(self, area: Area) -> None:
        """Carry ruled lines on through an area."""
        x0, _y0, x1, _y1 = area
        beside = x0 - 3 if x0 > 3 else min(x1 + 2, self.image.width - 1)
        for y in rules_through(self.gray, area):
            colour = self.before.getpixel((beside, y))
            self.image.paste(colour, (x0, y, x1, y + 1))  # type: ignore[arg-type]  # a pixel of the same mode

    def _smooth(self, area: Area) -> None:
        """The squares around what goes lose what the packing spread over them."""
        x0, y0, x1, y1 = area
        wide = (
            max(0, x0 - _BLOCK),
            max(0, y0 - _BLOCK),
            min(self.image.width, x1 + _BLOCK),
            min(self.image.height, y1 + _BLOCK),
        )
        self.image.paste(_posterised(self.image.crop(wide)), wide[:2])

    def _put(self, row: Row, token: Range, place: Range) -> None:
        area = (token[0], row.top, token[1], row.bottom)
        piece = self.redraw.draw(area, place[1], size=self.image.size) if self.redraw is not None else None
        if piece is not None:
            piece = self._without(piece.convert(self.image.mode), area)
        else:
            piece = self.before.crop(area)
            if self.smeared:
                piece = _posterised(piece)
            if place[1] != piece.width:
                piece = piece.resize((place[1], piece.height), Image.Resampling.LANCZOS)
        self.image.paste(piece, (place[0], row.top))

    def _without(self, piece: Image.Image, area: Area) -> Image.Image:
        """A piece that was drawn anew, without what goes and reaches into it from other rows."""
        for x0, y0, x1, y1 in self.gone:
            if x0 < area[2] + 3 and area[0] - 3 < x1 and y0 < area[3] and area[1] < y1:
                place = (max(0, x0 - area[0] - 3), max(0, y0 - area[1]), x1 - area[0] + 3, y1 - area[1])
                piece.paste(255 if piece.mode == "L" else (255, 255, 255), place)
        return piece

    def _box(self, row: Row, place: Range, label: str, em: float) -> None:
        self._paint((place[0], row.top, place[0] + place[1], row.bottom), label, em)

    # A row that hangs together with others

    def _is_turned(self, hit: Hit) -> bool:
        """Whether a word stands on its side: a row that is looked for across it would be none."""
        return hit.high > max(_TURNED * (hit.right - hit.left), _TALL * self.stand.unit)

    def _cover(self, hit: Hit) -> None:
        """A box in coarse steps, up to the words beside it."""
        high, unit = hit.bottom - hit.top, self.stand.unit
        above = 0 if hit.drawn else max(2, round(0.15 * high))
        if self._is_turned(hit):
            above = round((-(-high // (_STEP * unit)) * _STEP * unit - high) / 2)
        top, bottom = max(0, hit.top - above), min(self.image.height, hit.bottom + above)
        columns = inked_rows(ink_of(self.gray[hit.top : hit.bottom]).T)
        width = hit.right - hit.left
        step = _STEP * unit
        extra = round((-(-width // step) * step - width) / 2)
        left = _free(columns, hit.left, -1, extra, max(2, round(0.17 * high)))
        right = _free(columns, hit.right - 1, 1, extra, max(2, round(0.17 * high))) + 1
        em = max(_SMALLEST_EM, min(_LABEL_EM, float(round(high / unit))))
        self._paint((left, top, right, bottom), hit.label, em)

    def _paint(self, area: Area, label: str, em: float) -> None:
        ImageDraw.Draw(self.image).rectangle(
            (area[0], area[1], area[2] - 1, area[3] - 1), fill=0 if self.image.mode == "L" else (0, 0, 0)
        )
        width = min(label_width(label, em, blind=True), (area[2] - area[0]) / self.stand.unit)
        foot = (area[1] + area[3]) / 2 + 0.28 * em * self.stand.unit
        self.boxes.append(
            Box(self.stand.rect(area), Label(label, self.stand.writing(area[0], foot), em, width))
        )


def _free(columns: Ink, edge: int, step: int, most: int, near: int) -> int:
    """How far a box may grow: over what touches the hit, then up to the next word."""
    at, last = edge, edge
    while abs(at + step - edge) <= most and 0 <= at + step < len(columns):
        at += step
        if columns[at]:
            if abs(at - last) > near:
                return at - step
            last = at
    return at


def _bands(image: Image.Image) -> list[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    return [np.asarray(band) for band in image.split()]


def _posterised(image: Image.Image) -> Image.Image:
    """A piece in few levels around its ground: the grain of the packing would tell where its squares lay before."""
    bands = []
    for band in _bands(image):
        ground = int(np.bincount(band.ravel(), minlength=256).argmax())
        levels = np.round((band.astype(np.int16) - ground) / _LEVEL) * _LEVEL + ground
        bands.append(Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8)))
    return bands[0] if len(bands) == 1 else Image.merge(image.mode, bands)
