# SPDX-License-Identifier: MIT
"""Words in pictures of PDF files are read by tesseract: French ones with their accents, turned ones too."""

from __future__ import annotations

import pytest
from pikepdf import Dictionary
from PIL import Image

from reviewer.documents.folding import find_all
from tests.corpus.painted import EN_LINES, painted
from tests.corpus.pdf.sheets import add_page, image_object, new_pdf, paragraph, saved
from tests.redaction.pdf.plans import read

FRENCH = ("Relevé du verger à Québec", "Absence de Éloïse Tréchouinard", "où elle a été reçue")


def story_of(picture: Image.Image) -> str:
    pdf = new_pdf()
    image = image_object(pdf, picture)
    content = (
        paragraph("A line of text") + f"q {picture.width} 0 0 {picture.height} 20 20 cm /I1 Do Q".encode()
    )
    add_page(pdf, content, size=(900, 900), XObject=Dictionary({"/I1": image}))
    return read(saved(pdf)).document.story("image_text:p1:1").text


@pytest.mark.parametrize("size", [20, 32])
def test_a_french_name_is_read(size: int) -> None:
    text = story_of(painted(FRENCH, size))
    for words in ("Éloïse Tréchouinard", "Québec", "reçue"):
        assert find_all(text, words), (words, text)


@pytest.mark.parametrize("quarters", [90, 180, 270])
def test_a_turned_picture_is_read(quarters: int) -> None:
    text = story_of(painted(EN_LINES, 28).rotate(quarters, expand=True))
    assert find_all(text, "Quillfeather"), text
