# SPDX-License-Identifier: MIT
"""A copy that the gate refuses for some of its pages gets them as pictures, once: without a text layer none leaks."""

from __future__ import annotations

import re
from dataclasses import replace

from reviewer.model.document import Format
from reviewer.progress import Report, silent
from reviewer.redaction.copy import write_copy
from reviewer.verification.report import GateReport, HitKind
from reviewer.workflow.redact import Draft

_PAGE = re.compile(r"^page:(\d+)(:.*)?$")
_OF_TEXT = {HitKind.LEAK, HitKind.DIGITS, HitKind.UNREADABLE}


def pages_at_fault(draft: Draft, gate: GateReport) -> frozenset[int]:
    """The pages of the source for which alone a PDF copy was refused; none when anything else stands against it.

    A page that is a picture already can be nothing better.
    """
    if draft.copy.format is not Format.PDF or gate.clean:
        return frozenset()
    found = [_PAGE.match(hit.place) for hit in gate.hits if hit.kind in _OF_TEXT]
    numbers = {int(match.group(1)) - draft.copy.note_pages for match in found if match}
    pictured = {page for page, _reason in draft.copy.pictured}
    if len(found) < len(gate.hits) or None in found or min(numbers) < 1 or numbers & pictured:
        return frozenset()
    return frozenset(numbers)


def in_the_source(draft: Draft, gate: GateReport) -> GateReport:
    """What stands against a copy, its pages numbered as in the document: the reader's note stands before them."""
    before = draft.copy.note_pages

    def numbered(match: re.Match[str]) -> str:
        page = int(match.group(1)) - before
        return f"page:{page}{match.group(2) or ''}" if page > 0 else "reader_note"

    hits = tuple(replace(hit, place=_PAGE.sub(numbered, hit.place)) for hit in gate.hits)
    return replace(gate, hits=hits) if before else gate


def as_pictures(draft: Draft, pages: frozenset[int], *, report: Report = silent) -> Draft:
    """The copy again, with these pages as pictures. Raises CannotRedact, Cancelled."""
    plan = replace(draft.plan, pictured=draft.plan.pictured | pages)
    return replace(draft, plan=plan, copy=write_copy(draft.source, plan, report=report))
