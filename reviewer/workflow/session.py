# SPDX-License-Identifier: MIT
"""What every step needs: the store, the clock, the detector; and the facts of a review read together."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import paths
from reviewer.detection.engine import Engine
from reviewer.documents import office_folder
from reviewer.model.journal import Action
from reviewer.model.review import Person
from reviewer.signoff.policy import Case
from reviewer.store import decisions, findings, reviews, seen
from reviewer.store.connection import Store, open_store
from reviewer.store.journal import NewEntry
from reviewer.store.secrets import database_key
from reviewer.workflow import recognizers

if TYPE_CHECKING:
    from reviewer.documents.docx.drawn import DrawnPages

Clock = Callable[[], dt.datetime]
STORE_NAME = "parvis.db"


def system_clock() -> dt.datetime:
    """Now, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass
class Session:
    """One open store with a clock. `fast` uses the rules alone to detect, without the language models."""

    store: Store
    clock: Clock = system_clock
    fast: bool = field(default=False, kw_only=True)
    drawn: dict[str, DrawnPages] = field(default_factory=dict, kw_only=True, repr=False)
    """Pages of Word documents, in memory alone: what is to be withheld is on them."""

    own: tuple[Path, ...] = field(default=(), kw_only=True)
    """Where the department's own recognizers are."""

    @cached_property
    def engine(self) -> Engine:
        """The detector; its models are loaded at the first use. Raises InvalidRecognizer."""
        return Engine(fast=self.fast, own=recognizers.usable(self.own))

    def entry(
        self,
        action: Action,
        person: Person | None,
        review: str | None,
        details: Mapping[str, str | int] | None = None,
    ) -> NewEntry:
        """A journal entry at this moment."""
        return NewEntry(action, person.id if person else None, review, dict(details or {}), time=self.clock())

    def case(self, review_id: str) -> Case:
        """The facts of one review. Raises UnknownId."""
        review = reviews.get(self.store, review_id)
        return Case(
            review,
            reviews.document(self.store, review.id),
            findings.of(self.store, review.id),
            decisions.current(self.store, review.id),
            seen.of(self.store, review.id),
            decisions.people(self.store, review.id),
        )


@contextmanager
def open_session(
    home: Path | None = None, *, clock: Clock = system_clock, fast: bool = False
) -> Iterator[Session]:
    """The store of this person (made at first use) for as long as the block lasts.

    Raises the errors of the store: StoreLocked, WrongKey, KeyMissing, KeyFileUnsafe, StoreDamaged, NoSpace.
    """
    folder = home or paths.data_home()
    # What a process that was killed while LibreOffice drew left behind.
    office_folder.sweep()
    store = open_store(folder / STORE_NAME, database_key())
    try:
        yield Session(store, clock, fast=fast, own=paths.own_recognizers(folder))
    finally:
        store.close()


def new_id() -> str:
    """A random id; nothing that may be published derives from a document."""
    return secrets.token_hex(8)
