# SPDX-License-Identifier: MIT
"""Many files: all of them in their order, on all cores or in another pool, none held longer than it is needed."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from reviewer.errors import Cancelled, MarkedTooHigh, UnreadableFile
from reviewer.model.finding import Finding
from reviewer.workflow import batch
from tests.workflow import way


class Later(Executor):
    """A pool that works only when it is asked for a result, and knows how much it was given before."""

    def __init__(self) -> None:
        self.given = self.done = self.ahead = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        pool = self
        self.given += 1
        self.ahead = max(self.ahead, self.given - self.done)

        class Waiting(Future[Any]):
            def result(self, timeout: float | None = None) -> Any:
                pool.done += 1
                return fn(*args, **kwargs)

        return Waiting()


def _files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"Call Ms. Okafor at 613-555-01{number % 100:02}.\n", "ascii")
    return paths


def test_a_batch_gives_what_each_file_alone_gives(tmp_path: Path) -> None:
    paths = [*_files(tmp_path, 6), tmp_path / "nowhere.txt"]
    (tmp_path / "marked.txt").write_text("SECRET\n\nThe convoy leaves.\n", "ascii")
    paths.insert(3, tmp_path / "marked.txt")
    together = list(batch.scan_many(paths, fast=True))
    assert [each.path for each in together] == paths
    assert isinstance(together[3].refusal, MarkedTooHigh)
    assert isinstance(together[-1].error, UnreadableFile)
    for one in together[:-1]:
        assert one.found == batch.scan_one(one.path, fast=True).found


def test_no_more_is_made_ahead_than_is_needed(tmp_path: Path) -> None:
    pool = Later()
    paths = _files(tmp_path, 100)
    assert [each.path for each in batch.scan_many(paths, fast=True, make_executor=lambda: pool)] == paths
    assert pool.done == pool.given == 100
    assert pool.ahead < 100


def test_what_must_not_be_taken_in_is_not_searched(tmp_path: Path) -> None:
    path = tmp_path / "marked.txt"
    path.write_text("SECRET\n\nCall Ms. Okafor at 613-555-0142.\n", "ascii")
    heard: list[tuple[Finding, ...]] = []
    assert batch.scan_one(path, fast=True, hear=heard.append).found
    assert heard
    heard.clear()
    spared = batch.scan_one(path, fast=True, to_take_in=True, hear=heard.append)
    assert isinstance(spared.refusal, MarkedTooHigh)
    assert (spared.found, heard) == ((), [])


def test_who_listens_can_stop(tmp_path: Path) -> None:
    def stop(found: tuple[Finding, ...]) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        batch.scan_one(way.write(tmp_path), fast=True, hear=stop)
