# SPDX-License-Identifier: MIT
"""Says where detection stands, and says it again in a long story: a person who stops the work is heard there."""

from __future__ import annotations

import time

from reviewer.progress import Progress, Report, Stage

_SILENCE = 0.25
"""Seconds after which it speaks again."""


class Pulse:
    """Tells how many stories are done of all."""

    def __init__(self, report: Report, total: int) -> None:
        self._report, self._total = report, total
        self._done, self._last = 0, 0.0

    def at(self, done: int) -> None:
        """So many stories are done. Raises what the report raises."""
        self._done = done
        self._report(Progress(Stage.DETECTING, done, self._total))
        self._last = time.monotonic()

    def again(self) -> None:
        """Still there, when nothing was said for a while."""
        if time.monotonic() - self._last > _SILENCE:
            self.at(self._done)
