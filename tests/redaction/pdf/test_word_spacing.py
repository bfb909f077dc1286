# SPDX-License-Identifier: MIT
"""Word spacing is kept where the code that it looks for shows a letter."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.workflow.preview import preview
from tests.corpus.pdf.sheets import add_page, new_pdf, saved


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
