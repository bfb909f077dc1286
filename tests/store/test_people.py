# SPDX-License-Identifier: MIT
"""Persons are found by id or name, and two of them cannot be mixed up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.errors import PersonExists, UnknownPerson
from reviewer.model.journal import Action
from reviewer.model.review import Person, PersonRole
from reviewer.store import journal, people
from reviewer.store.connection import Store
from tests.store.facts import AUTHOR, OFFICER, entry


def test_everybody_in_order(store: Store) -> None:
    assert people.all(store) == (AUTHOR, OFFICER)


@pytest.mark.parametrize("asked", ["a1", "Odile Marchand", "odile  MARCHAND", "Ｏdile Marchand"])
def test_by_id_or_name(store: Store, asked: str) -> None:
    assert people.get(store, asked) == AUTHOR


@pytest.mark.parametrize("asked", ["", "a", "Odile", "c3"])
def test_nobody_of_that_name(store: Store, asked: str) -> None:
    with pytest.raises(UnknownPerson) as caught:
        people.get(store, asked)
    assert caught.value.facts == {"person": asked}
    with pytest.raises(UnknownPerson):
        people.wrapped_key(store, asked)


def test_each_has_a_key(store: Store) -> None:
    assert people.wrapped_key(store, "a1") == b"wrapped a1"
    assert people.wrapped_key(store, "b2") == b"wrapped b2"


@pytest.mark.parametrize(
    "twin",
    [
        replace(AUTHOR, id="z9", fingerprint="00"),
        Person("z9", " odile MARCHAND", PersonRole.OFFICER, "00"),
        replace(AUTHOR, name="Somebody Else", fingerprint="00"),
    ],
)
def test_two_who_read_alike_are_refused(store: Store, twin: Person) -> None:
    count = len(journal.entries(store))
    with pytest.raises(PersonExists) as caught:
        people.add(store, twin, b"key", entry(Action.PERSON_ADDED))
    assert caught.value.facts == {"person": twin.name}
    assert people.all(store) == (AUTHOR, OFFICER)
    assert len(journal.entries(store)) == count


def test_adding_is_in_the_journal(store: Store) -> None:
    first = journal.entries(store)[0]
    assert (first.action, first.person, first.review) == (Action.PERSON_ADDED, "a1", None)
