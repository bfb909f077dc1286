# SPDX-License-Identifier: MIT
"""What every test shares: off screen, off the network, no thread left behind, golden files."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
LOOPBACK = ("127.", "::1", "localhost")
GRACE_SECONDS = 5.0

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden files again")
    parser.addoption("--show-windows", action="store_true", help="let the tests open real windows")


def pytest_configure(config: pytest.Config) -> None:
    # Before anything imports Qt: the platform is read once.
    if not config.getoption("--show-windows"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.addaudithook(_stay_on_this_machine)


def _stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    # An audit hook sees what libraries do too; it cannot be taken away, and need not be.
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else "localhost"
    elif event == "socket.getaddrinfo":
        host = arguments[0] or "localhost"
    else:
        return
    name = host.decode() if isinstance(host, bytes) else str(host)
    if not name.startswith(LOOPBACK):
        raise RuntimeError(f"a test may not leave this machine: {event} {name}")


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail the test that leaves a thread running: it would meddle with the next one."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + GRACE_SECONDS
    for thread in threading.enumerate():
        if thread not in before and not thread.daemon:
            thread.join(max(0.0, deadline - time.monotonic()))
            assert not thread.is_alive(), f"left running: {thread.name}"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare text with the kept file of that name; `make golden` writes it, and the difference is read."""

    def compare(name: str, text: str) -> None:
        kept = GOLDEN / name
        if request.config.getoption("--renew-golden"):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(text, encoding="utf-8", newline="\n")
        assert text == kept.read_text(encoding="utf-8"), f"differs from {kept.name}: see `make golden`"

    return compare


@pytest.fixture
def without_tesseract(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that cannot read pictures: every program is where it was but tesseract."""
    folder = tmp_path_factory.mktemp("programs")
    for name in ("pdftotext", "pdftoppm", "mutool", "qpdf"):
        if found := shutil.which(name):
            (folder / name).symlink_to(found)
    monkeypatch.setenv("PATH", str(folder))
