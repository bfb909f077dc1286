# SPDX-License-Identifier: MIT
"""Writes paragraphs, tables and sections."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import (
    Mode,
    cell_mode,
    child,
    joins_next,
    row_mode,
    shown_blocks,
    unwrapped,
)
from reviewer.documents.docx.names import r, w
from reviewer.redaction.docx.inline import InlineWriter
from reviewer.redaction.docx.line import Line
from reviewer.redaction.docx.properties import element, rebuilt
from reviewer.redaction.docx.shapes import ShapeWriter
from reviewer.redaction.docx.work import REGION, Desk
from reviewer.redaction.note import ReaderNote

_REFERENCE = {w("headerReference"): "header", w("footerReference"): "footer"}
_PAGES = frozenset({"default", "first", "even"})


class BlockWriter:
    """Writes the blocks of one part."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._work = desk.work
        self._shapes = ShapeWriter(desk, self._box)
        self._inline = InlineWriter(desk, self._shapes.write)

    def blocks(self, source: Element, target: Element) -> None:
        """The content of a body, header, note, cell or text box; Word wants cells and boxes to end with a paragraph."""
        listed, marks = shown_blocks(source), _bookmarks(source)
        joined: list[Element] = []
        for index, (block, _mode) in enumerate(listed):
            if block.tag == names.P:
                joined.extend([*marks.get(block, ()), block])
                if not joins_next(listed, index):
                    self._paragraph(joined, target)
                    joined = []
            elif block.tag == names.TABLE:
                self._table(block, target)
            else:
                self._inline.inline(block, Line(etree.SubElement(target, names.P), self._work.plan.language))
        last = target[-1] if len(target) else None
        if last is None or (last.tag != names.P and target.tag in {names.CELL, names.BOX_CONTENT}):
            etree.SubElement(target, names.P)

    def _box(self, source: Element) -> Element:
        target = etree.Element(names.BOX_CONTENT, nsmap={"w": names.W})
        self.blocks(source, target)
        return target

    def _paragraph(self, sources: list[Element], target: Element) -> None:
        """One paragraph, or several whose marks between were deleted: the last one's properties hold."""
        made = etree.SubElement(target, names.P)
        old = child(sources[-1], names.PPR)
        properties = rebuilt(old, "pPr", self._work.book)
        section = child(old, names.SECTION)
        if section is not None:
            properties = element("pPr") if properties is None else properties
            properties.append(self.section(section))
        if properties is not None:
            made.append(properties)
        line = Line(made, self._work.plan.language)
        for source in sources:
            if source.tag == names.P:
                self._inline.children(source, line)
            else:
                self._inline.inline(source, line)

    def section(self, source: Element) -> Element:
        """Section properties with references to the new headers and footers."""
        made = element("sectPr")
        for reference in source.iterchildren(*_REFERENCE):
            row = self._desk.part.relationships.get(reference.get(r("id")) or "")
            sheet = None if row is None else self._work.headers.get(row.target)
            page = reference.get(w("type"), "default")
            page = page if page in _PAGES else "default"
            if sheet is None:
                continue
            kind = _REFERENCE[str(reference.tag)]
            copy = element(f"{kind}Reference", type=page)
            copy.set(r("id"), self._desk.sheet.relate(kind, sheet.name.removeprefix("word/")))
            made.append(copy)
        properties = rebuilt(source, "sectPr", self._work.book)
        if properties is not None:
            made.extend(list(properties))
        return made

    def _table(self, source: Element, target: Element) -> None:
        rows = self._rows(source)
        made = etree.SubElement(target, names.TABLE)
        properties = rebuilt(child(source, names.TBLPR), "tblPr", self._work.book)
        properties = element("tblPr") if properties is None else properties
        self._descriptions(child(source, names.TBLPR), properties)
        made.append(properties)
        grid = rebuilt(child(source, w("tblGrid")), "tblGrid", self._work.book)
        made.append(element("tblGrid") if grid is None else grid)
        made.extend(rows)

    def _descriptions(self, source: Element | None, properties: Element) -> None:
        for name in ("tblCaption", "tblDescription"):
            old = child(source, w(name))
            text = "" if old is None else self._work.ink.text(old, names.VAL)
            if text:
                properties.append(element(name, val=text))

    def _rows(self, source: Element) -> list[Element]:
        made: list[Element] = []
        for row, mode in unwrapped(source):
            shown = row.tag == names.ROW and row_mode(row, mode) is Mode.VISIBLE
            if shown and row not in self._work.reading.dropped:
                made.append(self._row(row))
        return made

    def _row(self, source: Element) -> Element:
        made = element("tr")
        cells = [
            cell
            for cell, mode in unwrapped(source)
            if cell.tag == names.CELL
            and cell_mode(cell, mode) is Mode.VISIBLE
            and cell not in self._work.reading.dropped
        ]
        self._row_properties(source, made)
        for cell in cells:
            target = etree.SubElement(made, names.CELL)
            properties = rebuilt(child(cell, names.TCPR), "tcPr", self._work.book)
            if properties is not None:
                target.append(properties)
            self.blocks(cell, target)
        return made

    def _row_properties(self, source: Element, made: Element) -> None:
        exception = child(source, w("tblPrEx"))
        allowed = rebuilt(exception, "tblPrEx", self._work.book)
        if allowed is not None:
            made.append(allowed)
        properties = rebuilt(child(source, names.TRPR), "trPr", self._work.book)
        if properties is not None:
            made.append(properties)


def _bookmarks(source: Element) -> dict[Element, list[Element]]:
    """Before which block bookmarks stand that are between blocks."""
    marks: dict[Element, list[Element]] = {}
    waiting: list[Element] = []
    for block, _mode in unwrapped(source):
        if block.tag == w("bookmarkStart"):
            waiting.append(block)
        elif block.tag not in names.UNSEEN:
            marks[block], waiting = waiting, []
    return marks


def note_block(note: ReaderNote, target: Element, heading_style: str) -> None:
    """The reader's note at the top of the body: a heading outside any list, paragraphs, a rule below."""
    tag = REGION[note.language]
    lines = [note.heading, *note.paragraphs]
    for index, text in enumerate(lines):
        made = etree.SubElement(target, names.P)
        properties = etree.SubElement(made, names.PPR)
        if index == 0:
            properties.append(element("pStyle", val=heading_style))
            properties.append(element("keepNext"))
            out_of_lists = etree.SubElement(properties, w("numPr"))
            out_of_lists.append(element("ilvl", val="0"))
            out_of_lists.append(element("numId", val="0"))
        if index == len(lines) - 1:
            border = etree.SubElement(properties, w("pBdr"))
            border.append(element("bottom", val="single", sz="6", space="6", color="auto"))
        run = etree.SubElement(made, names.RUN)
        look = etree.SubElement(run, names.RPR)
        look.append(element("lang", val=tag))
        words = etree.SubElement(run, names.TEXT)
        words.set(f"{{{names.XML}}}space", "preserve")
        words.text = text
