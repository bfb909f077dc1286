# SPDX-License-Identifier: MIT
"""Reads what stands in paragraphs: runs, fields, links, equations, notes' references, and puts it into its story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml.etree import _Element as Element

from reviewer.documents.docx import graphics, names, vml_shapes
from reviewer.documents.docx.boxes import is_off_page
from reviewer.documents.docx.drafts import Draft, Link, Reading
from reviewer.documents.docx.faint import Eye
from reviewer.documents.docx.fields import displayed, form_text, kept_field, link_target
from reviewer.documents.docx.flow import OUT, Flow, unsupported
from reviewer.documents.docx.markup import Mode, branch, child, unwrapped
from reviewer.documents.docx.names import r, w
from reviewer.documents.docx.objects import read_chunk, read_object
from reviewer.documents.docx.signs import RUBY_GAP, SINGLE, symbol
from reviewer.documents.docx.styles import StyleSheet
from reviewer.documents.uris import unquoted
from reviewer.model.document import StoryKind

_NOTES = {w("footnoteReference"): StoryKind.FOOTNOTE, w("endnoteReference"): StoryKind.ENDNOTE}
_BESIDE = frozenset({*OUT.values(), StoryKind.COMMENT})
"""Stories that are out of view as a whole."""

Box = Callable[[Element, Flow], None]
"""Reads the content of a text box as a story of its own."""


class RunReader:
    """Fills a Reading from inline content."""

    def __init__(self, reading: Reading, styles: StyleSheet, eye: Eye, box: Box) -> None:
        self._reading = reading
        self._styles = styles
        self._eye = eye
        self._box = box
        self._islands: dict[StoryKind, tuple[Draft, Draft, int]] = {}

    def children(self, container: Element, flow: Flow) -> None:
        """Everything in a paragraph, a link or a field."""
        for element, mode in unwrapped(container, flow.mode):
            self.inline(element, flow.within(mode))

    def inline(self, element: Element, flow: Flow) -> None:
        """One inline element."""
        tag = element.tag
        if tag in names.UNSEEN:
            return
        if tag == names.RUN:
            self._run(element, flow)
        elif tag == names.HYPERLINK:
            self._hyperlink(element, flow)
            self.children(element, flow)
        elif tag == names.SIMPLE_FIELD:
            self._simple_field(element, flow)
        elif tag in {names.MATH, names.MATH_PARAGRAPH}:
            self._math(element, flow)
        elif tag == w("subDoc"):
            read_chunk(self._reading, element, flow)
        else:
            self.unknown(element, flow)

    def _simple_field(self, element: Element, flow: Flow) -> None:
        instruction = element.get(w("instr"), "")
        kept = kept_field(instruction)
        if kept and flow.mode is Mode.VISIBLE:
            self._reading.page_fields[element] = kept
        else:
            self._reading.counts["field"] += 1
        self._link(element, link_target(instruction), flow)
        self.children(element, flow)

    def _math(self, equation: Element, flow: Flow) -> None:
        """Equations are read in document order: m:t and any Word runs inside; what was deleted is out of view."""
        deleted: set[Element] = set()
        for element in equation.iter():
            if element.tag in names.DELETED or element.getparent() in deleted:
                deleted.add(element)
            if element.tag in {names.MATH_TEXT, names.TEXT, names.DELETED_TEXT}:
                mode = Mode.DELETED if element in deleted else Mode.VISIBLE
                self._put(flow.within(mode), element, element.text or "")

    def _run(self, run: Element, flow: Flow) -> None:
        mode = flow.mode
        if mode is Mode.VISIBLE and self._styles.hides(run, flow.setting.style, flow.setting.table):
            mode = Mode.HIDDEN
        if mode is not Mode.VISIBLE:
            self._reading.dropped.add(run)
        inner = flow.within(mode)
        if mode is Mode.VISIBLE and self._eye.hardly_sees(run, flow.setting):
            inner = replace(inner, faint=True)
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
            self._put(flow, element, symbol(element))
        elif tag in {names.INSTRUCTION, names.DELETED_INSTRUCTION}:
            self._reading.passed_over.add(element)
            flow.stack.instruct(element)
        elif tag == names.FIELD_CHAR:
            self._field_mark(element, flow)
        elif tag in _NOTES:
            self._note_reference(element, flow)
        elif tag in {w("ruby"), names.ALTERNATE}:
            self._wrapped(element, flow)
        elif tag in {names.DRAWING, names.PICT, names.OBJECT, w("contentPart")}:
            self._graphic(element, flow)
        elif tag not in names.UNSEEN:
            self.unknown(element, flow)

    def _put(self, flow: Flow, element: Element, text: str) -> None:
        if flow.in_instruction:
            self._reading.passed_over.add(element)
            return
        draft = self._target(flow)
        if flow.faint:
            self._reading.note_faint(draft, text)
        draft.write(element, text)

    def _target(self, flow: Flow) -> Draft:
        """The story that characters here belong to: what is out of view goes to a story beside the shown one."""
        kind = OUT.get(flow.mode)
        if kind is None or flow.draft.kind in _BESIDE:
            return flow.draft
        last = self._islands.get(kind)
        if last is not None and last[1] is flow.draft and last[2] == flow.draft.length:
            return last[0]
        draft = self._reading.begin(kind, flow.part, flow.place, visible=False)
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
            for holder, text in () if closed.separated else displayed(closed):
                self._put(flow, holder, text)
            kept = kept_field(closed.instruction)
            if kept and closed.separated:
                self._reading.page_fields[closed.start] = kept
                self._reading.field_ends[closed.start] = element
                self._reading.field_starts[element] = closed.start
            else:
                self._reading.counts["field"] += 1
            self._link(closed.start, link_target(closed.instruction), flow)

    def _hyperlink(self, element: Element, flow: Flow) -> None:
        row = flow.part.relationships.get(element.get(r("id")) or "")
        if row is not None:
            anchor = element.get(w("anchor"), "")
            self._link(element, f"{row.target}#{anchor}" if anchor else row.target, flow)

    def _link(self, element: Element, target: str | None, flow: Flow) -> None:
        if not target or flow.mode is not Mode.VISIBLE:
            return
        draft = self._reading.begin(StoryKind.LINK_TARGET, flow.part, flow.place, visible=False)
        draft.separate(unquoted(target))
        self._reading.links[element] = Link(target, draft.id)

    def _note_reference(self, element: Element, flow: Flow) -> None:
        if flow.mode is Mode.VISIBLE and not flow.fields.in_instruction:
            self._reading.refer(_NOTES[str(element.tag)], element.get(w("id"), ""))

    def _wrapped(self, element: Element, flow: Flow) -> None:
        if element.tag == names.ALTERNATE:
            chosen = branch(element)
            for each in () if chosen is None else chosen.iterchildren():
                self._run_child(each, flow)
            return
        self._reading.counts["ruby"] += 1
        for name in ("rubyBase", "rt"):
            inner = child(element, w(name))
            if inner is not None:
                self.children(inner, flow)
                if flow.mode is Mode.VISIBLE and not flow.fields.in_instruction:
                    flow.draft.separate(RUBY_GAP)

    def _graphic(self, element: Element, flow: Flow) -> None:
        where = replace(flow)
        if flow.in_instruction:
            where.mode = Mode.HIDDEN.under(flow.mode)
            self._reading.dropped.add(element)
        if is_off_page(element, self._eye.width, self._eye.height):
            where.setting = replace(where.setting, away=True)

        def boxes(content: Element) -> None:
            self._box(content, where)

        if element.tag == names.DRAWING:
            graphics.read_drawing(self._reading, element, where, boxes)
        elif element.tag == names.PICT:
            vml_shapes.read_vml(self._reading, element, where, boxes)
        else:
            read_object(self._reading, element, where)

    def unknown(self, element: Element, flow: Flow) -> None:
        """Text-free and unknown is dropped and counted; text-bearing and unknown refuses the document."""
        if any((each.text or "").strip() for each in element.iter()):
            raise unsupported(self._reading, "unknown element with text", flow)
        self._reading.counts["unknown"] += 1
