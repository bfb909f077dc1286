# SPDX-License-Identifier: MIT
"""Decisions: the last one holds, nothing is lost, undo and redo agree with a plain model of them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.errors import NothingToUndo, StoreError, UsageError
from reviewer.model.decision import Answer, Decision, Decisions, Ruling, Verdict
from reviewer.model.document import Box, Choice, Region, Span, Target
from reviewer.model.ground import DiscloseReason
from reviewer.model.journal import Action
from reviewer.store import decisions, journal
from reviewer.store.connection import Store, open_memory
from reviewer.store.decisions import UndoneAct
from reviewer.store.journal import NewEntry
from tests.store.facts import AREA, NAME, NOW, PHONE, REVIEW, answer, disclose, entry, fill, withhold

LATER = NOW + dt.timedelta(minutes=5)


def record(
    store: Store, *made: Decision, answers: tuple[Answer, ...] = (), cleared: tuple[Target, ...] = ()
) -> None:
    decisions.record(store, REVIEW.id, made, answers, entry(), cleared)


def held(store: Store) -> Decisions:
    return decisions.current(store, REVIEW.id)


def test_a_decision_comes_back_whole(store: Store) -> None:
    full = Decision(
        NAME,
        Ruling(
            Verdict.GENERALISE,
            ("18(c)", "19(1)"),
            DiscloseReason.CONSENT,
            authority="LPRP 8(2)m)",
            replacement="près de \ud83d Rivière-du-Loup",
            note="« validé »",
        ),
        "b2",
        NOW,
        "act7",
    )
    record(store, full, withhold(AREA, "act7"), answers=(answer(Choice.KEEP, act="act7"),))
    assert held(store) == Decisions((full, withhold(AREA, "act7")), (answer(Choice.KEEP, act="act7"),))


def test_the_last_one_on_a_target_holds(store: Store) -> None:
    record(store, withhold(NAME, "1"), withhold(PHONE, "1"), answers=(answer(Choice.KEEP, act="1"),))
    record(store, disclose(NAME, "2"), answers=(answer(Choice.REMOVE, act="2"),))
    assert held(store) == Decisions(
        (withhold(PHONE, "1"), disclose(NAME, "2")), (answer(Choice.REMOVE, act="2"),)
    )


def test_equal_boxes_are_one_target(store: Store) -> None:
    record(store, withhold(Box(1, 0, -0.0, 10, 20), "1"))
    record(store, disclose(Box(1, 0.0, 0.0, 10.0, 20.0), "2"))
    assert held(store).decisions == (disclose(Box(1, 0.0, 0.0, 10.0, 20.0), "2"),)


def test_a_region_is_neither_a_span_nor_a_box(store: Store) -> None:
    places = (Region("image:1", 1, 2, 3, 4), Span("image:1", 1, 2), Box(1, 1, 2, 3, 4))
    record(store, *(withhold(place, "1") for place in places))
    record(store, disclose(Region("image:1", 1.0, 2.0, 3.0, 4.0), "2"))
    assert held(store).decisions == (
        withhold(places[1], "1"),
        withhold(places[2], "1"),
        disclose(places[0], "2"),
    )
    assert decisions.history(store, REVIEW.id, places[0]) == (
        withhold(places[0], "1"),
        disclose(places[0], "2"),
    )


def test_two_on_one_target_in_one_act(store: Store) -> None:
    record(store, withhold(NAME), disclose(NAME))
    assert held(store).decisions == (disclose(NAME),)
    decisions.undo(store, REVIEW.id, "a1", NOW)
    assert held(store).decisions == ()
    decisions.redo(store, REVIEW.id, "a1", NOW)
    assert held(store).decisions == (disclose(NAME),)


def test_clearing_leaves_a_trace(store: Store) -> None:
    record(store, withhold(NAME, "1"))
    record(store, cleared=(NAME, PHONE))
    assert held(store).decisions == ()
    assert decisions.history(store, REVIEW.id, NAME) == (withhold(NAME, "1"),)
    undone = decisions.undo(store, REVIEW.id, "a1", NOW)
    assert (undone.count, undone.verdict) == (2, None)
    assert held(store).decisions == (withhold(NAME, "1"),)


def test_an_act_has_a_person_and_decides_something(store: Store) -> None:
    count = len(journal.entries(store))
    with pytest.raises(UsageError):
        record(store)
    with pytest.raises(UsageError):
        decisions.record(store, REVIEW.id, [withhold(NAME)], [], entry(person=None))
    assert len(journal.entries(store)) == count


def test_a_person_who_does_not_exist_decides_nothing(store: Store) -> None:
    count = len(journal.entries(store))
    with pytest.raises(StoreError):
        record(store, withhold(PHONE), withhold(NAME, person="nobody"))
    assert held(store) == Decisions()
    assert decisions.can_undo(store, REVIEW.id) is None
    assert len(journal.entries(store)) == count


def test_history_keeps_what_was_overruled_and_undone(store: Store) -> None:
    record(store, withhold(NAME, "1"), withhold(PHONE, "1"))
    record(store, disclose(NAME, "2", person="b2"))
    decisions.undo(store, REVIEW.id, "a1", NOW)
    decisions.redo(store, REVIEW.id, "a1", NOW)
    assert decisions.history(store, REVIEW.id, NAME) == (
        withhold(NAME, "1"),
        disclose(NAME, "2", person="b2"),
    )
    assert decisions.history(store, REVIEW.id, AREA) == ()


def test_whoever_had_a_hand_in_it_is_known(store: Store) -> None:
    assert decisions.people(store, REVIEW.id) == frozenset()
    record(store, withhold(NAME))
    assert decisions.people(store, REVIEW.id) == {"a1"}
    decisions.undo(store, REVIEW.id, "b2", NOW)
    assert decisions.people(store, REVIEW.id) == {"a1", "b2"}


def test_undo_restores_the_other_persons_decision_as_theirs(store: Store) -> None:
    record(store, withhold(NAME, "1", person="b2"), answers=(answer(Choice.KEEP, act="1"),))
    record(store, disclose(NAME, "2"), answers=(answer(Choice.REMOVE, act="2"),))
    assert decisions.undo(store, REVIEW.id, "a1", LATER) == UndoneAct("2", 2, Verdict.DISCLOSE)
    assert held(store) == Decisions((withhold(NAME, "1", person="b2"),), (answer(Choice.KEEP, act="1"),))
    last = journal.entries(store)[-1]
    assert (last.action, last.person, last.time) == (Action.UNDONE, "a1", LATER)
    assert last.details == {"act": "2", "count": 2}


def test_what_can_be_undone_and_redone_is_told(store: Store) -> None:
    assert decisions.can_undo(store, REVIEW.id) is None
    assert decisions.can_redo(store, REVIEW.id) is None
    record(store, withhold(NAME, "1"), disclose(PHONE, "1"))
    record(store, withhold(AREA, "2"))
    record(store, answers=(answer(Choice.KEEP, act="3"),))
    assert decisions.can_undo(store, REVIEW.id) == UndoneAct("3", 1, None)
    decisions.undo(store, REVIEW.id, "a1", NOW)
    assert decisions.can_undo(store, REVIEW.id) == UndoneAct("2", 1, Verdict.WITHHOLD)
    decisions.undo(store, REVIEW.id, "a1", NOW)
    assert decisions.can_undo(store, REVIEW.id) == UndoneAct("1", 2, None)
    assert decisions.can_redo(store, REVIEW.id) == UndoneAct("2", 1, Verdict.WITHHOLD)
    assert decisions.redo(store, REVIEW.id, "b2", NOW) == UndoneAct("2", 1, Verdict.WITHHOLD)
    assert (journal.entries(store)[-1].action, journal.entries(store)[-1].person) == (Action.REDONE, "b2")


def test_nothing_left_to_undo_or_redo(store: Store) -> None:
    for step in (decisions.undo, decisions.redo):
        with pytest.raises(NothingToUndo) as caught:
            step(store, REVIEW.id, "a1", NOW)
        assert caught.value.facts == {"review": REVIEW.id}
    assert held(store) == Decisions()


def test_a_new_act_forgets_those_that_were_undone(store: Store) -> None:
    record(store, withhold(NAME))
    decisions.undo(store, REVIEW.id, "a1", NOW)
    record(store, withhold(PHONE))
    assert decisions.can_redo(store, REVIEW.id) is None


TARGETS = (NAME, PHONE, AREA)
PROBLEMS = ("comments", "image:1")
DECIDE = st.tuples(
    st.just("do"),
    st.lists(
        st.tuples(st.sampled_from(TARGETS), st.sampled_from(Verdict)),
        max_size=3,
        unique_by=lambda pair: repr(pair[0]),
    ),
    st.lists(
        st.tuples(st.sampled_from(PROBLEMS), st.sampled_from(Choice)),
        max_size=2,
        unique_by=lambda pair: pair[0],
    ),
    st.lists(st.sampled_from(TARGETS), max_size=2, unique=True),
)
STEPS = st.lists(st.one_of(DECIDE, st.just(("undo",)), st.just(("redo",))), max_size=14)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_sequence_agrees_with_a_plain_model(steps: list[tuple[object, ...]]) -> None:
    """The model keeps whole states on two stacks; the store only ever adds rows."""
    state: dict[object, object] = {}
    past: list[dict[object, object]] = []
    future: list[dict[object, object]] = []
    with open_memory() as store:
        fill(store)
        for number, step in enumerate(steps):
            act = f"act{number}"
            if step[0] == "undo" and past:
                future.append(state)
                state = past.pop()
                decisions.undo(store, REVIEW.id, "a1", NOW)
            elif step[0] == "redo" and future:
                past.append(state)
                state = future.pop()
                decisions.redo(store, REVIEW.id, "a1", NOW)
            elif step[0] == "do" and any(step[1:]):
                made = [Decision(place, Ruling(verdict), "a1", NOW, act) for place, verdict in step[1]]
                answers = [Answer(problem, choice, "a1", NOW, act) for problem, choice in step[2]]
                past.append(state)
                future.clear()
                state = (
                    state | {each.target: each for each in made} | {each.problem: each for each in answers}
                )
                state = {key: value for key, value in state.items() if key not in step[3]}
                decisions.record(store, REVIEW.id, made, answers, entry(), tuple(step[3]))
            now = held(store)
            assert {each.target: each for each in now.decisions} | {
                each.problem: each for each in now.answers
            } == state
            assert (decisions.can_undo(store, REVIEW.id) is None) == (not past)
            assert (decisions.can_redo(store, REVIEW.id) is None) == (not future)
        journal.check(store)


def test_reviews_do_not_mix(store: Store) -> None:
    from dataclasses import replace

    from reviewer.store import reviews
    from tests.store.facts import DOCUMENT

    reviews.add(store, replace(REVIEW, id="other"), DOCUMENT, b"")
    record(store, withhold(NAME))
    other = NewEntry(Action.DECIDED, "a1", "other", {}, NOW)
    decisions.record(store, "other", [disclose(NAME)], [], other)
    assert held(store).decisions == (withhold(NAME),)
    decisions.undo(store, REVIEW.id, "a1", NOW)
    assert held(store).decisions == ()
    assert decisions.current(store, "other").decisions == (disclose(NAME),)
