# SPDX-License-Identifier: MIT
"""The review screen: pages at the left, findings in the middle, the document at the right, the decision below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.errors import ReviewerError
from reviewer.model.decision import Verdict
from reviewer.model.finding import Suggestion
from reviewer.workflow.marks import Mark, Standing
from ui.desk import Desk
from ui.models.findings import Obstacle, Part
from ui.screens.review.presenter import ReviewPresenter
from ui.widgets.decision_panel import DecisionPanel
from ui.widgets.document_view import DocumentView
from ui.widgets.fields import heading, wrapping
from ui.widgets.review_lists import FindingsPane, GatePane, PartsPane, ProblemsPane

GATE_TAB = 2


class ReviewView(QWidget):
    """The review of one document.

    Signals:
        record_wanted: the id of the review whose portal record is to be filled in.
    """

    record_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.presenter = ReviewPresenter(desk, self)
        self._armed: Verdict | None = None
        self._build()
        self._connect()
        self._shortcuts()
        self.retranslate()
        self._show_nothing()

    def open(self, review_id: str) -> bool:
        """Show a review."""
        return self.presenter.open(review_id)

    def _build(self) -> None:
        self.name_label = heading()
        self.state_label = QLabel()
        self.counts = QLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(8)
        self.gate_button, self.record_button, self.prepare_button = (QPushButton() for _ in range(3))
        self.parts = PartsPane(self._desk, self.presenter)
        self.findings = FindingsPane(self._desk, self.presenter)
        self.problems = ProblemsPane(self._desk, self.presenter)
        self.gate = GatePane(self._desk)
        self.document = DocumentView(self._desk, self.presenter)
        self.panel = DecisionPanel(self._desk, self.presenter)
        self.refusal = wrapping()
        self.refusal.hide()
        self.tabs = QTabWidget()
        for pane in (self.findings, self.problems, self.gate):
            self.tabs.addTab(pane, "")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.parts, self.tabs, self.document):
            self.splitter.addWidget(widget)
        for at, stretch in enumerate((2, 5, 6)):
            self.splitter.setStretchFactor(at, stretch)
        self.splitter.setSizes([190, 560, 540])
        self.splitter.setChildrenCollapsible(False)
        head = QHBoxLayout()
        head.addWidget(self.name_label)
        head.addWidget(self.state_label)
        head.addStretch(1)
        head.addWidget(self.counts)
        head.addWidget(self.gate_button)
        head.addWidget(self.record_button)
        head.addWidget(self.prepare_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 10, 4)
        whole.setSpacing(6)
        whole.addLayout(head)
        whole.addWidget(self.progress)
        whole.addWidget(self.refusal)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.panel)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.opened.connect(self._opened)
        presenter.changed.connect(self._changed)
        presenter.moved.connect(self._moved)
        presenter.refused.connect(self._refused)
        self._desk.person_changed.connect(self._changed)
        self._desk.settings_changed.connect(self._redraw)
        self.panel.decided.connect(self._decided)
        self.panel.cleared.connect(presenter.clear)
        self.panel.undone.connect(presenter.undo)
        self.findings.table.row_chosen.connect(presenter.choose)
        self.findings.table.on_key = self._list_key
        self.document.mark_clicked.connect(presenter.choose)
        self.document.box_drawn.connect(self._box_drawn)
        self.parts.chosen.connect(self._part_chosen)
        self.gate.jumped.connect(self._jump)
        self.gate_button.clicked.connect(self.show_gate)
        self.record_button.clicked.connect(self._want_record)
        self.prepare_button.clicked.connect(presenter.prepare)

    def _shortcuts(self) -> None:
        for keys, act in (
            ("F8", self.next_undecided),
            ("Shift+F8", self.previous_undecided),
            ("F4", self.show_gate),
            ("F6", self.next_pane),
            ("Shift+F6", self.previous_pane),
            ("F7", self.document.focus_text),
            ("F9", self.document.toggle_preview),
            ("Ctrl+Z", self.presenter.undo),
            ("Ctrl+Y", self.presenter.redo),
            ("Ctrl+M", self._to_note),
            ("Ctrl+Shift+M", self.withhold_selection),
            ("Ctrl+Shift+K", self.parts.mark_read),
            ("Ctrl+PgDown", self.parts.go_next),
            ("Ctrl+PgUp", self.parts.go_previous),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.record_button.setText(self.tr("Portal record…"))
        self.prepare_button.setText(self.tr("Prepare the copy"))
        self.prepare_button.setToolTip(self.tr("Make the redacted copy and have it verified"))
        self.tabs.setTabText(0, self.tr("Findings"))
        self.progress.setAccessibleName(self.tr("How much is decided"))
        self.refusal.setAccessibleName(self.tr("Why the copy was refused"))
        self.tabs.setAccessibleName(self.tr("Findings, questions and what blocks"))
        self._say_head()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def next_undecided(self) -> None:
        """Go to the next undecided passage."""
        self.presenter.step(1)
        self.findings.table.setFocus()

    def previous_undecided(self) -> None:
        """Go to the previous undecided passage."""
        self.presenter.step(-1)
        self.findings.table.setFocus()

    def show_gate(self) -> None:
        """Show what blocks."""
        self.tabs.setCurrentIndex(GATE_TAB)
        self.gate.table.setFocus()

    def next_pane(self) -> None:
        """Move the focus to the next pane."""
        self._focus_pane(1)

    def previous_pane(self) -> None:
        """Move the focus to the previous pane."""
        self._focus_pane(-1)

    def withhold_selection(self) -> None:
        """Withhold what is selected in the text."""
        span = self.document.selected()
        if span is None:
            self._desk.warn(self.tr("Select the text to withhold first, in the text view."))
        else:
            self.presenter.decide_on(span, Verdict.WITHHOLD, self.panel.wording(everywhere=False))

    def _show_nothing(self) -> None:
        shown = self.presenter.case is not None
        buttons = (self.gate_button, self.record_button, self.prepare_button)
        for widget in (self.splitter, self.panel, self.progress, *buttons):
            widget.setVisible(shown)

    def _opened(self) -> None:
        self._show_nothing()
        self.refusal.hide()
        self.tabs.setCurrentIndex(0)
        self.document.show_document()
        self._fill()
        self.findings.table.setFocus()

    def _changed(self) -> None:
        if self.presenter.case is not None:
            self._fill()
            self.panel.show_mark(self.presenter.mark)

    def _fill(self) -> None:
        self.parts.fill()
        self.findings.fill()
        self.problems.fill()
        self.gate.fill(self.presenter.obstacles())
        self.document.show_marks()
        self._say_head()

    def _redraw(self) -> None:
        if self.presenter.case is not None:
            self.document.show_marks()

    def _moved(self, mark: Mark | None) -> None:
        self._armed = None
        self.findings.table.select(mark)
        self.document.show_mark(mark)
        self.panel.show_mark(mark)

    def _say_head(self) -> None:
        case = self.presenter.case
        if case is None:
            self.name_label.setText(self.tr("Open a document from the queue."))
            return
        marks = self.presenter.marks
        undecided = sum(each.standing is Standing.UNDECIDED for each in marks)
        decided = len(marks) - undecided
        self.name_label.setText(case.review.name)
        self.state_label.setText(f"· {self._desk.texts.state(case.review.state)}")
        self.counts.setText(self.tr("{decided} of {all} decided").format(decided=decided, all=len(marks)))
        self.progress.setMaximum(max(len(marks), 1))
        self.progress.setValue(decided if marks else 1)
        count = len(self.presenter.blockers)
        ready = self.tr("Gate: ready")
        self.gate_button.setText(self.tr("Gate: %n to settle", None, count) if count else ready)
        self.prepare_button.setEnabled(not count and self.presenter.can_decide)
        asked = len(self.problems.unanswered())
        self.tabs.setTabText(1, self.tr("Questions") + (f" ({asked})" if asked else ""))
        self.tabs.setTabText(GATE_TAB, self.tr("Gate") + (f" ({count})" if count else ""))

    def _decided(self, verdict: Verdict) -> None:
        self.presenter.decide(verdict, self.panel.wording())
        self.findings.table.setFocus()

    def _box_drawn(self, box: object) -> None:
        if box is not None:
            self.presenter.decide_on(box, Verdict.WITHHOLD, self.panel.wording(everywhere=False))  # type: ignore[arg-type]

    def _part_chosen(self, part: Part) -> None:
        self.document.show_part(part)

    def _jump(self, obstacle: Obstacle) -> None:
        blocker = obstacle.blocker
        mark = self.presenter.mark_at(blocker.span)
        if mark is not None:
            self.tabs.setCurrentIndex(0)
            self.findings.show_all()
            self.presenter.choose(mark)
            self.findings.table.setFocus()
        elif blocker.problem is not None and self.problems.select(blocker.problem):
            self.tabs.setCurrentIndex(1)
            self.problems.table.setFocus()
        else:
            self.parts.select(blocker.page, blocker.story)

    def _refused(self, error: ReviewerError) -> None:
        places = error.facts.get("places")
        lines = [self._desk.texts.error(error)]
        if isinstance(places, tuple):
            lines += [f"• {place}" for place in places]
        self.refusal.setText("\n".join(lines))
        self.refusal.show()

    def _want_record(self) -> None:
        if self.presenter.case is not None:
            self.record_wanted.emit(self.presenter.case.review.id)

    def _to_note(self) -> None:
        self.panel.note.setFocus()

    def _focus_pane(self, direction: int) -> None:
        pane = self.tabs.currentWidget()
        middle = getattr(pane, "table", pane)
        panes: list[QWidget] = [self.parts.table, middle, self.document.focus_widget(), self.panel.ground]
        at = next(
            (number for number, each in enumerate(panes) if each.hasFocus()), -1 if direction > 0 else 0
        )
        panes[(at + direction) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _list_key(self, event: QKeyEvent) -> bool:
        """Keys of the list: verdicts without leaving it."""
        everywhere = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._decide_by_key(Verdict.DISCLOSE if shift else self._removal(), everywhere=everywhere)
            return True
        if event.key() == Qt.Key.Key_Space:
            self.presenter.clear()
            return True
        return False

    def _removal(self) -> Verdict:
        """How the passage at hand is removed: a marking is struck, it has no ground to be withheld on."""
        mark = self.presenter.mark
        struck = (
            mark is not None and mark.finding is not None and mark.finding.suggestion is Suggestion.STRIKE
        )
        return Verdict.STRIKE if struck else Verdict.WITHHOLD

    def _decide_by_key(self, verdict: Verdict, *, everywhere: bool) -> None:
        mark = self.presenter.mark
        count = len(self.presenter.same_places(mark)) if mark else 0
        if everywhere and count > 1 and self._armed is not verdict:
            # Many places at once: the number is said first, the same keys again confirm it.
            self._armed = verdict
            self.panel.everywhere.setChecked(True)
            what = self._desk.texts.verdict(verdict)
            said = self.tr("{verdict}: %n place(s). Press the same keys again to confirm.", None, count)
            self._desk.say(said.format(verdict=what))
            return
        self.presenter.decide(verdict, self.panel.wording(everywhere=everywhere))
        self.findings.table.setFocus()
