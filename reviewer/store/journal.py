# SPDX-License-Identifier: MIT
"""The journal: entries are added, never changed; each one is chained to the one before under a key of the store.

The count and the hash of the last entry are kept a second time, under another key: cutting off the tail is noticed
like a change in the middle. Times are recorded as the clock gave them, the order is that of the numbers: a clock
that was set back stays visible. Not guaranteed against somebody who has the store's key and this source code.
"""

from __future__ import annotations

import datetime as dt
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reviewer.errors import JournalAltered
from reviewer.model.journal import Action, Entry
from reviewer.store import codec
from reviewer.store.connection import Store

_FIRST = "0" * 64
_ANCHOR = "journal anchor"


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What is to be recorded; number and hash are given by the journal."""

    action: Action
    person: str | None
    review: str | None
    details: Mapping[str, str | int]
    time: dt.datetime


def append(store: Store, entry: NewEntry) -> Entry:
    """Add an entry. Raises JournalAltered when the end of the journal is not what was written last."""
    with store.transaction():
        number, previous = _head(store)
        row = {
            "number": number + 1,
            "time": codec.when(entry.time),
            "action": entry.action.value,
            "person": entry.person,
            "review": entry.review,
            "details": codec.pack(dict(entry.details)),
            "previous": previous,
        }
        row["hash"] = _hash(store, row)
        store.insert("journal", row)
        store.replace(
            "secret", {"name": _ANCHOR, "value": _anchor(store, number + 1, str(row["hash"]))}, key="name"
        )
        return _entry(row)


def entries(store: Store, *, review: str | None = None) -> tuple[Entry, ...]:
    """All entries, or those of one review, oldest first."""
    if review is None:
        rows = store.rows("SELECT * FROM journal ORDER BY number")
    else:
        rows = store.rows("SELECT * FROM journal WHERE review = ? ORDER BY number", review)
    return tuple(_entry(row) for row in rows)


def check(store: Store) -> None:
    """Follow the whole chain. Raises JournalAltered with the number of the first entry that is not as written."""
    with store.reading():
        previous = _FIRST
        for number, row in enumerate(store.rows("SELECT * FROM journal ORDER BY number"), start=1):
            if row["number"] != number or row["previous"] != previous or row["hash"] != _hash(store, row):
                raise JournalAltered(entry=number)
            previous = row["hash"]
        _head(store)


def _head(store: Store) -> tuple[int, str]:
    """Number and hash of the last entry, held against the anchor."""
    last = store.row("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1")
    kept = store.row("SELECT value FROM secret WHERE name = ?", _ANCHOR)
    if last is None and kept is None:
        return 0, _FIRST
    number, digest = (last["number"], last["hash"]) if last else (0, _FIRST)
    if kept is None or not hmac.compare_digest(kept["value"], _anchor(store, number, digest)):
        raise JournalAltered(entry=number)
    return number, digest


def _hash(store: Store, row: Mapping[str, Any]) -> str:
    names = ("number", "time", "action", "person", "review", "details", "previous")
    message = codec.pack([row[name] for name in names])
    return hmac.digest(store.derive("journal chain"), message.encode(), "sha256").hex()


def _anchor(store: Store, number: int, digest: str) -> bytes:
    return hmac.digest(store.derive("journal anchor"), codec.pack([number, digest]).encode(), "sha256")


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(
        number=row["number"],
        time=codec.unwhen(row["time"]),
        action=Action(row["action"]),
        person=row["person"],
        review=row["review"],
        details=codec.unpack(row["details"]),
        previous=row["previous"],
        hash=row["hash"],
    )
