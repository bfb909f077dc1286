# SPDX-License-Identifier: MIT
"""Verdicts by key, by button and by drawing; what reaches many places is counted first, done when asked for again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from reviewer.model.decision import Verdict
from reviewer.model.document import Span, Target
from reviewer.model.finding import Suggestion
from reviewer.workflow import words
from reviewer.workflow.marks import Mark
from ui.desk import Desk
from ui.screens.review.presenter import ReviewPresenter
from ui.screens.review.wording import Scope
from ui.widgets.decision_panel import DecisionPanel


class Verdicts(QObject):
    """Gives the mark at hand a verdict.

    Signals:
        decided: a verdict was asked for.
    """

    decided = Signal()

    def __init__(self, desk: Desk, presenter: ReviewPresenter, panel: DecisionPanel) -> None:
        super().__init__(panel)
        self._desk, self._presenter, self._panel = desk, presenter, panel
        self._armed: tuple[Verdict, Scope] | None = None

    def disarm(self) -> None:
        """Forget what was counted."""
        self._armed = None

    def press(self, event: QKeyEvent) -> bool:
        """Keys of the list: verdicts without leaving it."""
        modifiers = event.modifiers()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            verdict = Verdict.DISCLOSE if shift else self._removal()
            self._by_key(verdict, Scope.DOCUMENT if control else Scope.HERE)
            return True
        if event.key() == Qt.Key.Key_Space:
            self._presenter.clear()
            return True
        return False

    def decide(self, verdict: Verdict, scope: Scope) -> None:
        """Give a verdict; one that reaches other documents is counted and listed first."""
        if scope is Scope.BATCH and self._armed != (verdict, scope):
            self._count(verdict, scope)
            return
        self._done(verdict, scope)

    def withhold(self, target: Target | None, instead_of: Mark | None = None) -> None:
        """Withhold what was selected or drawn; a box that was moved takes the place of the one before."""
        before = (instead_of.target,) if instead_of is not None else ()
        if target is not None and target not in before:
            wording = self._panel.wording(scope=Scope.HERE)
            self._presenter.decide_on(target, Verdict.WITHHOLD, wording, instead_of=before)

    def withhold_all(self, places: Sequence[Span]) -> None:
        """Withhold every place that was found, as one act."""
        self._presenter.decide_all(places, Verdict.WITHHOLD, self._panel.wording(scope=Scope.HERE))

    def keep_extent(self, mark: Mark, span: Span) -> None:
        """Decide on a passage with its new extent as on the old one; one that nobody decided on is withheld."""
        decision = mark.decision
        before = (decision.target,) if decision is not None else ()
        if span not in before:
            verdict = decision.ruling.verdict if decision is not None else Verdict.WITHHOLD
            wording = self._panel.wording(scope=Scope.HERE)
            self._presenter.decide_on(span, verdict, wording, instead_of=before)
        self.decided.emit()

    def _by_key(self, verdict: Verdict, scope: Scope) -> None:
        mark = self._presenter.mark
        count = len(self._presenter.same_places(mark)) if mark else 0
        if scope is Scope.DOCUMENT and count > 1 and self._armed != (verdict, scope):
            self._count(verdict, scope)
            return
        self._done(verdict, scope)

    def _done(self, verdict: Verdict, scope: Scope) -> None:
        self._armed = None
        self._presenter.decide(verdict, self._panel.wording(scope=scope))
        self.decided.emit()

    def _count(self, verdict: Verdict, scope: Scope) -> None:
        mark = self._presenter.mark
        if mark is None:
            return
        here = len(self._presenter.same_places(mark))
        others = self._presenter.batch.elsewhere(mark) if scope is Scope.BATCH else ()
        count = here + sum(len(each.places) for each in others)
        self._armed = verdict, scope
        self._panel.scopes[scope].setChecked(True)
        what = self._desk.texts.verdict(verdict)
        if others:
            listed = ", ".join(f"{words.clean(each.review.name)} ({len(each.places)})" for each in others)
            said = self.tr(
                "{verdict}: %n place(s), {here} here and in {list}. Press again to confirm.", None, count
            )
            self._desk.say(said.format(verdict=what, here=here, list=listed))
            return
        said = self.tr("{verdict}: %n place(s). Press the same keys again to confirm.", None, count)
        self._desk.say(said.format(verdict=what))

    def _removal(self) -> Verdict:
        """How the passage at hand is removed: a marking is struck, it has no ground to be withheld on."""
        mark = self._presenter.mark
        struck = (
            mark is not None and mark.finding is not None and mark.finding.suggestion is Suggestion.STRIKE
        )
        return Verdict.STRIKE if struck else Verdict.WITHHOLD
