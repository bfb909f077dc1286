# SPDX-License-Identifier: MIT
"""Letters after a right-to-left override (U+202E), which stand backwards and are shown forwards."""

from __future__ import annotations

import re
from functools import lru_cache

OVERRIDE = "\u202e"
_RUN = re.compile("\u202e([^\u202c\n]*)\u202c?")


@lru_cache(maxsize=2)
def turned(text: str) -> str:
    """The text with the letters under an override turned round; all else stays where it stands."""
    return _RUN.sub(
        lambda run: text[run.start() : run.start(1)] + run[1][::-1] + text[run.end(1) : run.end()], text
    )


def grown(text: str, start: int, end: int) -> tuple[int, int]:
    """A place in the turned text with the whole of each override that it touches.

    The marks go with the letters: an override that is left alone would turn what follows.
    """
    for run in _RUN.finditer(text):
        if run.start() < end and start < run.end():
            start, end = min(start, run.start()), max(end, run.end())
    return start, end
