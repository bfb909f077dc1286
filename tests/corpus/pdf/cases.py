# SPDX-License-Identifier: MIT
"""Adversarial PDF files, made when they are needed: each hides a secret on another surface, in English or French.

Origin: written for this project. Purpose: whatever the surface, what is withheld is in no byte of the copy. Names are
invented; numbers are reserved ones.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pdfminer.fontmetrics import FONT_METRICS
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.pdf.sheets import (
    LETTERS,
    add_page,
    composite,
    form,
    helvetica,
    image_object,
    new_pdf,
    paragraph,
    picture,
    saved,
    simple_cff,
    simple_truetype,
    text,
    truetype,
)

SECRET = "Quillfeather"
SECRET_FR = "Brûlépine"
SIN = "046 454 286"
KEPT = "Wetland survey of the northern marsh"
KEPT_FR = "Relevé des milieux humides du marais"


@dataclass(frozen=True)
class Case:
    """One file: what is withheld, what must stay readable, the answers to its questions."""

    name: str
    data: bytes
    secrets: tuple[str, ...] = (SECRET,)
    kept: tuple[str, ...] = (KEPT,)
    answers: Mapping[str, str] = field(default_factory=dict)
    refused: bool = False
    losses: tuple[str, ...] = ()
    in_pixels: bool = False


MAKERS: dict[str, Callable[[], Case]] = {}


def case(maker: Callable[[], tuple[bytes, dict[str, Any]]]) -> Callable[[], Case]:
    """Register a maker under its name."""

    def make() -> Case:
        data, facts = maker()
        return Case(maker.__name__, data, **facts)

    MAKERS[maker.__name__] = make
    return make


def _plain(content: bytes, **resources: Any) -> bytes:
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT, top=750) + content, **resources)
    return saved(pdf)


@case
def plain_tj() -> tuple[bytes, dict[str, Any]]:
    return _plain(paragraph("Interview with Theodora Quillfeather about", "the culvert on her lot.")), {}


@case
def plain_french() -> tuple[bytes, dict[str, Any]]:
    lines = ("Entretien avec Aurélie Brûlépine au sujet", f"du ponceau; son NAS est le {SIN}.")
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT_FR, *lines))
    return saved(pdf), {"secrets": (SECRET_FR, SIN), "kept": (KEPT_FR, "du ponceau")}


@case
def kerned_pieces() -> tuple[bytes, dict[str, Any]]:
    return _plain(b"BT /F1 12 Tf 72 700 Td [(Call Qu) -20 (ill) 35 (fea) -12 (ther) -300 (today)] TJ ET"), {}


@case
def hex_and_octal() -> tuple[bytes, dict[str, Any]]:
    return _plain(
        b"BT /F1 12 Tf 72 700 Td <43616C6C20517569> Tj (ll\\146\\145athe) Tj (r) Tj ( today) Tj ET"
    ), {}


@case
def shuffled_glyphs() -> tuple[bytes, dict[str, Any]]:
    line = "Call Quillfeather today"
    places = [
        72 + sum(FONT_METRICS["Helvetica"][1][each] for each in line[:at]) * 0.012 for at in range(len(line))
    ]
    order = sorted(range(len(line)), key=lambda number: (number * 7) % len(line))
    content = b"".join(text(round(places[at], 3), 700, line[at], size=12) for at in order if line[at] != " ")
    return _plain(content), {}


@case
def hyphenated() -> tuple[bytes, dict[str, Any]]:
    return _plain(paragraph("The owner, known to all as Theodora Quill-", "feather, was at the gate.")), {}


@case
def name_over_two_lines() -> tuple[bytes, dict[str, Any]]:
    lines = paragraph("The gate was opened for us by Mrs Theodora", "Quillfeather at six in the morning.")
    return _plain(lines), {"secrets": ("Theodora Quillfeather",), "kept": (KEPT, "at six in the morning")}


@case
def ligature_subset() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    letters = "Quil\ufb01nber today"
    font = simple_truetype(pdf, letters)
    shown = bytes(letters.index(each) + 1 for each in "today Quil\ufb01nber")
    content = paragraph(KEPT) + b"BT /F2 12 Tf 72 600 Td <" + shown.hex().encode() + b"> Tj ET"
    add_page(pdf, content, Font=Dictionary({"/F2": font}))
    return saved(pdf), {"secrets": ("Quilfinber",), "kept": (KEPT, "today")}


@case
def truetype_codes() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    line = "Call Quillfeather today"
    letters = "".join(dict.fromkeys(line))
    shown = bytes(letters.index(each) + 1 for each in line)
    content = paragraph(KEPT) + b"BT /F2 12 Tf 72 600 Td <" + shown.hex().encode() + b"> Tj ET"
    add_page(pdf, content, Font=Dictionary({"/F2": simple_truetype(pdf, letters)}))
    return saved(pdf), {"kept": (KEPT, "today")}


def _composite_page(
    said: dict[int, str] | None, *, honest: bool = True, encoding: str = "/Identity-H"
) -> bytes:
    pdf = new_pdf()
    font = composite(pdf, said=said, program=truetype(honest=honest), encoding=encoding)
    shown = b"".join((LETTERS.index(each) + 1).to_bytes(2, "big") for each in "Call Quillfeather today")
    content = paragraph(KEPT) + b"BT /F2 12 Tf 72 600 Td <" + shown.hex().encode() + b"> Tj ET"
    add_page(pdf, content, Font=Dictionary({"/F2": font}))
    return saved(pdf)


@case
def composite_with_unicode() -> tuple[bytes, dict[str, Any]]:
    said = {number + 1: letter for number, letter in enumerate(LETTERS)}
    return _composite_page(said), {"kept": (KEPT, "today")}


@case
def composite_by_program() -> tuple[bytes, dict[str, Any]]:
    return _composite_page(None), {"kept": (KEPT, "today")}


@case
def composite_unknown() -> tuple[bytes, dict[str, Any]]:
    return _composite_page(None, honest=False), {"refused": True}


@case
def composite_false_unicode() -> tuple[bytes, dict[str, Any]]:
    said = {number + 1: LETTERS[(number + 5) % 52] for number in range(52)}
    return _composite_page(said), {"refused": True}


@case
def vertical_writing() -> tuple[bytes, dict[str, Any]]:
    said = {number + 1: letter for number, letter in enumerate(LETTERS)}
    return _composite_page(said, encoding="/Identity-V"), {"kept": (), "losses": ("raster_page:1:1",)}


@case
def form_on_two_pages() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    shared = form(
        pdf,
        text(72, 40, "Prepared for Theodora Quillfeather"),
        Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())})),
    )
    for _number in range(2):
        add_page(pdf, paragraph(KEPT) + b"/X1 Do", XObject=Dictionary({"/X1": shared}))
    return saved(pdf), {"kept": (KEPT, "Prepared for")}


@case
def form_in_form() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    fonts = Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())}))
    inner = form(pdf, text(10, 40, "Signed: Quillfeather"), fonts)
    outer = form(pdf, b"q 1 0 0 1 20 0 cm /X2 Do Q", Dictionary(XObject=Dictionary({"/X2": inner})))
    add_page(pdf, paragraph(KEPT) + b"/X1 Do", XObject=Dictionary({"/X1": outer}))
    return saved(pdf), {"kept": (KEPT, "Signed")}


@case
def form_a_word() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    fonts = Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())}))
    words, x, content = Dictionary(), 72.0, paragraph(KEPT)
    for number, word in enumerate(("Call", SECRET, "today")):
        words[f"/X{number}"] = form(pdf, text(0, 0, word), fonts, (0, -5, 300, 20))
        content += f"q 1 0 0 1 {x:.2f} 600 cm /X{number} Do Q\n".encode()
        x += sum(FONT_METRICS["Helvetica"][1][each] for each in word + " ") * 0.012
    words["/I1"] = image_object(pdf, picture(SECRET))
    add_page(pdf, content + b"q 300 0 0 100 72 400 cm /I1 Do Q", XObject=words)
    return saved(pdf), {"kept": (), "losses": ("raster_page:1:1", "image:1")}


@case
def nested_too_deeply() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    inner = form(
        pdf, text(10, 40, SECRET), Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())}))
    )
    for _level in range(15):
        inner = form(pdf, b"/X1 Do", Dictionary(XObject=Dictionary({"/X1": inner})))
    add_page(pdf, paragraph(KEPT) + b"/X1 Do", XObject=Dictionary({"/X1": inner}))
    return saved(pdf), {"refused": True}


@case
def turned_30() -> tuple[bytes, dict[str, Any]]:
    return _plain(b"BT /F1 14 Tf 0.866 0.5 -0.5 0.866 150 300 Tm (Draft for Quillfeather only) Tj ET"), {
        "kept": (KEPT,)
    }


@case
def turned_90() -> tuple[bytes, dict[str, Any]]:
    return _plain(b"BT /F1 14 Tf 0 1 -1 0 60 200 Tm (Draft for Quillfeather only) Tj ET"), {}


@case
def rotated_page() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT, "Call Quillfeather today"))["/Rotate"] = 90
    return saved(pdf), {"kept": (KEPT, "today")}


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
    return _plain(content), {"kept": (KEPT, "the owner")}


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
    first = _plain(paragraph("Written by Quillfeather", top=600))
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
    return _plain(b"1 g " + text(72, 600, "Called Quillfeather") + b"0 g"), {
        "secrets": ("Called Quillfeather",)
    }


@case
def invisible_text() -> tuple[bytes, dict[str, Any]]:
    return _plain(text(72, 600, "Called Quillfeather", before="3 Tr")), {"secrets": ("Called Quillfeather",)}


@case
def off_the_page() -> tuple[bytes, dict[str, Any]]:
    return _plain(text(-400, 600, SECRET) + text(72, 3000, SECRET)), {}


@case
def outside_the_crop_box() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(KEPT, top=500) + text(72, 760, SECRET))
    page["/CropBox"] = Array([0, 0, 612, 700])
    return saved(pdf), {}


@case
def tiny_text() -> tuple[bytes, dict[str, Any]]:
    return _plain(text(72, 600, SECRET, size=0.4)), {}


@case
def scan_with_text_layer() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    image = image_object(pdf, picture("Call Quillfeather today", (1200, 1600)))
    content = b"q 612 0 0 792 0 0 cm /I1 Do Q\n" + text(
        20, 520, "Call Quillfeather today", size=20, before="3 Tr"
    )
    add_page(pdf, content, XObject=Dictionary({"/I1": image}))
    return saved(pdf), {"kept": ("today",), "answers": {"image:p1:1": "keep"}}


@case
def scan_without_text() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    image = image_object(pdf, picture("Call Quillfeather today", (1200, 1600)))
    add_page(pdf, b"q 612 0 0 792 0 0 cm /I1 Do Q", XObject=Dictionary({"/I1": image}))
    return saved(pdf), {"refused": True}


@case
def shared_image() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    image = image_object(pdf, picture("Quillfeather"))
    image["/Quillfeather"] = String(SECRET)
    for _number in range(2):
        add_page(
            pdf, paragraph(KEPT) + b"q 200 0 0 60 72 400 cm /I1 Do Q", XObject=Dictionary({"/I1": image})
        )
    return saved(pdf), {"losses": ("image:2",)}


@case
def inline_image() -> tuple[bytes, dict[str, Any]]:
    data = zlib.compress(picture(SECRET, (200, 60)).tobytes())
    head = b"q 200 0 0 60 72 400 cm BI /W 200 /H 60 /BPC 8 /CS /RGB /F /Fl ID "
    return _plain(head + data + b"\nEI Q"), {"losses": ("image:1",), "in_pixels": True}


@case
def type3_font() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    letters = "".join(dict.fromkeys("Quillfeather today"))
    names = [Name(f"/{each}") if each != " " else Name.space for each in letters]
    procedures = Dictionary({
        str(name): pdf.make_indirect(Stream(pdf, f"500 0 0 0 450 600 d1 50 0 {300 + number} 600 re f % Quillfeather".encode()))
        for number, name in enumerate(names)
    })  # fmt: skip
    font = pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 700]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        FirstChar=1, LastChar=len(letters), Widths=Array([500] * len(letters)), CharProcs=procedures,
        Encoding=Dictionary(Differences=Array([1, *names])), Resources=Dictionary(),
    ))  # fmt: skip
    shown = bytes(letters.index(each) + 1 for each in "Quillfeather today")
    add_page(
        pdf,
        paragraph(KEPT) + b"BT /T3 12 Tf 72 600 Td <" + shown.hex().encode() + b"> Tj ET",
        Font=Dictionary({"/T3": font}),
    )
    return saved(pdf), {"kept": (KEPT, "today")}


@case
def outlines_only() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    curves = b"".join(
        f"{72 + 8 * at} 600 m {74 + 8 * at} 620 {76 + 8 * at} 590 {78 + 8 * at} 600 c f\n".encode()
        for at in range(60)
    )
    add_page(pdf, curves)
    return saved(pdf), {"refused": True}


@case
def scripts() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(KEPT))
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert('Quillfeather')"))
    pdf.Root["/OpenAction"] = action
    pdf.Root["/Names"] = Dictionary(JavaScript=Dictionary(Names=Array([String(SECRET), action])))
    page["/AA"] = Dictionary(O=action)
    return saved(pdf), {}


@case
def tiling_pattern() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    pattern = pdf.make_indirect(Stream(pdf, text(5, 5, SECRET), Dictionary(
        PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 100, 30]), XStep=100, YStep=30,
        Resources=Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())})),
    )))  # fmt: skip
    content = paragraph(KEPT) + b"/Pattern cs /P1 scn 72 300 400 100 re f"
    add_page(pdf, content, Pattern=Dictionary({"/P1": pattern}))
    return saved(pdf), {"losses": ("pattern:1",)}


@case
def covered_text() -> tuple[bytes, dict[str, Any]]:
    return _plain(text(72, 600, "Called Quillfeather") + b"0 g 70 595 200 16 re f"), {
        "secrets": ("Called Quillfeather",)
    }


@case
def quote_operators() -> tuple[bytes, dict[str, Any]]:
    content = (
        b"BT /F1 12 Tf 14 TL 72 650 Td 90 Tz 2 Ts 0.5 Tc 3 Tw (First line) Tj (Call Quillfeather today) ' "
        b'4 1 (Then Quillfeather again) " 0 Ts 100 Tz T* (Last line) Tj ET'
    )
    return _plain(content), {"kept": (KEPT, "First line", "Last line", "again")}


@case
def orphans_and_trailing_bytes() -> tuple[bytes, dict[str, Any]]:
    data = _plain(b"")
    orphan = b"\n999 0 obj\n(Quillfeather)\nendobj\n"
    return data.replace(b"\n1 0 obj", orphan + b"1 0 obj", 1) + b"\n% Quillfeather\n", {}


@case
def soft_mask() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    group = form(
        pdf,
        b"1 g " + text(72, 400, SECRET, size=40),
        Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())})),
    )
    group["/Group"] = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    state = Dictionary(Type=Name.ExtGState, SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=group))
    content = paragraph(KEPT) + b"q /G1 gs 0 g 72 380 400 60 re f Q"
    add_page(pdf, content, ExtGState=Dictionary({"/G1": state}))
    return saved(pdf), {}


@case
def encrypted_for_everybody() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT, "Call Quillfeather today"))
    options = {
        "object_stream_mode": pikepdf.ObjectStreamMode.generate,
        "encryption": pikepdf.Encryption(owner="owner", user=""),
    }
    return saved(pdf, **options), {"kept": (KEPT, "today")}


@case
def false_bold() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    encoding = Dictionary(
        Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array([1, Name.Q, 2, Name.u])
    )
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=encoding)
    )
    twice = b"".join(
        f"BT /F2 12 Tf {72 + shift} 600 Td (Call \\001\\002illfeather today) Tj ET\n".encode()
        for shift in (0, 0.3, 0.6)
    )
    add_page(pdf, paragraph(KEPT) + twice, Font=Dictionary({"/F2": font}))
    return saved(pdf), {"kept": (KEPT, "today")}


@case
def thumbnail() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(KEPT, "Call Quillfeather today"))
    thumb = image_object(pdf, picture(SECRET, (100, 40)))
    thumb["/Title"] = String(SECRET)
    page["/Thumb"] = thumb
    return saved(pdf), {"kept": (KEPT, "today")}


@case
def tight_leading() -> tuple[bytes, dict[str, Any]]:
    lines = (
        "Wetland pools were dry by July",
        "Call Quillfeather today please",
        "Sedges grow along the ditches",
    )
    return _plain(paragraph(*lines, top=600, leading=9.5)), {
        "kept": (KEPT, lines[0], lines[2], "today please")
    }


@case
def names_of_resources() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    state = Dictionary(Type=Name.ExtGState, ca=1, Quillfeather=String(SECRET))
    font = pdf.make_indirect(helvetica("/Quillfeather"))
    content = (
        b"% Quillfeather\n/Quillfeather gs " + paragraph(KEPT) + text(72, 600, "Owner", font="/Quillfeather")
    )
    add_page(
        pdf, content, Font=Dictionary({"/Quillfeather": font}), ExtGState=Dictionary({"/Quillfeather": state})
    )
    return saved(pdf), {"kept": (KEPT, "Owner")}


@case
def inherited_resources() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(KEPT, "Call Quillfeather today"))
    pdf.Root.Pages["/Resources"], pdf.Root.Pages["/MediaBox"] = page.Resources, page.MediaBox
    del page["/Resources"]
    del page["/MediaBox"]
    return saved(pdf), {"kept": (KEPT, "today")}


@case
def split_contents() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(KEPT))
    parts = (
        b"q BT /F1 12 Tf 72 600 Td (Call Quill) Tj",
        b"(feather today) Tj ET Q Q",
        b"Q q q " + text(72, 500, "Last line"),
    )
    page["/Contents"] = Array([page.Contents, *(pdf.make_indirect(Stream(pdf, part)) for part in parts)])
    return saved(pdf), {"kept": (KEPT, "today", "Last line")}


@case
def font_by_parameters() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    font = pdf.make_indirect(helvetica())
    state = Dictionary(Type=Name.ExtGState, Font=Array([font, 12]))
    content = paragraph(KEPT) + b"/G1 gs BT 72 600 Td (Call Quillfeather today) Tj ET"
    add_page(pdf, content, ExtGState=Dictionary({"/G1": state}))
    return saved(pdf), {"kept": (), "losses": ("raster_page:1:1",)}


@case
def jpeg_with_comments() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    buffer = io.BytesIO()
    picture("Marsh").save(buffer, "JPEG", comment=SECRET.encode(), exif=b"Exif\0\0" + SECRET.encode())
    image = pdf.make_indirect(Stream(pdf, buffer.getvalue(), Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=600, Height=200, BitsPerComponent=8, ColorSpace=Name.DeviceRGB,
        Filter=Name.DCTDecode,
    )))  # fmt: skip
    add_page(pdf, paragraph(KEPT) + b"q 200 0 0 60 72 400 cm /I1 Do Q", XObject=Dictionary({"/I1": image}))
    return saved(pdf), {"answers": {"image:p1:1": "keep"}}


@case
def icc_profile_name() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    profile = pdf.make_indirect(Stream(pdf, b"desc Quillfeather profile", Dictionary(N=3)))
    content = b"/C1 cs 0 0 0.4 scn " + paragraph(KEPT)
    add_page(pdf, content, ColorSpace=Dictionary({"/C1": Array([Name.ICCBased, profile])}))
    return saved(pdf), {}


@case
def cff_font() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    content = paragraph(KEPT) + text(72, 600, "Call Quillfeather today", font="/F2")
    add_page(pdf, content, Font=Dictionary({"/F2": simple_cff(pdf)}))
    return saved(pdf), {"kept": (KEPT, "today")}


@case
def underlined() -> tuple[bytes, dict[str, Any]]:
    rule = b"0.5 w 98 598 m 165 598 l S 0.9 g 98 597 67 13 re f 0 g "
    return _plain(rule + text(72, 600, "Call Quillfeather today")), {"kept": (KEPT, "today")}


@case
def large_user_unit() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT, "Call Quillfeather today"))["/UserUnit"] = 2
    return saved(pdf), {"kept": (KEPT, "today")}


@case
def two_columns() -> tuple[bytes, dict[str, Any]]:
    left = paragraph("Call Quillfeather today", "about the wet meadow", x=72, top=600)
    right = paragraph("Second column stays", "where it always was", x=320, top=600)
    return _plain(left + right), {"kept": (KEPT, "Second column stays", "where it always was", "wet meadow")}
