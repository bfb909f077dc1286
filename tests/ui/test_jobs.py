# SPDX-License-Identifier: MIT
"""Jobs: results, errors, progress, cancelling, one writer at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread, Slot

from reviewer.errors import Cancelled, EmptyFile
from reviewer.progress import Progress, Report, Stage
from tests.ui.conftest import settle
from ui.jobs import Job, JobRunner


class Listener(QObject):
    """Keeps what it hears, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[object] = []
        self.failed: list[object] = []
        self.crashed: list[object] = []
        self.progress: list[tuple[Job, Progress]] = []
        self.threads: set[QThread] = set()

    def listen(self, job: Job) -> Job:
        job.done.connect(self.hear_done)
        job.failed.connect(self.hear_failed)
        job.crashed.connect(self.hear_crashed)
        job.progressed.connect(self.hear_progress)
        return job

    @Slot(object)
    def hear_done(self, result: object) -> None:
        self.threads.add(QThread.currentThread())
        self.done.append(result)

    @Slot(object)
    def hear_failed(self, error: object) -> None:
        self.failed.append(error)

    @Slot(object)
    def hear_crashed(self, error: object) -> None:
        self.crashed.append(error)

    @Slot(object, object)
    def hear_progress(self, job: Job, progress: Progress) -> None:
        self.progress.append((job, progress))


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()
    settle()


def finish(runner: JobRunner) -> None:
    while runner.waiting:
        QCoreApplication.processEvents()


def test_a_result_comes_back_on_the_thread_of_the_screen(runner: JobRunner) -> None:
    listener, worked = Listener(), []

    def work(report: Report) -> object:
        worked.append(threading.get_ident())
        report(Progress(Stage.READING, 1, 2))
        return 42

    job = listener.listen(Job("count", work))
    runner.start(job)
    finish(runner)
    assert listener.done == [42]
    assert listener.progress == [(job, Progress(Stage.READING, 1, 2))]
    assert worked[0] != threading.get_ident()
    assert listener.threads == {QThread.currentThread()}
    assert (job.result, job.error) == (42, None)


def test_an_error_of_ours_is_a_failure_and_any_other_a_crash(runner: JobRunner) -> None:
    listener = Listener()

    def fail(report: Report) -> object:
        raise EmptyFile(path="a.txt")

    def crash(report: Report) -> object:
        raise ZeroDivisionError

    runner.start(listener.listen(Job("fail", fail)))
    runner.start(listener.listen(Job("crash", crash)))
    finish(runner)
    assert [type(error) for error in listener.failed] == [EmptyFile]
    assert [type(error) for error in listener.crashed] == [ZeroDivisionError]


def test_cancelling_stops_at_the_next_report(runner: JobRunner) -> None:
    listener, begun, steps = Listener(), threading.Event(), []

    def work(report: Report) -> object:
        begun.set()
        for step in range(10**9):
            report(Progress(Stage.DETECTING, step))
            steps.append(step)
        return "never"

    job = listener.listen(Job("long", work))
    runner.start(job)
    assert begun.wait(10)
    job.cancel()
    finish(runner)
    assert listener.done == []
    assert [type(error) for error in listener.failed] == [Cancelled]


def test_a_job_cancelled_before_its_turn_does_nothing(runner: JobRunner) -> None:
    listener, gate, worked = Listener(), threading.Event(), []

    def first(report: Report) -> object:
        gate.wait(10)
        return 1

    runner.start(listener.listen(Job("first", first)))
    second = listener.listen(Job("second", lambda report: worked.append(2)))
    runner.start(second)
    second.cancel()
    gate.set()
    finish(runner)
    assert worked == []
    assert listener.done == [1]


def test_writers_work_one_after_the_other_and_readers_beside_them(runner: JobRunner) -> None:
    together, most, lock = [0], [0], threading.Lock()
    reading, writing = threading.Event(), threading.Event()

    def write(report: Report) -> object:
        with lock:
            together[0] += 1
            most[0] = max(most[0], together[0])
        writing.set()
        met = reading.wait(10)
        with lock:
            together[0] -= 1
        return met

    def read(report: Report) -> object:
        met = writing.wait(10)
        reading.set()
        return met

    listener = Listener()
    for _ in range(3):
        runner.start(listener.listen(Job("write", write)))
    runner.start(listener.listen(Job("read", read, writes=False)))
    finish(runner)
    assert most == [1]
    assert listener.done == [True] * 4


def test_closing_leaves_no_thread(runner: JobRunner) -> None:
    def work(report: Report) -> object:
        while True:
            report(Progress(Stage.READING, 0))

    for _ in range(3):
        runner.start(Job("endless", work))
    runner.close()
    settle()
    assert runner.waiting == 0
