# SPDX-License-Identifier: MIT
"""Entries are added, never changed; every way of changing them all the same is noticed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reviewer.errors import JournalAltered, StoreError
from reviewer.model.journal import Action
from reviewer.store import decisions, journal, receipts, seen
from reviewer.store.connection import Store, open_memory, open_store
from reviewer.store.journal import NewEntry
from tests.store.facts import KEY, NAME, NOW, REVIEW, answer, entry, fill, withhold


@pytest.fixture
def written(store: Store) -> Store:
    """Three entries of `fill`, then five more."""
    for number in range(5):
        journal.append(store, NewEntry(Action.DECIDED, "a1", REVIEW.id, {"count": number}, NOW))
    journal.check(store)
    return store


def tamper(store: Store, *statements: str) -> None:
    """Change the journal as somebody with the key and a database shell would."""
    for trigger in ("update", "delete", "replace"):
        store.run(f"DROP TRIGGER journal_no_{trigger}")
    for statement in statements:
        store.run(statement)


def test_entries_come_back_as_they_were(written: Store) -> None:
    entries = journal.entries(written)
    assert [each.number for each in entries] == list(range(1, 9))
    assert [each.action for each in entries[:4]] == [
        "person_added",
        "person_added",
        "review_opened",
        "decided",
    ]
    assert entries[-1].details == {"count": 4}
    assert entries[-1].time == NOW
    assert entries[-1].person == "a1"
    assert [each.previous for each in entries[1:]] == [each.hash for each in entries[:-1]]


def test_entries_of_one_review(written: Store) -> None:
    assert [each.number for each in journal.entries(written, review=REVIEW.id)] == [3, 4, 5, 6, 7, 8]
    assert journal.entries(written, review="nowhere") == ()


def test_an_empty_journal_is_whole() -> None:
    with open_memory() as store:
        journal.check(store)
        assert journal.entries(store) == ()


def test_append_gives_the_entry(store: Store) -> None:
    given = journal.append(store, NewEntry(Action.PUSHED, None, None, {"url": "https://portal.example"}, NOW))
    assert journal.entries(store)[-1] == given


def test_a_clock_that_is_set_back_stays_visible(store: Store) -> None:
    earlier = NOW - dt.timedelta(days=3)
    journal.append(store, NewEntry(Action.SEEN, "a1", REVIEW.id, {"page": 1}, NOW))
    journal.append(store, NewEntry(Action.SEEN, "a1", REVIEW.id, {"page": 2}, earlier))
    journal.check(store)
    assert [each.time for each in journal.entries(store)[-2:]] == [NOW, earlier]


def test_times_of_any_zone_are_kept_in_utc(store: Store) -> None:
    ottawa = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    journal.append(store, NewEntry(Action.SEEN, "a1", REVIEW.id, {}, ottawa))
    assert store.rows("SELECT time FROM journal ORDER BY number DESC")[0]["time"] == (
        "2026-11-21T14:00:00.000000+00:00"
    )
    assert journal.entries(store)[-1].time == ottawa


@pytest.mark.parametrize(
    ("statement", "noticed"),
    [
        ("UPDATE journal SET person = 'b2' WHERE number = 5", 5),
        ("UPDATE journal SET time = '2020-01-01T00:00:00.000000+00:00' WHERE number = 1", 1),
        ("UPDATE journal SET details = '{\"count\":9}' WHERE number = 8", 8),
        ("UPDATE journal SET review = NULL WHERE number = 4", 4),
        ("UPDATE journal SET action = 'signed' WHERE number = 4", 4),
        ("UPDATE journal SET hash = upper(hash) WHERE number = 6", 6),
        ("UPDATE journal SET previous = '' WHERE number = 2", 2),
        ("DELETE FROM journal WHERE number = 1", 1),
        ("DELETE FROM journal WHERE number = 4", 4),
        ("DELETE FROM journal WHERE number = 8", 7),
        ("DELETE FROM journal WHERE number > 4", 4),
        ("DELETE FROM journal", 0),
        ("UPDATE journal SET number = 9 WHERE number = 8", 8),
        (
            (
                "INSERT INTO journal SELECT 9, time, action, person, review, details, hash, 'f' FROM journal"
                " WHERE number = 8"
            ),
            9,
        ),
        ("DELETE FROM secret", 8),
        ("UPDATE secret SET value = x'00'", 8),
    ],
)
def test_every_change_is_noticed(written: Store, statement: str, noticed: int) -> None:
    tamper(written, statement)
    with pytest.raises(JournalAltered) as caught:
        journal.check(written)
    assert caught.value.facts["entry"] == noticed
    assert caught.value.exit_code == 44


def test_two_entries_that_change_places(written: Store) -> None:
    tamper(
        written,
        "UPDATE journal SET number = 99 WHERE number = 5",
        "UPDATE journal SET number = 5 WHERE number = 6",
        "UPDATE journal SET number = 6 WHERE number = 99",
    )
    with pytest.raises(JournalAltered):
        journal.check(written)


def test_a_cut_tail_cannot_be_grown_over(written: Store) -> None:
    tamper(written, "DELETE FROM journal WHERE number > 6")
    with pytest.raises(JournalAltered):
        journal.append(written, entry())
    with pytest.raises(JournalAltered):
        decisions.record(written, REVIEW.id, [withhold(NAME)], [], entry())
    assert decisions.current(written, REVIEW.id).decisions == ()


def test_entries_of_another_store_do_not_fit(written: Store) -> None:
    with open_memory() as other:
        fill(other)
        rows = other.rows("SELECT * FROM journal ORDER BY number")
        tamper(written, "DELETE FROM journal")
        written.insert_all("journal", rows)
        with pytest.raises(JournalAltered) as caught:
            journal.check(written)
    assert caught.value.facts["entry"] == 1


@pytest.mark.parametrize("table", ["journal", "decision", "answer", "act", "seen", "receipt"])
@pytest.mark.parametrize(
    "change", ["UPDATE {} SET number = number", "DELETE FROM {}", "REPLACE INTO {} SELECT * FROM {}"]
)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_append_only_tables_refuse(store: Store, table: str, change: str, recursive: str) -> None:
    from reviewer.model.document import Choice
    from reviewer.model.release import Receipt
    from reviewer.model.review import Seen

    decisions.record(store, REVIEW.id, [withhold(NAME)], [answer(Choice.KEEP)], entry())
    seen.add(store, REVIEW.id, Seen("a1", NOW, page=3))
    receipts.add(store, Receipt(REVIEW.id, "r", "d", "e", NOW, "folder"), entry(Action.RELEASED))
    before = list(store.database.table(table).rows)
    assert before
    store.run(f"PRAGMA recursive_triggers = {recursive}")
    with pytest.raises(StoreError) as caught:
        store.run(change.format(table, table))
    assert f"{table} is append-only" in str(caught.value.facts["detail"])
    assert list(store.database.table(table).rows) == before


def test_the_check_sees_one_moment_while_another_window_writes(path: Path) -> None:
    with open_store(path, KEY) as store, open_store(path, KEY) as other:
        fill(store)
        with store.reading():
            journal.check(store)
            journal.append(other, entry())
            journal.check(store)
            assert len(journal.entries(store)) == 3
        journal.check(store)
        assert len(journal.entries(store)) == 4
