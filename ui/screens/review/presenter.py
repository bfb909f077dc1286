# SPDX-License-Identifier: MIT
"""What the review screen does: reads the case, decides through the workflow at once, moves on, prepares the copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reviewer.errors import GateError, ReviewerError
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Box, Choice, Document, Format, Problem, Span, StoryKind
from reviewer.model.ground import DiscloseReason
from reviewer.model.review import PersonRole, State
from reviewer.progress import Report
from reviewer.workflow import decide, listing, verify
from reviewer.workflow.marks import (
    Blocker,
    BlockerKind,
    Case,
    Mark,
    Standing,
    Target,
    blockers,
    marks,
    refresh,
    same,
)
from ui.desk import Desk
from ui.models.findings import Obstacle, Part, Question

_DECIDABLE = frozenset({State.OPEN, State.DECIDED, State.PREPARED})


@dataclass(frozen=True, slots=True)
class Wording:
    """What the decision panel holds beside the verdict."""

    ground: str = ""
    reason: DiscloseReason | None = None
    replacement: str = ""
    authority: str = ""
    note: str = ""
    everywhere: bool = False


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
            self.case = self.desk.session.case(review_id)
        except ReviewerError as error:
            self.desk.explain(error)
            return False
        self._read()
        self.mark = self._next_undecided(None) or (self.marks[0] if self.marks else None)
        self.opened.emit()
        self.moved.emit(self.mark)
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

    def choose(self, mark: Mark | None) -> None:
        """Take a mark at hand."""
        self.mark = mark
        self.moved.emit(mark)

    def step(self, direction: int) -> None:
        """The next or the previous undecided passage, round the end."""
        found = self._next_undecided(self.mark, direction)
        if found is None:
            self.desk.say(self.tr("Nothing is undecided."))
        else:
            self.choose(found)

    def same_places(self, mark: Mark) -> tuple[Target, ...]:
        """Every place of the document that names the same person or thing."""
        return same(self.case.document, self.marks, mark) if self.case else ()

    def decide(self, verdict: Verdict, wording: Wording) -> bool:
        """Give the mark at hand a verdict, here or in every place that names the same; then move on."""
        if self.mark is None:
            return False
        targets = self.same_places(self.mark) if wording.everywhere else (self.mark.target,)
        if not self._decide(targets, _ruling(verdict, wording)):
            return False
        following = self._next_undecided(self.mark)
        self.choose(following or self._again(self.mark))
        return True

    def decide_on(self, target: Target, verdict: Verdict, wording: Wording) -> bool:
        """Give a verdict to what the person selected or drew."""
        if not self._decide((target,), _ruling(verdict, wording)):
            return False
        self.choose(next((each for each in self.marks if each.target == target), self.mark))
        return True

    def clear(self) -> bool:
        """Take the mark at hand back to undecided."""
        mark, person = self.mark, self.desk.worker()
        if mark is None or mark.decision is None or person is None or self.case is None:
            return False
        try:
            decide.clear(self.desk.session, self.case.review.id, (mark.decision.target,), person)
        except ReviewerError as error:
            self.desk.explain(error)
            return False
        self.desk.say(self.tr("Back to undecided."))
        self.reload()
        self.choose(self._again(mark))
        return True

    def undo(self) -> None:
        """Take the last act back."""
        self._turn_back(redo=False)

    def redo(self) -> None:
        """Do again what was undone."""
        self._turn_back(redo=True)

    def undo_text(self) -> str:
        """What undo would take back, in words; empty when there is nothing."""
        act = listing.can_undo(self.desk.session, self.case.review.id) if self.case else None
        return self.desk.texts.done(act.verdict, act.count) if act else ""

    def redo_text(self) -> str:
        """What redo would repeat, in words."""
        act = listing.can_redo(self.desk.session, self.case.review.id) if self.case else None
        return self.desk.texts.done(act.verdict, act.count) if act else ""

    def answer(self, choices: dict[str, Choice]) -> bool:
        """Answer problems of the document."""
        person = self.desk.worker()
        if person is None or self.case is None or not choices:
            return False
        try:
            decide.answer(self.desk.session, self.case.review.id, choices, person)
        except ReviewerError as error:
            self.desk.explain(error)
            return False
        self.desk.say(self.tr("Answered: %n question(s)", None, len(choices)))
        self.reload()
        return True

    def safe_answers(self) -> dict[str, Choice]:
        """The safe answer to each question that has none."""
        if self.case is None:
            return {}
        open_ = (each for each in self.case.document.problems if self.answer_of(each) in {None, Choice.STOP})
        return {each.id: each.safe for each in open_ if each.safe is not Choice.STOP}

    def answer_of(self, problem: Problem) -> Choice | None:
        """The answer that a question has."""
        return self.case.decisions.choice(problem.id) if self.case else None

    def see(self, part: Part) -> bool:
        """Record that the person at work read a page or a story."""
        person = self.desk.worker()
        if person is None or self.case is None:
            return False
        pages = (part.page,) if part.page is not None and part.story is None else ()
        stories = (part.story,) if part.story is not None else ()
        try:
            decide.see(self.desk.session, self.case.review.id, person, pages=pages, stories=stories)
        except ReviewerError as error:
            self.desk.explain(error)
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
        if self.case is None:
            return ()
        document = self.case.document
        unread_pages = {each.page for each in self.blockers if each.kind is BlockerKind.UNSEEN_PAGE}
        unread = {each.story for each in self.blockers if each.kind is BlockerKind.UNSEEN_STORY}
        undecided: dict[str, int] = {}
        for mark in self.marks:
            if mark.standing is Standing.UNDECIDED and isinstance(mark.target, Span):
                undecided[mark.target.story] = undecided.get(mark.target.story, 0) + 1
        listed = [
            Part(document, page, None, True, undecided.get(f"page:{page}", 0), page not in unread_pages)
            for page in range(1, (document.pages or 0) + 1)
        ]
        for story in document.stories:
            on_page = story.kind is StoryKind.PAGE and story.page is not None
            if not on_page and story.text.strip():
                count = undecided.get(story.id, 0)
                listed.append(
                    Part(document, story.page, story.id, story.visible, count, story.id not in unread)
                )
        return tuple(listed)

    def questions(self) -> tuple[Question, ...]:
        """Problems of the document with their answers."""
        if self.case is None:
            return ()
        document = self.case.document
        return tuple(Question(document, each, self.answer_of(each)) for each in document.problems)

    def obstacles(self) -> tuple[Obstacle, ...]:
        """What blocks, each with the document it is in."""
        return tuple(Obstacle(self.case.document, each) for each in self.blockers) if self.case else ()

    def mark_at(self, span: Span | None) -> Mark | None:
        """The mark of a span."""
        return next((each for each in self.marks if each.target == span), None) if span else None

    def _read(self) -> None:
        assert self.case is not None  # noqa: S101 - callers have opened a case
        self.blockers = blockers(self.case)
        self.marks = marks(self.case, self.blockers)

    def _decide(self, targets: Sequence[Target], ruling: Ruling) -> bool:
        person = self.desk.worker()
        if person is None or self.case is None:
            return False
        try:
            change = decide.decide(self.desk.session, self.case.review.id, targets, ruling, person)
        except ReviewerError as error:
            self.desk.explain(error)
            return False
        self.reload()
        left = sum(each.standing is Standing.UNDECIDED for each in self.marks)
        said = self.desk.texts.done(ruling.verdict, change.count)
        to_do = self.tr("%n left to decide", None, left)
        self.desk.say(f"{said} · {to_do}")
        return True

    def _turn_back(self, *, redo: bool) -> None:
        person = self.desk.worker()
        if person is None or self.case is None:
            return
        turn = decide.redo if redo else decide.undo
        try:
            act = turn(self.desk.session, self.case.review.id, person)
        except ReviewerError as error:
            self.desk.explain(error)
            return
        said = self.desk.texts.done(act.verdict, act.count)
        self.desk.say((self.tr("Done again. {act}") if redo else self.tr("Undone. {act}")).format(act=said))
        self.reload()
        if self.mark is not None:
            self.choose(self._again(self.mark))

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

    def _again(self, mark: Mark) -> Mark | None:
        """The same place after a change; None when its mark is gone."""
        return next((each for each in self.marks if each.target == mark.target), None)

    def _next_undecided(self, mark: Mark | None, direction: int = 1) -> Mark | None:
        order = [each.target for each in self.marks]
        at = (
            order.index(mark.target)
            if mark is not None and mark.target in order
            else -1
            if direction > 0
            else 0
        )
        count = len(order)
        for distance in range(1, count + 1):
            each = self.marks[(at + direction * distance) % count]
            if each.standing in {Standing.UNDECIDED, Standing.CONFLICT}:
                return each
        return None


def _ruling(verdict: Verdict, wording: Wording) -> Ruling:
    """What the panel holds, as far as the verdict has a use for it."""
    grounded = verdict in {Verdict.WITHHOLD, Verdict.GENERALISE}
    return Ruling(
        verdict,
        grounds=(wording.ground,) if grounded and wording.ground else (),
        reason=wording.reason if verdict is Verdict.DISCLOSE else None,
        authority=wording.authority if verdict in {Verdict.STRIKE, Verdict.DISCLOSE} else "",
        replacement=wording.replacement if verdict is Verdict.GENERALISE else "",
        note=wording.note,
    )


def page_of(document: Document, target: Target) -> int | None:
    """The page on which a place stands, where pages are known."""
    if isinstance(target, Box):
        return target.page
    return document.story(target.story).page if isinstance(target, Span) else None
