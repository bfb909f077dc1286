# SPDX-License-Identifier: MIT
"""Writes the content of paragraphs: runs, links, page numbers, notes' references, equations."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import Mode, branch, child, unwrapped
from reviewer.documents.docx.names import r, w
from reviewer.documents.docx.signs import RUBY_GAP, SINGLE
from reviewer.documents.uris import unquoted
from reviewer.model.document import Choice, StoryKind
from reviewer.redaction.docx.equations import equation_copy, rebuildable
from reviewer.redaction.docx.line import Line
from reviewer.redaction.docx.properties import element, rebuilt
from reviewer.redaction.docx.values import VALUES
from reviewer.redaction.docx.work import Desk

_NOTES = {
    w("footnoteReference"): (StoryKind.FOOTNOTE, "footnoteReference"),
    w("endnoteReference"): (StoryKind.ENDNOTE, "endnoteReference"),
}
_OWN_MARKS = {w("footnoteRef"): "footnoteRef", w("endnoteRef"): "endnoteRef"}
_PAGE_NUMBER = re.compile(r"\s*(?:-\s*)?(?:\d{1,5}|[ivxlcdmIVXLCDM]{1,8})?(?:\s*-)?\s*")
_BREAKS = {
    "br": (("type", "break"), ("clear", "clear")),
    "ptab": (("alignment", "ptab_align"), ("relativeTo", "ptab_base"), ("leader", "leader")),
}
_ADDRESS = re.compile(r"https?://[!-~]{1,2000}", re.IGNORECASE)

Graphics = Callable[[Element, Element | None, Line], None]
"""Writes a drawing, picture or object found in a run of that formatting."""


class InlineWriter:
    """Walks as the reader did, and writes only what the ink says."""

    def __init__(self, desk: Desk, graphics: Graphics) -> None:
        self._desk = desk
        self._work = desk.work
        self._ink = desk.work.ink
        self._graphics = graphics

    def children(self, source: Element, line: Line) -> None:
        """Everything in a paragraph, a link or a field that counts."""
        for each, mode in unwrapped(source):
            if mode is Mode.VISIBLE and each not in self._work.reading.dropped:
                self.inline(each, line)

    def inline(self, source: Element, line: Line) -> None:
        """One inline element."""
        tag = source.tag
        if tag == names.RUN:
            self._run(source, line)
        elif tag == names.HYPERLINK:
            self._hyperlink(source, line)
        elif tag == names.SIMPLE_FIELD:
            self._simple_field(source, line)
        elif tag in {names.MATH, names.MATH_PARAGRAPH}:
            self._equation(source, line)
        elif tag == w("bookmarkStart"):
            self._bookmark(source, line)
        elif source in self._work.reading.objects:
            self._graphics(source, None, line)

    def _run(self, run: Element, line: Line) -> None:
        properties = rebuilt(child(run, names.RPR), "rPr", self._work.book)
        for each in run.iterchildren():
            self._run_child(each, properties, line)

    def _run_child(self, source: Element, properties: Element | None, line: Line) -> None:
        tag = str(source.tag)
        if source in self._work.reading.dropped:
            return
        if tag in {names.TEXT, names.INSTRUCTION}:
            # the ink knows nothing of an instruction, but for the caption of a button
            self._characters(source, properties, line)
        elif tag in SINGLE:
            self._single(source, properties, line)
        elif tag == w("sym"):
            self._symbol(source, properties, line)
        elif tag == names.FIELD_CHAR:
            self._field_mark(source, properties, line)
        elif tag in _NOTES:
            self._note_reference(source, properties, line)
        elif tag in _OWN_MARKS:
            line.put(properties, element(_OWN_MARKS[tag]))
        elif tag in {w("ruby"), names.ALTERNATE}:
            self._wrapped(source, properties, line)
        elif tag in {names.DRAWING, names.PICT, names.OBJECT, w("contentPart")}:
            self._graphics(source, properties, line)

    def _wrapped(self, source: Element, properties: Element | None, line: Line) -> None:
        if source.tag == names.ALTERNATE:
            chosen = branch(source)
            for each in () if chosen is None else chosen.iterchildren():
                self._run_child(each, properties, line)
            return
        for name in ("rubyBase", "rt"):
            inner = child(source, w(name))
            if inner is not None:
                self.children(inner, line)
                line.text(properties, RUBY_GAP)

    def _characters(self, source: Element, properties: Element | None, line: Line) -> None:
        for segment in self._ink.take(source):
            if segment.is_label:
                line.label(segment.text)
            else:
                line.text(properties, segment.text)

    def _single(self, source: Element, properties: Element | None, line: Line) -> None:
        name = names.local(str(source.tag))
        for segment in self._ink.take(source):
            if segment.is_label:
                line.label(segment.text)
                continue
            made = element(name)
            for attribute, kind in _BREAKS.get(name, ()):
                checked = VALUES[kind](source.get(w(attribute), ""))
                if checked is not None:
                    made.set(w(attribute), checked)
            line.put(properties, made)

    def _symbol(self, source: Element, properties: Element | None, line: Line) -> None:
        font = self._work.book.font(source.get(w("font"), ""))
        code = source.get(w("char"), "")
        for segment in self._ink.take(source):
            if segment.is_label:
                line.label(segment.text)
            elif font and re.fullmatch(r"[0-9A-Fa-f]{4}", code):
                line.put(properties, element("sym", font=font, char=code.upper()))
            else:
                line.text(properties, segment.text)

    def _field_mark(self, source: Element, properties: Element | None, line: Line) -> None:
        self._characters(source, properties, line)
        reading = self._work.reading
        if source in reading.page_fields and self._stays(source, reading.field_ends[source]):
            self._open_field(reading.page_fields[source], properties, line)
        elif source in reading.field_starts and self._stays(reading.field_starts[source], source):
            line.put(properties, element("fldChar", fldCharType="end"))

    def _open_field(self, name: str, properties: Element | None, line: Line) -> None:
        line.put(properties, element("fldChar", fldCharType="begin"))
        instruction = element("instrText")
        instruction.text = f" {name} "
        line.put(properties, instruction)
        line.put(properties, element("fldChar", fldCharType="separate"))

    def _stays(self, start: Element, end: Element) -> bool:
        """Whether a page field can stay one: marks in sibling runs, and between them nothing but a plain number."""
        first, last = start.getparent(), end.getparent()
        if first is None or last is None or first.getparent() is not last.getparent() or first is last:
            return False
        between: list[Element] = []
        run: Element | None = first
        while run is not None:
            if run in self._work.reading.dropped or run.tag not in names.UNSEEN | {names.RUN}:
                return False
            between.extend(run.iter())
            if run is last:
                break
            run = run.getnext()
        marks = [each for each in between if each.tag == names.FIELD_CHAR]
        if run is None or len(marks) != 3 or self._ink.touched(between):
            return False
        return self._plain(between[between.index(start) : between.index(end)])

    def _plain(self, elements: list[Element]) -> bool:
        shown = "".join(self._ink.look(each) for each in elements)
        return _PAGE_NUMBER.fullmatch(shown) is not None and not any(
            each.tag in {names.DRAWING, names.PICT, names.OBJECT} for each in elements
        )

    def _simple_field(self, source: Element, line: Line) -> None:
        name = self._work.reading.page_fields.get(source)
        inside = list(source.iter())
        runs = all(each.tag == names.RUN for each in source.iterchildren())
        if name and runs and not self._ink.touched(inside) and self._plain(inside):
            self._open_field(name, None, line)
            self.children(source, line)
            line.put(None, element("fldChar", fldCharType="end"))
        else:
            self.children(source, line)

    def _note_reference(self, source: Element, properties: Element | None, line: Line) -> None:
        kind, name = _NOTES[str(source.tag)]
        number = self._work.note_number(kind, source.get(w("id"), ""))
        if number is None:
            return
        made = element(name)
        if VALUES["on"](source.get(w("customMarkFollows"), "0")) == "1":
            made.set(w("customMarkFollows"), "1")
        made.set(w("id"), str(number))
        line.put(properties, made)

    def _hyperlink(self, source: Element, line: Line) -> None:
        made = element("hyperlink")
        anchor = self._work.book.anchor(source.get(w("anchor")))
        link = self._work.reading.links.get(source)
        if link is not None and self._may_link(link.target, link.story):
            made.set(r("id"), self._desk.sheet.relate("hyperlink", link.target, external=True))
        elif link is None and anchor is not None:
            made.set(w("anchor"), anchor)
        else:
            self._work.losses["link"] += link is not None
            self.children(source, line)
            return
        self.children(source, Line(made, self._work.plan.language))
        if len(made):
            line.beside(made)

    def _may_link(self, target: str, story: str) -> bool:
        """Only the web, only when asked for, and only when nothing of the address was withheld."""
        plan = self._work.plan
        return (
            plan.choices.get("links") is Choice.KEEP
            and not plan.removals.get(story)
            and story not in plan.left_out
            and _ADDRESS.fullmatch(target) is not None
            and "@" not in unquoted(target)
            and not self._work.guard.repeats(unquoted(target))
        )

    def _bookmark(self, source: Element, line: Line) -> None:
        name = self._work.book.anchor(source.get(w("name")))
        if name is None:
            return
        number = str(self._work.next_bookmark())
        line.beside(element("bookmarkStart", id=number, name=name))
        line.beside(element("bookmarkEnd", id=number))

    def _equation(self, source: Element, line: Line) -> None:
        if rebuildable(source) and not self._ink.touched(source.iter()):
            line.beside(equation_copy(source, self._ink, self._work.book))
            return
        self._work.losses["equation"] += 1
        for each in source.iter(names.MATH_TEXT, names.TEXT):
            self._characters(each, None, line)
