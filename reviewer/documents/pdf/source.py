# SPDX-License-Identifier: MIT
"""A PDF file as read: its pages, walked again when they are asked for, and where the texts of its stories stand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

from reviewer.documents.pdf.field_values import draw_values
from reviewer.documents.pdf.handle import Handle
from reviewer.documents.pdf.known_fonts import Fonts
from reviewer.documents.pdf.layers import Layers
from reviewer.documents.pdf.pictures import PictureUse
from reviewer.documents.pdf.structure import Structure
from reviewer.documents.pdf.surface import Reference
from reviewer.documents.pdf.swelling import Swelling
from reviewer.documents.pdf.trust import Letters, Trust, shown_instead
from reviewer.documents.pdf.views import PageView, read_page
from reviewer.model.document import Box, Document, ProblemKind, Span, StoryKind

_KEPT_VIEWS = 6
BROKEN = (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What pikepdf lets a malformed object raise far from where it was read: such a file is refused, not guessed at."""


class PdfSource:
    """A PDF file as read. Pages are walked again when they are asked for; only their text is kept."""

    def __init__(self, data: bytes, path: Path, pdf: pikepdf.Pdf) -> None:
        self.data, self.path = data, path
        self.handle = Handle(data, pdf)
        if draw_values(pdf):
            self.handle.stay()
        self.layers = Layers(pdf.Root)
        self.structure = Structure(self.handle, path)
        self.pictures: dict[tuple[object, ...], PictureUse] = {}
        self.stories_of: dict[Reference, str] = {}
        self.doubtful: set[int] = set()
        self._pictures_on: dict[int, list[PictureUse]] | None = None
        self._trust = Trust(data)
        self._shown: dict[int, Letters] = {}
        self._fonts = Fonts(self.handle.kept)
        self._swelling = Swelling(path)
        self._views: OrderedDict[int, PageView] = OrderedDict()
        self._document: Document | None = None

    @property
    def document(self) -> Document:
        """The text model."""
        if self._document is None:
            raise RuntimeError("document is asked for before the file is read")
        return self._document

    def begin(self, document: Document) -> None:
        """Set the text model, once it is complete."""
        self._document = document

    @property
    def page_count(self) -> int:
        """How many pages the file has."""
        return self.handle.page_count

    @property
    def pdf(self) -> pikepdf.Pdf:
        """The file as it is open at the moment; objects of it do not outlive the next page of a long file."""
        return self.handle.pdf

    def page(self, number: int) -> pikepdf.Page:
        """A page (from 1) of the file as it is open at the moment."""
        return self.handle.page(number)

    def pages(self) -> Iterator[pikepdf.Page]:
        """The pages, one by one; a long file is opened anew between them."""
        for number in range(1, self.page_count + 1):
            self.rest()
            yield self.handle.page(number)

    def rest(self) -> None:
        """Let go of what was read of the file so far, where that is much; for whoever holds none of its objects."""
        if self.handle.is_spent:
            self._views.clear()
            self.handle.rest()

    def view(self, number: int) -> PageView:
        """A page (from 1), walked anew unless it was among the last ones asked for."""
        if number not in self._views:
            self.rest()
            view = read_page(
                self.data, self.page(number), number, self.layers, self._fonts, self.structure, self.path
            )
            view.pdf = self.pdf
            self._swelling.check(view.walk)
            view.untrusted |= number in self._trust.distrusted
            self._views[number] = view
            if number in self._shown:
                shown_instead(self._views[number], self._shown[number])
            if len(self._views) > _KEPT_VIEWS:
                self._views.popitem(last=False)
        self._views.move_to_end(number)
        return self._views[number]

    def look_at(self, number: int) -> None:
        """Ask whether a page's text is what it shows; where it is not, what OCR reads on it stands in from now on."""
        view = self.view(number)
        read = self._trust.reading(view, int(self.page(number).rotation))
        view.untrusted |= number in self._trust.distrusted
        if read is not None:
            self._shown[number] = read
            shown_instead(view, read)

    def is_unreadable(self, view: PageView) -> bool:
        """Whether nobody can say what a page says: untrusted, or without text and with something OCR did not read."""
        if view.untrusted or not view.wordless:
            return view.untrusted
        shown = self.pictures_on(view.number)
        return not shown or not all(each.was_read and each.text.strip() for each in shown)

    def pictures_on(self, number: int) -> Sequence[PictureUse]:
        """The images that a page shows, once all pages are read."""
        if self._pictures_on is None:
            found: dict[int, list[PictureUse]] = {}
            for picture in self.pictures.values():
                for page in sorted({use[0] for use in picture.uses}):
                    found.setdefault(page, []).append(picture)
            self._pictures_on = found
        return self._pictures_on.get(number, ())

    def question_about(self, view: PageView) -> str:
        """The problem that a page is as a whole; "" for nearly all pages."""
        if view.looked_at:
            return f"{ProblemKind.UNTRUSTED_TEXT}:{view.number}"
        return f"{ProblemKind.UNREADABLE_PAGE}:{view.number}" if self.is_unreadable(view) else ""

    def picture_of(self, story: str) -> PictureUse | None:
        """The image that an image's story was read in."""
        return next(
            (each for each in self.pictures.values() if f"{StoryKind.IMAGE_TEXT}:{each.id}" == story), None
        )

    def locate(self, span: Span) -> tuple[Box, ...]:
        """The boxes of a span, one a line; texts that are not drawn stand nowhere."""
        story = self.document.story(span.story)
        if story.kind is StoryKind.IMAGE_TEXT:
            picture = self.picture_of(story.id)
            return (
                tuple(Box(page, *rect) for page, rect in picture.boxes(span.start, span.end))
                if picture
                else ()
            )
        if story.page is None or story.kind not in {StoryKind.PAGE, StoryKind.HIDDEN}:
            return ()
        rects = self.view(story.page).rects(span.start, span.end, hidden=story.kind is StoryKind.HIDDEN)
        return tuple(Box(story.page, *rect) for rect in rects)
