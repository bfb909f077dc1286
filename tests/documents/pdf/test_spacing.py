# SPDX-License-Identifier: MIT
"""Blanks that no program drew: words are parted by where their letters stand, as readers of the page part them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.documents.pdf.reader import read_pdf
from tests.corpus.pdf.sheets import add_page, helvetica, new_pdf, saved


def read(content: str, font: str = "/Times-Roman") -> str:
    pdf = new_pdf()
    add_page(pdf, content).Resources.Font.F1 = pdf.make_indirect(helvetica(font))
    return read_pdf(saved(pdf), path=Path("x.pdf")).document.story("page:1").text


def kerned(*words: str, step: int = -300) -> str:
    """Words as TeX sets them: no blank is drawn, a step parts them."""
    return f" {step} ".join(f"({word})" for word in words)


def test_digits_and_letters_of_one_width_are_no_grid() -> None:
    line = f"BT /F1 12 Tf 72 700 Td [{kerned('10.', 'Note', 'to', 'page', '10.')}] TJ ET"
    assert read(line) == "10. Note to page 10."


def test_dots_that_lead_to_a_page_number_are_no_grid_of_the_words() -> None:
    dots = " ".join(["(.) -190"] * 30)
    line = f"BT /F1 12 Tf 72 700 Td [{kerned('2.4', 'Different', 'block', 'plans')} -300 {dots} (21)] TJ ET"
    assert read(line).startswith("2.4 Different block plans .")


def test_letters_on_a_grid_are_one_word() -> None:
    cells = " ".join(f"1 0 0 1 {72 + 12 * at} 700 Tm ({letter}) Tj" for at, letter in enumerate("Martineau"))
    assert read(f"BT /F1 12 Tf {cells} ET") == "Martineau"


@pytest.mark.parametrize(("step", "text"), [(-160, "Two years after"), (-100, "Twoyearsafter")])
def test_a_narrow_blank_between_touching_letters(step: int, text: str) -> None:
    assert read(f"BT /F1 12 Tf 72 700 Td [{kerned('Two', 'years', 'after', step=step)}] TJ ET") == text


@pytest.mark.parametrize("words", [("Two", "years", "after", "a", "hip"), ("Il", "y", "a", "deux", "ans")])
def test_a_narrow_blank_beside_a_word_of_one_letter(words: tuple[str, ...]) -> None:
    assert read(f"BT /F1 12 Tf 72 700 Td [{kerned(*words, step=-160)}] TJ ET").split()[1:] == [*words[1:]]


@pytest.mark.parametrize("word", ["SECTION", "ABC", "ABCD"])
def test_letters_that_are_spaced_wide_are_one_word(word: str) -> None:
    spaced = " -160 ".join(f"({letter})" for letter in word)
    assert read(f"BT /F1 12 Tf 72 700 Td [{spaced}] TJ ET") == word


def test_a_sign_in_the_middle_of_a_line_does_not_join_its_end_to_the_next_line() -> None:
    first = kerned("a", "non-formal", "sketch", "of", "what", "a", "flavour", "is")
    second = kerned("an", "interval", "of", "the", "model", "and", "of", "it")
    drawn = (
        f"BT /F1 12 Tf 72 700 Td [{first}] TJ 0 -14 Td [{second}] TJ 0 -14 Td (so ) Tj 0 -14 Td (on ) Tj ET"
    )
    assert "flavour is\nan interval" in read(drawn)


def test_an_address_that_a_line_cuts_stays_whole() -> None:
    drawn = "BT /F1 12 Tf 72 700 Td (write to m.roy@) Tj 0 -14 Td (example.org ) Tj 0 -14 Td (so ) Tj ET"
    assert "m.roy@example.org" in read(drawn)
