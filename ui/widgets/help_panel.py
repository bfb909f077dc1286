# SPDX-License-Identifier: MIT
"""The keys of the screens, in a panel beside the work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QTextBrowser, QWidget


class HelpPanel(QTextBrowser):
    """Which key does what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(330)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the keys in the language of the window."""
        self.setAccessibleName(self.tr("Keys"))
        rows = (
            ("F8 / Shift+F8", self.tr("next, previous undecided passage")),
            (self.tr("Enter, in the list"), self.tr("withhold on the ground that is shown")),
            (self.tr("Shift+Enter, in the list"), self.tr("disclose for the reason that is shown")),
            (self.tr("Ctrl+Enter, in the list"), self.tr("withhold all the same; press twice")),
            (self.tr("Ctrl+Shift+Enter, in the list"), self.tr("disclose all the same; press twice")),
            (self.tr("Space, in the list"), self.tr("back to undecided")),
            ("Ctrl+Shift+M", self.tr("withhold the selected text")),
            ("F2", self.tr("how far the passage reaches, or where the box stands")),
            (self.tr("Insert, in a picture or on a page"), self.tr("a box that the arrow keys move")),
            ("Ctrl+G", self.tr("generalise with what is written, or with the first offer")),
            ("Ctrl+M", self.tr("note")),
            ("Ctrl+F", self.tr("find in every text of the document")),
            (self.tr("Alt+Enter, in what is found"), self.tr("withhold every place; press twice")),
            ("Ctrl+Z / Ctrl+Y", self.tr("undo, redo")),
            ("Ctrl+Shift+K", self.tr("mark as read")),
            ("Ctrl+PgDn / Ctrl+PgUp", self.tr("next, previous page or text")),
            ("F4", self.tr("what blocks")),
            ("F6 / Shift+F6", self.tr("next, previous part of the screen")),
            ("F7", self.tr("caret in the text")),
            ("F9", self.tr("marked, or the prepared copy")),
            ("Alt+1 … Alt+5", self.tr("the screens")),
            ("Ctrl+Shift+L", self.tr("French, English")),
            ("F1", self.tr("these keys")),
        )
        shift = self.tr("Shift")
        lines = "".join(
            f"<tr><td style='padding:3px 10px 3px 0'><b>{key.replace('Shift', shift)}</b></td><td>{said}</td></tr>"
            for key, said in rows
        )
        title = self.tr("Keys")
        self.setHtml(f"<h3>{title}</h3><table>{lines}</table>")

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
