# SPDX-License-Identifier: MIT
"""Step 3, decide: one verdict or many in one act, each on disk before the call returns; undo is one more entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewer.errors import InvalidDecision, UnknownId, WrongState
from reviewer.model.decision import Answer, Decision, Decisions, Ruling
from reviewer.model.document import Box, Choice, Document, Region, Span, Target
from reviewer.model.finding import Finding
from reviewer.model.journal import Action
from reviewer.model.review import Person, PersonRole, Review, Seen, State
from reviewer.signoff import policy
from reviewer.store import candidates, decisions, findings, reviews, seen, signatures
from reviewer.store.decisions import UndoneAct
from reviewer.workflow import memory
from reviewer.workflow.open import require
from reviewer.workflow.session import Session, new_id


@dataclass(frozen=True, slots=True)
class Change:
    """What an act did: how many places or problems it touched."""

    act: str
    count: int


def decide(session: Session, review_id: str, targets: Sequence[Target], ruling: Ruling, by: Person) -> Change:
    """Give one ruling to places of a document, as one act.

    Raises InvalidDecision (no ground, reason or authority; another person's decision overridden without a note),
    UnknownId (a place that does not exist), WrongState, WrongRole.
    """
    return decide_each(session, review_id, tuple((target, ruling) for target in targets), by)


def decide_each(
    session: Session,
    review_id: str,
    rulings: Sequence[tuple[Target, Ruling]],
    by: Person,
    *,
    instead_of: Sequence[Target] = (),
    act: str = "",
) -> Change:
    """Give each place its own ruling, all in one act. Raises as `decide`.

    `instead_of` are places that go back to undecided with it: the extent of a passage was changed. `act` names one
    act that spans several documents.
    """
    with session.store.transaction():
        review = _reopen(session, review_id, by)
        document = reviews.document(session.store, review.id)
        found = findings.of(session.store, review.id)
        flagged = {finding.span: finding for finding in found}
        before = {each.target: each for each in decisions.current(session.store, review.id).decisions}
        now, act = session.clock(), act or new_id()
        made: list[Decision] = []
        for target, ruling in rulings:
            _check_target(document, target)
            _validate(ruling, flagged.get(target) if isinstance(target, Span) else None)
            if fault := policy.reach_fault(target, ruling, document, found):
                raise InvalidDecision(detail=fault.value)
            earlier = before.get(target)
            if earlier is not None and earlier.person != by.id and not ruling.note.strip():
                raise InvalidDecision(detail="override_needs_note")
            made.append(Decision(target, ruling, by.id, now, act))
        gone = tuple(target for target in instead_of if target not in dict(rulings))
        others = any(before[target].person != by.id for target in gone if target in before)
        if others and not all(ruling.note.strip() for _, ruling in rulings):
            raise InvalidDecision(detail="override_needs_note")
        entry = session.entry(Action.DECIDED, by, review.id, {"act": act, "count": len(made)})
        decisions.record(session.store, review.id, made, (), entry, cleared=gone)
        held = dict.fromkeys(gone) | {each.target: each for each in made}
        memory.learn(session, review.id, document, found, held)
    return Change(act, len(made))


def clear(session: Session, review_id: str, targets: Sequence[Target], by: Person) -> Change:
    """Take places back to undecided, as one act.

    Raises InvalidDecision for another person's decision: decided anew, it is overridden with a note.
    """
    with session.store.transaction():
        review = _reopen(session, review_id, by)
        held = {each.target: each.person for each in decisions.current(session.store, review.id).decisions}
        if any(held.get(target, by.id) != by.id for target in targets):
            raise InvalidDecision(detail="override_needs_note")
        act = new_id()
        entry = session.entry(Action.DECIDED, by, review.id, {"act": act, "cleared": len(targets)})
        decisions.record(session.store, review.id, (), (), entry, cleared=tuple(targets))
        memory.learn(
            session, review.id, reviews.document(session.store, review.id), (), dict.fromkeys(targets)
        )
    return Change(act, len(targets))


def answer(session: Session, review_id: str, choices: Mapping[str, Choice], by: Person) -> Change:
    """Answer problems of the document, as one act. Raises UnknownId for a problem or choice that does not exist."""
    with session.store.transaction():
        review = _reopen(session, review_id, by)
        problems = {problem.id: problem for problem in reviews.document(session.store, review.id).problems}
        now, act = session.clock(), new_id()
        for problem, choice in choices.items():
            if problem not in problems:
                raise UnknownId(kind="problem", id=problem)
            if choice not in problems[problem].choices:
                raise UnknownId(kind="choice", id=choice)
        answers = tuple(Answer(problem, choice, by.id, now, act) for problem, choice in choices.items())
        entry = session.entry(Action.ANSWERED, by, review.id, {"act": act, "count": len(answers)})
        decisions.record(session.store, review.id, (), answers, entry)
    return Change(act, len(answers))


def undo(session: Session, review_id: str, by: Person) -> UndoneAct:
    """Take the last act back; what held before holds again. Raises NothingToUndo."""
    with session.store.transaction():
        review = _reopen(session, review_id, by)
        before = decisions.current(session.store, review.id)
        undone = decisions.undo(session.store, review.id, by.id, session.clock())
        memory.follow(session, review.id, before)
    return undone


def redo(session: Session, review_id: str, by: Person) -> UndoneAct:
    """Do again what was undone last. Raises NothingToUndo."""
    with session.store.transaction():
        review = _reopen(session, review_id, by)
        before = decisions.current(session.store, review.id)
        redone = decisions.redo(session.store, review.id, by.id, session.clock())
        memory.follow(session, review.id, before)
    return redone


def see(
    session: Session, review_id: str, by: Person, *, pages: Iterable[int] = (), stories: Iterable[str] = ()
) -> int:
    """Record that a person looked at pages and stories; gives how many entries were new. Raises WrongRole.

    What an auditor reads is no coverage: coverage is what somebody answers for who may decide.
    """
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    review = reviews.get(session.store, review_id)
    document = reviews.document(session.store, review.id)
    known = {(each.person, each.page, each.story) for each in seen.of(session.store, review.id)}
    now = session.clock()
    new = [Seen(by.id, now, page=page) for page in dict.fromkeys(pages) if (by.id, page, None) not in known]
    new += [
        Seen(by.id, now, story=story) for story in dict.fromkeys(stories) if (by.id, None, story) not in known
    ]
    for each in new:
        if each.page is not None and not 1 <= each.page <= (document.pages or 0):
            raise UnknownId(kind="page", id=str(each.page))
        if each.story is not None and not document.has_story(each.story):
            raise UnknownId(kind="story", id=each.story)
    seen.add_all(session.store, review.id, new)
    return len(new)


def see_all(session: Session, review_id: str, by: Person) -> int:
    """Record that a person looked at every page and every story."""
    document = reviews.document(session.store, reviews.get(session.store, review_id).id)
    pages = range(1, (document.pages or 0) + 1)
    return see(session, review_id, by, pages=pages, stories=(story.id for story in document.stories))


def _reopen(session: Session, review_id: str, by: Person) -> Review:
    """A review that may be decided on; one that was prepared is open again, its candidate gone."""
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    review = reviews.get(session.store, review_id)
    if review.state in {State.SIGNED, State.RELEASED, State.REFUSED, State.RECALLED}:
        raise WrongState(review=review.id, state=review.state, needed=State.OPEN)
    return drop_candidate(session, review, by)


def drop_candidate(session: Session, review: Review, by: Person) -> Review:
    """The review open again, its candidate gone, after something changed that the candidate was made from."""
    if review.state is State.OPEN:
        return review
    reopened = review.to(State.OPEN)
    with session.store.transaction():
        candidates.drop(session.store, review.id)
        signatures.drop(session.store, review.id)
        reviews.update(
            session.store, reopened, session.entry(Action.SENT_BACK, by, review.id, {"because": "decision"})
        )
    return reopened


def _validate(ruling: Ruling, finding: Finding | None) -> None:
    policy.validate(
        ruling, category=finding.category if finding else None, ground=finding.ground if finding else None
    )


def _check_target(document: Document, target: Target) -> None:
    if isinstance(target, Box):
        # Asked so that a side that is no number (NaN) is refused: such a box would take nothing.
        takes = target.x0 < target.x1 and target.y0 < target.y1
        if not 1 <= target.page <= (document.pages or 0) or not takes:
            raise UnknownId(kind="box", id=str(target.page))
    elif isinstance(target, Region):
        if not document.can_mask(target.problem) or not target.has_area:
            raise UnknownId(kind="image", id=target.problem)
    elif not document.has_story(target.story):
        raise UnknownId(kind="story", id=target.story)
    elif not 0 <= target.start < target.end <= len(document.story(target.story).text):
        raise UnknownId(kind="span", id=f"{target.story}:{target.start}-{target.end}")


def suggested(found: Iterable[Finding], current: Decisions) -> tuple[Finding, ...]:
    """Findings on whose exact place nobody has decided."""
    decided = {each.target for each in current.decisions}
    return tuple(finding for finding in found if finding.span not in decided)
