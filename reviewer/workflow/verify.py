# SPDX-License-Identifier: MIT
"""Step 5, verify: another process searches the copy for all that was withheld; clean bytes become the candidate."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from reviewer.documents.folding import find_in, fold
from reviewer.errors import GateError, NotReady
from reviewer.model.decision import Decision, Decisions, Verdict
from reviewer.model.document import Document, Format, Language, Span, Story, StoryKind
from reviewer.model.finding import PASSAGES, Category, Finding
from reviewer.model.journal import Action
from reviewer.model.release import Candidate
from reviewer.model.review import Person, PersonRole, State
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.redaction.plan import Plan
from reviewer.signoff import policy
from reviewer.store import candidates, journal, records, reviews
from reviewer.verification.gate import check, refuse
from reviewer.verification.report import GateReport
from reviewer.verification.request import Allowance, GateRequest, Term
from reviewer.workflow.open import require, source_of
from reviewer.workflow.redact import Draft, redact
from reviewer.workflow.session import Session
from reviewer.workflow.titles import title_of

_DROPPED = frozenset(
    {
        StoryKind.COMMENT,
        StoryKind.DELETION,
        StoryKind.HIDDEN,
        StoryKind.ANNOTATION,
        StoryKind.ATTACHMENT,
        StoryKind.SCRIPT,
        StoryKind.REVISION,
    }
)
"""Stories that no copy holds: the answers to their problems are to leave them out."""
_TOO_SHORT = 3
"""A term of fewer folded characters is met everywhere: it warns and does not block."""
_LONG = 60
"""A passage of more folded characters is searched in pieces too: half a sentence is a leak as well."""
_PIECE_WORDS = 6
_PIECE_LETTERS = 24
_LINE_LETTERS = 20
_NAME_TOKEN = 3
_LOOSE = frozenset({Category.PERSON, Category.AGE, Category.MARKING}) | PASSAGES


def verify(
    draft: Draft, decisions: Decisions, found: Iterable[Finding] = (), *, report: Report = silent
) -> GateReport:
    """Check a draft. Gives a clean report, or raises LeakFound, UnsafeStructure, GateFailed, GateTimeout."""
    gate = inspect(draft, decisions, found, report=report)
    refuse(gate)
    return gate


def inspect(
    draft: Draft, decisions: Decisions, found: Iterable[Finding] = (), *, report: Report = silent
) -> GateReport:
    """Check a draft and give the report, clean or not."""
    report(Progress(Stage.VERIFYING, 0))
    request = gate_request(draft.source.document, draft.plan, decisions, found, format_=draft.copy.format)
    return check(draft.copy.data, request, report=report)


def prepare(session: Session, review_id: str, by: Person, *, report: Report = silent) -> Candidate:
    """Redact and verify a review; its candidate is stored encrypted until it is signed.

    Raises NotReady (with the kinds of blockers), SourceChanged, the errors of redaction and of the gate. A refusal
    leaves the review as it was and one entry in the journal.
    """
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    case = session.case(review_id)
    review = case.review.to(State.DECIDED) if case.review.state is State.OPEN else case.review
    prepared = review.to(State.PREPARED)
    record = records.record(session.store, review.id)
    blockers = policy.blockers(case)
    if blockers:
        kinds = Counter(blocker.kind for blocker in blockers)
        raise NotReady(blockers=tuple(f"{kind}:{count}" for kind, count in sorted(kinds.items())))
    source = source_of(session, review.id, report=report)
    draft = redact(
        source, case.decisions, title=title_of(record, source.document), with_note=True, report=report
    )
    try:
        gate = verify(draft, case.decisions, case.findings, report=report)
    except GateError as error:
        details = {"error": type(error).__name__}
        journal.append(session.store, session.entry(Action.PREPARE_REFUSED, by, review.id, details))
        raise
    candidate = Candidate(
        draft.copy.data,
        hashlib.sha256(draft.copy.data).hexdigest(),
        draft.copy.format,
        by.id,
        session.clock(),
        hashlib.sha256(gate.to_json().encode()).hexdigest(),
        tuple(f"{hit.kind}:{hit.place}:{hit.count}" for hit in gate.warnings),
        draft.copy.losses,
    )
    entry = session.entry(Action.PREPARED, by, review.id, {"sha256": candidate.sha256})
    with session.store.transaction():
        reviews.update(session.store, prepared)
        candidates.save(session.store, review.id, candidate, gate.to_json(), entry)
    return candidate


def gate_request(
    document: Document, plan: Plan, decisions: Decisions, found: Iterable[Finding] = (), *, format_: Format
) -> GateRequest:
    """All the gate must search for, with what was explicitly disclosed counted by story."""
    kept = {story.id: _kept(story, plan) for story in document.stories if _is_kept(story, plan)}
    disclosed = _disclosed(document, decisions.decisions, kept)
    terms: dict[str, Term] = {}
    for text in _withheld(document, plan, decisions.decisions, tuple(found)):
        key = fold(text).text
        if key and key not in terms:
            short = len(key) < _TOO_SHORT
            terms[key] = Term(text, token=short, allowed=_allow(text, document, disclosed))
    for text in _pieces(document, plan, decisions.decisions):
        key = fold(text).text
        if key not in terms:
            terms[key] = Term(text, allowed=_allow(text, document, kept))
    for text in _tokens(document, decisions.decisions, tuple(found)):
        key = fold(text).text
        if key not in terms:
            terms[key] = Term(text, token=True, allowed=_allow(text, document, disclosed))
    return GateRequest(format_, tuple(terms.values()), plan.labels, plan.language, plan.title)


def search_strings(strings: Iterable[str], request: GateRequest, *, report: Report = silent) -> GateReport:
    """Search texts that go out beside the copy (a portal record, a notice) for what the copy must not hold."""
    terms = tuple(Term(term.text, token=term.token) for term in request.terms)
    text = "\n\n".join(strings)
    plain = GateRequest(Format.TEXT, terms, request.labels, Language.EN, "")
    return check((text or " ").encode("utf-8"), plain, report=report)


def _is_kept(story: Story, plan: Plan) -> bool:
    return story.kind not in _DROPPED and story.id not in plan.left_out


def _kept(story: Story, plan: Plan) -> str:
    """The story's text with a separator where something was removed."""
    pieces: list[str] = []
    at = 0
    for removal in plan.removals.get(story.id, ()):
        pieces += (story.text[at : removal.start], "\n\x00\n")
        at = removal.end
    return "".join((*pieces, story.text[at:]))


