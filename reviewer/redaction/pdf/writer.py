# SPDX-License-Identifier: MIT
"""Writes the redacted copy of a PDF file: a new file, built page by page from what is allowed in it.

Steps: mark what goes from a page, set its lines anew, write its content under new names, then fonts, bookmarks, links,
tags and properties. A page whose text layer cannot be trusted becomes a picture: `Copy.losses` says so, and
`Copy.pictured` says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.geometry import Rect
from reviewer.documents.pdf.source import PdfSource
from reviewer.documents.pdf.streams import TooLarge
from reviewer.documents.pdf.views import PageView
from reviewer.errors import CannotRedact, DamagedFile
from reviewer.model.document import Choice, Format
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.redaction.note import with_pictures
from reviewer.redaction.pdf.appearances import flattened
from reviewer.redaction.pdf.canvases import write_canvas
from reviewer.redaction.pdf.content import Losses, PageContent
from reviewer.redaction.pdf.delivery import Delivery
from reviewer.redaction.pdf.fonts import FontWriter
from reviewer.redaction.pdf.furniture import Destinations, write_links, write_outline, write_properties
from reviewer.redaction.pdf.lettering import add_label_resources, can_say, draw_label, number
from reviewer.redaction.pdf.marked import MarkedPage
from reviewer.redaction.pdf.marks import PageMarks, mark_page, terms_of
from reviewer.redaction.pdf.masking import Box
from reviewer.redaction.pdf.notes import note_pages, tag_note
from reviewer.redaction.pdf.page_labels import write_labels
from reviewer.redaction.pdf.pictured import picture_of
from reviewer.redaction.pdf.raster import label_in
from reviewer.redaction.pdf.recode_outlines import Unshown
from reviewer.redaction.pdf.relay import relay
from reviewer.redaction.pdf.resources import Unsupported
from reviewer.redaction.pdf.tags import TagWriter, is_tagged
from reviewer.redaction.plan import Plan
from reviewer.redaction.result import Copy

_TROUBLE = (
    Unsupported,
    TooLarge,
    pikepdf.PdfError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
)
_MOST_KEPT = 8
"""Fonts that may keep their codes, for each of which the file is written once more; pages with others are pictures."""


@dataclass(slots=True)
class _Done:
    """What became of a page."""

    marked: MarkedPage = field(default_factory=MarkedPage)
    avoid: list[Rect] = field(default_factory=list)


def write_pdf(source: PdfSource, plan: Plan, *, report: Report = silent) -> Copy:
    """Write the copy. Raises CannotRedact when the file cannot be written safely, Cancelled."""
    if not all(can_say(label) for label in plan.labels):
        raise CannotRedact(story=None, page=None, detail="label")
    try:
        return _written(source, plan, report)
    except (*_TROUBLE, RecursionError, DamagedFile) as error:
        raise CannotRedact(story=None, page=None, detail="structure") from error


def _written(source: PdfSource, plan: Plan, report: Report) -> Copy:
    """The copy; written once more for each font of which it shows too late that its letters must keep their codes."""
    kept: list[Font] = []
    while True:
        try:
            return _Writer(source, plan, report, kept).run()
        except Unshown as error:
            if len(kept) == _MOST_KEPT:
                raise
            kept.append(error.font)


class _Writer:
    """One copy being written."""

    def __init__(self, source: PdfSource, plan: Plan, report: Report, kept: Sequence[Font]) -> None:
        self.source, self.plan, self.report, self.kept = source, plan, report, kept
        self.sought = terms_of(source.document, plan)
        self.new = pikepdf.Pdf.new()
        tagged = is_tagged(source.pdf)
        self.delivery = Delivery(self.new, tagged=tagged)
        self.fonts = FontWriter(self.new, kept)
        self.losses = Losses()
        self.shared: dict[Any, Any] = {}
        self.pictured: list[tuple[int, str]] = []
        self.tags = TagWriter(source, plan, self.new, self.delivery) if tagged else None
        if self.tags is None:
            self.losses.add("untagged")

    def run(self) -> Copy:
        """All steps. A page is handed over to the file as soon as it is done; the tags come last."""
        count = self.source.page_count
        tree = self.new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages))
        pages = [self._new_page(tree) for _index in range(count)]
        destinations = Destinations(self.source, dict(zip(self.source.handle.page_ids, pages, strict=True)))
        links: dict[tuple[int, int], Any] = {}
        for index, page in enumerate(pages):
            self.report(Progress(Stage.REDACTING, index, count))
            links.update(self._whole_page(index + 1, page, destinations))
        self.fonts.finish()
        if self.fonts.kept_whole:
            self.losses.add("font_kept", self.fonts.kept_whole)
        notes = self._notes(tree)
        tree["/Count"], tree["/Kids"] = len(notes) + count, pikepdf.Array([*notes, *pages])
        self.new.Root["/Pages"] = tree
        self.delivery.hand_over(tree)
        write_outline(self.source, self.plan, self.new, destinations)
        write_properties(self.plan, self.new)
        write_labels(self.source, self.plan, self.new, len(notes))
        if self.tags is not None:
            self.tags.write(links)
        self.report(Progress(Stage.REDACTING, count, count))
        data = self.delivery.finished(self.new.Root, self.new.trailer.Info)
        return Copy(data, Format.PDF, self.losses.codes(), tuple(self.pictured), len(notes))

    def _new_page(self, tree: Any) -> Any:
        """A page that has its number from now on, so that a link can lead to it before it is done."""
        page = self.new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Page, Parent=tree))
        self.delivery.number_of(tree)
        self.delivery.number_of(page)
        return page

    def _notes(self, tree: Any) -> list[Any]:
        """The pages of the reader's note, handed over; it is set last, for it tells whether pages are pictures."""
        note = self.plan.note
        if note is None:
            return []
        notes = note_pages(with_pictures(note) if self.pictured else note, self.new)
        if self.tags is not None:
            tag_note(notes, self.tags)
        for page, _kinds in notes:
            page["/Parent"] = tree
            self.delivery.hand_over(page)
        return [page for page, _kinds in notes]

    # One page

    def _whole_page(self, number_: int, page: Any, destinations: Destinations) -> dict[tuple[int, int], Any]:
        """A page with its links, handed over; gives the links by the ids of the old ones."""
        done = self._page(number_, page)
        made, by_old, lost = write_links(self.source, self.plan, self.new, destinations, number_, done.avoid)
        if made:
            page["/Annots"] = pikepdf.Array(made)
        if lost:
            self.losses.add("link", lost)
        if self.tags is None:
            self.delivery.hand_over(page)
            return {}
        self.tags.begin_page(page, number_ - 1, done.marked)
        self.delivery.hand_over(page)
        self.tags.end_page(self.source.handle.page_ids[number_ - 1], page, number_ - 1, done.marked)
        return by_old

    def _page(self, number_: int, page: Any) -> _Done:
        view = self.source.view(number_)
        self._boxes(view, page)
        question = self.source.question_about(view)
        choice = self.plan.choices.get(question)
        if question and not (view.looked_at and choice is Choice.KEEP):
            if choice is not Choice.REMOVE:
                raise CannotRedact(story=f"page:{number_}", page=number_, detail="unreadable")
            self.losses.add(f"page_removed:{number_}")
            page["/Resources"], page["/Contents"] = pikepdf.Dictionary(), self._stream(b"")
            return _Done()
        marks = mark_page(self.source, view, self.plan, self.sought)
        reason = view.raster or ("gate" if number_ in self.plan.pictured else "")
        if not reason:
            try:
                return self._rebuilt(view, marks, page)
            except _TROUBLE as error:
                if isinstance(error, Unshown) and len(self.kept) < _MOST_KEPT:
                    raise
                reason = "writer"
        return self._pictured(view, marks, page, reason)

    def _pictured(self, view: PageView, marks: PageMarks, page: Any, reason: str) -> _Done:
        made = picture_of(
            self.source, self.plan, view, marks, self.new, self.losses,
            shared=self.shared, tagged=self.tags is not None, reason=reason,
        )  # fmt: skip
        page["/Resources"], page["/Contents"] = made.resources, self._stream(made.data)
        self.losses.add(f"raster_page:{view.number}")
        self.pictured.append((view.number, reason))
        if self.tags is not None:
            self.tags.page_elements(made.kinds, page, view.number - 1)
        return _Done(avoid=[view.walk.visible])

    def _boxes(self, view: PageView, page: Any) -> None:
        source = self.source.page(view.number)
        page["/MediaBox"] = pikepdf.Array([*view.walk.media])
        if view.walk.visible != view.walk.media:
            page["/CropBox"] = pikepdf.Array([*view.walk.visible])
        if source.rotation:
            page["/Rotate"] = int(source.rotation)
        unit = source.obj.get("/UserUnit")
        if unit is not None and 0 < float(unit) < 1000:
            page["/UserUnit"] = unit

    def _stream(self, data: bytes) -> Any:
        return self.new.make_indirect(pikepdf.Stream(self.new, data))

    def _rebuilt(self, view: PageView, marks: PageMarks, page: Any) -> _Done:
        setting = relay(view, marks)
        if setting.crossing:
            raise Unsupported
        tagged = self.plan.language if self.tags is not None else None
        content = PageContent(
            self.source, view, marks, setting, self.new, self.fonts, self.plan.choices, self.losses,
            tagged=tagged, shared=self.shared,
        )  # fmt: skip
        data, resources = write_canvas(content, view.walk.canvases[0])
        pieces = [b"q", data, b"Q", *flattened(content, self.plan, resources)]
        boxes = [Box(rect, label_in(rect, label)) for rect, label in content.masks.others()]
        boxes += content.masks.boxes
        pieces += [self._area(box, resources, content) for box in boxes]
        page["/Resources"], page["/Contents"] = resources, self._stream(b"\n".join(pieces))
        group = self.source.page(view.number).obj.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and str(group.get("/S")) == "/Transparency":
            page["/Group"] = pikepdf.Dictionary(
                Type=pikepdf.Name.Group, S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB
            )
        avoid = [whole for whole, _moved in setting.bands] + [each.rect for each in setting.slants]
        avoid += [rect for rect, _label in marks.painted]
        return _Done(content.marked, avoid)

    def _area(self, box: Box, resources: Any, content: PageContent) -> bytes:
        """A black area with its label, over everything."""
        add_label_resources(self.new, resources, self.shared)
        x0, y0, x1, y1 = box.rect
        black = f"q 0 g {number(x0)} {number(y0)} {number(x1 - x0)} {number(y1 - y0)} re f Q".encode()
        return black + b"\n" + draw_label(box.label, None, tagged=content.tagged)
