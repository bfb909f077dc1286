# SPDX-License-Identifier: MIT
"""What a front shows of the store as a whole: the reviews and how far each is, the last act, the journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.model.journal import Entry
from reviewer.model.review import Person, Review, State
from reviewer.signoff.policy import BlockerKind
from reviewer.store import decisions, journal, people, reviews
from reviewer.store.decisions import UndoneAct
from reviewer.workflow.marks import blockers
from reviewer.workflow.session import Session

__all__ = [
    "Row",
    "UndoneAct",
    "can_redo",
    "can_undo",
    "check_journal",
    "entries",
    "names",
    "rows",
    "uncounted",
]

_MOVING = frozenset({State.OPEN, State.DECIDED})


@dataclass(frozen=True, slots=True)
class Row:
    """One review in the queue: who opened it, what was found, what is still to decide, what else blocks."""

    review: Review
    opener: str
    found: int
    undecided: int
    others: int


def rows(session: Session, known: Iterable[Row] = ()) -> tuple[Row, ...]:
    """Every review, the newest first. A known row is counted again only when its review is in another state."""
    counted = {row.review: row for row in known}
    names_by_id = {person.id: person.name for person in people.all(session.store)}
    return tuple(
        counted.get(review) or _row(session, review, names_by_id)
        for review in reversed(reviews.all(session.store))
    )


def uncounted(session: Session) -> tuple[Row, ...]:
    """Every review, the newest first, without a look into its document: all counts are zero."""
    names_by_id = {person.id: person.name for person in people.all(session.store)}
    listed = reversed(reviews.all(session.store))
    return tuple(
        Row(review, names_by_id.get(review.opened_by, review.opened_by), 0, 0, 0) for review in listed
    )


def can_undo(session: Session, review_id: str) -> UndoneAct | None:
    """The act that `decide.undo` would take back."""
    return decisions.can_undo(session.store, review_id)


def can_redo(session: Session, review_id: str) -> UndoneAct | None:
    """The act that `decide.redo` would repeat."""
    return decisions.can_redo(session.store, review_id)


def entries(session: Session, *, review: str | None = None) -> tuple[Entry, ...]:
    """The journal, of everything or of one review."""
    return journal.entries(session.store, review=review)


def names(session: Session) -> dict[str, Person]:
    """Everybody by id, to put names to entries and decisions."""
    return {person.id: person for person in people.all(session.store)}


def check_journal(session: Session) -> None:
    """Prove that no entry of the journal was changed or taken away. Raises JournalAltered."""
    journal.check(session.store)


def _row(session: Session, review: Review, names_by_id: dict[str, str]) -> Row:
    case = session.case(review.id)
    open_ = blockers(case) if review.state in _MOVING else ()
    undecided = sum(each.kind is BlockerKind.UNDECIDED for each in open_)
    return Row(
        review,
        names_by_id.get(review.opened_by, review.opened_by),
        len(case.findings),
        undecided,
        len(open_) - undecided,
    )
