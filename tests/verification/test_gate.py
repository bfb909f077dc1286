# SPDX-License-Identifier: MIT
"""The gate as a process: what crosses its border, and that everything that goes wrong in it is a refusal."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from reviewer.errors import Cancelled, GateFailed, GateTimeout, LeakFound, UnsafeStructure
from reviewer.model.document import Format, Language, StoryKind
from reviewer.progress import Progress, Stage
from reviewer.verification import wire
from reviewer.verification.__main__ import _watch
from reviewer.verification.gate import MEMORY, ask, check, refuse
from reviewer.verification.report import GateReport, Hit, HitKind
from reviewer.verification.request import Allowance, GateRequest, Term
from reviewer.verification.worker import Worker, worker_command
from tests.verification.builders import SECRET, docx, line, paragraph, pdf, request

ROOT = Path(__file__).parents[2]


def children() -> set[int]:
    return {child.pid for child in psutil.Process().children(recursive=True)}


@pytest.fixture(autouse=True)
def no_process_left() -> object:
    before = children()
    yield
    assert children() <= before


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (f"As {SECRET} said".encode(), Format.TEXT),
        (docx(paragraph(SECRET)), Format.DOCX),
        (pdf(line(SECRET)), Format.PDF),
    ],
)
def test_a_leak_is_found_and_refused(data: bytes, format_: Format) -> None:
    report = check(data, request(format_, SECRET))
    assert not report.clean
    with pytest.raises(LeakFound) as caught:
        refuse(report)
    # a page is also looked at where tesseract is: what stands on it is then found a second time
    assert caught.value.facts["count"] == len(report.hits) in {1, 2}
    assert "Ghislaine" not in str(caught.value)


def test_a_clean_copy_passes_and_tells_its_progress() -> None:
    told: list[Progress] = []
    report = check(pdf(pages=3), request(Format.PDF, SECRET), report=told.append)
    assert report.clean
    refuse(report)
    assert {(each.done, each.total) for each in told} >= {(3, 3)}
    assert {each.stage for each in told} == {Stage.VERIFYING}


def test_warnings_do_not_refuse() -> None:
    report = check(b"Mr. Dubois", request(Format.TEXT, Term("Dubois", token=True)))
    assert report.clean
    assert [hit.kind for hit in report.warnings] == [HitKind.TOKEN]
    refuse(report)


def test_each_kind_of_hit_is_its_own_refusal() -> None:
    structure, unreadable = Hit(HitKind.STRUCTURE, "zip:slack"), Hit(HitKind.UNREADABLE, "page:1")
    digits = Hit(HitKind.DIGITS, "page:2", 3, 0)
    for hits, error in (
        ((structure, unreadable, digits), LeakFound),
        ((unreadable, structure), UnsafeStructure),
        ((unreadable,), GateFailed),
    ):
        with pytest.raises(error):
            refuse(GateReport(hits, (), (), ""))


def test_the_person_can_stop_it() -> None:
    def stop(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        check(pdf(), request(Format.PDF, SECRET), report=stop)


def test_too_slow_is_refused() -> None:
    with pytest.raises(GateTimeout):
        check(pdf(), request(Format.PDF, SECRET), seconds=0.01)


def test_too_much_memory_is_refused() -> None:
    with pytest.raises(GateFailed):
        check(b"A" * 20_000_000, request(Format.TEXT, SECRET), memory=200 * 2**20)


def test_a_worker_that_is_killed_is_refused() -> None:
    before = children()
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        for child in children() - before - set(killed):
            killed.append(child)
            os.kill(child, signal.SIGKILL)

    with pytest.raises(GateFailed):
        check(pdf(pages=50), request(Format.PDF, SECRET), report=kill)
    assert killed


START = """import json, struct, sys, time
def say(data):
    sys.stdout.buffer.write(struct.pack('>Q', len(data)) + data)
def tell(*message):
    say(json.dumps(message).encode())
