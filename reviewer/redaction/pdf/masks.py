# SPDX-License-Identifier: MIT
"""Which areas of a page are painted over, and which words of its images have their rows set anew instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewer.documents.pdf.geometry import Rect, join, overlap, touches
from reviewer.documents.pdf.records import Paint, PaintKind
from reviewer.documents.pdf.views import PageView
from reviewer.redaction.pdf.marks import PageMarks
from reviewer.redaction.pdf.masking import Box
from reviewer.redaction.pdf.raster import label_in

_WORDLIKE = 36.0
"""Higher than so many points, what a person draws is an area and no word."""
_GRID, _ALONE, _HIGH = 36.0, 72.0, 12.0
"""Where a box begins that stands where an image was, how wide it is and how high, in points."""
_IMAGES = {PaintKind.IMAGE, PaintKind.INLINE_IMAGE}
Word = tuple[Rect, str, bool]
"""A place on the page, its label, and whether a person drew it."""


class PageMasks:
    """The areas of one page. A word can be set anew where one image alone shows something in its place."""

    def __init__(self, view: PageView, marks: PageMarks) -> None:
        self._view, self._marks = view, marks
        self._words = {
            word: paint
            for word in (
                *((rect, label, False) for rect, label in marks.image_painted),
                *((rect, label, True) for rect, label in marks.painted if is_word(rect)),
            )
            if (paint := self._only_image(word[0])) is not None
        }
        self._done: set[Word] = set()
        self.boxes: list[Box] = []

    def of(self, paint: Paint) -> tuple[list[Rect], list[Word]]:
        """The areas that must be black in an image of this place, and the words whose rows can be set anew."""
        words = [word for word, image in self._words.items() if image is paint]
        drawn = [
            widen(rect) for rect, label in self._marks.painted
            if touches(rect, paint.rect) and (rect, label, True) not in self._words
        ]  # fmt: skip
        read = [
            each for each in self._marks.image_painted
            if touches(each[0], paint.rect) and (*each, False) not in self._words
        ]  # fmt: skip
        return drawn + [rect for rect, _label in widened(read)], words

    def done(self, words: Iterable[Word], boxes: Sequence[Box]) -> None:
        """Some words are out of their image, and these boxes stand in it."""
        self._done.update(words)
        self.boxes += boxes

    def left_out(self, paint: Paint) -> None:
        """An image goes whole: each row that held words of it has one box of one width, whatever they were."""
        rows: list[tuple[Rect, str]] = []
        for rect, label, drawn in self._words:
            if self._words[rect, label, drawn] is not paint or (rect, label, drawn) in self._done:
                continue
            self._done.add((rect, label, drawn))
            at = next((at for at, (other, _said) in enumerate(rows) if _same_row(other, rect)), None)
            if at is None:
                rows.append((rect, label))
            else:
                rows[at] = join((rows[at][0], rect)), rows[at][1]
        for rect, label in rows:
            left, bottom = rect[0] // _GRID * _GRID, rect[1] // _HIGH * _HIGH
            place = left, bottom, left + _ALONE, bottom + _HIGH
            self.boxes.append(Box(place, label_in(place, label)))

    def others(self) -> list[tuple[Rect, str]]:
        """The areas that are painted over on the page itself, once its images are copied."""
        drawn = [each for each in self._marks.painted if (*each, True) not in self._done]
        return drawn + widened(each for each in self._marks.image_painted if (*each, False) not in self._done)

    def _only_image(self, rect: Rect) -> Paint | None:
        """The one image that shows something here, if nothing else does."""
        around = [paint for paint in self._view.walk.paints if not paint.hidden and touches(paint.rect, rect)]
        images = [paint for paint in around if paint.kind in _IMAGES]
        drawn = any(
            paint.kind is PaintKind.SHADING or paint.curved for paint in around if paint not in images
        )
        lettered = any(
            overlap(glyph.core, rect) > 0 and not (glyph.layered or glyph.hidden or glyph.blank)
            for glyph in self._marks.gone
        )
        return None if len(images) != 1 or drawn or lettered else images[0]


def is_word(rect: Rect) -> bool:
    """Whether an area is as low as a row of words."""
    return rect[3] - rect[1] <= _WORDLIKE


def widen(rect: Rect) -> Rect:
    """A box grown to steps of half an inch, so that its width tells little of the word under it."""
    step = 36.0
    width = rect[2] - rect[0]
    extra = (-(-width // step) * step - width) / 2
    above = max(1.0, 0.3 * (rect[3] - rect[1])) if rect[3] - rect[1] < step else 1.0
    return rect[0] - extra, rect[1] - above, rect[2] + extra, rect[3] + above


def widened(areas: Iterable[tuple[Rect, str]]) -> list[tuple[Rect, str]]:
    """Boxes grown to coarse widths, each with its label; two of one label that would overlap are one box."""
    plain: list[tuple[Rect, str]] = []
    for rect, label in areas:
        beside = (
            at
            for at, (other, word) in enumerate(plain)
            if word == label and _same_row(other, rect) and touches(widen(other), widen(rect))
        )
        at = next(beside, None)
        if at is None:
            plain.append((rect, label))
        else:
            plain[at] = join((plain[at][0], rect)), label
    return [(widen(rect), label) for rect, label in plain]


def _same_row(first: Rect, second: Rect) -> bool:
    shared = min(first[3], second[3]) - max(first[1], second[1])
    return 2 * shared > min(first[3] - first[1], second[3] - second[1])
