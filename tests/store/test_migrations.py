# SPDX-License-Identifier: MIT
"""Named steps, each once, each with its record, or nothing at all."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from reviewer.errors import StoreError, StoreLocked, StoreTooNew
from reviewer.store import journal, migrations
from reviewer.store.connection import Store, open_store
from tests.store.facts import KEY, fill

NAMES = [
    "m0001_reviews",
    "m0002_decisions",
    "m0003_releases",
    "m0004_journal",
    "m0005_pictured",
    "m0006_memory",
]


def applied(store: Store) -> list[str]:
    return [step.name for step in migrations.MIGRATIONS.applied(store.database)]


def test_each_step_runs_once(path: Path) -> None:
    with open_store(path, KEY) as store:
        assert applied(store) == NAMES
        before = store.rows("SELECT * FROM _sqlite_migrations")
        migrations.migrate(store)
    with open_store(path, KEY) as store:
        assert store.rows("SELECT * FROM _sqlite_migrations") == before


def test_the_tables_are_those_of_the_design(store: Store) -> None:
    tables = set(store.database.table_names()) - {"_sqlite_migrations", "sqlite_sequence"}
    assert tables == {
        *(
            "document",
            "story",
            "finding",
            "decision",
            "person",
            "secret",
            "candidate",
            "seal",
            "journal",
            "receipt",
        ),
        *("memory", "memory_ruling", "seen", "answer", "record", "approval", "review", "act"),
    }
    assert set(store.database.view_names()) == {"current_decision", "current_answer"}


def test_a_step_that_fails_leaves_nothing(path: Path) -> None:
    steps = Migrations("parvis")

    @steps()
    def good(db: Database) -> None:
        db.execute("CREATE TABLE good (a)")

    @steps()
    def bad(db: Database) -> None:
        db.execute("CREATE TABLE half (a)")
        db.execute("CREATE TABLE half (a)")

    with open_store(path, KEY) as store:
        store.run("DELETE FROM _sqlite_migrations")
        with pytest.raises(StoreError):
            migrations.migrate(store, steps)
        assert not {"good", "half"} & set(store.database.table_names())
        assert applied(store) == []


def test_a_newer_store_is_left_alone(path: Path) -> None:
    with open_store(path, KEY) as store:
        store.insert(
            "_sqlite_migrations", {"migration_set": "parvis", "name": "m0099_later", "applied_at": "2030"}
        )
    with pytest.raises(StoreTooNew) as caught:
        open_store(path, KEY)
    assert caught.value.facts == {"path": path, "migration": "m0099_later"}


def test_another_window_that_migrates_first_is_no_trouble(path: Path) -> None:
    steps = Migrations("parvis")

    @steps()
    def only(db: Database) -> None:
        db.execute("CREATE TABLE only (a)")

    class Slow(Store):
        """Comes second to the lock."""

        @contextmanager
        def transaction(self) -> Iterator[None]:
            migrations.migrate(other, steps)
            with super().transaction():
                yield

    with open_store(path, KEY) as other, open_store(path, KEY) as second:
        other.run("DELETE FROM _sqlite_migrations")
        slow = Slow(path, second.database.conn, KEY)
        migrations.migrate(slow, steps)
        assert other.rows("SELECT name FROM _sqlite_migrations") == [{"name": "only"}]


def test_a_first_start_waits_for_another_that_writes(path: Path) -> None:
    other = _about_to_write(path)
    done = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    done.start()
    with open_store(path, KEY, busy_seconds=60) as store:
        assert applied(store) == NAMES
    done.join()
    other.close()


def test_a_first_start_says_that_another_does_not_end(path: Path) -> None:
    other = _about_to_write(path)
    with pytest.raises(StoreLocked):
        open_store(path, KEY, busy_seconds=0.1)
    other.execute("ROLLBACK")
    other.close()


def _about_to_write(path: Path) -> dbapi2.Connection:
    """A connection that has begun to write to a store not yet in WAL mode, as a first start does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    other = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    other.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    other.execute("CREATE TABLE begun (number)")
    other.execute("BEGIN IMMEDIATE")
    return other


def test_many_windows_at_the_first_start(path: Path) -> None:
    ready = threading.Barrier(4)
    failed: list[BaseException] = []

    def first_start() -> None:
        ready.wait(30)
        try:
            with open_store(path, KEY, busy_seconds=60) as store:
                assert applied(store) == NAMES
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)

    threads = [threading.Thread(target=first_start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with open_store(path, KEY) as store:
        fill(store)
        journal.check(store)
