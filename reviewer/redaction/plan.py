# SPDX-License-Identifier: MIT
"""From decisions to a plan: which characters go, what stands in their place, and what becomes of everything else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reviewer.errors import ConflictingDecisions, InvalidDecision, NotReady, UnansweredProblem, UnknownId
from reviewer.model.decision import MAY_BE_LEFT_OUT, Decision, Decisions, Ruling, Verdict
from reviewer.model.document import Box, Choice, Document, Language, Region, Span
from reviewer.redaction.labels import label_of
from reviewer.redaction.note import ReaderNote


@dataclass(frozen=True, slots=True)
class Removal:
    """Code points of one story that go, and the label in their place; `parts` are the places it was joined from."""

    start: int
    end: int
    label: str
    parts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class BoxRemoval:
    """An area of a page under which everything goes."""

    box: Box
    label: str


@dataclass(frozen=True, slots=True)
class RegionRemoval:
    """An area of a picture that is painted over."""

    region: Region
    label: str


@dataclass(frozen=True)
class Plan:
    """All a writer needs beside the source. Removals of a story are disjoint and sorted.

    `pictured` are pages (from 1) that a PDF copy shows as pictures even if their text could be kept. `sought` are
    words, each with its label, that no story holds and that go all the same where another order of a page has them.
    `mute` are those of the `pictured` pages that get no words that are read in their picture.
    """

    language: Language
    title: str
    removals: Mapping[str, tuple[Removal, ...]]
    boxes: tuple[BoxRemoval, ...]
    choices: Mapping[str, Choice]
    left_out: frozenset[str]
    note: ReaderNote | None = None
    regions: tuple[RegionRemoval, ...] = ()
    pictured: frozenset[int] = frozenset()
    sought: tuple[tuple[str, str], ...] = ()
    mute: frozenset[int] = frozenset()

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label that the copy will bear, each once."""
        from_text = {removal.label for story in self.removals.values() for removal in story}
        from_areas = {*(each.label for each in self.boxes), *(each.label for each in self.regions)}
        return tuple(sorted(from_text | from_areas | {label for _text, label in self.sought}))


def make_plan(
    document: Document,
    decisions: Decisions,
    *,
    language: Language,
    title: str,
    note: ReaderNote | None = None,
    also: Iterable[tuple[str, Ruling]] = (),
) -> Plan:
    """Check the decisions against the document and lay them out; `also` are words that no story holds.

    Raises UnansweredProblem, NotReady (something is in consultation), ConflictingDecisions (one decision removes and
    another discloses, each with characters of its own), InvalidDecision, UnknownId.
    """
    choices = _choices(document, decisions)
    if any(each.ruling.verdict is Verdict.CONSULT for each in decisions.decisions):
        raise NotReady(blockers=("in_consultation",))
    _check_targets(document, decisions.decisions)
    _check_conflicts(decisions.decisions)
    left_out = frozenset(_left_out(document, decisions.decisions))
    removals: dict[str, tuple[Removal, ...]] = {}
    for story, group in _by_story(decisions.decisions).items():
        if story not in left_out:
            removals[story] = tuple(_merge(document.story(story).text, group, language))
    boxes = tuple(
        BoxRemoval(each.target, label_of((each.ruling,), language))
        for each in decisions.decisions
        if isinstance(each.target, Box) and each.removes
    )
    regions = tuple(
        RegionRemoval(each.target, label_of((each.ruling,), language))
        for each in decisions.decisions
        if isinstance(each.target, Region) and each.removes
    )
    sought = tuple((text, label_of((ruling,), language)) for text, ruling in also)
    return Plan(language, title, removals, boxes, choices, left_out, note, regions, sought=sought)


def _choices(document: Document, decisions: Decisions) -> dict[str, Choice]:
    known = {problem.id: problem for problem in document.problems}
    choices: dict[str, Choice] = {}
    for answer in decisions.answers:
        if answer.problem not in known:
            raise UnknownId(kind="problem", id=answer.problem)
        if answer.choice not in known[answer.problem].choices:
            raise UnknownId(kind="choice", id=answer.choice)
        choices[answer.problem] = answer.choice
    unanswered = tuple(each for each in known if choices.get(each, Choice.STOP) is Choice.STOP)
    if unanswered:
        raise UnansweredProblem(problems=unanswered)
    return choices


