# SPDX-License-Identifier: MIT
"""A copy that the gate refuses for some of its pages gets them as pictures: what is read in these is their new text.

Where the gate finds something in that text too, they get none: a reader may join words that stand side by side.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reviewer.model.document import Format
from reviewer.progress import Report, silent
from reviewer.redaction.copy import write_copy
from reviewer.verification.report import GateReport, HitKind
from reviewer.workflow.redact import Draft

_PAGE = re.compile(r"^page:(\d+)(:.*)?$")
_SEEN = ":pixels"
_OF_TEXT = {HitKind.LEAK, HitKind.DIGITS, HitKind.UNREADABLE}


def pages_at_fault(draft: Draft, gate: GateReport) -> frozenset[int]:
    """The pages of the source for which alone a PDF copy was refused; none when anything else stands against it.

    A page that is a picture already can be nothing better.
    """
    numbers = _pages(draft, gate)
    pictured = {page for page, _reason in draft.copy.pictured}
    return frozenset() if numbers & pictured else numbers


def pages_to_silence(draft: Draft, gate: GateReport) -> frozenset[int]:
    """The pages that became pictures for the gate and are refused again, for nothing that can be seen in them."""
    if any(_SEEN in hit.place for hit in gate.hits):
        return frozenset()
    numbers = _pages(draft, gate)
    return numbers if numbers <= draft.plan.pictured - draft.plan.mute else frozenset()


def _pages(draft: Draft, gate: GateReport) -> frozenset[int]:
    """The pages of the source that hits in text stand on; none if there is another hit."""
    if draft.copy.format is not Format.PDF or gate.clean:
        return frozenset()
    found = [_PAGE.match(hit.place) for hit in gate.hits if hit.kind in _OF_TEXT]
    numbers = frozenset(int(match.group(1)) - draft.copy.note_pages for match in found if match)
    return frozenset() if len(found) < len(gate.hits) or None in found or min(numbers) < 1 else numbers


def in_the_source(draft: Draft, gate: GateReport) -> GateReport:
    """What stands against a copy, its pages numbered as in the document: the reader's note stands before them."""
    before = draft.copy.note_pages

    def numbered(match: re.Match[str]) -> str:
        page = int(match.group(1)) - before
        return f"page:{page}{match.group(2) or ''}" if page > 0 else "reader_note"

    hits = tuple(replace(hit, place=_PAGE.sub(numbered, hit.place)) for hit in gate.hits)
    return replace(gate, hits=hits) if before else gate


def as_pictures(draft: Draft, pages: frozenset[int], *, mute: bool = False, report: Report = silent) -> Draft:
    """The copy again, with these pages as pictures, `mute` ones without text. Raises CannotRedact, Cancelled."""
    silenced = draft.plan.mute | pages if mute else draft.plan.mute
    plan = replace(draft.plan, pictured=draft.plan.pictured | pages, mute=silenced)
    return replace(draft, plan=plan, copy=write_copy(draft.source, plan, report=report))
