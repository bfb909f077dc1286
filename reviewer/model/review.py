# SPDX-License-Identifier: MIT
"""The state of one document on its way, the persons who act on it, and what they have seen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from reviewer.errors import WrongState


class PersonRole(StrEnum):
    """What a person may do: review; sign; approve as IMSO; only read."""

    AUTHOR = "author"
    OFFICER = "officer"
    IMSO = "imso"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts in Parvis; `fingerprint` is the SHA-256 (hex) of the Ed25519 public key."""

    id: str
    name: str
    role: PersonRole
    fingerprint: str


class State(StrEnum):
    """open → decided → prepared → signed → released; refused at any point, recalled after release."""

    OPEN = "open"
    DECIDED = "decided"
    PREPARED = "prepared"
    SIGNED = "signed"
    RELEASED = "released"
    REFUSED = "refused"
    RECALLED = "recalled"


_NEXT: dict[State, frozenset[State]] = {
    State.OPEN: frozenset({State.DECIDED, State.REFUSED}),
    State.DECIDED: frozenset({State.OPEN, State.PREPARED, State.REFUSED}),
    State.PREPARED: frozenset({State.OPEN, State.DECIDED, State.PREPARED, State.SIGNED, State.REFUSED}),
    State.SIGNED: frozenset({State.OPEN, State.RELEASED, State.REFUSED}),
    State.RELEASED: frozenset({State.RECALLED}),
    State.REFUSED: frozenset({State.OPEN}),
    State.RECALLED: frozenset({State.OPEN}),
}
# What a person is told to bring a review to first, when the way does not lead where it should go.
_BEFORE: dict[State, State] = {
    State.OPEN: State.RECALLED,
    State.DECIDED: State.OPEN,
    State.PREPARED: State.DECIDED,
    State.SIGNED: State.PREPARED,
    State.RELEASED: State.SIGNED,
    State.REFUSED: State.OPEN,
    State.RECALLED: State.RELEASED,
}


@dataclass(frozen=True, slots=True)
class Review:
    """The state of one document. `id` is random; `name` is the file's name as the person knows it."""

    id: str
    document: str
    name: str
    path: str
    state: State
    opened_by: str
    opened: dt.datetime
    refused_because: str = ""

    def to(self, state: State, *, because: str = "") -> Review:
        """The review in another state. Raises WrongState when the way does not lead there."""
        if state not in _NEXT[self.state]:
            raise WrongState(review=self.id, state=self.state, needed=_BEFORE[state])
        return replace(self, state=state, refused_because=because)


@dataclass(frozen=True, slots=True)
class Seen:
    """A person looked at one page or one story; opening a document alone never counts."""

    person: str
    time: dt.datetime
    page: int | None = None
    story: str | None = None
