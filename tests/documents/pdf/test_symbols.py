# SPDX-License-Identifier: MIT
"""Signs of the fonts that every viewer has are read: a bullet or a tick makes no page unreadable."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.documents.pdf.cmaps import parse_cmap
from reviewer.documents.pdf.font_dictionaries import read_font
from reviewer.documents.pdf.reader import read_pdf
from reviewer.workflow.preview import preview
from tests.corpus.pdf.sheets import add_page, new_pdf, saved


def sheet(base: str, codes: str, encoding: object = None) -> bytes:
    pdf = new_pdf()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(base))
    if encoding is not None:
        font.Encoding = encoding
    page = add_page(pdf, f"BT /F1 12 Tf 72 700 Td (One ) Tj /F2 12 Tf <{codes}> Tj ET")
    page.Resources.Font.F2 = pdf.make_indirect(font)
    return saved(pdf)


CASES = [
    ("/Symbol", "B7B7616270", None, "One ••αβπ"),
    ("/Symbol", "F2E5B3A3", None, "One ∫∑≥≤"),
    ("/ZapfDingbats", "346E6CABD5", None, "One ✔■●♠→"),
    ("/ZapfDingbats", "0102", Dictionary(Differences=Array([1, Name("/a109"), Name("/a20")])), "One ♠✔"),
    ("/Helvetica", "818141", Name.WinAnsiEncoding, "One ••A"),
    ("/Helvetica", "41010141", Name.WinAnsiEncoding, "One A  A"),
    ("/Helvetica", "41050541", Dictionary(Differences=Array([5, Name("/.notdef")])), "One A  A"),
]


@pytest.mark.parametrize(("base", "codes", "encoding", "said"), CASES)
def test_signs_are_read(base: str, codes: str, encoding: object, said: str) -> None:
    document = read_pdf(sheet(base, codes, encoding), path=Path("x.pdf")).document
    assert document.story("page:1").text == said
    assert document.problems == ()


def pixels(data: bytes) -> bytes:
    document = pypdfium2.PdfDocument(data)
    try:
        return bytes(document[0].render(scale=1).buffer)
    finally:
        document.close()


@pytest.mark.parametrize(("base", "codes", "encoding", "said"), [CASES[0], CASES[2], CASES[3]])
def test_signs_are_copied(
    base: str, codes: str, encoding: object, said: str, tmp_path: Path, without_tesseract: None
) -> None:
    source = tmp_path / "signs.pdf"
    source.write_bytes(sheet(base, codes, encoding))
    made = preview(source, {}, tmp_path / "out", safe_defaults=True)
    assert pixels(made.path.read_bytes()) == pixels(source.read_bytes())


@pytest.mark.parametrize(("base", "code", "width"), [("/Helvetica", 65, 0.667), ("/Symbol", 109, 0.576)])
def test_codes_that_the_widths_leave_out_are_as_wide_as_the_standard_font_says(
    base: str, code: int, width: float
) -> None:
    told = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(base), FirstChar=0, Widths=Array([600])
    )
    font = read_font(told, lambda _stream: parse_cmap(b""))
    assert font.width(0, 1) == pytest.approx(0.6)
    assert font.width(code, 1) == pytest.approx(width)


def test_greek_letters_that_are_named_are_as_wide_as_the_standard_font_says() -> None:
    named = Dictionary(Differences=Array([1, Name.mu, Name.Omega, Name.Delta, Name.theta]))
    told = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Symbol, Encoding=named)
    font = read_font(told, lambda _stream: parse_cmap(b""))
    assert [round(1000 * font.width(code, 1)) for code in (1, 2, 3, 4)] == [576, 768, 612, 521]
