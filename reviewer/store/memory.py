# SPDX-License-Identifier: MIT
"""What persons decided about a text before, in any document: found by keyed hash, offered as a suggestion only.

The text to show is encrypted a second time, so that a dump of its tables holds no names. For each place of a document
the ruling that holds now is kept; when it is cleared or undone, it is gone from here too.
"""

from __future__ import annotations

import datetime as dt
import hmac
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from reviewer.model.decision import Decision, Ruling, Verdict
from reviewer.model.document import Target
from reviewer.model.finding import Category
from reviewer.model.ground import DiscloseReason
from reviewer.store import codec, journal
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry

_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Term:
    """A text as it stands in a document, and as it is compared: `folded` is the same for every way of writing it."""

    text: str
    folded: str
    category: Category


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling on a text in one document. `source` names that document by a random id, here or in another office.

    `person` is who ruled, by id; empty for what came from another office, where only the `name` is known.
    """

    source: str
    ruling: Ruling
    time: dt.datetime
    person: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A text and how it was ruled on. `ruled` is made where it is asked for: one document meets few of them."""

    key: str
    text: str
    category: Category
    removed: bool
    """Whether anybody ever took it out."""
    rulings: str

    @property
    def ruled(self) -> tuple[Ruled, ...]:
        """For each document and verdict the last ruling, oldest first; without the words of rulings."""
        return tuple(
            sorted((_ruled(*each) for each in codec.unpack(self.rulings)), key=lambda each: each.time)
        )


def learn(store: Store, source: str, places: Iterable[tuple[Target, Term | None, Decision | None]]) -> None:
    """Keep what now holds at places of a document; where nothing holds any more, forget the place."""
    seal = _Seal(store)
    with store.transaction():
        for target, term, decision in places:
            place = codec.target(target)
            if decision is None or term is None:
                _drop(store, "source = ? AND place = ?", source, place)
                continue
            ruled = Ruled(source, decision.ruling, decision.time, decision.person)
            _keep(store, seal, seal.key(term.folded, term.category), term.text, term.category, place, ruled)


def all(store: Store, *, but: str = "") -> tuple[Remembered, ...]:  # noqa: A001 - reads well as memory.all
    """All that is remembered, but for what was ruled in one document; what was ruled last comes last."""
    seal = _Seal(store)
    return tuple(
        Remembered(
            row["key"],
            seal.show(row["display"], row["key"]),
            Category(row["category"]),
            bool(row["removed"]),
            row["rulings"],
        )
        for row in store.rows(_ALL, but)
    )


def told(store: Store) -> Mapping[str, tuple[Ruled, ...]]:
    """The rulings by key of their text, with their words: authority, replacement, who ruled in another office."""
    seal = _Seal(store)
    last: dict[str, dict[tuple[str, str], Mapping[str, Any]]] = {}
    for row in store.rows("SELECT * FROM memory_ruling ORDER BY time, place"):
        kept = last.setdefault(row["key"], {})
        kept.pop((row["source"], row["verdict"]), None)
        kept[row["source"], row["verdict"]] = row
    return {key: tuple(_whole(seal, row) for row in kept.values()) for key, kept in last.items()}


def count(store: Store) -> int:
    """How many texts are remembered."""
    row = store.row("SELECT count(*) AS texts FROM memory")
    return int(row["texts"]) if row else 0


def forget(store: Store, keys: Sequence[str], entry: NewEntry) -> None:
    """Remember nothing about these texts, whoever ruled on them."""
    with store.transaction():
        for key in keys:
            _drop(store, "key = ?", key)
        journal.append(store, entry)


