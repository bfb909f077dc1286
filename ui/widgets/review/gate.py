# SPDX-License-Identifier: MIT
"""What stands between the review and a copy; each row leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.desk import Desk
from ui.models.findings import GateModel, Obstacle
from ui.widgets.fields import wrapping
from ui.widgets.review.base import Pane
from ui.widgets.tables import Table


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
        column = self._column(self.ready)
        column.addWidget(self.table, 1)
        column.addStretch(0)
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
