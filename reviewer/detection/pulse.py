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
        self._say()

    def again(self) -> None:
        """Still there, when nothing was said for a while."""
        if time.monotonic() - self._last > _SILENCE:
            self._say()

    def steady(self) -> Pulse:
        """One for work beside the stories: heard as often, it says all the while that as many are done as now."""
        beside = _Steady(self._report, self._total)
        beside._done, beside._last = self._done, self._last
        return beside

    def _say(self) -> None:
        self._report(Progress(Stage.DETECTING, self._done, self._total))
        self._last = time.monotonic()


class _Steady(Pulse):
    def at(self, done: int) -> None:
        """Work goes on; the stories that are done are not these."""
        self.again()
