# SPDX-License-Identifier: MIT
"""What the parts of the review's presenter need of it: the case at hand, and a way to do something to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from reviewer.model.review import Person
from reviewer.workflow.marks import Case
from reviewer.workflow.session import Session
from ui.desk import Desk

Done = TypeVar("Done")


class AtWork(Protocol):
    """A review that somebody works on."""

    desk: Desk
    case: Case | None

    def act(self, work: Callable[[Session, str, Person], Done]) -> Done | None:
        """Do something to the review as the person at work; an error is explained, and nothing comes of it."""

    def reload(self) -> None:
        """Read again what may have changed."""
