# SPDX-License-Identifier: MIT
"""The sheet of a review: what an officer reads before signing, and what is kept of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.model.release import Approval, Candidate, PortalRecord, Signature
from reviewer.signoff import checklist
from reviewer.signoff.policy import Blocker, Case
from reviewer.workflow.offers import Offers


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
    offers: Offers | None = None
    """What the candidate gives its readers."""
