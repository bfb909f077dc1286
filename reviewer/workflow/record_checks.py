# SPDX-License-Identifier: MIT
"""Whether a portal record is right: as it is, and with what the release adds to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from reviewer.errors import RecordInvalid
from reviewer.model.release import PortalRecord
from reviewer.model.review import Review
from reviewer.publishing import record as record_rules
from reviewer.publishing.record import FieldError
from reviewer.store import records, reviews
from reviewer.workflow.session import Session


def check_record(record: PortalRecord, *, today: dt.date, profile: str = "doc") -> tuple[FieldError, ...]:
    """What is wrong with a record, by field; nothing when it is right."""
    return record_rules.validate(record, profile=profile, today=today)


def raise_invalid(errors: Sequence[FieldError]) -> None:
    """Raise RecordInvalid when a record has errors that block."""
    blocking = tuple(f"{error.field}: {error.rule}" for error in errors if error.blocks)
    if blocking:
        raise RecordInvalid(fields=blocking)


def completed(session: Session, review: Review, record: PortalRecord) -> PortalRecord:
    """The record with what the release adds, so that it can be checked before there is a file."""
    dataset_id, resource_id = records.ids(session.store, review.id)
    return record_rules.complete(
        record,
        dataset_id=dataset_id,
        resource_id=resource_id,
        file_name="document",
        format_=reviews.document(session.store, review.id).format,
        size=1,
    )
