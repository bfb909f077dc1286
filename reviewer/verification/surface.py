# SPDX-License-Identifier: MIT
"""One stretch of text that a reader found in a copy, with its place: what the search runs over."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from reviewer.model.document import StoryKind

ANYWHERE: tuple[StoryKind, ...] = ()
"""The kinds of a surface that is outside all stories: a hit there is never excused."""


class Depth(IntEnum):
    """How closely a surface is searched: chance resembles words in names a little and in binary data often."""

    PROSE = 0
    NAMES = 1
    STREAM = 2
    BINARY = 3


class SeenWord(NamedTuple):
    """A word that was read from pixels, and how sure its reader is, of 100."""

    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Surface:
    """Text of one place as one reader sees it.

    `place` is made of our own words and numbers, never of words of the copy. `kinds` says which stories' disclosed
    occurrences may stand here; `page` is the page in the copy. What was read from pixels has its `words`, for they
    may be misread.
    """

    reader: str
    place: str
    text: str
    kinds: tuple[StoryKind, ...] = ANYWHERE
    page: int | None = None
    depth: Depth = Depth.PROSE
    words: tuple[SeenWord, ...] = ()
