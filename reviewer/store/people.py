# SPDX-License-Identifier: MIT
"""The persons who act in Parvis, each with a signing key that only their passphrase opens."""

from __future__ import annotations

import unicodedata

from reviewer.documents.folding import fold
from reviewer.errors import PersonExists, UnknownPerson
from reviewer.model.review import Person, PersonRole
from reviewer.store import codec, journal
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry


def add(store: Store, person: Person, wrapped_key: bytes, entry: NewEntry) -> None:
    """Add a person. Raises PersonExists: two persons whose names read alike could not be told apart."""
    with store.transaction():
        folded = _folded(person.name)
        seen_as = fold(person.name).text
        alike = any(fold(each.name).text == seen_as for each in all(store))
        if alike or store.row("SELECT id FROM person WHERE id = ? OR folded_name = ?", person.id, folded):
            raise PersonExists(person=person.name)
        store.insert(
            "person",
            {
                "id": person.id,
                "name": person.name,
                "folded_name": folded,
                "role": person.role.value,
                "fingerprint": person.fingerprint,
                "wrapped_key": wrapped_key,
                "added": codec.when(entry.time),
            },
        )
        journal.append(store, entry)


def all(store: Store) -> tuple[Person, ...]:  # noqa: A001 - reads well as people.all
    """Everybody, in the order in which they were added."""
    return tuple(_person(row) for row in store.rows("SELECT * FROM person ORDER BY rowid"))


def get(store: Store, id_or_name: str) -> Person:
    """The person of that id or of that name, whatever its case. Raises UnknownPerson."""
    row = store.row("SELECT * FROM person WHERE id = ?", id_or_name) or store.row(
        "SELECT * FROM person WHERE folded_name = ?", _folded(id_or_name)
    )
    if row is None:
        raise UnknownPerson(person=id_or_name)
    return _person(row)


def wrapped_key(store: Store, person_id: str) -> bytes:
    """The person's signing key as their passphrase wrapped it. Raises UnknownPerson."""
    row = store.row("SELECT wrapped_key FROM person WHERE id = ?", person_id)
    if row is None:
        raise UnknownPerson(person=person_id)
    return bytes(row["wrapped_key"])


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _person(row: codec.Row) -> Person:
    return Person(row["id"], row["name"], PersonRole(row["role"]), row["fingerprint"])
