# SPDX-License-Identifier: MIT
"""Long work away from the screen's thread: a Job tells where it stands, a JobRunner lets one writer work at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from reviewer.errors import Cancelled, ReviewerError
from reviewer.progress import Progress, Report

Work = Callable[[Report], object]


class Job(QObject):
    """One piece of work. Connect to its signals, then give it to the runner: what it emits before is lost.

    Signals:
        progressed: the job itself and a Progress, between two units of work.
        done: what the work returned.
        failed: the ReviewerError that stopped it, Cancelled included.
        crashed: an exception that nobody foresaw.
        ended: the job itself, after any of the three before; its `result` or `error` is set.
    """

    progressed = Signal(object, object)
    done = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    ended = Signal(object)

    def __init__(self, title: str, work: Work, *, writes: bool = True) -> None:
        super().__init__()
        self.title = title
        self.writes = writes
        self.result: object = None
        self.error: Exception | None = None
        self._work = work
        self._stopped = threading.Event()

    def cancel(self) -> None:
        """Stop at the next report; a step that is stopped has written nothing."""
        self._stopped.set()

    def run(self) -> None:
        """Do the work. Called by the runner, in a thread of its pool."""
        try:
            self._report_stop()
            self.result = self._work(self._report)
        except ReviewerError as error:
            self.error = error
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - an edge: the unforeseen goes to the crash dialog
            self.error = error
            self.crashed.emit(error)
        else:
            self.done.emit(self.result)
        finally:
            self.ended.emit(self)

    def _report(self, progress: Progress) -> None:
        self._report_stop()
        self.progressed.emit(self, progress)

    def _report_stop(self) -> None:
        if self._stopped.is_set():
            raise Cancelled


class _Run(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        """Called by the pool."""
        self._job.run()


class JobRunner(QObject):
    """Runs jobs: those that write one after the other, those that only read beside them.

    Signals:
        started: a Job that was given to the runner.
        idle: no job is left.
    """

    started = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writers = QThreadPool(self)
        self._writers.setMaxThreadCount(1)
        self._readers = QThreadPool(self)
        # A page is drawn while a long document is still being read.
        self._readers.setMaxThreadCount(2)
        self._jobs: list[Job] = []

    @property
    def waiting(self) -> int:
        """How many jobs are running or waiting."""
        return len(self._jobs)

    def start(self, job: Job) -> None:
        """Run a job, when its turn comes."""
        self._jobs.append(job)
        # Without a parent the last thread that lets go of the job would delete it, and that may be the worker.
        job.setParent(self)
        # Queued on purpose: the job is forgotten only after everybody has heard its last signal.
        job.ended.connect(self._forget, Qt.ConnectionType.QueuedConnection)
        self.started.emit(job)
        (self._writers if job.writes else self._readers).start(_Run(job))

    def cancel_all(self) -> None:
        """Stop every job at its next report."""
        for job in self._jobs:
            job.cancel()

    def close(self) -> None:
        """Stop every job and wait until no thread is left."""
        self.cancel_all()
        self._writers.waitForDone()
        self._readers.waitForDone()

    def _forget(self, job: Job) -> None:
        self._jobs = [each for each in self._jobs if each is not job]
        job.deleteLater()
        if not self._jobs:
            self.idle.emit()
