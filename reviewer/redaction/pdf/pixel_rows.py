# SPDX-License-Identifier: MIT
"""Finds the row of a picture that something goes from: its words, its neighbours, and where it has to begin.

All of it is told by what stays: the width, the first letter and the height of what goes must not be seen in the copy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reviewer.redaction.pdf.ink import DOT, RULE, Area, Gray, Hit, Ink, Range, ink_of, inked_rows, runs
from reviewer.redaction.pdf.row_places import Anchor, anchor

_WORDS_APART, _COLUMN = 0.26, 2.0
"""Gaps in shares of a row's height: between words at least, between columns at least."""
_AROUND = 16
_RIM = 2
_ABOVE, _BELOW = 0.2, 0.3
"""How much a row is grown, in shares of its height: its words may have no letter that reaches as far as others do."""
_FAR = 0.6


@dataclass(frozen=True, slots=True)
class Row:
    """A row between two heights, and the free room from left to right.

    `tokens` are its words in order, and the stretches that go, each with its label.
    """

    top: int
    bottom: int
    em: int
    room: Range
    tokens: tuple[tuple[Range, str | None], ...]
    anchor: Anchor


def find_row(gray: Gray, hits: Sequence[Hit], gone: Sequence[Area], unit: float) -> Row | None:
    """The row of some of those `gone` from a picture, `unit` pixels to a point; None where it hangs on others."""
    reach = _AROUND * -(-max(hit.high for hit in hits) // 16) * 16
    first = max(0, min(hit.top for hit in hits) - reach)
    ink = ink_of(gray[first : max(hit.bottom for hit in hits) + reach])
    return _Finder(ink, hits, [(x0, y0 - first, x1, y1 - first) for x0, y0, x1, y1 in gone], first).run(unit)


class _Finder:
    """One row being looked for; `first` is the height of the ink that is looked at."""

    def __init__(self, ink: Ink, hits: Sequence[Hit], lost: Sequence[Area], first: int) -> None:
        self.hits, self.lost, self.first, self.bare = hits, lost, first, ink
        self.top = min(hit.top for hit in hits) - first
        self.bottom = max(hit.bottom for hit in hits) - first
        self.high = self._usual(self.bottom - self.top)
        self.between: Range = (0, len(ink))

    def run(self, unit: float) -> Row | None:
        """All steps."""
        if not self._without_rules():
            return None
        words, room = self._neighbours(self.high)
        if words:
            if not self._grow(words):
                return None
        else:
            self._alone()
        em = self._em()
        words, room = self._neighbours(em)
        gone = _joined([((hit.left, hit.right), hit.label) for hit in self.hits], words)
        above, below = self._free_heights(room)
        self.top, self.bottom = (
            max(above, self.top - round(_ABOVE * em)),
            min(below, self.bottom + round(_BELOW * em)),
        )
        kept = ((word, None) for word in _padded(words, gone))
        tokens = tuple(sorted([*kept, *gone], key=lambda token: token[0]))
        held = anchor(
            (tokens[0][0][0], tokens[-1][0][1]),
            list(self._groups(em)),
            list(self._starts(em)),
            em=em,
            unit=unit,
            width=self.bare.shape[1],
            after=room[0],
            kept=tokens[0][1] is None,
        )
        return Row(self.top + self.first, self.bottom + self.first, em, room, tokens, held)

    def _without_rules(self) -> bool:
        """Leave ruled lines out of the row; False for one across it."""
        middle, quarter = (self.top + self.bottom) / 2, 0.25 * (self.bottom - self.top)
        for y in range(max(0, self.top - self.high), min(len(self.bare), self.bottom + self.high)):
            for x0, x1 in runs(self.bare[y]):
                if x1 - x0 < RULE * self.high:
                    continue
                self.bare[y, x0:x1] = False
                if abs(y - middle) < quarter:
                    return False
                if y < middle:
                    self.between = max(self.between[0], y + 1), self.between[1]
                else:
                    self.between = self.between[0], min(self.between[1], y)
        self.top, self.bottom = max(self.top, self.between[0]), min(self.bottom, self.between[1])
        return self.bottom - self.top > 2

    def _neighbours(self, high: int) -> tuple[list[Range], Range]:
        """The words of the row up to the next column, and the room between what stands beyond them."""
        words = self._tokens(self.top, self.bottom, high)
        first, last = min(hit.left for hit in self.hits), max(hit.right for hit in self.hits)
        within = [word for word in words if word[0] < last and word[1] > first]
        before = [word for word in words if word[1] <= first]
        after = [word for word in words if word[0] >= last]
        room = [0, self.bare.shape[1]]
        while before:
            if first - before[-1][1] > _COLUMN * high or self._is_tall(before[-1], high):
                room[0] = before[-1][1]
                break
            within.insert(0, before.pop())
            first = within[0][0]
        while after:
            if after[0][0] - last > _COLUMN * high or self._is_tall(after[0], high):
                room[1] = after[0][0]
                break
            within.append(after.pop(0))
            last = max(last, within[-1][1])
        return within, (room[0], room[1])

    def _tokens(self, top: int, bottom: int, high: int) -> list[Range]:
        """Stretches of ink without a gap as wide as one between words."""
        least = 1 if high < 20 else 2
        columns = self.bare[top:bottom].sum(axis=0) >= least
        found: list[Range] = []
        for run in runs(columns):
            parted = any(found and found[-1][1] <= hit.left < run[1] for hit in self.hits)
            if found and run[0] - found[-1][1] < _WORDS_APART * high and not parted:
                found[-1] = found[-1][0], run[1]
            else:
                found.append(run)
        return found

    def _is_tall(self, word: Range, high: int) -> bool:
        """Whether something is no word: an upright rule, a photograph."""
        top, bottom = max(0, self.top - high // 2), self.bottom + high // 2
        return bool((self.bare[top:bottom, word[0] : word[1]].mean(axis=0) > 0.9).any())

    def _grow(self, words: list[Range]) -> bool:
        """Take in the whole height of the words that stay; False where the next row hangs together with this one."""
        most = round(_FAR * self.high)
        columns = np.zeros(self.bare.shape[1], np.bool_)
        for left, right in words:
            columns[left:right] = True
        inked: list[int] = self.bare[:, columns].sum(axis=1).tolist()
        middle = (self.top + self.bottom) // 2
        gap = max(1, round(DOT * self.high))
        top = _edge(inked, middle, -1, self.top - most, gap)
        bottom = _edge(inked, middle, 1, self.bottom + most, gap)
        if top is None or bottom is None:
            return False
        self.top, self.bottom = top, bottom + 1
        return True

    def _alone(self) -> None:
        """A row of which nothing stays is as high as others are: its own height would tell which letters it had."""
        self.high = self._usual(self.high)
        step = max(1, self.high // 4)
        self.top = self.top // step * step
        self.bottom = self.top + self.high + step

    def _em(self) -> int:
        """The height of a row with all its letters: a few small ones do not tell it, other rows do."""
        own = self.bottom - self.top
        return max(6, own, min(self._usual(own), 2 * own))

    def _usual(self, high: int) -> int:
        """How high other rows are, of about this height."""
        highs = [bottom - top for top, bottom in runs(inked_rows(self.bare))]
        usual = sorted(each for each in highs if 0.5 * high < each < 2 * high)
        return usual[len(usual) // 2] if usual else high

    def _free_heights(self, room: Range) -> Range:
        """The heights between the rows above and below, as far as a box may reach."""
        rows = inked_rows(self.bare[:, room[0] : room[1]])
        above, below = np.flatnonzero(rows[: self.top]), np.flatnonzero(rows[self.bottom :])
        highest = int(above[-1]) + 2 if len(above) else 0
        lowest = self.bottom + int(below[0]) - 1 if len(below) else len(rows)
        return max(highest, self.between[0]), min(lowest, self.between[1])

    def _groups(self, em: int) -> Iterator[Range]:
        """What stands together in the rows that lost nothing, column by column."""
        for top, bottom in runs(inked_rows(self.bare)):
            if any(y0 < bottom and top < y1 for _x0, y0, _x1, y1 in self.lost):
                continue
            group: Range | None = None
            for left, right in self._tokens(top, bottom, em):
                if group is None or left - group[1] > _COLUMN * em:
                    if group is not None:
                        yield group
                    group = left, right
                else:
                    group = group[0], right
            if group is not None:
                yield group

    def _starts(self, em: int) -> Iterator[int]:
        """Where rows begin that lost something, but not their first word."""
        for x0, y0, _x1, y1 in self.lost:
            if y1 <= self.top or y0 >= self.bottom:
                words = self._tokens(max(y0, 0), max(y1, 0), em)
                if words and words[0][0] < x0:
                    yield words[0][0]


def _edge(inked: Sequence[int], middle: int, step: int, limit: int, gap: int) -> int | None:
    """Where the ink around a height ends; None if it goes on further than letters reach. Dots stand a `gap` apart."""
    at, found = middle, middle
    while 0 <= at < len(inked) and at != limit:
        if not inked[at] and found != middle and abs(at - found) > gap:
            return found
        if inked[at]:
            found = at
        at += step
    return None if at == limit and 0 <= at < len(inked) and inked[at] else found


def _padded(words: list[Range], gone: list[tuple[Range, str]]) -> list[Range]:
    """The words with their faint rims, up to half the gap to what stands beside them."""
    edges = sorted([*words, *(stretch for stretch, _label in gone)])
    padded = []
    for left, right in words:
        before = max((b for _a, b in edges if b <= left), default=0)
        after = min((a for a, _b in edges if a >= right), default=right + 2 * _RIM)
        padded.append((left - min(_RIM, (left - before) // 2), right + min(_RIM, (after - right) // 2)))
    return padded


def _joined(gone: list[tuple[Range, str]], words: list[Range]) -> list[tuple[Range, str]]:
    """Stretches that go, with one label for those between which nothing stays."""
    joined: list[tuple[Range, str]] = []
    for (left, right), label in sorted(gone):
        if joined:
            (first, last), before = joined[-1]
            kept = any(last <= word[0] and word[1] <= left for word in words)
            if left < last or (not kept and label in (before, "")):
                joined[-1] = (first, max(last, right)), before or label
                continue
        joined.append(((left, right), label))
    return joined
