# SPDX-License-Identifier: MIT
"""The sheet of a review: what an officer reads before signing, and what is kept of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.model.accessibility import Accessibility
from reviewer.model.document import Language
from reviewer.model.release import Approval, Candidate, PortalRecord, Signature
from reviewer.publishing.offers import Row, accessibility_rows, pictured_sentences
from reviewer.signoff import checklist
from reviewer.signoff.policy import Blocker, Case


@dataclass(frozen=True)
class Sheet:
    """What the officer reads before signing: counts, coverage, what the gate and the writer said."""

    case: Case
    candidate: Candidate | None
    record: PortalRecord | None
    approval: Approval | None
    signature: Signature | None
    blockers: tuple[Blocker, ...]
    """What stands before a copy; before a signature the record and the gate's words come on top."""
    withheld_by_ground: Mapping[str, int]
    disclosed_by_reason: Mapping[str, int]
    seen_pages: int
    seen_stories: int
    checklist: tuple[checklist.Item, ...]
    accessibility: Accessibility | None = None
    """What the gate counted in the candidate's bytes."""

    def pictured(self, language: Language) -> tuple[str, ...]:
        """Pages that the candidate shows as pictures: a sentence for each."""
        return pictured_sentences(
            self.candidate.pictured if self.candidate is not None else (),
            self.accessibility,
            self.case.document.pages,
            language,
        )

    def accessibility_rows(self, language: Language) -> tuple[Row, ...]:
        """What was counted, in words; nothing for a text."""
        return accessibility_rows(self.accessibility, language) if self.accessibility is not None else ()
