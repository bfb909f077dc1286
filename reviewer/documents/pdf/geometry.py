# SPDX-License-Identifier: MIT
"""Matrices and rectangles of PDF as plain tuples."""

from __future__ import annotations

import math
from collections.abc import Iterable

Matrix = tuple[float, float, float, float, float, float]
Rect = tuple[float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LARGEST = 1e9
"""Coordinates beyond this are a mistake or an attack; they are clamped so that sums stay finite."""


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies `first`, then `second` (PDF's order: row vectors)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def apply(matrix: Matrix, x: float, y: float) -> Point:
    """A point in the outer system."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def determinant(matrix: Matrix) -> float:
    """How much areas grow; zero for a matrix that cannot be undone."""
    return matrix[0] * matrix[3] - matrix[1] * matrix[2]


def inverse(matrix: Matrix) -> Matrix | None:
    """The way back, or None for a degenerate matrix."""
    a, b, c, d, e, f = matrix
    det = determinant(matrix)
    if abs(det) < 1e-12:
        return None
    return (d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det)


def bounds(points: Iterable[Point]) -> Rect:
    """The smallest upright rectangle around some points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def place(matrix: Matrix, rect: Rect) -> Rect:
    """The upright rectangle around a transformed rectangle."""
    x0, y0, x1, y1 = rect
    return bounds(apply(matrix, x, y) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)))


def area(rect: Rect) -> float:
    """Width times height, never negative."""
    return max(rect[2] - rect[0], 0.0) * max(rect[3] - rect[1], 0.0)


def overlap(first: Rect, second: Rect) -> float:
    """The area two rectangles share."""
    width = min(first[2], second[2]) - max(first[0], second[0])
    height = min(first[3], second[3]) - max(first[1], second[1])
    return width * height if width > 0 and height > 0 else 0.0


def crop(rect: Rect, frame: Rect) -> Rect:
    """The part of a rectangle inside another; without area, and at the frame's edge, when they do not meet."""
    x0, y0 = min(max(rect[0], frame[0]), frame[2]), min(max(rect[1], frame[1]), frame[3])
    x1, y1 = max(min(rect[2], frame[2]), frame[0]), max(min(rect[3], frame[3]), frame[1])
    return x0, y0, max(x0, x1), max(y0, y1)


def grow(rect: Rect, by: float) -> Rect:
    """A rectangle with some more on each side."""
    return rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by


def touches(first: Rect, second: Rect) -> bool:
    """Whether two rectangles share a point; lines without area count."""
    return first[0] <= second[2] and second[0] <= first[2] and first[1] <= second[3] and second[1] <= first[3]


def inside(inner: Rect, outer: Rect, slack: float = 0.0) -> bool:
    """Whether one rectangle lies in another, give or take some slack."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def join(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around some rectangles."""
    x0s, y0s, x1s, y1s = zip(*rects, strict=True)
    return min(x0s), min(y0s), max(x1s), max(y1s)


def normal(rect: Iterable[object]) -> Rect:
    """A rectangle of a PDF array, corners in any order. Raises ValueError when it is not four numbers."""
    values = [number(value) for value in rect]
    if len(values) != 4:
        raise ValueError("rectangle")
    x0, y0, x1, y1 = values
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def number(value: object) -> float:
    """A PDF number as a finite float. Raises ValueError for anything else."""
    try:
        result = float(value)  # type: ignore[arg-type]  # Decimal, int, or what an untrusted file holds instead
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError("number") from error
    if math.isnan(result):
        raise ValueError("number")
    return max(-_LARGEST, min(_LARGEST, result))


def matrix_of(values: Iterable[object]) -> Matrix:
    """A matrix of a PDF array. Raises ValueError when it is not six numbers."""
    numbers = [number(value) for value in values]
    if len(numbers) != 6:
        raise ValueError("matrix")
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f
