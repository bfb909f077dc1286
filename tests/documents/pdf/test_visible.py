# SPDX-License-Identifier: MIT
"""What a reader sees stays visible text: odd boxes of drawn fonts, masks, layers by expression, fields out of view."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer.documents.pdf.reader import read_pdf
from reviewer.model.document import Document, StoryKind
from tests.corpus.pdf.sheets import add_page, form, helvetica, new_pdf, saved, text


def read(pdf: pikepdf.Pdf) -> Document:
    return read_pdf(saved(pdf), path=Path("x.pdf")).document


def page_text(document: Document) -> str:
    return document.story("page:1").text


def drawn_font(pdf: pikepdf.Pdf, box: list[float], *, says: bool = True) -> Any:
    """A Type 3 font of the letters A and B, 600 wide and 700 high in thousandths."""
    metrics = b"600 0 0 0 600 700 d1" if says else b"600 0 d0"
    procedures = Dictionary({f"/{each}": pdf.make_stream(metrics + b" 0 0 500 700 re f") for each in "AB"})
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array(box), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=procedures, Encoding=Dictionary(Differences=Array([65, Name("/A"), Name("/B")])),
            FirstChar=65, LastChar=66, Widths=Array([600, 600]), Resources=Dictionary(),
        )
    )  # fmt: skip


@pytest.mark.parametrize("says", [True, False])
@pytest.mark.parametrize("box", [[0, 0, 0, 0], [0, 0, 1, 1], [0, 0, 600, 700], [0, -9000, 9000, 9000]])
def test_letters_of_a_drawn_font_are_seen_whatever_its_box_says(box: list[float], says: bool) -> None:
    pdf = new_pdf()
    add_page(pdf, text(20, 740, "ABBA")).Resources.Font.F1 = drawn_font(pdf, box, says=says)
    assert page_text(read(pdf)) == "ABBA"


def test_the_shape_of_a_mask_covers_nothing() -> None:
    pdf = new_pdf()
    shape = form(pdf, b"1 g 60 690 200 30 re f", Dictionary())
    shape.BBox = Array([0, 0, 612, 792])
    shape.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceGray)
    states = {
        "/B": Dictionary(Type=Name.ExtGState, BM=Name.Multiply),
        "/M": Dictionary(Type=Name.ExtGState, SMask=Dictionary(S=Name.Alpha, G=shape)),
    }
    content = text(72, 700, "Odile stays") + b"q /B gs /M gs 0 0 1 rg 60 690 200 30 re f Q"
    add_page(pdf, content, ExtGState=Dictionary(states))
    assert page_text(read(pdf)) == "Odile stays"


def test_a_masked_area_covers_nothing() -> None:
    pdf = new_pdf()
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceGray)
    shape = form(pdf, b"0 g 0 0 10 10 re f", Dictionary())
    shape.Group = group
    mask = Dictionary(Type=Name.ExtGState, SMask=Dictionary(S=Name.Luminosity, G=shape))
    add_page(
        pdf,
        text(72, 700, "Odile stays") + b"q /M gs 0 g 60 690 200 30 re f Q",
        ExtGState=Dictionary({"/M": mask}),
    )
    assert page_text(read(pdf)) == "Odile stays"
    pdf = new_pdf()
    mask = Dictionary(Type=Name.ExtGState, SMask=Name("/None"))
    add_page(
        pdf,
        text(72, 700, "Odile stays") + b"q /M gs 0 g 60 690 200 30 re f Q",
        ExtGState=Dictionary({"/M": mask}),
    )
    assert page_text(read(pdf)) == ""


def layered(expression: Any, policy: str | None = None) -> str:
    """What is seen of a text in a membership dictionary over two layers, of which the second is off."""
    pdf = new_pdf()
    shown, off = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(each))) for each in ("one", "two"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([shown, off]), D=Dictionary(OFF=Array([off])))
    member = Dictionary(Type=Name.OCMD)
    if policy is not None:
        member.OCGs, member.P = Array([shown, off]), Name(policy)
    else:
        names = {"one": shown, "two": off}
        member.VE = expression(names) if callable(expression) else expression
    content = b"/OC /P0 BDC " + text(72, 700, "Odile") + b" EMC"
    add_page(pdf, content, Properties=Dictionary({"/P0": pdf.make_indirect(member)}))
    return page_text(read(pdf))


@pytest.mark.parametrize(
    ("policy", "seen"), [("/AnyOn", True), ("/AllOn", False), ("/AnyOff", True), ("/AllOff", False)]
)
def test_policies_of_layers(policy: str, seen: bool) -> None:
    assert bool(layered(None, policy)) is seen


@pytest.mark.parametrize(
    ("expression", "seen"),
    [
        (lambda layer: Array([Name.And, layer["one"], layer["two"]]), False),
        (lambda layer: Array([Name.Or, layer["one"], layer["two"]]), True),
        (lambda layer: Array([Name.Not, layer["two"]]), True),
        (lambda layer: Array([Name.And, layer["one"], Array([Name.Not, layer["two"]])]), True),
        (lambda layer: Array([Name.Not, layer["one"], layer["two"]]), False),
        (lambda layer: Array([Name.Maybe, layer["one"]]), False),
        (lambda layer: Array([]), False),
        (lambda layer: layer["two"], False),
    ],
)
def test_visibility_expressions(expression: Any, seen: bool) -> None:
    assert bool(layered(expression)) is seen


@pytest.mark.parametrize(("flags", "seen"), [(4, True), (2, False), (32, False)])
def test_a_field_out_of_view_is_not_drawn(flags: int, seen: bool) -> None:
    pdf = new_pdf()
    page = add_page(pdf, text(72, 700, "Shown."))
    look = form(
        pdf,
        text(2, 4, "Odile"),
        Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())})),
        (0, 0, 90, 20),
    )
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String("Odile"), F=flags,
            Rect=Array([72, 600, 162, 620]), AP=Dictionary(N=look),
        )
    )  # fmt: skip
    page.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    document = read(pdf)
    assert ("Odile" in page_text(document)) is seen
    assert any("Odile" in each.text for each in document.stories if each.kind is StoryKind.FORM_FIELD)
