# SPDX-License-Identifier: MIT
"""What stands under a review: the officer's signature of its seal with the checklist, and the IMSO's approval."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from reviewer.errors import UnknownId
from reviewer.model.release import Approval, Seal, Signature
from reviewer.store import codec, journal
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry


def save(
    store: Store, review_id: str, signature: Signature, confirmed: Mapping[str, str], entry: NewEntry
) -> None:
    """Keep a signature and the checklist that was confirmed with it."""
    row = {
        "review": review_id,
        "person": signature.person,
        "time": codec.when(signature.time),
        "digest": signature.seal.digest,
        "salt": signature.seal.salt,
        "public_key": signature.public_key,
        "value": signature.value,
        "checklist": codec.pack(dict(confirmed)),
    }
    with store.transaction():
        store.replace("seal", row, key="review")
        journal.append(store, entry)


def get(store: Store, review_id: str) -> Signature | None:
    """The signature of a review, if there is one."""
    row = store.row("SELECT * FROM seal WHERE review = ?", review_id)
    if row is None:
        return None
    seal = Seal(row["digest"], row["salt"])
    return Signature(row["person"], codec.unwhen(row["time"]), seal, row["public_key"], row["value"])


def checklist(store: Store, review_id: str) -> dict[str, str]:
    """The checklist as it was confirmed. Raises UnknownId when the review is not signed."""
    row = store.row("SELECT checklist FROM seal WHERE review = ?", review_id)
    if row is None:
        raise UnknownId(kind="signature", id=review_id)
    return dict(codec.unpack(row["checklist"]))


def drop(store: Store, review_id: str, entry: NewEntry | None = None) -> None:
    """Forget the signature and the approval: what they stood under has changed."""
    with store.transaction():
        store.run("DELETE FROM seal WHERE review = ?", review_id)
        store.run("DELETE FROM approval WHERE review = ?", review_id)
        if entry is not None:
            journal.append(store, entry)


def save_approval(store: Store, review_id: str, approval: Approval, entry: NewEntry) -> None:
    """Keep the IMSO's approval."""
    row = {
        "review": review_id,
        "name": approval.name,
        "date": approval.date.isoformat(),
        "reference": approval.reference,
        "recorded_by": approval.recorded_by,
    }
    with store.transaction():
        store.replace("approval", row, key="review")
        journal.append(store, entry)


def approval(store: Store, review_id: str) -> Approval | None:
    """The IMSO's approval of a review, if it is recorded."""
    row = store.row("SELECT * FROM approval WHERE review = ?", review_id)
    if row is None:
        return None
    return Approval(row["name"], dt.date.fromisoformat(row["date"]), row["reference"], row["recorded_by"])
