# SPDX-License-Identifier: MIT
"""Bring a store to this version: named functions, each run once, with its record in the same transaction."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from reviewer.errors import StoreTooNew
from reviewer.store import schema


class Migratable(Protocol):
    """What a migration needs of a store."""

    path: Path | None
    database: Database

    def reading(self) -> AbstractContextManager[None]:
        """Several questions about one moment."""

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing."""


MIGRATIONS = Migrations("parvis")


@MIGRATIONS()
def m0001_reviews(db: Database) -> None:
    """Persons, reviews and the text of their documents."""
    _run(db, schema.REVIEWS)


@MIGRATIONS()
def m0002_decisions(db: Database) -> None:
    """Acts, decisions, answers, coverage: append-only, the current ones are views."""
    _run(db, schema.DECISIONS)


@MIGRATIONS()
def m0003_releases(db: Database) -> None:
    """Candidates, seals, approvals, portal records, receipts."""
    _run(db, schema.RELEASES)


@MIGRATIONS()
def m0004_journal(db: Database) -> None:
    """The journal, wrapped secrets and the memory of earlier decisions."""
    _run(db, schema.JOURNAL)


@MIGRATIONS()
def m0005_pictured(db: Database) -> None:
    """Pages that a candidate shows as pictures, with the reasons."""
    _run(db, schema.PICTURED)


@MIGRATIONS()
def m0006_memory(db: Database) -> None:
    """The memory of earlier decisions by document, so that undoing takes them back."""
    _run(db, schema.MEMORY)


def migrate(store: Migratable, steps: Migrations = MIGRATIONS) -> None:
    """Apply what is pending, or nothing when one step fails. Raises StoreTooNew for a store of a newer Parvis."""
    # Asked without a lock first: a window that only reads must open while another one writes.
    if not _pending(store, steps):
        return
    with store.transaction():
        # Asked again: another window may have migrated while we waited for the lock.
        if _pending(store, steps):
            steps.apply(store.database)


def _pending(store: Migratable, steps: Migrations) -> bool:
    with store.reading():
        applied = {step.name for step in steps.applied(store.database)}
    with Database(memory=True, execute_plugins=False) as empty:
        known = {step.name for step in steps.pending(empty)}
    if unknown := sorted(applied - known):
        raise StoreTooNew(path=store.path, migration=unknown[-1])
    return applied != known


def _run(db: Database, statements: tuple[str, ...]) -> None:
    for statement in statements:
        db.execute(statement)
