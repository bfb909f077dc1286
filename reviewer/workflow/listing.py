# SPDX-License-Identifier: MIT
"""What a person sees of reviews and of the journal, read from the store."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.model.decision import Decision
from reviewer.model.document import Box, Span
from reviewer.model.journal import Entry
from reviewer.model.review import Review
from reviewer.signoff import policy
from reviewer.signoff.policy import Blocker, BlockerKind
from reviewer.store import journal, people, reviews
from reviewer.workflow.session import Session


@dataclass(frozen=True, slots=True)
class Done:
    """How far a review is."""

    findings: int
    decided: int
    blockers: int


def all_reviews(session: Session) -> tuple[Review, ...]:
    """Every review, oldest first."""
    return reviews.all(session.store)


def progress_of(session: Session, review_id: str) -> Done:
    """Findings, how many of them are decided, and how many things block."""
    case = session.case(review_id)
    standing = policy.blockers(case)
    undecided = sum(blocker.kind is BlockerKind.UNDECIDED for blocker in standing)
    return Done(len(case.findings), len(case.findings) - undecided, len(standing))


def journal_entries(session: Session, *, review: str | None = None) -> tuple[Entry, ...]:
    """The journal, oldest first."""
    return journal.entries(session.store, review=review)


def check_journal(session: Session) -> None:
    """Follow the chain. Raises JournalAltered."""
    journal.check(session.store)


def show_json(session: Session, review_id: str) -> dict[str, object]:
    """One review as JSON: places and verdicts, without the text of the document."""
    case = session.case(review_id)
    names = {person.id: person.name for person in people.all(session.store)}
    return {
        "id": case.review.id,
        "name": case.review.name,
        "state": case.review.state.value,
        "sha256": case.document.sha256,
        "findings": [
            {
                "id": finding.id,
                "story": finding.span.story,
                "start": finding.span.start,
                "end": finding.span.end,
                "category": finding.category.value,
                "tier": finding.tier.value,
                "suggestion": finding.suggestion.value,
                "ground": finding.ground,
                "entity": finding.entity,
            }
            for finding in case.findings
        ],
        "decisions": [_decision(each, names) for each in case.decisions.decisions],
        "answers": {each.problem: each.choice.value for each in case.decisions.answers},
        "blockers": [_blocker(each) for each in policy.blockers(case)],
    }


def _decision(decision: Decision, names: dict[str, str]) -> dict[str, object]:
    ruling = decision.ruling
    return {
        **_place(decision.target),
        "verdict": ruling.verdict.value,
        "grounds": list(ruling.grounds),
        "reason": ruling.reason.value if ruling.reason else None,
        "by": names.get(decision.person, decision.person),
        "time": decision.time.isoformat(),
    }


def _place(target: Span | Box) -> dict[str, object]:
    if isinstance(target, Span):
        return {"story": target.story, "start": target.start, "end": target.end}
    return {"page": target.page, "box": [target.x0, target.y0, target.x1, target.y1]}


def _blocker(blocker: Blocker) -> dict[str, object]:
    span = blocker.span
    return {
        "kind": blocker.kind.value,
        "story": span.story if span else blocker.story,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "page": blocker.page,
        "problem": blocker.problem,
    }
