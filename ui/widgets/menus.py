# SPDX-License-Identifier: MIT
"""The menus of the window: what can be done, its keys, what undo would take back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar

from ui.screens.review.history import History
from ui.settings import Theme

_FILE = (("add_files", "Ctrl+O"), ("add_folder", "Ctrl+Shift+O"), ("recount", "F5"), ("quit", "Ctrl+Q"))
# The review has these keys itself; in the menu they are only named.
_EDIT = (("undo", ""), ("redo", ""), ("find", ""))
_SCREENS = ("queue", "review", "sign_off", "publish", "settings")


class Menus(QObject):
    """File, Edit, View, Help. What an action does is connected by the window.

    Signals:
        went: the number of a screen.
        themed: the Theme that was chosen.
    """

    went = Signal(int)
    themed = Signal(object)

    def __init__(self, bar: QMenuBar, history: History, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._history = history
        self._menu = {key: bar.addMenu("") for key in ("file", "edit", "view", "help")}
        self.acts: dict[str, QAction] = {}
        self._themes = QActionGroup(self)
        for key, keys in _FILE:
            if key == "quit":
                self._menu["file"].addSeparator()
            self._add(key, "file", keys)
        for key, keys in _EDIT:
            self._add(key, "edit", keys)
        for at, key in enumerate(_SCREENS):
            act = self._add(key, "view", f"Alt+{at + 1}")
            act.setData(at)
            act.triggered.connect(self._go)
        self._menu["view"].addSeparator()
        self._add("language", "view", "Ctrl+Shift+L")
        for each in Theme:
            self._add_theme(each, chosen=each is theme)
        self._add("keys", "help", "F1")
        self._menu["edit"].aboutToShow.connect(self._say_undo)

    def _add(self, key: str, menu: str, keys: str) -> QAction:
        act = QAction(self)
        if keys:
            act.setShortcut(QKeySequence(keys))
        self._menu[menu].addAction(act)
        self.acts[key] = act
        return act

    def _add_theme(self, theme: Theme, *, chosen: bool) -> None:
        act = self._add(theme.value, "view", "")
        act.setData(theme.value)
        act.setCheckable(True)
        act.setChecked(chosen)
        act.triggered.connect(self._choose_theme)
        self._themes.addAction(act)

    def _go(self) -> None:
        act = self.sender()
        if isinstance(act, QAction):
            self.went.emit(int(act.data()))

    def _choose_theme(self) -> None:
        act = self.sender()
        if isinstance(act, QAction):
            self.themed.emit(Theme(act.data()))

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        for key, title in (
            ("file", self.tr("&File")),
            ("edit", self.tr("&Edit")),
            ("view", self.tr("&View")),
            ("help", self.tr("&Help")),
        ):
            self._menu[key].setTitle(title)
        for key, text in (
            ("add_files", self.tr("Add files…")),
            ("add_folder", self.tr("Add a folder…")),
            ("recount", self.tr("Read the list again")),
            ("quit", self.tr("Quit")),
            ("find", self.tr("Find…")),
            ("queue", self.tr("Documents")),
            ("review", self.tr("Review")),
            ("sign_off", self.tr("Sign-off")),
            ("publish", self.tr("Publish")),
            ("settings", self.tr("Settings")),
            ("language", self.tr("Français")),
            ("system", self.tr("Colours of the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("keys", self.tr("Keys")),
        ):
            self.acts[key].setText(text)
        self._say_undo()

    def _say_undo(self) -> None:
        for key, said, plain in (
            ("undo", self._history.undo_text(), self.tr("Undo")),
            ("redo", self._history.redo_text(), self.tr("Redo")),
        ):
            self.acts[key].setText(self.tr("{act}: {what}").format(act=plain, what=said) if said else plain)
            self.acts[key].setEnabled(bool(said))
