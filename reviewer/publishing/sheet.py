# SPDX-License-Identifier: MIT
"""What the internal file keeps about one document of a release, as plain facts."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.model.accessibility import Accessibility
from reviewer.model.document import Format, Language
from reviewer.model.journal import Entry
from reviewer.model.release import Approval, Candidate, Signature
from reviewer.model.review import Person, Review


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the checklist and what was answered: "yes", or a reason why not."""

    id: str
    text: Mapping[Language, str]
    answer: str


@dataclass(frozen=True, slots=True)
class InternalSheet:
    """All that is kept about one document of a release. Counts are of decisions; a story is a run of text."""

    review: Review
    title: Mapping[Language, str]
    source_sha256: str
    source_format: Format
    pages: int | None
    seen_pages: int
    stories: int
    seen_stories: int
    withheld_by_ground: Mapping[str, int]
    disclosed_by_reason: Mapping[str, int]
    candidate: Candidate
    signature: Signature
    signer: Person
    approval: Approval
    checklist: tuple[Statement, ...]
    journal: tuple[Entry, ...]
    file_name: str
    dataset_id: str
    resource_id: str
    people: Mapping[str, str] = field(default_factory=dict)
    """Names by the ids that the journal holds."""
    blockers: tuple[str, ...] = ()
    """What stood in the way when it was released: nothing, or it would not have been."""
    accessibility: Accessibility | None = None
    """What was counted in the bytes that are published; None for a text."""


def name_of(sheet: InternalSheet, person: str | None) -> str | None:
    """The name of a person by id, or the id."""
    return None if person is None else sheet.people.get(person, person)


def fingerprint(public_key: bytes) -> str:
    """SHA-256 (hex) of a raw public key."""
    return hashlib.sha256(public_key).hexdigest()


def shown_time(time: dt.datetime) -> str:
    """A time as the file says it: UTC, to the second."""
    return time.astimezone(dt.UTC).isoformat(timespec="seconds")
