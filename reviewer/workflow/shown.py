# SPDX-License-Identifier: MIT
"""What of a document may stand in its copy, and how often a term of the gate stands there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.documents.addresses import glued
from reviewer.documents.folding import find_in, fold
from reviewer.documents.place import Pattern
from reviewer.documents.searched import Searched
from reviewer.model.document import Story, StoryKind
from reviewer.verification.request import Allowance

_GLUED = 6
"""From so many letters a word glued to others in an address is pointed out, whatever is stuck to it."""

_LONG_NUMBER = 6
"""From so many digits the gate also takes a part of a number for the number."""
_TAIL, _HEAD = re.compile(r"\d[.,]"), re.compile(r"[.,]\d")


@dataclass(frozen=True)
class Visible:
    """Runs of a story's text that may be in the copy, in order. What reaches over the end of one is not there."""

    story: Story
    runs: tuple[tuple[int, int], ...]

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside one run."""
        run = self._run(start)
        return run is not None and end <= run[1]

    def is_part_of_number(self, start: int, end: int) -> bool:
        """Whether a stretch of digits is a part of a longer number of its run, as "250" is in "1,250".

        The gate does not take it for the withheld number there: it needs no allowance, and must not give one.
        """
        text = self.story.text
        first, last = self._run(start) or (start, end)
        before, after = text[max(first, start - 2) : start], text[end : min(last, end + 2)]
        return _TAIL.fullmatch(before) is not None or _HEAD.fullmatch(after) is not None

    def _run(self, start: int) -> tuple[int, int] | None:
        at = bisect_right(self.runs, (start, len(self.story.text))) - 1
        return self.runs[at] if at >= 0 else None


class Shown:
    """All that may be in the copy, in which the terms of the request are counted."""

    def __init__(self, visible: Sequence[Visible], needles: frozenset[str]) -> None:
        self._visible = visible
        self._searched = Searched([each.story.text for each in visible], needles)

    def allow(self, text: str) -> tuple[Allowance, ...]:
        """How often a text stands whole inside a run, by kind of story and page."""
        counts: Counter[tuple[StoryKind, int | None]] = Counter()
        folded = fold(text).text
        short = folded.isdecimal() and len(folded) < _LONG_NUMBER
        for number in self._searched.holding(folded):
            each = self._visible[number]
            places = find_in(each.story.text, self._searched.folded[number], text)
            there = [place for place in places if each.holds(*place)]
            if short:
                there = [place for place in there if not each.is_part_of_number(*place)]
            if there:
                counts[each.story.kind, each.story.page] += len(there)
        return tuple(Allowance(kind, page, count) for (kind, page), count in counts.items())

    def glued(self, terms: Iterable[str]) -> Iterator[str]:
        """Parts of addresses and links that stay and in which a withheld word is glued to other letters.

        No whole word stands there, so the gate would say nothing; the officer must look at the place and confirm it.
        """
        for term in terms:
            name = Pattern(term, frozenset(), name=True)
            for number in self._searched.holding(term):
                each, folded = self._visible[number], self._searched.folded[number]
                places = glued(each.story.text, folded.text, folded.index, name, telling=_GLUED)
                yield from (each.story.text[start:end] for start, end in places if each.holds(start, end))
