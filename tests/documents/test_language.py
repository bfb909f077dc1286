# SPDX-License-Identifier: MIT
"""The language of a text and of its paragraphs."""

from __future__ import annotations

import pytest

from reviewer.documents.language import language_of, paragraphs
from reviewer.model.document import Language

FRENCH = "Le comité a examiné les résultats de la campagne de terrain et adopté l'ordre du jour."
ENGLISH = "The committee reviewed the results of the field season and adopted the agenda."


@pytest.mark.parametrize(
    ("text", "language"), [(FRENCH, Language.FR), (ENGLISH, Language.EN), ("1234", Language.EN)]
)
def test_the_language_of_a_text(text: str, language: Language) -> None:
    assert language_of(text) is language


def test_paragraphs_cover_the_text_line_by_line() -> None:
    text = f"{FRENCH}\n12 345\n{ENGLISH}\n"
    found = list(paragraphs(text))
    assert [text[start:end] for start, end, _ in found] == [FRENCH, "12 345", ENGLISH, ""]
    assert [language for *_, language in found] == [Language.FR, None, Language.EN, None]


def test_a_short_line_leans_on_its_neighbours() -> None:
    text = f"{FRENCH}\nSuivi\n{FRENCH}"
    assert [language for *_, language in paragraphs(text)] == [Language.FR] * 3
