# SPDX-License-Identifier: MIT
"""What letters and digits look like: an outline as a small picture, compared with those of well-known faces.

Size, width and place do not count, so a capital and a small letter of one shape are one form here. It tells one digit
from another in any face made for reading; a face made to be looked at it may not know.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from fontTools.pens.basePen import BasePen
from PIL import Image, ImageChops, ImageDraw

from reviewer import paths

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GRID = 16
_FINE = 4
_STEPS = 5
_PLAIN, _NEAR = 0.06, 0.15
_BAR = 0.97
_GROUPS = (
    "0Oo",
    "1lIi",
    "5Ss",
    "2Zz",
    "Cc",
    "Vv",
    "Uu",
    "Ww",
    "Xx",
    "Kk",
    "Pp",
    "Yy",
    "9gq",
    "6b",
    "Mm",
    "Jj",
    "8B",
)
"""Signs of one form, or of so similar ones that faces draw one as others draw the other."""
_FORM = {sign: group for group in _GROUPS for sign in group}
_APART, _LIKE = 0.08, 0.2
"""A letter must look so much more like another one, and so much like that one; digits are drawn alike everywhere."""

Contour = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far an outline is from the signs it should be, and the sign of another form that is nearest; 0 to 1."""

    own: float
    other: float
    nearest: str
    said: str

    @property
    def is_odd(self) -> bool:
        """Whether it looks so much more like another sign that it is worth a look at the page."""
        apart = self.own - self.other
        return apart > 0 if self._is_of_digits else apart > _APART and self.other < _LIKE

    @property
    def is_certain(self) -> bool:
        """Whether it is plainly another digit than it is said to be, without a look at the page."""
        return self._is_of_digits and self.own - self.other > _PLAIN and self.other < _NEAR

    @property
    def _is_of_digits(self) -> bool:
        return self.said.isdecimal() and self.nearest.isdecimal()

    def is_shown_as(self, sign: str) -> bool:
        """Whether a sign that somebody read is of the form that it looks like."""
        return sign in _alike(self.nearest)

    def is_said_as(self, sign: str) -> bool:
        """Whether it is of the form that it is said to have."""
        return sign in _alike(self.said)


class _Flattener(BasePen):  # type: ignore[misc]  # fontTools is not typed
    """Collects contours as points."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.contours: list[Contour] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - fontTools names it
        self.contours.append([pt])

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.contours[-1].append(pt)

    def _curveToOne(self, one: Any, two: Any, three: Any) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.contours[-1][-1], one, two, three
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            self.contours[-1].append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))


def form_of(outline: Any, glyphs: Any) -> int | None:
    """The picture of an outline as bits, row by row; None for a blank."""
    pen = _Flattener(glyphs)
    outline.draw(pen)
    contours = [each for each in pen.contours if len(each) > 2]
    if not contours:
        return None
    xs = [x for each in contours for x, _y in each]
    ys = [y for each in contours for _x, y in each]
    left, top = min(xs), max(ys)
    width, height = max(xs) - left, top - min(ys)
    if width <= 0 or height <= 0:
        return None
    size = _GRID * _FINE
    across, down = (size - 1) / width, (size - 1) / height
    whole = Image.new("1", (size, size))
    for contour in contours:
        one = Image.new("1", (size, size))
        ImageDraw.Draw(one).polygon([((x - left) * across, (top - y) * down) for x, y in contour], fill=1)
        whole = ImageChops.logical_xor(whole, one)
    return bits_of(whole.convert("L"))


def likeness(form: int, said: str) -> Likeness | None:
    """How an outline compares with the sign it is said to be; None for a sign that is not known here, or a mere bar."""
    if said not in SIGNS or form.bit_count() > _BAR * _GRID * _GRID:
        return None
    same = _alike(said)
    distances = {
        sign: min((form ^ each).bit_count() for each in forms) / (_GRID * _GRID)
        for sign, forms in _faces().items()
    }
    own = min(distances[sign] for sign in same)
    others = [sign for sign in distances if sign not in same]
    nearest = min(others, key=distances.__getitem__)
    if said.isdecimal():
        # That a 6 looks like a G says little; that it looks like a 5 says all.
        digit = min((each for each in others if each.isdecimal()), key=distances.__getitem__)
        nearest = digit if distances[digit] < own else nearest
    return Likeness(own, distances[nearest], nearest, said)


def _alike(sign: str) -> str:
    """The signs of one form with this one, or of one letter: small capitals are no lie."""
    return "".join(_FORM.get(each, each) for each in {sign, sign.swapcase()})


def bits_of(picture: Image.Image) -> int:
    """A picture that holds nothing but a sign, white on black, as bits."""
    small = picture.resize((_GRID, _GRID), Image.Resampling.BOX).point(lambda level: 255 * (level > 127))
    return int.from_bytes(small.convert("1").tobytes(), "big")


@cache
def _faces() -> Mapping[str, tuple[int, ...]]:
    """The signs in the faces that every viewer has, as packaging/letterforms.py drew them."""
    listed = json.loads(paths.resource("lexicons", "letterforms.json").read_text("utf-8"))
    return {sign: tuple(int(form, 16) for form in forms) for sign, forms in listed.items()}
