# SPDX-License-Identifier: MIT
"""Writes the redacted copy of a PDF file: a new file, built page by page from what is allowed in it.

Steps: mark what goes from a page, set its lines anew, write its content under new names, then fonts, bookmarks, links,
tags and properties. A page whose text layer cannot be trusted becomes a picture, and `Copy.losses` says so.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from reviewer.documents.pdf.geometry import Rect, join
from reviewer.documents.pdf.pictures import key_of
from reviewer.documents.pdf.reader import PdfSource
from reviewer.documents.pdf.records import CanvasKind, PaintKind
from reviewer.documents.pdf.streams import TooLarge
from reviewer.documents.pdf.surfaces import listed
from reviewer.documents.pdf.views import PageView
from reviewer.documents.pdf.walk import appearance_matrix
from reviewer.errors import CannotRedact, DamagedFile
from reviewer.model.document import Choice, Format
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.redaction.pdf.canvases import form_object, write_canvas
from reviewer.redaction.pdf.content import Losses, PageContent, widen
from reviewer.redaction.pdf.fonts import FontWriter
from reviewer.redaction.pdf.furniture import Destinations, write_links, write_outline, write_properties
from reviewer.redaction.pdf.lettering import add_label_resources, draw_label, number
from reviewer.redaction.pdf.marks import PageMarks, mark_page, removals_of
from reviewer.redaction.pdf.notes import note_pages, tag_note
from reviewer.redaction.pdf.raster import image_stream, label_in, picture_page
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


@dataclass(slots=True)
class _Done:
    """What became of a page."""

    mcids: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    avoid: list[Rect] = field(default_factory=list)


def write_pdf(source: PdfSource, plan: Plan, *, report: Report = silent) -> Copy:
    """Write the copy. Raises CannotRedact when the file cannot be written safely, Cancelled."""
    try:
        return _Writer(source, plan, report).run()
    except (*_TROUBLE, RecursionError, DamagedFile) as error:
        raise CannotRedact(story=None, page=None, detail="structure") from error


class _Writer:
    """One copy being written."""

    def __init__(self, source: PdfSource, plan: Plan, report: Report) -> None:
        self.source, self.plan, self.report = source, plan, report
        self.new = pikepdf.Pdf.new()
        self.fonts = FontWriter(self.new)
        self.losses = Losses()
        self.shared: dict[Any, Any] = {}
        self.tags = TagWriter(source, plan, self.new) if is_tagged(source.pdf) else None
        if self.tags is None:
            self.losses.add("untagged")

    def run(self) -> Copy:
        """All steps."""
        notes = note_pages(self.plan.note, self.new) if self.plan.note is not None else []
        for page, _kinds in notes:
            self.new.pages.append(pikepdf.Page(page))
        count = self.source.page_count
        for _number in range(count):
            self.new.pages.append(
                pikepdf.Page(self.new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Page)))
            )
        pages = [self.new.pages[len(notes) + index].obj for index in range(count)]
        targets = {self.source.pdf.pages[index].obj.objgen: pages[index] for index in range(count)}
        destinations = Destinations(self.source, targets)
        done: list[_Done] = []
        links: dict[tuple[int, int], Any] = {}
        for index, page in enumerate(pages):
            self.report(Progress(Stage.REDACTING, index, count))
            done.append(self._page(index + 1, page))
            made, by_old, lost = write_links(
                self.source, self.plan, self.new, destinations, index + 1, done[-1].avoid
            )
            links.update(by_old)
            if made:
                page["/Annots"] = pikepdf.Array(made)
            if lost:
                self.losses.add("link", lost)
        self.fonts.finish()
        if self.fonts.kept_whole:
            self.losses.add("font_kept", self.fonts.kept_whole)
        write_outline(self.source, self.plan, self.new, destinations)
        write_properties(self.plan, self.new)
        self._tag(pages, done, links, notes)
        self.report(Progress(Stage.REDACTING, count, count))
        return Copy(self._bytes(), Format.PDF, self.losses.codes())

    def _tag(
        self, pages: list[Any], done: list[_Done], links: dict[tuple[int, int], Any], notes: list[Any]
    ) -> None:
        if self.tags is None:
            return
        for index, page in enumerate(pages):
            page["/StructParents"] = index
            page["/Tabs"] = pikepdf.Name.S
        tag_note(notes, self.tags, len(pages))
        known = {
            self.source.pdf.pages[index].obj.objgen: (index, pages[index], each.mcids, each.touched)
            for index, each in enumerate(done)
        }
        self.tags.write(known, links)

    def _bytes(self) -> bytes:
        """The file: nothing in it depends on the clock; streams and cross-references are packed."""
        buffer = io.BytesIO()
        self.new.save(
            buffer, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True,
            recompress_flate=False, linearize=False, min_version="1.7", fix_metadata_version=False,
        )  # fmt: skip
        return buffer.getvalue()

    # One page

    def _page(self, number_: int, page: Any) -> _Done:
        view = self.source.view(number_)
        self._boxes(view, page)
        if self.source.is_unreadable(view):
            if self.plan.choices.get(f"unreadable_page:{number_}") is not Choice.REMOVE:
                raise CannotRedact(story=f"page:{number_}", page=number_, detail="unreadable")
            self.losses.add(f"page_removed:{number_}")
            page["/Resources"], page["/Contents"] = pikepdf.Dictionary(), self._stream(b"")
            return _Done()
        marks = mark_page(self.source, view, self.plan)
        if not view.raster:
            try:
                return self._rebuilt(view, marks, page)
            except _TROUBLE:
                view.raster = "writer"
        self._pictured(view, marks, page)
        return _Done(avoid=[view.walk.visible])

    def _boxes(self, view: PageView, page: Any) -> None:
        source = self.source.pdf.pages[view.number - 1]
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
        pieces = [b"q", data, b"Q", *self._fields(view, content, resources)]
        for rect, label in (*marks.painted, *marks.image_painted):
            pieces.append(
                self._area(rect if (rect, label) in marks.painted else widen(rect), label, resources, content)
            )
        page["/Resources"], page["/Contents"] = resources, self._stream(b"\n".join(pieces))
        group = self.source.pdf.pages[view.number - 1].obj.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and str(group.get("/S")) == "/Transparency":
            page["/Group"] = pikepdf.Dictionary(
                Type=pikepdf.Name.Group, S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB
            )
        avoid = [whole for whole, _moved in setting.bands] + [rect for rect, _label in marks.painted]
        return _Done(content.mcids, content.touched_mcids, avoid)

    def _area(self, rect: Rect, label: str, resources: Any, content: PageContent) -> bytes:
        """A black area with its label, over everything."""
        add_label_resources(self.new, resources, self.shared)
        x0, y0, x1, y1 = rect
        black = f"q 0 g {number(x0)} {number(y0)} {number(x1 - x0)} {number(y1 - y0)} re f Q".encode()
        return black + b"\n" + draw_label(label_in(rect, label), None, tagged=content.tagged)

    def _fields(self, view: PageView, content: PageContent, resources: Any) -> list[bytes]:
        """The drawn values of form fields, flattened; one whose value was decided against is left out."""
        pieces: list[bytes] = []
        annotations = listed(self.source.pdf.pages[view.number - 1].obj.get("/Annots"))
        for canvas in view.walk.canvases:
            if canvas.kind is not CanvasKind.APPEARANCE or canvas.annotation is None or canvas.hidden:
                continue
            annotation = annotations[canvas.annotation]
            if self.plan.choices.get("form") is not Choice.KEEP or self._is_decided_against(annotation):
                self.losses.add("field")
                continue
            rect = tuple(float(each) for each in annotation["/Rect"])
            matrix = appearance_matrix(
                canvas.obj,
                (min(rect[0], rect[2]), min(rect[1], rect[3]), max(rect[0], rect[2]), max(rect[1], rect[3])),
            )
            if "/XObject" not in resources:
                resources["/XObject"] = pikepdf.Dictionary()
            name = f"/A{canvas.number}"
            resources["/XObject"][name] = form_object(content, canvas)
            placed = " ".join(number(each) for each in matrix)
            pieces.append(f"q {placed} cm {name} Do Q".encode())
        return pieces

    def _is_decided_against(self, annotation: Any) -> bool:
        node, depth = annotation, 0
        while isinstance(node, pikepdf.Dictionary) and depth < 20:
            story = self.source.stories_of.get(("field", node.objgen))
            if story is not None and (story in self.plan.left_out or self.plan.removals.get(story)):
                return True
            node, depth = node.get("/Parent"), depth + 1
        return False

    def _unwanted_images(self, view: PageView) -> Iterator[Rect]:
        """The places of images that nobody decided to keep."""
        for paint in view.walk.paints:
            if paint.kind in {PaintKind.IMAGE, PaintKind.INLINE_IMAGE} and not paint.hidden:
                picture = self.source.pictures.get(key_of(paint, view.number))
                if picture is not None and self.plan.choices.get(f"image:{picture.id}") is not Choice.KEEP:
                    self.losses.add("image")
                    yield paint.rect

    def _pictured(self, view: PageView, marks: PageMarks, page: Any) -> None:
        """The page as a picture; what goes is painted over in boxes of coarse widths."""
        visible = view.walk.visible
        spots: list[tuple[Rect, str]] = []
        for removal in removals_of(self.plan, f"page:{view.number}", len(view.text.text)):
            rects = (
                _columns(view.rects(removal.start, removal.end))
                if view.raster == "vertical"
                else view.rects(removal.start, removal.end)
            )
            spots += [(widen(rect), removal.label if not at else "") for at, rect in enumerate(rects)]
        for each in self.plan.boxes:
            if each.box.page == view.number:
                spots.append(((each.box.x0, each.box.y0, each.box.x1, each.box.y1), each.label))
        spots += [(widen(rect), label) for rect, label in marks.image_painted]
        spots += [(rect, "") for rect in self._unwanted_images(view)]
        rotation = int(self.source.pdf.pages[view.number - 1].rotation)
        image = picture_page(
            self.source.data, view.number, visible, [rect for rect, _label in spots], rotation
        )
        resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/I0": image_stream(self.new, image)}))
        width, height = visible[2] - visible[0], visible[3] - visible[1]
        pieces = [
            f"q {number(width)} 0 0 {number(height)} {number(visible[0])} {number(visible[1])} cm /I0 Do Q".encode()
        ]
        add_label_resources(self.new, resources, self.shared)
        pieces += [draw_label(label_in(rect, label), None, tagged=None) for rect, label in spots if label]
        page["/Resources"], page["/Contents"] = resources, self._stream(b"\n".join(pieces))
        self.losses.add(f"raster_page:{view.number}")


def _columns(rects: list[Rect]) -> list[Rect]:
    """The letters of vertical writing, joined: their number must not be told by their boxes."""
    columns: list[Rect] = []
    for rect in rects:
        last = columns[-1] if columns else None
        if last is not None and last[0] < rect[2] and rect[0] < last[2]:
            columns[-1] = join((last, rect))
        else:
            columns.append(rect)
    step = 36.0
    return [(x0, y1 + (y0 - y1) // step * step, x1, y1) for x0, y0, x1, y1 in columns]
