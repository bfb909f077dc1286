# SPDX-License-Identifier: MIT
"""The models at work on a second thread while the rules run on the first, and a sign of life meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from reviewer.detection import models
from reviewer.detection.reading import Reading
from reviewer.progress import Progress, Report, Stage

_SILENCE = 0.25
"""Seconds after which the work says again where it stands, so that a person who stops it is heard."""

Seen = list[list[models.Entity]]


class Pulse:
    """Tells how many stories are done, and says it again in long ones."""

    def __init__(self, report: Report, total: int) -> None:
        self._report, self._total = report, total
        self._done, self._last = 0, 0.0

    def at(self, done: int) -> None:
        """So many stories are done."""
        self._done = done
        self._last = time.monotonic()
        self._report(Progress(Stage.DETECTING, done, self._total))

    def again(self) -> None:
        """Still there, when nothing was said for a while."""
        if time.monotonic() - self._last > _SILENCE:
            self.at(self._done)

    def wait(self, work: Future[Seen]) -> Seen:
        """What the work comes to."""
        while True:
            try:
                return work.result(timeout=_SILENCE)
            except TimeoutError:
                self.again()


@contextmanager
def models_beside(readings: Sequence[Reading], *, fast: bool) -> Iterator[Future[Seen]]:
    """The people that the models see in each reading, sought meanwhile; nobody when `fast`. No thread outlives it."""
    if fast:
        nothing: Future[Seen] = Future()
        nothing.set_result([[] for _ in readings])
        yield nothing
        return
    stop = threading.Event()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="models") as pool:
        try:
            yield pool.submit(_people, readings, stop)
        finally:
            stop.set()


def _people(readings: Sequence[Reading], stop: threading.Event) -> Seen:
    texts = [
        (reading.text, reading.languages if reading.text.strip() else ())
        for reading in readings
        if not stop.is_set()
    ]
    return models.people(texts, go_on=lambda: not stop.is_set())
