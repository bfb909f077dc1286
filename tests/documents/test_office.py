# SPDX-License-Identifier: MIT
"""LibreOffice is run in private, within limits, and leaves nothing behind; a stand-in tells what it was given."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from reviewer import paths
from reviewer.documents import office, office_folder
from reviewer.documents.pdf import pixels
from reviewer.errors import Cancelled, OfficeFailed, OfficeMissing, OfficeTimeout
from reviewer.progress import Progress
from tests.corpus.docx.pack import package, para, run

BOOKMARK = '<w:bookmarkStart w:id="1" w:name="p000001"/><w:bookmarkEnd w:id="1"/>'
NEW_PAGE = '<w:r><w:br w:type="page"/></w:r>'
ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "private"
    monkeypatch.setattr(paths, "private_temp_root", lambda: place)
    return place


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program named soffice, before the real one on the PATH; a test writes what it does."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    return program


def _write(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)


def _left(root: Path) -> list[Path]:
    return list(root.glob("pages-*")) if root.exists() else []


def _running(root: Path) -> list[int]:
    return [
        each.pid
        for each in psutil.process_iter(["cmdline"])
        if str(root) in " ".join(each.info["cmdline"] or ())
    ]


def test_a_bookmark_comes_through_with_its_page_and_nothing_is_left(root: Path) -> None:
    pdf = office.to_pdf(package(para(run("First.")) + para(NEW_PAGE + BOOKMARK + run("Second."))), pages=2)
    places = pixels.named_places(pdf)
    assert places["p000001"][0] == 2
    assert len(pixels.page_sizes(pdf)) == 2
    assert _left(root) == []
    assert _running(root) == []


def test_it_gets_nothing_of_the_person_and_no_way_out(
    root: Path, stand_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARVIS_KEY_FILE", "/invented/key")
    monkeypatch.setenv("SSH_AUTH_SOCK", "/invented/agent")
    _write(
        stand_in,
        "sleep 0.3\n"
        "{ echo %PDF-; env; echo memory=$(ulimit -v); echo mode=$(stat -c %a .); echo links=$(ls /sys/class/net)\n"
        'cat /proc/self/net/dev; echo args="$*"; cat profile/user/registrymodifications.xcu; } > out/copy.pdf',
    )
    said = office.to_pdf(b"PK", pages=1).decode("utf-8")
    facts = dict(line.split("=", 1) for line in said.splitlines() if "=" in line and not line.startswith("<"))
    for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        assert facts[name].startswith(str(root)), name
    assert facts["https_proxy"] == "http://127.0.0.1:9"
    assert "PARVIS_KEY_FILE" not in facts
    assert "SSH_AUTH_SOCK" not in facts
    if office.apart():
        assert facts["memory"] == str(office.MEMORY // 1024)
    assert facts["mode"] == "700"
    assert "--norestore" in facts["args"]
    assert f"-env:UserInstallation={root.as_uri()}" in facts["args"]
    assert '<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value>' in said
    if "--net" in office.apart():
        devices = [
            line.partition(":")[0].strip() for line in said.splitlines() if ":" in line and "|" not in line
        ]
        assert "eth0" not in devices
        assert "lo" in devices


@pytest.mark.parametrize(
    ("script", "detail"),
    [("exit 0", "nothing made"), ("echo no > out/copy.pdf", "not a PDF"), ("kill -9 $$", "nothing made")],
)
def test_what_makes_no_pdf_is_an_error(root: Path, stand_in: Path, script: str, detail: str) -> None:
    _write(stand_in, script)
    with pytest.raises(OfficeFailed) as caught:
        office.to_pdf(b"PK", pages=1)
    assert caught.value.facts["detail"] == detail
    assert _left(root) == []


def test_too_slow_is_stopped_with_all_it_started(root: Path, stand_in: Path) -> None:
    # The shell starts another process and ends, as LibreOffice's own start script may.
    _write(stand_in, "sleep 600 & sleep 600")
    with pytest.raises(OfficeTimeout):
        office.to_pdf(b"PK", pages=1, seconds=0.5)
    assert _left(root) == []
    assert _sleepers() == []


def test_it_dies_with_the_program_that_started_it(root: Path, stand_in: Path) -> None:
    _write(stand_in, "sleep 600 & sleep 600")
    script = (
        "from pathlib import Path; from reviewer import paths\n"
        f"paths.private_temp_root = lambda: Path({str(root)!r})\n"
        "from reviewer.documents import office\n"
        "office.to_pdf(b'PK', pages=1, report=lambda told: print('here', flush=True))\n"
    )
    other = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=ROOT)
    assert other.stdout is not None
    for _ in range(20):
        assert other.stdout.readline() == b"here\n"
    other.send_signal(signal.SIGKILL)
    other.wait()
    other.stdout.close()
    assert office_folder.sweep() == 1
    if "--kill-child" in office.apart():
        assert _sleepers() == []


def test_a_person_stops_it(root: Path, stand_in: Path) -> None:
    _write(stand_in, "sleep 600 & sleep 600")
    told = 0

    def report(progress: Progress) -> None:
        nonlocal told
        told += 1
        if told == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        office.to_pdf(b"PK", pages=1, report=report)
    assert _left(root) == []
    assert _sleepers() == []


def _sleepers() -> list[int]:
    mine = psutil.Process()
    until = time.monotonic() + 10
    while time.monotonic() < until:
        found = [
            each.pid
            for each in psutil.process_iter(["cmdline", "status", "create_time"])
            if each.info["cmdline"] == ["sleep", "600"]
            and each.info["status"] != psutil.STATUS_ZOMBIE
            and each.info["create_time"] >= mine.create_time()
        ]
        if not found:
            return []
        time.sleep(0.05)
    return found


def test_without_the_program_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_USUAL_PLACES", ())
    assert office.program() is None
    with pytest.raises(OfficeMissing):
        office.to_pdf(b"PK", pages=1)


def test_what_a_killed_process_left_is_swept_and_what_a_living_one_has_is_not(root: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from reviewer import paths\n"
        f"paths.private_temp_root = lambda: Path({str(root)!r})\n"
        "from reviewer.documents import office_folder\n"
        "with office_folder.private() as folder:\n"
        "    (folder / 'copy.docx').write_text('words to withhold'); print('here', flush=True); time.sleep(600)\n"
    )
    other = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=ROOT)
    assert other.stdout is not None
    assert other.stdout.readline() == b"here\n"
    assert office_folder.sweep() == 0
    (left,) = _left(root)
    assert left.stat().st_mode & 0o777 == 0o700
    other.send_signal(signal.SIGKILL)
    other.wait()
    other.stdout.close()
    assert (left / "copy.docx").exists()
    assert office_folder.sweep() == 1
    assert _left(root) == []
