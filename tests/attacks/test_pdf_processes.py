# SPDX-License-Identifier: MIT
"""A PDF in several processes on one store: kill -9 at each step, decisions beside a preparation, two preparations."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reviewer.errors import WrongState
from reviewer.model.document import Span
from reviewer.model.journal import Action
from reviewer.progress import Progress, Report, Stage
from reviewer.store import candidates, journal
from reviewer.workflow import decide, verify
from reviewer.workflow.listing import entries
from reviewer.workflow.open import open_review
from reviewer.workflow.people import person
from reviewer.workflow.session import STORE_NAME, open_session
from tests.workflow import way
from tests.workflow.conftest import NAMES, desk_of
from tests.workflow.test_kill import start
from tests.workflow.way import SHOW, WITHHOLD, Desk

pytestmark = pytest.mark.usefixtures("without_tesseract")
Home = tuple[Path, str]
"""A home with a store, and the one review in it."""


@contextmanager
def at_work(home: Path) -> Iterator[Desk]:
    """A desk in this process."""
    with open_session(home, clock=lambda: way.NOW, fast=True) as session:
        yield desk_of(session, home.parent)


@pytest.fixture(scope="module")
def decided(stages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A PDF of three pages about which everything is decided."""
    folder = tmp_path_factory.mktemp("decided")
    (folder / "home").mkdir()
    shutil.copyfile(stages["people"], folder / "home" / STORE_NAME)
    (folder / "visit.pdf").write_bytes(way.pdf_bytes(pages=3))
    with at_work(folder / "home") as desk:
        return folder / "home", way.decided(desk, folder / "visit.pdf")


@pytest.fixture
def home(decided: Home, tmp_path: Path) -> Home:
    copy = tmp_path / "home"
    copy.mkdir()
    shutil.copyfile(decided[0] / STORE_NAME, copy / STORE_NAME)
    return copy, decided[1]


def stopped_at(stage: Stage, number: int) -> Report:
    """A report that kills its own process at the n-th word from a stage."""
    heard = 0

    def hear(progress: Progress) -> None:
        nonlocal heard
        heard += progress.stage is stage
        if progress.stage is stage and heard == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return hear


def killed(work: Callable[[int], None]) -> None:
    pid, read = start(work)
    os.close(read)
    assert os.WIFSIGNALED(os.waitpid(pid, 0)[1]), "it ended before it was killed"


@pytest.mark.parametrize("stage", [Stage.READING, Stage.REDACTING, Stage.VERIFYING])
@pytest.mark.parametrize("number", [1, 2])
def test_a_preparation_that_was_killed_was_never_there(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: Stage, number: int
) -> None:
    where, review = home
    before = told(where, review)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)

    def prepare(_write: int) -> None:
        with at_work(where) as desk:
            verify.prepare(desk.session, review, desk.author, report=stopped_at(stage, number))

    killed(prepare)
    assert told(where, review) == before
    with at_work(where) as desk:
        desk.session.store.integrity()
    assert list(temporary.iterdir()) == []


def told(home: Path, review: str) -> tuple[object, ...]:
    """All that the store says of the review."""
    with at_work(home) as desk:
        journal.check(desk.session.store)
        case = desk.session.case(review)
        copy = candidates.get(desk.session.store, review)
        return case.review, case.decisions, case.findings, copy, tuple(entries(desk.session))


