# SPDX-License-Identifier: MIT
"""A real session in a temporary home, a desk on it, and a Qt that must not complain."""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from reviewer.model.document import Language
from reviewer.model.review import Person, PersonRole, Review
from reviewer.workflow import people
from reviewer.workflow.detect import detect
from reviewer.workflow.open import open_review
from reviewer.workflow.session import Session, open_session
from ui.app import application_of, take_away
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.screens.review.view import ReviewView
from ui.settings import Settings, Theme
from ui.theme import palette_of

PASSPHRASE = "a passphrase for tests"
PEOPLE = (
    ("Orla Fennimore", PersonRole.AUTHOR),
    ("Bastien Croft-Lanoue", PersonRole.OFFICER),
    ("Ines Vantongeren", PersonRole.IMSO),
)
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
NOTE = """Notes of the meeting

Ms. Odalys Quennevale (odalys.q@home.example, 613-555-0142) asked about her file.
Her SIN is 046 454 286. Ms. Quennevale will call back.
"""
# The platform that draws nowhere says this of every window.
_OFF_SCREEN = "This plugin does not support propagateSizeHints()"
LONGEST_WAIT = 60.0


@pytest.fixture(scope="session")
def application() -> QApplication:
    made = application_of([])
    made.setPalette(palette_of(Theme.LIGHT))
    return made


@pytest.fixture(autouse=True)
def quiet_qt(application: QApplication) -> Iterator[None]:
    """Fail the test in which Qt complains."""
    said: list[str] = []

    def listen(kind: QtMsgType, context: object, message: str) -> None:
        if message != _OFF_SCREEN:
            said.append(message)

    before = qInstallMessageHandler(listen)
    yield
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with three people in it: their keys are slow to make, on purpose."""
    folder = tmp_path_factory.mktemp("seed")
    key = folder / "key"
    key.touch(mode=0o600)
    key.write_text(secrets.token_hex(32), "ascii")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARVIS_KEY_FILE", str(key))
        with open_session(folder / "home", fast=True) as session:
            for name, role in PEOPLE:
                people.add_person(session, name, role, PASSPHRASE)
    return folder


@pytest.fixture
def home(tmp_path: Path, seed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(seed, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("PARVIS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PARVIS_KEY_FILE", str(tmp_path / "key"))
    return tmp_path


@pytest.fixture
def session(home: Path) -> Iterator[Session]:
    with open_session(fast=True) as opened:
        yield opened


@dataclass(frozen=True)
class People:
    """Who acts in a test."""

    author: Person
    officer: Person
    imso: Person


@pytest.fixture
def who(session: Session) -> People:
    return People(*(people.person(session, name) for name, _ in PEOPLE))


Make = Callable[[Language], Desk]


@pytest.fixture
def make_desk(session: Session, who: People) -> Iterator[Make]:
    made: list[Desk] = []
    crashes: list[BaseException] = []

    def make(language: Language = Language.EN) -> Desk:
        desk = Desk(session, Settings(language=language, person=who.author.id))
        desk.crashed.connect(crashes.append)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()
        settle()
        take_away(desk)
    if crashes:
        raise crashes[0]


Show = Callable[[Desk], MainWindow]


@pytest.fixture
def show_window(make_desk: Make) -> Iterator[Show]:
    """Shows main windows; they go before the desks they stand on."""
    made: list[MainWindow] = []

    def show(desk: Desk) -> MainWindow:
        window = MainWindow(desk)
        made.append(window)
        window.show()
        settle()
        return window

    yield show
    for window in made:
        window.close()
        settle()
        take_away(window)


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk()


@dataclass
class Heard:
    """News that the desk said."""

    good: list[str]
    bad: list[str]


@pytest.fixture
def heard(desk: Desk) -> Heard:
    news = Heard([], [])

    def listen(text: str, bad: bool) -> None:
        (news.bad if bad else news.good).append(text)

    desk.said.connect(listen)
    return news


def wait(desk: Desk) -> None:
    """Let the jobs run to their end, and everybody hear of it."""
    until = time.monotonic() + LONGEST_WAIT
    while desk.runner.waiting:
        assert time.monotonic() < until, "a job did not end"
        QCoreApplication.processEvents()
        time.sleep(0.002)
    settle()


def settle() -> None:
    """Let Qt deliver what it has posted."""
    for _ in range(5):
        QCoreApplication.processEvents()


@pytest.fixture
def note(home: Path) -> Path:
    path = home / "note.txt"
    path.write_text(NOTE, "utf-8")
    return path


def take_in(session: Session, path: Path, person: Person) -> Review:
    """Open and detect without the window."""
    review = open_review(session, path, person)
    detect(session, review.id, person)
    return review


@pytest.fixture
def view(desk: Desk) -> Iterator[ReviewView]:
    """The review screen alone."""
    made = ReviewView(desk)
    made.resize(1300, 800)
    made.show()
    yield made
    made.close()
    settle()
    take_away(made)


def open_in(view: ReviewView, desk: Desk, session: Session, path: Path, who: People) -> str:
    """Take a file in and show its review."""
    review = take_in(session, path, who.author)
    assert view.open(review.id)
    wait(desk)
    return review.id
