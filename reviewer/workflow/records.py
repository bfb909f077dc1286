# SPDX-License-Identifier: MIT
"""The portal record while a person fills it in: where it begins, and what is wrong with it so far."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.model.document import Format, Language
from reviewer.model.release import PortalRecord
from reviewer.publishing import record as rules
from reviewer.publishing.words import rule_words
from reviewer.store import records, reviews
from reviewer.workflow.session import Session

_ANY_ID = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True, slots=True)
class Complaint:
    """A field and the rule it breaks; `blocks` is False for what only deserves a second look."""

    field: str
    rule: str
    blocks: bool

    def said(self, language: Language) -> str:
        """What to do about it."""
        return rule_words(self.rule, language)


def record_of(session: Session, review_id: str) -> PortalRecord:
    """The record of a review as it was kept, or the beginning of one."""
    kept = records.record(session.store, review_id)
    if kept is not None:
        return kept
    document = reviews.document(session.store, review_id)
    spoken = [str(document.language)] if document.language else []
    return {
        "type": "doc",
        "collection": "primary",
        "license_id": "ca-ogl-lgo",
        "date_published": session.clock().date().isoformat(),
        "resources": [{"resource_type": "report", "language": spoken}],
    }


def complaints(session: Session, record: PortalRecord) -> tuple[Complaint, ...]:
    """What is wrong with a record as it stands, once the release has added its ids and its file."""
    whole = rules.complete(
        record, dataset_id=_ANY_ID, resource_id=_ANY_ID, file_name="document", format_=Format.TEXT, size=1
    )
    found = rules.validate(whole, today=session.clock().date())
    return tuple(Complaint(each.field, each.rule, each.blocks) for each in found)
