# SPDX-License-Identifier: MIT
"""Finds words in every text of the document, lists every place, and withholds all of them once the person confirms."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton

from reviewer.model.document import Span
from reviewer.workflow.search import Search
from ui.desk import Desk
from ui.models.found import FoundModel, Place
from ui.screens.review.presenter import ReviewPresenter
from ui.widgets.fields import wrapping
from ui.widgets.review.base import Pane
from ui.widgets.tables import Table

_AT_ONCE = 500
"""More places than this are counted, not listed: nobody reads such a list."""


class FindPane(Pane):
    """Words to find, and where they are.

    Signals:
        found: the places that are listed, as a tuple of Span.
        shown: the Span to show.
        wanted: the places to withhold, as a tuple of Span.
    """

    found = Signal(object)
    shown = Signal(object)
    wanted = Signal(object)

    def __init__(self, desk: Desk, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._desk = desk
        self._search: Search | None = None
        self._places: tuple[Span, ...] = ()
        self._armed = False
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._changed)
        self.whole = QCheckBox()
        self.whole.toggled.connect(self._changed)
        self.previous, self.following, self.all = QPushButton("▲"), QPushButton("▼"), QPushButton()
        self.previous.clicked.connect(self.go_previous)
        self.following.clicked.connect(self.go_next)
        self.all.clicked.connect(self.withhold_all)
        self.count = wrapping()
        self.table = Table(FoundModel(desk.texts, self), stretch=0, widest=170)
        self.table.row_chosen.connect(self._row)
        field, row = QHBoxLayout(), QHBoxLayout()
        for button in (self.previous, self.following):
            button.setFixedWidth(button.fontMetrics().horizontalAdvance("▲▲") + 18)
        for widget in (self.words, self.previous, self.following):
            field.addWidget(widget)
        row.addWidget(self.whole)
        row.addStretch(1)
        row.addWidget(self.all)
        layout = self._column()
        layout.addLayout(field)
        layout.addLayout(row)
        layout.addWidget(self.count)
        layout.addWidget(self.table, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.words.setPlaceholderText(self.tr("Find in every text of the document"))
        self.words.setAccessibleName(self.tr("Words to find"))
        self.whole.setText(self.tr("Whole &words"))
        self.previous.setAccessibleName(self.tr("Previous place"))
        self.previous.setToolTip(self.tr("Previous place: Shift+Enter"))
        self.following.setAccessibleName(self.tr("Next place"))
        self.following.setToolTip(self.tr("Next place: Enter"))
        self.all.setToolTip(self.tr("Alt+Enter, twice. Whole words only; one undo takes all of it back."))
        self.table.setAccessibleName(self.tr("Places that were found"))
        self.table.retranslate()
        self._say()

    def open(self) -> None:
        """Another document: nothing is found in it yet."""
        document = self._presenter.document
        self._search = Search(document) if document else None
        self.words.blockSignals(True)
        self.words.clear()
        self.words.blockSignals(False)
        self._changed()

    def fill(self) -> None:
        """Say again whether the places may be withheld."""
        self._say()

    def begin(self, words: str) -> None:
        """Take the selected words, if there are any, and let the person type."""
        if words and "\n" not in words:
            self.words.setText(words)
        self.words.selectAll()
        self.words.setFocus()

    def go_next(self) -> None:
        """Show the next place, round the end."""
        self._go(1)

    def go_previous(self) -> None:
        """Show the previous place, round the beginning."""
        self._go(-1)

    def withhold_all(self) -> None:
        """Say how many places it would be; asked for again, withhold them."""
        places = self.whole_places()
        if not places or not self._presenter.can_decide:
            return
        if not self._armed:
            self._armed = True
            self._say()
            self._desk.say(self.all.text())
            return
        self._armed = False
        self.wanted.emit(places)
        self._say()

    def whole_places(self) -> tuple[Span, ...]:
        """The places that can be withheld together: whole words, never parts of words."""
        return self._search.find(self.words.text(), whole_words=True) if self._search else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Shift+Enter go through the places, Alt+Enter withholds them."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.withhold_all()
        else:
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)

    def _changed(self) -> None:
        self._armed = False
        words = self.words.text()
        found = self._search.find(words, whole_words=self.whole.isChecked()) if self._search else ()
        self._places = found
        search = self._search
        rows = (
            tuple(Place(search.document, each, *search.around(each)) for each in found[:_AT_ONCE])
            if search
            else ()
        )
        self.table.rows.set_rows(rows)
        self._say()
        self.found.emit(found)

    def _go(self, step: int) -> None:
        rows = self.table.rows.rows
        if not rows:
            return
        at = self.table.current()
        number = rows.index(at) if at in rows else -1 if step > 0 else 0
        self.table.select(rows[(number + step) % len(rows)], quietly=False)

    def _row(self, place: Place) -> None:
        self._say()
        self.shown.emit(place.span)

    def _say(self) -> None:
        self.count.setText(self._said())
        count = len(self.whole_places())
        ground = self.tr("Press again: withhold %n place(s)", None, count)
        self.all.setText(ground if self._armed else self.tr("Withhold all: %n", None, count))
        self.all.setEnabled(bool(count) and self._presenter.can_decide)

    def _said(self) -> str:
        if not self.words.text().strip():
            return self.tr("Case, accents and spacing do not count.")
        count = len(self._places)
        if not count:
            return self.tr("Found nowhere.")
        found = self.tr("%n place(s)", None, count)
        texts = self.tr("in %n text(s)", None, len({each.story for each in self._places}))
        rows, at = self.table.rows.rows, self.table.current()
        where = f"{rows.index(at) + 1} / " if at in rows else ""
        shown = (
            self.tr(" – the first {count} are listed").format(count=len(rows)) if count > len(rows) else ""
        )
        return f"{where}{found} {texts}{shown}"
