# SPDX-License-Identifier: MIT
"""Invented cases that the tests of the sign-off share."""

from __future__ import annotations

import datetime as dt
import hashlib

from reviewer.model.decision import Answer, Decision, Decisions, Ruling, Verdict
from reviewer.model.document import Choice, Document, Format, Problem, Span, Story, StoryKind, Target
from reviewer.model.finding import Category, Finding, Suggestion, Tier
from reviewer.model.ground import DiscloseReason
from reviewer.model.release import Candidate
from reviewer.model.review import Person, PersonRole, Review, Seen, State
from reviewer.signoff.policy import Case

NOW = dt.datetime(2026, 11, 21, 14, 0, tzinfo=dt.UTC)
AUTHOR = Person("a1", "Odile Marchand", PersonRole.AUTHOR, "f1" * 32)
OFFICER = Person("b2", "Sam Whitlock", PersonRole.OFFICER, "f2" * 32)
REVIEW = Review("r1", "ab" * 32, "minutes.docx", "/drafts/minutes.docx", State.OPEN, "a1", NOW)
BODY = Story("body", StoryKind.BODY, "Contact Odile Marchand at 613-555-0142 about the file.")
NAME = Span("body", 8, 22)
PHONE = Span("body", 26, 38)
SENTENCE = Span("body", 0, 54)
DATA = b"cleaned bytes"
CANDIDATE = Candidate(DATA, hashlib.sha256(DATA).hexdigest(), Format.DOCX, "a1", NOW, "00" * 32)

WITHHOLD = Ruling(Verdict.WITHHOLD, ("19(1)",))
VISIBLE = Ruling(Verdict.DISCLOSE, reason=DiscloseReason.NOT_SENSITIVE)
CONSULT = Ruling(Verdict.CONSULT, note="demander à la province")


def document(
    *stories: Story,
    pages: int | None = None,
    problems: tuple[Problem, ...] = (),
    format_: Format = Format.DOCX,
) -> Document:
    return Document("ab" * 32, format_, "1", pages, stories or (BODY,), problems)


def finding(span: Span, category: Category = Category.PERSON, ground: str | None = "19(1)") -> Finding:
    return Finding(span, category, "rule", Tier.SURE, 0.9, Suggestion.WITHHOLD, (), ground=ground)


def decision(target: Target, ruling: Ruling = WITHHOLD, person: str = "a1") -> Decision:
    return Decision(target, ruling, person, NOW, "act")


def answer(problem: str, choice: Choice, person: str = "a1") -> Answer:
    return Answer(problem, choice, person, NOW, "act")


def case(
    *decisions: Decision,
    findings: tuple[Finding, ...] = (),
    answers: tuple[Answer, ...] = (),
    source: Document | None = None,
    seen: tuple[Seen, ...] | None = None,
    acted: frozenset[str] = frozenset(),
) -> Case:
    """A case in which everything was seen unless said otherwise."""
    read = source or document()
    all_seen = (
        *(Seen("a1", NOW, page=page) for page in range(1, (read.pages or 0) + 1)),
        *(Seen("a1", NOW, story=story.id) for story in read.stories),
    )
    looked = all_seen if seen is None else seen
    return Case(REVIEW, read, findings, Decisions(decisions, answers), looked, acted)
