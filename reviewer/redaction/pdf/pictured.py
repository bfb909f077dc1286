# SPDX-License-Identifier: MIT
"""Writes a page as a picture, with what goes painted over, its labels, and the words that can still be read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from PIL import Image

from reviewer.documents.pdf.finding import places_of
from reviewer.documents.pdf.geometry import Rect, join
from reviewer.documents.pdf.pictures import key_of
from reviewer.documents.pdf.records import PaintKind
from reviewer.documents.pdf.source import PdfSource
from reviewer.documents.pdf.views import PageView
from reviewer.model.document import Choice
from reviewer.redaction.pdf.content import Losses
from reviewer.redaction.pdf.ink import Hit
from reviewer.redaction.pdf.lettering import add_label_resources, draw_label, number
from reviewer.redaction.pdf.marks import PageMarks, removals_of
from reviewer.redaction.pdf.masking import Box, masked
from reviewer.redaction.pdf.masks import Word, is_word, widen
from reviewer.redaction.pdf.ocr_layer import Line, Sheet, draw_line, read_lines, sheet_of
from reviewer.redaction.pdf.raster import image_stream, label_in, picture_page
from reviewer.redaction.pdf.redrawing import Redrawing
from reviewer.redaction.pdf.upright import standing
from reviewer.redaction.plan import Plan

_COLUMN = 36.0


@dataclass(slots=True)
class Pictured:
    """The operators and resources of a page that became a picture, and the kinds (P, Figure) of its marked contents."""

    data: bytes
    resources: Any
    kinds: list[str] = field(default_factory=list)


def picture_of(
    source: PdfSource, plan: Plan, view: PageView, marks: PageMarks, new: pikepdf.Pdf, losses: Losses,
    *, shared: dict[Any, Any], tagged: bool, reason: str,
) -> Pictured:  # fmt: skip
    """The page as a picture, with the words that can be read in it unless it must be mute."""
    visible = view.walk.visible
    rotation = int(source.page(view.number).rotation)
    words = list(_words(source, plan, view, marks, reason))
    areas = list(_areas(source, plan, view, losses, columns=reason == "vertical"))
    image = picture_page(source.data, view.number, visible, [rect for rect, _label in areas], rotation)
    image, boxes = _without(source, view, image, words, rotation)
    boxes += [Box(rect, label_in(rect, label)) for rect, label in areas]
    resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/I0": image_stream(new, image)}))
    add_label_resources(new, resources, shared)
    width, height = visible[2] - visible[0], visible[3] - visible[1]
    picture = f"q {number(width)} 0 0 {number(height)} {number(visible[0])} {number(visible[1])} cm /I0 Do Q".encode()
    sheet = sheet_of(image, visible, rotation)
    mute = view.number in plan.mute
    lines = () if mute else read_lines(image, sheet, [box.rect for box in boxes])
    paragraphs = _paragraphs(lines, sheet)
    for box in boxes:
        if box.label.text:
            _put(paragraphs, sheet.rect(box.rect), draw_label(box.label, None, tagged=None))
    texts = [b"\n".join(each.pieces) for each in paragraphs]
    if not tagged:
        return Pictured(b"\n".join([picture, *texts]), resources)
    kinds = ["P"] * len(texts) if texts else ["Figure"]
    first = _marked("Figure", 0, picture) if not texts else b"/Artifact BMC\n" + picture + b"\nEMC"
    marked = [_marked("P", at, text) for at, text in enumerate(texts)]
    return Pictured(b"\n".join([first, *marked]), resources, kinds)


def _marked(kind: str, mcid: int, data: bytes) -> bytes:
    return f"/{kind} <</MCID {mcid}>> BDC\n".encode() + data + b"\nEMC"


@dataclass(slots=True)
class _Paragraph:
    """Operators that belong together, and the height from the top in pixels down to which they reach."""

    top: float
    bottom: float
    pieces: list[bytes]


def _paragraphs(lines: tuple[Line, ...], sheet: Sheet) -> list[_Paragraph]:
    found: dict[tuple[int, ...], _Paragraph] = {}
    for line in lines:
        into = found.setdefault(line.paragraph, _Paragraph(line.top, line.bottom, []))
        into.bottom = max(into.bottom, line.bottom)
        into.pieces.append(draw_line(line, sheet))
    return list(found.values())


def _put(paragraphs: list[_Paragraph], rect: Rect, piece: bytes) -> None:
    """A label is read with the paragraph that it stands in, or between its neighbours from top to bottom."""
    middle = (rect[1] + rect[3]) / 2
    within = next((each for each in paragraphs if each.top <= middle <= each.bottom), None)
    if within is not None:
        within.pieces.append(piece)
        return
    at = next((at for at, each in enumerate(paragraphs) if each.top > middle), len(paragraphs))
    paragraphs.insert(at, _Paragraph(rect[1], rect[3], [piece]))


def _without(
    source: PdfSource, view: PageView, image: Image.Image, words: list[Word], rotation: int
) -> tuple[Image.Image, list[Box]]:
    """The picture without some words, and the boxes that stand in it instead of them."""
    x0, y0, x1, y1 = view.walk.visible
    stand = standing((x1 - x0, 0.0, 0.0, y1 - y0, x0, y0), image.size, rotation)
    if stand is None or not words:
        return image, []
    hits = [Hit(*stand.pixels(rect), label, drawn) for rect, label, drawn in words]
    made = masked(image, stand, hits, smeared=False, redraw=Redrawing(source.data, view.number, stand))
    return made.image, list(made.boxes)


def _words(source: PdfSource, plan: Plan, view: PageView, marks: PageMarks, reason: str) -> Iterator[Word]:
    """What goes from rows of the page, each with its label."""
    if reason != "vertical":
        for removal in removals_of(plan, f"page:{view.number}", len(view.text.text)):
            for at, rect in enumerate(view.rects(removal.start, removal.end)):
                yield rect, removal.label if not at else "", False
    for each in plan.boxes:
        rect = (each.box.x0, each.box.y0, each.box.x1, each.box.y1)
        if each.box.page == view.number and is_word(rect):
            yield rect, each.label, True
    for rect, label in marks.image_painted:
        yield rect, label, False
    if reason == "gate":
        for rect in _read_elsewhere(source, plan, view):
            yield rect, "", False


def _areas(
    source: PdfSource, plan: Plan, view: PageView, losses: Losses, *, columns: bool
) -> Iterator[tuple[Rect, str]]:
    """What is painted over as it is: columns in coarse lengths, areas that a person drew, images that nobody kept."""
    if columns:
        for removal in removals_of(plan, f"page:{view.number}", len(view.text.text)):
            for at, rect in enumerate(_columns(view.rects(removal.start, removal.end))):
                yield widen(rect), removal.label if not at else ""
    for each in plan.boxes:
        rect = (each.box.x0, each.box.y0, each.box.x1, each.box.y1)
        if each.box.page == view.number and not is_word(rect):
            yield rect, each.label
    for rect in _unwanted_images(source, plan, view):
        losses.add("image")
        yield rect, ""


def _read_elsewhere(source: PdfSource, plan: Plan, view: PageView) -> Iterable[Rect]:
    """What is withheld wherever PDFium reads it: the gate read words where this program's own reader saw none."""
    texts = {story.id: story.text for story in source.document.stories}
    words = {
        texts[story][each.start : each.end]
        for story, removals in plan.removals.items() if story in texts
        for each in removals
    }  # fmt: skip
    return places_of(source.data, view.number, words)


def _unwanted_images(source: PdfSource, plan: Plan, view: PageView) -> Iterator[Rect]:
    """The places of images that nobody decided to keep."""
    for paint in view.walk.paints:
        if paint.kind in {PaintKind.IMAGE, PaintKind.INLINE_IMAGE} and not paint.hidden:
            picture = source.pictures.get(key_of(paint, view.number))
            if picture is not None and plan.choices.get(f"image:{picture.id}") is not Choice.KEEP:
                yield paint.rect


def _columns(rects: list[Rect]) -> list[Rect]:
    """The letters of vertical writing, joined: their number must not be told by their boxes."""
    columns: list[Rect] = []
    for rect in rects:
        last = columns[-1] if columns else None
        if last is not None and last[0] < rect[2] and rect[0] < last[2]:
            columns[-1] = join((last, rect))
        else:
            columns.append(rect)
    return [(x0, y1 + (y0 - y1) // _COLUMN * _COLUMN, x1, y1) for x0, y0, x1, y1 in columns]
