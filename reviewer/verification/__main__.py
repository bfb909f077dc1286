# SPDX-License-Identifier: MIT
"""The worker process of the gate: a request and a copy come in over stdin, an answer goes out over stdout.

Nothing of the copy is ever written elsewhere: libraries that print are cut off from both streams, an error is told by
its kind alone, and no core file is left behind.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from reviewer.verification import wire
from reviewer.verification.examine import examine
from reviewer.verification.request import GateRequest


def main() -> int:
    """Answer one request; 0 when an answer was written."""
    answers = _private_stdout()
    _silence()
    end_with_parent()
    try:
        _serve(sys.stdin.buffer, answers)
    except BrokenPipeError:
        return 1
    except BaseException as error:  # noqa: BLE001 - the edge of the process: a traceback could quote the document
        wire.write_message(answers, "failed", type(error).__name__)
        return 1
    return 0


def end_with_parent(pause: float = 1.0) -> None:
    """When the program that asked is killed, end too, with every tool that was started: nobody hears the answer.

    Windows does not tell that a parent ended; there the worker ends at its next word to it.
    """
    with contextlib.suppress(AttributeError):
        leads = os.getpgrp() == os.getpid()
        end = partial(os.killpg, 0) if leads else partial(os.kill, os.getpid())
        arguments = (os.getppid(), pause, partial(end, signal.SIGKILL))
        threading.Thread(target=_watch, args=arguments, daemon=True).start()


def _watch(parent: int, pause: float, end: Callable[[], None]) -> None:
    while os.getppid() == parent:
        time.sleep(pause)
    end()


def _serve(questions: BinaryIO, answers: BinaryIO) -> None:
    _limit_memory(int.from_bytes(wire.read_frame(questions), "big"))
    request = GateRequest.from_json(wire.read_frame(questions).decode("utf-8"))
    data = wire.read_frame(questions)
    report = examine(
        data, request, lambda done, total: wire.write_message(answers, "progress", [done, total])
    )
    wire.write_message(answers, "report", report.to_json())


def _private_stdout() -> BinaryIO:
    """The real stdout for ourselves; whoever else writes to stdout from here on writes to nowhere."""
    return os.fdopen(os.dup(1), "wb")


def _silence() -> None:
    logging.disable(logging.CRITICAL)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _limit_memory(memory: int) -> None:
    """No more than so many bytes of address space, and no core file.

    Windows has no such limit, macOS refuses to set it, and a lower one set from outside stays.
    """
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    sys.exit(main())
