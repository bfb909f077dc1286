# SPDX-License-Identifier: MIT
"""The structure tree of a copy: content of Forms and fields, ids and headers, classes, labels of pages."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer.model.document import Language
from reviewer.redaction.note import ReaderNote
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, form, helvetica, new_pdf, paragraph, saved, text
from tests.redaction.pdf.plans import plan_for, read

SECRET = "Quillfeather"
NOTE = ReaderNote(Language.EN, "To the reader", ("This is a draft.",))


def tagged(pdf: pikepdf.Pdf, *kids: Any, **more: Any) -> Any:
    """Put elements into the structure tree of a file."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, **more))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=Array([*kids])))
    tree["/K"] = document
    pdf.Root["/StructTreeRoot"], pdf.Root["/MarkInfo"] = tree, Dictionary(Marked=True)
    return document


def element(pdf: pikepdf.Pdf, kind: str, kids: Any, **more: Any) -> Any:
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), K=kids, **more))


def copy_of(pdf: pikepdf.Pdf, *secrets: str, note: ReaderNote | None = None, **answers: str) -> Any:
    source = read(saved(pdf))
    plan = plan_for(source.document, secrets, answers=answers, note=note)
    return pikepdf.open(io.BytesIO(write_pdf(source, plan).data))


def elements(node: Any) -> list[Any]:
    """All elements below a node, in reading order."""
    kids = node.get("/K")
    found = []
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and kid.get("/Type") == "/StructElem":
            found += [kid, *elements(kid)]
    return found


def in_form(*, drawn: int = 1) -> pikepdf.Pdf:
    """A heading and a paragraph whose marked contents stand in a Form."""
    pdf = new_pdf()
    content = b"/H1 <</MCID 0>> BDC " + text(72, 600, "On Quillfeather") + b"EMC /P <</MCID 1>> BDC "
    made = form(
        pdf, content + text(72, 560, "Kept words") + b"EMC", Dictionary(Font=Dictionary(F1=helvetica()))
    )
    made["/StructParents"] = 7
    page = add_page(pdf, paragraph("Before") + b"/Fm0 Do " * drawn, XObject=Dictionary({"/Fm0": made}))
    rows = [
        element(pdf, kind, Dictionary(Type=Name.MCR, Pg=page, Stm=made, MCID=mcid), ActualText=String(said))
        for mcid, (kind, said) in enumerate((("H1", "On someone"), ("P", "Kept words")))
    ]
    tagged(pdf, *rows)
    return pdf


@pytest.mark.parametrize("drawn", [1, 2])
def test_content_of_a_form_stays_tagged(drawn: int) -> None:
    with copy_of(in_form(drawn=drawn), SECRET) as pdf:
        heading, body = elements(pdf.Root.StructTreeRoot)[1:]
        assert (str(heading.S), str(body.S)) == ("/H1", "/P")
        reference = body.K[0]
        assert reference.Pg.objgen == pdf.pages[0].obj.objgen
        stream = reference.Stm
        assert f"<</MCID {int(reference.MCID)}>>".encode() in stream.read_bytes()
        numbers: list[Any] = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        row = numbers[numbers.index(stream.StructParents) + 1]
        assert row[int(reference.MCID)].objgen == body.objgen
        # What was said in the place of content that lost letters goes; what stands beside it stays.
        assert "/ActualText" not in heading
        assert str(body.ActualText) == "Kept words"
        others = [
            each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/StructParents" in each
        ]
        assert len(others) == 1


def test_a_form_inside_marked_content_counts_with_it() -> None:
    pdf = new_pdf()
    made = form(pdf, text(72, 600, "On Quillfeather"), Dictionary(Font=Dictionary(F1=helvetica())))
    page = add_page(pdf, b"/P <</MCID 0>> BDC /Fm0 Do EMC", XObject=Dictionary({"/Fm0": made}))
    tagged(pdf, element(pdf, "P", 0, Pg=page, ActualText=String("On someone")))
    with copy_of(pdf, SECRET) as copy:
        (_document, body) = elements(copy.Root.StructTreeRoot)
        assert "/ActualText" not in body


