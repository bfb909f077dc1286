# SPDX-License-Identifier: MIT
"""Undo and redo of the review: what each would do, in words, and doing it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer.workflow import across, listing
from reviewer.workflow.listing import UndoneAct
from ui.screens.review.at_work import AtWork


class History(QObject):
    """The acts of one review."""

    def __init__(self, presenter: AtWork, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter

    def undo_text(self) -> str:
        """What undo would take back, in words; empty when there is nothing."""
        case = self._presenter.case
        act = listing.can_undo(self._presenter.desk.session, case.review.id) if case else None
        return self._said(act) if act else ""

    def redo_text(self) -> str:
        """What redo would repeat, in words."""
        case = self._presenter.case
        act = listing.can_redo(self._presenter.desk.session, case.review.id) if case else None
        return self._said(act) if act else ""

    def turn(self, *, redo: bool) -> None:
        """Take the last act back, or do it again; one over several documents in all of them."""
        before = self.redo_text() if redo else self.undo_text()
        turned = self._presenter.act(across.redo if redo else across.undo)
        if turned is None:
            return
        said = before or self._said(turned.act)
        done = self.tr("Done again. {act}") if redo else self.tr("Undone. {act}")
        self._presenter.desk.say(done.format(act=said))
        self._presenter.reload()
        for other in turned.reviews[1:]:
            self._presenter.desk.review_decided.emit(other)

    def _said(self, act: UndoneAct) -> str:
        case = self._presenter.case
        if case is not None and any(each.act == act.act for each in case.decisions.answers):
            return self.tr("Answered: %n question(s)", None, act.count)
        return self._presenter.desk.texts.done(act.verdict, act.count)
