# SPDX-License-Identifier: MIT
"""The review screen: pages at the left, lists in the middle, the document at the right, the decision below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from reviewer.model.decision import Verdict
from reviewer.workflow.marks import Mark
from ui.desk import Desk
from ui.models.findings import Obstacle
from ui.screens.review.presenter import ReviewPresenter
from ui.widgets.decision_panel import DecisionPanel
from ui.widgets.review.extent_bar import ExtentBar
from ui.widgets.review.find import FindPane
from ui.widgets.review.findings import FindingsPane
from ui.widgets.review.gate import GatePane
from ui.widgets.review.head import ReviewHead
from ui.widgets.review.nothing import Nothing
from ui.widgets.review.parts import PartsPane
from ui.widgets.review.questions import QuestionsPane
from ui.widgets.review.right_side import RightSide
from ui.widgets.review.verdicts import Verdicts


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
        self._build()
        self._connect()
        self._shortcuts()
        self.retranslate()
        self._show_nothing()

    def open(self, review_id: str) -> bool:
        """Show a review."""
        return self.presenter.open(review_id)

    def _build(self) -> None:
        self.head = ReviewHead(self._desk, self.presenter)
        self.parts = PartsPane(self._desk, self.presenter)
        self.findings = FindingsPane(self._desk, self.presenter)
        self.questions = QuestionsPane(self._desk, self.presenter)
        self.search = FindPane(self._desk, self.presenter)
        self.gate = GatePane(self._desk)
        self.right = RightSide(self._desk, self.presenter)
        self.document, self.picture = self.right.document, self.right.picture
        self.extent = ExtentBar(self.presenter)
        self.panel = DecisionPanel(self._desk, self.presenter)
        self.verdicts = Verdicts(self._desk, self.presenter, self.panel)
        self.tabs = QTabWidget()
        for pane in (self.findings, self.questions, self.gate, self.search):
            self.tabs.addTab(pane, "")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.parts, self.tabs, self.right):
            self.splitter.addWidget(widget)
        for at, stretch in enumerate((2, 5, 6)):
            self.splitter.setStretchFactor(at, stretch)
        self.splitter.setSizes([190, 560, 540])
        self.splitter.setChildrenCollapsible(False)
        self.nothing = Nothing()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 10, 4)
        whole.setSpacing(6)
        whole.addWidget(self.nothing, 1)
        whole.addWidget(self.head)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.extent)
        whole.addWidget(self.panel)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.opened.connect(self._opened)
        presenter.changed.connect(self._changed)
        presenter.moved.connect(self._moved)
        presenter.refused.connect(self.head.show_refusal)
        presenter.batch.counted.connect(self.panel.show_counts)
        self._desk.person_changed.connect(self._changed)
        self._desk.settings_changed.connect(self._redraw)
        self.panel.decided.connect(self._decided)
        self.panel.cleared.connect(presenter.clear)
        self.panel.undone.connect(presenter.undo)
        self.findings.table.row_chosen.connect(presenter.choose)
        self.findings.table.on_key = self.verdicts.press
        self.verdicts.decided.connect(self.findings.table.setFocus)
        self.questions.jumped.connect(self.right.show_story)
        self.questions.passed.connect(self.right.show_span)
        self.questions.chosen.connect(self.right.show_question)
        self.right.pictures_read.connect(self._pictures_read)
        self.picture.mark_clicked.connect(presenter.choose)
        self.picture.withheld.connect(self.verdicts.withhold)
        self.search.found.connect(self.document.text.show_found)
        self.search.shown.connect(self.right.show_span)
        self.search.wanted.connect(self.verdicts.withhold_all)
        self.extent.shown.connect(self.right.show_span)
        self.extent.kept.connect(self.verdicts.keep_extent)
        self.extent.left.connect(self.findings.table.setFocus)
        self.document.mark_clicked.connect(presenter.choose)
        self.document.box_drawn.connect(self.verdicts.withhold)
        self.parts.chosen.connect(self.right.show_part)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.gate.jumped.connect(self._jump)
        self.head.gate_wanted.connect(self.show_gate)
        self.head.record_wanted.connect(self._want_record)
        self.head.copy_wanted.connect(presenter.prepare)

    def _shortcuts(self) -> None:
        for keys, act in (
            ("F2", self.edit_extent),
            ("F8", self.next_undecided),
            ("Shift+F8", self.previous_undecided),
            ("F4", self.show_gate),
            ("F6", self.next_pane),
            ("Shift+F6", self.previous_pane),
            ("F7", self.document.focus_text),
            ("F9", self.document.toggle_preview),
            ("Ctrl+F", self.show_find),
            ("Ctrl+Z", self.presenter.undo),
            ("Ctrl+Y", self.presenter.redo),
            ("Ctrl+M", self._to_note),
            ("Ctrl+G", self.panel.generalise),
            ("Ctrl+Shift+M", self.withhold_selection),
            ("Ctrl+Shift+K", self.parts.mark_read),
            ("Ctrl+PgDown", self.next_part),
            ("Ctrl+PgUp", self.previous_part),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.tabs.setAccessibleName(self.tr("Findings, questions, what blocks, what was found"))
        self._say_tabs()

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
        self.tabs.setCurrentWidget(self.gate)
        self.gate.table.setFocus()

    def show_find(self) -> None:
        """Search for words, or for the words that are selected."""
        self.tabs.setCurrentWidget(self.search)
        span, document = self.right.selected(), self.presenter.document
        self.search.begin(document.text_of(span) if span is not None and document is not None else "")

    def edit_extent(self) -> None:
        """Change how far the passage at hand reaches."""
        mark = self.presenter.mark
        able = mark is not None and self.presenter.can_decide
        edited = mark is not None and able and (self.picture.edit(mark) or self.document.boxes.edit(mark))
        if mark is None or not able or not (edited or self.extent.begin(mark)):
            self._desk.warn(self.tr("Choose a passage of text first; its extent can then be changed."))

    def next_pane(self) -> None:
        """Move the focus to the next pane."""
        self._focus_pane(1)

    def previous_pane(self) -> None:
        """Move the focus to the previous pane."""
        self._focus_pane(-1)

    def next_part(self) -> None:
        """The next page on the screen, or the next part of the list."""
        if not self.document.turn(1):
            self.parts.go_next()

    def previous_part(self) -> None:
        """The page before, or the part before."""
        if not self.document.turn(-1):
            self.parts.go_previous()

    def withhold_selection(self) -> None:
        """Withhold what is selected in the text."""
        span = self.right.selected()
        if self.right.in_picture:
            self.picture.withhold_chosen()
        elif span is None:
            self._desk.warn(self.tr("Select the text to withhold first, in the text view."))
        else:
            self.verdicts.withhold(span)

    def _show_nothing(self) -> None:
        shown = self.presenter.case is not None
        self.nothing.setVisible(not shown)
        for widget in (self.head, self.splitter, self.panel):
            widget.setVisible(shown)

    def _opened(self) -> None:
        self._show_nothing()
        self.head.forget_refusal()
        self.extent.stop()
        self.tabs.setCurrentWidget(self.findings)
        self.right.show_document()
        self.search.open()
        self._fill()
        self.findings.table.setFocus()

    def _changed(self) -> None:
        if self.presenter.case is not None:
            self._fill()
            self.panel.show_mark(self.presenter.mark)

    def _fill(self) -> None:
        self.parts.fill()
        self.findings.fill()
        self.questions.fill()
        self.search.fill()
        self.gate.fill(self.presenter.obstacles())
        self.right.show_marks()
        self.head.fill()
        self._say_tabs()

    def _redraw(self) -> None:
        if self.presenter.case is not None:
            self.right.show_marks()

    def _moved(self, mark: Mark | None) -> None:
        self.verdicts.disarm()
        self.extent.stop()
        self.findings.table.select(mark)
        self.right.show_mark(mark)
        self.panel.show_mark(mark)

    def _pictures_read(self) -> None:
        self.questions.show_more(self.right.small_images(), self.right.pictures.passages)
        self._tab_changed()

    def _tab_changed(self) -> None:
        if self.tabs.currentWidget() is self.questions:
            self.questions.show_chosen()

    def _say_tabs(self) -> None:
        asked, blocking = len(self.questions.unanswered()), len(self.presenter.blockers)
        for pane, title, count in (
            (self.findings, self.tr("Findings", "tab"), 0),
            (self.questions, self.tr("The document asks"), asked),
            (self.gate, self.tr("Gate"), blocking),
            (self.search, self.tr("Find"), 0),
        ):
            self.tabs.setTabText(self.tabs.indexOf(pane), f"{title} ({count})" if count else title)

    def _decided(self, verdict: Verdict) -> None:
        self.verdicts.decide(verdict, self.panel.reach())

    def _jump(self, obstacle: Obstacle) -> None:
        blocker = obstacle.blocker
        mark = self.presenter.mark_at(blocker.span)
        if mark is not None:
            self.tabs.setCurrentWidget(self.findings)
            self.findings.show_all()
            self.presenter.choose(mark)
            self.findings.table.setFocus()
        elif blocker.problem is not None and self.questions.select(blocker.problem):
            self.tabs.setCurrentWidget(self.questions)
            self.questions.table.setFocus()
        else:
            self.parts.select(blocker.page, blocker.story)

    def _want_record(self) -> None:
        if self.presenter.case is not None:
            self.record_wanted.emit(self.presenter.case.review.id)

    def _to_note(self) -> None:
        self.panel.note.setFocus()

    def _focus_pane(self, direction: int) -> None:
        pane = self.tabs.currentWidget()
        middle = getattr(pane, "table", pane)
        panes: list[QWidget] = [self.parts.table, middle, self.right.focus_widget(), self.panel.ground]
        at = next(
            (number for number, each in enumerate(panes) if each.hasFocus()), -1 if direction > 0 else 0
        )
        panes[(at + direction) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)
