# SPDX-License-Identifier: MIT
"""A copy of a Word document for LibreOffice to draw: one named bookmark before each paragraph, nothing active in it.

It is made for looking, never for publishing: what is to be withheld is in it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.disarm import disarmed
from reviewer.documents.docx.drafts import Draft
from reviewer.documents.docx.inert import CHART_REFERENCE
from reviewer.documents.docx.names import r, w
from reviewer.documents.docx.package import Part
from reviewer.documents.docx.reader import DocxSource, read_docx
from reviewer.documents.docx.repack import repacked

_BREAKS = frozenset({w("br"), w("cr"), w("lastRenderedPageBreak")})
_AROUND_RUNS = frozenset({names.P, names.HYPERLINK, names.SIMPLE_FIELD, w("dir"), w("bdo")})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A bookmark: it stands before the characters `start` to `end` of a story, one paragraph of it.

    Words of a chart or of word art are `apart`: they stand somewhere in the drawing that the bookmark precedes.
    """

    name: str
    story: str
    start: int
    end: int
    apart: bool = False


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """The bytes for LibreOffice and where its bookmarks stand in the text model."""

    data: bytes
    anchors: tuple[Anchor, ...]


def working_copy(source: DocxSource) -> WorkingCopy:
    """Make the copy from the bytes of the source. Raises the errors of the reader."""
    # Read anew: the elements are changed in place, those of the source belong to the writer.
    reading = read_docx(source.data, path=source.reading.package.path, words_in_images=False).reading
    parts = disarmed(reading)
    charts = _charts(parts)
    anchors: list[Anchor] = []
    for draft in filter(_shown, reading.drafts):
        marks = [(*mark, False) for mark in _paragraphs(draft)]
        marks += [(*mark, True) for mark in _words_in_drawings(draft, charts.get(draft.part.name))]
        for holder, start, end, apart in marks:
            name = f"p{len(anchors):06d}"
            if _mark(holder, name, len(anchors)):
                anchors.append(Anchor(name, draft.id, start, end, apart))
    return WorkingCopy(repacked(reading.package, parts), tuple(anchors))


def _shown(draft: Draft) -> bool:
    return draft.visible


def _charts(parts: Mapping[str, Part]) -> dict[str, Element]:
    """For each chart part the element of a text that shows it."""
    found: dict[str, Element] = {}
    for part in parts.values():
        for element in part.root.iter(CHART_REFERENCE):
            row = part.relationships.get(element.get(r("id")) or "")
            if row is not None:
                found.setdefault(row.target, element)
    return found


def _words_in_drawings(draft: Draft, chart: Element | None) -> Iterator[tuple[Element, int, int]]:
    """Each text of a chart or of word art, which is in no paragraph, with the element that draws it."""
    for piece in draft.pieces:
        element, attribute = piece.holder
        end = piece.start + piece.length
        holder = element if attribute else chart
        if holder is not None and draft.text[piece.start : end].strip():
            yield holder, piece.start, end


def _paragraphs(draft: Draft) -> Iterator[tuple[Element, int, int]]:
    """Each paragraph of a story that shows something: the holder of its first sign, its first and last character."""
    text = draft.text
    spans: dict[Element, tuple[int, int]] = {}
    first: dict[Element, Element] = {}
    for piece in draft.pieces:
        element, attribute = piece.holder
        paragraph = None if attribute else next(element.iterancestors(names.P), None)
        if paragraph is None:
            continue
        end = piece.start + piece.length
        start, before = spans.get(paragraph, (piece.start, end))
        spans[paragraph] = (start, max(before, end))
        if text[piece.start : end].strip():
            first.setdefault(paragraph, element)
    for paragraph, holder in first.items():
        yield holder, *spans[paragraph]


def _mark(holder: Element, name: str, number: int) -> bool:
    """A bookmark right before the first sign of a paragraph, after a page break that precedes it."""
    run: Element | None = holder
    while run is not None and (above := run.getparent()) is not None and above.tag not in _AROUND_RUNS:
        run = above
    if run is None or run.getparent() is None:
        return False
    if run.tag == names.RUN and holder.getparent() is run:
        _split(run, holder)
    start, end = etree.Element(w("bookmarkStart")), etree.Element(w("bookmarkEnd"))
    for element in (start, end):
        element.set(w("id"), str(number))
        run.addprevious(element)
    start.set(w("name"), name)
    return True


def _split(run: Element, holder: Element) -> None:
    """Move what stands before a sign into a run of its own when it breaks the page or the line."""
    before = list(holder.itersiblings(preceding=True))
    if not any(element.tag in _BREAKS for element in before):
        return
    other = etree.Element(names.RUN)
    for element in reversed(before):
        other.append(copy.deepcopy(element) if element.tag == names.RPR else element)
    run.addprevious(other)
