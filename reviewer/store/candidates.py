# SPDX-License-Identifier: MIT
"""The cleaned bytes that passed the gate, one set for a review, kept encrypted until they are released or dropped."""

from __future__ import annotations

from reviewer.errors import UnknownId
from reviewer.model.document import Format
from reviewer.model.release import Candidate
from reviewer.store import codec, journal
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry


def save(store: Store, review_id: str, candidate: Candidate, report_json: str, entry: NewEntry) -> None:
    """Keep a candidate and the gate's report on it in the place of the one before."""
    row = {
        "review": review_id,
        "data": candidate.data,
        "sha256": candidate.sha256,
        "format": candidate.format.value,
        "prepared_by": candidate.prepared_by,
        "prepared": codec.when(candidate.prepared),
        "gate_digest": candidate.gate_digest,
        "warnings": codec.pack(candidate.warnings),
        "losses": codec.pack(candidate.losses),
        "pictured": codec.pack(candidate.pictured),
        "report": report_json,
    }
    with store.transaction():
        store.replace("candidate", row, key="review")
        journal.append(store, entry)


def get(store: Store, review_id: str) -> Candidate | None:
    """The candidate of a review, if there is one."""
    row = store.row("SELECT * FROM candidate WHERE review = ?", review_id)
    if row is None:
        return None
    return Candidate(
        data=row["data"],
        sha256=row["sha256"],
        format=Format(row["format"]),
        prepared_by=row["prepared_by"],
        prepared=codec.unwhen(row["prepared"]),
        gate_digest=row["gate_digest"],
        warnings=tuple(codec.unpack(row["warnings"])),
        losses=tuple(codec.unpack(row["losses"])),
        pictured=tuple((page, reason) for page, reason in codec.unpack(row["pictured"])),
    )


def report(store: Store, review_id: str) -> str:
    """The gate's report on the candidate, as JSON. Raises UnknownId when there is no candidate."""
    row = store.row("SELECT report FROM candidate WHERE review = ?", review_id)
    if row is None:
        raise UnknownId(kind="candidate", id=review_id)
    return str(row["report"])


def drop(store: Store, review_id: str, entry: NewEntry | None = None) -> None:
    """Forget the candidate: a decision has changed. The entry is that of the change, when it has none of its own."""
    with store.transaction():
        store.run("DELETE FROM candidate WHERE review = ?", review_id)
        if entry is not None:
            journal.append(store, entry)
