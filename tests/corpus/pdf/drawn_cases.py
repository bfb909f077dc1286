# SPDX-License-Identifier: MIT
"""Secrets in images, patterns, masks and fonts, and in the odd corners of the format."""

from __future__ import annotations

import io
import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.pdf.registry import KEPT, SECRET, case, plain
from tests.corpus.pdf.sheets import (
    add_page,
    form,
    helvetica,
    image_object,
    new_pdf,
    paragraph,
    picture,
    saved,
    simple_cff,
    text,
)


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
    return plain(head + data + b"\nEI Q"), {"losses": ("image:1",), "in_pixels": True}


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
    return plain(text(72, 600, "Called Quillfeather") + b"0 g 70 595 200 16 re f"), {
        "secrets": ("Called Quillfeather",)
    }


@case
def quote_operators() -> tuple[bytes, dict[str, Any]]:
    content = (
        b"BT /F1 12 Tf 14 TL 72 650 Td 90 Tz 2 Ts 0.5 Tc 3 Tw (First line) Tj (Call Quillfeather today) ' "
        b'4 1 (Then Quillfeather again) " 0 Ts 100 Tz T* (Last line) Tj ET'
    )
    return plain(content), {"kept": (KEPT, "First line", "Last line", "again")}


@case
def orphans_and_trailing_bytes() -> tuple[bytes, dict[str, Any]]:
    data = plain(b"")
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
    return plain(paragraph(*lines, top=600, leading=9.5)), {
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
    return plain(rule + text(72, 600, "Call Quillfeather today")), {"kept": (KEPT, "today")}


@case
def large_user_unit() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT, "Call Quillfeather today"))["/UserUnit"] = 2
    return saved(pdf), {"kept": (KEPT, "today")}


@case
def two_columns() -> tuple[bytes, dict[str, Any]]:
    left = paragraph("Call Quillfeather today", "about the wet meadow", x=72, top=600)
    right = paragraph("Second column stays", "where it always was", x=320, top=600)
    return plain(left + right), {"kept": (KEPT, "Second column stays", "where it always was", "wet meadow")}
