# SPDX-License-Identifier: MIT
"""What was ruled before is found by keyed hash, goes when it is undone, and stands nowhere in plain."""

from __future__ import annotations

import datetime as dt

from reviewer.model.decision import Decision, Ruling, Verdict
from reviewer.model.document import Span
from reviewer.model.finding import Category
from reviewer.model.ground import DiscloseReason
from reviewer.model.journal import Action
from reviewer.store import journal, memory
from reviewer.store.connection import Store, open_memory
from reviewer.store.memory import Ruled, Term
from tests.store.facts import AUTHOR, NOW, REVIEW, entry, fill

WITHHELD = Ruling(Verdict.WITHHOLD, ("19(1)",), replacement="[area]", note="Odile asked for it")
VISIBLE = Ruling(Verdict.DISCLOSE, reason=DiscloseReason.OFFICIAL_3J)
NAME = Term("Odile Marchand", "odile marchand", Category.PERSON)
PHONE = Term("613-555-0142", "6135550142", Category.PHONE)
HERE, THERE = Span("body", 11, 25), Span("body", 27, 39)
DAY = dt.timedelta(days=1)


def ruled(store: Store, source: str, term: Term, ruling: Ruling, *, at: Span = HERE, days: int = 0) -> None:
    memory.learn(store, source, [(at, term, Decision(at, ruling, AUTHOR.id, NOW + days * DAY, "act"))])


def test_what_was_ruled_before_is_remembered_by_document(store: Store) -> None:
    ruled(store, "one", NAME, WITHHELD)
    ruled(store, "one", NAME, WITHHELD, at=THERE, days=1)
    ruled(store, "two", Term("ODILE MARCHAND", "odile marchand", Category.PERSON), VISIBLE, days=2)
    (found,) = memory.all(store)
    assert (found.text, found.category) == ("ODILE MARCHAND", Category.PERSON)
    assert [(each.source, each.ruling.verdict, each.time) for each in found.ruled] == [
        ("one", Verdict.WITHHOLD, NOW + DAY),
        ("two", Verdict.DISCLOSE, NOW + 2 * DAY),
    ]
    assert [each.ruling.replacement for each in found.ruled] == ["", ""], "no words to search with"
    first, last = memory.told(store)[found.key]
    assert (first.ruling.grounds, first.ruling.replacement, first.person) == (("19(1)",), "[area]", AUTHOR.id)
    assert first.ruling.note == "", "a note stays with its decision"
    assert memory.all(store)[0].ruled[0].ruling == Ruling(Verdict.WITHHOLD, ("19(1)",)), (
        "no words to search with"
    )
    assert last.ruling.reason is DiscloseReason.OFFICIAL_3J


def test_the_document_at_hand_is_left_out(store: Store) -> None:
    ruled(store, "one", NAME, WITHHELD)
    assert memory.all(store, but="one") == ()
    assert [each.text for each in memory.all(store, but="two")] == [NAME.text]


def test_another_ruling_on_a_place_takes_the_place_of_the_first(store: Store) -> None:
    ruled(store, "one", NAME, WITHHELD)
    ruled(store, "one", NAME, VISIBLE, days=1)
    (found,) = memory.all(store)
    assert [each.ruling.verdict for each in found.ruled] == [Verdict.DISCLOSE]
    assert not found.removed


def test_a_place_that_is_cleared_is_forgotten_and_its_text_with_the_last_of_them(store: Store) -> None:
    ruled(store, "one", NAME, WITHHELD)
    ruled(store, "one", NAME, WITHHELD, at=THERE)
    memory.learn(store, "one", [(HERE, NAME, None), (Span("body", 0, 3), None, None)])
    assert memory.count(store) == 1
    memory.learn(store, "one", [(THERE, None, None)])
    assert memory.count(store) == 0
    assert store.rows("SELECT * FROM memory_ruling") == []


def test_the_latest_ruling_comes_last_and_forgetting_is_in_the_journal(store: Store) -> None:
    ruled(store, "one", PHONE, VISIBLE, days=1)
    ruled(store, "one", NAME, WITHHELD, at=THERE)
    first, second = memory.all(store)
    assert [first.text, second.text] == [NAME.text, PHONE.text]
    memory.forget(store, [first.key, "no such key"], entry(Action.MEMORY_FORGOTTEN))
    assert [each.text for each in memory.all(store)] == [PHONE.text]
    last = journal.entries(store)[-1]
    assert last.action is Action.MEMORY_FORGOTTEN
    assert NAME.text not in repr(last)


def test_even_the_open_store_shows_no_remembered_word(store: Store) -> None:
    ruled(store, "one", NAME, WITHHELD)
    memory.take_in(store, [(PHONE, [Ruled("far", VISIBLE, NOW, name="Sam Whitlock")])])
    tables = [store.rows("SELECT * FROM memory"), store.rows("SELECT * FROM memory_ruling")]
    assert all(tables)
    shown = repr(tables).casefold()
    assert not [word for word in ("odile", "marchand", "area", "asked", "0142", "whitlock") if word in shown]


def test_keys_and_texts_of_one_store_say_nothing_to_another(store: Store) -> None:
    ruled(store, "one", NAME, WITHHELD)
    with open_memory() as other:
        fill(other)
        ruled(other, "one", NAME, WITHHELD)
        assert memory.all(store)[0].key != memory.all(other)[0].key
        assert memory.all(other)[0].text == NAME.text


def test_what_another_office_remembers_never_takes_the_place_of_something_newer(store: Store) -> None:
    old = Ruled("far", WITHHELD, NOW, name="Sam Whitlock")
    new = Ruled("far", WITHHELD, NOW + DAY, name="Sam Whitlock")
    own = Ruled(REVIEW.id, VISIBLE, NOW + 9 * DAY)
    assert memory.take_in(store, [(NAME, [new, own])]) == (1, 1), "this store knows its own documents best"
    assert memory.take_in(store, [(NAME, [old]), (PHONE, [old])]) == (1, 1)
    newer = Ruled("far", WITHHELD, NOW + 2 * DAY, name="Sam Whitlock")
    assert memory.take_in(store, [(NAME, [newer])]) == (1, 0)
    by_text = {each.text: memory.told(store)[each.key] for each in memory.all(store)}
    assert [each.time for each in by_text[NAME.text]] == [NOW + 2 * DAY]
    assert by_text[PHONE.text][0].name == "Sam Whitlock"
    assert by_text[PHONE.text][0].person == ""