"""


def script(body: str) -> list[str]:
    return [sys.executable, "-c", f"{START}{body}"]


NONSENSE = {
    "nothing": "pass",
    "garbage": "sys.stdout.write('Ghislaine' * 99)",
    "torn frame": "sys.stdout.buffer.write(struct.pack('>Q', 99) + b'abc')",
    "impossible frame": "sys.stdout.buffer.write(struct.pack('>Q', 2**62))",
    "no JSON": "say(b'Ghislaine')",
    "no message": "say(b'[1]')",
    "another message": "say(b'[\"Ghislaine\", 1]')",
    "a report of another form": "tell('report', '{}')",
    "a report that is no JSON": "tell('report', 'Ghislaine')",
    "a report of other bytes": "tell('report', json.dumps(dict(hits=[], warnings=[], readers=[], digest='00')))",
    "progress of another form": "tell('progress', 'Ghislaine')",
    "a failure that tells": "tell('failed', 'Ghislaine said so')",
    "a crash": "raise ValueError('Ghislaine')",
}


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_nonsense_is_refused_and_not_repeated(nonsense: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(GateFailed) as caught:
        ask(script(NONSENSE[nonsense]), b"x", request(Format.TEXT, SECRET), seconds=30, memory=MEMORY)
    assert "hislaine" not in str(caught.value)
    out, err = capfd.readouterr()
    assert "hislaine" not in out + err


def test_a_worker_that_cannot_be_started_is_refused() -> None:
    with pytest.raises(GateFailed):
        Worker([str(ROOT / "no-such-program")])


def test_a_worker_that_does_not_read_is_refused() -> None:
    with pytest.raises(GateTimeout):
        ask(
            script("time.sleep(60)"),
            bytes(10_000_000),
            request(Format.TEXT, SECRET),
            seconds=1,
            memory=MEMORY,
        )


def test_a_worker_that_lingers_is_ended() -> None:
    with Worker(script("time.sleep(600)")) as worker:
        worker.send(0)
        assert worker.receive(0.01) is None
        worker.let_go(seconds=0.1)


def run_worker(stdin: bytes, *command: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *(command or ("-m", "reviewer.verification"))],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )


def frames(*parts: bytes) -> bytes:
    out = io.BytesIO()
    for each in parts:
        wire.write_frame(out, each)
    return out.getvalue()


def question(data: bytes, *terms: str) -> bytes:
    memory = MEMORY.to_bytes(8, "big")
    return frames(memory, request(Format.TEXT, *terms).to_json().encode(), data)


@pytest.mark.parametrize("command", [("-m", "reviewer.verification"), ("main.py", "--gate-worker")])
def test_the_worker_speaks_frames_only(command: tuple[str, str]) -> None:
    done = run_worker(question(f"As {SECRET} said".encode(), SECRET), *command)
    assert done.returncode == 0
    assert done.stderr == b""
    kind, value = wire.read_message(io.BytesIO(done.stdout))
    assert kind == "report"
    assert GateReport.from_json(value).hits
    assert b"hislaine" not in done.stdout


@pytest.mark.parametrize(
    "stdin",
    [
        b"",
        b"Ghislaine",
        frames(MEMORY.to_bytes(8, "big"), b"Ghislaine", b"Ghislaine"),
        frames(MEMORY.to_bytes(8, "big"), b'{"format": "Ghislaine"}', b"x"),
        frames(MEMORY.to_bytes(8, "big"), b"\xff\xfe", b"x"),
        question(b"Ghislaine")[:-3],
    ],
)
def test_the_worker_fails_by_a_name_only(stdin: bytes) -> None:
    done = run_worker(stdin)
    assert done.returncode == 1
    kind, value = wire.read_message(io.BytesIO(done.stdout))
    assert kind == "failed"
    assert value.isidentifier()
    assert b"hislaine" not in done.stdout + done.stderr


def test_the_worker_ends_when_its_program_is_killed() -> None:
    """It went on for minutes, with the copy and the withheld words in its memory."""
    worker = (
        "import time; from reviewer.verification.__main__ import end_with_parent;"
        "end_with_parent(0.05); print('ready', flush=True); time.sleep(600)"
    )
    program = (
        "import os, subprocess, sys, time; reading, writing = os.pipe();"
        f"subprocess.Popen([sys.executable, '-c', {worker!r}], stdout=writing, start_new_session=True);"
        "os.read(reading, 5); print('killed', flush=True); os.kill(os.getpid(), 9)"
    )
    # The worker holds stderr open until it ends, so this returns only then.
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=60, cwd=ROOT, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert done.stdout == b"killed\n"


def test_the_watch_over_the_parent_ends_what_it_should() -> None:
    ended: list[str] = []
    _watch(os.getppid() + 1, 0, lambda: ended.append("ended"))
    assert ended == ["ended"]


def test_the_worker_ends_when_nobody_listens() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "reviewer.verification"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdout.close()
    process.stdin.write(question(b"x" * 100, SECRET))
    process.stdin.close()
    assert process.wait(timeout=60) == 1


def test_nothing_of_the_question_is_in_arguments_environment_or_files(tmp_path: Path) -> None:
    before = children()
    seen: list[str] = []

    def look_at(progress: Progress) -> None:
        for pid in children() - before:
            with contextlib.suppress(psutil.NoSuchProcess):
                process = psutil.Process(pid)
                seen.append(" ".join(process.cmdline()) + str(process.environ()) + str(process.open_files()))

    check(pdf(line(SECRET), pages=9), request(Format.PDF, SECRET), report=look_at)
    assert seen
    assert not any("Ghislaine" in each for each in seen)


def test_several_checks_at_once() -> None:
    reports: list[GateReport] = []

    def run() -> None:
        reports.append(check(b"clean", request(Format.TEXT, SECRET)))

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reports) == 3
    assert all(report.clean for report in reports)


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, "--gate-worker"]
    monkeypatch.undo()
    assert worker_command() == [sys.executable, "-m", "reviewer.verification"]


def test_request_and_report_survive_the_journey() -> None:
    term = Term(
        SECRET, token=True, allowed=(Allowance(StoryKind.PAGE, 3, 2), Allowance(StoryKind.BODY, None, 1))
    )
    asked = GateRequest(Format.PDF, (term,), ("[par. 19(1)]",), Language.FR, "Titre", 1)
    assert GateRequest.from_json(asked.to_json()) == asked
    answer = GateReport(
        (Hit(HitKind.LEAK, "page:1", 2, 0),), (Hit(HitKind.TOKEN, "page:2"),), ("pdfium",), "ab"
    )
    assert GateReport.from_json(answer.to_json()) == answer
    assert not answer.clean


def test_messages_are_whole_or_nothing() -> None:
    for raw in (b"", b"\x00" * 8, frames(b'{"a": 1}'), frames(b"[1, 2, 3]"), frames(b"nonsense")):
        with pytest.raises(wire.BadFrame):
            wire.read_message(io.BytesIO(raw))
    assert wire.read_message(io.BytesIO(frames(json.dumps(["a", None]).encode()))) == ("a", None)


def test_a_copy_that_keeps_the_readers_busy_is_stopped_in_time() -> None:
    content = b"q " * 3_000_000
    started = time.monotonic()
    with pytest.raises((GateTimeout, GateFailed)):
        check(pdf(content), request(Format.PDF, SECRET), seconds=1)
    assert time.monotonic() > started
