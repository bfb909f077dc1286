# SPDX-License-Identifier: MIT
"""Pages that can only be published as pictures: what goes is painted over, and so is what nobody kept."""

from __future__ import annotations

import pypdfium2
import pytest

from reviewer.model.document import Span
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.cases import MAKERS, SECRET
from tests.redaction.pdf.evidence import folded, pdfium_text
from tests.redaction.pdf.plans import LABEL, plan_for, read

# What a scan asks and loses depends on whether its words can be read: test_ocr.py says what comes with them.
pytestmark = pytest.mark.usefixtures("without_tesseract")


def ink(data: bytes, box: tuple[float, float, float, float], height: float = 792) -> float:
    """The share of dark pixels in an area of the first page."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    image = page.render(scale=2).to_pil().convert("L")
    page.close()
    document.close()
    x0, y0, x1, y1 = (round(each * 2) for each in (box[0], height - box[3], box[2], height - box[1]))
    pixels = image.crop((x0, y0, x1, y1)).tobytes()
    return sum(value < 128 for value in pixels) / len(pixels)


@pytest.mark.parametrize("name", ["form_a_word", "vertical_writing", "font_by_parameters"])
def test_what_goes_is_black(name: str) -> None:
    case = MAKERS[name]()
    source = read(case.data)
    story = source.document.story("page:1")
    start = story.text.index(SECRET)
    copy = write_pdf(source, plan_for(source.document, (SECRET,), label=""))
    assert "raster_page:1:1" in copy.losses
    for place in source.locate(Span(story.id, start, start + len(SECRET))):
        box = place.x1 if name == "vertical_writing" else place.x0 + 30  # it is 40 points wide, whatever goes
        assert ink(copy.data, (place.x0 + 3, place.y0 + 2, box, place.y1 - 2)) > 0.97
    assert ink(copy.data, (72, 715, 200, 735)) > 0.05
    assert pdfium_text(copy.data).strip() == ""


def test_the_label_can_be_read() -> None:
    source = read(MAKERS["font_by_parameters"]().data)
    copy = write_pdf(source, plan_for(source.document, (SECRET,)))
    assert folded(pdfium_text(copy.data)) == folded(LABEL)


def test_an_image_that_nobody_kept_is_black_too() -> None:
    case = MAKERS["form_a_word"]()
    source = read(case.data)
    removed = write_pdf(source, plan_for(source.document, (SECRET,)))
    assert ink(removed.data, (80, 405, 360, 495)) > 0.97
    kept = write_pdf(read(case.data), plan_for(source.document, (SECRET,), answers={"image:p1:1": "keep"}))
    assert ink(kept.data, (80, 405, 360, 495)) < 0.5