def take_in(store: Store, terms: Iterable[tuple[Term, Sequence[Ruled]]]) -> tuple[int, int]:
    """Keep what another office remembers: how many rulings were kept, and how many were known as new or newer.

    What was ruled in a document of this store is known here best, and is left as it is.
    """
    seal, kept, known = _Seal(store), 0, 0
    own = {row["id"] for row in store.rows("SELECT id FROM review")}
    with store.transaction():
        for term, listed in terms:
            key = seal.key(term.folded, term.category)
            for ruled in listed:
                place = codec.pack([key, ruled.ruling.verdict])
                row = store.row(
                    "SELECT time FROM memory_ruling WHERE source = ? AND place = ?", ruled.source, place
                )
                if ruled.source in own or (row is not None and codec.unwhen(row["time"]) >= ruled.time):
                    known += 1
                    continue
                _keep(store, seal, key, term.text, term.category, place, ruled)
                kept += 1
    return kept, known


_ALL = """SELECT key, category, display, max(verdict IN ('withhold', 'generalise', 'strike', 'leave_out')) AS removed,
        json_group_array(json_array(source, verdict, why, person, time)) AS rulings
    FROM (SELECT memory.key, category, display, source, verdict, why, person, max(time) AS time FROM memory
        JOIN memory_ruling ON memory_ruling.key = memory.key WHERE source <> ? GROUP BY memory.key, source, verdict)
    GROUP BY key ORDER BY max(time), key"""


class _Seal:
    """The keys of the memory, made once: a keyed hash to find a text, a cipher to hide it."""

    def __init__(self, store: Store) -> None:
        self._hash = store.derive("memory hmac")
        self._cipher = AESGCM(store.derive("memory"))

    def key(self, folded: str, category: Category) -> str:
        """What stands for a text: nobody can try a name without the store's key."""
        return hmac.digest(self._hash, codec.text(f"{category} {folded}"), "sha256").hex()

    def wrap(self, text: str, key: str) -> bytes:
        """A text that only this store shows, and only in its own row."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, codec.text(text), key.encode())

    def show(self, sealed: bytes, key: str) -> str:
        """The text again."""
        return codec.untext(self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], key.encode()))


def _keep(
    store: Store, seal: _Seal, key: str, text: str, category: Category, place: str, ruled: Ruled
) -> None:
    store.run(
        "INSERT INTO memory VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET display = excluded.display",
        key,
        category.value,
        seal.wrap(text, key),
    )
    ruling = ruled.ruling
    reason = ruling.reason.value if ruling.reason else None
    # A note may say anything about anybody: it stays with the decision it was written for.
    said = codec.pack([ruling.authority, ruling.replacement, ruled.name])
    store.run(
        "INSERT OR REPLACE INTO memory_ruling VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ruled.source,
        place,
        key,
        ruling.verdict.value,
        codec.pack([ruling.grounds, reason]),
        seal.wrap(said, key),
        ruled.person,
        codec.when(ruled.time),
    )


def _drop(store: Store, where: str, *values: str) -> None:
    """Forget rulings, and the texts on which none is left."""
    keys = {row["key"] for row in store.rows(f"SELECT key FROM memory_ruling WHERE {where}", *values)}  # noqa: S608 - ours
    store.run(f"DELETE FROM memory_ruling WHERE {where}", *values)  # noqa: S608 - ours
    for key in keys:
        unused = "NOT EXISTS (SELECT 1 FROM memory_ruling WHERE memory_ruling.key = memory.key)"
        store.run(f"DELETE FROM memory WHERE key = ? AND {unused}", key)  # noqa: S608 - ours


def _ruled(source: str, verdict: str, why: str, person: str, time: str) -> Ruled:
    return Ruled(source, _ruling(verdict, why), codec.unwhen(time), person)


def _whole(seal: _Seal, row: Mapping[str, Any]) -> Ruled:
    authority, replacement, name = codec.unpack(seal.show(row["sealed"], row["key"]))
    ruling = replace(_ruling(row["verdict"], row["why"]), authority=authority, replacement=replacement)
    return Ruled(row["source"], ruling, codec.unwhen(row["time"]), row["person"], name)


@lru_cache(maxsize=256)
def _ruling(verdict: str, why: str) -> Ruling:
    grounds, reason = codec.unpack(why)
    return Ruling(Verdict(verdict), tuple(grounds), DiscloseReason(reason) if reason else None)
