# SPDX-License-Identifier: MIT
"""Step 4, redact: from decisions to a new file in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.documents.source import Source
from reviewer.model.decision import Decisions, Ruling
from reviewer.model.document import Language
from reviewer.progress import Report, silent
from reviewer.redaction.copy import Copy, write_copy
from reviewer.redaction.note import reader_note
from reviewer.redaction.plan import Plan, make_plan


@dataclass(frozen=True)
class Draft:
    """A copy that nobody has checked yet, with the plan it was made from."""

    source: Source
    plan: Plan
    copy: Copy


def redact(
    source: Source,
    decisions: Decisions,
    *,
    title: str,
    language: Language | None = None,
    with_note: bool,
    also: Iterable[tuple[str, Ruling]] = (),
    report: Report = silent,
) -> Draft:
    """Make the copy in memory; nothing is written. `also` are words that go and that no story holds.

    Raises UnansweredProblem, NotReady, ConflictingDecisions, UnknownId, InvalidDecision, CannotRedact, Cancelled.
    """
    spoken = language or source.document.language or Language.EN
    note = reader_note(decisions.decisions, spoken, decisions.answers) if with_note else None
    plan = make_plan(source.document, decisions, language=spoken, title=title, note=note, also=also)
    return Draft(source, plan, write_copy(source, plan, report=report))
