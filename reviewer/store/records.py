# SPDX-License-Identifier: MIT
"""The portal record of a review and the random ids that the portal will know it by."""

from __future__ import annotations

import uuid

from reviewer.errors import UsageError
from reviewer.model.release import PortalRecord
from reviewer.store import codec, journal
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry


def ids(store: Store, review_id: str) -> tuple[str, str]:
    """The ids of dataset and resource, made at random the first time: nothing published derives from the source."""
    with store.transaction():
        row = store.row("SELECT dataset, resource FROM record WHERE review = ?", review_id)
        if row is None:
            row = {"dataset": str(uuid.uuid4()), "resource": str(uuid.uuid4())}
            store.insert("record", {"review": review_id, **row})
    return row["dataset"], row["resource"]


def set_record(
    store: Store, review_id: str, record: PortalRecord, dataset_id: str, resource_id: str, entry: NewEntry
) -> None:
    """Keep a record in the place of the one before. The ids of a review never change: raises UsageError."""
    with store.transaction():
        row = store.row("SELECT dataset, resource FROM record WHERE review = ?", review_id)
        if row is None:
            store.insert("record", {"review": review_id, "dataset": dataset_id, "resource": resource_id})
        elif (row["dataset"], row["resource"]) != (dataset_id, resource_id):
            raise UsageError(detail="the portal ids of a review never change")
        store.run("UPDATE record SET record = ? WHERE review = ?", codec.pack(dict(record)), review_id)
        journal.append(store, entry)


def record(store: Store, review_id: str) -> PortalRecord | None:
    """The record of a review, if somebody gave one."""
    row = store.row("SELECT record FROM record WHERE review = ?", review_id)
    if row is None or row["record"] is None:
        return None
    return dict(codec.unpack(row["record"]))
