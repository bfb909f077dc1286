# SPDX-License-Identifier: MIT
"""Takes out of a content stream what draws nothing any more, so that it does not tell how many pieces were removed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Kind(StrEnum):
    """What an entry of a content stream does. PAINT stands for all that must stay where it is."""

    SAVE = "save"
    RESTORE = "restore"
    STATE = "state"
    PAINT = "paint"


Entry = tuple[Kind, str, bytes]
"""Kind, what it sets (for STATE), the bytes."""

FAMILIES = {
    "g": "fill", "rg": "fill", "k": "fill", "G": "stroke", "RG": "stroke", "K": "stroke", "w": "w", "J": "J", "j": "j",
    "M": "M", "d": "d", "Tr": "Tr", "Ts": "Ts", "Tz": "Tz", "ri": "ri", "i": "i",
}  # fmt: skip


def tidy(entries: Sequence[Entry]) -> list[bytes]:
    """The bytes, without saved states that paint nothing and without settings that are overruled at once."""
    return [data for _kind, _family, data in _without_overruled(_without_empty(entries))]


def _without_empty(entries: Sequence[Entry]) -> list[Entry]:
    kept: list[Entry] = []
    open_at: list[tuple[int, bool]] = []
    for entry in entries:
        kept.append(entry)
        if entry[0] is Kind.SAVE:
            open_at.append((len(kept) - 1, False))
        elif entry[0] is Kind.PAINT and open_at:
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
