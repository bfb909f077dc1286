# SPDX-License-Identifier: MIT
"""What was found so far in a document that is still being searched, for a person who waits."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from reviewer.model.document import Document
from reviewer.model.finding import Category, Finding

_FIRST = 3
_LONGEST = 140
_PAUSE = 0.2
"""Seconds between two tellings: nobody reads faster."""


@dataclass(frozen=True, slots=True)
class SoFar:
    """How many of each category, the most frequent first, and the first sentences; all of it may still change."""

    counts: tuple[tuple[Category, int], ...]
    sentences: tuple[tuple[Category, str], ...]


class Tally:
    """Counts provisional findings, and tells now and then how many there are; at the first of them at once."""

    def __init__(self, document: Document, tell: Callable[[SoFar], None]) -> None:
        self._document, self._tell = document, tell
        self._counts: Counter[Category] = Counter()
        self._sentences: list[tuple[Category, str]] = []
        self._last = 0.0

    def hear(self, findings: tuple[Finding, ...]) -> None:
        """Some more were found."""
        self._counts.update(finding.category for finding in findings)
        for finding in findings:
            if finding.is_passage and len(self._sentences) < _FIRST:
                text = " ".join(self._document.text_of(finding.span).split())
                cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
                self._sentences.append((finding.category, cut))
        if time.monotonic() - self._last >= _PAUSE:
            self._tell(SoFar(tuple(self._counts.most_common()), tuple(self._sentences)))
            self._last = time.monotonic()
