# SPDX-License-Identifier: MIT
"""What the places of letters in a copy tell about the width of what is no longer there.

Only level text is measured. A label with its letters close at both sides is constant by itself, and tells nothing.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer, LTCurve, LTItem, LTPage

from tests.corpus.pdf.proof.signs import LABELS, Rect, folded, occurrences, pages_of, rows

EXACT = 0.5
"""Points; nearer than that, a width is taken for read."""
_STILL = 0.05
_WORD = 0.18
_CLOSE = 1.0
"""A label and its neighbour are no further apart than so many em: a blank, or what stands for one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of one withheld span: how its width can be read from the copy, if it can; `unmeasured` says why not."""

    page: int
    width: float
    how: str = ""
    unmeasured: str = ""


@dataclass(slots=True)
class _Row:
    letters: list[LTChar]
    lost: list[tuple[float, float]] = field(default_factory=list)

    @property
    def words(self) -> list[LTChar]:
        return [each for each in self.letters if each.get_text().strip()]

    def is_lost(self, letter: LTChar) -> bool:
        middle = (letter.x0 + letter.x1) / 2
        return any(x0 <= middle <= x1 for x0, x1 in self.lost)

    @property
    def staying(self) -> list[LTChar]:
        return [each for each in self.words if not self.is_lost(each)]


def readings(original: bytes, copy: bytes, secrets: Sequence[str], *, first: int = 0) -> list[Reading]:
    """Each line of each withheld span of a file; `first` pages of the copy come before (a reader's note)."""
    before, after, texts = letters(original), letters(copy)[first:], pages_of(original)
    found: list[Reading] = []
    for number, (signs, (_page, one), (page, other)) in enumerate(zip(texts, before, after, strict=True), 1):
        spots = [
            _around(row)
            for occurrence in occurrences(signs, secrets)
            for row in rows(signs[at] for at in occurrence)
        ]
        if spots:
            found += _of_page(number, spots, one, page, other)
    return found


def _around(row: Iterable[object]) -> Rect:
    boxes = [(each.x0, each.y0, each.x1, each.y1) for each in row]  # type: ignore[attr-defined]
    x0s, y0s, x1s, y1s = zip(*boxes, strict=True)
    return min(x0s), min(y0s), max(x1s), max(y1s)


def letters(data: bytes) -> list[tuple[LTPage, list[LTChar]]]:
    """The level letters of all pages with the room that each takes, as pdfminer reads them."""
    pages = extract_pages(io.BytesIO(data), laparams=LAParams(all_texts=True))
    return [(page, [each for each in _items(page, LTChar) if not each.matrix[1]]) for page in pages]


def _items[T: LTItem](item: LTItem, kind: type[T]) -> Iterator[T]:
    if isinstance(item, kind):
        yield item
    if isinstance(item, LTContainer):
        for each in item:
            yield from _items(each, kind)


def _rows(found: Iterable[LTChar]) -> list[_Row]:
    """Letters by their baseline: what is raised or lowered a little stands on the same row."""
    made: list[_Row] = []
    for letter in sorted(found, key=lambda each: (each.matrix[5], each.x0)):
        last = made[-1].letters[-1] if made else None
        if last is not None and letter.matrix[5] - last.matrix[5] <= 0.3 * max(letter.size, last.size):
            made[-1].letters.append(letter)
        else:
            made.append(_Row([letter]))
    for row in made:
        row.letters.sort(key=lambda each: each.x0)
    return made


def _of_page(
    number: int, spots: list[Rect], one: list[LTChar], page: LTPage, other: list[LTChar]
) -> Iterator[Reading]:
    before, after = _rows(one), _rows(other)
    placed: list[tuple[_Row | None, Rect]] = []
    for spot in spots:
        height = spot[1] + 0.5
        row = next((row for row in before if any(_holds(letter, spot) for letter in row.letters)), None)
        placed.append((row, spot))
        if row is not None:
            row.lost.append((spot[0] - 0.3, spot[2] + 0.3))
        del height
    for row, spot in placed:
        if row is None:
            yield Reading(number, spot[2] - spot[0], unmeasured="not level")
            continue
        gone = [each for each in row.words if _holds(each, spot)]
        width = max(each.x1 for each in gone) - min(each.x0 for each in gone)
        base = gone[0].matrix[5]
        match = next((each for each in after if abs(each.letters[0].matrix[5] - base) <= 0.3 * gone[0].size), None)
        yield _read(number, width, row, gone, match, before, page)


def _holds(letter: LTChar, spot: Rect) -> bool:
    x, y = (letter.x0 + letter.x1) / 2, (letter.y0 + letter.y1) / 2
    return spot[0] - 0.3 <= x <= spot[2] + 0.3 and letter.y0 <= (spot[1] + spot[3]) / 2 <= letter.y1 and bool(y)


def _read(
    number: int, width: float, row: _Row, gone: list[LTChar], match: _Row | None, before: list[_Row], page: LTPage
) -> Reading:
    drawn = _by_path(page, width, gone)
    if match is None:
        return Reading(number, width, drawn)
    shown, labels = _without_labels(match.words)
    if [each.get_text() for each in shown] != [each.get_text() for each in row.staying]:
        return Reading(number, width, drawn, unmeasured="" if drawn else "other letters on the row")
    at = sum(each.x0 < gone[0].x0 for each in row.staying)
    how = drawn or _by_gap(width, row, gone, shown, labels, at) or _by_blanks(row, shown) or _by_end(row, shown, before)
    return Reading(number, width, how)


def _without_labels(found: list[LTChar]) -> tuple[list[LTChar], list[tuple[float, float]]]:
    text = "".join(each.get_text()[:1] for each in found)
    plain = LABELS.pattern.replace(" ", "")
    places = [match.span() for match in __import__("re").finditer(plain.replace(r"\.", r"\.\s?"), text)]
    inside = {at for start, end in places for at in range(start, end)}
    boxes = [(found[start].x0, found[end - 1].x1) for start, end in places]
    return [each for at, each in enumerate(found) if at not in inside], boxes
