# SPDX-License-Identifier: MIT
"""One question of the document: what it is, the way to its place, its answers as buttons that say what each does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.document import Choice, Span
from ui.models.questions import Question
from ui.question_texts import QuestionTexts
from ui.texts import Texts
from ui.widgets.fields import heading, tab_order, wrapping

_INDENT = 22
Places = Sequence[str | Span]
"""Where the text stands that a question is about: stories, or passages."""


class QuestionCard(QWidget):
    """A question and its answers; Tab comes to them from the widget `after` which they stand.

    Signals:
        answered: the id of the problem and the Choice.
        jumped: the place to show: the id of a story, or a Span.
    """

    answered = Signal(str, object)
    jumped = Signal(object)

    def __init__(self, texts: Texts, after: QWidget) -> None:
        super().__init__()
        self._texts = texts
        self._after = after
        self._said = QuestionTexts(self)
        self._question: Question | None = None
        self._at = -1
        self._places: Places = ()
        self._able = False
        self.title, self.about = heading(), wrapping(faded=True)
        self.group = QButtonGroup(self)
        self.group.buttonToggled.connect(self._enable)
        self.choices: dict[Choice, QRadioButton] = {}
        self._answers = QVBoxLayout()
        self._answers.setSpacing(2)
        self.give, self.jump = QPushButton(), QPushButton()
        self.give.clicked.connect(self._give)
        self.jump.clicked.connect(self._jump)
        row = QHBoxLayout()
        row.addWidget(self.give)
        row.addWidget(self.jump)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        layout.addLayout(self._answers)
        layout.addLayout(row)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.give.setText(self.tr("Answer"))
        chosen = self.chosen()
        self._say()
        if chosen is not None and chosen in self.choices:
            self.choices[chosen].setChecked(True)

    def show_question(self, question: Question | None, places: Places, *, able: bool) -> None:
        """Show a question; its present answer is chosen, without one none is."""
        same = (
            question is not None and self._question is not None and question.problem == self._question.problem
        )
        kept = self.chosen() if same else None
        self._question, self._able = question, able
        self._at = self._at if same and len(places) == len(self._places) else -1
        self._places = places
        self._say()
        chosen = kept or (question.choice if question else None)
        if chosen is not None and chosen in self.choices:
            self.choices[chosen].setChecked(True)
        self._enable()

    def chosen(self) -> Choice | None:
        """The answer that is chosen, given or not."""
        return next((choice for choice, button in self.choices.items() if button.isChecked()), None)

    def focus_answers(self) -> None:
        """Let the keyboard choose an answer."""
        chosen = self.chosen()
        buttons = [*self.choices.values()]
        if buttons:
            (self.choices[chosen] if chosen is not None else buttons[0]).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on an answer gives it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.give.isEnabled():
            self._give()
            return
        super().keyPressEvent(event)

    def _say(self) -> None:
        question = self._question
        self._clear()
        if question is None:
            return
        number = f" {question.number}" if question.number else ""
        name = f"{self._said.name(question.problem)}{number}"
        self.title.setText(name)
        self.about.setText(self._said.about(question.problem))
        for choice in question.problem.choices:
            self._add(question, choice)
        tab_order((self._after, *self.choices.values(), self.give, self.jump))
        self.give.setAccessibleName(self.tr("Give this answer: {question}").format(question=name))
        self._say_jump()

    def _add(self, question: Question, choice: Choice) -> None:
        said = self._texts.choice(choice)
        safe = choice is question.problem.safe and choice is not Choice.STOP
        button = QRadioButton(self.tr("{answer} (safe)").format(answer=said) if safe else said)
        effect = self._said.effect(question.problem, choice)
        button.setAccessibleDescription(effect)
        explained = wrapping(faded=True)
        explained.setText(effect)
        explained.setContentsMargins(_INDENT, 0, 0, 4)
        button.setEnabled(self._able)
        self.group.addButton(button)
        self.choices[choice] = button
        self._answers.addWidget(button)
        self._answers.addWidget(explained)

    def _clear(self) -> None:
        for button in self.choices.values():
            self.group.removeButton(button)
        self.choices = {}
        while (item := self._answers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _enable(self) -> None:
        chosen = self.chosen()
        given = self._question.choice if self._question else None
        self.give.setEnabled(self._able and chosen is not None and chosen is not given)

    def _say_jump(self) -> None:
        count = len(self._places)
        self.jump.setVisible(bool(count))
        following = (self._at + 1) % count + 1 if count else 0
        self.jump.setText(
            self.tr("Show place {number} of {count}").format(number=following, count=count)
            if count > 1
            else self.tr("Show the place")
        )

    def _give(self) -> None:
        chosen = self.chosen()
        if self._question is not None and chosen is not None:
            self.answered.emit(self._question.problem.id, chosen)

    def _jump(self) -> None:
        if self._places:
            self._at = (self._at + 1) % len(self._places)
            self.jumped.emit(self._places[self._at])
            self._say_jump()
