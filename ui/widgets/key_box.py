# SPDX-License-Identifier: MIT
"""A box that the arrow keys move, on a page or on a picture: Shift changes its size, Ctrl goes by small steps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from ui.widgets.rubber_band import is_box

_STEP = 8.0
_FINE = 1.0
_FIRST = 0.2
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class KeyBox:
    """The box, or none; coordinates are those of what it lies on."""

    def __init__(self) -> None:
        self.rect: QRectF | None = None

    def begin(self, rect: QRectF | None, whole: QRectF) -> QRectF:
        """Set a box somewhere, or in the middle of the whole."""
        if rect is None:
            wide, high = whole.width() * _FIRST, whole.height() * _FIRST
            rect = QRectF(whole.center().x() - wide / 2, whole.center().y() - high / 2, wide, high)
        self.rect = QRectF(rect)
        return self.rect

    def end(self) -> QRectF | None:
        """Give the box away: there is none afterwards."""
        rect, self.rect = self.rect, None
        return rect

    def moves(self, event: QKeyEvent, whole: QRectF) -> bool:
        """Move or stretch it as far as the whole allows; False for a key that is no arrow, or without a box."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is None or self.rect is None:
            return False
        modifiers = event.modifiers()
        by = arrow * (_FINE if modifiers & Qt.KeyboardModifier.ControlModifier else _STEP)
        moved = QRectF(self.rect)
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            moved.setBottomRight(moved.bottomRight() + by)
        else:
            moved.translate(by)
        if is_box(moved) and whole.contains(moved):
            self.rect = moved
        return True
