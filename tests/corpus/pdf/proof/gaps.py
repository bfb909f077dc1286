# SPDX-License-Identifier: MIT
"""What the places of letters in a copy tell about the width of what is no longer there.

Only level text is measured. A label with its neighbours close at both sides is constant by itself, and tells nothing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer, LTCurve, LTItem, LTPage

from tests.corpus.pdf.proof.signs import Rect, around, occurrences, pages_of, rows

EXACT = 0.5
"""Points; nearer than that, a width is taken for read."""
_STILL = 0.05
_WORD = 0.18
_TWICE = 0.12
"""The same letter again, so near in em, is the same letter."""
_CLOSE = 1.0
"""A label and its neighbour are no further apart than so many em: a blank, or what stands for one."""
_LABEL = re.compile(r"\[(?:s|par|art|al)\.[^\]\[]{1,60}\]|\[(?:withheld|caviardé|markingstruck|coteradiée)\]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of one withheld span: how its width can be read in the copy, if it can, or why it was not measured."""

    page: int
    width: float
    how: str = ""
    unmeasured: str = ""


@dataclass(slots=True)
class _Row:
    """The letters on one baseline, and the stretches of it that were withheld."""

    letters: list[LTChar]
    lost: list[tuple[float, float]] = field(default_factory=list)

    @property
    def staying(self) -> list[LTChar]:
        return [each for each in self.letters if not self._is_lost(each)]

    @property
    def base(self) -> float:
        return self.letters[0].matrix[5]

    def _is_lost(self, letter: LTChar) -> bool:
        return any(x0 <= (letter.x0 + letter.x1) / 2 <= x1 for x0, x1 in self.lost)


def readings(original: bytes, copy: bytes, secrets: Sequence[str], *, first: int = 0) -> list[Reading]:
    """Each line of each withheld span of a file; `first` pages of the copy come before (a reader's note)."""
    before, after = _pages(original), _pages(copy)[first:]
    found: list[Reading] = []
    for number, signs in enumerate(pages_of(original)):
        spots = [
            around(row)
            for occurrence in occurrences(signs, secrets)
            for row in rows(signs[at] for at in occurrence)
        ]
        if spots:
            found += _of_page(number + 1, spots, _rows(before[number]), after[number])
    return found


def candidates(data: bytes, before: str, after: str, widths: Mapping[str, float]) -> list[str]:
    """The names that fit between two words of the first page, one or two blanks taken off."""
    page = _pages(data)[0]
    blank = next((each.adv for each in _letters(page) if each.get_text() == " "), 0.0)
    for row in _rows(page):
        said = "".join(each.get_text()[:1] for each in row.letters)
        if before in said and after in said:
            left = row.letters[said.index(before) + len(before) - 1]
            room = row.letters[said.index(after)].x0 - left.x1
            return [
                name
                for name, width in widths.items()
                if min(abs(room - count * blank - width) for count in (1, 2)) <= EXACT
            ]
    return []


def _pages(data: bytes) -> list[LTPage]:
    return list(extract_pages(io.BytesIO(data), laparams=LAParams(all_texts=True)))


def _letters(page: LTPage) -> list[LTChar]:
    return [each for each in _items(page) if isinstance(each, LTChar) and not each.matrix[1]]


def _items(item: LTItem) -> Iterator[LTItem]:
    yield item
    if isinstance(item, LTContainer):
        for each in item:
            yield from _items(each)


def _rows(page: LTPage) -> list[_Row]:
    made: list[_Row] = []
    inked = (each for each in _letters(page) if each.get_text().strip())
    for letter in sorted(inked, key=lambda each: (each.matrix[5], each.x0)):
        last = made[-1].letters[-1] if made else None
        if last is not None and letter.matrix[5] - last.matrix[5] <= 0.3 * max(letter.size, last.size):
            made[-1].letters.append(letter)
        else:
            made.append(_Row([letter]))
    for row in made:
        row.letters = _once(sorted(row.letters, key=lambda each: each.x0))
    return made


def _once(letters: list[LTChar]) -> list[LTChar]:
    """Letters without those that are drawn again in their place: a shadow, or bold that is none."""
    found: list[LTChar] = []
    for each in letters:
        if not any(
            each.get_text() == other.get_text() and each.x0 - other.x0 < _TWICE * each.size
            for other in found[-4:]
        ):
            found.append(each)
    return found


def _of_page(number: int, spots: list[Rect], before: list[_Row], page: LTPage) -> Iterator[Reading]:
    placed = [(next((row for row in before if _under(row, spot)), None), spot) for spot in spots]
    for row, spot in placed:
        if row is not None:
            row.lost.append((spot[0] - 0.3, spot[2] + 0.3))
    after, blanks = _rows(page), _natural(page)
    for row, spot in placed:
        if row is None:
            yield Reading(number, spot[2] - spot[0], unmeasured="not level")
        else:
            yield _read(number, row, _under(row, spot), before, after, page, blanks)


