# SPDX-License-Identifier: MIT
"""Fonts that lie in a few signs only: a digit that is another than it says, one letter of many."""

from __future__ import annotations

import io
from typing import Any

import pytest
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from PIL import ImageFont

from reviewer.documents.pdf.doubts import Why, doubts
from reviewer.documents.pdf.letterforms import SIGNS
from reviewer.documents.pdf.shapes import Shapes
from reviewer.model.document import ProblemKind
from tests.corpus.pdf.letterforms import descriptor, simple, type1
from tests.corpus.pdf.sheets import add_page, new_pdf, saved
from tests.documents.pdf.test_trust import drawn, honest, only, page, program
from tests.redaction.pdf.plans import read

FILE = {
    "en": (
        "The file of the person has the number 046 454 286",
        "and it is kept in the office of the survey.",
    ),
    "fr": ("Le dossier de la personne porte le 046 454 286", "et il est au bureau du suivi des oiseaux."),
}


def lines_of(which: str) -> bytes:
    numbers = program()[1]
    return b"".join(drawn(line, numbers, 72, 700 - 24 * at) for at, line in enumerate(FILE[which]))


def all_ones() -> dict[str, str]:
    return {**honest(), **dict.fromkeys("0123456789", "1")}


@pytest.mark.parametrize("which", FILE)
def test_a_number_that_says_another_one(which: str) -> None:
    source = read(page(lines_of(which), all_ones()))
    assert only(source.document).kind is ProblemKind.UNTRUSTED_TEXT
    assert "046 454 286" in source.document.story("page:1").text


@pytest.mark.parametrize(("shown", "said"), ["47", "68"])
def test_one_digit_that_says_another(shown: str, said: str) -> None:
    content = lines_of("en") + drawn(
        f"Its room is {shown}3{shown}, the second is 1{shown}9.", program()[1], 72, 600
    )
    data = page(content, {**honest(), shown: said})
    (found,) = [each for each in doubts(read(data).view(1), Shapes()) if each.why is Why.LETTERS]
    assert {each.said for each in found.odd.values()} == {said}
    assert only(read(data).document).kind is ProblemKind.UNTRUSTED_TEXT


@pytest.mark.parametrize("shown", "0123456789")
def test_every_digit_that_says_another_is_seen(shown: str) -> None:
    font = program()[1]
    data = page(drawn(shown, font, 72, 700), honest())
    view = read(data).view(1)
    (glyph,) = view.walk.glyphs
    for said in "0123456789":
        glyph.text = said
        odd = Shapes().odd(glyph.show.font, [glyph])
        assert bool(odd) == (said != shown)


def type1_digits(names: str) -> bytes:
    """A page in a Type 1 font that draws 0 to 9 and gives the drawings these names."""
    font = TTFont(io.BytesIO(ImageFont.load_default(10).path.getvalue()))
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    drawn_: dict[str, list[Any]] = {}
    for digit, name in zip("0123456789", names, strict=True):
        pen = T2CharStringPen(None, glyphs)
        glyphs[cmap[ord(digit)]].draw(TransformPen(pen, (0.5, 0, 0, 0.5, 0, 0)))
        program_ = pen.getCharString(optimize=False).program[:-1]
        drawn_[name] = [*program_, "closepath"]
    data, first, second = type1(names, drawn=drawn_)
    pdf = new_pdf()
    codes = "".join(f"{code:02x}" for code in range(1, len(names) + 1))
    added = add_page(pdf, f"BT /F2 14 Tf 72 700 Td <{codes}> Tj ET")
    described = descriptor(pdf, "/FontFile", data, Lengths=(first, second, len(data) - first - second))
    added.Resources.Font.F2 = pdf.make_indirect(simple(pdf, "/Type1", described, len(names)))
    return saved(pdf)


@pytest.mark.parametrize(("names", "odd"), [("0123456789", ""), ("0143256789", "24"), ("9123456780", "09")])
def test_digits_of_a_type1_font(names: str, odd: str) -> None:
    view = read(type1_digits(names)).view(1)
    found = [each for each in doubts(view, Shapes()) if each.why is Why.LETTERS]
    assert {each.said for doubt in found for each in doubt.odd.values()} == set(odd)


@pytest.mark.usefixtures("without_tesseract")
def test_digits_that_lie_need_no_ocr() -> None:
    source = read(page(lines_of("en"), all_ones()))
    assert only(source.document).kind is ProblemKind.UNREADABLE_PAGE
    assert source.view(1).untrusted
    assert read(page(lines_of("en"), honest())).document.problems == ()


@pytest.mark.parametrize(("shown", "said"), ["ea", "rd"])
def test_one_letter_that_says_another(shown: str, said: str) -> None:
    source = read(page(lines_of("fr"), {**honest(), shown: said}))
    assert only(source.document).kind is ProblemKind.UNTRUSTED_TEXT
    assert "personne" in source.document.story("page:1").text


def test_honest_signs_are_not_doubted() -> None:
    numbers = program()[1]
    content = b"".join(drawn(SIGNS[at : at + 20], numbers, 72, 700 - at) for at in range(0, len(SIGNS), 20))
    view = read(page(content, honest())).view(1)
    assert [each for each in doubts(view, Shapes()) if each.why is Why.LETTERS] == []
