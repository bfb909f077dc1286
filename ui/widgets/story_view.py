# SPDX-License-Identifier: MIT
"""The text of a document with its marks: every story under its heading, offsets exact, text selectable."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from reviewer.model.document import Span
from reviewer.workflow.marks import Mark, Standing
from ui.models.story_text import StoryText
from ui.widgets.mark_paint import paint_current, paint_found, paint_mark, paint_tag


class StoryView(QTextEdit):
    """Shows stories and marks.

    Signals:
        mark_clicked: the Mark under the pointer.
    """

    mark_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._stories: StoryText | None = None
        self._marks: tuple[tuple[int, int, Mark], ...] = ()
        self._current: Mark | None = None
        self._tags: dict[Mark, str] = {}
        self._found: tuple[tuple[int, int], ...] = ()

    def show_stories(self, stories: StoryText) -> None:
        """Show other stories; marks are given afterwards."""
        before = self._stories
        self._marks, self._current, self._found = (), None, ()
        stories.text.setDefaultFont(self.font())
        # Ours, not the garbage collector's: it could take the text away while the screen still shows it, in any thread.
        stories.text.setParent(self)
        self.setDocument(stories.text)
        self._stories = stories
        if before is not None:
            before.text.deleteLater()

    def show_marks(self, marks: tuple[Mark, ...], tags: dict[Mark, str]) -> None:
        """Draw these marks; `tags` are the grounds that are written above them."""
        if self._stories is None:
            return
        placed = []
        for mark in marks:
            where = self._stories.range_of(mark.target) if isinstance(mark.target, Span) else None
            if where is not None:
                placed.append((*where, mark))
        self._marks = tuple(placed)
        self._tags = tags
        self.viewport().update()

    def show_mark(self, mark: Mark | None) -> None:
        """Scroll to a mark and outline it."""
        self._current = mark
        if mark is not None and self._stories is not None and isinstance(mark.target, Span):
            where = self._stories.range_of(mark.target)
            if where is not None:
                self._scroll_to(where[0])
        self.viewport().update()

    def show_found(self, spans: Iterable[Span]) -> None:
        """Draw a line under places that were searched for."""
        places = (self._stories.range_of(span) for span in spans) if self._stories else ()
        self._found = tuple(sorted(place for place in places if place is not None))
        self.viewport().update()

    def show_span(self, span: Span) -> None:
        """Scroll to a place and select it."""
        where = self._stories.range_of(span) if self._stories else None
        if where is None:
            return
        self._scroll_to(where[0])
        cursor = self.textCursor()
        cursor.setPosition(where[0])
        cursor.setPosition(where[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def show_story(self, story: str) -> None:
        """Scroll to the heading of a story."""
        piece = self._stories.piece(story) if self._stories else None
        if piece is not None:
            self._scroll_to(piece.heading, top=True)

    def selected(self) -> Span | None:
        """The span under the selection."""
        cursor = self.textCursor()
        if self._stories is None or not cursor.hasSelection():
            return None
        return self._stories.span_at(cursor.selectionStart(), cursor.selectionEnd())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks under the text, their shapes and grounds above it."""
        painter = QPainter(self.viewport())
        visible = self._visible()
        shown = [
            (mark, list(self._rects(start, end)))
            for start, end, mark in self._marks
            if self._meets(start, end, visible)
        ]
        shown.sort(key=lambda pair: bool(pair[0].finding and not pair[0].finding.is_passage))
        for mark, rects in shown:
            paint_mark(painter, rects, mark.standing, self.palette())
        for start, end in self._found_in(visible):
            paint_found(painter, list(self._rects(start, end)), self.palette())
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for mark, rects in shown:
            if rects:
                tag = self._tags.get(mark, "")
                paint_tag(painter, rects[0].topLeft(), mark.standing, tag, self.font(), self.palette())
            if self._current is not None and mark.target == self._current.target:
                paint_current(painter, rects, self.palette())
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a selection takes the mark under it."""
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            mark = self._mark_at(event.position())
            if mark is not None:
                self.mark_clicked.emit(mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab leaves the text, as everywhere else."""
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            event.ignore()
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            return
        super().keyPressEvent(event)

    def _mark_at(self, point: QPointF) -> Mark | None:
        position = self.cursorForPosition(point.toPoint()).position()
        under = [
            (end - start, number)
            for number, (start, end, _) in enumerate(self._marks)
            if start <= position <= end
        ]
        return self._marks[min(under)[1]][2] if under else None

    def _scroll_to(self, position: int, *, top: bool = False) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        rect = self.cursorRect(cursor)
        away = 8 if top else self.viewport().height() // 3
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rect.top() - away)

    def _visible(self) -> tuple[int, int]:
        viewport = self.viewport().rect()
        first = self.cursorForPosition(viewport.topLeft()).position()
        last = self.cursorForPosition(viewport.bottomRight()).position()
        block = self.document().findBlock(first)
        return block.position(), last + 400

    def _found_in(self, visible: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        """Found places on the screen; there may be thousands elsewhere."""
        first = bisect_left(self._found, (visible[0], 0))
        return self._found[first : bisect_left(self._found, (visible[1], 0))]

    @staticmethod
    def _meets(start: int, end: int, visible: tuple[int, int]) -> bool:
        return start < visible[1] and end > visible[0]

    def _rects(self, start: int, end: int) -> Iterator[QRectF]:
        """The rectangles of a stretch of text, one a line, in the viewport."""
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            origin = self.document().documentLayout().blockBoundingRect(block).topLeft() - scrolled
            layout, begins = block.layout(), block.position()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(start - begins, line.textStart())
                last = min(end - begins, line.textStart() + line.textLength())
                if first < last:
                    left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                    yield QRectF(left, line.y(), right - left, line.height()).translated(origin)
            block = block.next()


def _x(value: object) -> float:
    # The binding gives (x, position) where C++ gives x alone.
    return float(value[0]) if isinstance(value, tuple) else float(value)  # type: ignore[arg-type]


def tag_for(mark: Mark, cite: str) -> str:
    """What is written above a mark: its ground once it is withheld."""
    return cite if mark.standing in {Standing.WITHHOLD, Standing.GENERALISE} else ""
