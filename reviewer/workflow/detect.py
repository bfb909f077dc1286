# SPDX-License-Identifier: MIT
"""Step 2, detect: find what may be sensitive in every story of a review, and keep the reasons."""

from __future__ import annotations

from reviewer.detection.engine import Engine
from reviewer.errors import WrongState
from reviewer.model.document import Document
from reviewer.model.finding import Finding
from reviewer.model.journal import Action
from reviewer.model.review import Person, PersonRole, State
from reviewer.progress import Report, silent
from reviewer.store import findings, reviews
from reviewer.workflow.memory import recall
from reviewer.workflow.open import require
from reviewer.workflow.session import Session

MOVING = frozenset({State.OPEN, State.DECIDED, State.PREPARED})
"""States in which findings may still change: nobody has signed under them."""


def detect(session: Session, review_id: str, by: Person, *, report: Report = silent) -> tuple[Finding, ...]:
    """Find and store. Earlier findings of the review are replaced; decisions stay.

    Raises Cancelled, UnknownId, WrongRole, WrongState once somebody has signed.
    """
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    review = reviews.get(session.store, review_id)
    if review.state not in MOVING:
        raise WrongState(review=review.id, state=review.state, needed=State.OPEN)
    document = reviews.document(session.store, review.id)
    found = recall(session, review.id, document, session.engine.detect(document, report=report))
    entry = session.entry(Action.FINDINGS_RECORDED, by, review.id, {"count": len(found)})
    findings.replace(session.store, review.id, found, entry)
    return found


def scan(
    document: Document, *, fast: bool = False, report: Report = silent, engine: Engine | None = None
) -> tuple[Finding, ...]:
    """Find without a store."""
    return (engine or Engine(fast=fast)).detect(document, report=report)
