# SPDX-License-Identifier: MIT
"""Where a person decides: why a passage was flagged, what to do with it, on which ground, here or everywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.decision import Verdict
from reviewer.model.finding import Category, Finding, Role, Suggestion
from reviewer.model.ground import DiscloseReason, grounds
from reviewer.workflow import choices, words
from reviewer.workflow.marks import Mark, Standing
from ui.desk import Desk
from ui.screens.review.presenter import ReviewPresenter
from ui.screens.review.wording import Scope, Wording
from ui.texts import language_of_window, sign
from ui.widgets.fields import Pick, Shrinking, label_for, name
from ui.widgets.passage_box import PassageBox

VERDICTS = (Verdict.WITHHOLD, Verdict.DISCLOSE, Verdict.GENERALISE, Verdict.STRIKE, Verdict.CONSULT)


class DecisionPanel(QWidget):
    """The lower part of the review.

    Signals:
        decided: a verdict button was pressed; the Verdict.
        cleared: back to undecided.
        undone: undo was pressed.
    """

    decided = Signal(object)
    cleared = Signal()
    undone = Signal()

    def __init__(self, desk: Desk, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._presenter = presenter
        self._mark: Mark | None = None
        self._build()
        self.retranslate()
        self.show_mark(None)

    def _build(self) -> None:
        self.at_hand = PassageBox(self._desk, self._presenter)
        self.offers = self.at_hand.offers
        self.offers.chosen.connect(self._write)
        self.buttons = {verdict: QPushButton() for verdict in VERDICTS}
        for verdict, button in self.buttons.items():
            button.setProperty("verdict", verdict.value)
            button.clicked.connect(self._pressed)
        self.clear_button = QPushButton()
        self.clear_button.clicked.connect(self.cleared)
        self.undo_button = Shrinking()
        self.undo_button.setFlat(True)
        self.undo_button.clicked.connect(self.undone)
        self.ground, self.reason = Pick(), Pick()
        self.replacement, self.authority, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.scopes = {scope: QRadioButton() for scope in Scope}
        self.scope = QButtonGroup(self)
        for radio in self.scopes.values():
            self.scope.addButton(radio)
        self.scopes[Scope.HERE].setChecked(True)
        self._labels = {
            field: label_for(field)
            for field in (self.ground, self.reason, self.replacement, self.authority, self.note)
        }
        self._lay_out()

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(4)
        fields_shown: tuple[Pick | QLineEdit, ...] = (
            self.ground,
            self.replacement,
            self.reason,
            self.authority,
        )
        for at, field in enumerate(fields_shown):
            fields.addWidget(self._labels[field], at // 2, at % 2 * 2)
            fields.addWidget(field, at // 2, at % 2 * 2 + 1)
        fields.addWidget(self._labels[self.note], 2, 0)
        fields.addWidget(self.note, 2, 1)
        scope = QHBoxLayout()
        for radio in self.scopes.values():
            scope.addWidget(radio)
        scope.addStretch(1)
        fields.addLayout(scope, 2, 2, 1, 2)
        fields.setColumnStretch(1, 3)
        fields.setColumnStretch(3, 2)
        verdicts = QHBoxLayout()
        for button in self.buttons.values():
            verdicts.addWidget(button)
        verdicts.addWidget(self.clear_button)
        verdicts.addStretch(1)
        verdicts.addWidget(self.undo_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 6, 8, 6)
        whole.setSpacing(6)
        whole.addWidget(self.at_hand)
        whole.addLayout(fields)
        whole.addLayout(verdicts)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        texts = self._desk.texts
        for verdict, button in self.buttons.items():
            button.setText(f"{sign(Standing(verdict.value))}  {texts.verdict(verdict)}")
            button.setAccessibleName(texts.verdict(verdict))
        self.buttons[Verdict.WITHHOLD].setToolTip(self.tr("Enter in the list"))
        self.buttons[Verdict.DISCLOSE].setToolTip(self.tr("Shift+Enter in the list"))
        self.buttons[Verdict.GENERALISE].setToolTip(
            self.tr("Ctrl+G: with what is written, or the first offer")
        )
        undecide = self.tr("Undecide")
        self.clear_button.setText(f"{sign(Standing.UNDECIDED)}  {undecide}")
        self.clear_button.setAccessibleName(self.tr("Back to undecided"))
        self.clear_button.setToolTip(self.tr("Space in the list"))
        name(self.ground, self._labels[self.ground], self.tr("&Ground:"))
        name(self.reason, self._labels[self.reason], self.tr("&Reason to disclose:"))
        name(self.replacement, self._labels[self.replacement], self.tr("&Wording instead:"))
        name(self.authority, self._labels[self.authority], self.tr("&Authority:"))
        name(self.note, self._labels[self.note], self.tr("N&ote:"))
        self.replacement.setPlaceholderText(self.tr("to generalise: what stands in its place"))
        self.authority.setPlaceholderText(self.tr("to strike a marking, or under an exception"))
        self.note.setPlaceholderText(self.tr("never published"))
        self.scopes[Scope.HERE].setText(self.tr("Here only"))
        self.at_hand.retranslate()
        self._offer()
        self.show_mark(self._mark)

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_mark(self, mark: Mark | None) -> None:
        """Show the mark at hand and what is proposed for it."""
        other = mark is None or self._mark is None or mark.target != self._mark.target
        self._mark = mark
        able = mark is not None and self._presenter.can_decide
        for button in self.buttons.values():
            button.setEnabled(able)
        self.clear_button.setEnabled(able and mark is not None and mark.decision is not None)
        self.at_hand.show_mark(mark)
        if other:
            self.scopes[Scope.HERE].setChecked(True)
            self._propose(mark)
        self.show_counts()
        self.show_undo()

    def show_counts(self) -> None:
        """Say how many places each scope reaches."""
        mark = self._mark
        here = len(self._presenter.same_places(mark)) if mark else 1
        others = self._presenter.batch.elsewhere(mark) if mark else ()
        whole = here + sum(len(each.places) for each in others)
        document, batch = self.scopes[Scope.DOCUMENT], self.scopes[Scope.BATCH]
        document.setText(self.tr("All the same in this document: %n", None, here))
        document.setEnabled(here > 1)
        batch.setText(self.tr("In all documents under review: %n", None, whole))
        batch.setEnabled(bool(others))
        listed = (f"{words.clean(each.review.name)}: {len(each.places)}" for each in others)
        batch.setToolTip("\n".join([self.tr("This document: {count}").format(count=here), *listed]))
        batch.setAccessibleDescription(batch.toolTip() if others else "")

    def show_undo(self) -> None:
        """Say what undo would take back."""
        undo = self._presenter.history.undo_text()
        self.undo_button.setText(self.tr("Undo: {act}").format(act=undo) if undo else "")
        self.undo_button.setToolTip(self.undo_button.text())
        self.undo_button.setVisible(bool(undo))
        self.undo_button.setEnabled(self._presenter.can_decide)

    def reach(self) -> Scope:
        """The scope that is chosen."""
        return next(scope for scope, radio in self.scopes.items() if radio.isChecked())

    def generalise(self) -> None:
        """Generalise with what is written, or with the first offer; without either ask for a wording."""
        if not self.replacement.text().strip() and self.offers.offers:
            self.replacement.setText(self.offers.offers[0])
        if not self.replacement.text().strip():
            self.replacement.setFocus()
        elif self.buttons[Verdict.GENERALISE].isEnabled():
            self.decided.emit(Verdict.GENERALISE)

    def wording(self, *, scope: Scope | None = None) -> Wording:
        """What the fields hold."""
        reason = self.reason.value()
        return Wording(
            ground=self.ground.value(),
            reason=DiscloseReason(reason) if reason else None,
            replacement=self.replacement.text(),
            authority=self.authority.text(),
            note=self.note.text(),
            scope=scope or self.reach(),
        )

    def _offer(self) -> None:
        first = choices.shortlist()
        listed = sorted(grounds(), key=lambda section: section not in first)
        self.ground.offer((self._desk.texts.ground(section), section) for section in listed)
        language = language_of_window()
        self.reason.offer((each.label[language], each.value) for each in choices.reasons())

    def _propose(self, mark: Mark | None) -> None:
        finding, decision = (mark.finding, mark.decision) if mark else (None, None)
        ruling = decision.ruling if decision else None
        grounds_given = ruling.grounds if ruling else ()
        suggested = finding.ground if finding and finding.ground else self._desk.settings.ground
        self.ground.choose(grounds_given[0] if grounds_given else suggested)
        reason = ruling.reason if ruling and ruling.reason else _likely_reason(finding)
        self.reason.choose(reason.value)
        self.replacement.setText(ruling.replacement if ruling else "")
        self.authority.setText(ruling.authority if ruling else "")
        self.note.setText(ruling.note if ruling else "")
        proposed = finding.suggestion if finding else Suggestion.WITHHOLD
        for verdict, button in self.buttons.items():
            font = button.font()
            font.setBold(verdict.value == proposed.value)
            button.setFont(font)
        self.buttons[Verdict.STRIKE].setVisible(finding is not None and finding.category is Category.MARKING)

    def _write(self, offer: str) -> None:
        self.replacement.setText(offer)
        self.replacement.setFocus()

    def _pressed(self) -> None:
        pressed = self.sender()
        verdict = next((each for each, button in self.buttons.items() if button is pressed), None)
        if verdict is not None:
            self.decided.emit(verdict)


def _likely_reason(finding: Finding | None) -> DiscloseReason:
    official = finding is not None and finding.role is Role.OFFICIAL
    return DiscloseReason.OFFICIAL_3J if official else DiscloseReason.NOT_SENSITIVE
