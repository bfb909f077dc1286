# SPDX-License-Identifier: MIT
"""Where a page lost something: the letters that were withheld, and the lines that held any of them.

Two ways lead there, and neither is the program's: what PDFium reads, and twins of the file in which the withheld name
is spelled otherwise: with the same letters, and shorter. Where the two pages differ in their dots, the name is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2

from tests.corpus.pdf.proof.dots import Drawn, Mask, Point, corners, differing, drawn
from tests.corpus.pdf.proof.signs import Rect, Sign, around, bands, occurrences, pages_of

_LEVELS = 8
"""Twins are drawn in the same way: hardly any difference is by chance."""
_APART = 3
"""Rows of dots between two lines that differ from the twin."""
_FAR = 1e4
_GROWN = 0.35
_LEVEL = math.radians(3)
_CLIMB = 1.6
_TALL = 2.2
_MOST = 12.0
_LEAST = 9.0
"""A line whose letters cannot be told from its ink is as high as that, in points."""
_DOT = 0.72
_EDGE = 1.5
"""Points around a picture that its edges may reach."""


@dataclass(frozen=True, slots=True)
class Affected:
    """One page of the original: `hits` are dots of what was withheld, `lines` those of the lines that held it,
    `pictures` those of pictures that a person left out.
    """

    page: Drawn
    hits: Mask
    lines: Mask
    pictures: Mask

    def is_hit(self, rect: Rect) -> bool:
        """Whether a letter is of what was withheld."""
        return bool(self.page.under(rect, self.hits, middle=0.6).any())

    def is_under(self, rect: Rect) -> bool:
        """Whether a letter lies under a picture that was left out."""
        return bool(self.page.under(rect, self.pictures, middle=0.6).any())

    def is_beside(self, rect: Rect) -> bool:
        """Whether a letter stands on a line that held something withheld."""
        x, y = (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
        return bool(self.page.under((x, y, x, y), self.lines).any())


@dataclass(frozen=True, slots=True)
class Pair:
    """An original and its copy, of which `first` pages come before; what was withheld, and where a person drew boxes."""

    original: bytes
    copy: bytes
    secrets: Sequence[str]
    first: int = 0
    boxes: Sequence[tuple[int, Rect]] = ()
    twins: Sequence[bytes] = ()
    without_pictures: bool = False
    """Whether a person left pictures out, so that those of the original which the copy has not are no loss."""

    def losses(self) -> list[Affected]:
        """What each page lost."""
        texts = pages_of(self.original)
        document, copy = pypdfium2.PdfDocument(self.original), pypdfium2.PdfDocument(self.copy)
        twins = [pypdfium2.PdfDocument(each) for each in self.twins]
        try:
            found = []
            for number in range(len(document)):
                areas = [rect for page, rect in self.boxes if page == number + 1]
                left = _left_out(document, number, copy, self.first + number) if self.without_pictures else []
                found.append(
                    affected(
                        document, number, texts[number], self.secrets, boxes=areas, twins=twins, pictures=left
                    )
                )
            return found
        finally:
            for each in (document, copy, *twins):
                each.close()


def _left_out(
    before: pypdfium2.PdfDocument, number: int, after: pypdfium2.PdfDocument, at: int
) -> list[Rect]:
    """Where a page of the original has a picture and the copy has none."""
    kept = _pictures(after, at)
    return [
        (x0 - _EDGE, y0 - _EDGE, x1 + _EDGE, y1 + _EDGE)
        for x0, y0, x1, y1 in _pictures(before, number)
        if not any(
            max(abs(one - other) for one, other in zip((x0, y0, x1, y1), each, strict=True)) < 1
            for each in kept
        )
    ]


def _pictures(document: pypdfium2.PdfDocument, number: int) -> list[Rect]:
    page = document[number]
    try:
        images = page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=8)
        return [tuple(map(float, each.get_bounds())) for each in images]
    finally:
        page.close()


def affected(
    document: pypdfium2.PdfDocument,
    number: int,
    signs: Sequence[Sign],
    secrets: Sequence[str],
    *,
    boxes: Sequence[Rect] = (),
    twins: Sequence[pypdfium2.PdfDocument] = (),
    pictures: Sequence[Rect] = (),
) -> Affected:
    """What a page (from 0) lost; `boxes` are what a person drew there. A twin is asked where those before it say nothing."""
    page = drawn(document, number)
    places = [signs[at] for each in occurrences(signs, secrets) for at in each]
    hits = page.shaded([corners((each.x0, each.y0, each.x1, each.y1)) for each in places if not each.blank])
    hits |= page.shaded([corners(each) for each in boxes])
    lines = page.shaded([*_lines(signs, secrets), *(corners(_row(each)) for each in boxes)])
    for twin in twins:
        other = drawn(twin, number) if number < len(twin) else page
        if other.shape == page.shape and (ink := differing(page, other, _LEVELS)).any():
            hits |= ink
            lines |= page.shaded([corners(each) for each in _ink_lines(page, ink & ~lines, signs)])
            break
    return Affected(page, hits, lines, page.shaded([corners(each) for each in pictures]))


def _row(box: Rect) -> Rect:
    short = max(_LEAST - (box[3] - box[1]), 0.0) / 2
    grown = min(_GROWN * (box[3] - box[1]), _MOST) + short + _DOT
    return -_FAR, box[1] - grown, _FAR, box[3] + grown


def _lines(signs: Sequence[Sign], secrets: Sequence[str]) -> list[list[Point]]:
    """The lines that PDFium reads a secret on: level, upright or slanted ones."""
    level: list[Sign] = []
    found: list[list[Point]] = []
    for occurrence in occurrences(signs, secrets):
        held = [signs[at] for at in occurrence]
        inked = [each for each in held if not each.blank]
        if inked and _is_slanted(inked):
            found += [_strip(each) for each in inked]
        else:
            level += held
    plain = [*signs] if level else []
    rects = bands(plain, secrets) if level else []
    return [*found, *(corners(_enough(rect)) for rect in rects)]


def _enough(band: Rect) -> Rect:
    """A line with its edges; one whose letters have no height of their own is as high as a line."""
    x0, y0, x1, y1 = band
    level = x1 - x0 > y1 - y0
    short = max(_LEAST - (y1 - y0), 0.0) if level else 0.0
    return x0 - _DOT, y0 - short / 2 - _DOT, x1 + _DOT, y1 + short + _DOT


def _is_slanted(letters: Sequence[Sign]) -> bool:
    """Whether letters stand on a slope; those that only lean stand at one height."""
    _x0, y0, _x1, y1 = around(letters)
    climbs = y1 - y0 > _CLIMB * max(each.y1 - each.y0 for each in letters)
    return climbs and all(abs(math.remainder(each.angle, math.pi / 2)) > _LEVEL for each in letters)


def _strip(sign: Sign) -> list[Point]:
    """The line on which a slanted letter stands, over the whole page."""
    ux, uy = math.cos(sign.angle), math.sin(sign.angle)
    x, y = (sign.x0 + sign.x1) / 2, sign.middle
    half = 0.8 * max(sign.x1 - sign.x0, sign.y1 - sign.y0)
    return [
        (x + along * _FAR * ux - across * half * uy, y + along * _FAR * uy + across * half * ux)
        for along, across in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]


def _ink_lines(page: Drawn, ink: Mask, signs: Sequence[Sign]) -> list[Rect]:
    """The lines on which the twin differs: level ones, and upright ones where it differs over a narrow height."""
    found = []
    for top, bottom in _runs(ink.any(axis=1)):
        across = np.flatnonzero(ink[top:bottom].any(axis=0))
        x0, y0, x1, y1 = page.frame.points((across[0], top, across[-1] + 1, bottom))
        if y1 - y0 > _TALL * (x1 - x0):
            grown = _GROWN * (x1 - x0)
            found.append((x0 - grown, -_FAR, x1 + grown, _FAR))
            continue
        beside = [
            each for each in signs
            if not each.blank and min(each.y1, y1) - max(each.y0, y0) > 0.3 * (each.y1 - each.y0)
        ]  # fmt: skip
        if beside and y1 - y0 < 3 * max(each.y1 - each.y0 for each in beside):
            _x0, low, _x1, high = around(beside)
            y0, y1 = min(y0, low), max(y1, high)
        found.append(_row((x0, y0, x1, y1)))
    return found


def _runs(flags: Mask) -> list[tuple[int, int]]:
    """Stretches of rows (from, to) that are told, those close together as one."""
    found: list[tuple[int, int]] = []
    for each in np.flatnonzero(flags):
        if found and each - found[-1][1] <= _APART:
            found[-1] = found[-1][0], int(each) + 1
        else:
            found.append((int(each), int(each) + 1))
    return found
