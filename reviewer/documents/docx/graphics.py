# SPDX-License-Identifier: MIT
"""Drawings: their texts become stories, their pictures and objects become questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.drafts import Image, Reading
from reviewer.documents.docx.flow import Where
from reviewer.documents.docx.markup import Mode, branch, child, whole_number
from reviewer.documents.docx.names import r
from reviewer.documents.docx.objects import read_other
from reviewer.documents.ocr import Turn
from reviewer.documents.pictures import Crop
from reviewer.model.document import StoryKind

FRAMES = (f"{{{names.WP}}}inline", f"{{{names.WP}}}anchor")
DOC_PROPERTIES = f"{{{names.WP}}}docPr"
PICTURE = f"{{{names.PIC}}}pic"
BLIP = f"{{{names.A}}}blip"
CROP = f"{{{names.A}}}srcRect"
SHAPE = f"{{{names.WPS}}}wsp"
SHAPE_PROPERTIES, PICTURE_FILL = f"{{{names.WPS}}}spPr", f"{{{names.A}}}blipFill"
TRANSFORM = f"{{{names.A}}}xfrm"
GROUPS = frozenset({f"{{{names.WPG}}}wgp", f"{{{names.WPG}}}grpSp", f"{{{names.WPC}}}wpc"})
IMAGE_DATA, TEXT_PATH, VML_BOX = f"{{{names.V}}}imagedata", f"{{{names.V}}}textpath", f"{{{names.V}}}textbox"
_EXTRA_NAMES = (f"{{{names.PIC}}}cNvPr", f"{{{names.WPS}}}cNvPr", f"{{{names.WPG}}}cNvPr")
_UNIT = 100_000


Boxes = Callable[[Element], None]
"""Reads the content of one text box as a story of its own."""


def read_drawing(reading: Reading, drawing: Element, where: Where, boxes: Boxes) -> None:
    """A DrawingML drawing: picture, shape, group, canvas, chart, diagram …"""
    for frame in drawing.iterchildren(*FRAMES):
        properties = next(frame.iterchildren(DOC_PROPERTIES), None)
        if properties is not None and properties.get("hidden", "0") in {"1", "true"}:
            reading.dropped.add(drawing)
            where.mode = Mode.HIDDEN.under(where.mode)
        _alternative_texts(reading, frame, where)
        for content in contents(frame):
            _graphic(reading, content, where, boxes)


def contents(frame: Element) -> Iterator[Element]:
    """What a frame shows; drawings inside its text boxes have frames of their own."""
    for graphic in frame.iterchildren(f"{{{names.A}}}graphic"):
        for data in graphic.iterchildren(f"{{{names.A}}}graphicData"):
            yield from data.iterchildren()


def inside_box(element: Element, outer: Element) -> bool:
    """Whether the element stands inside a text box of the outer one, where the box's own walk meets it."""
    above = element.getparent()
    while above is not None and above is not outer:
        if above.tag == names.BOX_CONTENT:
            return True
        above = above.getparent()
    return False


def _alternative_texts(reading: Reading, frame: Element, where: Where) -> None:
    """Descriptions and titles, each distinct one once; a picture usually repeats those of its frame."""
    if where.mode is not Mode.VISIBLE:
        return
    said: set[str] = set()
    for element in frame.iter(DOC_PROPERTIES, *_EXTRA_NAMES):
        for attribute in ("title", "descr"):
            text = element.get(attribute, "")
            if text.strip() and text not in said and not inside_box(element, frame):
                said.add(text)
                alternative_text(reading, element, attribute, where)


def alternative_text(reading: Reading, element: Element, attribute: str, where: Where) -> None:
    """One attribute as an alt-text story."""
    draft = reading.begin(StoryKind.ALT_TEXT, where.part, where.place, visible=False)
    draft.write(element, element.get(attribute, ""), attribute)


