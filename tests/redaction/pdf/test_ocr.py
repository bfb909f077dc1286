# SPDX-License-Identifier: MIT
"""Images that were read: their words are a story, and what is withheld of them is painted over.

The tests put a small program on the PATH that speaks as `tesseract - - tsv` does, so that they say the same on every
machine; how well tesseract reads is not their subject.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary

from reviewer.documents.pdf.pictures import decode
from reviewer.model.document import Box, Choice, Span
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.cases import KEPT, SECRET
from tests.corpus.pdf.sheets import add_page, image_object, new_pdf, paragraph, picture, saved
from tests.redaction.pdf.evidence import folded, pdfium_text
from tests.redaction.pdf.plans import LABEL, plan_for, read

_PROGRAM = """#!{python}
import sys
assert sys.stdin.buffer.read().startswith(b"\\x89PNG")
print("level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext")
print("4\\t1\\t1\\t1\\t1\\t0\\t20\\t60\\t500\\t40\\t-1\\t")
print("5\\t1\\t1\\t1\\t1\\t1\\t20\\t60\\t80\\t40\\t96\\tCall")
print("5\\t1\\t1\\t1\\t1\\t2\\t110\\t60\\t240\\t40\\t96\\tQuillfeather")
print("5\\t1\\t1\\t1\\t2\\t1\\t20\\t120\\t100\\t40\\t96\\ttoday")
"""


@pytest.fixture
def scanned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    program = tmp_path / "tesseract"
    program.write_text(_PROGRAM.format(python=sys.executable))
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    pdf = new_pdf()
    image = image_object(pdf, picture("Call Quillfeather"))
    add_page(pdf, paragraph(KEPT) + b"q 300 0 0 100 72 400 cm /I1 Do Q", XObject=Dictionary({"/I1": image}))
    return saved(pdf)


def test_the_words_of_an_image_are_a_story(scanned: bytes) -> None:
    source = read(scanned)
    story = source.document.story("image_text:p1:1")
    assert story.text == "Call Quillfeather\ntoday"
    (problem,) = source.document.problems
    assert (problem.id, problem.safe, problem.story) == ("image:p1:1", Choice.KEEP, story.id)
    (place,) = source.locate(Span(story.id, 5, 17))
    assert isinstance(place, Box)
    assert (place.x0, place.x1) == (pytest.approx(72 + 110 / 2), pytest.approx(72 + 350 / 2))
    assert (place.y0, place.y1) == (pytest.approx(450.0), pytest.approx(470.0))


def test_a_withheld_word_is_painted_over(scanned: bytes) -> None:
    source = read(scanned)
    copy = write_pdf(source, plan_for(source.document, (SECRET,)))
    with pikepdf.open(io.BytesIO(copy.data)) as pdf:
        images = [
            decode(obj)
            for obj in pdf.objects
            if isinstance(obj, pikepdf.Stream) and obj.get("/Subtype") == "/Image"
        ]
    (image,) = (each.convert("L") for each in images if each is not None)
    assert image.crop((103, 72, 163, 112)).getextrema() == (0, 0)  # the box, as wide as its label
    assert image.crop((175, 40, 600, 120)).getextrema() == (255, 255)
    assert image.crop((0, 150, 600, 200)).getextrema()[0] > 0


def test_words_of_one_row_that_go_share_a_box_and_its_label(scanned: bytes) -> None:
    source = read(scanned)
    copy = write_pdf(source, plan_for(source.document, ("Call", SECRET)))
    assert folded(pdfium_text(copy.data)).count(folded(LABEL)) == 1
    with pikepdf.open(io.BytesIO(copy.data)) as pdf:
        assert pdf.pages[0].Contents.read_bytes().count(b" re f") == 2  # the box, and the label's own ground


def test_a_scanned_page_that_was_read_can_be_published(scanned: bytes) -> None:
    pdf = new_pdf()
    image = image_object(pdf, picture("Call Quillfeather", (1200, 1600)))
    add_page(pdf, b"q 612 0 0 792 0 0 cm /I1 Do Q", XObject=Dictionary({"/I1": image}))
    source = read(saved(pdf))
    assert [problem.kind for problem in source.document.problems] == ["image"]
    copy = write_pdf(source, plan_for(source.document, (SECRET,)))
    assert copy.losses == ("untagged:1",)


def test_without_the_program_an_image_is_unread(scanned: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    document = read(scanned).document
    assert [problem.safe for problem in document.problems] == [Choice.REMOVE]
    assert not any(story.id.startswith("image_text") for story in document.stories)
