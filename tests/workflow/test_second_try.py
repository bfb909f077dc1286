# SPDX-License-Identifier: MIT
"""A PDF page that the gate refuses as text is published as a picture, once; whatever else is refused stays refused."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from reviewer.model.document import Format
from reviewer.model.journal import Action
from reviewer.redaction.result import Copy
from reviewer.verification.report import GateReport, Hit, HitKind
from reviewer.workflow import decide, verify
from reviewer.workflow.listing import entries
from reviewer.workflow.open import open_review
from reviewer.workflow.preview import preview
from reviewer.workflow.redact import Draft
from reviewer.workflow.second_try import as_pictures, in_the_source, pages_at_fault
from tests.corpus.pdf.registry import plain
from tests.redaction.pdf.evidence import folded, pdfium_text
from tests.redaction.pdf.plans import plan_for, read
from tests.workflow import way

pytestmark = pytest.mark.usefixtures("without_tesseract")
NAME = "Nora Quill"
LEFT = (
    "The wet soil was measured by Nora",
    "Our old boat stayed moored in May",
    "Most rainfall came at night in June",
)
RIGHT = ("Quill pens were never used", "but pencils were at hand", "in every boat on the lake")


def two_columns() -> bytes:
    """The end of a line and the beginning of the line beside it make up the name: only a reader of rows finds it."""
    shown = [b"BT /F1 12 Tf 1 0 0 1 72 650 Tm (The field log was written by Nora Quill in June.) Tj ET"]
    for left, lines in ((72, LEFT), (360, RIGHT)):
        for at, line in enumerate(lines):
            shown.append(f"BT /F1 11 Tf 1 0 0 1 {left} {600 - 14 * at} Tm ({line}) Tj ET".encode())
    return plain(b"\n".join(shown))


def draft_of(data: bytes, **facts: object) -> Draft:
    source = read(data)
    copy = Copy(b"", Format.PDF)
    return Draft(source, plan_for(source.document), replace(copy, **facts))  # type: ignore[arg-type]


def refused(*hits: tuple[HitKind, str]) -> GateReport:
    return GateReport(tuple(Hit(kind, place) for kind, place in hits), (), (), "")


def test_the_page_becomes_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "columns.pdf"
    path.write_bytes(two_columns())
    made = preview(
        path, {"withhold": [{"term": NAME, "ground": "19(1)"}]}, tmp_path / "out", safe_defaults=True
    )
    assert made.gate.clean
    assert "raster_page:1:1" in made.offers.dropped
    assert made.offers.pictured == ((1, "gate"),)
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert "raster_page:1:1" in report["losses"]
    with pikepdf.open(io.BytesIO(made.path.read_bytes())) as pdf:
        assert len(pdf.pages) == 1
    assert folded(pdfium_text(made.path.read_bytes())) == folded("[s. 19(1)]")


def test_the_journal_and_the_candidate_say_which_pages(desk: way.Desk, tmp_path: Path) -> None:
    path = tmp_path / "columns.pdf"
    path.write_bytes(two_columns())
    review = open_review(desk.session, path, desk.author).id
    (place,) = way.places(desk.session, review, NAME)
    decide.decide_each(desk.session, review, [(place, way.WITHHOLD)], desk.author)
    decide.see_all(desk.session, review, desk.author)
    candidate = verify.prepare(desk.session, review, desk.author)
    assert candidate.pictured == ((1, "gate"),)
    (entry,) = (each for each in entries(desk.session, review=review) if each.action is Action.PREPARED)
    assert entry.details["pages_pictured"] == "1"
    with pikepdf.open(io.BytesIO(candidate.data)) as pdf:
        assert len(pdf.pages) == 2


def test_a_leak_that_can_be_seen_is_refused(tmp_path: Path) -> None:
    """A picture hides nothing: the words stand where the gate may not ignore them."""
    draft = draft_of(two_columns())
    again = as_pictures(draft, frozenset({1}))
    assert again.copy.pictured == ((1, "gate"),)
    assert pages_at_fault(again, refused((HitKind.LEAK, "page:1"))) == frozenset()


@pytest.mark.parametrize(
    ("hits", "pages"),
    [
        ([(HitKind.LEAK, "page:3")], {2}),
        (
            [
                (HitKind.LEAK, "page:3:pixels"),
                (HitKind.DIGITS, "page:5:again"),
                (HitKind.UNREADABLE, "page:3"),
            ],
            {2, 4},
        ),
        ([(HitKind.LEAK, "page:3"), (HitKind.LEAK, "object:12")], set()),
        ([(HitKind.LEAK, "page:3"), (HitKind.STRUCTURE, "page:3")], set()),
        ([(HitKind.LEAK, "page:1")], set()),
        ([(HitKind.LEAK, "page:8"), (HitKind.LEAK, "page:3")], set()),
        ([(HitKind.LEAK, "pages:3")], set()),
        ([], set()),
    ],
)
def test_pages_alone_can_be_tried_again(hits: list[tuple[HitKind, str]], pages: set[int]) -> None:
    draft = draft_of(two_columns(), pictured=((7, "vertical"),), note_pages=1)
    assert pages_at_fault(draft, refused(*hits)) == pages


def test_a_refusal_numbers_pages_as_the_document_does() -> None:
    places = ("page:3:pixels", "page:3", "page:1", "pages:3")
    gate = refused(*((HitKind.LEAK, place) for place in places))
    with_note = in_the_source(draft_of(two_columns(), note_pages=1), gate)
    assert [hit.place for hit in with_note.hits] == ["page:2:pixels", "page:2", "reader_note", "pages:3"]
    assert in_the_source(draft_of(two_columns()), gate) == gate


def test_other_formats_are_not_tried_again() -> None:
    draft = draft_of(two_columns(), format=Format.DOCX)
    assert pages_at_fault(draft, refused((HitKind.LEAK, "page:1"))) == frozenset()
