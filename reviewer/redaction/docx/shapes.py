# SPDX-License-Identifier: MIT
"""Writes pictures, text boxes and the placeholders of what cannot be copied."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import graphics, names
from reviewer.documents.docx.markup import branch
from reviewer.model.document import Choice
from reviewer.redaction.docx import frames, places, vml
from reviewer.redaction.docx.charts import chart_reference
from reviewer.redaction.docx.line import Line
from reviewer.redaction.docx.media import image_part
from reviewer.redaction.docx.properties import element
from reviewer.redaction.docx.work import Desk
from reviewer.redaction.labels import wording

BoxContent = Callable[[Element], Element]
"""Writes the content of a text box as a new w:txbxContent."""
_PLACEHOLDERS = {
    "chart": "chart_removed",
    "diagram": "diagram_removed",
    "ink": "ink_removed",
    "linked_image": "image_removed",
}
_TRANSFORM = f"{{{names.A}}}xfrm"
_EXTENT, _SIZE = f"{{{names.WP}}}extent", f"{{{names.A}}}ext"


class ShapeWriter:
    """Writes one drawing, VML picture or object into a line."""

    def __init__(self, desk: Desk, boxes: BoxContent) -> None:
        self._desk = desk
        self._work = desk.work
        self._boxes = boxes

    def write(self, source: Element, properties: Element | None, line: Line) -> None:
        """Whatever is found in a run that is not text."""
        if source in self._work.reading.objects:
            self._placeholder(source, *vml.spot(vml.shape_of(source), source), line)
        elif source.tag == names.DRAWING:
            for frame in source.iterchildren(*graphics.FRAMES):
                for content in graphics.contents(frame):
                    self._content(content, frame, properties, line)
        elif source.tag == names.PICT:
            self._vml(source, properties, line)

    def _placeholder(
        self, source: Element, frame: Element | None, size: frames.Size | None, line: Line
    ) -> None:
        """Words in the place of an object that name its kind."""
        self._work.losses["object"] += 1
        sort = self._work.reading.objects[source].split(":")[1]
        self._aside(_PLACEHOLDERS.get(sort, "object_removed"), frame, size, line)

    def _aside(self, words: str, frame: Element | None, size: frames.Size | None, line: Line) -> None:
        """Words of ours instead of a drawing, and its room: pages break where they did."""
        line.aside(wording()[self._work.plan.language][words])
        self._room(frame, size, line)

    def _room(self, frame: Element | None, size: frames.Size | None, line: Line) -> None:
        """The place of a drawing; in a line of text only its height, for other words stand there now."""
        if size is not None and not places.in_front(frame):
            size = size if places.floats(frame) else (frames.THIN, size[1])
            line.put(None, frames.drawing(self._desk, frame, frames.room(size), size, {}))

    def _content(
        self,
        content: Element,
        frame: Element | None,
        properties: Element | None,
        line: Line,
        grid: places.Grid | None = None,
    ) -> None:
        """One graphic; a member of a group stands where the group's grid puts it."""
        alone = frame if grid is None else places.in_group(content, grid, frame)
        if content in self._work.reading.objects:
            self._object(content, alone, properties, line)
        elif content.tag == names.ALTERNATE:
            chosen = branch(content)
            for each in () if chosen is None else chosen.iterchildren():
                self._content(each, frame, properties, line, grid)
        elif content.tag == graphics.PICTURE:
            about = next(content.iter(f"{{{names.PIC}}}cNvPr"), None)
            texts = frames.descriptions(self._desk, alone, about)
            self._picture(content, alone, self._size(content, alone), texts, properties, line)
        elif content.tag == graphics.SHAPE:
            self._shape(content, alone, properties, line)
        elif content.tag in graphics.GROUPS:
            self._group(content, frame, properties, line, grid)

    def _object(
        self, content: Element, frame: Element | None, properties: Element | None, line: Line
    ) -> None:
        """A chart that the person keeps and that can be drawn again; any other object leaves a placeholder."""
        problem, chart = self._work.reading.objects[content], None
        if problem in self._work.reading.redrawn and self._work.plan.choices.get(problem) is Choice.KEEP:
            chart = chart_reference(self._desk, content)
        size, texts = self._size(content, frame), frames.descriptions(self._desk, frame)
        if chart is None:
            self._placeholder(content, frame, size, line)
            return
        line.put(properties, frames.drawing(self._desk, frame, chart, size, texts))

    def _group(
        self,
        group: Element,
        frame: Element | None,
        properties: Element | None,
        line: Line,
        outer: places.Grid | None,
    ) -> None:
        """The members become drawings of their own; an empty one keeps the group's room and its description."""
        self._work.losses["group"] += 1
        size = None if outer is not None else self._size(group, frame)
        grid = places.grid_of(group, size, outer)
        for each in group.iterchildren():
            if each not in self._work.reading.dropped:
                self._content(each, frame, properties, line, grid)
        if outer is None:
            texts = frames.descriptions(self._desk, frame)
            line.put(properties, frames.drawing(self._desk, frame, frames.room(size), size, texts))

    @staticmethod
    def _size(content: Element, frame: Element | None) -> frames.Size | None:
        if frame is not None:
            return frames.size_of(next(frame.iterchildren(_EXTENT), None))
        transform = next(content.iter(_TRANSFORM), None)
        return None if transform is None else frames.size_of(next(transform.iterchildren(_SIZE), None))

    def _shape(self, content: Element, frame: Element | None, properties: Element | None, line: Line) -> None:
        inner = next(content.iter(names.BOX_CONTENT), None)
        texts = frames.descriptions(
            self._desk, frame, next(content.iterchildren(f"{{{names.WPS}}}cNvPr"), None)
        )
        if inner is None:
            if content in self._work.reading.pictures or content in self._work.reading.objects:
                self._picture(content, frame, self._size(content, frame), texts, properties, line)
            else:
                self._work.losses["shape"] += 1
                self._room(frame, self._size(content, frame), line)
            return
        self._box(inner, content, frame, self._size(content, frame), texts, properties, line)

    def _box(
        self,
        inner: Element,
        shape: Element | None,
        frame: Element | None,
        size: frames.Size | None,
        texts: dict[str, str],
        properties: Element | None,
        line: Line,
    ) -> None:
        box = frames.text_box(self._boxes(inner), size, shape)
        line.put(properties, frames.drawing(self._desk, frame, box, size, texts))

    def _picture(
        self,
        source: Element,
        frame: Element | None,
        size: frames.Size | None,
        texts: dict[str, str],
        properties: Element | None,
        line: Line,
    ) -> None:
        found = self._work.reading.pictures.get(source)
        if source in self._work.reading.objects:
            self._placeholder(source, frame, size, line)
            return
        name = None if found is None else image_part(self._work, found)
        if name is None:
            self._work.losses["image"] += 1
            self._aside("image_removed", frame, size, line)
            return
        relation = self._desk.sheet.relate("image", name.removeprefix("word/"))
        picture = frames.picture(self._desk, relation, size, source)
        line.put(properties, frames.drawing(self._desk, frame, picture, size, texts))

    def _vml(self, pict: Element, properties: Element | None, line: Line) -> None:
        for source in pict.iter():
            if graphics.inside_box(source, pict) or source in self._work.reading.dropped:
                continue
            shape = source.getparent()
            if source.tag == names.BOX_CONTENT:
                frame, size = vml.spot(None if shape is None else shape.getparent(), pict)
                self._box(source, None, frame, size, {}, properties, line)
            elif source.tag == graphics.TEXT_PATH:
                self._word_art(source, *vml.spot(shape, pict), line)
            elif source.tag == graphics.IMAGE_DATA:
                texts = {"descr": "" if shape is None else self._work.ink.text(shape, "alt")}
                self._picture(source, *vml.spot(shape, pict), texts, properties, line)
        for frame, size in vml.groups(pict):
            line.put(properties, frames.drawing(self._desk, frame, frames.room(size), size, {}))

    def _word_art(self, source: Element, frame: Element | None, size: frames.Size | None, line: Line) -> None:
        """Large letters become grey text in a box; a watermark's box is behind the page's text."""
        segments = self._work.ink.take(source, "string")
        if not segments:
            return
        if frame is None or frame.get("behindDoc") == "1":
            frame = None if size and self._desk.part is self._work.reading.package.main else frames.BEHIND
        look = element("rPr")
        look.append(element("color", val="BFBFBF"))
        look.append(element("sz", val=frames.letters(size)))
        content = etree.Element(names.BOX_CONTENT, nsmap={"w": names.W})
        paragraph = etree.SubElement(content, names.P)
        etree.SubElement(paragraph, names.PPR).append(element("jc", val="center"))
        inner = Line(paragraph, self._work.plan.language)
        for segment in segments:
            if segment.is_label:
                inner.label(segment.text)
            else:
                inner.text(look, segment.text)
        box = frames.text_box(content, size, None)
        line.put(None, frames.drawing(self._desk, frame, box, size, {}))
