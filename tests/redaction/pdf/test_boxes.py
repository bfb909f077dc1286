# SPDX-License-Identifier: MIT
"""Areas that a person drew: whatever lies under them goes, pixels of images too."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from pikepdf import Dictionary
from PIL import Image

from reviewer.documents.pdf.pictures import decode
from reviewer.model.document import Box, Span
from reviewer.redaction.pdf.lettering import label_width
from reviewer.redaction.pdf.writer import write_pdf
from reviewer.redaction.plan import BoxRemoval
from tests.corpus.pdf.cases import KEPT, MAKERS, SECRET
from tests.corpus.pdf.sheets import add_page, image_object, new_pdf, paragraph, picture, saved, text
from tests.redaction.pdf.evidence import folded, pdfium_text, places_of
from tests.redaction.pdf.plans import LABEL, plan_for, read

# What a scan asks and loses depends on whether its words can be read: test_ocr.py says what comes with them.
pytestmark = pytest.mark.usefixtures("without_tesseract")


def redacted(
    data: bytes, *boxes: tuple[float, float, float, float], answers: dict[str, str] | None = None
) -> bytes:
    source = read(data)
    removals = [BoxRemoval(Box(1, *box), LABEL) for box in boxes]
    return write_pdf(source, plan_for(source.document, answers=answers, boxes=removals)).data


def images_of(data: bytes) -> list[Image.Image]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [
            decode(obj)
            for obj in pdf.objects
            if isinstance(obj, pikepdf.Stream) and obj.get("/Subtype") == "/Image"
        ]
    return [image for image in found if image is not None]


def test_a_box_over_words_of_one_line_leaves_a_label() -> None:
    data = MAKERS["plain_tj"]().data
    start = read(data).document.story("page:1").text.index(SECRET)
    (place,) = read(data).locate(Span("page:1", start, start + len(SECRET)))
    assert isinstance(place, Box)
    copy = redacted(data, (place.x0, place.y0 + 2, place.x1, place.y1 + 2))
    assert places_of(SECRET, copy) == []
    assert folded("Interview with Theodora s. 19(1) about") in folded(pdfium_text(copy))


def test_a_box_over_several_lines_takes_them_all() -> None:
    data = saved_page(paragraph(KEPT, "Quillfeather one", "Quillfeather two", "Last line", top=720))
    copy = redacted(data, (70, 686, 180, 716))
    assert places_of(SECRET, copy) == []
    assert folded("Last line") in folded(pdfium_text(copy))


def saved_page(content: bytes) -> bytes:
    pdf = new_pdf()
    add_page(pdf, content)
    return saved(pdf)


def test_a_box_over_an_image_paints_its_pixels() -> None:
    pdf = new_pdf()
    image = image_object(pdf, picture("Quillfeather"))
    add_page(pdf, paragraph(KEPT) + b"q 300 0 0 100 72 400 cm /I1 Do Q", XObject=Dictionary({"/I1": image}))
    copy = redacted(saved(pdf), (72, 430, 372, 480), answers={"image:p1:1": "keep"})
    (painted,) = images_of(copy)
    assert painted.convert("L").crop((0, 60, 600, 120)).getextrema() == (0, 0)
    assert painted.convert("L").crop((0, 180, 600, 200)).getextrema() == (255, 255)


def test_the_other_use_of_an_image_is_not_painted() -> None:
    pdf = new_pdf()
    image = image_object(pdf, picture("Marsh"))
    content = paragraph(KEPT) + b"q 300 0 0 100 72 500 cm /I1 Do Q q 300 0 0 100 72 100 cm /I1 Do Q"
    add_page(pdf, content, XObject=Dictionary({"/I1": image}))
    copy = redacted(saved(pdf), (72, 500, 372, 600), answers={"image:p1:1": "keep"})
    lightest = sorted(each.convert("L").getextrema()[1] for each in images_of(copy))
    assert lightest == [0, 255]


def test_curves_under_a_box_go_and_the_frame_of_the_page_stays() -> None:
    curves = b"100 400 m 150 450 200 350 250 400 c S\n"
    data = saved_page(paragraph(KEPT) + b"36 36 540 720 re S\n" + curves)
    with pikepdf.open(io.BytesIO(redacted(data, (90, 340, 260, 460)))) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert re.search(rb" c\s", content) is None
    assert b"540 720 re" in content


@pytest.mark.parametrize("share", [0.2, 0.6])
def test_a_glyph_goes_when_a_good_part_of_it_is_under_the_box(share: float) -> None:
    data = saved_page(text(100, 400, "MW", size=100))
    copy = redacted(data, (183.3 + 94.4 * (1 - share), 350, 400, 500))
    assert ("W" in pdfium_text(copy).replace(LABEL, "")) is (share < 0.3)


def test_scanned_words_are_painted_over_with_the_width_of_the_label() -> None:
    case = MAKERS["scan_with_text_layer"]()
    source = read(case.data)
    (image,) = images_of(write_pdf(source, plan_for(source.document, (SECRET,), answers=case.answers)).data)
    gray = image.convert("L")
    row = [gray.getpixel((x, int((1 - 525 / 792) * gray.height))) for x in range(gray.width)]
    black = [at for at, value in enumerate(row) if value == 0]
    points = (black[-1] - black[0]) * 612 / gray.width
    assert points == pytest.approx(label_width(LABEL, 10), abs=1.5)
