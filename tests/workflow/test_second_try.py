# SPDX-License-Identifier: MIT
"""A PDF page that the gate refuses as text is published as a picture, once; whatever else is refused stays refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.model.document import Format
from reviewer.model.journal import Action
from reviewer.redaction.copy import write_copy
from reviewer.redaction.result import Copy
from reviewer.verification.report import GateReport, Hit, HitKind
from reviewer.workflow import decide, verify
from reviewer.workflow.listing import entries
from reviewer.workflow.open import open_review
from reviewer.workflow.preview import Unchecked, drafted
from reviewer.workflow.redact import Draft
from reviewer.workflow.second_try import as_pictures, in_the_source, pages_at_fault, pages_to_silence
from reviewer.workflow.verify import proved
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


def missed(path: Path, data: bytes) -> Unchecked:
    """A copy in which the last place of the name was forgotten, as by a reader that does not see it."""
    path.write_bytes(data)
    made = drafted(path, {"withhold": [{"term": NAME, "ground": "19(1)"}]}, safe_defaults=True)
    ((story, removals),) = made.draft.plan.removals.items()
    plan = replace(made.draft.plan, removals={story: removals[:-1]})
    return replace(made, draft=replace(made.draft, plan=plan, copy=write_copy(made.draft.source, plan)))


def twice() -> bytes:
    """The name in two places."""
    lines = (f"The field log was written by {NAME} in June.", f"Nobody asked {NAME} about it.")
    shown = [f"BT /F1 12 Tf 1 0 0 1 72 {650 - 40 * at} Tm ({line}) Tj ET" for at, line in enumerate(lines)]
    return plain("\n".join(shown).encode())


def test_the_page_becomes_a_picture(tmp_path: Path) -> None:
    made = missed(tmp_path / "twice.pdf", twice())
    assert folded(NAME) in folded(pdfium_text(made.draft.copy.data))
    draft, gate = proved(made.draft, made.decisions)
    assert gate.clean
    assert "raster_page:1:1" in draft.copy.losses
    assert draft.copy.pictured == ((1, "gate"),)
    assert folded(pdfium_text(draft.copy.data)) == folded("[s. 19(1)]")


def test_the_journal_says_which_pages(desk: way.Desk, tmp_path: Path) -> None:
    path = tmp_path / "columns.pdf"
    path.write_bytes(two_columns())
    review = open_review(desk.session, path, desk.author).id
    (place,) = way.places(desk.session, review, NAME)
    decide.decide_each(desk.session, review, [(place, way.WITHHOLD)], desk.author)
    decide.see_all(desk.session, review, desk.author)
    candidate = verify.prepare(desk.session, review, desk.author)
    (entry,) = (each for each in entries(desk.session, review=review) if each.action is Action.PREPARED)
    assert entry.details == verify.told(candidate)
    pictured = replace(candidate, pictured=((1, "gate"), (2, "vertical"), (5, "gate")))
    assert verify.told(pictured)["pages_pictured"] == "1, 5"


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


@pytest.mark.parametrize(
    ("hits", "pages"),
    [
        ([(HitKind.LEAK, "page:3")], {2}),
        ([(HitKind.LEAK, "page:3"), (HitKind.LEAK, "page:4:again")], {2, 3}),
        ([(HitKind.LEAK, "page:3"), (HitKind.LEAK, "page:4:pixels")], set()),
        ([(HitKind.LEAK, "page:5")], set()),
        ([(HitKind.LEAK, "page:6")], set()),
        ([(HitKind.LEAK, "page:3"), (HitKind.LEAK, "object:12")], set()),
        ([], set()),
    ],
)
def test_pictures_whose_words_are_refused_lose_them(hits: list[tuple[HitKind, str]], pages: set[int]) -> None:
    draft = draft_of(two_columns(), pictured=((2, "gate"), (3, "gate"), (4, "gate")), note_pages=1)
    plan = replace(draft.plan, pictured=frozenset({2, 3, 4}), mute=frozenset({4}))
    assert pages_to_silence(replace(draft, plan=plan), refused(*hits)) == pages


def test_a_refusal_numbers_pages_as_the_document_does() -> None:
    places = ("page:3:pixels", "page:3", "page:1", "pages:3")
    gate = refused(*((HitKind.LEAK, place) for place in places))
    with_note = in_the_source(draft_of(two_columns(), note_pages=1), gate)
    assert [hit.place for hit in with_note.hits] == ["page:2:pixels", "page:2", "reader_note", "pages:3"]
    assert in_the_source(draft_of(two_columns()), gate) == gate


def test_other_formats_are_not_tried_again() -> None:
    draft = draft_of(two_columns(), format=Format.DOCX)
    assert pages_at_fault(draft, refused((HitKind.LEAK, "page:1"))) == frozenset()
