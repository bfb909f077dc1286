# SPDX-License-Identifier: MIT
"""Secrets in the text of a page, however it is written."""

from __future__ import annotations

from typing import Any

from pdfminer.fontmetrics import FONT_METRICS
from pikepdf import Dictionary

from tests.corpus.pdf.registry import KEPT, KEPT_FR, SECRET, SECRET_FR, SIN, case, plain
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
    simple_truetype,
    text,
    truetype,
)


@case
def plain_tj() -> tuple[bytes, dict[str, Any]]:
    return plain(paragraph("Interview with Theodora Quillfeather about", "the culvert on her lot.")), {}


@case
def plain_french() -> tuple[bytes, dict[str, Any]]:
    lines = ("Entretien avec Aurélie Brûlépine au sujet", f"du ponceau; son NAS est le {SIN}.")
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT_FR, *lines))
    return saved(pdf), {"secrets": (SECRET_FR, SIN), "kept": (KEPT_FR, "du ponceau")}


@case
def kerned_pieces() -> tuple[bytes, dict[str, Any]]:
    return plain(b"BT /F1 12 Tf 72 700 Td [(Call Qu) -20 (ill) 35 (fea) -12 (ther) -300 (today)] TJ ET"), {}


@case
def hex_and_octal() -> tuple[bytes, dict[str, Any]]:
    return plain(
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
    return plain(content), {}


@case
def hyphenated() -> tuple[bytes, dict[str, Any]]:
    return plain(paragraph("The owner, known to all as Theodora Quill-", "feather, was at the gate.")), {}


@case
def name_over_two_lines() -> tuple[bytes, dict[str, Any]]:
    lines = paragraph("The gate was opened for us by Mrs Theodora", "Quillfeather at six in the morning.")
    return plain(lines), {"secrets": ("Theodora Quillfeather",), "kept": (KEPT, "at six in the morning")}


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
    return plain(b"BT /F1 14 Tf 0.866 0.5 -0.5 0.866 150 300 Tm (Draft for Quillfeather only) Tj ET"), {
        "kept": (KEPT,)
    }


@case
def turned_90() -> tuple[bytes, dict[str, Any]]:
    return plain(b"BT /F1 14 Tf 0 1 -1 0 60 200 Tm (Draft for Quillfeather only) Tj ET"), {}


@case
def rotated_page() -> tuple[bytes, dict[str, Any]]:
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT, "Call Quillfeather today"))["/Rotate"] = 90
    return saved(pdf), {"kept": (KEPT, "today")}
