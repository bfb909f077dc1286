# SPDX-License-Identifier: MIT
"""Draws a chart again: from the values that the file has kept, without its workbook, formulas and extensions.

A withheld name of a category or series becomes the label; a withheld value leaves no point. What the copy cannot
draw (error bars, labels of trend lines, shapes drawn upon the chart) goes, and its texts are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import charts, names
from reviewer.documents.docx.markup import child
from reviewer.documents.docx.names import c, r
from reviewer.documents.docx.package import Part
from reviewer.model.document import StoryKind
from reviewer.redaction.docx import chart_look
from reviewer.redaction.docx.chart_grammar import chart_rules
from reviewer.redaction.docx.chart_shown import Shown, is_date
from reviewer.redaction.docx.chart_values import CHART_VALUES, is_number, number_format
from reviewer.redaction.docx.grammar import Rule
from reviewer.redaction.docx.sheet import Sheet
from reviewer.redaction.docx.work import REGION, Desk, Work

_A = f"{{{names.A}}}"
_SEPARATORS = frozenset({", ", "; ", ". ", "\n", " "})
_NUMBERS = frozenset({"numCache", "numLit"})
_DEMANDED = frozenset({"barDir", "grouping", "scatterStyle", "radarStyle", "ofPieType"})
"""Elements that the schema demands and whose value has a default."""
_BETWEEN = " – "
"""Between the levels of a category, which a chart without its workbook has on one level."""


def chart_reference(desk: Desk, source: Element) -> Element | None:
    """A reference to the chart as it is drawn again, which all references to one source share."""
    part = charts.chart_part(desk.work.reading, source, desk.part)
    if part is None:
        return None
    sheet = desk.work.charts.get(part.name)
    if sheet is None:
        name = f"word/charts/chart{len(desk.work.charts) + 1}.xml"
        sheet = Sheet(name, "chart", _ChartWriter(desk.work, part).chart(part))
        desk.work.charts[part.name] = sheet
    made = etree.Element(charts.CHART, nsmap={"c": names.C})
    made.set(r("id"), desk.sheet.relate("chart", sheet.name.removeprefix("word/")))
    return made


class _ChartWriter:
    """Writes one chart."""

    def __init__(self, work: Work, part: Part) -> None:
        self._work = work
        self._shown = Shown(part.root, work.guard.passages)
        self._written: set[Element] = set()
        self._axes: dict[str, str] = {}

    def chart(self, part: Part) -> Element:
        """The root of the new part."""
        root = etree.Element(c("chartSpace"), nsmap={"c": names.C, "a": names.A})
        self._fill(root, part.root, "chartSpace")
        for draft in self._work.reading.drafts:
            if draft.part is part and draft.kind is StoryKind.CHART:
                lost = sum(piece.holder[0] not in self._written for piece in draft.pieces)
                self._work.losses["chart_text"] += lost
        return root

    def _fill(self, made: Element, source: Element, table: str) -> None:
        for rule in chart_rules(table):
            for each in list(source.iterchildren(c(rule.name)))[: None if rule.repeats else 1]:
                if each not in self._work.reading.passed_over:
                    self._one(made, each, rule)

    def _one(self, parent: Element, source: Element, rule: Rule) -> None:
        made = etree.SubElement(parent, c(rule.name))
        for attribute, kind in rule.attributes.items():
            checked = self._checked(source.get(attribute), kind)
            if checked is not None:
                made.set(attribute, checked)
        special = self._special(rule.children or "")
        if special is not None:
            special(made, source)
        elif rule.children is not None:
            self._fill(made, source, rule.children)
        bare = not (len(made) or made.attrib or made.text)
        if bare and (source.attrib or special is not None) and rule.name not in _DEMANDED:
            parent.remove(made)

    def _checked(self, untrusted_value: str | None, kind: str) -> str | None:
        if untrusted_value is None:
            return None
        if kind == "axis":
            return self._axes.setdefault(untrusted_value, str(len(self._axes) + 1))
        checked = CHART_VALUES[kind](untrusted_value)
        if kind == "format" and checked is None:
            return "General"
        if kind == "number" and checked is not None and self._shown.is_withheld(checked):
            return None
        return None if checked is None or self._work.book.withheld(checked) else checked

    def _take(self, nodes: Iterable[Element]) -> list[tuple[str, Element | None]]:
        """What remains of some text nodes, each stretch with the run it stood in; a label stands in none."""
        taken: list[tuple[str, Element | None]] = []
        for node in nodes:
            self._written.add(node)
            run = child(node.getparent(), f"{_A}rPr")
            form = etree.Element(f"{_A}rPr") if run is None else run
            segments = self._work.ink.take(node)
            taken.extend((each.text, None if each.is_label else form) for each in segments)
        return taken

    def _text(self, nodes: Iterable[Element]) -> str:
        return "".join(text for text, _form in self._take(nodes))

    def _look(self, made: Element, source: Element) -> None:
        chart_look.look(made, source, self._work.book)

    def _words(self, made: Element, source: Element) -> None:
        chart_look.lettering(made, source, self._work.book)

    def _rich(self, made: Element, source: Element) -> None:
        """A title or a label: its own paragraphs, or the words it took from a cell."""
        rich = child(source, c("rich"))
        if rich is None:
            lines = [self._take(charts.leaves(source))]
        else:
            lines = [self._take(charts.leaves(each)) for each in rich.iterchildren(f"{_A}p")]
        if any(lines):
            tag = REGION[self._work.plan.language]
            holder = etree.SubElement(made, c("rich"))
            chart_look.rich_text(holder, rich, lines, tag, self._work.book)

    def _name(self, made: Element, source: Element) -> None:
        """The name of a series as literal words; a trend line's is plain text."""
        plain = source.tag == c("name")
        text = self._text([source]) if plain else " ".join(filter(None, self._apart(source)))
        if not text:
            return
        if plain:
            made.text = text
        else:
            etree.SubElement(made, c("v")).text = text

    def _apart(self, source: Element) -> list[str]:
        return [self._text([node]) for node in charts.leaves(source)]

    def _data(self, made: Element, source: Element) -> None:
        """Categories or values as literals: what the cache holds, without the formula that it came from."""
        cache = next((each for each in source.iter() if names.local(str(each.tag)) in _NUMBERS), None)
        points: dict[int, list[str]] = {}
        # the innermost level of categories is the first in the file
        for point in reversed(list(source.iter(c("pt")))):
            number = charts.point_number(point.get("idx"))
            if number is not None:
                kept = filter(None, self._apart(point))
                points.setdefault(number, []).extend(kept)
        written = {number: _BETWEEN.join(texts) for number, texts in points.items() if texts}
        # a name among numbers (a label) makes categories words; among values it is a point that goes
        told = "" if cache is None else (cache.findtext(c("formatCode")) or "").strip()
        numeric = cache is not None and (
            source.tag != charts.CATEGORIES or is_date(told) or all(map(is_number, written.values()))
        )
        if numeric:
            written = {number: text for number, text in written.items() if is_number(text)}
            before = len(written)
            written = {number: text for number, text in written.items() if not self._shown.tells(text)}
            self._work.losses["chart_text"] += before - len(written)
        literal = etree.SubElement(made, c("numLit" if numeric else "strLit"))
        if numeric:
            code = number_format(told)
            if code and code != "General" and not self._work.book.withheld(code):
                etree.SubElement(literal, c("formatCode")).text = code
        counts = (charts.point_number(each.get("val")) for each in source.iter(c("ptCount")))
        size = max([next(counts, None) or 0, *(number + 1 for number in written)])
        etree.SubElement(literal, c("ptCount"), val=str(size))
        for index, text in sorted(written.items()):
            made_point = etree.SubElement(literal, c("pt"), idx=str(index))
            etree.SubElement(made_point, c("v")).text = text

    def _separator(self, made: Element, source: Element) -> None:
        self._written.add(source)
        made.text = source.text if source.text in _SEPARATORS else ", "

    def _special(self, table: str) -> Callable[[Element, Element], None] | None:
        """What is not a matter of allowed elements only: looks, words and data."""
        return {
            "look": self._look,
            "words": self._words,
            "tx": self._rich,
            "name": self._name,
            "data": self._data,
            "separator": self._separator,
        }.get(table)