def _graphic(reading: Reading, content: Element, where: Where, boxes: Boxes) -> None:
    if content.tag == names.ALTERNATE:
        chosen = branch(content)
        for each in () if chosen is None else chosen.iterchildren():
            _graphic(reading, each, where, boxes)
    elif content.tag == PICTURE:
        _drawing_picture(reading, content, where)
    elif content.tag == SHAPE:
        _shape(reading, content, where, boxes)
    elif content.tag in GROUPS:
        for each in content.iterchildren():
            _member(reading, each, where, boxes)
    elif any(True for _ in content.iter(names.TEXT)):
        # an unknown graphic with Word text inside: the reader's completeness check refuses it
        return
    elif not _harmless(content):
        read_other(reading, content, where)


def _member(reading: Reading, content: Element, where: Where, boxes: Boxes) -> None:
    """A member of a group, which may be hidden by itself."""
    around = where.mode
    holders = (content, *content.iterchildren(f"{{{names.PIC}}}nvPicPr"))
    about = next((each for holder in holders for each in holder.iterchildren(*_EXTRA_NAMES)), None)
    if about is not None and about.get("hidden", "0") in {"1", "true"}:
        reading.dropped.add(content)
        where.mode = Mode.HIDDEN.under(around)
    _graphic(reading, content, where, boxes)
    where.mode = around


def _shape(reading: Reading, shape: Element, where: Where, boxes: Boxes) -> None:
    written = [
        inner
        for box in shape.iterchildren(f"{{{names.WPS}}}txbx")
        for inner in box.iterchildren(names.BOX_CONTENT)
    ]
    for inner in written:
        boxes(inner)
    if child(shape, SHAPE_PROPERTIES, PICTURE_FILL) is None or where.mode is not Mode.VISIBLE:
        return
    if written:
        reading.counts["picture_fill"] += 1
    else:
        # a shape that is nothing but its picture
        _drawing_picture(reading, shape, where)


_FORM_ONLY = frozenset(
    {"cNvPr", "cNvSpPr", "cNvGrpSpPr", "cNvFrPr", "cNvCnPr", "grpSpPr", "bg", "whole", "xfrm", "extLst"}
)


def _harmless(content: Element) -> bool:
    """Properties of a group or a canvas: form without text."""
    return names.local(str(content.tag)) in _FORM_ONLY


def _drawing_picture(reading: Reading, picture: Element, where: Where) -> None:
    if where.mode is not Mode.VISIBLE:
        return
    blip = next(picture.iter(BLIP), None)
    crop = next(picture.iter(CROP), None)
    edges = (0, 0, 0, 0)
    if crop is not None:
        edges = (_part_of(crop, "l"), _part_of(crop, "t"), _part_of(crop, "r"), _part_of(crop, "b"))
    relation = None if blip is None else blip.get(r("embed"))
    note_picture(reading, picture, where, relation, edges, _turn_of(next(picture.iter(TRANSFORM), None)))


def _turn_of(transform: Element | None) -> Turn:
    """How a transform shows the picture, to the nearest quarter turn; mirrored top to bottom is a half turn more."""
    if transform is None:
        return Turn()
    degrees = (whole_number(transform.get("rot")) or 0) / 60_000
    across, down = (transform.get(flag, "0") in {"1", "true"} for flag in ("flipH", "flipV"))
    return Turn((round(degrees / 90) + 2 * down) % 4, across != down)


def _part_of(crop: Element, side: str) -> int:
    text = crop.get(side, "0")
    return share(text[:-1], 100) if text.endswith("%") else share(text, _UNIT)


def share(text: str, whole: int) -> int:
    """So many parts of a whole in 100,000ths of it, none to all; what is no number cuts nothing off."""
    try:
        part = float(text) / whole
    except ValueError:
        return 0
    # what is "nan" is not greater than nothing; what is endless is the whole
    return round(min(part, 1.0) * _UNIT) if part > 0 else 0


def note_picture(
    reading: Reading, element: Element, where: Where, relation: str | None, crop: Crop, turn: Turn
) -> None:
    """A picture is asked about once for each way it is cropped; one that lies outside the file cannot be kept."""
    row = where.part.relationships.get(relation or "")
    if row is None or row.external or not reading.package.has(row.target):
        reading.object_problem(element, "linked_image")
        return
    image = reading.images.setdefault(
        (row.target, crop), Image(f"image:{len(reading.images) + 1}", row.target, crop)
    )
    if turn not in image.turns:
        image.turns.append(turn)
    reading.pictures[element] = image
