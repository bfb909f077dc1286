# SPDX-License-Identifier: MIT
"""Charts, diagrams, embedded objects and chunks: each is asked about, and what it says is shown as a story.

Only a chart that can be drawn again may stay. It does not read old binary objects: those are removed unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from reviewer.documents.docx import charts, names
from reviewer.documents.docx.drafts import Reading
from reviewer.documents.docx.embedded import lines_of
from reviewer.documents.docx.flow import OUT, Where
from reviewer.documents.docx.markup import Mode
from reviewer.documents.docx.names import r, w
from reviewer.documents.docx.package import Part
from reviewer.errors import DamagedFile
from reviewer.model.document import StoryKind

OLE = f"{{{names.O}}}OLEObject"
_DIAGRAM = f"{{{names.DGM}}}relIds"
_TEXT, _PARAGRAPH = f"{{{names.A}}}t", f"{{{names.A}}}p"
_MOST_TOLD = 200
"""Embedded parts that are looked into; all are asked about, and the answer is to remove them."""
_SORTS = {
    "chart": "chart",
    "chartex": "chart",
    "diagram": "diagram",
    "ink": "ink",
    "wordprocessingInk": "ink",
}


def read_other(reading: Reading, content: Element, where: Where) -> None:
    """What a drawing shows that is neither picture nor shape: its kind by the last word of its address."""
    parent = content.getparent()
    uri = "" if parent is None else parent.get("uri", "")
    reading.passed_over.add(content)
    sort = _SORTS.get(uri.rpartition("/")[2], "drawing")
    if content.tag in {charts.CHART, charts.CHART_EX}:
        _chart(reading, content, where)
        return
    problem = _asked(reading, content, where, sort)
    if content.tag == _DIAGRAM:
        targets = tuple(_diagram_parts(content, where.part))
        _tell(reading, where, StoryKind.DIAGRAM, problem, targets, _diagram_lines(reading, targets))


def read_object(reading: Reading, element: Element, where: Where) -> None:
    """An embedded or linked object with its icon, a control, or ink: only removal is possible."""
    reading.passed_over.add(element)
    problem = _asked(reading, element, where, "ink" if element.tag == w("contentPart") else "ole")
    if problem is None:
        reading.dropped.add(element)
    for inner in element.iter(OLE):
        _tell_embedded(reading, where, problem, inner.get(r("id")), where.part)


def read_chunk(reading: Reading, element: Element, where: Where) -> None:
    """Another document that Word would put here when it opens this one."""
    problem = _asked(reading, element, where, "chunk")
    _tell_embedded(reading, where, problem, element.get(r("id")), where.part)


def _asked(reading: Reading, element: Element, where: Where, sort: str) -> str | None:
    """The question about it; there is none when it is out of view, for then no copy has it."""
    return reading.object_problem(element, sort) if where.mode is Mode.VISIBLE else None


def _chart(reading: Reading, content: Element, where: Where) -> None:
    part = _whole(reading, content, where.part)
    known = None if part is None else reading.charts.get(part.name)
    if known is not None:
        # drawn twice from one part: one question, one story
        if where.mode is Mode.VISIBLE:
            reading.objects[content] = known
        return
    problem = _asked(reading, content, where, "chart")
    if part is None:
        return
    kind = OUT.get(where.mode, StoryKind.CHART)
    draft = reading.begin(kind, part, where.place, visible=kind is StoryKind.CHART)
    charts.tell_chart(reading, part, draft)
    if problem is not None:
        reading.charts[part.name] = problem
        if draft.length:
            reading.object_stories[problem] = draft.id
        if content.tag == charts.CHART and charts.can_be_redrawn(part):
            reading.redrawn.add(problem)
    for row in part.relationships.values():
        if row.kind == "package":
            _tell_embedded(reading, where, None, row.id, part)


def _whole(reading: Reading, content: Element, part: Part) -> Part | None:
    """The part of a chart; one that is no XML has nothing to show."""
    try:
        return charts.chart_part(reading, content, part)
    except DamagedFile:
        return None


def _tell(
    reading: Reading,
    where: Where,
    kind: StoryKind,
    problem: str | None,
    targets: tuple[str, ...],
    lines: Iterable[str],
) -> None:
    """A story of what no copy ever holds: it stands in no element that is written."""
    if targets not in reading.told:
        text = "\n".join(lines) if len(reading.told) < _MOST_TOLD else ""
        draft = reading.begin(kind, where.part, where.place, visible=False) if text.strip() else None
        if draft is not None:
            draft.separate(text)
        reading.told[targets] = None if draft is None else draft.id
    story = reading.told[targets]
    if problem is not None and story is not None:
        reading.object_stories.setdefault(problem, story)


def _diagram_parts(content: Element, part: Part) -> Iterator[str]:
    """The parts that say what is in a diagram: its data, then its drawn form."""
    yield from (part.relationships[key].target for key in _related(content, part))
    yield from (row.target for row in part.relationships.values() if row.kind == "diagramDrawing")


def _diagram_lines(reading: Reading, targets: Iterable[str]) -> Iterator[str]:
    """The paragraphs of a diagram's data, then those that only its drawn form has."""
    said: set[str] = set()
    for target in targets:
        if not reading.package.has(target):
            continue
        try:
            nodes = reading.package.part(target).nodes
        except DamagedFile:
            continue
        for paragraph in (node for node in nodes if node.tag == _PARAGRAPH):
            line = "".join(node.text or "" for node in paragraph.iter(_TEXT))
            if line.strip() and line not in said:
                said.add(line)
                yield line


def _related(content: Element, part: Part) -> list[str]:
    key = content.get(r("dm")) or ""
    row = part.relationships.get(key)
    return [] if row is None or row.external else [key]


def _tell_embedded(
    reading: Reading, where: Where, problem: str | None, relation: str | None, part: Part
) -> None:
    row = part.relationships.get(relation or "")
    if row is None or row.external or not reading.package.has(row.target):
        return
    _tell(reading, where, StoryKind.EMBEDDED, problem, (row.target,), _lines(reading, row.target))


def _lines(reading: Reading, target: str) -> Iterator[str]:
    yield from lines_of(reading.package.bytes_of(target), reading.package.path)
