# SPDX-License-Identifier: MIT
"""Publishing on the screen: the documents at the left, the portal record at the right, the release below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
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
from reviewer.workflow.publish import Released
from ui.desk import Desk
from ui.models.reviews import QueueModel
from ui.screens.publish.presenter import PublishPresenter
from ui.widgets.fields import heading, label_for, name, wrapping
from ui.widgets.record_form import RecordForm
from ui.widgets.tables import Table


class PublishView(QWidget):
    """Records and releases."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.presenter = PublishPresenter(desk, self)
        self._folder: Path | None = None
        self._build()
        self._connect()
        self.retranslate()

    def fill(self) -> None:
        """Read the list again; what is being typed stays."""
        self.presenter.reload()

    def show_review(self, review_id: str) -> None:
        """Take a review at hand."""
        self.presenter.reload()
        row = next((each for each in self.presenter.rows if each.review.id == review_id), None)
        if row is not None:
            self.table.select(row)
            self.presenter.choose(row)

    def _build(self) -> None:
        self.title = heading(1)
        self.table = Table(QueueModel(self._desk.texts, self), stretch=0)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for column in range(2, 6):
            self.table.hideColumn(column)
        self.record_title = heading()
        self.form = RecordForm()
        self.keep_button = QPushButton()
        self.folder = QLineEdit()
        self.folder_label = label_for(self.folder)
        self.browse, self.release_button, self.prove_button, self.show_button = (
            QPushButton() for _ in range(4)
        )
        self.result = wrapping()
        self.because, self.recall_button = QLineEdit(), QPushButton()
        self.release_hint = wrapping(faded=True)
        self.release_box = QGroupBox()
        self._lay_out()

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.form)
        keep = QHBoxLayout()
        keep.addWidget(self.record_title, 1)
        keep.addWidget(self.because)
        keep.addWidget(self.recall_button)
        keep.addWidget(self.keep_button)
        self.right = QWidget()
        right = QVBoxLayout(self.right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addLayout(keep)
        right.addWidget(scroll, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self.right)
        split.setSizes([340, 900])
        split.setChildrenCollapsible(False)
        path = QHBoxLayout()
        path.addWidget(self.folder_label)
        path.addWidget(self.folder, 1)
        for button in (self.browse, self.release_button, self.prove_button):
            path.addWidget(button)
        done = QHBoxLayout()
        done.addWidget(self.result, 1)
        done.addWidget(self.show_button)
        below = QVBoxLayout(self.release_box)
        below.addWidget(self.release_hint)
        below.addLayout(path)
        below.addLayout(done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 6)
        whole.addWidget(self.title)
        whole.addWidget(split, 1)
        whole.addWidget(self.release_box)

    def _connect(self) -> None:
        self.presenter.changed.connect(self._fill)
        self.presenter.chosen.connect(self._show)
        self.presenter.released.connect(self._released)
        self.table.row_chosen.connect(self._choose)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.form.edited.connect(self._edited)
        self.keep_button.clicked.connect(self._keep)
        self.recall_button.clicked.connect(self._recall)
        self.because.textChanged.connect(self._enable)
        self.browse.clicked.connect(self._browse)
        self.release_button.clicked.connect(self._release)
        self.prove_button.clicked.connect(self._prove)
        self.show_button.clicked.connect(self._show_folder)
        self.folder.textChanged.connect(self._enable)
        self._desk.person_changed.connect(self._enable)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.title.setText(self.tr("Publish"))
        self.table.setAccessibleName(self.tr("Documents to publish"))
        self.table.say_when_empty(self.tr("No document yet. A signed copy can be published here."))
        self.keep_button.setText(self.tr("&Keep the record"))
        self.because.setPlaceholderText(self.tr("Why the release is recalled"))
        self.because.setAccessibleName(self.tr("Why the release is recalled"))
        self.recall_button.setText(self.tr("Recall"))
        self.release_box.setTitle(self.tr("Release"))
        self.release_hint.setText(
            self.tr(
                "Select signed documents above. The release goes to a new folder; the internal file goes beside it."
            )
        )
        name(self.folder, self.folder_label, self.tr("Ne&w folder:"))
        self.browse.setText(self.tr("Browse…"))
        self.prove_button.setText(self.tr("Check a release…"))
        self.show_button.setText(self.tr("Open the folder"))
        self.table.retranslate()
        self._say_record()
        self._enable()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _fill(self) -> None:
        at = self.presenter.row
        self.table.rows.set_rows(self.presenter.rows)
        if at is not None and not self.table.chosen():
            again = next((row for row in self.presenter.rows if row.review.id == at.review.id), None)
            self.table.select(again)
        self.right.setVisible(bool(self.presenter.rows))
        self._enable()

    def _choose(self, row: Row) -> None:
        if self.presenter.row is None or row.review.id != self.presenter.row.review.id:
            self.presenter.choose(row)

    def _show(self) -> None:
        if self.presenter.row is not None and not self.table.chosen():
            self.table.select(self.presenter.row)
        self.form.show_record(self.presenter.record)
        self._say_record()
        self._enable()

    def _say_record(self) -> None:
        row = self.presenter.row
        changed = self.tr("changed") if self.presenter.is_draft else ""
        said = self.tr("Portal record of {name}").format(name=row.review.name) if row else ""
        self.record_title.setText(" · ".join(part for part in (said, changed) if part))
        if row is not None:
            self.form.show_complaints(self.presenter.complaints)

    def _edited(self) -> None:
        self.presenter.draft(self.form.record())
        self._say_record()
        self._enable()

    def _enable(self) -> None:
        able = self.presenter.can_keep
        self.form.setEnabled(able)
        blocked = any(each.blocks for each in self.presenter.complaints)
        self.keep_button.setEnabled(able and not blocked)
        recallable = self.presenter.can_recall
        self.because.setVisible(recallable)
        self.recall_button.setVisible(recallable)
        self.recall_button.setEnabled(bool(self.because.text().strip()))
        self.keep_button.setVisible(not recallable)
        signed = self._signed()
        self.release_button.setText(self.tr("Write the release (%n document(s))", None, len(signed)))
        self.release_button.setEnabled(bool(signed) and bool(self.folder.text().strip()))
        self.show_button.setVisible(self._folder is not None)
        self.result.setVisible(bool(self.result.text()))

    def _signed(self) -> tuple[Row, ...]:
        rows: tuple[Row, ...] = self.table.chosen()
        return tuple(row for row in rows if row.review.state is State.SIGNED)

    def _keep(self) -> None:
        if self.presenter.keep(self.form.record()):
            self._say_record()

    def _recall(self) -> None:
        if self.presenter.recall(self.because.text()):
            self.because.clear()

    def _browse(self) -> None:
        start = self._desk.settings.release_folder
        name_, _ = QFileDialog.getSaveFileName(self, self.tr("New folder for the release"), start)
        if name_:
            self.folder.setText(name_)

    def _release(self) -> None:
        folder = Path(self.folder.text().strip())
        self._desk.remember(release_folder=str(folder.parent))
        self.presenter.release(self._signed(), folder)

    def _prove(self) -> None:
        start = self._desk.settings.release_folder
        chosen = QFileDialog.getExistingDirectory(self, self.tr("A release folder to check"), start)
        if chosen:
            self.presenter.prove(Path(chosen))

    def _released(self, released: Released) -> None:
        self._folder = released.folder
        self.result.setText(
            self.tr(
                "Written and proved: {folder}\nInternal file, not to publish: {internal}\nSigner: {signer}"
            ).format(folder=released.folder, internal=released.internal, signer=released.fingerprint)
        )
        self.folder.clear()
        self._enable()

    def _show_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
