# SPDX-License-Identifier: MIT
"""Reads a file of decisions (JSON, see docs/interfaces.md) and resolves it against a document."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from reviewer.documents.folding import Folded, find_in, fold, glued_in
from reviewer.documents.searched import Searched
from reviewer.errors import InvalidDecisions, UnknownId
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Box, Choice, Document, Region, Span, Target
from reviewer.model.ground import DiscloseReason
from reviewer.workflow.page_ends import PageEnds

Untrusted = Mapping[str, object]
_KEYS = {"withhold", "disclose", "generalise", "strike", "leave_out", "answers"}
_BOX_NUMBERS = 4


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a file of decisions asks for, in places of one document.

    `unmatched` counts terms that are nowhere; `sought` are those of them that the copy must not hold, with what was
    decided about each. `halves` are places of terms that a page end cuts in two.
    """

    rulings: tuple[tuple[Target, Ruling], ...]
    answers: Mapping[str, Choice]
    unmatched: int = 0
    sought: Mapping[str, Ruling] = field(default_factory=dict)
    halves: tuple[tuple[Span, Span], ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The terms that no story holds."""
        return tuple(self.sought)


def load(path: Path) -> Untrusted:
    """The JSON object in a file. Raises InvalidDecisions."""
    try:
        content = json.loads(path.read_text("utf-8-sig"), object_pairs_hook=_without_doubles)
    except (OSError, ValueError, RecursionError) as error:
        raise InvalidDecisions(path=path, detail=type(error).__name__) from error
    if not isinstance(content, dict) or not content.keys() <= _KEYS:
        raise InvalidDecisions(path=path, detail="keys")
    return content


def resolve(
    untrusted: Untrusted, document: Document, *, ground: str = "19(1)", path: Path | None = None
) -> Resolved:
    """Find the places of a file's decisions. `ground` serves where a row names none.

    A term takes every occurrence in every story (folded, whole words) but those inside a place that the same file
    discloses; a place that is named itself goes, whatever is disclosed around it. Raises InvalidDecisions, UnknownId.
    """
    reader = _Reader(document, ground, path)
    reader.expect(untrusted)
    disclosed = tuple(reader.rows(untrusted, "disclose", reader.disclose))
    reader.shown = tuple(target for target, _ in disclosed if isinstance(target, Span))
    rulings = list(disclosed)
    for verdict in (Verdict.WITHHOLD, Verdict.GENERALISE, Verdict.STRIKE, Verdict.LEAVE_OUT):
        rulings += reader.rows(untrusted, verdict, lambda row, v=verdict: reader.remove(row, v))  # type: ignore[misc]
    last = dict(rulings)
    answers = reader.answers(untrusted)
    return Resolved(tuple(last.items()), answers, reader.unmatched, reader.missing, tuple(reader.halves))


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A key that stands twice would lose what stands under the first."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError
    return made


def _number(untrusted: object) -> float:
    """A corner of a box; what is no number, or none that a page has, is NaN."""
    try:
        return float(untrusted) if type(untrusted) in {int, float} else math.nan  # type: ignore[arg-type]
    except OverflowError:
        return math.nan


class _Reader:
    """Reads rows of one file against one document."""

    def __init__(self, document: Document, ground: str, path: Path | None) -> None:
        self.document = document
        self.ground = ground
        self.path = path
        self.unmatched = 0
        self.missing: dict[str, Ruling] = {}
        self.halves: list[tuple[Span, Span]] = []
        self.shown: tuple[Span, ...] = ()
        self._needles: frozenset[str] = frozenset()

    def expect(self, untrusted: Untrusted) -> None:
        """Learn which terms the file will ask for."""
        rows = [row for listed in untrusted.values() if isinstance(listed, list) for row in listed]
        terms = [row.get("term") for row in rows if isinstance(row, dict)]
        self._needles = frozenset(fold(term).text for term in terms if isinstance(term, str)) - {""}

    def bad(self, detail: str) -> InvalidDecisions:
        return InvalidDecisions(path=self.path, detail=detail)

    def rows(
        self, untrusted: Untrusted, key: str, read: Callable[[Untrusted], Iterator[tuple[Target, Ruling]]]
    ) -> Iterator[tuple[Target, Ruling]]:
        listed = untrusted.get(key, [])
        if not isinstance(listed, list) or not all(isinstance(row, dict) for row in listed):
            raise self.bad(key)
        for row in listed:
            yield from read(row)

    def remove(self, row: Untrusted, verdict: Verdict) -> Iterator[tuple[Target, Ruling]]:
        grounds: tuple[str, ...] = ()
        if verdict in {Verdict.WITHHOLD, Verdict.GENERALISE}:
            named = row.get("grounds", [row.get("ground") or self.ground])
            if not isinstance(named, list):
                raise self.bad("grounds")
            grounds = tuple(str(each) for each in named)
        ruling = Ruling(
            verdict,
            grounds,
            authority=self.text(row, "authority"),
            replacement=self.text(row, "replacement"),
            note=self.text(row, "note"),
        )
        nowhere = self.unmatched
        further = self.further(self.text(row, "term")) if "term" in row else ()
        for target in (*self.targets(row), *further):
            if not ("term" in row and self._is_shown(target)):
                yield target, ruling
        if self.unmatched > nowhere and further:
            self.unmatched = nowhere
        elif self.unmatched > nowhere:
            self.missing[self.text(row, "term")] = ruling

    def _is_shown(self, target: Target) -> bool:
        return isinstance(target, Span) and any(span.contains(target) for span in self.shown)

    def disclose(self, row: Untrusted) -> Iterator[tuple[Target, Ruling]]:
        try:
            reason = DiscloseReason(self.text(row, "reason") or DiscloseReason.NOT_SENSITIVE)
        except ValueError as error:
            raise self.bad("reason") from error
        ruling = Ruling(
            Verdict.DISCLOSE,
            reason=reason,
            authority=self.text(row, "authority"),
            note=self.text(row, "note"),
        )
        for target in self.targets(row):
            yield target, ruling

    def text(self, row: Untrusted, key: str) -> str:
        value = row.get(key, "")
        if not isinstance(value, str) or any("\ud800" <= sign <= "\udfff" for sign in value):
            raise self.bad(key)
        return value

    def targets(self, row: Untrusted) -> Iterator[Target]:
        if "term" in row:
            yield from self.occurrences(self.text(row, "term"))
        elif "box" in row:
            yield self.region(row) if "image" in row else self.box(row)
        else:
            yield self.span(row)

    def span(self, row: Untrusted) -> Span:
        story, start, end = row.get("story"), row.get("start"), row.get("end")
        # type(): a bool is an int, and true is no place
        if not isinstance(story, str) or type(start) is not int or type(end) is not int:
            raise self.bad("span")
        if not self.document.has_story(story):
            raise UnknownId(kind="story", id=story)
        if not 0 <= start < end <= len(self.document.story(story).text):
            raise UnknownId(kind="span", id=f"{story}:{start}-{end}")
        return Span(story, start, end)

    def box(self, row: Untrusted) -> Box:
        page, corners = row.get("page"), self.corners(row)
        if type(page) is not int:
            raise self.bad("box")
        if not 1 <= page <= (self.document.pages or 0):
            raise UnknownId(kind="page", id=str(page))
        return Box(page, *corners)

    def region(self, row: Untrusted) -> Region:
        image = self.text(row, "image")
        if not self.document.can_mask(image):
            raise UnknownId(kind="image", id=image)
        region = Region(image, *self.corners(row))
        if not region.has_area:
            raise self.bad("box")
        return region

    def corners(self, row: Untrusted) -> tuple[float, float, float, float]:
        listed = row.get("box")
        numbers = list(map(_number, listed)) if isinstance(listed, list) else []
        if len(numbers) != _BOX_NUMBERS or not all(map(math.isfinite, numbers)):
            raise self.bad("box")
        x0, x1 = sorted(numbers[0::2])
        y0, y1 = sorted(numbers[1::2])
        if x0 == x1 or y0 == y1:
            raise self.bad("box")
        return x0, y0, x1, y1

    def occurrences(self, term: str) -> Iterator[Span]:
        if not fold(term).text:
            raise self.bad("term")
        found = dict.fromkeys(self.places(term, find_in))
        self.unmatched += not found
        yield from found

    def places(
        self, term: str, find: Callable[[str, Folded, str], Iterable[tuple[int, int]]]
    ) -> Iterator[Span]:
        for number in self._searched.holding(fold(term).text):
            story = self.document.stories[number]
            for start, end in find(story.text, self._searched.folded[number], term):
                yield Span(story.id, start, end)

    @cached_property
    def _searched(self) -> Searched:
        """All stories, in which the file's terms were looked for at once: there may be thousands."""
        return Searched([story.text for story in self.document.stories], self._needles)

    def further(self, term: str) -> tuple[Span, ...]:
        """Places where the term is no whole word of one story: parts of addresses, and halves on two pages.

        What stands in an address goes wherever it stands.
        """
        held = {self.document.text_of(span) for span in self.places(term, glued_in)}
        addresses = [span for text in sorted(held) for span in self.places(text, find_in)]
        halves = tuple(self._page_ends.halves(term))
        self.halves += halves
        return (*addresses, *(span for pair in halves for span in pair))

    @cached_property
    def _page_ends(self) -> PageEnds:
        return PageEnds(self.document)

    def answers(self, untrusted: Untrusted) -> dict[str, Choice]:
        listed = untrusted.get("answers", {})
        if not isinstance(listed, dict):
            raise self.bad("answers")
        known = {problem.id: problem for problem in self.document.problems}
        answers: dict[str, Choice] = {}
        for problem, choice in listed.items():
            if problem not in known:
                raise UnknownId(kind="problem", id=problem)
            if choice not in known[problem].choices:
                raise UnknownId(kind="choice", id=str(choice))
            answers[problem] = Choice(choice)
        return answers
