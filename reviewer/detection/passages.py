# SPDX-License-Identifier: MIT
"""Sensitive sentences (health, employment, advice …)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.detection.candidate import Candidate
from reviewer.detection.reading import Reading


class PassageRecognizer:
    """x."""

    def __init__(self, reading: Reading, people: Sequence[Candidate]) -> None:
        self.reading = reading
        self.people = people

    def find(self) -> Iterator[Candidate]:
        """X."""
        yield from ()
