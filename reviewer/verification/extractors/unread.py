# SPDX-License-Identifier: MIT
"""What is left of a picture to be looked at again: paper takes the place of the words that were read for sure.

They are taken away only where most of their line was read for sure: text that lies on its side or stands on its head is
read as words too, but as doubtful or short ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from PIL import Image

from reviewer.verification.extractors.tools import table_rows

_SURE = 90.0
"""Of 100: what plain print is read with."""
_LONG, _LINE = 3, 6
"""So many letters make a word and a line: fewer may be any signs lying on their side."""
_SHARE = 0.7
_NARROWEST, _WIDEST = 0.25, 1.5
"""So many times as wide as its word is high is a sign; a higher or wider box holds something else too."""
_EDGE = 8
"""A box is widened by this share of its height: letters have a grey rim."""
_Box = tuple[int, int, int, int]


def unread(picture: Image.Image, table: str, sheet: int) -> Image.Image:
    """A grey picture, which is one sheet of a table of words, without the words that were read for sure."""
    left = picture.copy()
    for box in _read_for_sure(table, sheet):
        levels = picture.crop(box).histogram()
        left.paste(levels.index(max(levels)), box)
    return left


def _read_for_sure(table: str, sheet: int) -> Iterator[_Box]:
    lines: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for cells in table_rows(table, page=sheet):
        lines[tuple(cells[2:5])].append(cells)
    for line in lines.values():
        letters = _count(cells for cells in line if _is_sure(cells) and len(cells[11]) >= _LONG)
        if letters >= max(_LINE, _SHARE * _count(line)):
            # Beside a doubtful word a sure one stays: both may be one name.
            yield from (
                _box(cells)
                for at, cells in enumerate(line)
                if all(map(_is_sure, line[max(0, at - 1) : at + 2]))
            )


def _is_sure(cells: list[str]) -> bool:
    width, square = int(cells[8]), len(cells[11]) * int(cells[9])
    return float(cells[10]) >= _SURE and _NARROWEST * square <= width <= _WIDEST * square


def _count(words: Iterable[list[str]]) -> int:
    """How many letters they have: some digits are digits upside down."""
    return sum(map(str.isalpha, chain.from_iterable(cells[11] for cells in words)))


def _box(cells: list[str]) -> _Box:
    left, top, width, height = map(int, cells[6:10])
    edge = 1 + height // _EDGE
    return max(0, left - edge), max(0, top - edge), left + width + edge, top + height + edge
