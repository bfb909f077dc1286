# SPDX-License-Identifier: MIT
"""Sign-off on the screen: what waits at the left, the sheet, the checklist and the signature at the right."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.review import State
from reviewer.workflow.listing import Row
from reviewer.workflow.marks import Standing
from reviewer.workflow.sheet import Sheet
from ui.desk import Desk
from ui.models.reviews import QueueModel
from ui.screens.sign_off.presenter import SignOffPresenter
from ui.screens.sign_off.sheet import SheetText
from ui.widgets.checklist import Checklist
from ui.widgets.fields import heading, label_for, name, wrapping
from ui.widgets.sign_dialog import SignDialog
from ui.widgets.tables import Table


class SignOffView(QWidget):
    """Sign-off.

    Signals:
        opened: the id of a review to read before signing.
        copy_wanted: the id of a review whose prepared copy is to be seen.
    """

    opened = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.presenter = SignOffPresenter(desk, self)
        self._said = SheetText(desk.texts, self)
        self._shown: str | None = None
        self._build()
        self._connect()
        self.retranslate()

    def fill(self) -> None:
        """Read everything again."""
        self.presenter.reload()

    def _build(self) -> None:
        self.title = heading(1)
        self.hint = wrapping(faded=True)
        self.table = Table(QueueModel(self._desk.texts, self), stretch=0)
        for column in range(2, 6):
            self.table.hideColumn(column)
        self.open_button, self.copy_button = QPushButton(), QPushButton()
        self.sheet = wrapping()
        self.sheet.setTextFormat(Qt.TextFormat.RichText)
        self.checklist = Checklist()
        self.checklist_box, self.words_box, self.approval_box = QGroupBox(), QGroupBox(), QGroupBox()
        self.words: list[tuple[str, QCheckBox]] = []
        self.words_hint = wrapping()
        self._words_column = QVBoxLayout(self.words_box)
        self._words_column.addWidget(self.words_hint)
        QVBoxLayout(self.checklist_box).addWidget(self.checklist)
        self.approver, self.date, self.reference = QLineEdit(), QDateEdit(), QLineEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.approval = wrapping()
        self.approve_button = QPushButton()
        self._labels = {field: label_for(field) for field in (self.approver, self.date, self.reference)}
        form = QFormLayout(self.approval_box)
        form.addRow(self.approval)
        for field, label in self._labels.items():
            form.addRow(label, field)
        form.addRow(self.approve_button)
        self.note, self.back_button, self.sign_button = QLineEdit(), QPushButton(), QPushButton()
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        for widget in (self.sheet, self.words_box, self.checklist_box, self.approval_box):
            column.addWidget(widget)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.addWidget(self.note, 1)
        buttons.addWidget(self.back_button)
        buttons.addSpacing(24)
        buttons.addWidget(self.sign_button)
        self.right = QWidget()
        right = QVBoxLayout(self.right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.area, 1)
        right.addLayout(buttons)
        left = QWidget()
        left_column = QVBoxLayout(left)
        left_column.setContentsMargins(0, 0, 0, 0)
        left_column.addWidget(self.table)
        left_column.addWidget(self.open_button)
        left_column.addWidget(self.copy_button)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.right)
        split.setSizes([340, 900])
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 6)
        whole.addWidget(self.title)
        whole.addWidget(self.hint)
        whole.addWidget(split, 1)

    def _connect(self) -> None:
        self.presenter.changed.connect(self._show)
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._see_copy)
        self.checklist.changed.connect(self._enable)
        self.note.textChanged.connect(self._enable)
        self.back_button.clicked.connect(self._send_back)
        self.sign_button.clicked.connect(self._sign)
        self.approve_button.clicked.connect(self._approve)
        self._desk.person_changed.connect(self._enable)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.title.setText(self.tr("Sign-off"))
        self.hint.setText(
            self.tr(
                "The privacy officer, never the author, reads the sheet, confirms the statements and signs this copy."
            )
        )
        self.table.setAccessibleName(self.tr("Documents to sign"))
        self.table.say_when_empty(self.tr("No prepared copy waits for a signature."))
        self.open_button.setText(self.tr("Read the review"))
        self.copy_button.setText(self.tr("See the copy to be signed"))
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.checklist_box.setTitle(self.tr("Statements"))
        self.words_box.setTitle(self.tr("Words of withheld names that are still in the copy"))
        self.words_hint.setText(
            self.tr("Elsewhere they may be another person's. Look at each place, then confirm it.")
        )
        self.approval_box.setTitle(self.tr("Approval of the information management senior official"))
        name(self.approver, self._labels[self.approver], self.tr("Na&me:"))
        name(self.date, self._labels[self.date], self.tr("&Date:"))
        name(self.reference, self._labels[self.reference], self.tr("Re&ference:"))
        self.approve_button.setText(self.tr("Record the approval"))
        self.note.setPlaceholderText(self.tr("What the author must look at again"))
        self.note.setAccessibleName(self.tr("What the author must look at again"))
        self.back_button.setText(self.tr("Send back"))
        self.sign_button.setText(self.tr("Agree and sign…"))
        self.table.retranslate()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        sheet = self.presenter.sheet
        self.table.rows.set_rows(self.presenter.rows)
        self.right.setVisible(sheet is not None)
        self.open_button.setEnabled(sheet is not None)
        self.copy_button.setEnabled(sheet is not None and sheet.candidate is not None)
        if sheet is not None:
            row = next((each for each in self.presenter.rows if each.review.id == sheet.case.review.id), None)
            self.table.select(row)
            self._show_sheet(sheet)
        self._enable()

    def _show_sheet(self, sheet: Sheet) -> None:
        if sheet.case.review.id != self._shown:
            self._shown = sheet.case.review.id
            self.checklist.clear()
            self.note.clear()
            today = self.presenter.today()
            self.date.setMaximumDate(QDate(today.year, today.month, today.day))
            self.date.setDate(QDate(today.year, today.month, today.day))
            self.area.verticalScrollBar().setValue(0)
        self.sheet.setText(self._said.html(self.presenter))
        self.checklist.show_items(sheet)
        self._show_words(sheet.candidate.warnings if sheet.candidate else ())
        approval = sheet.approval
        self.approval.setText(
            self.tr("Recorded: {name}, {date}, {reference}").format(
                name=approval.name, date=approval.date.isoformat(), reference=approval.reference
            )
            if approval
            else self.tr("Not recorded yet. A release needs it.")
        )

    def _show_words(self, places: tuple[str, ...]) -> None:
        if [place for place, _ in self.words] != list(places):
            for _, box in self.words:
                self._words_column.removeWidget(box)
                box.deleteLater()
            self.words = []
            for place in places:
                box = QCheckBox(self._said.warning(place))
                box.toggled.connect(self._enable)
                self._words_column.addWidget(box)
                self.words.append((place, box))
        self.words_box.setVisible(bool(places))

    def _enable(self) -> None:
        able = self.presenter.can_sign
        confirmed = all(box.isChecked() for _, box in self.words)
        self.checklist.set_enabled(able)
        self.sign_button.setEnabled(able and confirmed and self.checklist.complete())
        self.back_button.setEnabled(self.presenter.can_send_back and bool(self.note.text().strip()))
        self.approve_button.setEnabled(self.presenter.can_approve)
        sheet = self.presenter.sheet
        signed = sheet is not None and sheet.case.review.state is State.SIGNED
        self.sign_button.setVisible(not signed)
        self.checklist_box.setVisible(not signed)

    def _choose(self, row: Row) -> None:
        self.presenter.choose(row.review.id)

    def _open(self) -> None:
        sheet = self.presenter.sheet
        if sheet is not None:
            self.opened.emit(sheet.case.review.id)

    def _see_copy(self) -> None:
        sheet = self.presenter.sheet
        if sheet is not None:
            self.copy_wanted.emit(sheet.case.review.id)

    def _send_back(self) -> None:
        if self.presenter.send_back(self.note.text()):
            self.note.clear()

    def _approve(self) -> None:
        day = self.date.date()
        date = dt.date(day.year(), day.month(), day.day())
        if self.presenter.approve(self.approver.text(), date, self.reference.text()):
            self.approver.clear()
            self.reference.clear()

    def read_back(self) -> str:
        """What the dialog reads back before the signature."""
        sheet = self.presenter.sheet
        if sheet is None:
            return ""
        removing = (Standing.WITHHOLD, Standing.GENERALISE, Standing.STRIKE, Standing.LEAVE_OUT)
        removed = sum(self.presenter.count(each) for each in removing)
        disclosed = self.presenter.count(Standing.DISCLOSE)
        lines = (
            sheet.case.review.name,
            self.tr("Removed: %n passage(s)", None, removed),
            self.tr("Disclosed: %n passage(s)", None, disclosed),
            self.tr("Statements confirmed: %n", None, len(self.checklist.answers())),
            self.tr("You sign exactly this copy: {digest}…").format(
                digest=sheet.candidate.sha256[:16] if sheet.candidate else ""
            ),
        )
        return "\n".join(lines)

    def _sign(self) -> None:
        person = self._desk.worker()
        if person is None:
            return
        dialog = SignDialog(self.read_back(), person.name, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            words = tuple(place for place, _ in self.words)
            self.presenter.sign(dialog.passphrase.text(), self.checklist.answers(), words)
        dialog.passphrase.clear()
        dialog.deleteLater()
        self.sign_button.setFocus()
