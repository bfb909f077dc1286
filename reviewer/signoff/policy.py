# SPDX-License-Identifier: MIT
"""What stands between a review and a copy, and between a copy and a signature."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reviewer.errors import SamePerson, WrongRole
from reviewer.model.decision import Decisions, Verdict
from reviewer.model.document import Box, Choice, Document, Span, Target
from reviewer.model.finding import Finding
from reviewer.model.release import Candidate, PortalRecord
from reviewer.model.review import Person, PersonRole, Review, Seen
from reviewer.signoff.coverage import unseen_pages, unseen_stories
from reviewer.signoff.places import Places
from reviewer.signoff.reach import reach_fault
from reviewer.signoff.rulings import Fault, fault_of, validate

__all__ = [
    "Blocker",
    "BlockerKind",
    "Case",
    "blockers",
    "check_signer",
    "reach_fault",
    "signing_blockers",
    "validate",
]


class BlockerKind(StrEnum):
    """Why not yet."""

    UNDECIDED = "undecided"
    CONFLICT = "conflict"
    NO_GROUND = "no_ground"
    NO_REASON = "no_reason"
    NO_AUTHORITY = "no_authority"
    IN_CONSULTATION = "in_consultation"
    UNANSWERED = "unanswered"
    UNSEEN_PAGE = "unseen_page"
    UNSEEN_STORY = "unseen_story"
    MANDATORY_DISCLOSED = "mandatory_disclosed"
    EXCLUSION_DISCLOSED = "exclusion_disclosed"
    NO_RECORD = "no_record"
    ONE_LANGUAGE = "one_language"
    UNCONFIRMED_TOKEN = "unconfirmed_token"  # noqa: S105 - a word of a name, not a password


@dataclass(frozen=True, slots=True)
class Blocker:
    """One reason and its place; `problem` is the id of a problem, a field of the record or a place of the gate."""

    kind: BlockerKind
    span: Span | None = None
    page: int | None = None
    story: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of a review. `acted` is everybody who ever decided, answered or undid, also what no longer holds."""

    review: Review
    document: Document
    findings: tuple[Finding, ...]
    decisions: Decisions
    seen: tuple[Seen, ...]
    acted: frozenset[str] = frozenset()


_FAULTS: Mapping[Fault, BlockerKind] = {
    Fault.NO_GROUND: BlockerKind.NO_GROUND,
    Fault.UNKNOWN_GROUND: BlockerKind.NO_GROUND,
    Fault.NO_REPLACEMENT: BlockerKind.NO_REASON,
    Fault.NO_REASON: BlockerKind.NO_REASON,
    Fault.NO_NOTE: BlockerKind.NO_REASON,
    Fault.REASON_DOES_NOT_LIFT: BlockerKind.NO_REASON,
    Fault.NO_AUTHORITY: BlockerKind.NO_AUTHORITY,
    Fault.NOT_A_MARKING: BlockerKind.NO_GROUND,
    Fault.LEAVES_OUT_READ_TEXT: BlockerKind.NO_GROUND,
    Fault.OTHER_EXCEPTION: BlockerKind.MANDATORY_DISCLOSED,
    Fault.MANDATORY: BlockerKind.MANDATORY_DISCLOSED,
    Fault.EXCLUSION: BlockerKind.EXCLUSION_DISCLOSED,
}


def blockers(case: Case) -> tuple[Blocker, ...]:
    """What stands between this review and a copy, in a fixed order."""
    places = Places.of(case.document, case.decisions)
    found: list[Blocker] = []
    steps: tuple[Callable[[Case, Places], Iterator[Blocker]], ...] = (
        _unanswered,
        _undecided,
        _conflicts,
        _faults,
        _consultations,
        _unseen,
    )
    for step in steps:
        found.extend(step(case, places))
    return tuple(found)


def signing_blockers(
    case: Case,
    *,
    candidate: Candidate,
    record: PortalRecord | None,
    confirmed: Collection[str] = (),
) -> tuple[Blocker, ...]:
    """What stands between the copy and a signature.

    All that stands before the copy; the record; and words of withheld names that the gate met elsewhere in the copy
    and that nobody has confirmed.
    """
    more = [Blocker(BlockerKind.NO_RECORD)] if record is None else list(_one_language(record))
    more += [
        Blocker(BlockerKind.UNCONFIRMED_TOKEN, problem=place)
        for place in candidate.warnings
        if place not in confirmed
    ]
    return blockers(case) + tuple(more)


