# SPDX-License-Identifier: MIT
"""What could stand in place of the passage at hand, as buttons: one press writes it into the wording."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reviewer.workflow.marks import Standing
from ui.texts import sign

_MOST = 3


class OfferBar(QWidget):
    """Offers to generalise, from the finest to the coarsest; nothing when there are none.

    Signals:
        chosen: the offer that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers: tuple[str, ...] = ()
        self.label = QLabel()
        self.buttons = tuple(QPushButton() for _ in range(_MOST))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label)
        # With or without offers the line is as high: nothing below it may move.
        self.setMinimumHeight(self.buttons[0].sizeHint().height())
        for button in self.buttons:
            button.clicked.connect(self._pressed)
            row.addWidget(button)

    def show_offers(self, offers: tuple[str, ...]) -> None:
        """Show other offers."""
        self.offers = offers[:_MOST]
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(self.offers))
            if at < len(self.offers):
                button.setText(f"{sign(Standing.GENERALISE)}  {self.offers[at]}")
        self.label.setVisible(bool(self.offers))
        self._name()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.label.setText(self.tr("Broader:"))
        self._name()

    def _name(self) -> None:
        for button, offer in zip(self.buttons, self.offers, strict=False):
            button.setAccessibleName(self.tr("Write instead: {offer}").format(offer=offer))
            button.setToolTip(self.tr("Into the wording; then Generalise, or Ctrl+G"))

    def _pressed(self) -> None:
        pressed = self.sender()
        offer = next(
            (offer for button, offer in zip(self.buttons, self.offers, strict=False) if button is pressed),
            None,
        )
        if offer is not None:
            self.chosen.emit(offer)