def test_ids_headers_and_classes() -> None:
    pdf = new_pdf()
    page = add_page(
        pdf,
        b"".join(b"/P <</MCID %d>> BDC " % at + text(72, 700 - 20 * at, "Cell") + b"EMC " for at in (0, 1)),
    )
    head = element(pdf, "TH", 0, Pg=page, ID=String(SECRET), C=Name("/Column"))
    cell = element(pdf, "TD", 1, Pg=page, A=Dictionary(O=Name.Table, Headers=Array([String(SECRET)])))
    rows = [element(pdf, "TR", Array([each])) for each in (head, cell)]
    tagged(
        pdf,
        element(pdf, "Table", Array(rows)),
        ClassMap=Dictionary({"/Column": Dictionary(O=Name.Table, Scope=Name.Column)}),
    )
    with copy_of(pdf, SECRET) as copy:
        head, cell = (each for each in elements(copy.Root.StructTreeRoot) if str(each.S) in {"/TH", "/TD"})
        assert str(head.A.Scope) == "/Column"
        assert str(head.ID) == str(cell.A.Headers[0]) == "id00001"
        leaf = copy.Root.StructTreeRoot.IDTree.Kids[0]
        assert (str(leaf.Names[0]), leaf.Names[1].objgen) == ("id00001", head.objgen)


def test_a_flattened_field_stays_tagged() -> None:
    pdf = new_pdf()
    page = add_page(pdf, b"/P <</MCID 0>> BDC " + text(72, 700, "Name of the site") + b"EMC")
    shown = form(
        pdf,
        b"BT /F1 12 Tf 2 4 Td (Gravel Wharf) Tj ET",
        Dictionary(Font=Dictionary(F1=helvetica())),
        (0, 0, 200, 20),
    )
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("site"), V=String("Gravel Wharf"),
            Rect=Array([72, 600, 272, 620]), AP=Dictionary(N=shown),
        )
    )  # fmt: skip
    page["/Annots"] = Array([field])
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([field]))
    entry = element(pdf, "Form", Dictionary(Type=Name.OBJR, Obj=field, Pg=page))
    tagged(pdf, element(pdf, "P", 0, Pg=page), entry)
    with copy_of(pdf, form="keep") as copy:
        value = elements(copy.Root.StructTreeRoot)[-1]
        assert str(value.S) == "/Form"
        content = copy.pages[0].Contents.read_bytes()
        assert f"/Form <</MCID {int(value.K[0].MCID)}>> BDC".encode() in content


def labels_of(pdf: Any) -> list[str]:
    buffer = io.BytesIO()
    pdf.save(buffer)
    opened = pypdfium2.PdfDocument(buffer.getvalue())
    found = [opened.get_page_label(index) for index in range(len(opened))]
    opened.close()
    return found


def test_pages_keep_their_numbers_after_a_note() -> None:
    pdf = new_pdf()
    for _page in range(3):
        add_page(pdf, paragraph("Words"))
    with copy_of(pdf, note=NOTE) as copy:
        assert labels_of(copy) == ["i", "1", "2", "3"]
    with copy_of(pdf) as copy:
        assert "/PageLabels" not in copy.Root
    pdf.Root["/PageLabels"] = Dictionary(
        Nums=Array(
            [
                0,
                Dictionary(S=Name.r, St=3),
                1,
                Dictionary(S=Name.D, P=String("Annex ")),
                9,
                Dictionary(S=Name.D),
            ]
        )
    )
    with copy_of(pdf, note=NOTE) as copy:
        assert labels_of(copy) == ["i", "iii", "Annex 1", "Annex 2"]
    pdf.Root.PageLabels.Nums[3]["/P"] = String("Quillfeather-")
    with copy_of(pdf, SECRET) as copy:
        assert labels_of(copy) == ["iii", "1", "2"]


def test_the_note_of_a_tagged_file_has_a_language() -> None:
    with copy_of(in_form(), SECRET, note=NOTE) as copy:
        heading, words = elements(copy.Root.StructTreeRoot)[1:3]
        assert [(str(each.S), str(each.Lang)) for each in (heading, words)] == [
            ("/H1", "en-CA"),
            ("/P", "en-CA"),
        ]
