# SPDX-License-Identifier: MIT
"""The right part of the review: the text or the pages of the document, or one of its pictures."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer.model.document import ProblemKind, Span
from reviewer.workflow.marks import Mark
from ui.desk import Desk
from ui.models.findings import Part
from ui.models.questions import Question
from ui.screens.review.pictures import Pictures
from ui.screens.review.presenter import ReviewPresenter
from ui.screens.review.thumbnails import Thumbnails
from ui.widgets.document_view import DocumentView
from ui.widgets.review.picture_pane import PicturePane


class RightSide(QStackedWidget):
    """Shows places where they are: in a picture, else in the text or on a page.

    Signals:
        pictures_read: the pictures of the document, or the pages that it asks about, are there.
    """

    pictures_read = Signal()

    def __init__(self, desk: Desk, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.document = DocumentView(desk, presenter)
        self.pictures = Pictures(desk, self)
        self.thumbnails = Thumbnails(desk, self.document.paper.papers, self)
        self.picture = PicturePane(desk, presenter, self.pictures)
        self.addWidget(self.document)
        self.addWidget(self.picture)
        self.pictures.ready.connect(self._pictures_read)
        self.thumbnails.ready.connect(self.pictures_read)
        self.picture.left.connect(self.show_text)

    @property
    def in_picture(self) -> bool:
        """Whether a picture is shown."""
        return self.currentWidget() is self.picture

    def show_document(self) -> None:
        """Show the document of the presenter from its beginning."""
        self.show_text()
        self.thumbnails.open(None)
        self.document.show_document()
        self.pictures.open(self._presenter.case)
        self.thumbnails.open(self._presenter.document)

    def show_marks(self) -> None:
        """Draw the marks again."""
        self.document.show_marks()
        self.picture.show_marks()

    def show_mark(self, mark: Mark | None) -> None:
        """A place in a picture is shown in the picture, any other in the text or on its page."""
        shown = self.pictures.of(mark) if mark is not None else None
        if shown is not None and self.picture.show_picture(shown.problem):
            self.setCurrentWidget(self.picture)
            return
        self.show_text()
        self.document.show_mark(mark)

    def small_images(self) -> Mapping[str, QPixmap]:
        """Small images of what questions are about, by the id of the question."""
        return {**self.pictures.thumbnails(), **self.thumbnails.by_problem()}

    def show_question(self, question: Question) -> None:
        """The picture or the page that a question is about; for any other question the document."""
        problem = question.problem
        if problem.kind is ProblemKind.IMAGE and self.picture.show_picture(problem.id):
            self.setCurrentWidget(self.picture)
            return
        self.show_text()
        if problem.page is not None and self._presenter.is_pdf:
            self.document.show_page(problem.page)

    def show_text(self) -> None:
        """Back to the document."""
        self.setCurrentWidget(self.document)

    def show_story(self, story: str) -> None:
        """Go to a story in the text."""
        self.show_text()
        self.document.show_story(story)

    def show_span(self, span: Span) -> None:
        """Go to a place in the text, or in a picture, and select it."""
        shown = self.pictures.around(span)
        if shown is not None and self.picture.show_picture(shown.problem):
            self.setCurrentWidget(self.picture)
            self.picture.choose(span)
            return
        self.show_text()
        self.document.show_span(span)

    def show_part(self, part: Part) -> None:
        """Go to a page or a story."""
        self.show_text()
        self.document.show_part(part)

    def focus_widget(self) -> QWidget:
        """What takes the focus when the person comes here."""
        return self.picture.canvas if self.in_picture else self.document.focus_widget()

    def selected(self) -> Span | None:
        """The text that is selected."""
        return None if self.in_picture else self.document.selected()

    def _pictures_read(self) -> None:
        self.pictures_read.emit()
        mark = self._presenter.mark
        if mark is not None and self.pictures.of(mark) is not None:
            self.show_mark(mark)
