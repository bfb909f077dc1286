# SPDX-License-Identifier: MIT
"""What a clipping path cuts away is hidden text: it is asked about, and it is not in the copy."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.model.document import Document, ProblemKind
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.registry import KEPT, KEPT_FR, SECRET, SECRET_FR
from tests.corpus.pdf.sheets import (
    add_page,
    form,
    helvetica,
    image_object,
    new_pdf,
    paragraph,
    picture,
    saved,
    text,
)
from tests.redaction.pdf.evidence import places_of
from tests.redaction.pdf.plans import plan_for, read

pytestmark = pytest.mark.usefixtures("without_tesseract")

AWAY = {
    "rectangle": b"q 72 700 100 40 re W n " + text(72, 600, SECRET) + b"Q ",
    "even-odd rule": b"q 72 700 100 40 re W* n " + text(72, 600, SECRET) + b"Q ",
    "triangle": b"q 72 700 m 172 700 l 100 740 l h W n " + text(72, 600, SECRET) + b"Q ",
    "two that do not meet": b"q 0 0 50 792 re W n 60 0 552 792 re W n " + text(72, 600, SECRET) + b"Q ",
    "a painted one": b"q 1 g 72 700 100 40 re W f 0 g " + text(72, 600, SECRET) + b"Q ",
    "turned": b"q 0 1 -1 0 0 0 cm 700 -172 40 100 re W n 0 -1 1 0 0 0 cm " + text(72, 600, SECRET) + b"Q ",
}
SHOWN = {
    "inside": b"q 60 590 400 30 re W n " + text(72, 600, SECRET) + b"Q ",
    "a bit off its top": b"q 60 590 400 17 re W n " + text(72, 600, SECRET) + b"Q ",
    "given back": b"q 72 700 100 40 re W n Q " + text(72, 600, SECRET),
    "no path to clip with": b"q W n " + text(72, 600, SECRET) + b"Q ",
    "an edge of another path": b"q 72 700 100 40 re n " + text(72, 600, SECRET) + b"Q ",
}


def page_of(content: bytes, **resources: object) -> bytes:
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT, top=750) + content, **resources)
    return saved(pdf)


def kinds(document: Document) -> list[str]:
    return [problem.kind for problem in document.problems]


@pytest.mark.parametrize("name", AWAY)
def test_what_is_cut_away_is_hidden_text_and_not_in_the_copy(name: str) -> None:
    source = read(page_of(AWAY[name]))
    assert source.document.story("page:1").text == KEPT
    assert source.document.story("hidden:p1").text == SECRET
    assert kinds(source.document) == [ProblemKind.HIDDEN_TEXT]
    copy = write_pdf(source, plan_for(source.document))
    assert places_of(SECRET, copy.data) == []
    assert places_of(KEPT, copy.data) != []


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_left_of_it_is_text(name: str) -> None:
    document = read(page_of(SHOWN[name])).document
    assert document.story("page:1").text.split("\n") == [KEPT, SECRET]
    assert document.problems == ()


@pytest.mark.parametrize(("kept", "secret"), [(KEPT, SECRET), (KEPT_FR, SECRET_FR)])
def test_nothing_of_a_form_is_shown_outside_its_box(kept: str, secret: str) -> None:
    pdf = new_pdf()
    fonts = Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())}))
    drawn = form(pdf, text(20, 20, kept) + text(20, 200, secret), fonts, box=(0, 0, 400, 100))
    add_page(pdf, b"q 1 0 0 1 50 500 cm /X1 Do Q", XObject=Dictionary({"/X1": drawn}))
    source = read(saved(pdf))
    assert (source.document.story("page:1").text, source.document.story("hidden:p1").text) == (kept, secret)
    assert places_of(secret, write_pdf(source, plan_for(source.document)).data) == []


def test_a_picture_cut_away_is_no_picture() -> None:
    pdf = new_pdf()
    image = image_object(pdf, picture("Quillfeather"))
    content = paragraph(KEPT) + b"q 0 0 50 50 re W n 300 0 0 100 100 300 cm /I1 Do Q"
    add_page(pdf, content, XObject=Dictionary({"/I1": image}))
    source = read(saved(pdf))
    assert source.document.problems == ()
    with pikepdf.open(io.BytesIO(write_pdf(source, plan_for(source.document)).data)) as copy:
        assert not [
            each
            for each in copy.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == Name.Image
        ]


def test_a_box_cut_away_covers_nothing() -> None:
    content = text(72, 600, SECRET) + b"q 0 0 50 50 re W n 0 g 60 590 200 30 re f Q"
    document = read(page_of(content)).document
    assert SECRET in document.story("page:1").text
    assert document.problems == ()


def test_the_ground_of_white_text_is_what_is_left_of_a_shading() -> None:
    pdf = new_pdf()
    blend = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 1]), C1=Array([0, 0, 0.5]), N=1)
    shade = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 612, 0]), Function=blend)
    content = (
        paragraph(KEPT)
        + b"q 60 590 200 30 re W n /S1 sh Q 1 g "
        + text(72, 600, SECRET)
        + text(72, 300, "Nowhere")
    )
    add_page(pdf, content, Shading=Dictionary({"/S1": shade}))
    document = read(saved(pdf)).document
    assert document.story("page:1").text.split("\n") == [KEPT, SECRET]
    assert document.story("hidden:p1").text == "Nowhere"
