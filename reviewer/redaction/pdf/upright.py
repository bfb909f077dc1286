# SPDX-License-Identifier: MIT
"""How a picture lies on its page: from the user space of the page to the pixels of the picture as shown, and back."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from reviewer.documents.pdf.geometry import Matrix, Rect, apply, determinant, inverse, multiply, place

_ASKEW = 0.002
_TURNS = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}


@dataclass(frozen=True, slots=True)
class Standing:
    """`quarters` clockwise turns bring the stored pixels upright; `onto` leads from the page to upright pixels."""

    quarters: int
    onto: Matrix
    back: Matrix
    unit: float
    """Pixels to a point, along the rows."""

    def upright(self, image: Image.Image) -> Image.Image:
        """The picture as it is shown."""
        return image.transpose(_TURNS[self.quarters]) if self.quarters else image

    def stored(self, image: Image.Image) -> Image.Image:
        """The picture as it lies in the file."""
        return image.transpose(_TURNS[4 - self.quarters]) if self.quarters else image

    def pixels(self, rect: Rect) -> tuple[int, int, int, int]:
        """An area of the page in whole pixels."""
        x0, y0, x1, y1 = place(self.onto, rect)
        return round(x0), round(y0), round(x1), round(y1)

    def rect(self, area: tuple[int, int, int, int]) -> Rect:
        """An area of the page, from pixels."""
        return place(self.back, area)

    def writing(self, x: float, y: float) -> Matrix:
        """Where letters begin whose foot stands on a pixel, upright as the page is shown, in points."""
        a, b = self.back[0] * self.unit, self.back[1] * self.unit
        return (a, b, -b, a, *apply(self.back, x, y))


def standing(matrix: Matrix, size: tuple[int, int], rotation: int) -> Standing | None:
    """How a picture of some pixels is drawn on a page with a turn of its own; None if it is askew or mirrored."""
    a, b, c, d = matrix[:4]
    back = inverse(matrix)
    if back is None or determinant(matrix) <= 0:
        return None
    level = abs(b) <= _ASKEW * abs(a) and abs(c) <= _ASKEW * abs(d)
    if not level and not (abs(a) <= _ASKEW * abs(b) and abs(d) <= _ASKEW * abs(c)):
        return None
    own = (0 if a > 0 else 2) if level else (3 if b > 0 else 1)
    quarters = (own + rotation // 90) % 4
    width, height = float(size[0]), float(size[1])
    turned: tuple[Matrix, ...] = (
        (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), (0.0, 1.0, -1.0, 0.0, height, 0.0),
        (-1.0, 0.0, 0.0, -1.0, width, height), (0.0, -1.0, 1.0, 0.0, 0.0, width),
    )  # fmt: skip
    onto = multiply(multiply(back, (width, 0.0, 0.0, -height, 0.0, height)), turned[quarters])
    again = inverse(onto)
    if again is None:
        return None
    unit = (onto[0] ** 2 + onto[2] ** 2) ** 0.5
    return Standing(quarters, onto, again, unit)
