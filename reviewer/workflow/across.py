# SPDX-License-Identifier: MIT
"""One decision for the same words in every document under review: listed first, one act, one undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.model.decision import Ruling
from reviewer.model.document import Document, Span, Target
from reviewer.model.finding import Category, Finding
from reviewer.model.review import Person, Review, State
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.store import decisions, findings, reviews
from reviewer.store.decisions import UndoneAct
from reviewer.workflow import decide
from reviewer.workflow.session import Session, new_id

_OPEN = frozenset({State.OPEN, State.DECIDED})
_Key = tuple[Category, str]
_Index = dict[_Key, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Places in another document that bear the same words, found in the same category, on which nobody decided."""

    review: Review
    places: tuple[Span, ...]


@dataclass
class Batch:
    """The documents under review, their findings indexed by category and words once: they do not change."""

    session: Session
    _known: dict[str, _Index] = field(default_factory=dict)

    def unread(self, review_id: str) -> tuple[Review, ...]:
        """Documents under review, beside this one, that `read` has not indexed yet."""
        return tuple(each for each in self._open(review_id) if each.id not in self._known)

    def read(self, review_id: str, *, report: Report = silent) -> None:
        """Index the documents that are not indexed yet; long for many, so not on the screen's thread."""
        unread = self.unread(review_id)
        for number, review in enumerate(unread):
            report(Progress(Stage.READING, number, len(unread)))
            found = findings.of(self.session.store, review.id)
            if found:
                # Without findings detection may not have run yet: it is asked again the next time.
                self._known[review.id] = _index(reviews.document(self.session.store, review.id), found)

    def elsewhere(self, review_id: str, finding: Finding, words: str) -> tuple[Elsewhere, ...]:
        """The same words in the indexed documents under review; prepared and signed ones are left alone."""
        listed = []
        for review in self._open(review_id):
            places = self._known.get(review.id, {}).get(_key(finding.category, words), ())
            if places:
                held = {each.target for each in decisions.current(self.session.store, review.id).decisions}
                places = tuple(place for place in places if place not in held)
            if places:
                listed.append(Elsewhere(review, places))
        return tuple(listed)

    def _open(self, review_id: str) -> Iterator[Review]:
        for review in reviews.all(self.session.store):
            if review.id != review_id and review.state in _OPEN:
                yield review


def _index(document: Document, found: Iterable[Finding]) -> _Index:
    index: dict[_Key, tuple[Span, ...]] = {}
    for finding in found:
        key = _key(finding.category, document.text_of(finding.span))
        index[key] = (*index.get(key, ()), finding.span)
    return index


def decide_across(
    session: Session,
    review_id: str,
    targets: Sequence[Target],
    others: Sequence[Elsewhere],
    ruling: Ruling,
    by: Person,
) -> int:
    """Give one ruling to places of several documents, all or none; gives how many. Raises as `decide.decide`."""
    act = new_id()
    with session.store.transaction():
        whole = [(review_id, targets), *((each.review.id, each.places) for each in others)]
        changes = (
            decide.decide_each(session, review, tuple((place, ruling) for place in places), by, act=act)
            for review, places in whole
        )
        return sum(change.count for change in changes)


@dataclass(frozen=True, slots=True)
class Turned:
    """An act that was taken back or done again, and every document in which it was."""

    act: UndoneAct
    reviews: tuple[str, ...]


def undo(session: Session, review_id: str, by: Person) -> Turned:
    """Take the last act back, in every document where it is the last one still. Raises NothingToUndo."""
    with session.store.transaction():
        undone = decide.undo(session, review_id, by)
        others = _with_act(session, review_id, undone.act, redo=False)
        for other in others:
            decide.undo(session, other, by)
    return Turned(undone, (review_id, *others))


def redo(session: Session, review_id: str, by: Person) -> Turned:
    """Do again what was undone last, in every document where it can be. Raises NothingToUndo."""
    with session.store.transaction():
        done = decide.redo(session, review_id, by)
        others = _with_act(session, review_id, done.act, redo=True)
        for other in others:
            decide.redo(session, other, by)
    return Turned(done, (review_id, *others))


def _with_act(session: Session, review_id: str, act: str, *, redo: bool) -> list[str]:
    last = decisions.can_redo if redo else decisions.can_undo
    others = (each for each in reviews.all(session.store) if each.id != review_id and each.state in _OPEN)
    return [
        each.id for each in others if (found := last(session.store, each.id)) is not None and found.act == act
    ]


def _key(category: Category, words: str) -> _Key:
    return category, " ".join(words.casefold().split())
