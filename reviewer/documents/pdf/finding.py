# SPDX-License-Identifier: MIT
"""Where PDFium finds words on a page: a second reader may join letters that the first one reads apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reviewer.documents.pdf.geometry import Rect, join
from reviewer.documents.pdf.pixels import opened

_LEVEL = 0.3
"""Pieces of a word that share so much of their height stand in one line."""


def places_of(data: bytes, page: int, words: Iterable[str]) -> list[Rect]:
    """The places of words on a page (from 1), one rectangle for each line that an occurrence takes."""
    wanted = sorted({word.strip() for word in words} - {""})
    if not wanted:
        return []
    with opened(data) as document:
        text = document[page - 1].get_textpage()
        return [rect for word in wanted for rect in _places(text, word)]


def _places(text: Any, word: str) -> Iterator[Rect]:
    search = text.search(word, match_case=False, match_whole_word=True)
    while (found := search.get_next()) is not None:
        count = text.count_rects(*found)
        yield from _by_lines([text.get_rect(at) for at in range(count)])


def _by_lines(pieces: list[Rect]) -> Iterator[Rect]:
    line: list[Rect] = []
    for piece in pieces:
        if line and not _is_level(line[-1], piece):
            yield join(line)
            line = []
        line.append(piece)
    if line:
        yield join(line)


def _is_level(one: Rect, other: Rect) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared >= _LEVEL * min(one[3] - one[1], other[3] - other[1])
