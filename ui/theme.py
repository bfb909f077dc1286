# SPDX-License-Identifier: MIT
"""The colours of the window, light and dark, and those of marks: amber undecided, blue withheld, purple conflict."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from reviewer.workflow import places
from reviewer.workflow.marks import Standing
from ui.settings import Theme

_Role = QPalette.ColorRole
_LIGHT = {
    _Role.Window: "#f3f4f6",
    _Role.WindowText: "#15181d",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f6f8fb",
    _Role.Text: "#15181d",
    _Role.Button: "#e7eaef",
    _Role.ButtonText: "#15181d",
    _Role.BrightText: "#9b1c1c",
    _Role.Highlight: "#1f5fa8",
    _Role.HighlightedText: "#ffffff",
    _Role.ToolTipBase: "#ffffff",
    _Role.ToolTipText: "#15181d",
    _Role.PlaceholderText: "#5b6470",
    _Role.Link: "#164f91",
    _Role.Mid: "#828b97",
    _Role.Midlight: "#d8dde4",
    _Role.Light: "#ffffff",
    _Role.Dark: "#8a929d",
    _Role.Shadow: "#6c737d",
    _Role.Accent: "#1f5fa8",
}
_DARK = {
    _Role.Window: "#22262c",
    _Role.WindowText: "#eceff3",
    _Role.Base: "#171a1f",
    _Role.AlternateBase: "#1d2127",
    _Role.Text: "#eceff3",
    _Role.Button: "#333941",
    _Role.ButtonText: "#eceff3",
    _Role.BrightText: "#ffb4ab",
    _Role.Highlight: "#3d7cc9",
    _Role.HighlightedText: "#ffffff",
    _Role.ToolTipBase: "#333941",
    _Role.ToolTipText: "#eceff3",
    _Role.PlaceholderText: "#a3abb6",
    _Role.Link: "#8cbcf2",
    _Role.Mid: "#7c8693",
    _Role.Midlight: "#3c434c",
    _Role.Light: "#4a525c",
    _Role.Dark: "#15181c",
    _Role.Shadow: "#0c0e11",
    _Role.Accent: "#3d7cc9",
}
_FADED = {False: "#7b838e", True: "#7d8691"}


@dataclass(frozen=True, slots=True)
class MarkColours:
    """A mark's outline or text (at least 3:1 and 4.5:1 on the page) and its fill."""

    line: QColor
    fill: QColor


_MARKS: dict[bool, dict[str, tuple[str, str]]] = {
    False: {
        "undecided": ("#8a5300", "#fff1d0"),
        "removed": ("#1b4f8f", "#dbe8f8"),
        "disclosed": ("#2f6b45", "#ffffff"),
        "consult": ("#5b6470", "#e9ebee"),
        "conflict": ("#8b1a6b", "#f9e0f1"),
    },
    True: {
        "undecided": ("#f2b84b", "#453511"),
        "removed": ("#8cbcf2", "#1d3654"),
        "disclosed": ("#8fd1a6", "#171a1f"),
        "consult": ("#b4bcc6", "#343a42"),
        "conflict": ("#f29ad6", "#4b1d3d"),
    },
}
_FAMILY = {
    Standing.UNDECIDED: "undecided",
    Standing.DISCLOSE: "disclosed",
    Standing.CONSULT: "consult",
    Standing.CONFLICT: "conflict",
}


_SHEET = """
QLineEdit, QPlainTextEdit, QDateEdit, QTextEdit, QAbstractItemView, QScrollArea {{
  border: 1px solid palette(mid); border-radius: 3px; }}
QLineEdit, QDateEdit {{ padding: 2px 4px; background: palette(base); }}
QLineEdit:focus, QPlainTextEdit:focus, QDateEdit:focus, QTextEdit:focus, QAbstractItemView:focus {{
  border: 2px solid palette(highlight); }}
QComboBox QAbstractItemView, QComboBox QLineEdit {{ border: 0; }}
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{
  width: 13px; height: 13px; border: 1px solid palette(mid); background: palette(base); }}
QCheckBox::indicator, QListView::indicator {{ border-radius: 2px; }}
QRadioButton::indicator {{ border-radius: 7px; }}
QRadioButton {{ spacing: 6px; margin-right: 10px; }}
QListView::item {{ min-height: 18px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid palette(highlight); }}
QCheckBox::indicator:checked, QListView::indicator:checked {{
  background: palette(highlight); border-color: palette(highlight); image: url("{tick}"); }}
QRadioButton::indicator:checked {{ width: 5px; height: 5px; border: 5px solid palette(highlight); }}
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {{ background: palette(window); }}
QPushButton#switch:checked {{ padding: 4px 2px; }}
QPushButton#language:checked, QPushButton#switch:checked {{
  background: palette(highlight); color: palette(highlighted-text);
  border: 1px solid palette(highlight); border-radius: 3px; }}
QPushButton#language:checked {{ padding: 3px; }}
"""


def style_sheet() -> str:
    """Outlines that can be seen on light and dark grounds (3:1); the base style draws them almost unseen on dark."""
    return _SHEET.format(tick=places.icon("tick").as_posix())


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than what it stands on."""
    return palette.color(_Role.Window).lightness() < palette.color(_Role.WindowText).lightness()


def mark_colours(standing: Standing, palette: QPalette) -> MarkColours:
    """The colours of a mark on the page of this palette."""
    line, fill = _MARKS[is_dark(palette)][_FAMILY.get(standing, "removed")]
    return MarkColours(QColor(line), QColor(fill))


def palette_of(theme: Theme) -> QPalette:
    """The whole palette of a theme; the system's own scheme decides when the person did not."""
    dark = theme is Theme.DARK
    if theme is Theme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    palette = QPalette()
    for role, colour in (_DARK if dark else _LIGHT).items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_FADED[dark]))
    return palette
