# SPDX-License-Identifier: MIT
"""Where pdfminer's letters stand: upright, slanted, one below the other; and letters without a meaning."""

from __future__ import annotations

import pytest
from pikepdf import Name, Pdf

from reviewer.verification.extractors.pdf_miner import MinerReader
from reviewer.verification.findings import Reading
from reviewer.verification.report import HitKind
from tests.verification.builders import pdf
from tests.verification.pdf_surfaces import Change, composite_font

FIRST = "Minutes of the meeting, sheet 1."


def _read(content: bytes, *changes: Change) -> tuple[str, Reading]:
    """The text sorted by position, without the line that every file begins with."""
    reading = Reading()
    MinerReader(pdf(content, *changes)).read(1, reading)
    text = next(each.text for each in reading.surfaces if each.reader == "pdfminer.sorted")
    return text.replace(FIRST, "").strip("\n"), reading


def _vertical(made: Pdf) -> None:
    composite_font(made)
    made.pages[0].obj.Resources.Font.F2.Encoding = Name("/Identity-V")


@pytest.mark.parametrize("matrix", [b"1 0 0 1", b"1 0 .3 1", b"0 1 -1 0", b"-1 0 0 -1", b"12 0 0 12"])
def test_letters_of_a_word_are_together(matrix: bytes) -> None:
    size = b"1" if matrix.startswith(b"12") else b"12"
    text, _ = _read(b"BT /F1 %s Tf %s 300 300 Tm (Thicket row) Tj ET" % (size, matrix))
    assert text in {"Thicket row", "wor tekcihT"}


def test_letters_below_each_other_are_lines() -> None:
    text, _ = _read(b"BT /F2 12 Tf 72 600 Td <004100420043> Tj ET", _vertical)
    assert text.split() == ["A", "B", "C"]


def test_what_pdfminer_cannot_name_is_unreadable() -> None:
    def nameless(made: Pdf) -> None:
        composite_font(made)
        made.pages[0].obj.Resources.Font.F2.ToUnicode = made.make_stream(
            b"1 beginbfchar <0041> <0041> endbfchar"
        )

    for codes, faults in ((b"000100020003", 1), (b"00410001", 0)):
        _, reading = _read(b"BT /F2 12 Tf 72 600 Td <%s> Tj ET" % codes, nameless)
        assert [each.kind for each in reading.faults] == [HitKind.UNREADABLE] * faults
