# SPDX-License-Identifier: MIT
"""The portal record as a form: English beside French, lists with the portal's own words, complaints as one types."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from reviewer.model.document import Language
from reviewer.model.release import PortalRecord
from reviewer.workflow import choices
from reviewer.workflow.records import Complaint
from ui.texts import language_of_window
from ui.widgets.check_list import CheckList
from ui.widgets.fields import Pick, label_for, name, tab_order, wrapping

_FLUENT = ("title_translated", "notes_translated", "keywords", "org_section", "name_translated")
_OF_RESOURCE = frozenset({"name_translated", "resource_type", "language"})
_WARNING = "⚠ "
TextField = QLineEdit | QPlainTextEdit


class RecordForm(QWidget):
    """One record.

    Signals:
        edited: something in it changed by hand.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: PortalRecord = {}
        self._filling = False
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.fluent: dict[tuple[str, Language], TextField] = {}
        for key in _FLUENT:
            for language in Language:
                self.fluent[key, language] = QPlainTextEdit() if key == "notes_translated" else QLineEdit()
        for field in self.fluent.values():
            if isinstance(field, QPlainTextEdit):
                field.setFixedHeight(field.fontMetrics().height() * 4)
                field.setTabChangesFocus(True)
        self.organization = Pick()
        self.organization.setEditable(True)
        self.organization.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.kind = Pick()
        self.subject, self.audience, self.spoken = CheckList(6), CheckList(6), CheckList(2)
        self.date, self.email = QLineEdit(), QLineEdit()
        self.date.setInputMask("9999-99-99;_")
        self.single: dict[str, QWidget] = {
            "owner_org": self.organization,
            "resource_type": self.kind,
            "subject": self.subject,
            "audience": self.audience,
            "date_published": self.date,
            "maintainer_email": self.email,
            "language": self.spoken,
        }
        self._labels: dict[object, QLabel] = {key: label_for(field) for key, field in self.fluent.items()}
        self._labels |= {key: label_for(field) for key, field in self.single.items()}
        self.complaints = wrapping()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 10, 8)
        grid.setVerticalSpacing(3)
        grid.setHorizontalSpacing(14)
        row = 0
        for key in _FLUENT:
            for column, language in enumerate(Language):
                grid.addWidget(self._labels[key, language], row, column)
                grid.addWidget(self.fluent[key, language], row + 1, column)
            row += 2
        pairs = (
            ("owner_org", "resource_type"),
            ("date_published", "maintainer_email"),
            ("subject", "audience"),
            ("language",),
        )
        for pair in pairs:
            for column, single in enumerate(pair):
                grid.addWidget(self._labels[single], row, column)
                grid.addWidget(self.single[single], row + 1, column, Qt.AlignmentFlag.AlignTop)
            row += 2
        grid.addWidget(self.complaints, row - 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        tab_order([*self.fluent.values(), *(self.single[key] for pair in pairs for key in pair)])

    def _connect(self) -> None:
        for field in self.fluent.values():
            field.textChanged.connect(self._typed)
        for pick in (self.organization, self.kind):
            pick.currentIndexChanged.connect(self._typed)
        for listed in (self.subject, self.audience, self.spoken):
            listed.ticked.connect(self._typed)
        self.date.textChanged.connect(self._typed)
        self.email.textChanged.connect(self._typed)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        tongues = {Language.EN: self.tr("English"), Language.FR: self.tr("French")}
        for key in _FLUENT:
            for language in Language:
                said = f"{self._said(key)} – {tongues[language]}"
                name(self.fluent[key, language], self._labels[key, language], said)
        for key, field in self.single.items():
            name(field, self._labels[key], self._said(key))
        for language in Language:
            keywords = self.fluent["keywords", language]
            keywords.setPlaceholderText(self.tr("separated by commas"))
        window = language_of_window()
        self._filling = True
        titles = sorted((each.label[window], each.value) for each in choices.organizations())
        self.organization.offer([("", ""), *titles])
        completer = QCompleter([title for title, _ in titles], self.organization)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.organization.setCompleter(completer)
        self.kind.offer((each.label[window], each.value) for each in choices.portal_options("resource_type"))
        self.subject.offer((each.label[window], each.value) for each in choices.portal_options("subject"))
        self.audience.offer((each.label[window], each.value) for each in choices.portal_options("audience"))
        self.spoken.offer((tongues[language], language.value) for language in Language)
        self._filling = False

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_record(self, record: PortalRecord) -> None:
        """Show a record."""
        self._record, self._filling = record, True
        resource = _first(record)
        for (key, language), field in self.fluent.items():
            value = _mapping((resource if key in _OF_RESOURCE else record).get(key)).get(language.value)
            text = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
            if isinstance(field, QPlainTextEdit):
                field.setPlainText(text)
            else:
                field.setText(text)
                field.setCursorPosition(0)
        self.organization.choose(str(record.get("owner_org", "")))
        self.kind.choose(str(resource.get("resource_type", "report")))
        self.subject.tick(_listed(record.get("subject")))
        self.audience.tick(_listed(record.get("audience")))
        self.spoken.tick(_listed(resource.get("language")))
        self.date.setText(str(record.get("date_published", "")))
        self.email.setText(str(record.get("maintainer_email", "")))
        self._filling = False

    def record(self) -> PortalRecord:
        """The record as it stands; what the form does not show stays as it was."""
        made = {key: value for key, value in self._record.items() if key not in self._shown()}
        resource = {key: value for key, value in _first(self._record).items() if key not in _OF_RESOURCE}
        for key in _FLUENT:
            said = {language.value: self._fluent_value(key, language) for language in Language}
            filled = {language: value for language, value in said.items() if value}
            if filled:
                (resource if key in _OF_RESOURCE else made)[key] = filled
        single: dict[str, object] = {
            "owner_org": self._organization(),
            "subject": self.subject.values(),
            "audience": self.audience.values(),
            "date_published": self.date.text(),
            "maintainer_email": self.email.text().strip(),
        }
        made |= {key: value for key, value in single.items() if value}
        resource |= {"resource_type": self.kind.value(), "language": self.spoken.values()}
        return {**made, "resources": [{key: value for key, value in resource.items() if value}]}

    def show_complaints(self, complaints: tuple[Complaint, ...]) -> None:
        """Say what is wrong, under the form and at each field."""
        language = language_of_window()
        heads = {each.field.removeprefix("resources[0].").split(".")[0] for each in complaints if each.blocks}
        for key in (*_FLUENT, *self.single):
            labels = [self._labels[key, each] for each in Language] if key in _FLUENT else [self._labels[key]]
            for label in labels:
                label.setText((_WARNING if key in heads else "") + label.text().removeprefix(_WARNING))
        lines = dict.fromkeys(f"{_WARNING}{self._where(each)}: {each.said(language)}" for each in complaints)
        self.complaints.setText(
            "\n".join(lines) if lines else self.tr("✓ The portal would take this record.")
        )

    def _where(self, complaint: Complaint) -> str:
        path = complaint.field.removeprefix("resources[0].").split(".")
        said = self._said(path[0])
        return f"{said} ({path[1].upper()})" if len(path) > 1 else said

    def _said(self, key: str) -> str:
        return {
            "title_translated": self.tr("Title"),
            "notes_translated": self.tr("Description"),
            "keywords": self.tr("Keywords"),
            "org_section": self.tr("Section of the organization"),
            "name_translated": self.tr("Title of the file"),
            "owner_org": self.tr("Organization"),
            "resource_type": self.tr("Type of document"),
            "subject": self.tr("Subjects"),
            "audience": self.tr("Audience"),
            "date_published": self.tr("Date published"),
            "maintainer_email": self.tr("Contact e-mail"),
            "language": self.tr("Languages of the document"),
        }.get(key, key)

    def _fluent_value(self, key: str, language: Language) -> object:
        field = self.fluent[key, language]
        text = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
        if key == "keywords":
            return [word.strip() for word in text.split(",") if word.strip()]
        return text

    def _organization(self) -> str:
        at = self.organization.findText(self.organization.currentText(), Qt.MatchFlag.MatchFixedString)
        return str(self.organization.itemData(at)) if at >= 0 else ""

    def _shown(self) -> frozenset[str]:
        return frozenset({*_FLUENT, *self.single, "resources"} - _OF_RESOURCE)

    def _typed(self) -> None:
        if not self._filling:
            self.edited.emit()


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _first(record: PortalRecord) -> Mapping[str, object]:
    resources = _listed(record.get("resources"))
    return _mapping(resources[0]) if resources else {}
