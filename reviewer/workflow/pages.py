# SPDX-License-Identifier: MIT
"""Page images and the places of spans on them, for the screen; nothing of Qt."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from reviewer.documents.docx.drawn import DrawnPages
from reviewer.documents.opener import bytes_of
from reviewer.documents.pdf import pixels
from reviewer.documents.source import Source
from reviewer.errors import SourceChanged
from reviewer.model.document import Box, Document, Format, Span, StoryKind
from reviewer.workflow.session import Session


@dataclass(frozen=True, slots=True)
class Glance:
    """A PDF of which only the bytes were read again: its pages can be drawn, places on them are not known yet."""

    document: Document
    data: bytes

    def locate(self, _span: Span) -> tuple[Box, ...]:
        """No place is known."""
        return ()


Paper = Source | DrawnPages | Glance
"""What has pages: a PDF as read or at a glance, or a Word document as drawn. Its `data` are those of a PDF."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """Pixels of a page, four bytes each (red, green, blue, unused), rows of `stride` bytes from the top."""

    width: int
    height: int
    stride: int
    rgba: bytes


def page_count(source: Paper) -> int:
    """How many pages a document shows; 0 for formats without pages."""
    if isinstance(source, DrawnPages):
        return source.count
    return source.document.pages or 0 if source.document.format is Format.PDF else 0


def glance(session: Session, review_id: str) -> Glance:
    """The document of a review, a PDF, at a glance. Raises UnreadableFile, LimitExceeded, SourceChanged."""
    case = session.case(review_id)
    path = Path(case.review.path)
    data = bytes_of(path)
    if hashlib.sha256(data).hexdigest() != case.document.sha256:
        raise SourceChanged(path=path)
    return Glance(case.document, data)


def first_page(path: Path, *, wide: float) -> PageImage:
    """The first page of a PDF file that is about to be taken in, `wide` pixels wide; nothing is kept of it.

    Raises UnreadableFile, LimitExceeded, DamagedFile.
    """
    data = bytes_of(path)
    width, _height = page_size(data, 1)
    return page_image(data, 1, scale=wide / max(width, 1.0))


def page_size(data: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page (from 1) in points, as it is shown. Raises DamagedFile."""
    return pixels.page_size(data, page)


def page_image(data: bytes, page: int, *, scale: float) -> PageImage:
    """The image of a page at `scale` pixels a point; too large a page is drawn smaller. Raises DamagedFile."""
    picture = pixels.render(data, page, scale=scale)
    return PageImage(picture.width, picture.height, picture.stride, picture.rgba)


def page_of(source: Paper, span: Span) -> int | None:
    """The page on which a passage begins; None for text that no page shows."""
    if isinstance(source, DrawnPages):
        return source.page_of(span)
    return source.document.story(span.story).page


def page_of_story(source: Paper, story: str) -> int | None:
    """The page on which a run of text begins; None for text that no page shows."""
    if isinstance(source, DrawnPages):
        return source.page_of_story(story)
    found = source.document.story(story)
    return found.page if found.kind is StoryKind.PAGE else None


def quads(source: Paper, span: Span) -> tuple[Box, ...]:
    """The boxes of a span on its pages, one a line; none for text that is not drawn."""
    return tuple(each for each in source.locate(span) if isinstance(each, Box))


def boxes_on(source: Paper, page: int, target: Span | Box) -> tuple[Box, ...]:
    """The boxes of a place that are on one page; places of other pages are not looked for."""
    if isinstance(target, Box):
        return (target,) if target.page == page else ()
    if not isinstance(source, DrawnPages) and page_of(source, target) != page:
        return ()
    return tuple(box for box in quads(source, target) if box.page == page)


def on_image(
    box: Box, size: tuple[float, float], scale: float, *, visible: Box, rotation: int
) -> tuple[float, float, float, float]:
    """A box in pixels of the image (left, top, right, bottom) of a page turned by `rotation` degrees."""
    x0, y0, x1, y1 = box.x0 - visible.x0, box.y0 - visible.y0, box.x1 - visible.x0, box.y1 - visible.y0
    width, height = size
    match rotation % 360:
        case 90:
            left, top, right, bottom = y0, x0, y1, x1
        case 180:
            left, top, right, bottom = width - x1, y0, width - x0, y1
        case 270:
            left, top, right, bottom = width - y1, height - x1, width - y0, height - x0
        case _:
            left, top, right, bottom = x0, height - y1, x1, height - y0
    return left * scale, top * scale, right * scale, bottom * scale


def visible_area(source: Paper, page: int) -> tuple[Box, int]:
    """The part of a page that is shown (in default user units) and by how much the page is turned."""
    from reviewer.documents.pdf.source import PdfSource

    if not isinstance(source, PdfSource):
        return Box(page, 0.0, 0.0, 0.0, 0.0), 0
    return Box(page, *source.view(page).walk.visible), int(source.page(page).rotation)
