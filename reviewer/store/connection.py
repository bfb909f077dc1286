# SPDX-License-Identifier: MIT
"""Open the encrypted store, bring it to this version, and run whole transactions on it.

The file is encrypted page by page with a key of 32 random bytes; each page is authenticated. What that does not
guarantee: an older copy of the whole file, put back in its place, opens like any other.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlcipher3 import dbapi2
from sqlite_utils import Database
from sqlite_utils.db import Table

from reviewer.errors import StoreDamaged, WrongKey
from reviewer.store import migrations
from reviewer.store.translation import from_database, from_system, translated

KEY_BYTES = 32
BUSY_SECONDS = 5.0
"""How long a writer waits for another window or command before it says that the store is locked."""

_PAGE_BYTES = 4096
_PLAIN_HEADER = b"SQLite format 3\0"
_BUSY, _NOT_A_DATABASE = 5, 26
_AGAIN = 0.02
"""Seconds before a setting is tried again."""
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
)


class Store:
    """An open store. Any thread may use it; a transaction belongs to the thread that began it, the others wait."""

    def __init__(self, path: Path | None, connection: Any, key: bytes) -> None:
        self.path = path
        self.database = Database(connection, execute_plugins=False)
        self._connection = connection
        self._key = key
        self._lock = RLock()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. What was committed is on disk already."""
        with self._alone():
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, durable at the end. Inside another one it is a part of it."""
        with self._alone():
            if self._connection.in_transaction:
                with self.database.atomic():
                    yield
                return
            # IMMEDIATE: whoever reads in order to write must be alone from the first read on.
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self.database.rollback()
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several questions about one moment: what others write meanwhile is not seen.

        Outside a transaction nothing can be written in here: it would be gone at the end.
        """
        with self._alone():
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("PRAGMA query_only = ON")
            try:
                self._connection.execute("BEGIN")
                yield
            finally:
                self.database.rollback()
                self._connection.execute("PRAGMA query_only = OFF")

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """The rows a question gives."""
        with self._alone():
            cursor = self._connection.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, sql: str, *values: object) -> dict[str, Any] | None:
        """The first row a question gives, if any."""
        return next(iter(self.rows(sql, *values)), None)

    def run(self, sql: str, *values: object) -> None:
        """Carry out one statement that gives no rows."""
        with self._alone():
            self._connection.execute(sql, values)

    def insert(self, table: str, row: Mapping[str, object]) -> int:
        """Add one row and give its number."""
        with self._alone():
            self._table(table).insert(dict(row))
            return int(self._connection.execute("SELECT last_insert_rowid()").fetchone()[0])

    def insert_all(self, table: str, rows: list[dict[str, object]]) -> None:
        """Add many rows."""
        with self._alone():
            self._table(table).insert_all(rows)

    def replace(self, table: str, row: Mapping[str, object], *, key: str) -> None:
        """Add one row, or put it in the place of the one with the same key. Never for append-only tables."""
        with self._alone():
            self._table(table).upsert(dict(row), pk=key)

    def derive(self, purpose: str) -> bytes:
        """A key for one purpose, from the store's own key."""
        return derive(self._key, purpose)

    def integrity(self) -> None:
        """Read every page and every index. Raises StoreDamaged."""
        questions = ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check")
        # A store in memory is not encrypted: its pages have nothing to prove.
        for question in questions if self.path else questions[1:]:
            for row in self.rows(question):
                if (detail := str(next(iter(row.values())))) != "ok":
                    raise StoreDamaged(path=self.path, detail=detail)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._lock, translated(self.path):
            yield

    def _table(self, name: str) -> Table:
        return self.database.table(name)


def derive(key: bytes, purpose: str) -> bytes:
    """32 bytes for one purpose: HKDF-SHA256. The purpose is part of the format of the store."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=f"parvis {purpose} 1".encode()).derive(
        key
    )


def open_store(path: Path, key: bytes, *, busy_seconds: float = BUSY_SECONDS) -> Store:
    """Open the store, create it when there is none, and bring it to this version.

    Raises StoreLocked, WrongKey, StoreDamaged, StoreTooNew, NoSpace, NotWritable.
    """
    _prepare_file(path)
    with translated(path):
        connection = dbapi2.connect(
            str(path), isolation_level=None, check_same_thread=False, timeout=busy_seconds
        )
    try:
        with translated(path):
            _unlock(connection, key, path)
            _settle(connection, busy_seconds)
        store = Store(path, connection, key)
        migrations.migrate(store)
    except BaseException:
        connection.close()
        raise
    return store


def _settle(connection: Any, busy_seconds: float) -> None:
    """Our settings. SQLite does not wait by itself when another connection writes to a file not yet in WAL mode."""
    until = time.monotonic() + busy_seconds
    for setting in _SETTINGS:
        while True:
            try:
                connection.execute(setting)
                break
            except dbapi2.OperationalError as error:
                busy = getattr(error, "sqlite_errorcode", None) == _BUSY
                if not busy or time.monotonic() >= until:
                    raise
            time.sleep(_AGAIN)


def open_memory() -> Store:
    """A store that lives as long as the process: the same schema, a key of its own."""
    connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    store = Store(None, connection, secrets.token_bytes(KEY_BYTES))
    migrations.migrate(store)
    return store


def _prepare_file(path: Path) -> None:
    """Make the file ours alone before SQLite opens it, and refuse what cannot be a store of ours."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(len(_PLAIN_HEADER))
    except OSError as error:
        raise from_system(error, path) from error
    if header == _PLAIN_HEADER:
        raise StoreDamaged(path=path, detail="not encrypted")
    # A partial page at the end is what a full disk leaves; SQLite ignores it. Less than one page is no store.
    if 0 < size < _PAGE_BYTES:
        raise StoreDamaged(path=path, detail="truncated")


def _unlock(connection: Any, key: bytes, path: Path) -> None:
    """Give the key and see whether it fits."""
    # The library would otherwise write to stderr when a page does not open.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.Error as error:
        if getattr(error, "sqlite_errorcode", None) == _NOT_A_DATABASE:
            raise WrongKey(path=path) from error
        raise from_database(error, path) from error
