# SPDX-License-Identifier: MIT
"""Page images for the review: made away from the screen, a few kept, with the way from a place on paper to a pixel."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QGuiApplication, QImage

from reviewer.model.document import Box, Region, Span
from reviewer.progress import Report
from reviewer.workflow import pages
from reviewer.workflow.marks import Case, Target
from ui.desk import Desk
from ui.screens.review.papers import Papers

_ZOOMS = (0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""As multiples of the width that fits."""
_FITTING = 1.0
_KEPT = 5


@dataclass(frozen=True)
class _Drawn:
    page: int
    wide: float
    image: QImage


class PageImages(QObject):
    """The pages of one document.

    Signals:
        ready: the number of a page whose image is there.
    """

    ready = Signal(int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.papers = Papers(desk, self)
        self.papers.changed.connect(self._other_paper)
        self._drawn: list[_Drawn] = []
        self._of: bytes | None = None
        self._wanted: int | None = None
        self._working = False
        self._zoom = _ZOOMS.index(_FITTING)
        self.room = 600

    def open(self, case: Case | None) -> None:
        """Another document."""
        self._wanted = None
        self.papers.open(case)

    @property
    def count(self) -> int:
        """How many pages there are; 0 as long as there are none to show."""
        paper = self.papers.current
        return pages.page_count(paper) if paper is not None else 0

    def page_of(self, target: Target) -> int | None:
        """The page of the original on which a place stands; None where that is not known."""
        if isinstance(target, Box):
            return target.page
        paper = self.papers.original
        return pages.page_of(paper, target) if paper is not None and isinstance(target, Span) else None

    def page_of_story(self, story: str) -> int | None:
        """The page of the original on which a run of text begins."""
        paper = self.papers.original
        return pages.page_of_story(paper, story) if paper is not None else None

    def fit(self, room: int) -> None:
        """How many pixels a page may be wide without scrolling."""
        self.room = max(room, 200)

    def zoom(self, step: int) -> None:
        """Larger or smaller."""
        self._zoom = min(max(self._zoom + step, 0), len(_ZOOMS) - 1)

    def show(self, page: int) -> None:
        """Ask for a page; `ready` tells when it is there."""
        self._wanted = page
        if self._found(page) is not None:
            self.ready.emit(page)
        else:
            self._draw()

    def image(self, page: int) -> QImage:
        """The image of a page; an empty one when it is not there."""
        found = self._found(page)
        return found.image if found else QImage()

    def rects(self, page: int, target: Target) -> tuple[QRectF, ...]:
        """Where a place is on the image of a page."""
        source = self.papers.original
        if source is None or self._found(page) is None:
            return ()
        if isinstance(target, Region):
            return ()
        boxes = pages.boxes_on(source, page, target)
        if not boxes:
            return ()
        size, (visible, turned) = pages.page_size(source.data, page), pages.visible_area(source, page)
        scale = self._scale(page, size)
        placed = (pages.on_image(box, size, scale, visible=visible, rotation=turned) for box in boxes)
        return tuple(QRectF(left, top, right - left, bottom - top) for left, top, right, bottom in placed)

    def box(self, page: int, rect: QRectF) -> Box | None:
        """The place on paper under a rectangle of the image."""
        source = self.papers.original
        if source is None or not self.papers.places_known or self._found(page) is None:
            return None
        size, (visible, turned) = pages.page_size(source.data, page), pages.visible_area(source, page)
        scale = self._scale(page, size)
        corners = (rect.left() / scale, rect.top() / scale, rect.right() / scale, rect.bottom() / scale)
        return on_paper(page, corners, size, visible, turned)

    def _scale(self, page: int, size: tuple[float, float]) -> float:
        """Pixels a point; too large a page is drawn smaller than asked."""
        image = self.image(page)
        return image.width() / image.devicePixelRatio() / size[0] if size[0] else 1.0

    def _found(self, page: int) -> _Drawn | None:
        return next((each for each in self._drawn if each.page == page and each.wide == self._wide), None)

    @property
    def _wide(self) -> float:
        """How many pixels a page is to be wide."""
        return self.room * _ZOOMS[self._zoom]

    def _draw(self) -> None:
        source = self.papers.current
        if source is None or self._working or self._wanted is None:
            return
        page = min(self._wanted, pages.page_count(source))
        data, wide, sharp = source.data, self._wide, QGuiApplication.primaryScreen().devicePixelRatio()

        def work(report: Report) -> object:
            width, _ = pages.page_size(data, page)
            made = pages.page_image(data, page, scale=wide * sharp / width)
            image = QImage(
                made.rgba, made.width, made.height, made.stride, QImage.Format.Format_RGBA8888
            ).copy()
            image.setDevicePixelRatio(sharp)
            return data, _Drawn(page, wide, image)

        self._working = True
        self._desk.start(
            self.tr("Drawing page {page}").format(page=page), work, self._made, self._not_made, writes=False
        )

    def _made(self, result: object) -> None:
        self._working = False
        assert isinstance(result, tuple)  # noqa: S101 - made in _draw
        data, drawn = result
        source = self.papers.current
        if source is not None and data == source.data:
            self._drawn = [*self._drawn[-(_KEPT - 1) :], drawn]
        if self._wanted is not None and self._found(self._wanted) is None:
            other = source is not None and data != source.data
            last = min(self._wanted, pages.page_count(source)) if source is not None else 0
            # Meanwhile another page, or another width, may be wanted.
            if source is not None and (other or drawn.page != last or drawn.wide != self._wide):
                self._draw()
        else:
            self.ready.emit(self._wanted)

    def _not_made(self, error: object) -> None:
        self._working = False
        self._desk.explain_any(error)

    def _other_paper(self) -> None:
        # A document that was only glanced at before looks the same once it is read.
        data = self.papers.current.data if self.papers.current is not None else None
        if data != self._of:
            self._drawn.clear()
        self._of = data
        if self._wanted is not None and self._found(self._wanted) is not None:
            self.ready.emit(self._wanted)
        else:
            self._draw()


def on_paper(
    page: int,
    corners: tuple[float, float, float, float],
    size: tuple[float, float],
    visible: Box,
    turned: int,
) -> Box:
    """The way back of `pages.on_image`: left, top, right, bottom in points of the shown page, to a box on paper."""
    left, top, right, bottom = corners
    width, height = size
    match turned % 360:
        case 90:
            x0, y0, x1, y1 = top, left, bottom, right
        case 180:
            x0, y0, x1, y1 = width - right, top, width - left, bottom
        case 270:
            x0, y0, x1, y1 = height - bottom, width - right, height - top, width - left
        case _:
            x0, y0, x1, y1 = left, height - bottom, right, height - top
    return Box(page, x0 + visible.x0, y0 + visible.y0, x1 + visible.x0, y1 + visible.y0)
