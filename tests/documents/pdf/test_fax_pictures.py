# SPDX-License-Identifier: MIT
"""Pictures in fax codes that Pillow does not read: PDFium draws them, their words are read and can be painted over."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image, ImageChops, ImageOps

from reviewer.documents.pdf.pictures import decode
from reviewer.documents.pdf.reader import read_pdf
from reviewer.model.document import StoryKind
from reviewer.redaction.pdf.painting import paint_image
from tests.corpus.pdf.sheets import add_page, new_pdf, picture, saved

_PAGE, _REGION = 48, 38
_MMR = 1


def _segment(number: int, kind: int, data: bytes) -> bytes:
    return struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data


def jbig2(image: Image.Image) -> bytes:
    """A black and white picture as JBIG2 (ITU-T T.88) with one region in fax code."""
    buffer = io.BytesIO()
    ImageOps.invert(image.convert("L")).convert("1").save(buffer, "TIFF", compression="group4")
    with Image.open(buffer) as made:
        start, size = made.tag_v2[273][0], made.tag_v2[279][0]
        rows = made.tag_v2[278]
    assert rows >= image.height
    fax = buffer.getvalue()[start : start + size]
    area = struct.pack(">II", image.width, image.height)
    page = area + struct.pack(">IIBH", 0, 0, 0, 0)
    region = area + struct.pack(">IIBB", 0, 0, 0, _MMR) + fax
    return _segment(0, _PAGE, page) + _segment(1, _REGION, region)


def fax(pdf: pikepdf.Pdf, image: Image.Image) -> Any:
    made = pdf.make_stream(jbig2(image))
    made.stream_dict.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=image.width, Height=image.height, BitsPerComponent=1,
            ColorSpace=Name.DeviceGray, Filter=Name.JBIG2Decode,
        )
    )  # fmt: skip
    return made


def test_fax_code_is_decoded() -> None:
    drawn = picture("Odile Tremblay").convert("L").point(lambda grey: 255 * (grey > 127))
    pdf = new_pdf()
    found = decode(fax(pdf, drawn))
    assert found is not None
    assert ImageChops.difference(found.convert("1"), drawn.convert("1")).getbbox() is None


def test_fax_code_is_painted_over() -> None:
    pdf = new_pdf()
    painted = paint_image(
        pdf, fax(pdf, picture("Odile Tremblay")), (600, 0, 0, 200, 0, 0), [(0, 0, 600, 200)]
    )
    found = decode(painted)
    assert found is not None
    assert found.convert("L").getextrema() == (0, 0)


def test_words_of_a_fax_are_a_story() -> None:
    pdf = new_pdf()
    image = pdf.make_indirect(fax(pdf, picture("Odile Tremblay")))
    add_page(pdf, "600 0 0 200 0 300 cm /I Do", XObject=Dictionary({"/I": image}))
    document = read_pdf(saved(pdf), path=Path("fax.pdf")).document
    texts = [each.text for each in document.stories if each.kind is StoryKind.IMAGE_TEXT]
    assert texts == ["Odile Tremblay"]


def test_a_damaged_fax_has_no_pixels() -> None:
    pdf = new_pdf()
    broken = fax(pdf, picture("Odile Tremblay"))
    broken.Width = "wide"
    assert decode(broken) is None


def test_contents_in_fax_code_are_no_crash() -> None:
    pdf = new_pdf()
    page = add_page(pdf, "")
    page.Contents = fax(pdf, picture("Odile"))
    document = read_pdf(saved(pdf), path=Path("fax.pdf")).document
    assert [each.id for each in document.problems] == ["unreadable_page:1"]
