# SPDX-License-Identifier: MIT
"""Starts, feeds, hears and ends the worker process of the gate; nothing reaches it but over its stdin."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, cast

from reviewer.errors import GateFailed
from reviewer.verification import wire

_WORKER_ARGUMENT = "--gate-worker"
_ROOT = Path(__file__).resolve().parent.parent.parent
_GOODBYE = 10
_KILL_GROUP = getattr(os, "killpg", os.kill)
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


def worker_command() -> list[str]:
    """How this program starts its worker: a frozen one has no `python -m` and starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, _WORKER_ARGUMENT]
    return [sys.executable, "-m", "reviewer.verification"]


class Worker:
    """One worker, from start to end. Leaving the context ends it and whatever it started."""

    def __init__(self, command: list[str]) -> None:
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # Whatever a library says there could quote the document: it reaches no terminal and no log.
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                start_new_session=True,
            )
        except OSError as error:
            raise GateFailed(detail="start") from error
        self._answers: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def send(self, memory: int, *frames: bytes) -> None:
        """Feed it in the background, for it may answer, or die, before it has read everything."""
        stdin, stdout = cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)
        self._start(_feed, stdin, (memory.to_bytes(8, "big"), *frames))
        self._start(_listen, stdout, self._answers)

    def receive(self, seconds: float) -> tuple[str, Any] | None:
        """The next message, or None when there is none within so many seconds."""
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            return None

    def let_go(self, seconds: float = _GOODBYE) -> None:
        """Give it a moment to end by itself after its last answer."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=seconds)

    def _start(self, target: Any, *arguments: Any) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _end(self) -> None:
        with contextlib.suppress(OSError):
            _KILL_GROUP(self._process.pid, _KILL)
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                cast("BinaryIO", stream).close()


def _feed(stdin: BinaryIO, frames: tuple[bytes, ...]) -> None:
    with contextlib.suppress(OSError):
        for frame in frames:
            wire.write_frame(stdin, frame)


def _listen(stdout: BinaryIO, answers: queue.Queue[tuple[str, Any]]) -> None:
    """Hand on every message; the end of the stream is one too."""
    while True:
        try:
            answers.put(wire.read_message(stdout))
        except wire.BadFrame:
            answers.put(("ended", None))
            return
