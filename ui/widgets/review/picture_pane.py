# SPDX-License-Identifier: MIT
"""A picture of the document, large, in the place of the text: its words, its marks, boxes that a person draws."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reviewer.model.document import Region, Span
from reviewer.workflow.marks import Mark
from ui.desk import Desk
from ui.models.findings import one_line
from ui.screens.review.pictures import Pictures, Shown
from ui.screens.review.presenter import ReviewPresenter
from ui.widgets.fields import heading, wrapping
from ui.widgets.page_view import Placed
from ui.widgets.picture_canvas import PictureCanvas
from ui.widgets.story_view import tag_for

_ZOOM = 1.25
_LARGEST, _LARGEST_FIT, _SMALLEST = 6.0, 2.0, 0.1


class PicturePane(QWidget):
    """One picture.

    Signals:
        left: back to the text.
        mark_clicked: the Mark under the pointer.
        withheld: the Region or Span to withhold, and the Mark that it takes the place of, or None.
    """

    left = Signal()
    mark_clicked = Signal(object)
    withheld = Signal(object, object)

    def __init__(self, desk: Desk, presenter: ReviewPresenter, pictures: Pictures) -> None:
        super().__init__()
        self._desk, self._presenter, self._pictures = desk, presenter, pictures
        self._shown: Shown | None = None
        self._edited: Mark | None = None
        self._fitting = True
        self.title, self.help = heading(), wrapping(faded=True)
        self.back, self.box, self.withhold, self.smaller, self.larger = (QPushButton() for _ in range(5))
        self.canvas = PictureCanvas()
        self.paper = QScrollArea()
        self.paper.setWidget(self.canvas)
        self.paper.setBackgroundRole(QPalette.ColorRole.Mid)
        self.paper.viewport().installEventFilter(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        bar, acts = QHBoxLayout(), QHBoxLayout()
        bar.addWidget(self.back)
        bar.addWidget(self.title)
        bar.addStretch(1)
        for button in (self.smaller, self.larger):
            button.setFixedWidth(button.fontMetrics().horizontalAdvance("++") + 20)
            bar.addWidget(button)
        acts.addWidget(self.box)
        acts.addWidget(self.withhold)
        acts.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addLayout(acts)
        layout.addWidget(self.paper, 1)
        layout.addWidget(self.help)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.box.clicked.connect(self._new_box)
        self.withhold.clicked.connect(self.withhold_chosen)
        self.smaller.clicked.connect(self._zoom_out)
        self.larger.clicked.connect(self._zoom_in)
        self.canvas.mark_clicked.connect(self.mark_clicked)
        self.canvas.box_drawn.connect(self._box_drawn)
        self.canvas.words_chosen.connect(self._words_chosen)
        self.canvas.words_wanted.connect(self.withhold_chosen)
        self.canvas.box_moved.connect(self._box_moved)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.back.setText(self.tr("Back to the text"))
        self.box.setText(self.tr("New box"))
        self.box.setToolTip(self.tr("Insert: a box that the arrow keys move"))
        self.withhold.setText(self.tr("Withhold what is chosen"))
        self.smaller.setText("−")
        self.larger.setText("+")
        self.smaller.setAccessibleName(self.tr("Smaller"))
        self.larger.setAccessibleName(self.tr("Larger"))
        self.help.setText(
            self.tr(
                "Drag to withhold an area, click a word to choose it. Keys: arrows go from word to word, Insert sets "
                "a box; arrows move it, with Shift they change its size, with Ctrl in small steps; Enter withholds, "
                "Esc takes the box away."
            )
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A picture that fits goes on fitting when there is more or less room."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    @property
    def problem(self) -> str:
        """The question of the picture that is shown."""
        return self._shown.problem if self._shown else ""

    def show_picture(self, problem: str) -> bool:
        """Show a picture; False when there is none to show."""
        shown = self._pictures.shown(problem)
        if shown is None:
            return False
        if shown is not self._shown:
            self._shown, self._edited, self._fitting = shown, None, True
            self.canvas.show_picture(shown.image, shown.word_rects())
            self._fit()
        self._say()
        self.show_marks()
        return True

    def choose(self, span: Span) -> None:
        """Choose the words of a span in the picture that is shown."""
        words = self._shown.numbers(span) if self._shown is not None else None
        self.canvas.chosen = words
        self.show_marks()

    def show_marks(self) -> None:
        """Draw the marks of the picture again."""
        shown, texts = self._shown, self._desk.texts
        if shown is None:
            return
        placed = []
        for mark in self._presenter.marks:
            rects = shown.rects(mark)
            if rects:
                cite = texts.cite(mark.decision.ruling.grounds) if mark.decision else ""
                placed.append(Placed(mark, rects, tag_for(mark, cite)))
        self.canvas.show_marks(tuple(placed), self._presenter.mark)
        self._follow()
        able = self._presenter.can_decide
        self.box.setEnabled(able)
        self.withhold.setEnabled(able and (self.canvas.chosen is not None or self.canvas.box is not None))

    def edit(self, mark: Mark) -> bool:
        """Let the keys move a box that was drawn; False for what is no box of this picture."""
        if self._shown is None or not isinstance(mark.target, Region) or not self._shown.rects(mark):
            return False
        self.canvas.new_box(self._shown.rects(mark)[0])
        self._edited = mark
        return True

    def withhold_chosen(self) -> None:
        """Withhold the box that was set, or the words that are chosen."""
        self.canvas.setFocus()
        if self.canvas.box is not None:
            self.canvas.keep_box()
        elif self.canvas.chosen is not None and self._shown is not None and self._presenter.can_decide:
            span = self._shown.span(*self.canvas.chosen)
            self.canvas.chosen = None
            if span is not None:
                self.withheld.emit(span, None)

    def _new_box(self) -> None:
        self._edited = None
        self.canvas.new_box()

    def _box_drawn(self, rect: QRectF) -> None:
        mark, self._edited = self._edited, None
        if self._shown is not None and self._presenter.can_decide:
            self.withheld.emit(self._shown.region(rect), mark)

    def _words_chosen(self) -> None:
        document, shown, chosen = self._presenter.document, self._shown, self.canvas.chosen
        if document is not None and shown is not None and chosen is not None:
            span = shown.span(*chosen)
            if span is not None:
                words = one_line(document.text_of(span))
                said = self.tr("Word {number} of {count}: {words}")
                self._desk.say(said.format(number=chosen[1] + 1, count=len(shown.view.words), words=words))
        self.show_marks()

    def _box_moved(self, rect: QRectF | None) -> None:
        if rect is not None:
            said = self.tr("Box: {left} from the left, {top} from the top, {wide} wide, {high} high")
            place = rect.toRect()
            left, top, wide, high = place.left(), place.top(), place.width(), place.height()
            self._desk.say(said.format(left=left, top=top, wide=wide, high=high))
        else:
            self._edited = None
        self.show_marks()

    def _follow(self) -> None:
        rect = self.canvas.at_hand()
        if rect is not None:
            centre = rect.center()
            self.paper.ensureVisible(int(centre.x()), int(centre.y()), 60, 60)

    def _say(self) -> None:
        shown = self._shown
        if shown is None:
            return
        number = shown.problem.rpartition(":")[2]
        title = self.tr("Picture {number}").format(number=number)
        count = len(shown.view.words)
        read = self.tr("%n word(s) read in it", None, count) if count else self.tr("no word read in it")
        self.title.setText(title)
        self.canvas.setAccessibleName(f"{title}, {read}")

    def _fit(self) -> None:
        bars = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self._fitting else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self.paper.setHorizontalScrollBarPolicy(bars)
        self.paper.setVerticalScrollBarPolicy(bars)
        size = self._shown.image.size() if self._shown is not None else QSize()
        if self._fitting and not size.isEmpty():
            room = self.paper.viewport().size()
            scale = min(room.width() / size.width(), room.height() / size.height(), _LARGEST_FIT)
            self.canvas.zoom(max(scale, _SMALLEST))

    def _zoom_in(self) -> None:
        self._zoom(_ZOOM)

    def _zoom_out(self) -> None:
        self._zoom(1 / _ZOOM)

    def _zoom(self, by: float) -> None:
        self._fitting = False
        self._fit()
        self.canvas.zoom(min(max(self.canvas.scale * by, _SMALLEST), _LARGEST))
        self._follow()
