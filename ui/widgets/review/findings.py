# SPDX-License-Identifier: MIT
"""Findings of the review, filtered by standing and by type."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from reviewer.workflow.marks import Mark, Standing
from ui.desk import Desk
from ui.models.findings import FindingsModel
from ui.screens.review.presenter import ReviewPresenter
from ui.widgets.fields import Pick
from ui.widgets.review.base import Pane
from ui.widgets.tables import Table

_ALL = ""


class FindingsPane(Pane):
    """Findings, filtered by standing and by type."""

    def __init__(self, desk: Desk, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._desk = desk
        self._presenter = presenter
        self.model = FindingsModel(desk.texts, self)
        self.table = Table(self.model, stretch=1, narrowest=120, widest=132, spare=(5, 4))
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
        self.table.say_when_empty(self.tr("No passage is listed here."))
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
