# SPDX-License-Identifier: MIT
"""The head of the review: the document, how far it is, what is still open before a copy can be prepared."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reviewer.errors import ReviewerError
from reviewer.workflow.marks import BlockerKind, Standing
from ui.desk import Desk
from ui.screens.review.presenter import ReviewPresenter
from ui.texts import language_of_window
from ui.widgets.fields import heading, wrapping

_TOLD = 3
"""So many pages that became pictures are told of one by one."""
_UNREAD = (BlockerKind.UNSEEN_PAGE, BlockerKind.UNSEEN_STORY)


class ReviewHead(QWidget):
    """The upper part of the review.

    Signals:
        gate_wanted: the list of what blocks.
        record_wanted: the portal record.
        copy_wanted: prepare the copy.
    """

    gate_wanted = Signal()
    record_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, desk: Desk, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._presenter = desk, presenter
        self.name_label, self.state_label, self.counts = heading(), QLabel(), QLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(8)
        self.gate, self.record, self.prepare = (QPushButton() for _ in range(3))
        self.gate.clicked.connect(self.gate_wanted)
        self.record.clicked.connect(self.record_wanted)
        self.prepare.clicked.connect(self.copy_wanted)
        self.why, self.refusal, self.pictured = wrapping(), wrapping(), wrapping()
        self.refusal.hide()
        self._refused: ReviewerError | None = None
        line = QHBoxLayout()
        line.addWidget(self.name_label)
        line.addWidget(self.state_label)
        line.addStretch(1)
        for widget in (self.counts, self.gate, self.record, self.prepare):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self.progress)
        layout.addWidget(self.why)
        layout.addWidget(self.refusal)
        layout.addWidget(self.pictured)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.record.setText(self.tr("Portal record…"))
        self.prepare.setText(self.tr("Prepare the copy"))
        self.progress.setAccessibleName(self.tr("How much is decided"))
        self.refusal.setAccessibleName(self.tr("Why the copy was refused"))
        self.pictured.setAccessibleName(self.tr("Pages that the copy shows as pictures"))
        if self._refused is not None:
            self.show_refusal(self._refused)
        self.fill()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def fill(self) -> None:
        """Say how far the review is."""
        case = self._presenter.case
        for widget in (self.gate, self.record, self.prepare, self.progress, self.why):
            widget.setVisible(case is not None)
        if case is None:
            return
        marks = self._presenter.marks
        decided = len(marks) - sum(each.standing is Standing.UNDECIDED for each in marks)
        self.name_label.setText(case.review.name)
        self.state_label.setText(f"· {self._desk.texts.state(case.review.state)}")
        self.counts.setText(self.tr("{decided} of {all} decided").format(decided=decided, all=len(marks)))
        self.progress.setMaximum(max(len(marks), 1))
        self.progress.setValue(decided if marks else 1)
        count = len(self._presenter.blockers)
        ready = self.tr("Gate: ready")
        self.gate.setText(self.tr("Gate: %n to settle", None, count) if count else ready)
        self.prepare.setEnabled(not count and self._presenter.can_decide)
        self._say_why()
        self._say_pictured()

    def show_refusal(self, error: ReviewerError) -> None:
        """Say why the copy was refused: where and what kind, never the text."""
        self._refused = error
        self.refusal.setText(self._desk.texts.error(error))
        self.refusal.show()

    def forget_refusal(self) -> None:
        """Another document, or another try."""
        self._refused = None
        self.refusal.hide()

    def _say_why(self) -> None:
        """Why the copy cannot be prepared, beside the button that is disabled, and as its description."""
        open_ = self._open()
        if open_:
            said = self.tr("Before a copy can be prepared: {list}.").format(list=", ".join(open_))
        elif not self._presenter.can_decide:
            said = self.tr("The copy cannot be prepared at this stage, or not by the person now at work.")
        else:
            said = self.tr("Make the redacted copy and have it verified")
        self.why.setText(said if not self.prepare.isEnabled() else "")
        self.why.setVisible(not self.prepare.isEnabled())
        self.prepare.setToolTip(said)
        self.prepare.setAccessibleDescription(said)

    def _say_pictured(self) -> None:
        """Which pages of the prepared copy are pictures, and why: nobody should learn it from readers."""
        offers = self._presenter.offers
        told = offers.sentences(language_of_window()) if offers is not None else ()
        lines = [f"⚠ {each}" for each in told[:_TOLD]]
        more = len(told) - _TOLD
        if more > 0:
            lines.append(self.tr("and %n more page(s): see the sign-off sheet", None, more))
        self.pictured.setText("\n".join(lines))
        self.pictured.setVisible(bool(lines))

    def _open(self) -> list[str]:
        kinds = Counter(each.kind for each in self._presenter.blockers)
        asked = kinds.pop(BlockerKind.UNANSWERED, 0)
        undecided = kinds.pop(BlockerKind.UNDECIDED, 0)
        unread = sum(kinds.pop(kind, 0) for kind in _UNREAD)
        others = sum(kinds.values())
        said = []
        if asked:
            said.append(self.tr("%n question(s) of the document", None, asked))
        if undecided:
            said.append(self.tr("%n undecided passage(s)", None, undecided))
        if unread:
            said.append(self.tr("%n page(s) or text(s) not read", None, unread))
        if others:
            said.append(self.tr("%n decision(s) to mend", None, others))
        return said
