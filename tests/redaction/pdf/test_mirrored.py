# SPDX-License-Identifier: MIT
"""Text in a mirror, and names over several cells of a row."""

from __future__ import annotations

import pypdfium2
import pytest

from reviewer.model.document import Box
from reviewer.redaction.pdf.writer import write_pdf
from reviewer.redaction.plan import BoxRemoval
from tests.corpus.pdf.proof.signs import LABELS, Sign, pages_of
from tests.corpus.pdf.sheets import add_page, new_pdf, saved, text
from tests.redaction.pdf.plans import LABEL, plan_for, read

pytestmark = pytest.mark.usefixtures("without_tesseract")
LINE = text(72, 600, "Call Quillfeather today")
MIRRORS = {
    "left is right": b"q -1 0 0 1 612 0 cm " + LINE + b"Q",
    "top is bottom": b"q 1 0 0 -1 0 1200 cm " + LINE + b"Q",
    "by its scale": b"BT /F1 12 Tf -100 Tz 540 600 Td (Call Quillfeather today) Tj ET",
}


def _page(content: bytes) -> bytes:
    pdf = new_pdf()
    add_page(pdf, text(72, 700, "Wetland survey") + content)
    return saved(pdf)


def _said(data: bytes) -> str:
    return "".join(sign.text for sign in pages_of(data)[0])


def _letters(data: bytes, words: str) -> list[Sign]:
    signs = pages_of(data)[0]
    at = "".join(sign.text for sign in signs).index(words)
    return signs[at : at + len(words)]


@pytest.mark.parametrize("content", MIRRORS.values(), ids=MIRRORS)
def test_a_box_takes_the_letters_that_are_under_it(content: bytes) -> None:
    data = _page(content)
    name = [each for each in _letters(data, "Quillfeather") if not each.blank]
    middle = sum(each.middle for each in name) / len(name)
    box = Box(1, min(each.x0 for each in name), middle - 2, max(each.x1 for each in name), middle + 2)
    source = read(data)
    copy = write_pdf(source, plan_for(source.document, boxes=(BoxRemoval(box, LABEL),))).data
    assert "Quill" not in _said(copy)
    assert "feather" not in _said(copy)
    assert {"Call", "today"} <= set(LABELS.sub(" ", _said(copy)).split())


@pytest.mark.parametrize("content", MIRRORS.values(), ids=MIRRORS)
def test_the_label_stands_in_its_line_and_can_be_read(content: bytes) -> None:
    data = _page(content)
    source = read(data)
    copy = write_pdf(source, plan_for(source.document, ("Quillfeather",))).data
    label = [each for each in _letters(copy, LABEL) if not each.blank]
    beside = [each for each in _letters(data, "Quillfeather") if not each.blank]
    low, high = min(each.y0 for each in beside), max(each.y1 for each in beside)
    assert all(low - 1 < each.middle < high + 1 for each in label)
    document = pypdfium2.PdfDocument(copy)
    shown = document[0].get_textpage()
    matrix = pypdfium2.raw.FS_MATRIX()
    at = "".join(sign.text for sign in pages_of(copy)[0]).index(LABEL)
    pypdfium2.raw.FPDFText_GetMatrix(shown, at, matrix)
    assert matrix.a * matrix.d - matrix.b * matrix.c > 0
    shown.close()
    document.close()


def test_each_cell_of_a_row_has_its_label() -> None:
    content = text(72, 600, "Theodora") + text(250, 600, "Quillfeather") + text(450, 600, "12.5")
    source = read(_page(content))
    copy = write_pdf(source, plan_for(source.document, ("Theodora Quillfeather",))).data
    labels = [sign for sign in pages_of(copy)[0] if sign.text == "["]
    assert [sign.x0 > 200 for sign in labels] == [False, True]


def test_a_name_over_two_lines_has_one_label() -> None:
    content = text(72, 600, "Call Theodora") + text(72, 586, "Quillfeather today")
    source = read(_page(content))
    copy = write_pdf(source, plan_for(source.document, ("Theodora Quillfeather",))).data
    assert _said(copy).count("[") == 1