def _under(row: _Row, spot: Rect) -> list[LTChar]:
    """The letters of a row whose middle lies in an area."""
    height = (spot[1] + spot[3]) / 2
    return [
        each
        for each in row.letters
        if each.y0 <= height <= each.y1 and spot[0] - 0.3 <= (each.x0 + each.x1) / 2 <= spot[2] + 0.3
    ]


def _read(
    number: int,
    row: _Row,
    gone: list[LTChar],
    before: list[_Row],
    after: list[_Row],
    page: LTPage,
    blanks: set[float],
) -> Reading:
    width = gone[-1].x1 - gone[0].x0
    match = next((each for each in after if abs(each.base - row.base) <= 0.3 * gone[0].size), None)
    shown, labels = _without_labels(match.letters if match else [])
    path = _by_path(page, width, gone[0], labels)
    if path or match is None:
        return Reading(number, width, path)
    if [each.get_text() for each in shown] != [each.get_text() for each in row.staying]:
        return Reading(number, width, unmeasured="other letters on the row")
    at = sum(each.x0 < gone[0].x0 for each in row.staying)
    how = _by_gap(row.staying, shown, labels, at, width) or _by_blanks(row.staying, shown, at, blanks)
    return Reading(number, width, how or _by_end(row, shown, before))


def _without_labels(found: list[LTChar]) -> tuple[list[LTChar], list[tuple[float, float]]]:
    text = "".join(each.get_text()[:1] for each in found)
    places = [match.span() for match in _LABEL.finditer(text)]
    inside = {at for start, end in places for at in range(start, end)}
    boxes = [(found[start].x0, found[end - 1].x1) for start, end in places]
    return [each for at, each in enumerate(found) if at not in inside], boxes


def _natural(page: LTPage) -> set[float]:
    """How wide the blanks of the fonts of a page are, in em; the one that stands for a blank nobody drew too."""
    blanks = (each for each in _letters(page) if each.get_text() == " " and each.size)
    return {round((each.x1 - each.x0) / each.size, 3) for each in blanks} | {0.27}


def _by_path(page: LTPage, width: float, gone: LTChar, labels: list[tuple[float, float]]) -> str:
    """A rule or a ground as wide as the word, where it was; the ground of a label is none."""
    for each in _items(page):
        if (
            isinstance(each, LTCurve) and each.y0 - 4 <= gone.matrix[5] <= each.y1 + 4
            and abs(each.width - width) <= EXACT and abs(each.x0 - gone.x0) <= 3
            and not any(abs(each.x0 - x0) <= 3 and abs(each.x1 - x1) <= 3 for x0, x1 in labels)
        ):  # fmt: skip
            return "path"
    return ""


def _by_gap(
    before: list[LTChar], shown: list[LTChar], labels: list[tuple[float, float]], at: int, width: float
) -> str:
    """The distance of the neighbours, unless a label fills it: is it as wide as the word, or still the same?"""
    if not 0 < at < len(shown):
        return ""
    left, right = shown[at - 1], shown[at]
    room, em = right.x0 - left.x1, max(left.size, right.size)
    within = [box for box in labels if left.x1 - 1 <= box[0] and box[1] <= right.x0 + 1]
    filled = within and within[0][0] - left.x1 <= _CLOSE * em and right.x0 - within[-1][1] <= _CLOSE * em
    still = abs(room - (before[at].x0 - before[at - 1].x1)) <= _STILL
    if filled or room <= _CLOSE * em or room >= 2 * em + width:
        return ""
    return "gap" if still or abs(room - width) <= EXACT else ""


def _by_blanks(before: list[LTChar], shown: list[LTChar], at: int, blanks: set[float]) -> str:
    """Blanks of the line that are still as wide as they were made to fill it."""
    gaps = [
        (before[n].x0 - before[n - 1].x1, shown[n].x0 - shown[n - 1].x1, before[n].size)
        for n in range(1, len(shown))
        if n != at
    ]
    words = [(old, new, em) for old, new, em in gaps if _WORD * em < old < 2 * em]
    stretched = len(words) > 1 and not any(
        abs(old / em - each) <= 0.01 for old, _new, em in words for each in blanks
    )
    return "blanks" if stretched and all(abs(old - new) <= _STILL for old, new, _em in words) else ""


def _by_end(row: _Row, shown: list[LTChar], before: Iterable[_Row]) -> str:
    """A line that was held by its end, or by its middle, and begins where it began."""
    if not shown or abs(shown[0].x0 - row.letters[0].x0) > _STILL:
        return ""
    others = [each for each in before if each is not row and not each.lost]
    start, end = row.letters[0].x0, row.letters[-1].x1
    starts = sum(abs(each.letters[0].x0 - start) <= EXACT for each in others)
    ends = sum(abs(each.letters[-1].x1 - end) <= EXACT for each in others)
    middles = sum(abs(each.letters[0].x0 + each.letters[-1].x1 - start - end) <= EXACT for each in others)
    return "end" if ends > starts else "middle" if middles > starts else ""
