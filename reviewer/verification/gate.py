# SPDX-License-Identifier: MIT
"""The door of the gate for the rest of the program: checks a copy in another process, refuses what is not clean.

What it proves: no reader we have finds a withheld term in the bytes, and the file is built of allowed parts only.
What it does not prove: that a picture shows nothing withheld when no tesseract is on the machine, or that the text
left says nothing about the text removed.
"""

from __future__ import annotations

import hashlib
import time

from reviewer.errors import GateFailed, GateTimeout, LeakFound, UnsafeStructure
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.verification.report import GateReport, HitKind
from reviewer.verification.request import GateRequest
from reviewer.verification.worker import Worker, worker_command

MEMORY = 4 * 2**30
"""Address space of the worker. PDFium and qpdf reserve much more than they use."""

_TICK = 0.2


def check(
    data: bytes,
    request: GateRequest,
    *,
    seconds: float = 300,
    memory: int = MEMORY,
    report: Report = silent,
) -> GateReport:
    """Examine a copy in a process of its own and return what was found.

    Raises GateFailed when the worker dies, answers nonsense or cannot be started, GateTimeout when it takes longer
    than `seconds`, Cancelled when `report` says so. None of them leaves a process behind.
    """
    return ask(worker_command(), data, request, seconds=seconds, memory=memory, report=report)


def refuse(report: GateReport) -> None:
    """Raise what stands against the copy: LeakFound before UnsafeStructure before GateFailed. Warnings never do."""
    by_kind = {kind: [hit for hit in report.hits if hit.kind is kind] for kind in HitKind}
    leaks = by_kind[HitKind.LEAK] + by_kind[HitKind.DIGITS]
    if leaks:
        places = tuple(dict.fromkeys(hit.place for hit in leaks))
        raise LeakFound(places=places, count=sum(hit.count for hit in leaks))
    if by_kind[HitKind.STRUCTURE]:
        raise UnsafeStructure(places=tuple(hit.place for hit in by_kind[HitKind.STRUCTURE]))
    if report.hits:
        raise GateFailed(detail=f"unreadable: {report.hits[0].place}")


def ask(
    command: list[str],
    data: bytes,
    request: GateRequest,
    *,
    seconds: float,
    memory: int,
    report: Report = silent,
) -> GateReport:
    """As `check`, with the worker started by this command."""
    deadline = time.monotonic() + seconds
    done = Progress(Stage.VERIFYING, 0)
    with Worker(command) as worker:
        worker.send(memory, request.to_json().encode("ascii"), data)
        while True:
            report(done)
            left = deadline - time.monotonic()
            if left <= 0:
                raise GateTimeout(seconds=seconds)
            message = worker.receive(min(left, _TICK))
            if message is None:
                continue
            kind, value = message
            if kind == "progress":
                done = _progress(value)
            else:
                answer = _report(kind, value)
                if answer.digest != hashlib.sha256(data).hexdigest():
                    raise GateFailed(detail="digest")
                worker.let_go()
                return answer


def _progress(value: object) -> Progress:
    match value:
        case [int(done), int(total)]:
            return Progress(Stage.VERIFYING, done, total)
        case _:
            raise GateFailed(detail="answer")


def _report(kind: str, value: object) -> GateReport:
    """The last message as a report; anything else is a refusal, which repeats at most the name of an error."""
    if kind == "report":
        try:
            return GateReport.from_json(str(value))
        except (ValueError, KeyError, TypeError) as error:
            raise GateFailed(detail="answer") from error
    reason = str(value)
    named = kind == "failed" and len(reason) < 40 and reason.isidentifier()
    raise GateFailed(detail=reason if named else "answer")
