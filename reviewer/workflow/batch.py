# SPDX-License-Identifier: MIT
"""Many documents: one detector for all of them, on all cores when there are enough to pay for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from reviewer.detection.engine import Engine
from reviewer.documents.opener import open_path
from reviewer.errors import Cancelled, MarkedTooHigh, ReviewerError
from reviewer.model.document import Document
from reviewer.model.finding import Finding
from reviewer.progress import Report, silent
from reviewer.workflow.open import marked_too_high

_FILES_EACH = 2
"""A process that would search one file only costs more than it saves: each loads the models anew."""


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


@cache
def engine(*, fast: bool = False) -> Engine:
    """The detector of this process; its models are loaded once."""
    return Engine(fast=fast)


def scan_one(
    path: Path, *, fast: bool = False, encoding: str | None = None, report: Report = silent
) -> Scanned:
    """Read and search one file; a refusal is a result, not an exception, so that the others go on."""
    try:
        document = open_path(path, encoding=encoding, report=report).document
        found = engine(fast=fast).detect(document, report=report)
    except Cancelled:
        raise
    except ReviewerError as error:
        return Scanned(path, None, error=error)
    return Scanned(path, document, found, refusal=marked_too_high(document, path))


def scan_many(
    paths: Sequence[Path],
    *,
    fast: bool = False,
    encoding: str | None = None,
    report: Report = silent,
    make_executor: Callable[[], Executor] | None = None,
) -> Generator[Scanned]:
    """Search files in their order; `report` is told of files searched in this process.

    `make_executor` may give another pool with the interface of concurrent.futures.
    """
    workers = min(os.cpu_count() or 1, len(paths) // _FILES_EACH)
    if workers < 2 and make_executor is None:
        yield from (scan_one(path, fast=fast, encoding=encoding, report=report) for path in paths)
        return
    # "spawn": a forked child would share the parent's threads and open store
    make = make_executor or (lambda: ProcessPoolExecutor(workers, mp_context=get_context("spawn")))
    with make() as executor:
        futures = [executor.submit(scan_one, path, fast=fast, encoding=encoding) for path in paths]
        try:
            for future in futures:
                yield future.result()
        finally:
            for future in futures:
                future.cancel()
