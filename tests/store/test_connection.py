# SPDX-License-Identifier: MIT
"""The encrypted file: who can open it, what it refuses, what a transaction promises."""

from __future__ import annotations

import errno
import sqlite3
import stat
import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from reviewer.errors import (
    DiskError,
    NoSpace,
    NotWritable,
    ReviewerError,
    StoreDamaged,
    StoreError,
    StoreLocked,
    WrongKey,
)
from reviewer.store import decisions, reviews
from reviewer.store.connection import Store, derive, open_memory, open_store
from reviewer.store.translation import from_database, from_system
from tests.store.facts import DOCUMENT, KEY, NAME, REVIEW, entry, fill, withhold


def test_nothing_of_a_document_can_be_read_in_the_files(disk: Store, path: Path) -> None:
    decisions.record(disk, REVIEW.id, [withhold(NAME)], [], entry())
    files = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert "parvis.db-wal" in files
    for content in files.values():
        for text in (b"Marchand", b"555-0142", b"vie priv", b"CREATE TABLE", b"SQLite format 3"):
            assert text not in content


def test_the_file_is_for_its_owner_alone(disk: Store, path: Path) -> None:
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()] == [0o600] * 3


def test_what_was_written_is_there_at_the_next_start(path: Path) -> None:
    with open_store(path, KEY) as first:
        fill(first)
    with open_store(path, KEY) as second:
        assert reviews.document(second, REVIEW.id) == DOCUMENT
        second.integrity()


