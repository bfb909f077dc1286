# SPDX-License-Identifier: MIT
"""Builds and wires the window; explains a store that does not open; shows a crash and leaves."""

from __future__ import annotations

import os
import secrets
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from reviewer.errors import ReviewerError
from reviewer.model.review import PersonRole, Review, State
from reviewer.workflow import people, places, publish
from reviewer.workflow.session import Session, open_session
from ui import settings as kept
from ui.desk import Desk
from ui.main_window import QUEUE, MainWindow
from ui.settings import Settings
from ui.theme import style_sheet
from ui.widgets.colours import put_on

SAMPLES = "--samples"
_CRASH = 70
_BREATH = 250
_DEMO_PASSPHRASE = "open by default"  # noqa: S105 - shown to the person; the demonstration's store is thrown away
_DEMO_PEOPLE = (
    ("Alix Bellerose", PersonRole.AUTHOR),
    ("Sacha Winterhold", PersonRole.OFFICER),
    ("Noé Larkspur", PersonRole.IMSO),
)


def main(arguments: Sequence[str]) -> int:
    """Open the window and return its exit code."""
    application = application_of(arguments)
    with _home(samples=SAMPLES in arguments) as settings_path:
        settings = kept.load(settings_path)
        put_on(application, settings.theme)
        try:
            with open_session() as session:
                return _run(application, session, settings, settings_path, samples=SAMPLES in arguments)
        except ReviewerError as error:
            _explain(error, settings)
            return error.exit_code


def application_of(arguments: Sequence[str]) -> QApplication:
    """The one QApplication of the process, in the style that our palettes colour."""
    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication(["parvis", *arguments])
    application.setApplicationName("Parvis")
    application.setDesktopFileName("parvis")
    application.setStyle("Fusion")
    application.setStyleSheet(style_sheet())
    return application


class Demonstration(QObject):
    """Three demonstration persons and the bundled samples with their portal records, ready to try."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._queue = window.queue.presenter
        self._queue.taken.connect(self._taken)

    def begin(self) -> None:
        """Add the persons, then take the samples in."""
        for name, role in _DEMO_PEOPLE:
            people.add_person(self._desk.session, name, role, _DEMO_PASSPHRASE)
        self._desk.reload_people()
        self._window.go(QUEUE)
        self._queue.add(places.samples())
        said = self.tr(
            "Demonstration. Everybody's passphrase is “{passphrase}”. Nothing is kept after closing."
        )
        self._desk.say(said.format(passphrase=_DEMO_PASSPHRASE))

    @Slot(object)
    def _taken(self, review: Review) -> None:
        record = places.sample_record(review.name)
        if record is not None and self._desk.person is not None and review.state is State.OPEN:
            publish.set_record(self._desk.session, review.id, record, self._desk.person)


def _run(
    application: QApplication, session: Session, settings: Settings, settings_path: Path, *, samples: bool
) -> int:
    desk = Desk(session, settings, settings_path)
    crash = Crash(application)
    before, sys.excepthook = sys.excepthook, crash.excepthook
    stopping = _Stopping(application)
    desk.crashed.connect(crash.show)
    window = MainWindow(desk)
    try:
        window.show()
        if samples:
            Demonstration(desk, window).begin()
        return application.exec()
    finally:
        stopping.end()
        desk.close()
        take_away(window, desk)
        sys.excepthook = before


def take_away(*objects: QObject) -> None:
    """Delete objects now, in this order and in this thread: the garbage collector knows neither."""
    for each in objects:
        each.deleteLater()
        QCoreApplication.sendPostedEvents(each, QEvent.Type.DeferredDelete)


class _Stopping(QObject):
    """Lets the window end well when the terminal or the system stops it: Python hears of a signal only when it runs."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._before = signal.signal(signal.SIGTERM, self._stop)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._breathe)
        self._timer.start(_BREATH)

    def end(self) -> None:
        """Give the signal back."""
        self._timer.stop()
        signal.signal(signal.SIGTERM, self._before)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._application.quit()

    def _breathe(self) -> None:
        """A moment in which Python runs."""


class Crash(QObject):
    """Shows one dialog about what nobody foresaw, without any content of a document, and leaves."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._shown = False

    def excepthook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """For sys.excepthook."""
        if issubclass(kind, KeyboardInterrupt):
            self._application.quit()
            return
        self.show(error)

    @Slot(object)
    def show(self, error: BaseException) -> None:
        """One dialog, then the end. Decisions are on disk already."""
        if self._shown:
            return
        self._shown = True
        box = QMessageBox(QMessageBox.Icon.Critical, self.tr("Parvis"), self._said(error))
        box.setInformativeText(self.tr("Every decision made so far is kept. Parvis closes now."))
        box.exec()
        QTimer.singleShot(0, self._leave)

    def _said(self, error: BaseException) -> str:
        return self.tr("Something went wrong that nobody foresaw: {kind}, at {place}.").format(
            kind=type(error).__name__, place=place_of(error)
        )

    def _leave(self) -> None:
        self._application.exit(_CRASH)


def place_of(error: BaseException) -> str:
    """File and line of our code; never a value, which may be text of a document."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "?"
    last = frames[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def _explain(error: ReviewerError, settings: Settings) -> None:
    from ui.language import Tongue
    from ui.texts import Texts

    tongue = Tongue(settings.language)
    QMessageBox.critical(None, "Parvis", Texts().error(error))
    tongue.silence()


@contextmanager
def _home(*, samples: bool) -> Iterator[Path]:
    """Where the settings are: the person's own place, or a folder that is thrown away."""
    if not samples:
        yield places.settings_file()
        return
    with tempfile.TemporaryDirectory(prefix="parvis-samples-") as name, _environment(Path(name)):
        yield places.settings_file()


@contextmanager
def _environment(folder: Path) -> Iterator[None]:
    """A home and a key of the demonstration's own; the person's store and keyring are left alone."""
    key = folder / "key"
    key.touch(mode=0o600)
    key.write_text(secrets.token_hex(32), "ascii")
    before = dict(os.environ)
    os.environ.update(PARVIS_HOME=str(folder / "home"), PARVIS_KEY_FILE=str(key))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
