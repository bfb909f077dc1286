# SPDX-License-Identifier: MIT
"""Invented facts that the tests of the store share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from reviewer.model.decision import Answer, Decision, Ruling, Verdict
from reviewer.model.document import (
    Box,
    Choice,
    Document,
    Format,
    Language,
    Problem,
    ProblemKind,
    Span,
    Story,
    StoryKind,
    Target,
)
from reviewer.model.ground import DiscloseReason
from reviewer.model.journal import Action
from reviewer.model.review import Person, PersonRole, Review, State
from reviewer.store import people, reviews
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry

KEY = bytes(range(32))
NOW = dt.datetime(2026, 11, 21, 14, 0, tzinfo=dt.UTC)
AUTHOR = Person("a1", "Odile Marchand", PersonRole.AUTHOR, "f1" * 32)
OFFICER = Person("b2", "Sam Whitlock", PersonRole.OFFICER, "f2" * 32)
REVIEW = Review(
    "c0ffee11", "ab" * 32, "compte rendu.docx", "/dossiers/compte rendu.docx", State.OPEN, "a1", NOW
)
DOCUMENT = Document(
    sha256="ab" * 32,
    format=Format.DOCX,
    reader_version="1",
    pages=None,
    stories=(
        Story("body", StoryKind.BODY, "Présents : Odile Marchand, 613-555-0142\r\n", language=Language.FR),
        # A hostile file can hold NUL and half of a surrogate pair; offsets must survive them.
        Story("comment:1", StoryKind.COMMENT, "see\x00\ud83d twice 😀", page=None, visible=False),
        Story("header:2", StoryKind.HEADER, "", page=3),
    ),
    problems=(
        Problem("comments", ProblemKind.COMMENTS, (Choice.LEAVE_OUT,), Choice.LEAVE_OUT, count=2),
        Problem(
            "image:1",
            ProblemKind.IMAGE,
            (Choice.KEEP, Choice.REMOVE),
            Choice.REMOVE,
            story="header:2",
            page=3,
        ),
    ),
    language=Language.FR,
)
NAME = Span("body", 11, 25)
PHONE = Span("body", 27, 39)
AREA = Box(3, 72.0, 100.5, 144.25, 110.0)


def entry(
    action: Action = Action.DECIDED, person: str | None = "a1", review: str | None = REVIEW.id
) -> NewEntry:
    return NewEntry(action, person, review, {"count": 1}, NOW)


def withhold(target: Target, act: str = "act1", person: str = "a1") -> Decision:
    return Decision(target, Ruling(Verdict.WITHHOLD, ("19(1)",), note="vie privée"), person, NOW, act)


def disclose(target: Target, act: str = "act1", person: str = "a1") -> Decision:
    return Decision(target, Ruling(Verdict.DISCLOSE, reason=DiscloseReason.OFFICIAL_3J), person, NOW, act)


def answer(choice: Choice, problem: str = "image:1", act: str = "act1") -> Answer:
    return Answer(problem, choice, "a1", NOW, act)


def fill(store: Store, *, persons: Sequence[Person] = (AUTHOR, OFFICER)) -> Store:
    """Two persons and one review."""
    for person in persons:
        people.add(
            store, person, b"wrapped " + person.id.encode(), entry(Action.PERSON_ADDED, person.id, None)
        )
    reviews.add(store, REVIEW, DOCUMENT, b"s" * 32)
    return store