def _disclosed(document: Document, decisions: Iterable[Decision], kept: Mapping[str, str]) -> dict[str, str]:
    """Only the characters that somebody explicitly disclosed, by story."""
    texts: dict[str, list[str]] = {}
    removed = [each.target for each in decisions if each.removes and isinstance(each.target, Span)]
    for each in decisions:
        span = each.target
        if each.ruling.verdict is Verdict.DISCLOSE and isinstance(span, Span) and span.story in kept:
            inside = any(other.contains(span) for other in removed)
            if not inside:
                texts.setdefault(span.story, []).append(document.text_of(span))
    return {story: "\n\x00\n".join(listed) for story, listed in texts.items()}


def _allow(text: str, document: Document, visible: Mapping[str, str]) -> tuple[Allowance, ...]:
    counts: Counter[tuple[StoryKind, int | None]] = Counter()
    for story_id, body in visible.items():
        count = len(find_in(body, fold(body), text))
        if count:
            story = document.story(story_id)
            counts[story.kind, story.page] += count
    return tuple(Allowance(kind, page, count) for (kind, page), count in counts.items())


def _withheld(
    document: Document, plan: Plan, decisions: Iterable[Decision], found: tuple[Finding, ...]
) -> Iterator[str]:
    """Every string that was withheld: each stretch, each decision's own place, each identifier inside a passage."""
    removed = [each.target for each in decisions if each.removes and isinstance(each.target, Span)]
    for story, removals in plan.removals.items():
        text = document.story(story).text
        yield from (text[removal.start : removal.end] for removal in removals)
    yield from (document.text_of(span) for span in removed if span.story not in plan.left_out)
    by_story: dict[str, list[Span]] = {}
    for span in removed:
        by_story.setdefault(span.story, []).append(span)
    for finding in found:
        if finding.category not in _LOOSE and any(
            span.contains(finding.span) for span in by_story.get(finding.span.story, ())
        ):
            yield document.text_of(finding.span)


def _pieces(document: Document, plan: Plan, decisions: Iterable[Decision]) -> Iterator[str]:
    """Pieces of long passages, and the lines of stories that no copy holds."""
    for each in decisions:
        if each.removes and isinstance(each.target, Span):
            text = document.text_of(each.target)
            if len(text) > _LONG:
                yield from _windows(text)
    for story in document.stories:
        if not _is_kept(story, plan):
            for line in story.text.splitlines():
                if len(fold(line).text) >= _LINE_LETTERS:
                    yield line


def _windows(text: str) -> Iterator[str]:
    words = text.split()
    for at in range(0, len(words), _PIECE_WORDS):
        piece = " ".join(words[at : at + _PIECE_WORDS])
        if len(fold(piece).text) >= _PIECE_LETTERS:
            yield piece


def _tokens(document: Document, decisions: Iterable[Decision], found: tuple[Finding, ...]) -> Iterator[str]:
    """The single words of withheld names: elsewhere they may be another's, so they only warn."""
    names = {finding.span for finding in found if finding.category is Category.PERSON}
    for each in decisions:
        if each.ruling.verdict is Verdict.WITHHOLD and each.target in names and isinstance(each.target, Span):
            words = document.text_of(each.target).split()
            if len(words) > 1:
                yield from (word for word in words if len(fold(word).text) >= _NAME_TOKEN)
