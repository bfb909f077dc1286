# SPDX-License-Identifier: MIT
"""Plans for tests: every occurrence of some terms is withheld, every question gets its safe answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from reviewer.documents.folding import find_all
from reviewer.documents.opener import open_bytes
from reviewer.documents.pdf.source import PdfSource
from reviewer.model.document import Choice, Document
from reviewer.redaction.note import ReaderNote
from reviewer.redaction.plan import BoxRemoval, Plan, Removal

LABEL = "[s. 19(1)]"


def read(data: bytes) -> PdfSource:
    """The source of some bytes."""
    source = open_bytes(data, path=Path("case.pdf"))
    assert isinstance(source, PdfSource)
    return source


def plan_for(
    document: Document,
    terms: Iterable[str] = (),
    *,
    answers: Mapping[str, str] | None = None,
    boxes: Iterable[BoxRemoval] = (),
    note: ReaderNote | None = None,
    label: str = LABEL,
) -> Plan:
    """Withhold the terms wherever they stand."""
    removals: dict[str, tuple[Removal, ...]] = {}
    listed = tuple(terms)
    for story in document.stories:
        spans = sorted(place for term in listed for place in find_all(story.text, term, whole_words=False))
        merged: list[Removal] = []
        for start, end in spans:
            if merged and start < merged[-1].end:
                merged[-1] = Removal(merged[-1].start, max(end, merged[-1].end), label)
            else:
                merged.append(Removal(start, end, label))
        if merged:
            removals[story.id] = tuple(merged)
    choices = {problem.id: problem.safe for problem in document.problems}
    choices.update({identity: Choice(choice) for identity, choice in (answers or {}).items()})
    language = document.language
    assert language is not None
    return Plan(language, "Survey", removals, tuple(boxes), choices, frozenset(), note)
