# SPDX-License-Identifier: MIT
"""Start and end: the samples ready to try, a store that does not open, a crash that tells nothing of a document."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from reviewer.errors import WrongKey
from reviewer.workflow import places
from reviewer.workflow.records import record_of
from reviewer.workflow.session import Session, open_session
from tests.ui.conftest import People, settle, wait
from ui.app import Crash, Demonstration, _home, main, place_of, take_away
from ui.desk import Desk
from ui.main_window import SETTINGS, MainWindow
from ui.settings import Settings

SECRET = "046 454 286"


def test_the_demonstration_has_people_documents_and_records(application: QApplication) -> None:
    before = dict(os.environ)
    with _home(samples=True) as settings_path, open_session(fast=True) as session:
        home = Path(os.environ["PARVIS_HOME"])
        assert settings_path.is_relative_to(home)
        desk = Desk(session, Settings(), settings_path)
        window = MainWindow(desk)
        window.show()
        Demonstration(desk, window).begin()
        wait(desk)
        names = {row.review.name for row in window.queue.presenter.rows}
        assert names == {path.name for path in places.samples()}
        assert len(names) >= 4
        assert window.queue.presenter.failures == ()
        assert {person.role for person in desk.people} == {"author", "officer", "imso"}
        for row in window.queue.presenter.rows:
            assert "title_translated" in record_of(session, row.review.id), row.review.name
        window.close()
        desk.close()
        take_away(window, desk)
    assert not home.exists(), "nothing is kept"
    assert dict(os.environ) == before
    settle()


def test_a_store_that_does_not_open_is_explained_and_has_its_exit_code(
    application: QApplication, home: Path
) -> None:
    (home / "key").write_text("0" * 64, "ascii")
    shown: list[str] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        shown.append(box.text())
        box.accept()

    QTimer.singleShot(0, close)
    assert main([]) == WrongKey.exit_code
    assert shown[0].strip()
    settle()


def test_the_window_opens_and_closes_with_its_store(
    application: QApplication, home: Path, session: Session
) -> None:
    session.store.close()

    def leave() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, MainWindow):
                widget.close()

    QTimer.singleShot(300, leave)
    before = sys.excepthook
    assert main([]) == 0
    assert sys.excepthook is before
    settle()


def test_the_first_start_asks_for_people(
    application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "key"
    key.touch(mode=0o600)
    key.write_text("5" * 64, "ascii")
    monkeypatch.setenv("PARVIS_KEY_FILE", str(key))
    with open_session(tmp_path / "home") as session:
        desk = Desk(session, Settings())
        heard: list[str] = []
        desk.said.connect(lambda text, bad: heard.append(text))
        window = MainWindow(desk)
        window.show()
        assert window.stack.currentIndex() == SETTINGS
        assert "adding yourself" in heard[0]
        window.close()
        desk.close()
        take_away(window, desk)
    settle()


def test_a_crash_names_its_place_and_nothing_of_the_document(application: QApplication) -> None:
    crash = Crash(application)
    shown: list[str] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        shown.append(box.text() + box.informativeText())
        box.accept()

    QTimer.singleShot(50, close)
    with pytest.raises(KeyError) as caught:
        {}[SECRET]
    crash.excepthook(caught.type, caught.value, caught.tb)
    assert place_of(caught.value).startswith("test_app.py:")
    assert "KeyError" in shown[0]
    assert SECRET not in shown[0]
    crash.show(ValueError(SECRET))
    assert len(shown) == 1, "one dialog, then the end"
    assert application.exec() == 70
    settle()


def test_an_unforeseen_error_in_a_job_is_a_crash(session: Session, who: People) -> None:
    desk = Desk(session, Settings())
    met: list[BaseException] = []
    desk.crashed.connect(met.append)

    def work(report: object) -> object:
        raise ZeroDivisionError

    desk.start("broken", work)
    wait(desk)
    desk.close()
    take_away(desk)
    assert [type(error) for error in met] == [ZeroDivisionError]


@pytest.mark.parametrize("name", ["add-file", "gate", "parvis", "tick"])
def test_icons_are_drawn(application: QApplication, name: str) -> None:
    from ui.icons import icon

    image = icon(name).pixmap(20).toImage()
    inked = sum(
        image.pixelColor(x, y).alpha() > 0 for x in range(image.width()) for y in range(image.height())
    )
    assert inked > 20
