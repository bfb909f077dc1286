# SPDX-License-Identifier: MIT
"""Reviews and their documents come back exactly; states move only where the way leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.errors import UnknownId, WrongState
from reviewer.model.document import Document, Format
from reviewer.model.journal import Action
from reviewer.model.review import State
from reviewer.store import journal, reviews
from reviewer.store.connection import Store
from tests.store.facts import DOCUMENT, NOW, REVIEW, entry


def test_the_document_comes_back_exactly(store: Store) -> None:
    assert reviews.document(store, REVIEW.id) == DOCUMENT


def test_an_empty_document(store: Store) -> None:
    review, document = replace(REVIEW, id="e0"), Document("cd" * 32, Format.PDF, "1", 4, ())
    reviews.add(store, review, document, b"")
    assert reviews.document(store, "e0") == document


def test_a_file_name_that_is_not_text(store: Store) -> None:
    odd = replace(REVIEW, id="0dd", name="re\udce9vision.pdf", path="/dossiers/re\udce9vision.pdf")
    reviews.add(store, odd, DOCUMENT, b"")
    assert reviews.get(store, "0dd") == odd


def test_opening_is_in_the_journal(store: Store) -> None:
    last = journal.entries(store)[-1]
    assert (last.action, last.person, last.review, last.time) == (Action.REVIEW_OPENED, "a1", REVIEW.id, NOW)
    assert last.details == {"document": "ab" * 32, "stories": 3, "problems": 2}


@pytest.mark.parametrize("asked", [REVIEW.id, "c0ffee", "c"])
def test_the_beginning_of_an_id_is_enough(store: Store, asked: str) -> None:
    assert reviews.get(store, asked) == REVIEW


@pytest.mark.parametrize("asked", ["", "%", "_", "c0ffee11x", "d"])
def test_no_such_review(store: Store, asked: str) -> None:
    for ask in (reviews.get, reviews.document, reviews.salt):
        with pytest.raises(UnknownId) as caught:
            ask(store, asked)
        assert caught.value.facts == {"kind": "review", "id": asked}


def test_a_beginning_that_two_share_is_none(store: Store) -> None:
    reviews.add(store, replace(REVIEW, id="c0ffee"), DOCUMENT, b"")
    reviews.add(store, replace(REVIEW, id="c0ffee22"), DOCUMENT, b"")
    with pytest.raises(UnknownId):
        reviews.get(store, "c0f")
    assert reviews.get(store, "c0ffee").id == "c0ffee"
    assert reviews.get(store, "c0ffee2").id == "c0ffee22"


def test_all_in_order(store: Store) -> None:
    second = replace(REVIEW, id="00")
    reviews.add(store, second, DOCUMENT, b"")
    assert reviews.all(store) == (REVIEW, second)


def test_the_salt(store: Store) -> None:
    assert reviews.salt(store, REVIEW.id) == b"s" * 32


@pytest.mark.parametrize("state", [State.RELEASED, State.REFUSED, State.RECALLED])
def test_the_open_review_of_a_document(store: Store, state: State) -> None:
    assert reviews.find_open(store, "ab" * 32) == REVIEW
    assert reviews.find_open(store, "00" * 32) is None
    store.run("UPDATE review SET state = ?", state.value)
    assert reviews.find_open(store, "ab" * 32) is None
    again = replace(REVIEW, id="2nd")
    reviews.add(store, again, DOCUMENT, b"")
    assert reviews.find_open(store, "ab" * 32) == again


def test_another_state_with_its_entry(store: Store) -> None:
    refused = REVIEW.to(State.REFUSED, because="pas de mandat")
    reviews.update(store, refused, entry(Action.REFUSED))
    assert reviews.get(store, REVIEW.id) == refused
    assert journal.entries(store)[-1].action is Action.REFUSED


def test_the_same_state_and_a_change_that_belongs_to_another_entry(store: Store) -> None:
    count = len(journal.entries(store))
    reviews.update(store, replace(REVIEW, refused_because="à revoir"))
    assert reviews.get(store, REVIEW.id).refused_because == "à revoir"
    assert len(journal.entries(store)) == count


def test_preparing_decides_on_the_way(store: Store) -> None:
    reviews.update(store, REVIEW.to(State.DECIDED).to(State.PREPARED), entry(Action.PREPARED))
    assert reviews.get(store, REVIEW.id).state is State.PREPARED


def test_a_window_that_is_late_does_not_win(store: Store) -> None:
    reviews.update(store, REVIEW.to(State.REFUSED, because="x"), entry(Action.REFUSED))
    count = len(journal.entries(store))
    with pytest.raises(WrongState) as caught:
        reviews.update(store, REVIEW.to(State.DECIDED), entry())
    assert caught.value.facts["state"] == "refused"
    assert reviews.get(store, REVIEW.id).state is State.REFUSED
    assert len(journal.entries(store)) == count


def test_a_review_that_is_not_there_is_not_updated(store: Store) -> None:
    with pytest.raises(UnknownId):
        reviews.update(store, replace(REVIEW, id="nowhere"), entry())
