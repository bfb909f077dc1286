# SPDX-License-Identifier: MIT
"""Fields with their labels: a label that is a buddy, a list to choose from, a heading, a message that wraps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

Item = tuple[str, str]
"""What a list shows and the value behind it."""


_SPARE = 28
"""Pixels beside the widest line of a list that is open."""
_FEW, _BESIDE = 72, 14
"""Pixels: the least of a button that shrinks, and what its words leave free."""


class Pick(QComboBox):
    """A list to choose one value from; a choice that is too long for it ends in an ellipsis, never in half a letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.shorter: dict[str, str] = {}
        """What stands for a value where its whole text has no room."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The choice, as much of it as there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        place = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, place, self).width() - 4
        option.currentText = self.fontMetrics().elidedText(
            self._fitting(room), Qt.TextElideMode.ElideRight, room
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        """The open list is as wide as its lines."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _SPARE)
        super().showPopup()

    def _fitting(self, room: int) -> str:
        whole = self.currentText()
        fits = self.fontMetrics().horizontalAdvance(whole) <= room
        return whole if fits else self.shorter.get(self.value(), whole)

    def offer(self, items: Iterable[Item]) -> None:
        """Offer other values; the chosen one stays when it is still there."""
        listed = tuple(items)
        before = self.value()
        self.blockSignals(True)
        self.clear()
        for text, value in listed:
            self.addItem(text, value)
            self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        self.choose(before)
        self.blockSignals(False)

    def value(self) -> str:
        """The value that is chosen; empty when there is none."""
        found = self.currentData()
        return found if isinstance(found, str) else ""

    def choose(self, value: str) -> None:
        """Choose a value; the first one when it is not offered."""
        self.setCurrentIndex(max(self.findData(value), 0) if self.count() else -1)


class Shrinking(QPushButton):
    """A button whose words end in an ellipsis where there is no room for all."""

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(_FEW, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words that there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - _BESIDE
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


def label_for(widget: QWidget) -> QLabel:
    """A label whose keyboard letter leads to the widget; its text is set by the view."""
    label = QLabel()
    label.setBuddy(widget)
    return label


def name(widget: QWidget, label: QLabel | None, text: str) -> None:
    """Write a label and give the widget the same name for screen readers."""
    if label is not None:
        label.setText(text)
    widget.setAccessibleName(text.replace("&", "").rstrip(" :\N{NO-BREAK SPACE}"))


def wrapping(*, faded: bool = False) -> QLabel:
    """A label for a sentence, that can be read with the keyboard and copied."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if faded:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def heading(level: int = 2) -> QLabel:
    """A heading."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * (1.35 if level == 1 else 1.12))
    font.setBold(True)
    label.setFont(font)
    return label


def tab_order(widgets: Sequence[QWidget]) -> None:
    """Let Tab go through widgets in this order."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
