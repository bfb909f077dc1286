# SPDX-License-Identifier: MIT
"""Terms in words that were misread: found where the reader doubted, and never where it was sure of another word."""

from __future__ import annotations

import pytest

from reviewer.verification.nearness import resembling
from reviewer.verification.needles import needles
from reviewer.verification.request import Term
from reviewer.verification.surface import SeenWord

NAME, FULL, PLACE = "Tréchouinard", "Ghislain Tranchemontagne", "Quillfeather"


def near(term: str, *words: tuple[str, float], token: bool = False) -> int:
    seen = [SeenWord(*each) for each in words]
    return sum(count for _, count in resembling(needles([Term(term, token=token)]), seen))


def read(text: str, confidence: float) -> list[tuple[str, float]]:
    return [(word, confidence) for word in text.split()]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (NAME, "Trichouinard"),
        (NAME, "Trkeichouinard"),
        (NAME, "Trchouinard"),
        (NAME, "par Tréchonimard hier"),
        (FULL, "Ghi sl ain Tr anchenont agne"),
        (FULL, "Gislain Tranchenontagne"),
        (PLACE, "Quilfeatker"),
        ("Dubois", "Dubais"),
        ("046 454 286", "046 454 236"),
        ("Harriet Quillfeather spoke about the culvert", "Harnet Quillfeother spoke about the culvcrt"),
    ],
)
def test_doubtful_words_with_errors_are_the_term(term: str, text: str) -> None:
    assert near(term, *read(text, 40)) == 1
    assert near(term, *read(text, 96)) == 0


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Bernard", "Bemard"),
        ("Marielle", "Marie11e"),
        ("Clavette", "davette"),
        ("Quillfeather", "Qui1lfeather"),
        ("046 454 286", "O46 4S4 28G"),
    ],
)
@pytest.mark.parametrize("confidence", [30, 96])
def test_signs_of_one_shape_are_one_however_sure(term: str, text: str, confidence: float) -> None:
    assert near(term, *read(text, confidence)) == 1


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Tremblay", "Trembley"),
        ("Bouchard", "Pouchard"),
        ("Gagnon", "Cannon"),
        ("Marchand", "marchandise"),
        ("046 454 286", "046 454 287"),
    ],
)
def test_other_words_read_for_sure_are_others(term: str, text: str) -> None:
    assert near(term, *read(text, 92)) == 0


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Roy", "Ray"),
        ("Paquin", "Pontiac"),
        ("Gagnon", "gouvernement"),
        ("Dubois", "zzzzzz"),
        ("046 454", "046 459"),
        (PLACE, "..."),
        (PLACE, "Q u i l l and a great many other words of one letter a b c d e f g h i j k l m n o p"),
        ("Harriet Quillfeather", "internationalisation " * 12),
    ],
)
def test_doubtful_words_that_are_far_are_others(term: str, text: str) -> None:
    assert near(term, *read(text, 20)) == 0


def test_what_is_read_to_the_letter_is_found_elsewhere() -> None:
    assert near(NAME, *read(NAME, 30)) == 0
    assert near(NAME, *read(f"{NAME} Trichouinard Trichouinard", 30)) == 2


def test_a_sure_word_beside_a_doubtful_one_may_belong_to_it() -> None:
    assert near(FULL, ("Ghislain", 95), ("Tranchenontogne", 60)) == 1
    assert near(FULL, ("Ghislain", 95), ("Tranchenontogne", 95)) == 0


def test_lone_words_of_a_name_are_not_guessed_at() -> None:
    assert near(NAME, *read("Trichouinard", 30), token=True) == 0
