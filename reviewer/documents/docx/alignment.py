# SPDX-License-Identifier: MIT
"""Finds the words of a paragraph among the glyphs of a drawn page, from the point at which the paragraph begins."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from reviewer.documents.folding import fold, fold_character
from reviewer.model.document import Box

Rect = tuple[float, float, float, float]
Glyph = tuple[str, Rect]
Place = tuple[int, float, float]
"""Page, x and y of a bookmark."""
_PROBE = 12
"""Signs that are looked for to begin, and to go on after a page or a column."""
_RESUME = 4
_SLIP = 60
"""How many signs may stand between two words on paper only, or in the text only: a list number, a page number."""
_NEAR = 40.0
"""How far the first word may stand from the bookmark, as `_away` counts: a list number and a tab may be between."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The glyphs of a page in the order of drawing, and the same folded: folded sign i is of glyph `index[i]`."""

    page: int
    glyphs: tuple[Glyph, ...]
    text: str
    index: tuple[int, ...]

    @classmethod
    def of(cls, page: int, glyphs: Iterable[Glyph]) -> PageText:
        """From the characters that were read on a page."""
        listed = tuple(glyphs)
        folded = fold("".join(character for character, _ in listed))
        return cls(page, listed, folded.text, folded.index)

    def box(self, at: int) -> Rect:
        """The box of a folded sign."""
        return self.glyphs[self.index[at]][1]


@dataclass(slots=True)
class Placed:
    """The signs of a paragraph that were found, by their offsets in the story: packed, a document has many."""

    offsets: array[int] = field(default_factory=lambda: array("L"))
    pages: array[int] = field(default_factory=lambda: array("L"))
    rects: array[float] = field(default_factory=lambda: array("f"))

    def add(self, offset: int, page: int, rect: Rect) -> None:
        """One more sign; a sign that folds into several is kept once."""
        if not self.offsets or self.offsets[-1] != offset:
            self.offsets.append(offset)
            self.pages.append(page)
            self.rects.extend(rect)

    def lines(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of the signs from start to end, joined line by line."""
        chosen = (at for at, offset in enumerate(self.offsets) if start <= offset < end)
        return tuple(_joined(Box(self.pages[at], *self.rects[4 * at : 4 * at + 4]) for at in chosen))


def aligned(text: str, offset: int, place: Place, page_text: Callable[[int], PageText | None]) -> Placed:
    """The boxes of a paragraph's signs, as far as they are found; `offset` is that of the first one in its story."""
    words = fold(text)
    page = page_text(place[0])
    at = None if page is None else _start(words.text, page, place)
    found = Placed()
    done = 0
    while page is not None and at is not None and done < len(words.text):
        for word, glyph in _along(words.text, done, page, at):
            found.add(offset + words.index[word], page.page, page.box(glyph))
            for between, rect in _between(text, words.index[word] + 1, page, page.index[glyph] + 1):
                found.add(offset + between, page.page, rect)
            done, at = word + 1, glyph + 1
        page, at = _further(words.text, done, page, at, page_text)
    return found


def _between(text: str, at: int, page: PageText, glyph: int) -> Iterator[tuple[int, Rect]]:
    """What follows a letter or digit and is none: signs that text and page have alike."""
    while at < len(text) and glyph < len(page.glyphs) and not fold_character(text[at]):
        drawn, rect = page.glyphs[glyph]
        if drawn == text[at]:
            if not drawn.isspace():
                yield at, rect
            at, glyph = at + 1, glyph + 1
        elif text[at].isspace():
            at += 1
        elif drawn.isspace():
            glyph += 1
        else:
            return


def in_drawing(text: str, offset: int, place: Place, page: PageText | None) -> Placed:
    """The words of a drawing: the nearest place below its bookmark that has them all; too few signs prove nothing."""
    words, found = fold(text), Placed()
    if page is None or len(words.text) < _RESUME:
        return found
    _, x, y = place
    below = [(_away(page.box(at), x, y), at) for at in _all(page.text, words.text) if page.box(at)[1] <= y]
    if below:
        first = min(below)[1]
        for at, sign in enumerate(words.index):
            found.add(offset + sign, page.page, page.box(first + at))
    return found


def _start(words: str, page: PageText, place: Place) -> int | None:
    """Where the paragraph begins: of all places with its first signs, the one nearest to the bookmark."""
    _, x, y = place
    for length in (_PROBE, _RESUME):
        near = [(_away(page.box(at), x, y), at) for at in _all(page.text, words[:length])]
        if near and min(near)[0] <= _NEAR:
            return min(near)[1]
    return None


def _away(rect: Rect, x: float, y: float) -> float:
    left, bottom, _, top = rect
    below = 0.0 if bottom <= y <= top else min(abs(top - y), abs(bottom - y))
    return 2 * below + abs(left - x) / 4


def _all(text: str, probe: str) -> Iterator[int]:
    at = text.find(probe) if probe else -1
    while at >= 0:
        yield at
        at = text.find(probe, at + 1)


def _along(words: str, done: int, page: PageText, at: int) -> Iterator[tuple[int, int]]:
    """Each sign of the words with its glyph, as long as they agree, over small gaps."""
    while done < len(words) and at < len(page.text):
        if words[done] == page.text[at]:
            yield done, at
            done, at = done + 1, at + 1
            continue
        on_paper = page.text.find(words[done : done + _RESUME], at, at + _SLIP)
        in_text = words.find(page.text[at : at + _RESUME], done, done + _SLIP)
        if on_paper >= 0 and (in_text < 0 or on_paper - at <= in_text - done):
            at = on_paper
        elif in_text >= 0 and len(page.text) - at >= _RESUME:
            done = in_text
        else:
            return


def _further(
    words: str, done: int, page: PageText, at: int, page_text: Callable[[int], PageText | None]
) -> tuple[PageText | None, int | None]:
    """Where a paragraph goes on that a column or a page broke: further down, or on the next page."""
    probe = words[done : done + _PROBE]
    if not probe:
        return None, None
    here = page.text.find(probe, at) if len(probe) == _PROBE else -1
    if here >= 0:
        return page, here
    following = page_text(page.page + 1)
    there = -1 if following is None else following.text.find(probe)
    return (following, there) if there >= 0 else (None, None)


def _joined(boxes: Iterable[Box]) -> Iterator[Box]:
    current: Box | None = None
    for box in boxes:
        if current is not None and _same_line(current, box):
            current = Box(
                box.page,
                min(current.x0, box.x0),
                min(current.y0, box.y0),
                max(current.x1, box.x1),
                max(current.y1, box.y1),
            )
        else:
            if current is not None:
                yield current
            current = box
    if current is not None:
        yield current


def _same_line(line: Box, box: Box) -> bool:
    height = min(line.y1 - line.y0, box.y1 - box.y0)
    shared = min(line.y1, box.y1) - max(line.y0, box.y0)
    return line.page == box.page and shared > height / 2
