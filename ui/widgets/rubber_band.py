# SPDX-License-Identifier: MIT
"""The rectangle that a pointer stretches from where it went down, on a page or on a picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

SMALLEST = 4.0
"""Pixels from which a box is one; below it the hand only trembled in a click."""


class RubberBand:
    """From press to release; coordinates are the widget's."""

    def __init__(self) -> None:
        self._from: QPointF | None = None
        self._to = QPointF()

    @property
    def rect(self) -> QRectF | None:
        """What is stretched now; None when nothing is."""
        return None if self._from is None else QRectF(self._from, self._to).normalized()

    def begin(self, at: QPointF) -> None:
        """The pointer went down."""
        self._from = self._to = at

    def stretch(self, at: QPointF) -> None:
        """The pointer moved."""
        self._to = at

    def end(self, at: QPointF, within: QRectF) -> QRectF:
        """The pointer went up: what lies in the widget, empty when that is no box."""
        self.stretch(at)
        drawn = (self.rect or QRectF()).intersected(within)
        self.drop()
        return drawn if is_box(drawn) else QRectF()

    def drop(self) -> None:
        """Nothing is stretched any more."""
        self._from = None


def is_box(rect: QRectF) -> bool:
    """Whether it is large enough to be meant."""
    return rect.width() >= SMALLEST and rect.height() >= SMALLEST
