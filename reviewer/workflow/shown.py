# SPDX-License-Identifier: MIT
"""What of a document may stand in its copy, and how often a term of the gate stands there."""

from __future__ import annotations

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


@dataclass(frozen=True)
class Visible:
    """Runs of a story's text that may be in the copy, in order. What reaches over the end of one is not there."""

    story: Story
    runs: tuple[tuple[int, int], ...]

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside one run."""
        at = bisect_right(self.runs, (start, len(self.story.text))) - 1
        return at >= 0 and end <= self.runs[at][1]


class Shown:
    """All that may be in the copy, in which the terms of the request are counted."""

    def __init__(self, visible: Sequence[Visible], needles: frozenset[str]) -> None:
        self._visible = visible
        self._searched = Searched([each.story.text for each in visible], needles)

    def allow(self, text: str) -> tuple[Allowance, ...]:
        """How often a text stands whole inside a run, by kind of story and page."""
        counts: Counter[tuple[StoryKind, int | None]] = Counter()
        for number in self._searched.holding(fold(text).text):
            each = self._visible[number]
            places = find_in(each.story.text, self._searched.folded[number], text)
            if count := sum(each.holds(start, end) for start, end in places):
                counts[each.story.kind, each.story.page] += count
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
