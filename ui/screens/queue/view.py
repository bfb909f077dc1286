# SPDX-License-Identifier: MIT
"""The queue on the screen: a list of documents, a place to drop files, the failures with their reasons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.document import ENCODINGS
from reviewer.workflow.listing import Row
from ui.desk import Desk
from ui.icons import icon
from ui.models.reviews import Failure, FailuresModel, QueueModel
from ui.screens.queue.presenter import QueuePresenter
from ui.widgets.fields import Pick, heading, wrapping
from ui.widgets.first_page_box import FirstPageBox
from ui.widgets.tables import Table


class QueueView(QWidget):
    """The queue.

    Signals:
        opened: the id of a review to open.
    """

    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.presenter = QueuePresenter(desk, self)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.retranslate()
        self.presenter.reload()
        self._show_failures()

    def _build(self) -> None:
        self.title = heading(1)
        self.hint = wrapping(faded=True)
        self.add_files, self.add_folder, self.open_button = QPushButton(), QPushButton(), QPushButton()
        self.because, self.refuse_button = QLineEdit(), QPushButton()
        self.because.setMaximumWidth(420)
        self.table = Table(QueueModel(self._desk.texts, self), stretch=0, widest=220)
        self.table.sort_by_click()
        self.failures_title = heading()
        self.failures = Table(FailuresModel(self._desk.texts, self), stretch=1, widest=320)
        self.failures.setWordWrap(True)
        self.encoding, self.again, self.forget = Pick(), QPushButton(), QPushButton()
        self.reason = wrapping()
        again = QHBoxLayout()
        again.addWidget(self.encoding)
        again.addWidget(self.again)
        again.addWidget(self.forget)
        again.addStretch(1)
        self.failed_part = QWidget()
        below = QVBoxLayout(self.failed_part)
        below.setContentsMargins(0, 6, 0, 0)
        below.addWidget(self.failures_title)
        below.addWidget(self.failures, 1)
        below.addWidget(self.reason)
        below.addLayout(again)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.failed_part)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 6)
        whole.setSpacing(8)
        whole.addWidget(self.title)
        whole.addWidget(self.hint)
        whole.addLayout(self._buttons())
        middle = QHBoxLayout()
        middle.addWidget(split, 1)
        self.first = FirstPageBox(self._desk, self.presenter.first)
        middle.addWidget(self.first)
        whole.addLayout(middle, 1)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        for button in (self.add_files, self.add_folder, self.open_button):
            buttons.addWidget(button)
        buttons.addSpacing(24)
        buttons.addStretch(1)
        buttons.addWidget(self.because, 3)
        buttons.addWidget(self.refuse_button)
        return buttons

    def _connect(self) -> None:
        self.add_files.clicked.connect(self.choose_files)
        self.add_folder.clicked.connect(self.choose_folder)
        self.open_button.clicked.connect(self._open)
        self.table.row_opened.connect(self._open)
        self.table.row_chosen.connect(self._enable)
        self.refuse_button.clicked.connect(self._refuse)
        self.because.textChanged.connect(self._enable)
        self.presenter.changed.connect(self._fill)
        self.presenter.failed.connect(self._show_failures)
        self.failures.row_chosen.connect(self._show_failure)
        self.again.clicked.connect(self._again)
        self.forget.clicked.connect(self._forget)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.title.setText(self.tr("Documents"))
        self.hint.setText(
            self.tr(
                "Add drafts (DOCX, PDF, TXT, MD), or drop files and folders here. Originals are never changed."
            )
        )
        self.add_files.setText(self.tr("Add &files…"))
        self.add_folder.setText(self.tr("Add a f&older…"))
        self.open_button.setText(self.tr("&Review"))
        self.because.setPlaceholderText(self.tr("Reason to refuse the document"))
        self.because.setAccessibleName(self.tr("Reason to refuse the document"))
        self.refuse_button.setText(self.tr("Refuse"))
        self.table.setAccessibleName(self.tr("Documents"))
        self.table.say_when_empty(self.tr("No document yet."))
        self.failures_title.setText(self.tr("Not taken in"))
        self.failures.setAccessibleName(self.tr("Files that were not taken in"))
        self.encoding.setAccessibleName(self.tr("Encoding of the text"))
        self.encoding.offer((each.value, each.value) for each in ENCODINGS)
        self.again.setText(self.tr("Try again"))
        self.forget.setText(self.tr("Take off the list"))
        self._icons()
        self.table.retranslate()
        self.failures.retranslate()
        self._show_failure(self.failures.current())

    def changeEvent(self, event: QEvent) -> None:
        """The language or the colours changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._icons()
        super().changeEvent(event)

    def choose_files(self) -> None:
        """Ask for files."""
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Add files"),
            self._desk.settings.open_folder,
            self.tr("Drafts (*.docx *.docm *.dotx *.dotm *.pdf *.txt *.md);;All files (*)"),
        )
        self.take([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Add a folder"), self._desk.settings.open_folder
        )
        if name:
            self.take([Path(name)])

    def take(self, paths: list[Path]) -> None:
        """Take files and folders in."""
        if paths:
            self._desk.remember(open_folder=str(paths[0].parent))
            self.presenter.add(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        urls: list[QUrl] = list(event.mimeData().urls())
        self.take([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def _icons(self) -> None:
        for button, name in (
            (self.add_files, "add-file"),
            (self.add_folder, "add-folder"),
            (self.open_button, "review"),
            (self.refuse_button, "cancel"),
        ):
            button.setIcon(icon(name, self.palette()))

    def _fill(self) -> None:
        at: Row | None = self.table.current()
        self.table.rows.set_rows(self.presenter.rows)
        wanted = next((row for row in self.presenter.rows if at and row.review.id == at.review.id), None)
        wanted = wanted or (self.presenter.rows[0] if self.presenter.rows else None)
        if wanted is not None:
            self.table.select(wanted)
        self.table.fit()
        self._enable()

    def _enable(self) -> None:
        row = self.table.current()
        self.open_button.setEnabled(row is not None)
        refusable = self.presenter.can_refuse(row)
        self.because.setEnabled(refusable)
        self.refuse_button.setEnabled(refusable and bool(self.because.text().strip()))

    def _open(self) -> None:
        row: Row | None = self.table.current()
        if row is not None:
            self.opened.emit(row.review.id)

    def _refuse(self) -> None:
        row: Row | None = self.table.current()
        if row is not None and self.presenter.refuse(row, self.because.text()):
            self.because.clear()

    def _show_failures(self) -> None:
        failures = self.presenter.failures
        self.failures.rows.set_rows(failures)
        self.failed_part.setVisible(bool(failures))
        if failures:
            self.failures.select(failures[-1])
            self._show_failure(failures[-1])

    def _show_failure(self, failure: Failure | None) -> None:
        self.reason.setText(self._desk.texts.error(failure.error) if failure else "")
        self.encoding.setVisible(self.presenter.asks_encoding(failure))

    def _again(self) -> None:
        failure: Failure | None = self.failures.current()
        if failure is not None:
            named = self.encoding.value() if self.presenter.asks_encoding(failure) else None
            self.presenter.try_again(failure, named)

    def _forget(self) -> None:
        failure: Failure | None = self.failures.current()
        if failure is not None:
            self.presenter.forget(failure)
