# SPDX-License-Identifier: MIT
"""One page of a PDF as an image with its marks over it; a box may be drawn over what no text says."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from reviewer.workflow.marks import Mark, Standing
from ui.settings import Theme
from ui.theme import palette_of
from ui.widgets.key_box import KeyBox
from ui.widgets.mark_paint import paint_current, paint_mark, paint_tag_of
from ui.widgets.rubber_band import RubberBand


@dataclass(frozen=True)
class Placed:
    """A mark and its rectangles in pixels of the page's image."""

    mark: Mark
    rects: tuple[QRectF, ...]
    tag: str = ""


class PageView(QWidget):
    """Shows a page.

    Signals:
        mark_clicked: the Mark under the pointer.
        box_drawn: a QRectF in pixels of the image.
        box_moved: the QRectF of the box that the keys move, or None.
        given_up: no box is to be drawn after all.
    """

    mark_clicked = Signal(object)
    box_drawn = Signal(object)
    box_moved = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._image = QImage()
        self._marks: tuple[Placed, ...] = ()
        self._current: Mark | None = None
        self._drawing = False
        self._band = RubberBand()
        self._box = KeyBox()
        self.may_draw = False

    @property
    def box(self) -> QRectF | None:
        """The box that the keys move."""
        return self._box.rect

    def show_page(self, image: QImage) -> None:
        """Show another page; its marks are given afterwards."""
        self._image = image
        self._marks = ()
        self._drop_box()
        self.setMinimumSize(self.sizeHint())
        self.resize(self.sizeHint())
        self.update()

    def show_marks(self, marks: tuple[Placed, ...]) -> None:
        """Draw these marks."""
        self._marks = marks
        self.update()

    def show_mark(self, mark: Mark | None) -> QRectF | None:
        """Outline a mark; gives where it is, to scroll there."""
        self._current = mark
        self.update()
        rects = self._rects_of(mark)
        return rects[0] if rects else None

    def draw_boxes(self, on: bool) -> None:
        """Let the next drag draw a box."""
        self._drawing = on
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)

    def new_box(self, rect: QRectF | None = None) -> None:
        """Set a box that the arrow keys move: on a place, else in the middle of what the page shows."""
        self.setFocus()
        if rect is None:
            seen = QRectF(self.visibleRegion().boundingRect())
            rect = KeyBox().begin(None, seen if not seen.isEmpty() else QRectF(self.rect()))
        self.box_moved.emit(self._box.begin(rect, QRectF(self.rect())))
        self.update()

    def sizeHint(self) -> QSize:
        """The size of the image."""
        if self._image.isNull():
            return QSize(200, 200)
        return self._image.size() / self._image.devicePixelRatio()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The image, the marks, the box that is being drawn."""
        painter = QPainter(self)
        painter.drawImage(QPointF(0, 0), self._image)
        for placed in self._marks:
            paint_mark(painter, placed.rects, placed.mark.standing, _page_palette(), on_image=True)
        for placed in self._marks:
            # An outline is enough for what nobody has decided: its sign would cover the line above.
            if placed.mark.standing is not Standing.UNDECIDED:
                standing = placed.mark.standing
                paint_tag_of(painter, placed.rects, standing, placed.tag, self.font(), _page_palette())
            if self._current is not None and placed.mark.target == self._current.target:
                paint_current(painter, placed.rects, _page_palette())
        if (band := self._band.rect) is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(_page_palette().highlight(), 1.5, Qt.PenStyle.DashLine))
            painter.drawRect(band)
        if self._box.rect is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(_page_palette().highlight(), 2, Qt.PenStyle.DashLine))
            painter.drawRect(self._box.rect)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a box, or take the mark under the pointer."""
        if self._drawing and event.button() is Qt.MouseButton.LeftButton:
            self._band.begin(event.position())
            return
        under = [
            placed for placed in self._marks if any(rect.contains(event.position()) for rect in placed.rects)
        ]
        if under:
            smallest = min(under, key=lambda placed: sum(rect.width() for rect in placed.rects))
            self.mark_clicked.emit(smallest.mark)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch the box."""
        if self._band.rect is not None:
            self._band.stretch(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The box is drawn."""
        if self._band.rect is None:
            return
        drawn = self._band.end(event.position(), QRectF(self.rect()))
        self.update()
        if not drawn.isEmpty():
            self._box.end()
            self.box_drawn.emit(drawn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert sets a box, arrows move it, Enter keeps it, Esc takes it away."""
        key = event.key()
        if key == Qt.Key.Key_Insert and self.may_draw and not self._image.isNull():
            self._drop_box()
            self.new_box()
        elif key == Qt.Key.Key_Escape and (self._drawing or self._box.rect is not None):
            self._drop_box()
            self.given_up.emit()
        elif self._box.moves(event, QRectF(self.rect())):
            self.box_moved.emit(self._box.rect)
            self.update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._box.rect is not None:
            box = self._box.end()
            self.update()
            self.box_drawn.emit(box)
        else:
            super().keyPressEvent(event)

    def _drop_box(self) -> None:
        if self._box.end() is not None:
            self.box_moved.emit(None)
            self.update()

    def _rects_of(self, mark: Mark | None) -> tuple[QRectF, ...]:
        if mark is None:
            return ()
        return next((placed.rects for placed in self._marks if placed.mark.target == mark.target), ())


def _page_palette() -> QPalette:
    # Paper is white whatever the window's theme.
    return palette_of(Theme.LIGHT)
