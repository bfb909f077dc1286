# SPDX-License-Identifier: MIT
"""All places of all needles in one text, in time that grows with the text and not with the number of needles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

_FEW = 64
"""So many needles are found sooner one by one: searching for one runs at the speed of memory."""
_HEADS = (6, 3, 1)
"""How many of its first characters a needle is known by."""


def occurrences(needles: Collection[str], text: str) -> Mapping[str, list[int]]:
    """For each needle that is there, where it begins, ascending; places may overlap."""
    found: dict[str, list[int]] = defaultdict(list)
    wanted = frozenset(needles) - {""}
    pairs = _one_by_one(wanted, text) if len(wanted) <= _FEW else _together(wanted, text)
    for needle, at in pairs:
        found[needle].append(at)
    return found


def _one_by_one(needles: Collection[str], text: str) -> Iterator[tuple[str, int]]:
    for needle in needles:
        at = text.find(needle)
        while at >= 0:
            yield needle, at
            at = text.find(needle, at + 1)


def _together(needles: Collection[str], text: str) -> Iterator[tuple[str, int]]:
    """Each place of the text is looked up once for each length of heads."""
    lengths: dict[int, dict[str, set[int]]] = {}
    for needle in needles:
        head = next(each for each in _HEADS if len(needle) >= each)
        lengths.setdefault(head, {}).setdefault(needle[:head], set()).add(len(needle))
    for head, known in lengths.items():
        for at in range(len(text) - head + 1):
            for length in known.get(text[at : at + head], ()):
                piece = text[at : at + length]
                if (
                    len(piece) == length and piece in needles
                ):  # at the end of the text a piece may be a shorter needle
                    yield piece, at
