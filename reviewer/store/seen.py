# SPDX-License-Identifier: MIT
"""Coverage: which person looked at which page or story. Each first look is a journal entry."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.errors import UsageError
from reviewer.model.journal import Action
from reviewer.model.review import Seen
from reviewer.store import codec, hmac, journal
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry

_SHOWN = 16


def add(store: Store, review_id: str, seen: Seen) -> None:
    """Keep that a person saw a page or a story; seeing it again adds nothing."""
    add_all(store, review_id, (seen,))


def add_all(store: Store, review_id: str, several: Iterable[Seen]) -> None:
    """Keep many in one transaction."""
    with store.transaction():
        known = {(item.person, item.page, item.story) for item in of(store, review_id)}
        for item in several:
            key = (item.person, item.page, item.story)
            if (item.page is None) == (item.story is None):
                raise UsageError(detail="seen is either a page or a story")
            if key not in known:
                known.add(key)
                _add(store, review_id, item)


def of(store: Store, review_id: str) -> tuple[Seen, ...]:
    """All that was seen of a review, oldest first."""
    rows = store.rows("SELECT * FROM seen WHERE review = ? ORDER BY number", review_id)
    return tuple(_seen(row) for row in rows)


def _add(store: Store, review_id: str, item: Seen) -> None:
    store.insert(
        "seen",
        {
            "review": review_id,
            "person": item.person,
            "time": codec.when(item.time),
            "page": item.page,
            "story": None if item.story is None else codec.text(item.story),
        },
    )
    details: dict[str, str | int]
    if item.page is not None:
        details = {"page": item.page}
    else:
        # An id may end in a name that the file's author chose: the kind says what was read, the keyed hash which one.
        story = str(item.story)
        details = {"kind": story.partition(":")[0], "story": hmac.keyed(store, story)[:_SHOWN]}
    journal.append(store, NewEntry(Action.SEEN, item.person, review_id, details, item.time))


def _seen(row: codec.Row) -> Seen:
    story = None if row["story"] is None else codec.untext(row["story"])
    return Seen(row["person"], codec.unwhen(row["time"]), row["page"], story)
