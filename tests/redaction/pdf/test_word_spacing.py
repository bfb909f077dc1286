# SPDX-License-Identifier: MIT
"""Word spacing is kept where the code that it looks for shows a letter."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.redaction.pdf.writer import write_pdf
from reviewer.workflow.preview import preview
from tests.corpus.pdf.sheets import add_page, helvetica, new_pdf, saved
from tests.redaction.pdf.plans import LABEL, plan_for, read


def pixels(data: bytes) -> bytes:
    document = pypdfium2.PdfDocument(data)
    try:
        return bytes(document[0].render(scale=1).buffer)
    finally:
        document.close()


@pytest.mark.parametrize("string", ["212021", "2120202122"])
def test_a_letter_in_the_code_of_the_blank_keeps_its_space(
    string: str, tmp_path: Path, without_tesseract: None
) -> None:
    pdf = new_pdf()
    shape = pdf.make_stream(b"500 0 0 0 500 500 d1 0 0 500 500 re f")
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), CharProcs=Dictionary({"/A": shape}),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=32, LastChar=34, Widths=Array([500, 500, 500]),
        Encoding=Dictionary(Differences=Array([32, Name.A, Name.A, Name.A])), Resources=Dictionary(),
    )  # fmt: skip
    add_page(pdf, f"BT /F1 20 Tf 50 Tw 100 100 Td <{string}> Tj ET").Resources.Font.F1 = pdf.make_indirect(
        font
    )
    source = tmp_path / "drawn.pdf"
    source.write_bytes(saved(pdf))
    made = preview(source, {}, tmp_path / "out", safe_defaults=True)
    assert pixels(made.path.read_bytes()) == pixels(source.read_bytes())


def test_narrow_blanks_that_nobody_drew_stay_blanks_in_a_line_set_anew() -> None:
    words = " -160 ".join(f"({word})" for word in ("Two", "years", "after", "a", "Quillfeather", "talk"))
    pdf = new_pdf()
    add_page(pdf, f"BT /F1 12 Tf 72 700 Td [{words}] TJ ET").Resources.Font.F1 = pdf.make_indirect(
        helvetica("/Times-Roman")
    )
    source = read(saved(pdf))
    copy = write_pdf(source, plan_for(source.document, ("Quillfeather",)))
    assert read(copy.data).document.story("page:1").text.strip() == f"Two years after a {LABEL} talk"
