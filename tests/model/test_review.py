# SPDX-License-Identifier: MIT
"""The states of a review: every way that exists, and no other."""

from __future__ import annotations

import datetime as dt
import pickle
from dataclasses import replace

import pytest

from reviewer.errors import WrongState
from reviewer.model.journal import Action, Entry
from reviewer.model.release import Approval, Receipt, Seal, Signature
from reviewer.model.review import Person, PersonRole, Review, Seen, State

NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
REVIEW = Review("r1", "ab" * 32, "minutes.docx", "/drafts/minutes.docx", State.OPEN, "a1", NOW)
WAYS = {
    (State.OPEN, State.DECIDED),
    (State.OPEN, State.REFUSED),
    (State.DECIDED, State.OPEN),
    (State.DECIDED, State.PREPARED),
    (State.DECIDED, State.REFUSED),
    (State.PREPARED, State.OPEN),
    (State.PREPARED, State.DECIDED),
    (State.PREPARED, State.PREPARED),
    (State.PREPARED, State.SIGNED),
    (State.PREPARED, State.REFUSED),
    (State.SIGNED, State.OPEN),
    (State.SIGNED, State.RELEASED),
    (State.SIGNED, State.REFUSED),
    (State.RELEASED, State.RECALLED),
    (State.REFUSED, State.OPEN),
    (State.RECALLED, State.OPEN),
}


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("after", State)
def test_every_way_from_state_to_state(before: State, after: State) -> None:
    review = replace(REVIEW, state=before)
    if (before, after) in WAYS:
        assert review.to(after) == replace(review, state=after)
        return
    with pytest.raises(WrongState) as caught:
        review.to(after)
    needed = caught.value.facts["needed"]
    assert caught.value.facts == {"review": "r1", "state": before, "needed": needed}
    assert (needed, after) in WAYS


def test_only_what_is_signed_is_released() -> None:
    assert {before for before, after in WAYS if after is State.RELEASED} == {State.SIGNED}
    assert {before for before, after in WAYS if after is State.SIGNED} == {State.PREPARED}


def test_a_refusal_says_why_and_a_new_start_forgets_it() -> None:
    refused = REVIEW.to(State.REFUSED, because="hors mandat")
    assert refused.refused_because == "hors mandat"
    assert refused.to(State.OPEN).refused_because == ""


@pytest.mark.parametrize(
    "fact",
    [
        REVIEW,
        Person("a1", "Odile Marchand", PersonRole.AUDITOR, "f1"),
        Seen("a1", NOW, page=2),
        Signature("b2", NOW, Seal("00", b"s"), b"p", b"v"),
        Approval("Claude Lévesque", NOW.date(), "ref", "b2"),
        Receipt("r1", "rel", "d", "r", NOW, "folder"),
        Entry(1, NOW, Action.SEEN, "a1", "r1", {"page": 2}, "0", "1"),
    ],
)
def test_facts_cross_the_border_of_a_process(fact: object) -> None:
    assert pickle.loads(pickle.dumps(fact)) == fact  # noqa: S301 - our own bytes


def test_what_can_happen_has_a_word_for_the_journal() -> None:
    assert len(Action) == len({action.value for action in Action}) >= 18
