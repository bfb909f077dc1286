# SPDX-License-Identifier: MIT
"""How a mark is drawn, on text and on page images alike: by pattern first, by colour second, never solid black.

Undecided: dashed outline. Withheld: hatched. Disclosed: thin underline. In consultation: dotted outline.
Conflict: double outline. The mark at hand has a thick outline around it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen

from reviewer.workflow.marks import Standing
from ui.texts import sign
from ui.theme import mark_colours

_TAG_SIZE = 0.72
_TAG_OF_MARK = 0.7
_SMALLEST_TAG = 7
_TAG_HIGH = 18.0
_HATCH_ALPHA = 150
_VEIL_ALPHA = 150
_OUTLINES = {
    Standing.UNDECIDED: Qt.PenStyle.DashLine,
    Standing.CONSULT: Qt.PenStyle.DotLine,
}


def paint_mark(
    painter: QPainter,
    rects: Sequence[QRectF],
    standing: Standing,
    palette: QPalette,
    *,
    on_image: bool = False,
) -> None:
    """Draw a mark that covers some rectangles."""
    colours = mark_colours(standing, palette)
    line = QColor(colours.line)
    for rect in rects:
        if standing is Standing.DISCLOSE:
            painter.setPen(QPen(line, 1.2))
            painter.drawLine(
                QPointF(rect.left(), rect.bottom() - 0.5), QPointF(rect.right(), rect.bottom() - 0.5)
            )
            continue
        if not on_image:
            painter.fillRect(rect, colours.fill)
        if standing not in _OUTLINES:
            hatch = QColor(line)
            hatch.setAlpha(_HATCH_ALPHA)
            painter.fillRect(rect, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line, 1.2, _OUTLINES.get(standing, Qt.PenStyle.SolidLine)))
        # On an image the letters fill the rectangle: the outline stands around them.
        painter.drawRect(rect.adjusted(-1.5, -1, 1.5, 1) if on_image else rect.adjusted(0.5, 0.5, -0.5, -0.5))
        if standing is Standing.CONFLICT:
            painter.drawRect(rect.adjusted(-2, -2, 2, 2))


def paint_current(painter: QPainter, rects: Sequence[QRectF], palette: QPalette) -> None:
    """Draw the outline of the mark at hand."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2.5))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), 2, 2)


def paint_found(painter: QPainter, rects: Sequence[QRectF], palette: QPalette) -> None:
    """Draw the frame of a place that was searched for: round corners, which no mark has."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Link), 1.6))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-1, 2, 1, -1), 5, 5)


def paint_tag_of(
    painter: QPainter,
    rects: Sequence[QRectF],
    standing: Standing,
    ground: str,
    font: QFont,
    palette: QPalette,
) -> None:
    """Draw the tag of a mark that covers rectangles of an image: as high as its line, never as high as a large box."""
    if not rects:
        return
    top, high = rects[0].topLeft(), min(rects[0].height(), _TAG_HIGH)
    if rects[0].height() > 2 * _TAG_HIGH:
        # In a large box there is room: what stands above it stays readable.
        top += QPointF(2, _TAG_HIGH)
    paint_tag(painter, top, standing, ground, font, palette, height=high)


def paint_tag(
    painter: QPainter,
    place: QPointF,
    standing: Standing,
    ground: str,
    font: QFont,
    palette: QPalette,
    *,
    height: float = 0.0,
) -> None:
    """Draw the shape of a mark, and its ground, in small letters above its beginning.

    On an image `height` is that of the mark's line; the letters go by it.
    """
    small = QFont(font)
    if height:
        small.setPixelSize(max(round(height * _TAG_OF_MARK), _SMALLEST_TAG))
    else:
        small.setPointSizeF(max(font.pointSizeF() * _TAG_SIZE, 5.5))
    text = f"{sign(standing)} {ground}".strip()
    metrics = QFontMetricsF(small)
    box = QRectF(
        place.x(), place.y() - metrics.height(), metrics.horizontalAdvance(text) + 4, metrics.height()
    )
    colours = mark_colours(standing, palette)
    if height and standing is not Standing.DISCLOSE:
        # The line above stays readable.
        veil = QColor(colours.fill)
        veil.setAlpha(_VEIL_ALPHA)
        painter.fillRect(box, veil)
    painter.setFont(small)
    painter.setPen(colours.line)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
