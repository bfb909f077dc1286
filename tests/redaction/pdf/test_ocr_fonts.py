# SPDX-License-Identifier: MIT
"""A scan whose words lie over it in a font without outlines, as Acrobat's OCR writes them, stays a page of text."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, bare_cff, image_object, new_pdf, picture, saved, to_unicode
from tests.redaction.pdf.plans import plan_for, read

WORDS = "Odile met Quillfeather"


def test_a_layer_of_letters_without_outlines_makes_no_picture(without_tesseract: None) -> None:
    pdf = new_pdf()
    program = pdf.make_stream(bare_cff())
    program.Subtype = Name.CIDFontType0C
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/HiddenHorzOCR"), Flags=4, FontBBox=Array([0, 0, 500, 700]),
        ItalicAngle=0, Ascent=700, Descent=-200, CapHeight=700, StemV=80, FontFile3=program,
    )  # fmt: skip
    info = Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0)
    below = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/HiddenHorzOCR"), CIDSystemInfo=info, DW=500,
        FontDescriptor=pdf.make_indirect(descriptor),
    )  # fmt: skip
    codes = {0x200 + ord(each): each for each in WORDS}
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/HiddenHorzOCR"), Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(below)]), ToUnicode=to_unicode(pdf, codes),
    )  # fmt: skip
    shown = "".join(f"{0x200 + ord(each):04x}" for each in WORDS)
    content = f"q 600 0 0 780 0 0 cm /I Do Q BT 3 Tr /F1 12 Tf 72 500 Td <{shown}> Tj ET"
    image = image_object(pdf, picture(WORDS, (600, 780)))
    page = add_page(pdf, content, XObject=Dictionary({"/I": image}))
    page.Resources.Font.F1 = pdf.make_indirect(font)
    source = read(saved(pdf))
    copy = write_pdf(source, plan_for(source.document, ["Quillfeather"], answers={"image:p1:1": "keep"}))
    assert copy.pictured == ()
    with pikepdf.open(io.BytesIO(copy.data)) as made:
        assert "/Font" in made.pages[0].Resources
