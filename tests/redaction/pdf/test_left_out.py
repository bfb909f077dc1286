# SPDX-License-Identifier: MIT
"""A picture that is left out whole: the boxes where it stood say nothing of the width of what they stand for."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Dictionary

from reviewer.model.document import Box
from reviewer.redaction.pdf.writer import write_pdf
from reviewer.redaction.plan import BoxRemoval
from tests.corpus.pdf.sheets import add_page, image_object, new_pdf, saved, text
from tests.redaction.pdf.plans import LABEL, plan_for, read
from tests.redaction.pdf.test_masking import NAMES, painted

pytestmark = pytest.mark.usefixtures("without_tesseract")


def _copy(name: str, row: str) -> bytes:
    image, hits = painted(name, (row,), centred=False)
    pdf = new_pdf()
    content = text(20, 10, "Survey of the marsh") + b"612 0 0 180 0 0 cm /I Do"
    shown = image_object(pdf, image)
    add_page(pdf, content, size=(612, 180), XObject=Dictionary({"/I": shown}))
    source = read(saved(pdf))
    boxes = [
        BoxRemoval(
            Box(1, hit.left * 0.36, 180 - hit.bottom * 0.36, hit.right * 0.36, 180 - hit.top * 0.36), LABEL
        )
        for hit in hits
    ]
    copy = write_pdf(source, plan_for(source.document, answers={"image:p1:1": "remove"}, boxes=boxes))
    assert any(each.startswith("image") for each in copy.losses)
    return copy.data


@pytest.mark.parametrize("row", ["The chair was @ again", "now @ and then @ came"])
def test_every_name_leaves_the_same_copy(row: str) -> None:
    copies = {_copy(name, row) for name in NAMES}
    assert len(copies) == 1
    with pikepdf.open(io.BytesIO(copies.pop())) as pdf:
        assert "/XObject" not in pdf.pages[0].obj.Resources
        assert pdf.pages[0].Contents.read_bytes().count(b" 72 12 re f") == 1
