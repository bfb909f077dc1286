# SPDX-License-Identifier: MIT
"""The pages of the document with their marks: those of a PDF, or those that LibreOffice draws of a Word document."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reviewer.errors import Cancelled, ReviewerError
from reviewer.model.document import Box, Format
from reviewer.workflow.marks import Mark
from ui.desk import Desk
from ui.screens.review.pages import PageImages
from ui.screens.review.presenter import ReviewPresenter
from ui.widgets.page_bar import PageBar
from ui.widgets.page_notice import Notice, PageNotice
from ui.widgets.page_view import PageView, Placed

_EXPLAINED = "pages"
_SETTLED = 120
"""Milliseconds after which a pane that was being resized keeps its width."""
_ROUNDED = 1
"""Pixels by which an image may be wider than was asked."""


class PaperPane(QWidget):
    """Pages, or the notice that stands for them. The bar with its switch is laid out by the owner.

    Signals:
        mark_clicked: the Mark under the pointer.
        box_drawn: the Box that was drawn on a page.
        page_shown: a page is on the screen; its marks are to be given.
        came: there are pages now, or other ones.
    """

    mark_clicked = Signal(object)
    box_drawn = Signal(object)
    page_shown = Signal()
    came = Signal()

    def __init__(self, desk: Desk, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._presenter = presenter
        self._at = 1
        self.images = PageImages(desk, self)
        self.papers = self.images.papers
        self.bar, self.notice, self.page = PageBar(desk), PageNotice(desk), PageView()
        self.area = QScrollArea()
        self.area.setWidget(self.page)
        self.area.setBackgroundRole(QPalette.ColorRole.Mid)
        self.stack = QStackedWidget()
        for widget in (self.area, self.notice):
            self.stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._resized = QTimer(self, singleShot=True, interval=_SETTLED)
        self._resized.timeout.connect(self._refit)
        self.area.installEventFilter(self)
        self.page.mark_clicked.connect(self.mark_clicked)
        self.page.box_drawn.connect(self._drawn)
        self.images.ready.connect(self._page_ready)
        self.bar.page_chosen.connect(self.turn_to)
        self.notice.draw_wanted.connect(self._draw)
        self.notice.stop_wanted.connect(self._stop)
        self.papers.changed.connect(self._papers_changed)
        self.papers.progressed.connect(self.notice.show_progress)
        self.papers.not_drawn.connect(self._not_drawn)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.page.setAccessibleName(self.tr("Page of the document"))

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page that fits goes on fitting when there is more or less room."""
        if event.type() == QEvent.Type.Resize:
            self._resized.start()
        return super().eventFilter(watched, event)

    @property
    def drawn_by_office(self) -> bool:
        """Whether the document is one whose pages LibreOffice draws."""
        document = self._presenter.document
        return document is not None and document.format is Format.DOCX

    def begin(self) -> None:
        """Another document, from its first page."""
        self._at = 1
        self.page.draw_boxes(False)
        self.images.open(self._presenter.case)
        self.bar.begin()
        self.bar.setVisible(self.drawn_by_office)

    def show_pages(self) -> None:
        """Show the page at hand; what is not there yet is drawn, the first time after it was explained."""
        there = self.images.count > 0 or not self.drawn_by_office
        if not self.images.count:
            # Never the page of one document under the heading of another.
            self.page.show_page(QImage())
        if there:
            self._request()
        elif self.papers.drawing:
            self.notice.say(Notice.DRAWING)
        elif self._desk.settings.explained != _EXPLAINED:
            self.notice.say(Notice.EXPLAIN)
        elif self.notice.notice is not Notice.FAILED:
            self._draw()
        self.stack.setCurrentWidget(self.area if there else self.notice)
        self.bar.show_page(self._at, self.images.count)

    def shows(self, mark: Mark | None) -> bool:
        """Whether a mark is on a page, as far as that is known; without pages nothing is."""
        return mark is None or not self.images.count or self.images.page_of(mark.target) is not None

    def turn_to(self, page: int) -> None:
        """Show another page."""
        if page != self._at:
            self._at = page
            self.area.verticalScrollBar().setValue(0)
            if self.isVisible():
                self.show_pages()

    def turn(self, step: int) -> bool:
        """Turn pages that LibreOffice drew; False when there are none: a PDF's pages are parts of the list."""
        if not self.drawn_by_office or not self.images.count:
            return False
        self.turn_to(min(max(self._at + step, 1), self.images.count))
        return True

    def show_mark(self, mark: Mark | None) -> None:
        """Turn to the page of a mark and outline it."""
        page = self.images.page_of(mark.target) if mark else None
        if page is not None:
            self.turn_to(page)
        self.keep_in_sight(self.page.show_mark(mark))

    def show_marks(self, tags: dict[Mark, str]) -> None:
        """Draw the marks of the page at hand."""
        placed = (
            Placed(mark, self.images.rects(self._at, mark.target), tags.get(mark, ""))
            for mark in self._presenter.marks
        )
        self.page.show_marks(tuple(each for each in placed if each.rects))

    def zoom(self, step: int) -> None:
        """Larger or smaller."""
        self.images.zoom(step)
        self._request()

    def _refit(self) -> None:
        if self.area.isVisible() and self.images.count and self._room() != self.images.room:
            self._request()

    def _room(self) -> int:
        # With its scroll bar, whether or not it is there now.
        bar = self.area.verticalScrollBar()
        room = self.area.viewport().width() - (0 if bar.isVisible() else bar.sizeHint().width())
        return room - _ROUNDED

    def _request(self) -> None:
        self._at = min(self._at, max(self.images.count, 1)) if self.drawn_by_office else self._at
        self.images.fit(self._room())
        self.images.show(self._at)

    def _page_ready(self, page: int) -> None:
        if page != self._at:
            return
        self.page.show_page(self.images.image(page))
        self.page_shown.emit()
        if not self.papers.on_copy:
            self.keep_in_sight(self.page.show_mark(self._presenter.mark))

    def keep_in_sight(self, rect: QRectF | None) -> None:
        """Scroll to a rectangle of the page."""
        if rect is not None:
            centre = rect.center()
            self.area.ensureVisible(int(centre.x()), int(centre.y()), 120, self.area.viewport().height() // 3)

    def _drawn(self, rect: QRectF) -> None:
        box: Box | None = self.images.box(self._at, rect)
        self.box_drawn.emit(box)

    def edit(self, mark: Mark) -> bool:
        """Let the keys move a box that was drawn; False for what is no box of the page at hand."""
        rects = self.images.rects(self._at, mark.target) if isinstance(mark.target, Box) else ()
        if not rects or not self.isVisible():
            return False
        self.page.new_box(rects[0])
        return True

    def _draw(self) -> None:
        if self._desk.settings.explained != _EXPLAINED:
            self._desk.remember(explained=_EXPLAINED)
        self.papers.draw()
        self.notice.say(Notice.DRAWING)
        self.stack.setCurrentWidget(self.notice)

    def _stop(self) -> None:
        self.papers.stop()
        self.notice.say(Notice.EXPLAIN)
        self.bar.as_pages.setChecked(False)

    def _papers_changed(self) -> None:
        self.notice.say(Notice.EXPLAIN)
        mark = self._presenter.mark
        page = self.images.page_of(mark.target) if mark and not self.papers.on_copy else None
        if page is not None and self.drawn_by_office:
            self._at = page
        self.came.emit()

    def _not_drawn(self, error: ReviewerError) -> None:
        self._desk.explain(error)
        if isinstance(error, Cancelled):
            self._stop()
        else:
            self.notice.say(Notice.FAILED, error)
