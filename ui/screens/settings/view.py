# SPDX-License-Identifier: MIT
"""The settings on the screen: people and roles, language and theme, the journal (read only), the office memory."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.document import Language
from reviewer.model.ground import grounds
from reviewer.model.review import PersonRole
from ui.desk import Desk
from ui.models.others import JournalModel, PeopleModel
from ui.screens.settings.presenter import SettingsPresenter
from ui.settings import Theme
from ui.widgets.fields import Pick, heading, label_for, name, wrapping
from ui.widgets.memory_page import MemoryPage
from ui.widgets.tables import Table

_JOURNAL, _MEMORY = 2, 3


class SettingsView(QWidget):
    """The settings.

    Signals:
        themed: another Theme was chosen.
    """

    themed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.presenter = SettingsPresenter(desk, self)
        self._build()
        self._connect()
        self.retranslate()
        self.fill()

    def _build(self) -> None:
        self.title = heading(1)
        self.people = Table(PeopleModel(self._desk.texts, self), stretch=0, widest=260)
        self.name, self.role = QLineEdit(), Pick()
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_button = QPushButton()
        self.hint = wrapping(faded=True)
        self.language, self.theme, self.ground = Pick(), Pick(), Pick()
        self.journal = Table(JournalModel(self._desk.texts, self), stretch=5, widest=220)
        self.filter = QLineEdit()
        self.check_button = QPushButton()
        fields = (self.name, self.role, self.passphrase, self.again, self.language, self.theme, self.ground)
        self._labels = {field: label_for(field) for field in fields}
        self.tabs = QTabWidget()
        self.memory = MemoryPage(self._desk)
        for page in (self._people_page(), self._choices_page(), self._journal_page(), self.memory):
            self.tabs.addTab(page, "")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 6)
        whole.addWidget(self.title)
        whole.addWidget(self.tabs, 1)

    def _people_page(self) -> QWidget:
        page = _page()
        self.new_person = QGroupBox()
        form = QFormLayout(self.new_person)
        for field in (self.name, self.role, self.passphrase, self.again):
            form.addRow(self._labels[field], field)
        form.addRow(self.hint)
        form.addRow(self.add_button)
        row = QHBoxLayout(page)
        row.addWidget(self.people, 3)
        right = QVBoxLayout()
        right.addWidget(self.new_person)
        right.addStretch(1)
        row.addLayout(right, 2)
        return page

    def _choices_page(self) -> QWidget:
        page = _page()
        form = QFormLayout(page)
        for field in (self.language, self.theme, self.ground):
            field.setMaximumWidth(520)
            form.addRow(self._labels[field], field)
        return page

    def _journal_page(self) -> QWidget:
        page = _page()
        row = QHBoxLayout()
        row.addWidget(self.filter, 1)
        row.addWidget(self.check_button)
        column = QVBoxLayout(page)
        column.addLayout(row)
        column.addWidget(self.journal, 1)
        return page

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.again.returnPressed.connect(self._add)
        self._desk.person_changed.connect(self.fill)
        self.language.activated.connect(self._speak)
        self.theme.activated.connect(self._theme)
        self.ground.activated.connect(self._ground)
        self.presenter.themed.connect(self.themed)
        self.check_button.clicked.connect(self.presenter.check_journal)
        self.filter.textChanged.connect(self._filter)
        self.tabs.currentChanged.connect(self._tab_changed)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        texts = self._desk.texts
        self.title.setText(self.tr("Settings"))
        titles = (self.tr("People"), self.tr("Choices"), self.tr("Journal"), self.tr("Office memory"))
        for at, text in enumerate(titles):
            self.tabs.setTabText(at, text)
        self.tabs.setAccessibleName(self.tr("Settings"))
        self.people.setAccessibleName(self.tr("People"))
        self.new_person.setTitle(self.tr("Add a person"))
        name(self.name, self._labels[self.name], self.tr("Na&me:"))
        name(self.role, self._labels[self.role], self.tr("&Role:"))
        name(self.passphrase, self._labels[self.passphrase], self.tr("&Passphrase:"))
        name(self.again, self._labels[self.again], self.tr("Passphrase a&gain:"))
        name(self.language, self._labels[self.language], self.tr("&Language of the window:"))
        name(self.theme, self._labels[self.theme], self.tr("&Colours:"))
        name(self.ground, self._labels[self.ground], self.tr("&Ground proposed first:"))
        self.hint.setText(
            self.tr(
                "At least 12 characters. It protects the person's signing key; nobody can recover it. "
                "Whoever signs must be somebody else than the author, with a passphrase of their own."
            )
        )
        self.add_button.setText(self.tr("&Add"))
        self.role.offer((texts.person_role(each), each.value) for each in PersonRole)
        self.language.offer((("English", Language.EN.value), ("Français", Language.FR.value)))
        self.theme.offer(
            (
                (self.tr("As the system"), Theme.SYSTEM.value),
                (self.tr("Light"), Theme.LIGHT.value),
                (self.tr("Dark"), Theme.DARK.value),
            )
        )
        self.ground.offer((texts.ground(section), section) for section in grounds())
        self.filter.setPlaceholderText(self.tr("Show only entries with these words"))
        self.filter.setAccessibleName(self.tr("Show only entries with these words"))
        self.check_button.setText(self.tr("Prove that it is whole"))
        self.journal.setAccessibleName(self.tr("Journal"))
        self._choose()
        self.people.retranslate()
        self.journal.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def fill(self) -> None:
        """Show people and choices again."""
        self.people.rows.set_rows(self._desk.people)
        self.people.fit()
        self._choose()
        self._tab_changed(self.tabs.currentIndex())

    def _choose(self) -> None:
        kept = self._desk.settings
        self.language.choose(self._desk.tongue.language.value)
        self.theme.choose(kept.theme.value)
        self.ground.choose(kept.ground)

    def _add(self) -> None:
        added = self.presenter.add_person(
            self.name.text(), PersonRole(self.role.value()), self.passphrase.text(), self.again.text()
        )
        if added is not None:
            for field in (self.name, self.passphrase, self.again):
                field.clear()
            self.name.setFocus()

    def _speak(self) -> None:
        self._desk.speak(Language(self.language.value()))

    def _theme(self) -> None:
        self.presenter.theme(Theme(self.theme.value()))

    def _ground(self) -> None:
        self._desk.remember(ground=self.ground.value())

    def _tab_changed(self, at: int) -> None:
        if at == _JOURNAL:
            self._fill_journal()
        elif at == _MEMORY:
            self.memory.fill()

    def _fill_journal(self) -> None:
        model = self.journal.rows
        if isinstance(model, JournalModel):
            model.names = self.presenter.people_by_id()
            model.reviews = self.presenter.documents_by_id()
        model.set_rows(self.presenter.journal())
        self.journal.fit()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        model = self.journal.rows

        def accepts(row: object) -> bool:
            said = " ".join(model.cells(row)).casefold()
            return all(word in said for word in wanted)

        self.journal.filter.accept(accepts if wanted else None)


def _page() -> QWidget:
    page = QWidget()
    # A tab's own ground is too light, in the dark theme, for faded text.
    page.setAutoFillBackground(True)
    return page
