# SPDX-License-Identifier: MIT
"""What the review screen does: reads the case, decides through the workflow at once, moves on, prepares the copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reviewer.errors import GateError, ReviewerError
from reviewer.model.decision import Verdict
from reviewer.model.document import Box, Document, Format, Span
from reviewer.model.review import Person, PersonRole, State
from reviewer.progress import Report
from reviewer.workflow import across, decide, memory, verify
from reviewer.workflow.across import Elsewhere
from reviewer.workflow.marks import (
    Blocker,
    Case,
    Mark,
    Standing,
    Target,
    blockers,
    marks,
    refresh,
    same,
)
from reviewer.workflow.offers import Offers, offers
from reviewer.workflow.session import Session
from ui.desk import Desk
from ui.models.findings import Obstacle, Part
from ui.screens.review import rows
from ui.screens.review.answers import Answers
from ui.screens.review.batch import BatchWords
from ui.screens.review.history import History
from ui.screens.review.wording import Scope, Wording, ruling_of

Done = TypeVar("Done")
_DECIDABLE = frozenset({State.OPEN, State.DECIDED, State.PREPARED})


class ReviewPresenter(QObject):
    """One review on the screen.

    Signals:
        opened: another document is shown.
        changed: decisions, answers or coverage of it changed.
        moved: the Mark at hand, or None.
        refused: the GateError of a copy that was not made.
        prepared: the copy passed the gate.
    """

    opened = Signal()
    changed = Signal()
    moved = Signal(object)
    refused = Signal(object)
    prepared = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.case: Case | None = None
        self.marks: tuple[Mark, ...] = ()
        self.blockers: tuple[Blocker, ...] = ()
        self.mark: Mark | None = None
        self.offers: Offers | None = None
        self.history = History(self, self)
        self.answers = Answers(self, self)
        self.batch = BatchWords(self, self)

    @property
    def document(self) -> Document | None:
        """The document on the screen."""
        return self.case.document if self.case else None

    @property
    def is_pdf(self) -> bool:
        """Whether pages can be shown as images."""
        return self.document is not None and self.document.format is Format.PDF

    @property
    def can_decide(self) -> bool:
        """Whether the person at work may decide on this review now."""
        allowed = self.desk.may(PersonRole.AUTHOR, PersonRole.OFFICER)
        return self.case is not None and self.case.review.state in _DECIDABLE and allowed

    def open(self, review_id: str) -> bool:
        """Show a review, at its first undecided passage."""
        try:
            self._recall(review_id)
            self.case = self.desk.session.case(review_id)
        except ReviewerError as error:
            self.desk.explain(error)
            return False
        self._read()
        self.mark = rows.next_undecided(self.marks, None) or (self.marks[0] if self.marks else None)
        self.opened.emit()
        self.moved.emit(self.mark)
        self.batch.open()
        return True

    def reload(self) -> None:
        """Read again what may have changed."""
        if self.case is None:
            return
        try:
            self.case = refresh(self.desk.session, self.case)
        except ReviewerError as error:
            self.desk.explain(error)
            return
        self._read()
        self.desk.review_decided.emit(self.case.review.id)
        self.changed.emit()

    def act(self, work: Callable[[Session, str, Person], Done]) -> Done | None:
        """Do something to the review as the person at work; an error is explained, and nothing comes of it."""
        person = self.desk.worker()
        if person is None or self.case is None:
            return None
        try:
            return work(self.desk.session, self.case.review.id, person)
        except ReviewerError as error:
            self.desk.explain(error)
            return None

    def choose(self, mark: Mark | None) -> None:
        """Take a mark at hand."""
        self.mark = mark
        self.moved.emit(mark)

    def step(self, direction: int) -> None:
        """The next or the previous undecided passage, round the end."""
        found = rows.next_undecided(self.marks, self.mark, direction)
        if found is None:
            self.desk.say(self.tr("Nothing is undecided."))
        else:
            self.choose(found)

    def same_places(self, mark: Mark) -> tuple[Target, ...]:
        """Every place of the document that names the same person or thing."""
        return same(self.case.document, self.marks, mark) if self.case else ()

    def decide(self, verdict: Verdict, wording: Wording) -> bool:
        """Give the mark at hand a verdict, here or in every place that names the same; then move on."""
        mark = self.mark
        if mark is None:
            return False
        targets = (mark.target,) if wording.scope is Scope.HERE else self.same_places(mark)
        others = self.batch.elsewhere(mark) if wording.scope is Scope.BATCH else ()
        if not self._decide(targets, verdict, wording, others):
            return False
        self.choose(rows.next_undecided(self.marks, mark) or self.again(mark))
        return True

    def decide_on(
        self, target: Target, verdict: Verdict, wording: Wording, *, instead_of: Sequence[Target] = ()
    ) -> bool:
        """Give a verdict to what the person selected or drew, or to a passage with another extent."""
        ruling = ruling_of(verdict, wording)

        def work(session: Session, review: str, person: Person) -> decide.Change:
            return decide.decide_each(session, review, [(target, ruling)], person, instead_of=instead_of)

        if self.act(work) is None:
            return False
        self.reload()
        self._say_done(verdict, 1)
        self.choose(next((each for each in self.marks if each.target == target), self.mark))
        return True

    def decide_all(self, targets: Sequence[Target], verdict: Verdict, wording: Wording) -> bool:
        """Give one verdict to many places, as one act."""
        return self._decide(targets, verdict, wording, ())

    def clear(self) -> bool:
        """Take the mark at hand back to undecided."""
        mark = self.mark
        if mark is None or mark.decision is None:
            return False
        target = mark.decision.target

        def work(session: Session, review: str, person: Person) -> decide.Change:
            return decide.clear(session, review, (target,), person)

        if self.act(work) is None:
            return False
        self.desk.say(self.tr("Back to undecided."))
        self.reload()
        self.choose(self.again(mark))
        return True

    def undo(self) -> None:
        """Take the last act back."""
        self.history.turn(redo=False)
        self.choose_again()

    def redo(self) -> None:
        """Do again what was undone."""
        self.history.turn(redo=True)
        self.choose_again()

    def see(self, part: Part) -> bool:
        """Record that the person at work read a page or a story."""
        pages = (part.page,) if part.page is not None and part.story is None else ()
        stories = (part.story,) if part.story is not None else ()

        def work(session: Session, review: str, person: Person) -> int:
            return decide.see(session, review, person, pages=pages, stories=stories)

        if self.act(work) is None:
            return False
        self.desk.say(self.tr("Marked as read."))
        self.reload()
        return True

    def prepare(self) -> None:
        """Make the copy and have it verified, away from the screen."""
        person = self.desk.worker()
        if person is None or self.case is None:
            return
        session, review_id = self.desk.session, self.case.review.id

        def work(report: Report) -> object:
            return verify.prepare(session, review_id, person, report=report)

        title = self.tr("Preparing {name}").format(name=self.case.review.name)
        self.desk.start(title, work, self._prepared, self._refused)

    def parts(self) -> tuple[Part, ...]:
        """Pages and stories, with what is undecided in them and whether somebody read them."""
        return rows.parts(self.case, self.marks, self.blockers) if self.case else ()

    def obstacles(self) -> tuple[Obstacle, ...]:
        """What blocks, each with the document it is in."""
        return rows.obstacles(self.case.document, self.blockers) if self.case else ()

    def mark_at(self, span: Span | None) -> Mark | None:
        """The mark of a span."""
        return next((each for each in self.marks if each.target == span), None) if span else None

    def again(self, mark: Mark) -> Mark | None:
        """The same place after a change; None when its mark is gone."""
        return next((each for each in self.marks if each.target == mark.target), None)

    def choose_again(self) -> None:
        """Take the mark at hand as it is now."""
        if self.mark is not None:
            self.choose(self.again(self.mark))

    def _recall(self, review_id: str) -> None:
        """Have said what was decided elsewhere since the document was searched; an auditor changes nothing."""
        person = self.desk.person
        if person is not None and self.desk.may(PersonRole.AUTHOR, PersonRole.OFFICER):
            count = memory.look_again(self.desk.session, review_id, person)
            if count:
                self.desk.say(self.tr("The office memory has news on %n passage(s).", None, count))

    def _read(self) -> None:
        assert self.case is not None  # noqa: S101 - callers have opened a case
        self.blockers = blockers(self.case)
        self.marks = marks(self.case, self.blockers)
        self.offers = offers(self.desk.session, self.case)

    def _decide(
        self, targets: Sequence[Target], verdict: Verdict, wording: Wording, others: Sequence[Elsewhere]
    ) -> bool:
        ruling = ruling_of(verdict, wording)

        def work(session: Session, review: str, person: Person) -> int:
            return across.decide_across(session, review, targets, others, ruling, person)

        count = self.act(work)
        if count is None:
            return False
        self.reload()
        for other in others:
            self.desk.review_decided.emit(other.review.id)
        self._say_done(verdict, count)
        return True

    def _say_done(self, verdict: Verdict, count: int) -> None:
        left = sum(each.standing is Standing.UNDECIDED for each in self.marks)
        said = self.desk.texts.done(verdict, count)
        to_do = self.tr("%n left to decide", None, left)
        self.desk.say(f"{said} · {to_do}")

    def _prepared(self, _candidate: object) -> None:
        self.desk.say(self.tr("The copy passed the gate and is ready to sign."))
        self.reload()
        self.desk.reviews_changed.emit()
        self.prepared.emit()

    def _refused(self, error: object) -> None:
        if isinstance(error, ReviewerError):
            self.desk.explain(error)
        self.reload()
        if isinstance(error, GateError):
            self.refused.emit(error)


def page_of(document: Document, target: Target) -> int | None:
    """The page on which a place stands, where pages are known."""
    if isinstance(target, Box):
        return target.page
    return document.story(target.story).page if isinstance(target, Span) else None
