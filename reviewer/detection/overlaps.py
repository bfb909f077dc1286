# SPDX-License-Identifier: MIT
"""One finding where several sources saw the same thing: checksum before labelled field before names; no source is lost."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable
from dataclasses import replace

from reviewer.detection.candidate import Candidate
from reviewer.model.finding import PASSAGES, Category, EvidenceKind, Role

_STRENGTH = {EvidenceKind.CHECKSUM: 4, EvidenceKind.LABEL: 3, EvidenceKind.PATTERN: 1}
_HOLDERS = frozenset({Category.ADDRESS, Category.EMAIL})
"""A value inside one of these is part of it: the postal code of an address, the name in a mailbox."""


def merge(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Disjoint candidates of values, and passages apart: a sentence may hold values."""
    values: list[Candidate] = []
    passages: list[Candidate] = []
    for item in candidates:
        (passages if _is_sentence(item) else values).append(item)
    return tuple(
        sorted(
            [*_disjoint(values), *_passages(passages)],
            key=lambda item: (item.start, -item.end, item.category),
        )
    )


def _is_sentence(item: Candidate) -> bool:
    return item.category in PASSAGES or any(source.kind is EvidenceKind.PASSAGE for source in item.sources)


def covered(items: Iterable[Candidate]) -> Callable[[Candidate], bool]:
    """A test whether a candidate touches any of these."""
    kept = _Kept()
    for item in items:
        if kept.clash(item) is None:
            kept.add(item)
    return lambda item: kept.clash(item) is not None


def rank(item: Candidate) -> tuple[int, int, float, int]:
    """The higher wins where two overlap."""
    kinds = {source.kind for source in item.sources}
    strength = max(_STRENGTH.get(kind, 1) for kind in kinds)
    if EvidenceKind.CHECKSUM in kinds and EvidenceKind.LABEL not in kinds:
        strength = _STRENGTH[EvidenceKind.LABEL] - 1  # one number in ten passes by chance: a label says more
    if item.category is Category.PERSON:
        strength = 1
    if item.category is Category.ADDRESS:
        strength = 3
    known = all(source.kind is EvidenceKind.PROPAGATION for source in item.sources)
    return (int(item.category in _HOLDERS), strength - int(known), item.score, item.end - item.start)


class _Kept:
    """Disjoint candidates in order of place, so that a clash is found without looking at all of them."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.items: list[Candidate] = []

    def clash(self, item: Candidate) -> int | None:
        """The index of one that overlaps the item."""
        index = bisect.bisect_left(self.starts, item.end) - 1
        return index if index >= 0 and self.items[index].end > item.start else None

    def add(self, item: Candidate) -> None:
        """Put an item that clashes with none in its place."""
        index = bisect.bisect_left(self.starts, item.start)
        self.starts.insert(index, item.start)
        self.items.insert(index, item)


def _disjoint(items: list[Candidate]) -> list[Candidate]:
    kept = _Kept()
    for item in sorted(_same_category(items), key=rank, reverse=True):
        if kept.clash(item) is None:
            kept.add(item)
    return kept.items


def _same_category(items: list[Candidate]) -> list[Candidate]:
    """Join overlapping candidates of one category, so that each keeps all its sources."""
    joined: list[Candidate] = []
    for item in sorted(items, key=lambda one: (one.category, one.start, -one.end)):
        last = joined[-1] if joined else None
        if last is not None and last.category is item.category and last.overlaps(item):
            joined[-1] = _union(last, item)
        else:
            joined.append(item)
    return joined


def _union(one: Candidate, other: Candidate) -> Candidate:
    """Both places as one; the better rule names it."""
    best, second = (one, other) if rank(one) >= rank(other) else (other, one)
    sources = tuple(dict.fromkeys(best.sources + second.sources))
    kinds = {source.kind for source in sources}
    score = best.score if len(kinds) == 1 else round(1 - (1 - best.score) * (1 - second.score / 2), 2)
    public = Role.PUBLIC in {one.role, other.role}
    return replace(
        best,
        start=min(one.start, other.start),
        end=max(one.end, other.end),
        score=min(score, 0.99),
        sources=sources,
        role=Role.PUBLIC if public else best.role or second.role,
        entity=best.entity or second.entity,
    )


def _passages(items: list[Candidate]) -> list[Candidate]:
    """One passage for a sentence: the strongest reading of it, with the sources of all."""
    kept = _Kept()
    for item in sorted(items, key=lambda one: (-one.score, one.start)):
        index = kept.clash(item)
        if index is None:
            kept.add(item)
        else:
            other = kept.items[index]
            kept.items[index] = replace(other, sources=tuple(dict.fromkeys(other.sources + item.sources)))
    return kept.items
