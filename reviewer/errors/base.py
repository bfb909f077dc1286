# SPDX-License-Identifier: MIT
"""The root of all errors, and what a person stopped."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

Fact = str | int | float | Path | tuple[str, ...] | None


class ReviewerError(Exception):
    """The root: carries named facts (path, page, limit …) for a sentence said elsewhere."""

    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: Fact) -> None:
        self.facts: Mapping[str, Fact] = MappingProxyType(facts)
        super().__init__(type(self).__name__, facts)

    def __reduce__(self) -> tuple[object, tuple[type[ReviewerError], dict[str, Fact]]]:
        """Cross the border of a process without losing a fact."""
        return _rebuild, (type(self), dict(self.facts))

    def __str__(self) -> str:
        """The name and the facts, for a developer's eye."""
        facts = ", ".join(f"{key}={value}" for key, value in self.facts.items())
        return f"{type(self).__name__}({facts})"


def _rebuild(kind: type[ReviewerError], facts: dict[str, Fact]) -> ReviewerError:
    return kind(**facts)


class Cancelled(ReviewerError):
    """The person stopped the work; nothing was written."""

    exit_code = 130
