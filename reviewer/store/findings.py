# SPDX-License-Identifier: MIT
"""What detection said about a review's document; a new detection takes the place of the one before."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.model.finding import Finding
from reviewer.store import codec, journal
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry


def replace(store: Store, review_id: str, findings: Sequence[Finding], entry: NewEntry) -> None:
    """Keep these findings, in this order, and no others."""
    rows = [
        {"review": review_id, "position": position, **codec.finding(finding)}
        for position, finding in enumerate(findings)
    ]
    with store.transaction():
        store.run("DELETE FROM finding WHERE review = ?", review_id)
        store.insert_all("finding", rows)
        journal.append(store, entry)


def of(store: Store, review_id: str) -> tuple[Finding, ...]:
    """The findings of a review, in the order in which detection gave them."""
    rows = store.rows("SELECT * FROM finding WHERE review = ? ORDER BY position", review_id)
    return tuple(map(codec.unfinding, rows))
