# SPDX-License-Identifier: MIT
"""kill -9 at fifty moments of deciding and releasing: what was acknowledged is there, nothing is there by half."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reviewer.model.document import Span
from reviewer.store import journal, receipts
from reviewer.workflow import decide, publish
from reviewer.workflow.people import person
from reviewer.workflow.session import STORE_NAME, open_session
from tests.workflow import way
from tests.workflow.conftest import NAMES
from tests.workflow.way import SHOW, WITHHOLD

DECIDE_KILLS = 38
RELEASE_KILLS = 12
_TOUCHES_DISK = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.listdir")


def start(work: Callable[[int], None]) -> tuple[int, int]:
    """Start a process that acknowledges through a pipe; gives its id and the pipe's end to read."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.close(read)
            work(write)
            status = 0
        finally:
            os._exit(status)
    os.close(write)
    return pid, read


def heard(read: int) -> list[bytes]:
    with os.fdopen(read, "rb") as pipe:
        return [line for line in pipe.read().splitlines(keepends=True) if line.endswith(b"\n")]


def test_every_acknowledged_decision_is_found_again(
    stages: dict[str, Path], review: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    shutil.copyfile(stages["prepared"], home / STORE_NAME)
    chance = random.Random(2611)
    promised: dict[int, bytes] = {}

    def decide_on_and_on(write: int, first: int) -> None:
        with open_session(home, clock=lambda: way.NOW, fast=True) as session:
            author = person(session, NAMES["author"])
            at = first
            while True:
                ruling = chance.choice((WITHHOLD, SHOW))
                decide.decide(session, review, [Span("body", at, at + 1)], ruling, author)
                os.write(write, b"%d %s\n" % (at, ruling.verdict.encode()))
                at += 1

    first = 0
    for _ in range(DECIDE_KILLS):
        pid, read = start(lambda write, first=first: decide_on_and_on(write, first))  # type: ignore[misc]
        time.sleep(chance.uniform(0.0, 0.25))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        for line in heard(read):
            at, verdict = line.split()
            promised[int(at)] = verdict
            first = int(at) + 1
        with open_session(home, clock=lambda: way.NOW, fast=True) as session:
            journal.check(session.store)
            case = session.case(review)
            held = {
                each.target.start: each.ruling.verdict.encode()
                for each in case.decisions.decisions
                if isinstance(each.target, Span) and each.target.end == each.target.start + 1
            }
            assert promised.items() <= held.items()
            # At most one act was under way: it is there whole, and its successor begins at the next place.
            assert len(held) <= len(promised) + 1
            promised = held
            first = max(held, default=-1) + 1
            assert case.review.state.value == ("open" if held else "prepared"), (
                "the copy goes with the first act"
            )
    assert len(promised) >= DECIDE_KILLS // 2


def test_a_release_is_whole_or_not_there(stages: dict[str, Path], review: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.db"
    home = tmp_path / "prepare"
    home.mkdir()
    shutil.copyfile(stages["approved"], home / STORE_NAME)
    with open_session(home, clock=lambda: way.NOW) as session:
        signer = publish.release_fingerprint(session)
    shutil.copyfile(home / STORE_NAME, fresh)
    moments = count_moments(fresh, review, tmp_path / "count")
    # The first touch, before anything is whole; every rename is among the last moments; the others are drawn.
    chance = random.Random(611)
    drawn = chance.sample(range(2, moments - 7), RELEASE_KILLS - 9)
    chosen = sorted({1, *drawn, *range(moments - 7, moments + 1)})
    seen: set[tuple[bool, bool, str]] = set()
    for moment in chosen:
        folder = tmp_path / f"at-{moment}"
        (folder / "home").mkdir(parents=True)
        shutil.copyfile(fresh, folder / "home" / STORE_NAME)
        pid, read = start(lambda write, folder=folder, moment=moment: release_until(folder, review, moment))  # type: ignore[misc]
        status = os.waitpid(pid, 0)[1]
        os.close(read)
        assert os.WIFSIGNALED(status), moment
        there = look(folder, review, signer)
        if there not in seen or there[1]:
            go_on(folder, review, signer)
        seen.add(there)
    # The three states there are: nothing yet, the internal file alone, both folders with the state still to be kept.
    assert {(False, False, "signed"), (False, True, "signed"), (True, True, "signed")} <= seen


def release_until(folder: Path, review: str, moment: int, *, stop: bool = True) -> int:
    """Release, and be killed at the given touch of the disk in the release's folder; gives how many there were."""
    touched = 0
    base = str(folder / "release")

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal touched
        if event in _TOUCHES_DISK and any(_below(each, base, str(folder)) for each in arguments[:2]):
            touched += 1
            if stop and touched == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    with open_session(folder / "home", clock=lambda: way.NOW) as session:
        publish.release(session, [review], folder / "release")
    return touched


def _below(path: object, base: str, parent: str) -> bool:
    name = os.fspath(path) if isinstance(path, str | os.PathLike) else ""
    return str(name).startswith((base, f"{parent}/.parvis-half-")) or str(name) == parent


def count_moments(fresh: Path, review: str, folder: Path) -> int:
    (folder / "home").mkdir(parents=True)
    shutil.copyfile(fresh, folder / "home" / STORE_NAME)
    pid, read = start(
        lambda write: os.write(write, b"%d\n" % release_until(folder, review, 0, stop=False)) and None
    )
    os.waitpid(pid, 0)
    [line] = heard(read)
    return int(line)


def look(folder: Path, review: str, signer: str) -> tuple[bool, bool, str]:
    """What a killed release left: no half folder under its name, no state that lies."""
    out, inside = folder / "release", folder / "release-internal"
    with open_session(folder / "home", clock=lambda: way.NOW) as session:
        journal.check(session.store)
        state = session.case(review).review.state.value
        assert (state == "released") == bool(receipts.of(session.store, review))
    if out.exists():
        publish.verify_release(out, signer=signer)
    if inside.exists():
        assert {path.name for path in inside.iterdir()} == {"sign-off.html", "sign-off.json"}
    assert state == "signed" or (out.exists() and inside.exists())
    return out.exists(), inside.exists(), state


def go_on(folder: Path, review: str, signer: str) -> None:
    """The same call takes the release to its end, once, and leaves no rest."""
    with open_session(folder / "home", clock=lambda: way.NOW) as session:
        publish.release(session, [review], folder / "release")
        publish.verify_release(folder / "release", signer=signer)
        assert session.case(review).review.state.value == "released"
        assert len(receipts.of(session.store, review)) == 1
    assert {path.name for path in folder.iterdir()} == {"home", "release", "release-internal"}
