# SPDX-License-Identifier: MIT
"""Icons by name: SVG drawings that take the colour of the palette's text."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reviewer.workflow import places

_SIZE = 20
_SCALE = 2


def icon(name: str, palette: QPalette | None = None) -> QIcon:
    """The icon of that name in the colours of a palette, the application's own by default."""
    colours = palette or QGuiApplication.palette()
    made = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        made.addPixmap(_drawn(name, colours.color(group, QPalette.ColorRole.ButtonText).name()), mode)
    return made


def _drawn(name: str, colour: str) -> QPixmap:
    drawing = places.icon(name).read_text("utf-8").replace("currentColor", colour)
    pixmap = QPixmap(_SIZE * _SCALE, _SIZE * _SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(_SCALE)
    return pixmap
