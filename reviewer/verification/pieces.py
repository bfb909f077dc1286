# SPDX-License-Identifier: MIT
"""Stretches of surfaces, folded, and many of them in one line: what a search runs over in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from reviewer.verification.folding import fold, fold_index
from reviewer.verification.surface import Surface

WALL = "\x00"
"""Never folded into anything and never part of a needle: no match reaches over it."""


class Piece:
    """A stretch of a surface between two labels."""

    def __init__(self, surface: Surface, text: str) -> None:
        self.surface = surface
        self.text = text
        self.folded = fold(text)

    @cached_property
    def index(self) -> Sequence[int]:
        """The way back to the text, made only where something was found."""
        return fold_index(self.text)


class Line:
    """The folded texts of many pieces in one, with the place where each begins.

    Most readers read most pages alike: what they all read is there once, and belongs to all these pieces.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        alike: dict[str, list[Piece]] = defaultdict(list)
        for piece in pieces:
            alike[piece.folded].append(piece)
        self.pieces = tuple(alike.values())
        self.text = WALL.join(alike)
        self.starts: list[int] = []
        at = 0
        for folded in alike:
            self.starts.append(at)
            at += len(folded) + 1
