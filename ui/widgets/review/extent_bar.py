# SPDX-License-Identifier: MIT
"""Changes how far a passage reaches: its two ends move by word or by letter until the person keeps them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer.model.document import Span
from reviewer.workflow.extents import Edge, move
from reviewer.workflow.marks import Mark
from ui.models.findings import one_line
from ui.screens.review.presenter import ReviewPresenter
from ui.widgets.fields import wrapping

_STEPS = ((Edge.START, -1), (Edge.START, 1), (Edge.END, -1), (Edge.END, 1))
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ExtentBar(QWidget):
    """A passage whose ends are moved.

    Signals:
        shown: the Span as it is now.
        kept: the Mark and its new Span.
        left: nothing is to change.
    """

    shown = Signal(object)
    kept = Signal(object, object)
    left = Signal()

    def __init__(self, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._mark: Mark | None = None
        self._span: Span | None = None
        self.text, self.help = wrapping(), wrapping(faded=True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.labels = {edge: QLabel() for edge in Edge}
        self.buttons = {step: QPushButton("◂" if step[1] < 0 else "▸") for step in _STEPS}
        for button in self.buttons.values():
            button.setFixedWidth(button.fontMetrics().horizontalAdvance("◂◂") + 18)
            button.clicked.connect(self._pressed)
        self.keep, self.leave = QPushButton(), QPushButton()
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.stop)
        row = QHBoxLayout()
        for edge in Edge:
            row.addWidget(self.labels[edge])
            for step in (-1, 1):
                row.addWidget(self.buttons[edge, step])
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(4)
        for widget in (self.text, self.help):
            layout.addWidget(widget)
        layout.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(self.tr("Extent of the passage"))
        self.labels[Edge.START].setText(self.tr("Beginning"))
        self.labels[Edge.END].setText(self.tr("End"))
        for (edge, step), button in self.buttons.items():
            button.setAccessibleName(
                {
                    (Edge.START, -1): self.tr("Begin earlier"),
                    (Edge.START, 1): self.tr("Begin later"),
                    (Edge.END, -1): self.tr("End earlier"),
                    (Edge.END, 1): self.tr("End later"),
                }[edge, step]
            )
        self.leave.setText(self.tr("Leave as it was"))
        self.help.setText(
            self.tr(
                "Left and right arrow move the end, with Ctrl the beginning; with Shift by letter. "
                "Enter keeps it, Esc leaves it as it was."
            )
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def begin(self, mark: Mark) -> bool:
        """Take a passage; False for one that is no text."""
        place = mark.decision.target if mark.decision is not None else mark.target
        if not isinstance(place, Span):
            return False
        self._mark, self._span = mark, place
        self._say()
        self.show()
        self.setFocus()
        self.shown.emit(place)
        return True

    def stop(self) -> None:
        """Leave everything as it was."""
        if self._mark is not None:
            self._mark = self._span = None
            self.hide()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move an end, Enter keeps, Esc leaves."""
        modifiers = event.modifiers()
        step = _KEYS.get(Qt.Key(event.key()))
        if step is not None:
            edge = Edge.START if modifiers & Qt.KeyboardModifier.ControlModifier else Edge.END
            self._move(edge, step, by_letter=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _move(self, edge: Edge, step: int, *, by_letter: bool) -> None:
        document = self._presenter.document
        if self._span is not None and document is not None:
            self._span = move(document, self._span, edge, step, by_letter=by_letter)
            self._say()
            self.shown.emit(self._span)

    def _pressed(self) -> None:
        pressed = self.sender()
        shift = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        for (edge, step), button in self.buttons.items():
            if button is pressed:
                self._move(edge, step, by_letter=shift)

    def _keep(self) -> None:
        mark, span = self._mark, self._span
        self._mark = self._span = None
        self.hide()
        if mark is not None and span is not None:
            self.kept.emit(mark, span)

    def _say(self) -> None:
        document, mark = self._presenter.document, self._mark
        decided = mark is not None and mark.decision is not None
        self.keep.setText(self.tr("Keep this extent") if decided else self.tr("Withhold this extent"))
        if document is not None and self._span is not None:
            said = one_line(document.text_of(self._span))
            self.text.setText(self.tr("Extent: “{text}”").format(text=said))
