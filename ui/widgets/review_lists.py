# SPDX-License-Identifier: MIT
"""The lists of the review: pages and stories, findings with their filter, questions with their answers, the gate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reviewer.model.document import Choice
from reviewer.workflow.marks import Mark, Standing
from ui.desk import Desk
from ui.models.findings import FindingsModel, GateModel, Obstacle, Part, PartsModel, ProblemsModel, Question
from ui.screens.review.presenter import ReviewPresenter
from ui.widgets.fields import Pick, wrapping
from ui.widgets.tables import Table

_ALL = ""


class Pane(QWidget):
    """One list with what belongs to it."""

    def _column(self, *widgets: QWidget) -> QVBoxLayout:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        for widget in widgets:
            layout.addWidget(widget)
        return layout

    def retranslate(self) -> None:
        """Say everything in the language of the window."""

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class PartsPane(Pane):
    """Pages and stories.

    Signals:
        chosen: the Part to show.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.table = Table(PartsModel(desk.texts, self), stretch=1, narrowest=80)
        self.read_button = QPushButton()
        self.read_button.clicked.connect(self.mark_read)
        self.table.row_chosen.connect(self.chosen)
        self._column(self.table, self.read_button)
        self.setMinimumWidth(150)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.table.setAccessibleName(self.tr("Pages and texts of the document"))
        self.read_button.setText(self.tr("I have read this"))
        self.read_button.setToolTip(self.tr("Ctrl+Shift+K: mark as read and go on"))
        self.table.retranslate()

    def fill(self) -> None:
        """Show the parts again, the same one at hand."""
        at = self.table.current()
        self.table.rows.set_rows(self._presenter.parts())
        if at is not None:
            self.select(at.page, at.story, quietly=True)
        self.read_button.setEnabled(self._presenter.can_decide)

    def select(self, page: int | None, story: str | None, *, quietly: bool = False) -> None:
        """Go to a page or a story."""
        rows: tuple[Part, ...] = self.table.rows.rows
        found = next((each for each in rows if each.story == story and story is not None), None)
        found = found or next(
            (each for each in rows if each.story is None and each.page == page and page), None
        )
        if found is not None:
            self.table.select(found, quietly=quietly)

    def mark_read(self) -> None:
        """The person read the part at hand: record it and go to the next one that is not read."""
        rows: tuple[Part, ...] = self.table.rows.rows
        part = self.table.current() or (rows[0] if rows else None)
        if part is None or not self._presenter.see(part):
            return
        rows = self.table.rows.rows
        at = next((n for n, each in enumerate(rows) if (each.page, each.story) == (part.page, part.story)), 0)
        following = next((each for each in (*rows[at:], *rows[:at]) if not each.read), None)
        if following is not None:
            self.table.select(following, quietly=False)

    def go_next(self) -> None:
        """The next page or story."""
        self._go(1)

    def go_previous(self) -> None:
        """The previous page or story."""
        self._go(-1)

    def _go(self, step: int) -> None:
        rows = self.table.rows.rows
        part = self.table.current()
        at = rows.index(part) if part in rows else -1
        if rows and 0 <= at + step < len(rows):
            self.table.select(rows[at + step], quietly=False)


