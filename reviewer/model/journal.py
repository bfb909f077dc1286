# SPDX-License-Identifier: MIT
"""Who did what, when: the entries of the hash-chained journal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What an entry records."""

    PERSON_ADDED = "person_added"
    REVIEW_OPENED = "review_opened"
    FINDINGS_RECORDED = "findings_recorded"
    DECIDED = "decided"
    ANSWERED = "answered"
    UNDONE = "undone"
    REDONE = "redone"
    SEEN = "seen"
    RECORD_SET = "record_set"
    PREPARED = "prepared"
    PREPARE_REFUSED = "prepare_refused"
    SENT_BACK = "sent_back"
    CHECKLIST_CONFIRMED = "checklist_confirmed"
    SIGNED = "signed"
    IMSO_APPROVED = "imso_approved"
    RELEASED = "released"
    RECALLED = "recalled"
    PUSHED = "pushed"
    REFUSED = "refused"
    MEMORY_FORGOTTEN = "memory_forgotten"
    MEMORY_EXPORTED = "memory_exported"
    MEMORY_IMPORTED = "memory_imported"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `details` holds ids, counts and keyed hashes, never document text; `hash` chains to `previous`."""

    number: int
    time: dt.datetime
    action: Action
    person: str | None
    review: str | None
    details: Mapping[str, str | int]
    previous: str
    hash: str
