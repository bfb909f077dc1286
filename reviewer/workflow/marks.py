# SPDX-License-Identifier: MIT
"""How each place of a document stands: what was found, what a person decided on it, what is still open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from reviewer.model.decision import Decision
from reviewer.model.document import Document, Region, Span, StoryKind, Target
from reviewer.model.finding import Finding
from reviewer.signoff import policy
from reviewer.signoff.policy import Blocker, BlockerKind, Case
from reviewer.store import decisions, reviews, seen
from reviewer.workflow.session import Session

__all__ = [
    "Blocker",
    "BlockerKind",
    "Case",
    "Mark",
    "Standing",
    "Target",
    "blockers",
    "marks",
    "refresh",
    "same",
]


class Standing(StrEnum):
    """How a place stands."""

    UNDECIDED = "undecided"
    WITHHOLD = "withhold"
    DISCLOSE = "disclose"
    GENERALISE = "generalise"
    STRIKE = "strike"
    LEAVE_OUT = "leave_out"
    CONSULT = "consult"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Mark:
    """One place: a finding, a decision, or both. Without a finding a person added it."""

    target: Target
    standing: Standing
    finding: Finding | None = None
    decision: Decision | None = None

    @property
    def added(self) -> bool:
        """Whether a person marked what detection had not found."""
        return self.finding is None


def marks(case: Case, standing_in_the_way: tuple[Blocker, ...] | None = None) -> tuple[Mark, ...]:
    """Every place of a case in reading order; boxes come with their page's text.

    The blockers of the case may be given by a caller that has them already.
    """
    if standing_in_the_way is None:
        standing_in_the_way = policy.blockers(case)
    undecided = _spans(standing_in_the_way, BlockerKind.UNDECIDED)
    conflicting = _spans(standing_in_the_way, BlockerKind.CONFLICT)
    exact = {each.target: each for each in case.decisions.decisions}
    removing = _removing(case.decisions.decisions)
    found: list[Mark] = []
    flagged: set[Target] = set()
    for finding in case.findings:
        flagged.add(finding.span)
        decision = exact.get(finding.span) or _around(removing, finding.span)
        standing = _standing(finding.span, decision, undecided, conflicting)
        found.append(Mark(finding.span, standing, finding, decision))
    for target, decision in exact.items():
        if target not in flagged:
            found.append(Mark(target, _standing(target, decision, frozenset(), conflicting), None, decision))
    order = _order(case.document)
    return tuple(sorted(found, key=lambda mark: _key(mark.target, order)))


def blockers(case: Case) -> tuple[Blocker, ...]:
    """What stands between this review and a copy."""
    return policy.blockers(case)


def refresh(session: Session, case: Case) -> Case:
    """The same case with what changes during a review read again; the document and its findings do not."""
    review = reviews.get(session.store, case.review.id)
    return replace(
        case,
        review=review,
        decisions=decisions.current(session.store, review.id),
        seen=seen.of(session.store, review.id),
        acted=decisions.people(session.store, review.id),
    )


def same(document: Document, listed: Iterable[Mark], mark: Mark) -> tuple[Target, ...]:
    """Every place that names the same person or thing as a mark, or bears the same words, its own place included."""
    finding = mark.finding
    if finding is None:
        return (mark.target,)
    words = _words(document, finding.span)
    return tuple(
        each.finding.span
        for each in listed
        if each.finding is not None
        and each.finding.category is finding.category
        and (
            (finding.entity is not None and each.finding.entity == finding.entity)
            or _words(document, each.finding.span) == words
        )
    )


def _words(document: Document, span: Span) -> str:
    return " ".join(document.text_of(span).casefold().split())


def _spans(listed: Iterable[Blocker], kind: BlockerKind) -> frozenset[Span]:
    return frozenset(each.span for each in listed if each.kind is kind and each.span is not None)


def _removing(listed: Iterable[Decision]) -> dict[str, list[Decision]]:
    by_story: dict[str, list[Decision]] = {}
    for each in listed:
        if each.removes and isinstance(each.target, Span):
            by_story.setdefault(each.target.story, []).append(each)
    return by_story


def _around(removing: dict[str, list[Decision]], span: Span) -> Decision | None:
    candidates = removing.get(span.story, ())
    return next(
        (each for each in candidates if isinstance(each.target, Span) and each.target.contains(span)), None
    )


def _standing(
    target: Target, decision: Decision | None, undecided: frozenset[Span], conflicting: frozenset[Span]
) -> Standing:
    if target in conflicting:
        return Standing.CONFLICT
    if target in undecided:
        return Standing.UNDECIDED
    if decision is None:
        # Nobody decided on the place itself: an answer takes its whole story away.
        return Standing.LEAVE_OUT
    return Standing(decision.ruling.verdict)


def _order(document: Document) -> dict[str, int]:
    return {story.id: number for number, story in enumerate(document.stories)}


def _key(target: Target, order: dict[str, int]) -> tuple[int, float, float]:
    if isinstance(target, Span):
        return order.get(target.story, len(order)), target.start, -target.end
    if isinstance(target, Region):
        words = f"{StoryKind.IMAGE_TEXT}:{target.problem.rpartition(':')[2]}"
        return order.get(words, len(order)), float("inf"), target.y0
    return order.get(f"page:{target.page}", len(order)), float("inf"), -target.y1
