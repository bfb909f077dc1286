# SPDX-License-Identifier: MIT
"""What came of releases: the folders written and the portal's answers, only ever added."""

from __future__ import annotations

from reviewer.model.release import Receipt
from reviewer.store import codec, journal
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry


def add(store: Store, receipt: Receipt, entry: NewEntry) -> None:
    """Keep a receipt."""
    with store.transaction():
        store.insert(
            "receipt",
            {
                "review": receipt.review,
                "release": receipt.release,
                "dataset": receipt.dataset,
                "resource": receipt.resource,
                "time": codec.when(receipt.time),
                "where": codec.text(receipt.where),
            },
        )
        journal.append(store, entry)


def of(store: Store, review_id: str) -> tuple[Receipt, ...]:
    """The receipts of a review, oldest first."""
    rows = store.rows("SELECT * FROM receipt WHERE review = ? ORDER BY number", review_id)
    return tuple(
        Receipt(
            row["review"],
            row["release"],
            row["dataset"],
            row["resource"],
            codec.unwhen(row["time"]),
            codec.untext(row["where"]),
        )
        for row in rows
    )