def test_after_a_kill_the_same_call_goes_through(home: Home) -> None:
    where, review = home

    def prepare(_write: int) -> None:
        with at_work(where) as desk:
            verify.prepare(desk.session, review, desk.author, report=stopped_at(Stage.VERIFYING, 2))

    killed(prepare)
    with at_work(where) as desk:
        verify.prepare(desk.session, review, desk.author)
        assert desk.state(review) == "prepared"
        assert desk.actions(review).count(Action.PREPARED.value) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_a_file_whose_reading_was_killed_is_not_in_the_store(home: Home, tmp_path: Path, number: int) -> None:
    where, review = home
    path = tmp_path / "second.pdf"
    path.write_bytes(way.pdf_bytes(pages=4, lines=("Another visit", *way.LINES)))

    def read(_write: int) -> None:
        with at_work(where) as desk:
            open_review(desk.session, path, desk.author, report=stopped_at(Stage.READING, number))

    before = told(where, review)
    killed(read)
    assert told(where, review) == before
    with at_work(where) as desk:
        assert open_review(desk.session, path, desk.author).id != review


class _Waiting:
    """A preparation in a process of its own that waits, once its copy is made, until it is let go."""

    def __init__(self, home: Path, review: str) -> None:
        self._read_go, self._write_go = os.pipe()
        self.pid, self.read = start(lambda write: self._prepare(home, review, write))
        os.close(self._read_go)
        assert self._line() == b"made"

    def _prepare(self, home: Path, review: str, write: int) -> None:
        waited = False

        def wait(progress: Progress) -> None:
            nonlocal waited
            if progress.stage is Stage.VERIFYING and not waited:
                waited = True
                os.write(write, b"made\n")
                os.read(self._read_go, 1)

        with at_work(home) as desk:
            try:
                verify.prepare(desk.session, review, desk.author, report=wait)
                os.write(write, b"prepared\n")
            except WrongState:
                os.write(write, b"WrongState\n")

    def _line(self) -> bytes:
        said = b""
        while not said.endswith(b"\n"):
            piece = os.read(self.read, 1)
            assert piece, "the process ended without a word"
            said += piece
        return said.strip()

    def go_on(self) -> bytes:
        """Let it go on, and hear how it ended."""
        os.write(self._write_go, b"g")
        os.close(self._write_go)
        said = self._line()
        os.waitpid(self.pid, 0)
        os.close(self.read)
        return said


def test_who_decides_while_a_copy_is_made_is_heard(home: Home) -> None:
    where, review = home
    other = _Waiting(where, review)
    with at_work(where) as desk:
        [span, *_] = way.places(desk.session, review, "Gravel Wharf")
        decide.decide(desk.session, review, [span], WITHHOLD, desk.author)
    assert other.go_on() == b"WrongState"
    with at_work(where) as desk:
        case = desk.session.case(review)
        assert span in {each.target for each in case.decisions.decisions}
        assert candidates.get(desk.session.store, review) is None
        journal.check(desk.session.store)


def test_of_two_preparations_one_is_kept(home: Home) -> None:
    where, review = home
    first, second = _Waiting(where, review), _Waiting(where, review)
    assert {first.go_on(), second.go_on()} == {b"prepared", b"WrongState"}
    with at_work(where) as desk:
        assert desk.state(review) == "prepared"
        assert desk.actions(review).count(Action.PREPARED.value) == 1
        journal.check(desk.session.store)


def test_two_windows_decide_on_one_pdf(home: Home) -> None:
    where, review = home
    each_decides = 15

    def deciding(page: int) -> Callable[[int], None]:
        def decide_on(write: int) -> None:
            with open_session(where, clock=lambda: way.NOW, fast=True) as session:
                author = person(session, NAMES["author"])
                for at in range(each_decides):
                    decide.decide(session, review, [Span(f"page:{page}", at, at + 1)], SHOW, author)
                    os.write(write, b".")

        return decide_on

    running = [start(deciding(page)) for page in (1, 2)]
    for pid, read in running:
        assert os.waitpid(pid, 0)[1] == 0
        assert os.read(read, 100) == b"." * each_decides
        os.close(read)
    with at_work(where) as desk:
        held = {each.target for each in desk.session.case(review).decisions.decisions}
        assert {Span(f"page:{page}", at, at + 1) for page in (1, 2) for at in range(each_decides)} <= held
        journal.check(desk.session.store)
