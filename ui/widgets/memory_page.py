# SPDX-License-Identifier: MIT
"""The office memory on the screen: a list to look through, narrowed by words, and a button that forgets."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reviewer.model.review import PersonRole
from ui.desk import Desk
from ui.models.remembered import RememberedModel
from ui.office_memory import MemoryPresenter
from ui.widgets.fields import wrapping
from ui.widgets.tables import Table


class MemoryPage(QWidget):
    """What was decided before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.presenter = MemoryPresenter(desk, self)
        # A tab's own ground is too light, in the dark theme, for faded text.
        self.setAutoFillBackground(True)
        self.hint = wrapping(faded=True)
        self.filter = QLineEdit()
        self.forget_button = QPushButton()
        self.table = Table(RememberedModel(desk.texts, self), stretch=0, widest=220, spare=(6, 3))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.sort_by_click()
        row = QHBoxLayout()
        row.addWidget(self.filter, 1)
        row.addWidget(self.forget_button)
        column = QVBoxLayout(self)
        column.addWidget(self.hint)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.filter.textChanged.connect(self._filter)
        self.forget_button.clicked.connect(self._forget)
        self.table.selectionModel().selectionChanged.connect(self._able)
        self.presenter.changed.connect(self.fill)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.hint.setText(
            self.tr(
                "Names, numbers and words that somebody decided on. Where one is found again, the review says so; it "
                "never decides. Texts and names are encrypted in the store."
            )
        )
        self.filter.setPlaceholderText(self.tr("Show only texts with these words"))
        self.filter.setAccessibleName(self.tr("Show only texts with these words"))
        self.forget_button.setText(self.tr("&Forget"))
        self.forget_button.setToolTip(self.tr("The selected texts, for good; decisions in reviews stay"))
        self.table.setAccessibleName(self.tr("Office memory"))
        self.table.say_when_empty(self.tr("Nothing is remembered yet."))
        self.table.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def fill(self) -> None:
        """Show what is remembered now."""
        self.table.clearSelection()
        self.table.rows.set_rows(self.presenter.rows())
        self.table.fit()
        self._able()

    def _forget(self) -> None:
        self.presenter.forget(self.table.chosen())

    def _able(self) -> None:
        self.presenter.disarm()
        may = self._desk.may(PersonRole.AUTHOR, PersonRole.OFFICER)
        self.forget_button.setEnabled(may and bool(self.table.chosen()))

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        model = self.table.rows

        def accepts(row: object) -> bool:
            said = " ".join(model.cells(row)).casefold()
            return all(word in said for word in wanted)

        self.table.filter.accept(accepts if wanted else None)