class FindingsPane(Pane):
    """Findings, filtered by standing and by type."""

    def __init__(self, desk: Desk, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = presenter
        self.model = FindingsModel(desk.texts, self)
        self.table = Table(self.model, stretch=1, narrowest=130, widest=116)
        self.standing, self.category = Pick(), Pick()
        self.standing.currentIndexChanged.connect(self._filter)
        self.category.currentIndexChanged.connect(self._filter)
        filters = QHBoxLayout()
        filters.addWidget(self.standing)
        filters.addWidget(self.category)
        layout = self._column()
        layout.addLayout(filters)
        layout.addWidget(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.table.setAccessibleName(self.tr("Findings"))
        self.standing.setAccessibleName(self.tr("Show only this standing"))
        self.category.setAccessibleName(self.tr("Show only this type"))
        self._offer()
        self.table.retranslate()

    def fill(self) -> None:
        """Show the marks again, the same one at hand."""
        if self._presenter.document is None:
            return
        self._offer()
        self.model.show_document(self._presenter.document, self._presenter.marks)
        self._filter()
        self.table.fit()
        self.table.select(self._presenter.mark)

    def show_all(self) -> None:
        """Take the filters away."""
        self.standing.choose(_ALL)
        self.category.choose(_ALL)

    def _offer(self) -> None:
        texts, marks = self._desk.texts, self._presenter.marks
        here = [each for each in Standing if any(mark.standing is each for mark in marks)]
        counted = [(each, sum(mark.standing is each for mark in marks)) for each in here]
        every = (self.tr("All: %n", None, len(marks)), _ALL)
        self.standing.offer([every, *((f"{texts.standing(each)} ({n})", each.value) for each, n in counted)])
        kinds = sorted({mark.finding.category for mark in marks if mark.finding}, key=texts.category)
        self.category.offer(
            [(self.tr("All types"), _ALL), *((texts.category(each), each.value) for each in kinds)]
        )

    def _filter(self) -> None:
        standing, category = self.standing.value(), self.category.value()

        def accepts(mark: Mark) -> bool:
            right_kind = not category or (mark.finding is not None and mark.finding.category == category)
            return right_kind and (not standing or mark.standing == standing)

        self.table.filter.accept(accepts if standing or category else None)


class ProblemsPane(Pane):
    """Questions that the document asks, and the answers a person can give."""

    def __init__(self, desk: Desk, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = presenter
        self.table = Table(ProblemsModel(desk.texts, self), stretch=0)
        self.table.row_chosen.connect(self._show_choices)
        self.answer = Pick()
        self.give, self.safe = QPushButton(), QPushButton()
        self.give.clicked.connect(self._give)
        self.safe.clicked.connect(self._give_safe)
        row = QHBoxLayout()
        row.addWidget(self.answer)
        row.addWidget(self.give)
        self.none = wrapping(faded=True)
        layout = self._column(self.none, self.table)
        layout.addLayout(row)
        layout.addWidget(self.safe)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.table.setAccessibleName(self.tr("Questions of the document"))
        self.answer.setAccessibleName(self.tr("Answer to the selected question"))
        self.give.setText(self.tr("Answer"))
        self.none.setText(self.tr("This document asks nothing."))
        self.table.retranslate()
        self._show_choices(self.table.current())
        self._say_safe()

    def fill(self) -> None:
        """Show the questions again, the same one at hand."""
        at = self.table.current()
        questions = self._presenter.questions()
        self.table.rows.set_rows(questions)
        wanted = at.problem.id if at else questions[0].problem.id if questions else None
        if wanted is not None:
            self.select(wanted)
        for widget in (self.table, self.answer, self.give, self.safe):
            widget.setVisible(bool(questions))
        self.none.setVisible(not questions)
        self._show_choices(self.table.current())
        self._say_safe()

    def select(self, problem: str) -> bool:
        """Go to a question."""
        rows: tuple[Question, ...] = self.table.rows.rows
        found = next((each for each in rows if each.problem.id == problem), None)
        return found is not None and self.table.select(found, quietly=False)

    def unanswered(self) -> tuple[Question, ...]:
        """Questions without an answer that lets a copy be made."""
        return tuple(each for each in self.table.rows.rows if each.choice in {None, Choice.STOP})

    def _show_choices(self, question: Question | None) -> None:
        choices = question.problem.choices if question else ()
        self.answer.offer((self._desk.texts.choice(each), each.value) for each in choices)
        if question is not None:
            self.answer.choose((question.choice or question.problem.safe).value)
        self.give.setEnabled(question is not None and self._presenter.can_decide)

    def _say_safe(self) -> None:
        count = len(self._presenter.safe_answers())
        self.safe.setText(self.tr("Take the safe answer to %n question(s)", None, count))
        self.safe.setEnabled(bool(count) and self._presenter.can_decide)

    def _give(self) -> None:
        question = self.table.current()
        if question is not None and self.answer.value():
            self._presenter.answer({question.problem.id: Choice(self.answer.value())})

    def _give_safe(self) -> None:
        self._presenter.answer(self._presenter.safe_answers())


class GatePane(Pane):
    """What stands between the review and a copy; a row leads to its place.

    Signals:
        jumped: the Obstacle to go to.
    """

    jumped = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.ready = wrapping()
        self.table = Table(GateModel(desk.texts, self), stretch=1, widest=280)
        self.table.row_opened.connect(self.jumped)
        self.table.clicked.connect(self._clicked)
        self._column(self.ready, self.table)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.table.setAccessibleName(self.tr("What stands between this review and a copy"))
        self.ready.setText(self.tr("Nothing blocks: the copy can be prepared."))
        self.table.retranslate()

    def fill(self, obstacles: Sequence[Obstacle]) -> None:
        """Show what blocks now."""
        self.table.rows.set_rows(obstacles)
        self.ready.setVisible(not obstacles)
        self.table.setVisible(bool(obstacles))

    def _clicked(self) -> None:
        row = self.table.current()
        if row is not None:
            self.jumped.emit(row)