def _check_targets(document: Document, decisions: Iterable[Decision]) -> None:
    for each in decisions:
        target = each.target
        if isinstance(target, Box):
            if not 1 <= target.page <= (document.pages or 0):
                raise UnknownId(kind="page", id=str(target.page))
            if not (target.x0 < target.x1 and target.y0 < target.y1):
                raise UnknownId(kind="box", id=str(target.page))
        elif isinstance(target, Region):
            if not document.can_mask(target.problem):
                raise UnknownId(kind="problem", id=target.problem)
            if not target.has_area:
                raise UnknownId(kind="box", id=target.problem)
        elif not document.has_story(target.story):
            raise UnknownId(kind="story", id=target.story)
        elif not 0 <= target.start < target.end <= len(document.story(target.story).text):
            raise UnknownId(kind="span", id=f"{target.story}:{target.start}-{target.end}")


def _check_conflicts(decisions: Iterable[Decision]) -> None:
    """A removal inside something disclosed, or around it, is clear; a half-and-half overlap is not."""
    spans = sorted(
        ((each.target, each.removes) for each in decisions if isinstance(each.target, Span)),
        key=lambda pair: pair[0],
    )
    places: list[str] = []
    running: list[tuple[Span, bool]] = []
    for span, removes in spans:
        running = [pair for pair in running if pair[0].overlaps(span)]
        places.extend(
            f"{span.story}:{span.start}-{span.end}"
            for other, other_removes in running
            if removes != other_removes and not other.contains(span) and not span.contains(other)
        )
        running.append((span, removes))
    if places:
        raise ConflictingDecisions(places=tuple(places))


def _left_out(document: Document, decisions: Iterable[Decision]) -> Iterator[str]:
    for each in decisions:
        if each.ruling.verdict is Verdict.LEAVE_OUT:
            if not isinstance(each.target, Span) or each.target != _whole(document, each.target.story):
                raise InvalidDecision(detail="leave_out_part")
            if document.story(each.target.story).kind not in MAY_BE_LEFT_OUT:
                raise InvalidDecision(detail="leave_out_of_read_text")
            yield each.target.story


def _whole(document: Document, story: str) -> Span:
    return Span(story, 0, len(document.story(story).text))


def _by_story(decisions: Iterable[Decision]) -> dict[str, list[tuple[Span, Decision]]]:
    groups: dict[str, list[tuple[Span, Decision]]] = {}
    for each in decisions:
        if isinstance(each.target, Span) and each.removes and each.ruling.verdict is not Verdict.LEAVE_OUT:
            groups.setdefault(each.target.story, []).append((each.target, each))
    return groups


def _merge(text: str, group: Iterable[tuple[Span, Decision]], language: Language) -> Iterator[Removal]:
    """Join spans that overlap, and withheld neighbours that only blanks separate: one stretch, one label.

    Two labels in a row would tell of how many words a name consists.
    """
    stretch: Span | None = None
    members: list[Decision] = []
    for span, decision in sorted(group, key=lambda pair: pair[0]):
        grown = _grow(text, span)
        if stretch is not None and _joins(text, stretch, members, grown, decision):
            stretch = replace(stretch, end=max(stretch.end, grown.end))
            members.append(decision)
        else:
            if stretch is not None:
                yield _removal(stretch, members, language)
            stretch, members = grown, [decision]
    if stretch is not None:
        yield _removal(stretch, members, language)


def _joins(text: str, stretch: Span, members: Iterable[Decision], span: Span, decision: Decision) -> bool:
    if span.start < stretch.end:
        return True
    gap = text[stretch.end : span.start]
    alike = all(each.ruling.verdict is Verdict.WITHHOLD for each in (*members, decision))
    return alike and not gap.strip(" \u00a0\u202f") and len(gap) <= 1


def _grow(text: str, span: Span) -> Span:
    """Take the combining and invisible marks that belong to the last character, so that none stays behind."""
    end = span.end
    while end < len(text) and unicodedata.category(text[end]) in {"Mn", "Mc", "Me", "Cf"}:
        end += 1
    return replace(span, end=end)


def _removal(span: Span, members: Iterable[Decision], language: Language) -> Removal:
    listed = tuple(members)
    spans = (each.target for each in listed if isinstance(each.target, Span))
    parts = tuple((each.start, each.end) for each in spans) if len(listed) > 1 else ()
    return Removal(span.start, span.end, label_of((each.ruling for each in listed), language), parts)