def test_a_wrong_key_opens_nothing_and_says_nothing(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    open_store(path, KEY).close()
    with pytest.raises(WrongKey) as caught:
        open_store(path, bytes(32))
    assert caught.value.facts == {"path": path}
    assert capfd.readouterr() == ("", "")


def test_a_plain_database_is_not_taken_for_a_store(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE a (b)")
    plain.close()
    before = path.read_bytes()
    with pytest.raises(StoreDamaged) as caught:
        open_store(path, KEY)
    assert caught.value.facts["detail"] == "not encrypted"
    assert path.read_bytes() == before


def test_less_than_a_page_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "short.db"
    path.write_bytes(b"x" * 1000)
    with pytest.raises(StoreDamaged) as caught:
        open_store(path, KEY)
    assert caught.value.facts["detail"] == "truncated"
    assert path.read_bytes() == b"x" * 1000


def test_a_store_cut_off_after_some_pages_is_damaged(path: Path) -> None:
    with open_store(path, KEY) as store:
        fill(store)
    path.write_bytes(path.read_bytes()[: 4096 * 3 + 100])
    with pytest.raises(StoreDamaged):
        open_store(path, KEY)


def test_a_partial_page_at_the_end_does_not_close_the_store(path: Path) -> None:
    with open_store(path, KEY) as store:
        fill(store)
    with path.open("ab") as file:
        file.write(b"half a page that a full disk left")
    with open_store(path, KEY) as store:
        assert reviews.get(store, REVIEW.id) == REVIEW


def test_a_changed_byte_is_noticed(path: Path) -> None:
    with open_store(path, KEY) as store:
        fill(store)
    content = bytearray(path.read_bytes())
    content[-2000] ^= 1
    path.write_bytes(content)
    with open_store(path, KEY) as store, pytest.raises(StoreDamaged) as caught:
        store.integrity()
    assert "HMAC verification failed" in str(caught.value.facts["detail"])


def test_integrity_of_a_store_in_memory(store: Store) -> None:
    store.integrity()


def test_the_settings_that_durability_rests_on(disk: Store) -> None:
    settings = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "temp_store": 2,
        "trusted_schema": 0,
    }
    assert {name: disk.rows(f"PRAGMA {name}")[0][name] for name in settings} == settings


@pytest.mark.parametrize("kind", ["folder", "file in the way"])
def test_a_place_that_cannot_hold_a_store(tmp_path: Path, kind: str) -> None:
    if kind == "folder":
        path = tmp_path / "parvis.db"
        path.mkdir()
    else:
        (tmp_path / "file").write_text("x")
        path = tmp_path / "file" / "parvis.db"
    with pytest.raises(NotWritable):
        open_store(path, KEY)


def test_a_transaction_is_all_or_nothing(disk: Store) -> None:
    def interrupted() -> None:
        with disk.transaction():
            decisions.record(disk, REVIEW.id, [withhold(NAME)], [], entry())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert decisions.current(disk, REVIEW.id).decisions == ()


def test_a_transaction_inside_another_is_a_part_of_it(disk: Store) -> None:
    def inner() -> None:
        with disk.transaction():
            disk.run("UPDATE review SET state = 'refused'")
            raise ValueError("inner")

    with disk.transaction():
        decisions.record(disk, REVIEW.id, [withhold(NAME)], [], entry())
        with pytest.raises(ValueError, match="inner"):
            inner()
    assert reviews.get(disk, REVIEW.id) == REVIEW
    assert decisions.current(disk, REVIEW.id).decisions == (withhold(NAME),)


def test_another_window_reads_while_one_writes(disk: Store, path: Path) -> None:
    with disk.transaction():
        disk.run("UPDATE review SET state = 'decided'")
        with open_store(path, KEY, busy_seconds=0.1) as other:
            assert reviews.get(other, REVIEW.id).state == "open"
            with pytest.raises(StoreLocked) as caught:
                decisions.record(other, REVIEW.id, [withhold(NAME)], [], entry())
            assert caught.value.facts["path"] == path
    assert reviews.get(disk, REVIEW.id).state == "decided"


def test_a_writer_waits_for_the_other_window(disk: Store, path: Path) -> None:
    begun, failed = threading.Event(), []

    def other_window() -> None:
        with open_store(path, KEY, busy_seconds=30) as other:
            begun.set()
            try:
                decisions.record(other, REVIEW.id, [withhold(NAME)], [], entry())
            except ReviewerError as error:
                failed.append(error)

    with disk.transaction():
        disk.run("UPDATE review SET state = 'decided'")
        thread = threading.Thread(target=other_window)
        thread.start()
        assert begun.wait(30)
    thread.join()
    assert failed == []
    assert decisions.current(disk, REVIEW.id).decisions == (withhold(NAME),)


def test_a_reader_sees_one_moment(disk: Store, path: Path) -> None:
    with open_store(path, KEY) as other, other.reading():
        assert reviews.get(other, REVIEW.id).state == "open"
        disk.run("UPDATE review SET state = 'decided'")
        assert reviews.get(other, REVIEW.id).state == "open"
        with other.reading():
            assert reviews.get(other, REVIEW.id).state == "open"
    assert reviews.get(disk, REVIEW.id).state == "decided"


def test_nothing_is_written_where_it_would_be_lost(disk: Store) -> None:
    with disk.reading():
        with pytest.raises(NotWritable):
            decisions.record(disk, REVIEW.id, [withhold(NAME)], [], entry())
        with pytest.raises(NotWritable):
            disk.run("UPDATE review SET state = 'decided'")
    decisions.record(disk, REVIEW.id, [withhold(NAME)], [], entry())
    assert decisions.current(disk, REVIEW.id).decisions == (withhold(NAME),)
    with disk.transaction(), disk.reading():
        disk.run("UPDATE review SET state = 'decided'")
    assert reviews.get(disk, REVIEW.id).state == "decided"


def test_threads_of_one_window_take_turns(store: Store) -> None:
    half_done, looked = threading.Event(), []

    def look() -> None:
        half_done.wait(30)
        looked.append(reviews.get(store, REVIEW.id).state.value)

    thread = threading.Thread(target=look)
    thread.start()
    with store.transaction():
        store.run("UPDATE review SET state = 'decided'")
        half_done.set()
        store.run("UPDATE review SET state = 'prepared'")
    thread.join()
    assert looked == ["prepared"]


def test_a_full_disk_is_said_and_nothing_is_half_there(disk: Store) -> None:
    pages = disk.rows("PRAGMA page_count")[0]["page_count"]
    disk.run(f"PRAGMA max_page_count = {pages}")
    made = [withhold(NAME, act="x" * 4000) for _ in range(40)]
    with pytest.raises(NoSpace) as caught:
        decisions.record(disk, REVIEW.id, made, [], entry())
    assert caught.value.exit_code == 51
    disk.run("PRAGMA max_page_count = 1000000")
    assert decisions.current(disk, REVIEW.id).decisions == ()
    decisions.record(disk, REVIEW.id, [withhold(NAME)], [], entry())
    disk.integrity()


def test_a_broken_rule_of_the_schema_is_our_error(store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        store.insert("seen", {"review": "nowhere", "person": "a1", "time": "", "page": 1})
    assert type(caught.value) is StoreError
    assert "FOREIGN KEY" in str(caught.value.facts["detail"])


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (3, NotWritable),
        (5, StoreLocked),
        (517, StoreLocked),
        (8, NotWritable),
        (10, DiskError),
        (778, DiskError),
        (11, StoreDamaged),
        (13, NoSpace),
        (14, NotWritable),
        (26, StoreDamaged),
        (1, StoreError),
        (None, StoreError),
    ],
)
def test_each_result_code_has_its_error(code: int | None, kind: type[ReviewerError]) -> None:
    error = dbapi2.OperationalError("said")
    error.sqlite_errorcode = code
    ours = from_database(error, Path("a.db"))
    assert type(ours) is kind
    assert ours.facts == {"path": Path("a.db"), "detail": "OperationalError: said"}


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, NoSpace), (errno.EDQUOT, NoSpace), (errno.EACCES, NotWritable), (errno.EIO, DiskError)],
)
def test_each_fault_of_the_disk_has_its_error(number: int, kind: type[ReviewerError]) -> None:
    assert type(from_system(OSError(number, "said"), Path("a.db"))) is kind


def test_an_error_of_the_system_without_words_still_has_a_detail() -> None:
    assert from_system(OSError(), Path("a.db")).facts["detail"] == "OSError"


def test_a_page_that_does_not_open_at_opening(path: Path) -> None:
    # A folder in the place of the log: the first question fails, and not because of the key.
    open_store(path, KEY).close()
    path.with_name("parvis.db-wal").mkdir()
    with pytest.raises(NotWritable):
        open_store(path, KEY)


def test_each_purpose_has_its_own_key() -> None:
    assert (
        derive(KEY, "journal chain") != derive(KEY, "journal anchor") != derive(bytes(32), "journal anchor")
    )
    assert len(derive(KEY, "memory")) == 32
    with open_memory() as one, open_memory() as other:
        assert one.derive("memory") != other.derive("memory")
    # Part of the format of stores that exist: a change here locks people out of their secrets.
    assert (
        derive(KEY, "text hmac").hex() == "90cbb46f6dea1a12486e5fb378354ed5ea200ccc0c991a7842fbe163a8e65d20"
    )
