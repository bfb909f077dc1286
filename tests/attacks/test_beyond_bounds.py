# SPDX-License-Identifier: MIT
"""What lies beyond a bound is asked about, never believed: pages after so many looks, pages after a hundred."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from reviewer.documents.pdf import trust
from reviewer.model.document import Choice
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, composite, helvetica, new_pdf, saved, text
from tests.documents.pdf.test_trust import LIES, drawn, program, widths
from tests.redaction.pdf.evidence import pdfium_text
from tests.redaction.pdf.plans import plan_for, read

SHOWN = {
    "en": ("Call 613 555 0142 about the file 046 454 286", "and it is to be read by people of the office"),
    "fr": ("On joint le 613 555 0142 pour le dossier 046 454 286", "et il est lu par les gens du bureau"),
}


def each_its_own_font(which: str, pages: int, *, lies: dict[str, str]) -> bytes:
    """Pages that show the same, each in a font of its own that says other signs."""
    pdf = new_pdf()
    data, numbers = program()
    said = {number: lies.get(letter, letter) for letter, number in numbers.items()}
    content = b"".join(drawn(line, numbers, 72, 700 - 24 * at) for at, line in enumerate(SHOWN[which]))
    for _page in range(pages):
        font = composite(pdf, said=said, program=data)
        widths(font, data)
        add_page(pdf, content, Font=Dictionary({"/F2": font}))
    return saved(pdf)


@pytest.mark.parametrize(
    ("which", "lies"), [("en", LIES), ("fr", dict(zip("0123456789", "1234567890", strict=True)))]
)
def test_a_file_that_lied_is_not_believed_once_it_was_looked_at_often(
    which: str, lies: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trust, "MOST_LOOKS", 1)
    monkeypatch.setattr(trust, "MOST_READ", 1)
    document = read(each_its_own_font(which, 3, lies=lies)).document
    assert [each.id for each in document.problems] == [
        "untrusted_text:1", "untrusted_text:2", "unreadable_page:3",
    ]  # fmt: skip
    assert {each.safe for each in document.problems} == {Choice.STOP}
    assert all("046 454 286" in document.story(f"page:{number}").text for number in (1, 2))


def filled_in(pages: int) -> bytes:
    """A field on each page, whose value the viewer draws."""
    pdf, fields = new_pdf(), []
    for number in range(pages):
        page = add_page(pdf, text(72, 700, f"Form number {number}"))
        values = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(f"f{number}"))
        values["/V"] = String("Quillfeather" if number % 50 == 0 else f"Kept value {number}")
        values["/Rect"], values["/DA"] = Array([72, 500, 300, 520]), String("/Helv 11 Tf 0 g")
        fields.append(pdf.make_indirect(values))
        page["/Annots"] = Array([fields[-1]])
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array(fields), NeedAppearances=True)
    return saved(pdf)


def test_values_are_drawn_on_more_than_a_hundred_pages(without_tesseract: None) -> None:
    source = read(filled_in(101))
    copy = write_pdf(source, plan_for(source.document, ("Quillfeather",)))
    said = pdfium_text(copy.data)
    assert said.count("Kept value") == 98
    assert "Quillfeather" not in said


def test_elements_without_an_id_do_not_take_each_others_text(without_tesseract: None) -> None:
    pdf = new_pdf()
    page = add_page(
        pdf,
        b"/Figure <</MCID 0>> BDC "
        + text(72, 700, "Survey of the marsh")
        + b" EMC /Figure <</MCID 1>> BDC "
        + text(72, 680, "Read by the people of the office")
        + b" EMC",
    )
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    said = ("A heron seen by Quillfeather at dawn", "A heron over the marsh, far from all")
    kids = [
        Dictionary(Type=Name.StructElem, S=Name.Figure, Pg=page, K=at, Alt=String(each))
        for at, each in enumerate(said)
    ]
    tree["/K"] = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=Array(kids)))
    pdf.Root["/StructTreeRoot"], pdf.Root["/MarkInfo"] = tree, Dictionary(Marked=True)
    source = read(saved(pdf))
    made = write_pdf(source, plan_for(source.document, ("Quillfeather",)))
    with pikepdf.open(io.BytesIO(made.data)) as copy:
        alt = [
            str(each.Alt) for each in copy.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert alt == ["A heron seen by [s. 19(1)] at dawn", said[1]]


@pytest.mark.filterwarnings("ignore:This document has 3 form widget")
def test_fields_without_an_id_do_not_take_each_others_decision(without_tesseract: None) -> None:
    pdf, fields = new_pdf(), []
    page = add_page(pdf, text(72, 700, "A form that was filled in"))
    for at, value in enumerate(("Kept value first", "Quillfeather", "Kept value last")):
        drawn = pdf.make_indirect(Stream(pdf, text(2, 4, value)))
        drawn.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 228, 20]),
            Resources=Dictionary(Font=Dictionary(F1=helvetica())),
        )  # fmt: skip
        values = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(f"f{at}"), F=4)
        values["/V"], values["/AP"] = String(value), Dictionary(N=drawn)
        values["/Rect"] = Array([72, 500 - 40 * at, 300, 520 - 40 * at])
        fields.append(values)
    page["/Annots"], pdf.Root["/AcroForm"] = Array(fields), Dictionary(Fields=Array(fields))
    source = read(saved(pdf))
    copy = write_pdf(source, plan_for(source.document, ("Quillfeather",)))
    said = pdfium_text(copy.data)
    assert "Kept value first" in said
    assert "Kept value last" in said
    assert "Quillfeather" not in said
    assert "field:1" in copy.losses
