# SPDX-License-Identifier: MIT
"""Text under a box: the gate knew only spans, so nothing proved that a box had taken anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.documents.opener import open_bytes
from reviewer.documents.source import Source
from reviewer.errors import LeakFound
from reviewer.model.decision import Decision, Decisions
from reviewer.model.document import Box
from reviewer.workflow import decide, publish, verify
from reviewer.workflow.boxed import boxed
from reviewer.workflow.redact import Draft, redact
from tests.workflow import way
from tests.workflow.way import WITHHOLD, Desk

NAME_LINE = Box(1, 60, 690, 400, 715)
"""Around the second line: the name, and what follows up to the telephone number."""


def source(pages: int) -> Source:
    return open_bytes(way.pdf_bytes(pages=pages), path=Path("visit.pdf"))


def drawn(box: Box) -> Decisions:
    return Decisions((Decision(box, WITHHOLD, "p", way.NOW, "act"),))


def draft(given: Source, decisions: Decisions) -> Draft:
    return redact(given, decisions, title="t", with_note=False)


@pytest.mark.parametrize("pages", [1, 2])
def test_a_box_that_took_nothing_is_noticed(pages: int) -> None:
    given = source(pages)
    made = draft(given, drawn(NAME_LINE))
    [under] = boxed(given, made.plan)
    assert given.document.text_of(under).startswith(way.NAME)
    # The same words may stand on another page, where nobody drew a box.
    assert verify.inspect(made, drawn(NAME_LINE)).clean
    failed = replace(made, copy=draft(given, Decisions()).copy)
    hits = verify.inspect(failed, drawn(NAME_LINE)).hits
    # With tesseract on the machine the words are seen on the picture of the page as well.
    [hit] = [each for each in hits if each.place != "page:1:pixels"]
    assert (hit.place, hit.count) == ("page:1", 1)


def test_a_record_does_not_say_what_stood_under_a_box(desk: Desk) -> None:
    review = way.decided(desk, way.write(desk.folder, "visit.pdf"))
    decide.decide(desk.session, review, [Box(1, 60, 650, 400, 675)], WITHHOLD, desk.author)
    notes = {"en": f"In short: {way.LINES[3]}", "fr": "Notes"}
    publish.set_record(desk.session, review, way.record(notes_translated=notes), desk.author)
    with pytest.raises(LeakFound):
        verify.prepare(desk.session, review, desk.author)