def check_signer(person: Person, case: Case, *, prepared_by: str | None = None) -> None:
    """Raise WrongRole unless the person is an officer, SamePerson when they had a hand in the review."""
    if person.role is not PersonRole.OFFICER:
        raise WrongRole(person=person.name, role=person.role.value, needed=PersonRole.OFFICER.value)
    hands = {case.review.opened_by, *case.acted}
    hands.update(decision.person for decision in case.decisions.decisions)
    hands.update(answer.person for answer in case.decisions.answers)
    if person.id in hands or person.id == prepared_by:
        raise SamePerson(person=person.name)


def _unanswered(case: Case, places: Places) -> Iterator[Blocker]:
    for problem in case.document.problems:
        if case.decisions.choice(problem.id) in {None, Choice.STOP}:
            yield Blocker(BlockerKind.UNANSWERED, page=problem.page, story=problem.story, problem=problem.id)


def _undecided(case: Case, places: Places) -> Iterator[Blocker]:
    for finding in case.findings:
        if not places.decides(finding.span):
            page = case.document.story(finding.span.story).page
            yield Blocker(BlockerKind.UNDECIDED, span=finding.span, page=page, story=finding.span.story)


def _conflicts(case: Case, places: Places) -> Iterator[Blocker]:
    for span in places.conflicts():
        yield Blocker(BlockerKind.CONFLICT, span=span, story=span.story)


def _faults(case: Case, places: Places) -> Iterator[Blocker]:
    """Decisions that are not valid for what was found there; what a removal covers anyway is not disclosed."""
    flagged: dict[Span, list[Finding]] = {}
    for finding in case.findings:
        flagged.setdefault(finding.span, []).append(finding)
    for decision in case.decisions.decisions:
        span = decision.target if isinstance(decision.target, Span) else None
        if span is not None and not decision.removes and places.removes(span):
            continue
        found = flagged.get(span, []) if span is not None else []
        faults = {
            fault_of(decision.ruling, category=each.category, ground=each.ground) for each in found
        } or {fault_of(decision.ruling)}
        faults.add(reach_fault(decision.target, decision.ruling, case.document, case.findings))
        kinds = {_FAULTS[fault] for fault in faults if fault is not None}
        for kind in sorted(kinds):
            yield _blocker(kind, decision.target)


def _consultations(case: Case, places: Places) -> Iterator[Blocker]:
    for decision in case.decisions.decisions:
        if decision.ruling.verdict is Verdict.CONSULT:
            yield _blocker(BlockerKind.IN_CONSULTATION, decision.target)


def _blocker(kind: BlockerKind, target: Target) -> Blocker:
    if isinstance(target, Span):
        return Blocker(kind, span=target, story=target.story)
    if isinstance(target, Box):
        return Blocker(kind, page=target.page)
    return Blocker(kind, problem=target.problem)


def _unseen(case: Case, places: Places) -> Iterator[Blocker]:
    pages = dict.fromkeys(unseen_pages(case.document, case.seen))
    for page in pages:
        yield Blocker(BlockerKind.UNSEEN_PAGE, page=page)
    for story in unseen_stories(case.document, case.seen):
        # What a page shows is read with it: the page is told once, not twice.
        if not (story.visible and story.page in pages):
            yield Blocker(BlockerKind.UNSEEN_STORY, page=story.page, story=story.id)


def _one_language(record: PortalRecord) -> Iterator[Blocker]:
    """Fields of the record that exist in one language only; the title must be there."""
    fields: dict[str, object] = {"title_translated": {}, **_fluent("", record)}
    resources = record.get("resources")
    for number, resource in enumerate(resources if isinstance(resources, list | tuple) else ()):
        if isinstance(resource, Mapping):
            fields.update(_fluent(f"resources[{number}].", resource))
    for name, value in fields.items():
        if not _bilingual(value):
            yield Blocker(BlockerKind.ONE_LANGUAGE, problem=name)


def _fluent(prefix: str, values: Mapping[str, object]) -> dict[str, object]:
    """Fields with one value for each language, as the portal names them."""
    return {
        f"{prefix}{name}": value
        for name, value in values.items()
        if name.endswith("_translated") or (name == "keywords" and isinstance(value, Mapping))
    }


def _bilingual(value: object) -> bool:
    if not isinstance(value, Mapping):
        return False
    # The portal marks a machine translation in the key: "fr-t-en" is French.
    spoken = {str(key).split("-")[0] for key, text in value.items() if _said(text)}
    return {"en", "fr"} <= spoken


def _said(text: object) -> bool:
    return bool(text.strip()) if isinstance(text, str) else bool(text)
