# SPDX-License-Identifier: MIT
"""One picture of a document with its words and marks; boxes are drawn with the mouse or set with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from reviewer.workflow.marks import Mark
from ui.settings import Theme
from ui.theme import palette_of
from ui.widgets.key_box import KeyBox
from ui.widgets.mark_paint import paint_current, paint_mark, paint_tag_of
from ui.widgets.page_view import Placed
from ui.widgets.rubber_band import RubberBand

_NEXT = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class PictureCanvas(QWidget):
    """Shows a picture; all rectangles are in its own pixels.

    Signals:
        mark_clicked: the Mark under the pointer.
        box_drawn: a QRectF.
        words_chosen: the words that are chosen changed.
        words_wanted: Enter on the words that are chosen.
        box_moved: the QRectF of the box that the keys move, or None.
    """

    mark_clicked = Signal(object)
    box_drawn = Signal(object)
    words_chosen = Signal()
    words_wanted = Signal()
    box_moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scale = 1.0
        self.chosen: tuple[int, int] | None = None
        self._box = KeyBox()
        self._image = QImage()
        self._words: tuple[QRectF, ...] = ()
        self._marks: tuple[Placed, ...] = ()
        self._current: Mark | None = None
        self._band = RubberBand()

    @property
    def box(self) -> QRectF | None:
        """The box that the keys move."""
        return self._box.rect

    def show_picture(self, image: QImage, words: tuple[QRectF, ...]) -> None:
        """Show another picture; its marks are given afterwards."""
        self._image, self._words, self._marks = image, words, ()
        self.chosen = None
        self._box.end()
        self._band.drop()
        self.zoom(self.scale)

    def show_marks(self, marks: tuple[Placed, ...], current: Mark | None) -> None:
        """Draw these marks, the one at hand outlined."""
        self._marks, self._current = marks, current
        self.update()

    def zoom(self, scale: float) -> None:
        """Show it larger or smaller."""
        self.scale = scale
        self.setFixedSize(self.sizeHint())
        self.update()

    def new_box(self, rect: QRectF | None = None) -> None:
        """Set a box that the arrow keys move: on the words that are chosen, else in the middle."""
        if rect is None and self.chosen is not None:
            rect = self._words[self.chosen[0]]
        self.setFocus()
        self.box_moved.emit(self._box.begin(rect, QRectF(self._image.rect())))
        self.update()

    def keep_box(self) -> None:
        """The box is where it shall be."""
        box = self._box.end()
        self.update()
        if box is not None:
            self.box_drawn.emit(box)

    def drop_box(self) -> None:
        """No box after all."""
        self._box.end()
        self.box_moved.emit(None)
        self.update()

    def sizeHint(self) -> QSize:
        """The size of the picture as it is shown."""
        return QSize(200, 120) if self._image.isNull() else self._image.size() * self.scale

    def at_hand(self) -> QRectF | None:
        """What the person looks at, in pixels of the screen."""
        rect = self.box or (self._words[self.chosen[1]] if self.chosen else None)
        if rect is None and self._current is not None:
            rects = next((each.rects for each in self._marks if each.mark.target == self._current.target), ())
            rect = rects[0] if rects else None
        return self._shown(rect) if rect is not None else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, its words, the marks, the box."""
        painter = QPainter(self)
        # A picture has its own ground, whatever the window's theme.
        paper = palette_of(Theme.LIGHT)
        painter.drawImage(QRectF(self.rect()), self._image)
        painter.setPen(QPen(paper.mid(), 1, Qt.PenStyle.DotLine))
        for word in self._words:
            painter.drawRect(self._shown(word))
        for placed in self._marks:
            rects = [self._shown(rect) for rect in placed.rects]
            paint_mark(painter, rects, placed.mark.standing, paper, on_image=True)
        for placed in self._marks:
            rects = [self._shown(rect) for rect in placed.rects]
            paint_tag_of(painter, rects, placed.mark.standing, placed.tag, self.font(), paper)
            if self._current is not None and placed.mark.target == self._current.target:
                paint_current(painter, rects, paper)
        self._paint_choice(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a box, which may turn out to be a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._band.begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretch the box."""
        if self._band.rect is not None:
            self._band.stretch(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The box is drawn; a click takes the mark or the word under it."""
        if self._band.rect is None:
            return
        drawn = self._band.end(event.position(), QRectF(self.rect()))
        self.update()
        if not drawn.isEmpty():
            self._box.end()
            self.box_drawn.emit(QTransform.fromScale(1 / self.scale, 1 / self.scale).mapRect(drawn))
        else:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._click(event.position() / self.scale, extend=extend)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the box, or go from word to word; Enter withholds, Insert sets a box, Esc takes it away."""
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Insert:
            self.new_box()
        elif key == Qt.Key.Key_Escape and self.box is not None:
            self.drop_box()
        elif self._box.moves(event, QRectF(self._image.rect())):
            self.box_moved.emit(self.box)
            self.update()
        elif key in _NEXT and self._words:
            self._step(_NEXT[key], extend=shift)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.box is not None:
            self.keep_box()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen is not None:
            self.words_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int, *, extend: bool) -> None:
        last = len(self._words) - 1
        first, at = self.chosen or ((-1, -1) if step > 0 else (last + 1, last + 1))
        at = min(max(at + step, 0), last)
        self._choose((first, at) if extend and 0 <= first <= at else (at, at))

    def _click(self, point: QPointF, *, extend: bool) -> None:
        under = [each for each in self._marks if any(rect.contains(point) for rect in each.rects)]
        word = next((at for at, rect in enumerate(self._words) if rect.contains(point)), None)
        if under and not extend:
            self._choose(None)
            self.mark_clicked.emit(under[-1].mark)
        elif word is not None:
            first = self.chosen[0] if extend and self.chosen and self.chosen[0] <= word else word
            self._choose((first, word))
        else:
            self._choose(None)

    def _choose(self, words: tuple[int, int] | None) -> None:
        self.chosen = words
        self.words_chosen.emit()
        self.update()

    def _shown(self, rect: QRectF) -> QRectF:
        return QTransform.fromScale(self.scale, self.scale).mapRect(rect)

    def _paint_choice(self, painter: QPainter) -> None:
        highlight = palette_of(Theme.LIGHT).highlight()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.chosen is not None:
            painter.setPen(QPen(highlight, 2))
            for word in self._words[self.chosen[0] : self.chosen[1] + 1]:
                painter.drawRect(self._shown(word).adjusted(-1.5, -1.5, 1.5, 1.5))
        painter.setPen(QPen(highlight, 2, Qt.PenStyle.DashLine))
        if self.box is not None:
            painter.drawRect(self._shown(self.box))
        if (band := self._band.rect) is not None:
            painter.drawRect(band)
