# SPDX-License-Identifier: MIT
"""The statements that a person confirms before signing, or gives the reason why not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from reviewer.workflow.sheet import Sheet
from ui.texts import language_of_window
from ui.widgets.fields import wrapping

YES = "yes"


class Checklist(QWidget):
    """Statements with their answers.

    Signals:
        changed: an answer changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._items: tuple = ()  # type: ignore[type-arg]
        self.yes: dict[str, QCheckBox] = {}
        self.reasons: dict[str, QLineEdit] = {}
        self._texts: dict[str, QLabel] = {}

    def show_items(self, sheet: Sheet | None) -> None:
        """Ask the statements that a person answers; the same ones keep their answers."""
        items = tuple(item for item in sheet.checklist if item.by_hand) if sheet else ()
        if items == self._items:
            return
        self._items = items
        self._empty()
        for row, item in enumerate(items):
            self._add(row, item.id, reason=not item.blocks)
        self.retranslate()

    def clear(self) -> None:
        """Forget the answers: another document, another check."""
        for box in self.yes.values():
            box.setChecked(False)
        for field in self.reasons.values():
            field.clear()

    def answers(self) -> dict[str, str]:
        """What is confirmed: yes, or the reason why not."""
        said = {key: YES for key, box in self.yes.items() if box.isChecked()}
        for key, field in self.reasons.items():
            if key not in said and field.text().strip():
                said[key] = field.text().strip()
        return said

    def complete(self) -> bool:
        """Whether every statement has its answer."""
        return len(self.answers()) == len(self._items)

    def set_enabled(self, on: bool) -> None:
        """Let the person answer, or only read."""
        fields: Sequence[QWidget] = (*self.yes.values(), *self.reasons.values())
        for field in fields:
            field.setEnabled(on)

    def retranslate(self) -> None:
        """Say the statements in the language of the window."""
        language = language_of_window()
        for item in self._items:
            self._texts[item.id].setText(item.text[language])
            self.yes[item.id].setText(self.tr("Yes"))
            self.yes[item.id].setAccessibleName(
                self.tr("Yes: {statement}").format(statement=item.text[language])
            )
            if item.id in self.reasons:
                self.reasons[item.id].setPlaceholderText(self.tr("if not, why"))
                self.reasons[item.id].setAccessibleName(
                    self.tr("Reason why not: {statement}").format(statement=item.text[language])
                )

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _add(self, row: int, key: str, *, reason: bool) -> None:
        text, box = wrapping(), QCheckBox()
        self._texts[key], self.yes[key] = text, box
        box.toggled.connect(self.changed)
        self._grid.addWidget(text, row, 0)
        self._grid.addWidget(box, row, 1)
        if reason:
            field = QLineEdit()
            field.setMinimumWidth(190)
            field.textChanged.connect(self.changed)
            self.reasons[key] = field
            self._grid.addWidget(field, row, 2)

    def _empty(self) -> None:
        for widget in (*self._texts.values(), *self.yes.values(), *self.reasons.values()):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._texts, self.yes, self.reasons = {}, {}, {}
