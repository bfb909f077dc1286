# SPDX-License-Identifier: MIT
"""The numbers of the pages: those of the source stay what they were, a reader's note before them has Roman ones."""

from __future__ import annotations

from typing import Any

import pikepdf

from reviewer.documents.pdf.source import PdfSource
from reviewer.documents.pdf.strings import string_of
from reviewer.documents.pdf.trees import number_tree
from reviewer.redaction.plan import Plan

_STYLES = {"/D", "/R", "/r", "/A", "/a"}
_LARGEST = 1_000_000


def write_labels(source: PdfSource, plan: Plan, new: pikepdf.Pdf, note_pages: int) -> None:
    """Write the labels anew, after those of the note; without any in the source, pages count from 1 after a note."""
    ranges = _ranges(source, plan)
    if not ranges and not note_pages:
        return
    if note_pages and 0 not in ranges:
        ranges[0] = pikepdf.Dictionary(S=pikepdf.Name.D)
    numbers: list[Any] = [0, pikepdf.Dictionary(S=pikepdf.Name.r)] if note_pages else []
    for first, label in sorted(ranges.items()):
        numbers += [first + note_pages, label]
    new.Root["/PageLabels"] = pikepdf.Dictionary(Nums=pikepdf.Array(numbers))


def _ranges(source: PdfSource, plan: Plan) -> dict[int, Any]:
    """From the first page of each range to its style, first number, and prefix, if nobody decided against those."""
    clean = _is_clean(source, plan)
    found: dict[int, Any] = {}
    for first, given in number_tree(source.pdf.Root.get("/PageLabels"), source.path):
        if not isinstance(first, int) or not isinstance(given, pikepdf.Dictionary):
            continue
        if not 0 <= first < source.page_count:
            continue
        label = pikepdf.Dictionary()
        if str(given.get("/S")) in _STYLES:
            label["/S"] = pikepdf.Name(str(given["/S"]))
        start: Any = given.get("/St")
        if isinstance(start, int) and 0 < start < _LARGEST:
            label["/St"] = start
        prefix = string_of(given.get("/P"))
        if prefix and clean:
            label["/P"] = pikepdf.String(prefix)
        found[first] = label
    return found


def _is_clean(source: PdfSource, plan: Plan) -> bool:
    story = source.stories_of.get(("labels",))
    return story is not None and story not in plan.left_out and not plan.removals.get(story)
