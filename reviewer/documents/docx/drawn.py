# SPDX-License-Identifier: MIT
"""The pages of a Word document as LibreOffice draws them, with the way from a passage to its place on them.

They help to look; they prove nothing. Word may break lines and pages elsewhere, and what no page shows is not on them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewer.documents import office
from reviewer.documents.docx.alignment import PageText, Place, Placed, aligned, in_drawing
from reviewer.documents.docx.reader import DocxSource
from reviewer.documents.docx.working_copy import Anchor, working_copy
from reviewer.documents.pdf import pixels
from reviewer.errors import DamagedFile, OfficeFailed
from reviewer.model.document import Box, Document, Span, StoryKind
from reviewer.progress import Progress, Report, Stage, silent

_SIGNS_A_PAGE = 1500
_PAGES_AT_HAND = 8
_BAND = 12.0
"""Height in points of the mark where only the place of a paragraph is known, not those of its words."""
_ON_EACH_PAGE = frozenset({StoryKind.HEADER, StoryKind.FOOTER})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph on paper: its characters in the story, where its bookmark stands and where its signs do."""

    anchor: Anchor
    place: Place
    placed: Placed


@dataclass(frozen=True)
class DrawnPages:
    """The pages of one document: its text model, a PDF of its pages, the size of each, and its paragraphs on them."""

    document: Document
    data: bytes
    sizes: tuple[tuple[float, float], ...]
    paragraphs: dict[str, tuple[Paragraph, ...]]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def locate(self, span: Span) -> tuple[Box, ...]:
        """The boxes of a passage, one a line and paragraph; none for what no page shows."""
        return tuple(self._boxes(span))

    def page_of(self, span: Span) -> int | None:
        """The page on which a passage begins; None for what no page shows."""
        return next((box.page for box in self._boxes(span)), None)

    def page_of_story(self, story: str) -> int | None:
        """The page on which a run of text begins."""
        return next((each.place[0] for each in self.paragraphs.get(story, ())), None)

    def _boxes(self, span: Span) -> Iterator[Box]:
        listed = self.paragraphs.get(span.story, ())
        first = bisect_right(listed, span.start, key=_end)
        last = bisect_left(listed, span.end, key=_start)
        for each in listed[first:last]:
            start, end = max(span.start, each.anchor.start), min(span.end, each.anchor.end)
            # Blanks alone, and words that were not found, are where the paragraph begins.
            yield from each.placed.lines(start, end) or (self._band(each.place),)

    def _band(self, place: Place) -> Box:
        page, x, y = place
        return Box(page, x, y - _BAND, max(self.sizes[page - 1][0] - x, x + _BAND), y)


def _start(paragraph: Paragraph) -> int:
    return paragraph.anchor.start


def _end(paragraph: Paragraph) -> int:
    return paragraph.anchor.end


def draw(source: DocxSource, *, report: Report = silent) -> DrawnPages:
    """Have the pages drawn. Raises OfficeMissing, OfficeFailed, OfficeTimeout, Cancelled and the reader's errors."""
    made = working_copy(source)
    signs = sum(len(story.text) for story in source.document.stories)
    data = office.to_pdf(made.data, pages=signs // _SIGNS_A_PAGE + 1, report=report)
    try:
        places, sizes = pixels.named_places(data), pixels.page_sizes(data)
        page_text = _reader(data, len(sizes))
        paragraphs: dict[str, list[Paragraph]] = {}
        for done, anchor in enumerate(made.anchors):
            report(Progress(Stage.DRAWING, done, len(made.anchors)))
            for each in _placed(source.document, anchor, places, page_text, len(sizes)):
                paragraphs.setdefault(anchor.story, []).append(each)
    except DamagedFile as error:
        raise OfficeFailed(detail="not a PDF") from error
    return DrawnPages(
        source.document,
        data,
        sizes,
        # Paragraphs of a story do not overlap: in the order of their beginnings they can be searched.
        {story: tuple(sorted(listed, key=_start)) for story, listed in paragraphs.items()},
    )


def _reader(data: bytes, count: int) -> Callable[[int], PageText | None]:
    @lru_cache(maxsize=_PAGES_AT_HAND)
    def page_text(page: int) -> PageText | None:
        if not 1 <= page <= count:
            return None
        return PageText.of(page, pixels.page_text(data, page, high_lines=True))

    return page_text


def _placed(
    document: Document,
    anchor: Anchor,
    places: dict[str, Place],
    page_text: Callable[[int], PageText | None],
    count: int,
) -> Iterator[Paragraph]:
    """A paragraph where its bookmark is; one of a header or footer also wherever it stands again."""
    place = places.get(anchor.name)
    if place is None:
        return
    story = document.story(anchor.story)
    text = story.text[anchor.start : anchor.end]
    if anchor.apart:
        yield Paragraph(anchor, place, in_drawing(text, anchor.start, place, page_text(place[0])))
        return
    yield Paragraph(anchor, place, aligned(text, anchor.start, place, page_text))
    if story.kind not in _ON_EACH_PAGE:
        return
    for page in range(1, count + 1):
        if page != place[0]:
            again = (page, place[1], place[2])
            placed = aligned(text, anchor.start, again, _only(page_text, page))
            if placed.offsets:
                yield Paragraph(anchor, again, placed)


def _only(page_text: Callable[[int], PageText | None], page: int) -> Callable[[int], PageText | None]:
    return lambda asked: page_text(asked) if asked == page else None
