# SPDX-License-Identifier: MIT
"""A copy of a Word document for LibreOffice to draw: one named bookmark before each paragraph, nothing active in it.

It is made for looking, never for publishing: what is to be withheld is in it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.disarm import disarmed
from reviewer.documents.docx.drafts import Draft
from reviewer.documents.docx.names import w
from reviewer.documents.docx.reader import DocxSource, read_docx
from reviewer.documents.docx.repack import repacked

_BREAKS = frozenset({w("br"), w("cr"), w("lastRenderedPageBreak")})
_AROUND_RUNS = frozenset({names.P, names.HYPERLINK, names.SIMPLE_FIELD, w("dir"), w("bdo")})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A bookmark: it stands before the characters `start` to `end` of a story, one paragraph of it."""

    name: str
    story: str
    start: int
    end: int


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
    anchors: list[Anchor] = []
    for draft in reading.drafts:
        for paragraph, holder, start, end in _paragraphs(draft):
            anchor = Anchor(f"p{len(anchors):06d}", draft.id, start, end)
            _mark(paragraph, holder, anchor.name, len(anchors))
            anchors.append(anchor)
    return WorkingCopy(repacked(reading.package, parts), tuple(anchors))


def _paragraphs(draft: Draft) -> Iterator[tuple[Element, Element, int, int]]:
    """Each paragraph of a story that shows something: the holder of its first sign, its first and last character."""
    if not draft.visible:
        return
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
        yield paragraph, holder, *spans[paragraph]


def _mark(paragraph: Element, holder: Element, name: str, number: int) -> None:
    """A bookmark right before the first sign of a paragraph, after a page break that precedes it."""
    run: Element | None = holder
    while run is not None and (above := run.getparent()) is not None and above.tag not in _AROUND_RUNS:
        run = above
    if run is None or next(run.iterancestors(names.P), None) is not paragraph:
        return
    if run.tag == names.RUN and holder.getparent() is run:
        _split(run, holder)
    start, end = etree.Element(w("bookmarkStart")), etree.Element(w("bookmarkEnd"))
    for element in (start, end):
        element.set(w("id"), str(number))
        run.addprevious(element)
    start.set(w("name"), name)


def _split(run: Element, holder: Element) -> None:
    """Move what stands before a sign into a run of its own when it breaks the page or the line."""
    before = list(holder.itersiblings(preceding=True))
    if not any(element.tag in _BREAKS for element in before):
        return
    other = etree.Element(names.RUN)
    for element in reversed(before):
        other.append(copy.deepcopy(element) if element.tag == names.RPR else element)
    run.addprevious(other)
