# SPDX-License-Identifier: MIT
"""How long work tells where it stands, and how a person stops it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What a step is doing; the words for it are in the window and the command line."""

    READING = "reading"
    DETECTING = "detecting"
    REDACTING = "redacting"
    VERIFYING = "verifying"
    PUBLISHING = "publishing"
    UPLOADING = "uploading"
    DRAWING = "drawing"


@dataclass(frozen=True, slots=True)
class Progress:
    """One report: `done` of `total` units (pages, stories, documents); `total` is None when unknown."""

    stage: Stage
    done: int
    total: int | None = None


Report = Callable[[Progress], None]
"""Called between two units of work.

It stops the step by raising `errors.Cancelled`; the step has then written nothing.
"""


def silent(progress: Progress) -> None:
    """A report that says nothing."""
