# SPDX-License-Identifier: MIT
"""Boxes that a person draws on a page: with the mouse after the button, or with the keys after Insert."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reviewer.model.document import Box
from reviewer.workflow.marks import Mark
from ui.desk import Desk
from ui.widgets.paper_pane import PaperPane


class BoxDrawing(QWidget):
    """The button, and what becomes of a box.

    Signals:
        drawn: the Box that was drawn on a page, and the Mark that it takes the place of, or None.
    """

    drawn = Signal(object, object)

    def __init__(self, desk: Desk, paper: PaperPane) -> None:
        super().__init__()
        self._desk, self._paper, self._page = desk, paper, paper.page
        self._edited: Mark | None = None
        self._explained = False
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.setObjectName("switch")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.button.toggled.connect(self._toggled)
        paper.box_drawn.connect(self._drawn)
        self._page.box_moved.connect(self._moved)
        self._page.given_up.connect(self.give_up)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.button.setText(self.tr("Draw a box"))
        self.button.setToolTip(
            self.tr(
                "Withhold an area of the page: a signature, a face, a figure. By keys: Insert, on the page"
            )
        )
        self.button.setAccessibleDescription(self.button.toolTip())

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def allow(self, *, able: bool) -> None:
        """Whether a box can be drawn on what is shown, by the person at work."""
        self._page.may_draw = able
        self.button.setEnabled(able)

    def edit(self, mark: Mark) -> bool:
        """Let the keys move a box that was drawn on the page at hand; False for anything else."""
        if not self._page.may_draw or not self._paper.edit(mark):
            return False
        self._edited = mark
        return True

    def give_up(self) -> None:
        """No box after all."""
        self._edited = None
        self.button.setChecked(False)

    def _toggled(self, on: bool) -> None:
        self._page.draw_boxes(on)
        if on:
            self._page.setFocus()
            said = self.tr("Drag over the area to withhold. By keys: Insert sets a box, the arrows move it.")
            self._desk.say(said)

    def _drawn(self, box: Box | None) -> None:
        before, self._edited, self._explained = self._edited, None, False
        self.button.setChecked(False)
        if box is not None:
            self.drawn.emit(box, before)

    def _moved(self, rect: QRectF | None) -> None:
        """Say where the box is, for those who do not see it, and keep it in sight."""
        if rect is None:
            self._edited, self._explained = None, False
            return
        self._paper.keep_in_sight(rect)
        wide, high = max(self._page.width(), 1), max(self._page.height(), 1)
        said = self.tr("Box: {left}% from the left, {top}% from the top, {wide}% wide, {high}% high.").format(
            left=round(100 * rect.left() / wide),
            top=round(100 * rect.top() / high),
            wide=round(100 * rect.width() / wide),
            high=round(100 * rect.height() / high),
        )
        how = self.tr("Arrows move it, Shift and arrows change its size, Enter withholds, Esc cancels.")
        self._desk.say(said if self._explained else f"{said} {how}")
        self._explained = True
