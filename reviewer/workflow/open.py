# SPDX-License-Identifier: MIT
"""Step 1, open: read a file by its content and begin a review."""

from __future__ import annotations

import secrets
from pathlib import Path

from reviewer.detection.intake import marking_that_stops
from reviewer.documents.opener import open_path
from reviewer.documents.source import Source
from reviewer.errors import MarkedTooHigh, SourceChanged, UnansweredProblem, WrongRole
from reviewer.model.decision import Answer
from reviewer.model.document import ENCODINGS, Choice, Document
from reviewer.model.journal import Action
from reviewer.model.review import Person, PersonRole, Review, State
from reviewer.progress import Report, silent
from reviewer.store import decisions, reviews
from reviewer.workflow.session import Session, new_id

TAKES_IN = (PersonRole.AUTHOR, PersonRole.OFFICER)
"""Who may begin a review."""
_ENCODING = "encoding"


def read(path: Path, *, encoding: str | None = None, report: Report = silent) -> Source:
    """Read a file without a store. Raises the errors of the readers, and MarkedTooHigh."""
    source = open_path(path, report=report, encoding=encoding)
    refusal = marked_too_high(source.document, path)
    if refusal is not None:
        raise refusal
    return source


def marked_too_high(document: Document, path: Path) -> MarkedTooHigh | None:
    """The refusal of a document whose header, title or name bears a marking that must not be taken in."""
    marking = marking_that_stops(document, name=path.name)
    return None if marking is None else MarkedTooHigh(path=path, marking=marking)


def open_review(
    session: Session, path: Path, by: Person, *, encoding: str | None = None, report: Report = silent
) -> Review:
    """Begin a review of a file, or give the one that is already open for the same bytes.

    A file whose header bears a marking that must not be taken in leaves nothing in the store (MarkedTooHigh).
    Raises WrongRole for a read-only auditor, UnansweredProblem when the text encoding must be named first.
    """
    require(by, *TAKES_IN)
    return begin(session, path, read(path, encoding=encoding, report=report).document, by, encoding=encoding)


def begin(
    session: Session, path: Path, document: Document, by: Person, *, encoding: str | None = None
) -> Review:
    """Begin a review of what was read from a file, as `open_review` does; refuse it first with `marked_too_high`."""
    require(by, *TAKES_IN)
    if _needs_encoding(document) and encoding is None:
        raise UnansweredProblem(problems=(_ENCODING,))
    known = reviews.find_open(session.store, document.sha256)
    if known is not None:
        return known
    now = session.clock()
    review = Review(new_id(), document.sha256, path.name, str(path.resolve()), State.OPEN, by.id, now)
    with session.store.transaction():
        reviews.add(session.store, review, document, secrets.token_bytes(32))
        if _needs_encoding(document):
            answer = Answer(_ENCODING, Choice(str(encoding)), by.id, now, new_id())
            entry = session.entry(Action.ANSWERED, by, review.id, {"count": 1})
            decisions.record(session.store, review.id, (), (answer,), entry)
    return review


def source_of(session: Session, review_id: str, *, report: Report = silent) -> Source:
    """The source of a review, read again. Raises SourceChanged unless bytes and text are those of the review."""
    case = session.case(review_id)
    chosen = case.decisions.choice(_ENCODING)
    encoding = str(chosen) if chosen in ENCODINGS else None
    path = Path(case.review.path)
    source = open_path(path, report=report, encoding=encoding)
    if source.document.sha256 != case.document.sha256 or source.document != case.document:
        raise SourceChanged(path=path)
    return source


def require(person: Person, *roles: PersonRole) -> None:
    """Raise WrongRole unless the person has one of the roles."""
    if person.role not in roles:
        raise WrongRole(person=person.name, role=person.role, needed=", ".join(roles))


def written(untrusted: str) -> bool:
    """Whether a person wrote something, in signs that can be kept."""
    return bool(untrusted.strip()) and not any("\ud800" <= sign <= "\udfff" for sign in untrusted)


def _needs_encoding(document: Document) -> bool:
    return any(problem.id == _ENCODING for problem in document.problems)
