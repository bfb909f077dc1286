# SPDX-License-Identifier: MIT
"""Many spans, asked again and again whether one of them holds another span."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from reviewer.model.document import Span


class Cover:
    """Spans by story; of those that begin before a place it knows how far the farthest reaches."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: dict[str, list[int]] = {}
        self._reach: dict[str, list[int]] = {}
        for span in sorted(spans):
            reach = self._reach.setdefault(span.story, [])
            reach.append(max(span.end, reach[-1] if reach else 0))
            self._starts.setdefault(span.story, []).append(span.start)

    def holds(self, span: Span) -> bool:
        """Whether a span lies within one of these."""
        before = bisect_right(self._starts.get(span.story, ()), span.start)
        return before > 0 and self._reach[span.story][before - 1] >= span.end
