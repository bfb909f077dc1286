# SPDX-License-Identifier: MIT
"""What every screen is given: the session, the jobs, the language, the settings and who is working."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.errors import Cancelled, ReviewerError
from reviewer.model.document import Language
from reviewer.model.review import Person, PersonRole
from reviewer.workflow import people
from reviewer.workflow.session import Session
from ui import settings as kept
from ui.jobs import Job, JobRunner, Work
from ui.language import Tongue
from ui.settings import Settings
from ui.texts import Texts

Heard = Callable[[object], None]


class Desk(QObject):
    """The desk of one person at one store.

    Signals:
        said: a line of news, and whether it is bad news.
        person_changed: who is working changed, or the list of people did.
        reviews_changed: something in the queue changed.
        review_decided: the id of a review in which something was decided, answered or read.
        settings_changed: a choice of the person changed.
        crashed: an exception that nobody foresaw, for the crash dialog.
    """

    said = Signal(str, bool)
    person_changed = Signal()
    reviews_changed = Signal()
    review_decided = Signal(str)
    settings_changed = Signal()
    crashed = Signal(object)

    def __init__(self, session: Session, settings: Settings, settings_path: Path | None = None) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self.tongue = Tongue(settings.language, self)
        self.texts = Texts(self)
        self.runner = JobRunner(self)
        self._settings_path = settings_path
        self._heard: dict[Job, tuple[Heard | None, Heard | None]] = {}
        self.people: tuple[Person, ...] = people.persons(session)
        self.person = self._remembered()

    def say(self, text: str) -> None:
        """Show a line of news."""
        self.said.emit(text, False)

    def explain(self, error: ReviewerError) -> None:
        """Show what happened and what to do."""
        if isinstance(error, Cancelled):
            self.say(self.tr("Stopped. Nothing was written."))
        else:
            self.said.emit(self.texts.error(error), True)

    def warn(self, text: str) -> None:
        """Show a line of bad news."""
        self.said.emit(text, True)

    def worker(self) -> Person | None:
        """Who is working; without anybody, a line says what to do."""
        if self.person is None:
            self.warn(self.tr("Choose who is working first: at the top right, or under Settings."))
        return self.person

    def work_as(self, person: Person | None) -> None:
        """Another person sits down."""
        if person is not self.person:
            self.person = person
            self.remember(person=person.id if person else "")
            self.person_changed.emit()

    def reload_people(self) -> None:
        """Somebody was added."""
        self.people = people.persons(self.session)
        if self.person is None and self.people:
            self.person = self.people[0]
        self.person_changed.emit()

    def may(self, *roles: PersonRole) -> bool:
        """Whether the person at work has one of the roles."""
        return self.person is not None and self.person.role in roles

    def speak(self, language: Language) -> None:
        """Change the language of the window."""
        self.tongue.speak(language)
        self.remember(language=language)

    def remember(self, **changes: object) -> None:
        """Keep a choice for the next start."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        if self._settings_path is not None:
            kept.save(self._settings_path, self.settings)
        self.settings_changed.emit()

    def start(
        self,
        title: str,
        work: Work,
        done: Heard | None = None,
        failed: Heard | None = None,
        *,
        writes: bool = True,
    ) -> Job:
        """Run work away from the screen; `done` and `failed` are called on the screen's thread."""
        job = Job(title, work, writes=writes)
        self._heard[job] = (done, failed)
        job.ended.connect(self._job_ended)
        self.runner.start(job)
        return job

    def close(self) -> None:
        """Stop the work and leave."""
        self.runner.close()
        self.tongue.silence()

    def _remembered(self) -> Person | None:
        return next((each for each in self.people if each.id == self.settings.person), None)

    def _job_ended(self, job: Job) -> None:
        done, failed = self._heard.pop(job, (None, None))
        if isinstance(job.error, ReviewerError):
            (failed or self.explain_any)(job.error)
        elif job.error is not None:
            self.crashed.emit(job.error)
        elif done is not None:
            done(job.result)

    def explain_any(self, error: object) -> None:
        """Show what a job failed with."""
        if isinstance(error, ReviewerError):
            self.explain(error)
