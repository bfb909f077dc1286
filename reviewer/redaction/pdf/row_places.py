# SPDX-License-Identifier: MIT
"""Where a row of a picture begins, has its middle or ends: what other rows say of it, never what goes from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.redaction.pdf.ink import Range

_NEAR = 0.6
_GRID = 36.0
_INDENT = 0.3
_MARGIN = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """One of the three holds a row."""

    start: float | None = None
    middle: float | None = None
    end: float | None = None

    def left(self, length: float, least: float) -> int:
        """Where a row of some length begins, but not before `least`."""
        if self.start is not None:
            return round(max(least, self.start))
        if self.middle is not None:
            return round(max(least, self.middle - length / 2))
        return round(max(least, (self.end or 0.0) - length))


def anchor(
    row: Range,
    groups: Sequence[Range],
    starts: Iterable[int],
    *,
    em: int,
    unit: float,
    width: int,
    after: int,
    kept: bool,
) -> Anchor:
    """What holds a row between two places. `after` ends what stands before it; `kept`: its first word stays."""
    left, right = row
    if after and left - after < em:
        return Anchor(start=left if kept else after + _INDENT * em)
    starts = sorted(a for a in (*starts, *(a for a, _b in groups)) if abs(a - left) < _NEAR * em)
    middles = sorted(each for each in map(_middle, groups) if abs(each - _middle(row)) < _NEAR * em)
    ends = sorted(b for _a, b in groups if abs(b - right) < _NEAR * em)
    if starts and len(starts) >= len(middles):
        return Anchor(start=left if kept else starts[len(starts) // 2])
    if middles or abs(_middle(row) - width / 2) < _NEAR * em:
        return Anchor(middle=middles[len(middles) // 2] if middles else width / 2)
    if ends:
        return Anchor(end=ends[len(ends) // 2])
    if kept and left < _MARGIN * em:
        return Anchor(start=left)
    return Anchor(start=max(left // (_GRID * unit) * _GRID * unit, after + _INDENT * em))


def _middle(group: Range) -> float:
    return (group[0] + group[1]) / 2
