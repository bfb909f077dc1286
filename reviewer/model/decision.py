# SPDX-License-Identifier: MIT
"""What a person decided about a passage, and the answers a document forced."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.document import Choice, StoryKind, Target
from reviewer.model.ground import DiscloseReason


class Verdict(StrEnum):
    """The six verdicts."""

    WITHHOLD = "withhold"
    DISCLOSE = "disclose"
    GENERALISE = "generalise"
    STRIKE = "strike"
    LEAVE_OUT = "leave_out"
    CONSULT = "consult"


REMOVES = frozenset({Verdict.WITHHOLD, Verdict.GENERALISE, Verdict.STRIKE, Verdict.LEAVE_OUT})
"""Verdicts after which the characters of the span are not in the copy."""

MAY_BE_LEFT_OUT = frozenset(
    {
        StoryKind.COMMENT,
        StoryKind.DELETION,
        StoryKind.HIDDEN,
        StoryKind.ALT_TEXT,
        StoryKind.LINK_TARGET,
        StoryKind.PROPERTY,
        StoryKind.ANNOTATION,
        StoryKind.BOOKMARK,
        StoryKind.DESTINATION,
        StoryKind.PAGE_LABEL,
        StoryKind.ATTACHMENT,
        StoryKind.STRUCTURE_TEXT,
        StoryKind.LAYER,
        StoryKind.SCRIPT,
        StoryKind.REVISION,
        StoryKind.DIAGRAM,
        StoryKind.EMBEDDED,
    }
)
"""Stories that may be left out without a ground: none of them is the text that a reader of the page reads."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with all that makes it valid, before it is anybody's.

    Grounds to withhold, a reason to disclose, an authority to strike or to use a statutory exception, the wording that
    generalises.
    """

    verdict: Verdict
    grounds: tuple[str, ...] = ()
    reason: DiscloseReason | None = None
    authority: str = ""
    replacement: str = ""
    note: str = ""

    @property
    def is_worded(self) -> bool:
        """Whether the replacement says something, in one line; no-break blanks, which French needs, are blanks."""
        blanks = self.replacement.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
        return bool(blanks.strip()) and blanks.isprintable()


@dataclass(frozen=True, slots=True)
class Decision:
    """A ruling on one place, made by a person at a time. One act of the person may make many decisions."""

    target: Target
    ruling: Ruling
    person: str
    time: dt.datetime
    act: str

    @property
    def removes(self) -> bool:
        """Whether the characters of the target are not in the copy."""
        return self.ruling.verdict in REMOVES


@dataclass(frozen=True, slots=True)
class Answer:
    """A choice for one problem of the document."""

    problem: str
    choice: Choice
    person: str
    time: dt.datetime
    act: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that currently holds for a review: the last decision on each target, the last answer to each problem."""

    decisions: tuple[Decision, ...] = ()
    answers: tuple[Answer, ...] = ()

    def choice(self, problem_id: str) -> Choice | None:
        """The answer to a problem, if there is one."""
        return next((answer.choice for answer in self.answers if answer.problem == problem_id), None)
