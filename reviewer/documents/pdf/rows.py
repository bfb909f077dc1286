# SPDX-License-Identifier: MIT
"""Finds what lies at the height of a rectangle without looking at everything on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from reviewer.documents.pdf.geometry import Rect

T = TypeVar("T")
_HEIGHT = 20.0
_TALL = 60


class Rows(Generic[T]):
    """Things by the rows of the page that they reach into; very tall ones are in every row."""

    def __init__(self, things: Iterable[tuple[Rect, T]]) -> None:
        self._rows: dict[int, list[T]] = {}
        self._tall: list[T] = []
        for rect, thing in things:
            first, last = int(rect[1] // _HEIGHT), int(rect[3] // _HEIGHT)
            if last - first > _TALL:
                self._tall.append(thing)
                continue
            for row in range(first, last + 1):
                self._rows.setdefault(row, []).append(thing)

    def near(self, rect: Rect) -> Iterator[T]:
        """What may touch a rectangle; something that reaches into several of its rows may come more than once."""
        yield from self._tall
        for row in range(
            int(rect[1] // _HEIGHT), min(int(rect[3] // _HEIGHT), int(rect[1] // _HEIGHT) + 400) + 1
        ):
            yield from self._rows.get(row, ())
