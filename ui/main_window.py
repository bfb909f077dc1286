# SPDX-License-Identifier: MIT
"""The window: it only moves between the screens, and holds what they share: who is working, the language, the news."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.document import Language
from ui.desk import Desk
from ui.icons import icon
from ui.screens.publish.view import PublishView
from ui.screens.queue.view import QueueView
from ui.screens.review.view import ReviewView
from ui.screens.settings.view import SettingsView
from ui.screens.sign_off.view import SignOffView
from ui.settings import Theme
from ui.widgets.colours import put_on
from ui.widgets.fields import Pick, label_for, name
from ui.widgets.help_panel import HelpPanel
from ui.widgets.job_bar import JobBar
from ui.widgets.menus import Menus

QUEUE, REVIEW, SIGN_OFF, PUBLISH, SETTINGS = range(5)
_ICONS = ("queue", "review", "sign", "publish", "settings")


class MainWindow(QMainWindow):
    """One window on one store."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.queue = QueueView(desk)
        self.review = ReviewView(desk)
        self.sign_off = SignOffView(desk)
        self.publish = PublishView(desk)
        self.settings = SettingsView(desk)
        self.stack = QStackedWidget()
        for screen in (self.queue, self.review, self.sign_off, self.publish, self.settings):
            self.stack.addWidget(screen)
        self.help = HelpPanel()
        self.help.hide()
        self._build()
        self.menus = Menus(self.menuBar(), self.review.presenter.history, desk.settings.theme, self)
        self._connect()
        self.retranslate()
        self._fill_people()
        self.resize(1320, 860)
        if not desk.people:
            # The first start: nobody can do anything before there is somebody.
            self.go(SETTINGS)
            desk.say(self.tr("Welcome. Begin by adding yourself; whoever signs is added too."))

    def _build(self) -> None:
        self.steps = QButtonGroup(self)
        self.person = Pick()
        self.person.setMinimumContentsLength(20)
        self.person_label = label_for(self.person)
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 6, 10, 0)
        for at in range(5):
            step = QToolButton()
            step.setCheckable(True)
            step.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            step.setAutoRaise(True)
            step.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.steps.addButton(step, at)
            bar.addWidget(step)
        self.steps.button(QUEUE).setChecked(True)
        bar.addStretch(1)
        bar.addWidget(self.person_label)
        self.person.setMaximumWidth(380)
        bar.addWidget(self.person, 3)
        self.languages = {
            language: QPushButton(language.value.upper()) for language in (Language.FR, Language.EN)
        }
        for button in self.languages.values():
            button.setCheckable(True)
            button.setObjectName("language")
            button.setFixedWidth(button.fontMetrics().horizontalAdvance("FR") + 26)
            bar.addWidget(button)
        middle = QHBoxLayout()
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.help)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addLayout(middle, 1)
        column.addWidget(JobBar(self._desk))
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        for key, slot in (
            ("add_files", self.queue.choose_files),
            ("add_folder", self.queue.choose_folder),
            ("recount", self.queue.presenter.recount),
            ("quit", self.close),
            ("undo", self.review.presenter.undo),
            ("redo", self.review.presenter.redo),
            ("find", self._find),
            ("language", self.other_language),
            ("keys", self.toggle_help),
        ):
            self.menus.acts[key].triggered.connect(slot)
        self.menus.went.connect(self.go)
        self.menus.themed.connect(self.settings.presenter.theme)
        self.steps.idClicked.connect(self.go)
        self.queue.opened.connect(self.open_review)
        self.review.presenter.prepared.connect(self._prepared)
        self.review.record_wanted.connect(self._show_record)
        self.sign_off.opened.connect(self.open_review)
        self.sign_off.copy_wanted.connect(self.open_copy)
        self.settings.themed.connect(self.theme)
        self.person.activated.connect(self._person_chosen)
        self._desk.person_changed.connect(self._fill_people)
        for button in self.languages.values():
            button.clicked.connect(self._language_clicked)
        self._desk.tongue.changed.connect(self._show_language)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setWindowTitle(self.tr("Parvis"))
        titles = (
            self.tr("1 Documents"),
            self.tr("2 Review"),
            self.tr("3 Sign-off"),
            self.tr("4 Publish"),
            self.tr("Settings"),
        )
        for at, title in enumerate(titles):
            self.steps.button(at).setText(title)
            self.steps.button(at).setAccessibleName(title)
        name(self.person, self.person_label, self.tr("&Working:"))
        for language, button in self.languages.items():
            button.setAccessibleName("Français" if language is Language.FR else "English")
        self.menus.retranslate()
        self._icons()
        self._show_language()

    def changeEvent(self, event: QEvent) -> None:
        """The language or the colours changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._fill_people()
        elif event.type() == QEvent.Type.PaletteChange:
            self._icons()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the work; whatever was decided is on disk already."""
        self._desk.runner.close()
        super().closeEvent(event)

    def go(self, screen: int) -> None:
        """Show a screen."""
        self.steps.button(screen).setChecked(True)
        self.stack.setCurrentIndex(screen)
        if screen == SIGN_OFF:
            self.sign_off.fill()
        elif screen == PUBLISH:
            self.publish.fill()
        elif screen == QUEUE:
            self.queue.presenter.reload()
        elif screen == REVIEW:
            self.review.presenter.reload()
        elif screen == SETTINGS:
            self.settings.fill()

    def open_review(self, review_id: str) -> None:
        """Show a review."""
        if self.review.open(review_id):
            self.go(REVIEW)

    def open_copy(self, review_id: str) -> None:
        """Show the prepared copy of a review."""
        self.open_review(review_id)
        self.review.document.show_copy()

    def other_language(self) -> None:
        """English and French in turn; place and undo are kept."""
        other = Language.FR if self._desk.tongue.language is Language.EN else Language.EN
        self._desk.speak(other)

    def theme(self, theme: Theme) -> None:
        """Colour the whole program."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            put_on(application, theme)

    def toggle_help(self) -> None:
        """The keys of the screens."""
        self.help.setVisible(not self.help.isVisible())

    def _find(self) -> None:
        self.go(REVIEW)
        self.review.show_find()

    def _prepared(self) -> None:
        self.sign_off.fill()

    def _show_record(self, review_id: str) -> None:
        self.go(PUBLISH)
        self.publish.show_review(review_id)

    def _language_clicked(self) -> None:
        clicked = self.sender()
        chosen = next(language for language, button in self.languages.items() if button is clicked)
        self._desk.speak(chosen)
        self._show_language()

    def _show_language(self) -> None:
        for language, button in self.languages.items():
            button.setChecked(language is self._desk.tongue.language)

    def _person_chosen(self) -> None:
        chosen = next((each for each in self._desk.people if each.id == self.person.value()), None)
        self._desk.work_as(chosen)

    def _fill_people(self) -> None:
        texts = self._desk.texts
        people = [(f"{each.name} ({texts.person_role(each.role)})", each.id) for each in self._desk.people]
        self.person.shorter = {each.id: each.name for each in self._desk.people}
        self.person.offer([(self.tr("nobody yet"), ""), *people] if self._desk.person is None else people)
        self.person.choose(self._desk.person.id if self._desk.person else "")
        # Of a long name with its role the list shows only the name.
        self.person.setToolTip(self.person.currentText())

    def _icons(self) -> None:
        for at, drawing in enumerate(_ICONS):
            self.steps.button(at).setIcon(icon(drawing, self.palette()))
        self.setWindowIcon(QIcon(icon("parvis", self.palette())))
