# SPDX-License-Identifier: MIT
"""The persons who act in Parvis, each with a signing key that only their passphrase opens."""

from __future__ import annotations

from reviewer.errors import UsageError
from reviewer.model.journal import Action
from reviewer.model.review import Person, PersonRole
from reviewer.signoff import keys
from reviewer.store import people
from reviewer.workflow.session import Session, new_id


def add_person(session: Session, name: str, role: PersonRole, passphrase: str) -> Person:
    """Add a person with a new signing key. Raises UsageError for an empty name, WeakPassphrase, PersonExists."""
    clean = " ".join(name.split())
    if not clean or not clean.isprintable():
        raise UsageError(detail="name")
    wrapped, fingerprint = keys.create(passphrase)
    person = Person(new_id(), clean, role, fingerprint)
    entry = session.entry(Action.PERSON_ADDED, person, None, {"role": role.value, "fingerprint": fingerprint})
    people.add(session.store, person, wrapped, entry)
    return person


def persons(session: Session) -> tuple[Person, ...]:
    """Everybody, in the order they were added."""
    return people.all(session.store)


def person(session: Session, id_or_name: str) -> Person:
    """One person. Raises UnknownPerson."""
    return people.get(session.store, id_or_name)
