# SPDX-License-Identifier: MIT
"""Words that PDF itself prescribes are no leak; the same words anywhere else are."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from pikepdf import Dictionary, Name, Pdf, String

from reviewer.model.document import Format
from reviewer.verification.pdf_standard import without_names
from reviewer.verification.report import HitKind
from reviewer.workflow.preview import preview
from tests.corpus.pdf.sheets import composite, truetype
from tests.verification.builders import line, look, pdf

pytestmark = pytest.mark.usefixtures("without_tesseract")

PRESCRIBED = [
    "type", "pattern", "source", "font", "http", "description", "FontDescriptor", "catalog", "metadata", "title",
    "begin", "Helvetica", "encoding", "Identity", "Unicode", "language", "Flags", "Adobe", "PageLabels",
]  # fmt: skip


def test_words_of_the_format_can_be_withheld(tmp_path: Path) -> None:
    lines = "".join(f"(The word {word} goes.) Tj 0 -14 Td " for word in PRESCRIBED)
    source = tmp_path / "notes.pdf"
    source.write_bytes(pdf(f"BT /F1 12 Tf 72 650 Td {lines} ET"))
    terms = {"withhold": [{"term": word} for word in PRESCRIBED]}
    made = preview(source, terms, tmp_path / "out", safe_defaults=True)
    assert made.removed == len(PRESCRIBED)
    assert made.gate.clean


def _texts(made: Pdf, value: object) -> None:
    made.Root["/ViewerPreferences"] = value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("Pattern", Dictionary(A=String("the Pattern of it"))),
        ("Pattern", Dictionary(A=String("/Pattern"))),
        ("Pattern", Dictionary({"/The-Pattern": True})),
        ("Patterson", Dictionary(A=Name.Patterson)),
    ],
)
def test_the_same_word_elsewhere_is_a_leak(word: str, value: object) -> None:
    report = look(pdf(b"", lambda made: _texts(made, value)), Format.PDF, word)
    assert any(hit.kind is HitKind.LEAK for hit in report.hits)


def test_a_word_of_the_format_on_the_page_is_a_leak() -> None:
    report = look(pdf(line("A Pattern of words")), Format.PDF, "Pattern")
    assert any(hit.place == "page:1" and hit.kind is HitKind.LEAK for hit in report.hits)


def test_words_in_a_character_map_are_searched() -> None:
    def change(made: Pdf) -> None:
        font = made.pages[0].Resources.Font.F1
        font.ToUnicode = made.make_stream(
            b"/CIDInit /ProcSet findresource begin begincmap % Source Patterson\nendcmap"
        )

    report = look(pdf(b"", change), Format.PDF, "Patterson")
    assert any(hit.kind is HitKind.LEAK for hit in report.hits)
    assert not look(pdf(b"", change), Format.PDF, "findresource").hits


def test_a_font_program_that_is_cut_short_makes_no_page_unread() -> None:
    def change(made: Pdf) -> None:
        font = TTFont(io.BytesIO(truetype()))
        cut = DefaultTable("cmap")
        # One table of format 4 whose second segment points to glyphs far beyond its end.
        table = struct.pack(">7H", 4, 26, 0, 4, 0, 0, 0) + struct.pack(">6H", 66, 0xFFFF, 0, 65, 0xFFFF, 0)
        cut.data = struct.pack(">HHHHI", 0, 1, 3, 1, 12) + table
        font["cmap"] = cut
        program = io.BytesIO()
        font.save(program)
        made.pages[0].Resources.Font.F2 = composite(made, said=None, program=program.getvalue())

    report = look(pdf(line("Plain words"), change), Format.PDF, "Patterson")
    assert [hit for hit in report.hits if hit.kind is HitKind.UNREADABLE] == []


@pytest.mark.parametrize(
    ("data", "left"),
    [
        (b"<< /Extend [ true false ] >>", b"<< / [     ] >>"),
        (b"<< /A null /Patterson true>>", b"<< /A   /Patterson  >>"),
        (b"(false) /false falsehood", b"(false) /false falsehood"),
    ],
)
def test_truth_values_of_objects_are_words_of_the_format(data: bytes, left: bytes) -> None:
    assert without_names(data) == left
