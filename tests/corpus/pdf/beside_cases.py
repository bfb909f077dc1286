# SPDX-License-Identifier: MIT
"""Secrets beside the pages (notes, fields, bookmarks, files, tags), and text that nobody sees."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.pdf.registry import KEPT, SECRET, case, plain
from tests.corpus.pdf.sheets import (
    add_page,
    form,
    helvetica,
    new_pdf,
    paragraph,
    saved,
    text,
)


@case
def note_annotation() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(KEPT))
    drawn = form(
        pdf,
        text(2, 5, SECRET),
        Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())})),
        (0, 0, 200, 20),
    )
    page["/Annots"] = Array([pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([72, 500, 272, 520]), Contents=String("Ask Quillfeather"),
        RC=String("<p>Ask <b>Quillfeather</b></p>"), T=String("T. Quillfeather"), AP=Dictionary(N=drawn),
    ))])  # fmt: skip
    return saved(pdf), {}


@case
def link_address() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(KEPT, "See the site."))
    page["/Annots"] = Array([pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 700, 200, 715]),
        A=Dictionary(S=Name.URI, URI=String(f"https://example.org/{each}")),
    )) for each in ("quillfeather", "marsh")])  # fmt: skip
    return saved(pdf), {"losses": ("link:1",)}


@case
def form_fields() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(KEPT))
    fonts = Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())}))
    fields = []
    for number, value in enumerate((SECRET, "Northern region")):
        drawn = form(pdf, b"/Tx BMC " + text(2, 5, value) + b" EMC", fonts, (0, 0, 200, 20))
        fields.append(pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(f"field{number}"), V=String(value),
            TU=String(f"The name of {value}"), Rect=Array([72, 500 - 40 * number, 272, 520 - 40 * number]),
            AP=Dictionary(N=drawn),
        )))  # fmt: skip
    chosen = pdf.make_indirect(
        Dictionary(FT=Name.Ch, T=String("choice"), Opt=Array([String(SECRET), String("Nobody")]))
    )
    page["/Annots"] = Array(fields)
    pdf.Root["/AcroForm"] = pdf.make_indirect(Dictionary(Fields=Array([*fields, chosen])))
    return saved(pdf), {"kept": (KEPT, "Northern region")}


@case
def bookmarks() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT))
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Interview with Quillfeather", 0))
        outline.root.append(pikepdf.OutlineItem("Method", 0))
    return saved(pdf), {}


@case
def destinations_and_labels() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(KEPT))
    pdf.Root["/Names"] = Dictionary(
        Dests=Dictionary(Names=Array([String("quillfeather-lot"), Array([page, Name.Fit])]))
    )
    pdf.Root["/PageLabels"] = Dictionary(Nums=Array([0, Dictionary(P=String("Quillfeather-"), S=Name.D)]))
    return saved(pdf), {}


@case
def attached_files() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(KEPT))
    pdf.attachments["quillfeather.txt"] = f"Statement of {SECRET}".encode()
    nested = new_pdf()
    add_page(nested, paragraph("Statement of Quillfeather"))
    inner = pdf.make_indirect(Stream(pdf, saved(nested), Dictionary(Type=Name.EmbeddedFile)))
    page["/AF"] = Array(
        [
            pdf.make_indirect(
                Dictionary(Type=Name.Filespec, UF=String("Quillfeather.pdf"), EF=Dictionary(F=inner))
            )
        ]
    )
    return saved(pdf), {}


@case
def properties() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT))
    pdf.docinfo["/Author"] = String("Theodora Quillfeather")
    pdf.docinfo["/Quillfeather"] = String("yes")
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = ["Theodora Quillfeather"]
    pdf.Root["/PieceInfo"] = Dictionary(
        Editor=Dictionary(Private=String(SECRET), LastModified=String("D:20260101"))
    )
    return saved(pdf), {}


@case
def inline_actual_text() -> tuple[bytes, dict[str, Any]]:
    content = (
        b"/Span <</ActualText (Quillfeather) /Alt (Quillfeather)>> BDC " + text(72, 600, "the owner") + b"EMC"
    )
    return plain(content), {"kept": (KEPT, "the owner")}


def _tagged() -> tuple[pikepdf.Pdf, Any, Any]:
    pdf = new_pdf()
    content = (
        b"/P <</MCID 0>> BDC " + text(72, 720, KEPT) + b"EMC\n"
        b"/P <</MCID 1>> BDC " + text(72, 700, "Call Quillfeather today") + b"EMC\n"
        b"/Artifact BMC " + text(72, 30, "Page 1") + b"EMC\n"
    )  # fmt: skip
    page = add_page(pdf, content)
    page["/StructParents"] = 0
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    return pdf, page, tree


@case
def tagged_export() -> tuple[bytes, dict[str, Any]]:
    pdf, page, tree = _tagged()
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
    kids = [
        pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(role), P=document, Pg=page, K=number, **more)
        )
        for number, (role, more) in enumerate(
            (
                ("/HeadingQuillfeather", {"T": String("About Quillfeather")}),
                (
                    "/P",
                    {
                        "ActualText": String("Call Quillfeather today"),
                        "E": String(SECRET),
                        "ID": String(SECRET),
                    },
                ),
            )
        )
    ]
    figure = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem, S=Name.Figure, P=document, Pg=page, Alt=String("Portrait of Quillfeather")
        )
    )
    document["/K"] = Array([*kids, figure])
    tree["/K"] = document
    tree["/RoleMap"] = Dictionary({"/HeadingQuillfeather": Name.H1})
    tree["/ParentTree"] = Dictionary(Nums=Array([0, Array(kids)]))
    pdf.Root["/StructTreeRoot"], pdf.Root["/MarkInfo"] = tree, Dictionary(Marked=True)
    return saved(pdf), {"kept": (KEPT, "today")}


@case
def hidden_layer() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes of Quillfeather")))
    content = paragraph(KEPT) + b"/OC /L1 BDC " + text(72, 500, "Seen by Quillfeather") + b"EMC"
    add_page(pdf, content, Properties=Dictionary({"/L1": layer}))
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    return saved(pdf), {}


@case
def earlier_revision() -> tuple[bytes, dict[str, Any]]:
    first = plain(paragraph("Written by Quillfeather", top=600))
    with pikepdf.open(io.BytesIO(first)) as pdf:
        size, start = int(pdf.trailer.Size), first.rfind(b"startxref")
        contents, root = pdf.pages[0].obj.Contents.objgen[0], pdf.Root.objgen[0]
    previous = int(first[start + 9 :].split()[0])
    body = paragraph(KEPT, "Written by somebody")
    at = len(first)
    update = f"{contents} 0 obj\n<</Length {len(body)}>>\nstream\n".encode() + body + b"\nendstream\nendobj\n"
    table = f"xref\n{contents} 1\n{at:010d} 00000 n \ntrailer\n<</Size {size} /Root {root} 0 R /Prev {previous}>>\n"
    end = f"startxref\n{at + len(update)}\n%%EOF\n"
    return first + update + table.encode() + end.encode(), {"kept": (KEPT, "Written by somebody")}


@case
def white_text() -> tuple[bytes, dict[str, Any]]:
    return plain(b"1 g " + text(72, 600, "Called Quillfeather") + b"0 g"), {
        "secrets": ("Called Quillfeather",)
    }


@case
def invisible_text() -> tuple[bytes, dict[str, Any]]:
    return plain(text(72, 600, "Called Quillfeather", before="3 Tr")), {"secrets": ("Called Quillfeather",)}


@case
def off_the_page() -> tuple[bytes, dict[str, Any]]:
    return plain(text(-400, 600, SECRET) + text(72, 3000, SECRET)), {}


@case
def outside_the_crop_box() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(KEPT, top=500) + text(72, 760, SECRET))
    page["/CropBox"] = Array([0, 0, 612, 700])
    return saved(pdf), {}


@case
def tiny_text() -> tuple[bytes, dict[str, Any]]:
    return plain(text(72, 600, SECRET, size=0.4)), {}
