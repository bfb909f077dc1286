# SPDX-License-Identifier: MIT
"""Pages and stories at the left of the review, and what was read of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ui.desk import Desk
from ui.models.findings import Part, PartsModel
from ui.screens.review.presenter import ReviewPresenter
from ui.widgets.review.base import Pane
from ui.widgets.tables import Table


class PartsPane(Pane):
    """Pages and stories.

    Signals:
        chosen: the Part to show.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.table = Table(PartsModel(desk.texts, self), stretch=1, narrowest=60)
        self.read_button = QPushButton()
        self.read_button.clicked.connect(self.mark_read)
        self.table.row_chosen.connect(self.chosen)
        self._column(self.table, self.read_button)
        self.setMinimumWidth(176)
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
