# SPDX-License-Identifier: MIT
"""Puts a theme on every window of the program."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ui.settings import Theme
from ui.theme import palette_of, style_sheet


def put_on(application: QApplication, theme: Theme) -> None:
    """Colour every window, those that are open too.

    The style sheet is laid on again: where one is in force, Qt tells only a part of the widgets of a new palette.
    """
    application.setStyleSheet("")
    application.setPalette(palette_of(theme))
    application.setStyleSheet(style_sheet())
