# SPDX-License-Identifier: MIT
"""Charts: their text as a story of its own, and whether what they show can be drawn again without their workbook.

Formulas name sheets and ranges of the workbook: they are in no story and in no copy. So is a number format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.drafts import Draft, Reading
from reviewer.documents.docx.markup import child, whole_number
from reviewer.documents.docx.names import c, r
from reviewer.documents.docx.package import Part

CHART, CHART_EX = c("chart"), f"{{{names.CX}}}chart"
_KINDS = "bar bar3D line line3D pie pie3D ofPie doughnut area area3D scatter radar bubble stock"
PLOTS = frozenset(c(f"{name}Chart") for name in _KINDS.split())
"""The kinds of plots that can be drawn again from what the file has kept of the workbook."""
SERIES, CATEGORIES = c("ser"), c("cat")
_AXES = (CATEGORIES, c("xVal"), c("val"), c("yVal"), c("bubbleSize"))
"""The values of a series, in the order in which a row of the story has them."""
_LEAVES = frozenset({c("v"), f"{{{names.A}}}t", f"{{{names.CX}}}v", f"{{{names.CX}}}pt"})
_MOST_POINTS = 1_048_576
"""Rows of a sheet. A program that draws a chart makes room for as many points as it says it has."""
_UNTOLD = frozenset({"f", "formatCode"})
_PARAGRAPH = f"{{{names.A}}}p"


def chart_part(reading: Reading, reference: Element, part: Part) -> Part | None:
    """The part that draws a chart, when it is in the file."""
    row = part.relationships.get(reference.get(r("id")) or "")
    if row is None or row.external or not reading.package.has(row.target):
        return None
    return reading.package.part(row.target)


def tell_chart(reading: Reading, chart: Part, draft: Draft) -> None:
    """Write the text of a chart: title, then each series with its rows, then axes, and the texts drawn upon it."""
    teller = _Teller(reading, draft)
    first: tuple[str, ...] | None = None
    for series in chart.root.iter(SERIES):
        categories = next(series.iterchildren(CATEGORIES), None)
        said = () if categories is None else tuple(node.text or "" for node in leaves(categories))
        if categories is not None and first is not None and said == first:
            # Each series repeats the categories of the first; a copy has them once.
            reading.passed_over.update(categories.iter())
        elif first is None:
            first = said
    for node in chart.nodes:
        if node.tag == SERIES:
            teller.series(node)
        else:
            teller.node(node)
    for shapes in chart.related("chartUserShapes"):
        if reading.package.has(shapes):
            for node in reading.package.part(shapes).nodes:
                teller.node(node)


def leaves(element: Element) -> Iterator[Element]:
    """The text nodes below an element."""
    return (node for node in element.iter() if node.tag in _LEAVES)


def can_be_redrawn(chart: Part) -> bool:
    """Whether every plot is of a known kind and a value is there to draw."""
    area = child(chart.root, CHART, c("plotArea"))
    if chart.root.tag != c("chartSpace") or area is None:
        return False
    plots = [each for each in area.iterchildren() if names.local(str(each.tag)).endswith("Chart")]
    values = (node for each in area.iter(c("val"), c("yVal")) for node in leaves(each))
    return bool(plots) and all(each.tag in PLOTS for each in plots) and any(node.text for node in values)


def point_number(text: str | None) -> int | None:
    """The number of a point, or how many there are; None for what no workbook has a row for."""
    number = whole_number(text)
    return number if number is not None and 0 <= number <= _MOST_POINTS else None


def rows(series: Element) -> list[list[Element]]:
    """The text nodes of a series by its points: categories (outer level first), then values."""
    points: dict[int, list[Element]] = {}
    for axis in _AXES:
        for holder in series.iterchildren(axis):
            # the innermost level of categories is the first in the file
            for point in reversed(list(holder.iter(c("pt")))):
                number = point_number(point.get("idx"))
                if number is not None:
                    points.setdefault(number, []).extend(leaves(point))
    return [points[number] for number in sorted(points)]


class _Teller:
    """Writes text nodes into a story, each once."""

    def __init__(self, reading: Reading, draft: Draft) -> None:
        self._reading = reading
        self._draft = draft
        self._told: set[Element] = set()
        self._paragraph: Element | None = None

    def series(self, series: Element) -> None:
        """The name on a line, then a line for each point; what else is in it follows by itself."""
        for holder in series.iterchildren(c("tx")):
            for node in leaves(holder):
                self.node(node)
        for row in rows(series):
            self._row(row)

    def _row(self, nodes: Iterable[Element]) -> None:
        started = False
        for node in nodes:
            if self._tells(node):
                self._write(node, "\t" if started else "\n")
                started = True

    def node(self, node: Element) -> None:
        """One text node on a line, or beside what stands before it in the same paragraph."""
        if not self._tells(node):
            return
        above = next(node.iterancestors(_PARAGRAPH), None)
        beside = above is not None and above is self._paragraph
        self._paragraph = above
        self._write(node, "" if beside else "\n")

    def _tells(self, node: Element) -> bool:
        text = node.text or ""
        if node in self._told or node in self._reading.passed_over:
            return False
        if names.local(str(node.tag)) in _UNTOLD:
            return False
        return bool(text) if node.tag in _LEAVES else bool(text.strip())

    def _write(self, node: Element, before: str) -> None:
        if before and self._draft.length:
            self._draft.separate(before)
        self._draft.write(node, node.text or "")
        self._told.add(node)
