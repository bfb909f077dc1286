# SPDX-License-Identifier: MIT
"""Takes out of a content stream what draws nothing any more, so that it does not tell how many pieces were removed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum


class Kind(StrEnum):
    """What an entry of a content stream does. PAINT stands for all that must stay where it is."""

    SAVE = "save"
    RESTORE = "restore"
    MARK = "mark"
    UNMARK = "unmark"
    STATE = "state"
    PAINT = "paint"


Entry = tuple[Kind, str, bytes]
"""Kind, what it sets (for STATE), the bytes."""

_NUMBER = re.compile(rb"<</MCID (\d+)>> BDC$")
FAMILIES = {
    "g": "fill", "rg": "fill", "k": "fill", "G": "stroke", "RG": "stroke", "K": "stroke", "w": "w", "J": "J", "j": "j",
    "M": "M", "d": "d", "Tr": "Tr", "Ts": "Ts", "Tz": "Tz", "ri": "ri", "i": "i",
}  # fmt: skip


def tidy(entries: Sequence[Entry], *, touched: bool) -> list[Entry]:
    """Without saved states that paint nothing and without settings that are overruled at once.

    Where something was taken out (`touched`), marked content that is empty goes too.
    """
    marked = _without_empty_marks(entries) if touched else entries
    return _without_overruled(_without_empty(marked))


def renumbered(entries: Sequence[Entry]) -> tuple[list[bytes], dict[int, int]]:
    """The bytes with the numbers of marked content in the order in which it stands, and the new number of each old."""
    numbers: dict[int, int] = {}
    lines: list[bytes] = []
    for kind, _family, data in entries:
        found = _NUMBER.search(data) if kind is Kind.MARK else None
        if found is not None:
            new = numbers.setdefault(int(found[1]), len(numbers))
            data = data[: found.start(1)] + str(new).encode() + data[found.end(1) :]
        lines.append(data)
    return lines, numbers


def _without_empty_marks(entries: Sequence[Entry]) -> list[Entry]:
    gone: set[int] = set()
    open_at: list[tuple[int, bool]] = []
    for at, (kind, _family, _data) in enumerate(entries):
        if kind is Kind.MARK:
            open_at.append((at, False))
        elif kind is Kind.PAINT and open_at:
            open_at[-1] = (open_at[-1][0], True)
        elif kind is Kind.UNMARK and open_at:
            start, painted = open_at.pop()
            if not painted:
                gone |= {start, at}
            elif open_at:
                open_at[-1] = (open_at[-1][0], True)
    return [entry for at, entry in enumerate(entries) if at not in gone]


def _without_empty(entries: Sequence[Entry]) -> list[Entry]:
    kept: list[Entry] = []
    open_at: list[tuple[int, bool]] = []
    for entry in entries:
        kept.append(entry)
        if entry[0] is Kind.SAVE:
            open_at.append((len(kept) - 1, False))
        elif entry[0] in {Kind.PAINT, Kind.MARK} and open_at:
            open_at[-1] = (open_at[-1][0], True)
        elif entry[0] is Kind.RESTORE and open_at:
            start, painted = open_at.pop()
            if not painted:
                del kept[start:]
            elif open_at:
                open_at[-1] = (open_at[-1][0], True)
    return kept


def _without_overruled(entries: Sequence[Entry]) -> list[Entry]:
    kept: list[Entry | None] = []
    last: dict[str, int] = {}
    for entry in entries:
        kind, family, _data = entry
        if kind is not Kind.STATE or not family:
            last.clear()
        else:
            if family in last:
                kept[last[family]] = None
            last[family] = len(kept)
        kept.append(entry)
    return [entry for entry in kept if entry is not None]
