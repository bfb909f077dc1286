# SPDX-License-Identifier: MIT
"""Fonts for Chinese, Japanese and Korean that the file does not bring, and blanks that have no glyph, are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.documents.pdf.fonts import UNKNOWN, Font
from reviewer.documents.pdf.programs import Program
from reviewer.documents.pdf.reader import read_pdf
from reviewer.model.document import ProblemKind
from tests.corpus.pdf.sheets import add_page, new_pdf, saved


def sheet(encoding: str, ordering: str, codes: str) -> bytes:
    pdf = new_pdf()
    page = add_page(pdf, f"BT /F1 12 Tf 72 700 Td (One ) Tj /F2 12 Tf <{codes}> Tj ET")
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/Mincho"), DW=1000,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering=ordering, Supplement=2),
    )  # fmt: skip
    page.Resources.Font.F2 = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/Mincho"), Encoding=Name(encoding),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
        )
    )  # fmt: skip
    return saved(pdf)


TOLD = [
    ("/Identity-H", "Japan1", "096A0571", "準会"),
    ("/UniJIS-UCS2-H", "Japan1", "6E964F1A", "準会"),
    ("/90ms-RKSJ-H", "Japan1", "8F8089EF", "準会"),
    ("/GBK-EUC-H", "GB1", "C7B3CCB8", "浅谈"),
]


@pytest.mark.parametrize(("encoding", "ordering", "codes", "said"), TOLD)
def test_what_a_collection_says_is_read(
    encoding: str, ordering: str, codes: str, said: str, without_tesseract: None
) -> None:
    document = read_pdf(sheet(encoding, ordering, codes), path=Path("x.pdf")).document
    assert said in document.story("page:1").text
    assert document.problems == ()


def test_codes_without_a_meaning_are_asked_about(without_tesseract: None) -> None:
    document = read_pdf(sheet("/Identity-H", "Identity", "096A0571"), path=Path("x.pdf")).document
    assert [each.kind for each in document.problems] == [ProblemKind.UNREADABLE_PAGE]


@pytest.mark.parametrize(
    ("kind", "said"), [("/FontFile", [" ", " ", UNKNOWN]), ("/FontFile2", [UNKNOWN, UNKNOWN, UNKNOWN])]
)
def test_a_code_without_a_glyph_is_a_blank_where_names_choose_glyphs(kind: str, said: list[str]) -> None:
    font = Font(Dictionary(), "/Type1", program=Program(code_to_glyph={65: 1}), program_kind=kind)
    font.glyph_names = {3: ".notdef"}
    assert [font.text(code, 1) for code in (32, 3, 66)] == said
