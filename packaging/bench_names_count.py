# SPDX-License-Identifier: MIT
"""Marked names against the places where a tool found persons: what was hit, what is right, what is exact, what went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench_names_sets import Marked

Place = tuple[int, int]
_TITLE = re.compile(
    r"(?:(?:MM?|Mmes?|Mlles?|M[er]s?|Mrs|Ms|Drs?|Dre|Prof|Sir|Dame|Lord|Lady|Hon|Judge|Justice|Capt|Rev|"
    r"[Jj]uge|[Mm]essieurs|[Mm]onsieur|[Mm]adame|[Mm]aître|[Dd]octeur|[Pp]rofesseur)\b\.?|Mme(?=[A-Z])|et\b|and\b|&)\s*"
)
_EDGES = " \t\n\u00a0.,;:()\"'"


@dataclass(frozen=True, slots=True)
class Counted:
    """What was marked and what was found, in one part of a set."""

    signs: int = 0
    marked: int = 0
    hit: int = 0
    found: int = 0
    true: int = 0
    exact: int = 0

    def __add__(self, other: Counted) -> Counted:
        return Counted(
            self.signs + other.signs,
            self.marked + other.marked,
            self.hit + other.hit,
            self.found + other.found,
            self.true + other.true,
            self.exact + other.exact,
        )

    @property
    def recall(self) -> float:
        """Of the marked names, those touched."""
        return self.hit / max(1, self.marked)

    @property
    def precision(self) -> float:
        """Of the findings, those that touch a marked name."""
        return self.true / max(1, self.found)

    @property
    def exact_f1(self) -> float:
        """F1 where only the same place counts."""
        return 2 * self.exact / max(1, self.marked + self.found)

    def f(self, beta: float) -> float:
        """F1 (beta 1) or F2 (beta 2), by overlap."""
        weight = beta * beta
        both = weight * self.precision + self.recall
        return (1 + weight) * self.precision * self.recall / both if both else 0.0

    def figures(self) -> dict[str, float]:
        """What is kept of it."""
        return {
            "marked": self.marked,
            "found": self.found,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f(1),
            "f2": self.f(2),
            "exact_f1": self.exact_f1,
        }


def count(marked: Marked, found: Sequence[Place]) -> Counted:
    """One document against the places where persons were found in it."""
    places = sorted(set(found))
    bare = {_bare(marked.text, *place) for place in marked.people}
    return Counted(
        len(marked.text),
        len(marked.people),
        sum(any(_touch(gold, each) for each in places) for gold in marked.people),
        len(places),
        sum(any(_touch(gold, each) for gold in marked.people) for each in places),
        len(bare & {_bare(marked.text, *place) for place in places}),
    )


def wrong(marked: Marked, found: Sequence[Place]) -> Iterator[str]:
    """Each name missed (-), each false finding (+), and each found with other edges (~), with the words around it."""
    bare = {_bare(marked.text, *place): place for place in marked.people}
    for place in marked.people:
        if not any(_touch(place, each) for each in found):
            yield f"- {_around(marked.text, *place)}"
    for place in sorted(set(found)):
        if not any(_touch(gold, place) for gold in marked.people):
            yield f"+ {_around(marked.text, *place)}"
        elif _bare(marked.text, *place) not in bare:
            gold = next(marked.text[slice(*each)] for each in marked.people if _touch(each, place))
            yield f"~ {_around(marked.text, *place)}  marked: {gold}"


def _touch(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _bare(text: str, start: int, end: int) -> Place:
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    while start < end and (match := _TITLE.match(text, start, end)):
        start = match.end()
    while start < end and text[start] in _EDGES:
        start += 1
    return start, end


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    return f"{before}[[{text[start:end]}]]{after}".replace("\n", "⏎")
