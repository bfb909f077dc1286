# SPDX-License-Identifier: MIT
"""Step 5, verify: another process searches the copy for all that was withheld; clean bytes become the candidate."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Collection, Iterable

from reviewer.errors import GateError, NotReady, WrongState
from reviewer.model.decision import Decisions
from reviewer.model.document import Choice, Span
from reviewer.model.finding import Finding
from reviewer.model.journal import Action
from reviewer.model.release import Candidate, PortalRecord
from reviewer.model.review import Person, PersonRole, State
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.signoff import policy
from reviewer.signoff.policy import Case
from reviewer.store import candidates, journal, records, reviews
from reviewer.verification.gate import check, refuse
from reviewer.verification.report import GateReport
from reviewer.verification.request import GateRequest
from reviewer.workflow.boxed import boxed, lone_words
from reviewer.workflow.open import require, source_of
from reviewer.workflow.record_words import search_record, warnings_of
from reviewer.workflow.redact import Draft, redact
from reviewer.workflow.second_try import as_pictures, in_the_source, pages_at_fault, pages_to_silence
from reviewer.workflow.session import Session
from reviewer.workflow.terms import gate_request
from reviewer.workflow.titles import title_of

_SECONDS, _PICTURE_SECONDS, _PAGE_SECONDS = 300.0, 60.0, 0.5


def verify(
    draft: Draft, decisions: Decisions, found: Iterable[Finding] = (), *, report: Report = silent
) -> GateReport:
    """Check a draft. Gives a clean report, or raises LeakFound, UnsafeStructure, GateFailed, GateTimeout."""
    gate = inspect(draft, decisions, found, report=report)
    refuse(gate)
    return gate


def inspect(
    draft: Draft,
    decisions: Decisions,
    found: Iterable[Finding] = (),
    *,
    also: Iterable[str] = (),
    halves: Collection[tuple[Span, Span]] = (),
    report: Report = silent,
) -> GateReport:
    """Check a draft and give the report, clean or not. `also` and `halves` are as `gate_request` takes them."""
    report(Progress(Stage.VERIFYING, 0))
    request = asked(draft, decisions, found, also=also, halves=halves)
    return check(draft.copy.data, request, seconds=_seconds(draft, request.pages or 0), report=report)


def proved(
    draft: Draft,
    decisions: Decisions,
    found: Iterable[Finding] = (),
    *,
    also: Iterable[str] = (),
    halves: Collection[tuple[Span, Span]] = (),
    report: Report = silent,
) -> tuple[Draft, GateReport]:
    """Check a draft, and where only pages of a PDF stand against it, again with these as pictures.

    Gives the copy that is clean, or raises LeakFound, UnsafeStructure, GateFailed, GateTimeout.
    """
    listed, words = tuple(found), tuple(also)
    gate = inspect(draft, decisions, listed, also=words, halves=halves, report=report)
    if pages := pages_at_fault(draft, gate):
        draft = as_pictures(draft, pages, report=report)
        gate = inspect(draft, decisions, listed, also=words, halves=halves, report=report)
    if pages := pages_to_silence(draft, gate):
        draft = as_pictures(draft, pages, mute=True, report=report)
        gate = inspect(draft, decisions, listed, also=words, halves=halves, report=report)
    refuse(in_the_source(draft, gate))
    return draft, gate


def _seconds(draft: Draft, pages: int) -> float:
    """How long the gate may take: it reads each picture in several ways, on a busy machine slowly, and every page."""
    kept = sum(choice in {Choice.KEEP, Choice.MASK} for choice in draft.plan.choices.values())
    return _SECONDS + _PICTURE_SECONDS * (kept + len(draft.copy.pictured)) + _PAGE_SECONDS * pages


def asked(
    draft: Draft,
    decisions: Decisions,
    found: Iterable[Finding] = (),
    *,
    also: Iterable[str] = (),
    halves: Collection[tuple[Span, Span]] = (),
) -> GateRequest:
    """What the gate is asked about a draft."""
    return gate_request(
        draft.source.document,
        draft.plan,
        decisions,
        found,
        format_=draft.copy.format,
        also=also,
        halves=halves,
        boxed=boxed(draft.source, draft.plan),
    )


def prepare(session: Session, review_id: str, by: Person, *, report: Report = silent) -> Candidate:
    """Redact and verify a review; its candidate is stored encrypted until it is signed.

    Raises NotReady (with the kinds of blockers), SourceChanged, the errors of redaction and of the gate, WrongState
    when somebody decided meanwhile. A refusal of the gate leaves the review as it was and one entry in the journal.
    """
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    case = session.case(review_id)
    review = case.review.to(State.DECIDED) if case.review.state is State.OPEN else case.review
    prepared = review.to(State.PREPARED)
    record = records.record(session.store, review.id)
    _raise_blockers(case)
    source = source_of(session, review.id, report=report)
    title = title_of(record, source.document)
    try:
        draft = redact(source, case.decisions, title=title, with_note=True, report=report)
        draft, gate = proved(draft, case.decisions, case.findings, report=report)
        lone = lone_words(source, draft.plan)
        said = search_record(case, record, also=lone, report=report) if record is not None else ()
    except GateError as error:
        details = {"error": type(error).__name__}
        journal.append(session.store, session.entry(Action.PREPARE_REFUSED, by, review.id, details))
        raise
    candidate = _candidate(draft, gate, (*warnings_of(gate), *said), by, session.clock())
    entry = session.entry(Action.PREPARED, by, review.id, told(candidate))
    with session.store.transaction():
        _raise_if_changed(session, case, record)
        reviews.update(session.store, prepared)
        candidates.save(session.store, review.id, candidate, gate.to_json(), entry)
    return candidate


def _raise_blockers(case: Case) -> None:
    kinds = Counter(blocker.kind for blocker in policy.blockers(case))
    if kinds:
        raise NotReady(blockers=tuple(f"{kind}:{count}" for kind, count in sorted(kinds.items())))


def _raise_if_changed(session: Session, before: Case, record: PortalRecord | None) -> None:
    """Refuse a copy of decisions that no longer hold: another window decided while the copy was made and checked."""
    now = session.case(before.review.id)
    same = (now.review, now.decisions, now.findings) == (before.review, before.decisions, before.findings)
    if not same or records.record(session.store, before.review.id) != record:
        raise WrongState(review=before.review.id, state=now.review.state, needed=before.review.state)


def _candidate(
    draft: Draft, gate: GateReport, warnings: tuple[str, ...], by: Person, now: dt.datetime
) -> Candidate:
    return Candidate(
        draft.copy.data,
        hashlib.sha256(draft.copy.data).hexdigest(),
        draft.copy.format,
        by.id,
        now,
        hashlib.sha256(gate.to_json().encode()).hexdigest(),
        warnings,
        draft.copy.losses,
        draft.copy.pictured,
    )


def told(candidate: Candidate) -> dict[str, str | int]:
    """What the journal says of a copy: its digest, and the pages that are pictures because the gate refused them."""
    refused = [str(page) for page, reason in candidate.pictured if reason == "gate"]
    return {"sha256": candidate.sha256, **({"pages_pictured": ", ".join(refused)} if refused else {})}
