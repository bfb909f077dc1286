# SPDX-License-Identifier: MIT
"""Step 2, detect: find what may be sensitive in every story of a review, and keep the reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reviewer.detection.early import Hear
from reviewer.detection.engine import Engine
from reviewer.errors import WrongState
from reviewer.model.document import Document
from reviewer.model.finding import Finding
from reviewer.model.journal import Action
from reviewer.model.review import Person, Review, State
from reviewer.progress import Report, silent
from reviewer.store import findings, reviews
from reviewer.workflow.memory import recall
from reviewer.workflow.open import TAKES_IN, begin, read, require
from reviewer.workflow.session import Session
from reviewer.workflow.sofar import SoFar, Tally

MOVING = frozenset({State.OPEN, State.DECIDED, State.PREPARED})
"""States in which findings may still change: nobody has signed under them."""


def detect(
    session: Session, review_id: str, by: Person, *, report: Report = silent, hear: Hear | None = None
) -> tuple[Finding, ...]:
    """Find and store. Earlier findings of the review are replaced; decisions stay.

    `hear` is told provisional findings while the document is searched; nothing of them is stored.
    Raises Cancelled, UnknownId, WrongRole, WrongState once somebody has signed.
    """
    review = _movable(session, review_id, by)
    document = reviews.document(session.store, review.id)
    return keep(session, review.id, by, session.engine.detect(document, report=report, hear=hear))


def keep(session: Session, review_id: str, by: Person, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Store what was found in the document of a review, with what the office remembers of it. Raises as `detect`."""
    review = _movable(session, review_id, by)
    known = recall(session, review.id, reviews.document(session.store, review.id), found)
    entry = session.entry(Action.FINDINGS_RECORDED, by, review.id, {"count": len(known)})
    findings.replace(session.store, review.id, known, entry)
    return known


def take_in(
    session: Session,
    path: Path,
    by: Person,
    *,
    encoding: str | None = None,
    report: Report = silent,
    tell: Callable[[SoFar], None] | None = None,
) -> Review:
    """Open and detect as one step: stopped or refused, it has written nothing.

    A review that is known keeps its findings. `tell` is told now and then how much was found so far.
    Raises as `open_review` and `detect`.
    """
    require(by, *TAKES_IN)
    document = read(path, encoding=encoding, report=report).document
    known = reviews.find_open(session.store, document.sha256)
    if known is not None and (known.state not in MOVING or findings.of(session.store, known.id)):
        return known
    hear = Tally(document, tell).hear if tell is not None else None
    found = session.engine.detect(document, report=report, hear=hear)
    with session.store.transaction():
        review = begin(session, path, document, by, encoding=encoding)
        keep(session, review.id, by, found)
    return review


def scan(
    document: Document,
    *,
    fast: bool = False,
    report: Report = silent,
    hear: Hear | None = None,
    engine: Engine | None = None,
) -> tuple[Finding, ...]:
    """Find without a store."""
    return (engine or Engine(fast=fast)).detect(document, report=report, hear=hear)


def _movable(session: Session, review_id: str, by: Person) -> Review:
    require(by, *TAKES_IN)
    review = reviews.get(session.store, review_id)
    if review.state not in MOVING:
        raise WrongState(review=review.id, state=review.state, needed=State.OPEN)
    return review
