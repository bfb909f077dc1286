# SPDX-License-Identifier: MIT
"""Many documents: one detector for all of them, on all cores when there are enough to pay for it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from reviewer.detection.early import Hear
from reviewer.detection.engine import Engine
from reviewer.documents.opener import open_path
from reviewer.errors import Cancelled, MarkedTooHigh, ReviewerError
from reviewer.model.document import Document
from reviewer.model.finding import Finding
from reviewer.paths import own_recognizers
from reviewer.progress import Report, silent
from reviewer.workflow import recognizers
from reviewer.workflow.open import marked_too_high

_FILES_EACH = 2
"""A process that would search one file only costs more than it saves: each loads the models anew."""
_AHEAD = 8
"""Files that are given to each process before the first of them is asked for."""


@dataclass(frozen=True)
class Scanned:
    """What came of one file: its document and findings, or the error that kept it from being read.

    `refusal` is there when the file can be looked at but bears a marking with which no review may begin.
    """

    path: Path
    document: Document | None
    found: tuple[Finding, ...] = ()
    error: ReviewerError | None = None
    refusal: MarkedTooHigh | None = None


def engine(*, fast: bool = False) -> Engine:
    """The detector of this process; its models are loaded once. Raises InvalidRecognizer."""
    places = own_recognizers()
    return _engine(fast, places, recognizers.digest(places))


@cache
def _engine(fast: bool, places: tuple[Path, ...], _written: str) -> Engine:  # noqa: FBT001 - the key of a cache
    return Engine(fast=fast, own=recognizers.usable(places))


def scan_one(
    path: Path,
    *,
    fast: bool = False,
    encoding: str | None = None,
    to_take_in: bool = False,
    report: Report = silent,
    hear: Hear | None = None,
) -> Scanned:
    """Read and search one file; a refusal is a result, not an exception, so that the others go on.

    `to_take_in` spares the search of a file with which no review may begin.
    """
    try:
        document = open_path(path, encoding=encoding, report=report).document
        refusal = marked_too_high(document, path)
        if to_take_in and refusal is not None:
            return Scanned(path, document, refusal=refusal)
        found = engine(fast=fast).detect(document, report=report, hear=hear)
    except Cancelled:
        raise
    except ReviewerError as error:
        return Scanned(path, None, error=error)
    return Scanned(path, document, found, refusal=refusal)


def scan_many(
    paths: Sequence[Path],
    *,
    fast: bool = False,
    encoding: str | None = None,
    to_take_in: bool = False,
    report: Report = silent,
    make_executor: Callable[[], Executor] | None = None,
) -> Generator[Scanned]:
    """Search files in their order; `report` is told of files searched in this process.

    `make_executor` may give another pool with the interface of concurrent.futures.
    """
    search = partial(scan_one, fast=fast, encoding=encoding, to_take_in=to_take_in)
    workers = min(_cores(), len(paths) // _FILES_EACH)
    if workers < 2 and make_executor is None:
        yield from (search(path, report=report) for path in paths)
        return
    # "spawn": a forked child would share the parent's threads and open store
    make = make_executor or (lambda: ProcessPoolExecutor(workers, mp_context=get_context("spawn")))
    left = iter(paths)
    with make() as executor:
        # What was given out is forgotten, and no more is made ahead than keeps everybody busy: texts fill the memory.
        begun = deque(executor.submit(search, path) for path in islice(left, max(workers, 1) * _AHEAD))
        try:
            while begun:
                yield begun.popleft().result()
                begun.extend(executor.submit(search, path) for path in islice(left, 1))
        finally:
            for future in begun:
                future.cancel()


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
