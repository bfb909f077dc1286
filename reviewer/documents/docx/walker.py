# SPDX-License-Identifier: MIT
"""Walks blocks, tables, paragraphs and runs, and puts each character into its story."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from reviewer.documents.docx import graphics, names
from reviewer.documents.docx.drafts import Draft, Link, Reading
from reviewer.documents.docx.fields import FieldStack, form_text, kept_field, link_target
from reviewer.documents.docx.markup import (
    Mode,
    branch,
    cell_mode,
    child,
    joins_next,
    row_mode,
    shown_blocks,
    unwrapped,
    value,
)
from reviewer.documents.docx.names import r, w
from reviewer.documents.docx.package import Part
from reviewer.documents.docx.styles import StyleSheet
from reviewer.errors import UnsupportedContent
from reviewer.model.document import StoryKind

SINGLE = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
"""Elements that are one character of the text."""
RUBY_GAP = " "
"""Stands after the base and after the text above it: they are two words, and a name in one of them is a whole one."""
_NOTES = {w("footnoteReference"): StoryKind.FOOTNOTE, w("endnoteReference"): StoryKind.ENDNOTE}
_OUT = {Mode.DELETED: StoryKind.DELETION, Mode.HIDDEN: StoryKind.HIDDEN}
_BESIDE = frozenset({*_OUT.values(), StoryKind.COMMENT})
"""Stories that are out of view as a whole."""
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")


@dataclass
class Flow:
    """Where the walk is: the story, and what holds for the characters that come."""

    part: Part
    place: str
    draft: Draft
    mode: Mode = Mode.VISIBLE
    style: str | None = None
    table: str | None = None
    fields: FieldStack = field(default_factory=FieldStack)
    deleted_fields: FieldStack = field(default_factory=FieldStack)

    def within(self, mode: Mode) -> Flow:
        """The same place in a narrower mode; the open fields are shared."""
        return self if mode is self.mode else replace(self, mode=mode.under(self.mode))

    @property
    def stack(self) -> FieldStack:
        """Deleted field marks nest among themselves: the fields that remain are whole without them."""
        return self.deleted_fields if self.mode is Mode.DELETED else self.fields


@dataclass
class Walker:
    """Fills a Reading from the block content of parts."""

    reading: Reading
    styles: StyleSheet
    _islands: dict[StoryKind, tuple[Draft, Draft, int]] = field(default_factory=dict)

    def story(self, container: Element, draft: Draft, place: str, mode: Mode = Mode.VISIBLE) -> None:
        """Read one container of blocks as a story. Raises UnsupportedContent for what no writer treats safely."""
        flow = Flow(draft.part, place, draft, mode)
        self._blocks(container, flow)
        if flow.fields.open or flow.deleted_fields.open:
            raise self._unsupported("field without end", flow)

    def _blocks(self, container: Element, flow: Flow) -> None:
        listed = shown_blocks(container, flow.mode)
        places = {block: index for index, (block, _mode) in enumerate(listed)}
        for block, mode in unwrapped(container, flow.mode):
            index = places.get(block, 0)
            if index and not joins_next(listed, index - 1):
                flow.draft.separate("\n")
            inner = flow.within(mode)
            if block.tag == names.P:
                self._paragraph(block, inner)
            elif block.tag == names.TABLE:
                self._table(block, inner)
            elif block.tag in {w("altChunk"), w("subDoc")}:
                self.reading.object_problem(block, "chunk")
            elif block.tag not in names.UNSEEN:
                self._inline(block, inner)

    def _table(self, table: Element, flow: Flow) -> None:
        properties = child(table, names.TBLPR)
        for name in ("tblCaption", "tblDescription"):
            text = child(properties, w(name))
            if text is not None and (text.get(names.VAL) or "").strip() and flow.mode is Mode.VISIBLE:
                graphics.alternative_text(self.reading, text, names.VAL, flow)
        style = value(properties, w("tblStyle"))
        written = False
        for row, mode in unwrapped(table, flow.mode):
            if row.tag in names.UNSEEN:
                continue
            if row.tag != names.ROW:
                self._unknown(row, flow)
                continue
            shown = row_mode(row, mode)
            if shown is flow.mode:
                if written:
                    flow.draft.separate("\n")
                written = True
                self._row(row, replace(flow, table=style))
            else:
                self._row(row, self._aside(row, replace(flow, table=style), shown))

    def _row(self, row: Element, flow: Flow) -> None:
        written = False
        for cell, mode in unwrapped(row, flow.mode):
            if cell.tag in names.UNSEEN:
                continue
            if cell.tag != names.CELL:
                self._unknown(cell, flow)
                continue
            shown = cell_mode(cell, mode)
            if shown is flow.mode:
                if written:
                    flow.draft.separate("\t")
                written = True
                self._blocks(cell, flow)
            else:
                self._blocks(cell, self._aside(cell, flow, shown))

    def _aside(self, element: Element, flow: Flow, mode: Mode) -> Flow:
        """A story of its own for a whole row or cell that is not shown."""
        self.reading.dropped.add(element)
        draft = self.reading.begin(_OUT[mode], flow.part, flow.place, visible=False)
        return replace(flow, draft=draft, mode=mode)

    def _paragraph(self, paragraph: Element, flow: Flow) -> None:
        flow.style = value(child(paragraph, names.PPR), w("pStyle"))
        self._children(paragraph, flow)

    def _children(self, container: Element, flow: Flow) -> None:
        for element, mode in unwrapped(container, flow.mode):
            self._inline(element, flow.within(mode))

    def _inline(self, element: Element, flow: Flow) -> None:
        tag = element.tag
        if tag in names.UNSEEN:
            return
        if tag == names.RUN:
            self._run(element, flow)
        elif tag == names.HYPERLINK:
            self._hyperlink(element, flow)
            self._children(element, flow)
        elif tag == names.SIMPLE_FIELD:
            self._simple_field(element, flow)
        elif tag in {names.MATH, names.MATH_PARAGRAPH}:
            self._math(element, flow)
        elif tag == w("subDoc"):
            self.reading.object_problem(element, "chunk")
        else:
            self._unknown(element, flow)

    def _simple_field(self, element: Element, flow: Flow) -> None:
        instruction = element.get(w("instr"), "")
        kept = kept_field(instruction)
        if kept and flow.mode is Mode.VISIBLE:
            self.reading.page_fields[element] = kept
        else:
            self.reading.counts["field"] += 1
        self._link(element, link_target(instruction), flow)
        self._children(element, flow)

    def _math(self, equation: Element, flow: Flow) -> None:
        """Equations are read in document order: m:t and any Word runs inside."""
        for element in equation.iter():
            if element.tag in {names.MATH_TEXT, names.TEXT}:
                self._put(flow, element, element.text or "")

    def _run(self, run: Element, flow: Flow) -> None:
        mode = flow.mode
        if mode is Mode.VISIBLE and self.styles.hides(run, flow.style, flow.table):
            mode = Mode.HIDDEN
        if mode is not Mode.VISIBLE:
            self.reading.dropped.add(run)
        inner = flow.within(mode)
        for element in run.iterchildren():
            self._run_child(element, inner)

    def _run_child(self, element: Element, flow: Flow) -> None:
        tag = str(element.tag)
        if tag == names.TEXT:
            self._put(flow, element, element.text or "")
        elif tag == names.DELETED_TEXT:
            self._put(flow.within(Mode.DELETED), element, element.text or "")
        elif tag in SINGLE:
            self._put(flow, element, SINGLE[tag])
        elif tag == w("sym"):
            self._put(flow, element, _symbol(element))
        elif tag in {names.INSTRUCTION, names.DELETED_INSTRUCTION}:
            self.reading.passed_over.add(element)
            flow.stack.instruct(element.text or "")
        elif tag == names.FIELD_CHAR:
            self._field_mark(element, flow)
        elif tag in _NOTES:
            self._note_reference(element, flow)
        elif tag in {w("ruby"), names.ALTERNATE}:
            self._wrapped(element, flow)
        elif tag in {names.DRAWING, names.PICT, names.OBJECT, w("contentPart")}:
            self._graphic(element, flow)
        elif tag not in names.UNSEEN:
            self._unknown(element, flow)

    def _put(self, flow: Flow, element: Element, text: str) -> None:
        if flow.stack.in_instruction or flow.fields.in_instruction:
            self.reading.passed_over.add(element)
            return
        self._target(flow).write(element, text)

    def _target(self, flow: Flow) -> Draft:
        """The story that characters here belong to: what is out of view goes to a story beside the shown one."""
        kind = _OUT.get(flow.mode)
        if kind is None or flow.draft.kind in _BESIDE:
            return flow.draft
        last = self._islands.get(kind)
        if last is not None and last[1] is flow.draft and last[2] == flow.draft.length:
            return last[0]
        draft = self.reading.begin(kind, flow.part, flow.place, visible=False)
        self._islands[kind] = (draft, flow.draft, flow.draft.length)
        return draft

    def _field_mark(self, element: Element, flow: Flow) -> None:
        sort = element.get(w("fldCharType"))
        if sort == "begin":
            shown = form_text(element)
            self._put(flow, element, shown)
            flow.stack.start(element)
        elif sort == "separate":
            flow.stack.separate()
        elif sort == "end":
            closed = flow.stack.end()
            if closed is None or flow.mode is not Mode.VISIBLE:
                return
            kept = kept_field(closed.instruction)
            if kept and closed.separated:
                self.reading.page_fields[closed.start] = kept
                self.reading.field_ends[closed.start] = element
                self.reading.field_starts[element] = closed.start
            else:
                self.reading.counts["field"] += 1
            self._link(closed.start, link_target(closed.instruction), flow)

    def _hyperlink(self, element: Element, flow: Flow) -> None:
        row = flow.part.relationships.get(element.get(r("id")) or "")
        if row is not None:
            anchor = element.get(w("anchor"), "")
            self._link(element, f"{row.target}#{anchor}" if anchor else row.target, flow)

    def _link(self, element: Element, target: str | None, flow: Flow) -> None:
        if not target or flow.mode is not Mode.VISIBLE:
            return
        draft = self.reading.begin(StoryKind.LINK_TARGET, flow.part, flow.place, visible=False)
        draft.separate(unquoted(target))
        self.reading.links[element] = Link(target, draft.id)

    def _note_reference(self, element: Element, flow: Flow) -> None:
        if flow.mode is Mode.VISIBLE and not flow.fields.in_instruction:
            listed = self.reading.notes.setdefault(_NOTES[str(element.tag)], [])
            number = element.get(w("id"), "")
            if number not in listed:
                listed.append(number)

    def _wrapped(self, element: Element, flow: Flow) -> None:
        if element.tag == names.ALTERNATE:
            chosen = branch(element)
            for each in () if chosen is None else chosen.iterchildren():
                self._run_child(each, flow)
            return
        self.reading.counts["ruby"] += 1
        for name in ("rubyBase", "rt"):
            inner = child(element, w(name))
            if inner is not None:
                self._children(inner, flow)
                if flow.mode is Mode.VISIBLE and not flow.fields.in_instruction:
                    flow.draft.separate(RUBY_GAP)

    def _graphic(self, element: Element, flow: Flow) -> None:
        where = replace(flow)
        if flow.stack.in_instruction or flow.fields.in_instruction:
            where.mode = Mode.HIDDEN.under(flow.mode)
            self.reading.dropped.add(element)

        def boxes(content: Element) -> None:
            self._box(content, where)

        if element.tag == names.DRAWING:
            graphics.read_drawing(self.reading, element, where, boxes)
        elif element.tag == names.PICT:
            graphics.read_vml(self.reading, element, where, boxes)
        else:
            graphics.read_object(self.reading, element, where)

    def _box(self, content: Element, where: Flow) -> None:
        kind = _OUT.get(where.mode, StoryKind.TEXT_BOX)
        draft = self.reading.begin(kind, where.part, where.place, visible=kind is StoryKind.TEXT_BOX)
        self.story(content, draft, where.place, where.mode)

    def _unknown(self, element: Element, flow: Flow) -> None:
        """Text-free and unknown is dropped and counted; text-bearing and unknown refuses the document."""
        if any((each.text or "").strip() for each in element.iter()):
            raise self._unsupported("unknown element with text", flow)
        self.reading.counts["unknown"] += 1

    def _unsupported(self, content: str, flow: Flow) -> UnsupportedContent:
        return UnsupportedContent(path=self.reading.package.path, content=content, place=flow.place)


def _symbol(element: Element) -> str:
    """The character of a w:sym; in a text font the private-use range F000–F0FF stands for the plain characters."""
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    font = (element.get(w("font")) or "").lower()
    if 0xF020 <= code <= 0xF0FF and not font.startswith(_SYMBOL_FONTS):
        code -= 0xF000
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def unquoted(address: str) -> str:
    """An address with its percent-encodings undone, however often it was encoded."""
    from urllib.parse import unquote

    for _ in range(8):
        plain = unquote(address)
        if plain == address:
            break
        address = plain
    return address
