# SPDX-License-Identifier: MIT
"""A page that the gate refused as text is a picture in which the words go that a second reader finds, too."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest

from reviewer.documents.pdf.finding import places_of
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, new_pdf, saved, text
from tests.redaction.pdf.plans import plan_for, read

pytestmark = pytest.mark.usefixtures("without_tesseract")
NAME = "Quillfeather"


def _file() -> bytes:
    pdf = new_pdf()
    spaced = f"BT /F1 12 Tf 6 Tc 72 500 Td ({NAME}) Tj ET".encode()
    add_page(pdf, text(72, 700, f"Ask {NAME} first.") + text(72, 600, f"Then {NAME} again.") + spaced)
    return saved(pdf)


def test_words_are_found_as_whole_words_in_one_rectangle_a_line() -> None:
    found = places_of(_file(), 1, [NAME.upper(), " ", "Quill"])
    assert [round(rect[1]) // 10 for rect in found] == [69, 59, 49]
    assert all(rect[2] - rect[0] > 60 for rect in found)


def test_nothing_is_looked_for_without_words() -> None:
    assert places_of(_file(), 1, []) == []


def test_what_the_first_reader_missed_is_painted_over() -> None:
    source = read(_file())
    plan = plan_for(source.document, (NAME,))
    ((story, removals),) = plan.removals.items()
    missed = replace(plan, removals={story: removals[:1]}, pictured=frozenset({1}))
    copy = write_pdf(source, missed)
    assert copy.pictured == ((1, "gate"),)
    page = pypdfium2.PdfDocument(io.BytesIO(copy.data))[0]
    image = page.render(scale=1).to_pil().convert("L")
    for x0, y0, x1, y1 in places_of(_file(), 1, [NAME]):
        height = page.get_height()
        assert (
            image.crop((int(x0) + 1, int(height - y1) + 1, int(x1) - 1, int(height - y0) - 1)).getextrema()[0]
            == 0
        )
        if y0 < 650:
            box = (int(x0) + 6, int(height - y1) + 1, int(x0) + 32, int(height - y0) - 1)
            assert image.crop(box).getextrema() == (0, 0)
