# SPDX-License-Identifier: MIT
"""What persons decided about a text before, in any document: found by keyed hash, offered as a suggestion only.

The text to show is encrypted a second time, so that a dump of the open store holds no names.
"""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from reviewer.model.decision import Ruling
from reviewer.model.finding import Category
from reviewer.store import codec
from reviewer.store.connection import Store
from reviewer.store.hmac import keyed

_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Remembered:
    """The last ruling on a text of a category, and how many times it was ruled so in a row."""

    text: str
    category: Category
    ruling: Ruling
    time: dt.datetime
    times: int


def remember(store: Store, text: str, category: Category, ruling: Ruling, time: dt.datetime) -> None:
    """Keep a ruling; another verdict than the one before begins to count anew."""
    with store.transaction():
        before = recall(store, text, category)
        repeated = before is not None and before.ruling.verdict is ruling.verdict
        row = {
            "key": _key(store, text, category),
            "display": _wrap(store, text),
            "category": category.value,
            "ruling": codec.pack([ruling.verdict, codec.ruling(ruling)]),
            "time": codec.when(time),
            "times": before.times + 1 if before is not None and repeated else 1,
        }
        store.replace("memory", row, key="key")


def recall(store: Store, text: str, category: Category) -> Remembered | None:
    """What was ruled on this very text before."""
    row = store.row("SELECT * FROM memory WHERE key = ?", _key(store, text, category))
    return None if row is None else _remembered(store, row)


def all(store: Store) -> tuple[Remembered, ...]:  # noqa: A001 - reads well as memory.all
    """All that is remembered, the latest last."""
    return tuple(_remembered(store, row) for row in store.rows("SELECT * FROM memory ORDER BY time, key"))


def forget(store: Store, text: str, category: Category) -> None:
    """Remember nothing about a text."""
    store.run("DELETE FROM memory WHERE key = ?", _key(store, text, category))


def _key(store: Store, text: str, category: Category) -> str:
    return keyed(store, codec.pack([category, " ".join(text.casefold().split())]))


def _wrap(store: Store, text: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(store.derive("memory")).encrypt(nonce, codec.text(text), None)


def _remembered(store: Store, row: codec.Row) -> Remembered:
    sealed = row["display"]
    display = AESGCM(store.derive("memory")).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], None)
    verdict, ruling = codec.unpack(row["ruling"])
    return Remembered(
        text=codec.untext(display),
        category=Category(row["category"]),
        ruling=codec.unruling(verdict, ruling),
        time=codec.unwhen(row["time"]),
        times=row["times"],
    )
