# SPDX-License-Identifier: MIT
"""VML shapes, as older programs draw: their texts become stories, hidden ones too; their pictures become questions."""

from __future__ import annotations

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.boxes import is_hidden
from reviewer.documents.docx.drafts import Reading
from reviewer.documents.docx.flow import OUT, Where
from reviewer.documents.docx.graphics import (
    IMAGE_DATA,
    TEXT_PATH,
    Boxes,
    alternative_text,
    inside_box,
    note_picture,
    share,
)
from reviewer.documents.docx.markup import Mode
from reviewer.documents.docx.names import r
from reviewer.documents.docx.objects import read_object
from reviewer.documents.ocr import Turn
from reviewer.model.document import StoryKind

_CONTENT = frozenset({names.BOX_CONTENT, IMAGE_DATA, TEXT_PATH})


def read_vml(reading: Reading, pict: Element, where: Where, boxes: Boxes) -> None:
    """A w:pict: VML shapes with text boxes, word art, pictures; or a control."""
    if any(names.local(str(each.tag)) in {"OLEObject", "control"} for each in pict.iter()):
        read_object(reading, pict, where)
        return
    around = where.mode
    for element in pict.iter():
        if inside_box(element, pict):
            continue
        hidden = is_hidden(element, pict)
        where.mode = Mode.HIDDEN.under(around) if hidden else around
        if hidden and element.tag in _CONTENT:
            reading.dropped.add(element)
        _part(reading, element, where, boxes)


def _part(reading: Reading, element: Element, where: Where, boxes: Boxes) -> None:
    if element.tag == names.BOX_CONTENT:
        boxes(element)
    elif element.tag == TEXT_PATH and element.get("string", "").strip():
        kind = OUT.get(where.mode, StoryKind.TEXT_BOX)
        draft = reading.begin(kind, where.part, where.place, visible=kind is StoryKind.TEXT_BOX)
        draft.write(element, element.get("string", ""), "string")
    elif element.tag == IMAGE_DATA and where.mode is Mode.VISIBLE:
        edges = [_cropped(element.get(f"crop{side}", "0")) for side in ("left", "top", "right", "bottom")]
        crop = (edges[0], edges[1], edges[2], edges[3])
        note_picture(reading, element, where, element.get(r("id")), crop, Turn())
    elif element.get("alt", "").strip() and where.mode is Mode.VISIBLE:
        alternative_text(reading, element, "alt", where)


def _cropped(text: str) -> int:
    """VML crops in 65536ths (`1234f`) or as a fraction of 1."""
    return share(text[:-1], 65536) if text.endswith("f") else share(text, 1)
