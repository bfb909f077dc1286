# SPDX-License-Identifier: MIT
"""What was acknowledged is there, whatever happens: kill -9 at any moment, a disk that takes no more."""

from __future__ import annotations

import os
import random
import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path

from reviewer.errors import DiskError
from reviewer.model.document import Span
from reviewer.store import decisions, journal
from reviewer.store.connection import open_store
from tests.store.facts import KEY, REVIEW, entry, fill, withhold

KILLS = 50


def decide_until_stopped(path: Path, prefix: str, acknowledge: Callable[[bytes], object]) -> None:
    """Decide, clear and undo without end; acknowledge each act after the call that keeps it has returned."""
    with open_store(path, KEY) as store:
        number = 0
        while True:
            act = f"{prefix}-{number}"
            made = [withhold(Span("body", number, number + 1), act), withhold(Span(act, 0, 1), act)]
            decisions.record(store, REVIEW.id, made, [], entry())
            acknowledge(act.encode() + b"\n")
            number += 1


def in_a_process(work: Callable[[Callable[[bytes], object]], None]) -> tuple[int, int]:
    """Start a process that acknowledges through a pipe; gives its id and the pipe's end to read."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.close(read)
            work(lambda line: os.write(write, line))
            status = 0
        finally:
            os._exit(status)
    os.close(write)
    return pid, read


def acknowledged(read: int, begun: bytes = b"") -> list[str]:
    with os.fdopen(read, "rb") as pipe:
        lines = (begun + pipe.read()).splitlines(keepends=True)
    return [line.decode().rstrip("\n") for line in lines if line.endswith(b"\n")]


def test_every_acknowledged_decision_survives_kill_9(path: Path) -> None:
    chance = random.Random(20261121)
    with open_store(path, KEY) as store:
        fill(store)
    promised: list[str] = []
    for round_ in range(KILLS):
        pid, read = in_a_process(lambda say, name=f"r{round_}": decide_until_stopped(path, name, say))
        # Every other time not before the first acknowledgement, however slow the machine is.
        begun = os.read(read, 1) if round_ % 2 else b""
        time.sleep(chance.uniform(0.0, 0.08))
        os.kill(pid, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        promised += acknowledged(read, begun)
        with open_store(path, KEY) as store:
            journal.check(store)
            # A target of its own for each act: nothing that was acknowledged can have been overruled.
            kept = {each.act for each in decisions.current(store, REVIEW.id).decisions}
            assert set(promised) <= kept
            # At most the act that was under way is there without having been acknowledged; never half of one.
            assert len(kept - set(promised)) <= round_ + 1
            halves = store.rows("SELECT count(*) AS rows FROM decision GROUP BY written HAVING rows <> 2")
            assert halves == []
            entries = len(journal.entries(store)) - 3
            assert store.rows("SELECT count(*) AS acts FROM act") == [{"acts": entries}]
    with open_store(path, KEY) as store:
        store.integrity()
    assert len(promised) >= KILLS // 2


def test_a_disk_that_takes_no_more_loses_nothing(path: Path) -> None:
    with open_store(path, KEY) as store:
        fill(store)
    limit = path.stat().st_size + 400_000

    def fill_the_disk(say: Callable[[bytes], object]) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            decide_until_stopped(path, "full", say)
        except DiskError as error:
            say(f"said {type(error).__name__}\n".encode())

    pid, read = in_a_process(fill_the_disk)
    assert os.waitpid(pid, 0)[1] == 0
    *acts, last = acknowledged(read)
    assert last in {"said DiskError", "said NoSpace"}
    assert len(acts) > 5
    with open_store(path, KEY) as store:
        store.integrity()
        journal.check(store)
        kept = {each.act for each in decisions.current(store, REVIEW.id).decisions}
        assert kept == set(acts)
        decisions.record(store, REVIEW.id, [withhold(Span("body", 0, 1), "after")], [], entry())


def test_a_disk_that_is_full_from_the_start(path: Path) -> None:
    def begin(say: Callable[[bytes], object]) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        try:
            open_store(path, KEY)
        except DiskError as error:
            say(f"said {type(error).__name__}\n".encode())

    pid, read = in_a_process(begin)
    assert os.waitpid(pid, 0)[1] == 0
    assert acknowledged(read) in (["said DiskError"], ["said NoSpace"])
    with open_store(path, KEY) as store:
        fill(store)
        journal.check(store)
