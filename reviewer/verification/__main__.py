# SPDX-License-Identifier: MIT
"""The worker process of the gate: a request and a copy come in over stdin, an answer goes out over stdout.

Nothing of the copy is ever written elsewhere: libraries that print are cut off from both streams, an error is told by
its kind alone, and no core file is left behind.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from typing import BinaryIO

from reviewer.verification import wire
from reviewer.verification.examine import examine
from reviewer.verification.request import GateRequest


def main() -> int:
    """Answer one request; 0 when an answer was written."""
    answers = _private_stdout()
    _silence()
    try:
        _serve(sys.stdin.buffer, answers)
    except BrokenPipeError:
        return 1
    except BaseException as error:  # noqa: BLE001 - the edge of the process: a traceback could quote the document
        wire.write_message(answers, "failed", type(error).__name__)
        return 1
    return 0


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
