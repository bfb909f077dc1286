# SPDX-License-Identifier: MIT
"""The document itself: its text with marks, its pages with marks, or the prepared copy as readers will see it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reviewer.model.document import Document, Span, Story
from reviewer.workflow.marks import Mark
from ui.desk import Desk
from ui.models.findings import Part
from ui.models.story_text import StoryText
from ui.screens.review.presenter import ReviewPresenter
from ui.widgets.box_drawing import BoxDrawing
from ui.widgets.fields import wrapping
from ui.widgets.paper_pane import PaperPane
from ui.widgets.story_view import StoryView, tag_for


class DocumentView(QWidget):
    """The right part of the review.

    Signals:
        mark_clicked: the Mark under the pointer.
        box_drawn: the Box that was drawn on a page, and the Mark that it takes the place of, or None.
    """

    mark_clicked = Signal(object)
    box_drawn = Signal(object, object)

    def __init__(self, desk: Desk, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._presenter = presenter
        self._copy: Document | None = None
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.banner = wrapping()
        self.banner.setAutoFillBackground(True)
        self.banner.setMargin(4)
        self.text = StoryView()
        self.paper = PaperPane(self._desk, self._presenter)
        self.page = self.paper.page
        self.stack = QStackedWidget()
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.paper)
        self.boxes = BoxDrawing(self._desk, self.paper)
        self.draw = self.boxes.button
        self.as_text, self.as_copy, self.smaller, self.larger = (QPushButton() for _ in range(4))
        for button in (self.as_text, self.as_copy):
            button.setCheckable(True)
            button.setObjectName("switch")
        bar = QHBoxLayout()
        for widget in (self.as_copy, self.as_text, self.boxes):
            bar.addWidget(widget)
        bar.addWidget(self.paper.bar)
        bar.addStretch(1)
        for button in (self.smaller, self.larger):
            button.setFixedWidth(button.fontMetrics().horizontalAdvance("++") + 20)
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.text.mark_clicked.connect(self.mark_clicked)
        self.paper.mark_clicked.connect(self.mark_clicked)
        self.boxes.drawn.connect(self.box_drawn)
        self.paper.page_shown.connect(self._page_shown)
        self.paper.came.connect(self._show_right_one)
        self.paper.bar.toggled.connect(self._show_right_one)
        self.as_text.toggled.connect(self._show_right_one)
        self.as_copy.toggled.connect(self._copy_toggled)
        self.smaller.clicked.connect(self._zoom_out)
        self.larger.clicked.connect(self._zoom_in)
        self.paper.papers.copy_read.connect(self._copy_read)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.text.setAccessibleName(self.tr("Text of the document"))
        self.as_text.setText(self.tr("As text"))
        self.as_copy.setText(self.tr("Prepared copy"))
        self.as_copy.setToolTip(self.tr("F9: marked, or as readers will see it"))
        self.smaller.setText("−")
        self.larger.setText("+")
        self.smaller.setAccessibleName(self.tr("Smaller"))
        self.larger.setAccessibleName(self.tr("Larger"))
        self._say_banner()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._presenter.document is not None:
                self._show_text()
        super().changeEvent(event)

    def focus_widget(self) -> QWidget:
        """What takes the focus when the person comes here."""
        return self.page if self.stack.currentWidget() is self.paper else self.text

    def focus_text(self) -> None:
        """Put the caret into the text, to select with the keyboard."""
        self._leave_pages()
        self.text.setFocus()

    def selected(self) -> Span | None:
        """The span under the selection in the text."""
        return None if self.as_copy.isChecked() else self.text.selected()

    def show_document(self) -> None:
        """Show the document of the presenter from its beginning."""
        self._copy = None
        self.boxes.give_up()
        for button in (self.as_text, self.as_copy):
            button.blockSignals(True)
            button.setChecked(False)
            button.blockSignals(False)
        self.paper.begin()
        for button in (self.as_text, self.draw):
            button.setVisible(self._presenter.is_pdf)
        self._show_text()
        self._show_right_one()

    def show_marks(self) -> None:
        """Draw the marks again."""
        case, texts = self._presenter.case, self._desk.texts
        if case is None or self.as_copy.isChecked():
            return
        tags = {
            mark: tag_for(mark, texts.cite(mark.decision.ruling.grounds))
            for mark in self._presenter.marks
            if mark.decision is not None
        }
        self.text.show_marks(self._presenter.marks, tags)
        self.paper.show_marks(tags)
        self.as_copy.setEnabled(self.paper.papers.has_copy(case.review.state))

    def show_mark(self, mark: Mark | None) -> None:
        """Go to a mark."""
        document = self._presenter.document
        if document is None or self.as_copy.isChecked():
            return
        self.text.show_mark(mark)
        self.paper.show_mark(mark)
        self._show_right_one()

    def show_part(self, part: Part) -> None:
        """Go to a page or a story."""
        story = part.story or f"page:{part.page}"
        page = part.page or self.paper.images.page_of_story(story)
        if page is not None:
            self.paper.turn_to(page)
        elif part.story is not None:
            self.paper.bar.as_pages.setChecked(False)
        self.text.show_story(story)
        if self._presenter.is_pdf and not self.as_copy.isChecked():
            # A text that no page shows is only in the text view.
            self.as_text.setChecked(part.story is not None)

    def show_page(self, page: int) -> None:
        """Go to a page of a PDF, as it looks."""
        self.as_copy.setChecked(False)
        self.as_text.setChecked(False)
        self.paper.turn_to(page)

    def show_span(self, span: Span) -> None:
        """Go to a place of the text and select it; pages give way to the text."""
        self._to_text()
        self.text.show_span(span)

    def show_story(self, story: str) -> None:
        """Go to a story in the text."""
        self._to_text()
        self.text.show_story(story)

    def _to_text(self) -> None:
        self.as_copy.setChecked(False)
        self._leave_pages()

    def _leave_pages(self) -> None:
        self.paper.bar.as_pages.setChecked(False)
        if self._presenter.is_pdf:
            self.as_text.setChecked(True)

    def toggle_preview(self) -> None:
        """Marked, or as readers will see it."""
        if self.as_copy.isEnabled():
            self.as_copy.toggle()

    def show_copy(self) -> None:
        """The prepared copy as readers will see it; as pages where LibreOffice can draw them."""
        if self.as_copy.isEnabled():
            self.as_copy.setChecked(True)
            switch = self.paper.bar.as_pages
            switch.setChecked(self.paper.drawn_by_office and switch.isEnabled())

    def turn(self, step: int) -> bool:
        """The next page, or the one before, while pages of a Word document are shown; False when none are."""
        return self.stack.currentWidget() is self.paper and self.paper.turn(step)

    def _show_text(self) -> None:
        document = self._copy if self.as_copy.isChecked() and self._copy else self._presenter.document
        if document is None:
            return
        self._heading_of = document
        stories = tuple(story for story in document.stories if story.text.strip())
        self.text.show_stories(StoryText(stories, self._heading))
        self.show_marks()
        if not self.as_copy.isChecked():
            self.text.show_mark(self._presenter.mark)

    def _heading(self, story: Story) -> str:
        said = self._desk.texts.story(self._heading_of, story.id)
        said = said[:1].upper() + said[1:]
        return said if story.visible else self.tr("{story} – readers do not see it").format(story=said)

    def _show_right_one(self) -> None:
        copy = self.as_copy.isChecked()
        if self._presenter.is_pdf:
            as_pages = not self.as_text.isChecked()
        else:
            # A passage that stands on no page is shown where it stands, in the text.
            mark = None if copy else self._presenter.mark
            as_pages = self.paper.bar.on and self.paper.shows(mark)
        self.stack.setCurrentWidget(self.paper if as_pages else self.text)
        there = as_pages and not copy and self.paper.papers.places_known
        self.boxes.allow(able=there and self._presenter.is_pdf and self._presenter.can_decide)
        if as_pages:
            self.paper.show_pages()
        else:
            self.paper.bar.show_page(1, 0)
        self._say_banner()

    def _say_banner(self) -> None:
        copy = self.as_copy.isChecked()
        said = (
            self.tr("The prepared copy: what was withheld is no longer in it.")
            if copy
            else self.tr("The original, marked. Hatched passages are removed in the copy.")
        )
        if self.paper.bar.on and self.stack.currentWidget() is self.text:
            said += " " + self.tr("This passage stands on no page: here is the text.")
        elif self.paper.bar.on:
            said += " " + self.tr("LibreOffice draws these pages; the text view is the one that counts.")
        self.banner.setText(said)
        self.banner.setBackgroundRole(QPalette.ColorRole.Highlight if copy else QPalette.ColorRole.Midlight)
        self.banner.setForegroundRole(
            QPalette.ColorRole.HighlightedText if copy else QPalette.ColorRole.WindowText
        )

    def _copy_toggled(self, on: bool) -> None:
        self._copy = None
        if on:
            self.text.show_marks((), {})
            self.paper.papers.read_copy()
        else:
            self.paper.papers.leave_copy()
            self._show_text()
        self._show_right_one()

    def _copy_read(self, document: Document | None) -> None:
        if document is None or not self.as_copy.isChecked():
            self.as_copy.setChecked(False)
            return
        self._copy = document
        self._show_text()
        self._show_right_one()

    def _page_shown(self) -> None:
        if not self.as_copy.isChecked():
            self.show_marks()

    def _zoom_in(self) -> None:
        self._zoom(1)

    def _zoom_out(self) -> None:
        self._zoom(-1)

    def _zoom(self, step: int) -> None:
        if self.stack.currentWidget() is self.paper:
            self.paper.zoom(step)
        elif step > 0:
            self.text.zoomIn(1)
        else:
            self.text.zoomOut(1)
