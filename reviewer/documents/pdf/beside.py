# SPDX-License-Identifier: MIT
"""Bounds what is taken in of the texts beside the pages, and asks between them whether a person stopped the reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from reviewer.documents import limits
from reviewer.documents.pdf.surface import Surface

MAX_TEXTS = 8 * 2**20
"""Characters: each is kept, folded, searched and shown. More than a thousand full pages have."""
MAX_SURFACES = 100_000
_OFTEN = 500


def bounded(found: Iterable[Surface], path: Path, tick: Callable[[], None]) -> list[Surface]:
    """The texts, as long as there are not too many. Raises LimitExceeded, and whatever `tick` raises."""
    kept: list[Surface] = []
    characters = 0
    for surface in found:
        kept.append(surface)
        characters += len(surface.text)
        limits.check(path, "texts", characters, MAX_TEXTS)
        limits.check(path, "surfaces", len(kept), MAX_SURFACES)
        if not len(kept) % _OFTEN:
            tick()
    return kept
