# SPDX-License-Identifier: MIT
"""What the models say of paragraphs: places, chances, the model; lines help one another, languages keep apart."""

from __future__ import annotations

import pytest

from reviewer.detection import models
from reviewer.detection.engine import Engine
from reviewer.errors import Cancelled
from reviewer.model.document import Language
from tests.detection.measure import detect

Lines = list[tuple[int, int, Language | None]]


def _lines(text: str, language: Language | None = Language.EN) -> Lines:
    places: Lines = []
    start = 0
    for line in text.split("\n"):
        places.append((start, start + len(line), language if line.strip() else None))
        start += len(line) + 1
    return places


def _named(text: str, lines: Lines) -> list[str]:
    return [text[one.start : one.end] for one in models.people([(text, lines)])[0]]


def test_a_word_from_outside_ends_the_work_between_two_batches() -> None:
    text = "Kenji Morrow met Anita Szabo in the hall.\n" * 800
    told = 0

    def stop() -> None:
        nonlocal told
        told += 1
        if told == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        models.people([(text, _lines(text))], tick=stop)
    assert _named(text, _lines(text)) == ["Kenji Morrow", "Anita Szabo"] * 800


def test_each_entity_says_how_sure_and_by_which_model() -> None:
    text = "Anita Szabo a rencontré Kenji Morrow."
    for language in Language:
        found = models.people([(text, _lines(text, language))])[0]
        assert found
        for one in found:
            assert models.model(language).network.threshold <= one.score <= 1
            assert one.language is language
            assert one.model == models.model(language).name
            assert language.value in one.model


def test_texts_do_not_know_of_one_another() -> None:
    letter = "Hello,\nThe file is closed.\nRegards,\nAnita Szabo"
    other = "Budget by region\nAtlantic\t12\nThe file is closed."
    alone = models.people([(letter, _lines(letter))])[0]
    both = models.people([(other, _lines(other)), (letter, _lines(letter))])
    assert [(one.start, one.end) for one in both[1]] == [(one.start, one.end) for one in alone]
    assert both[0] == []


def test_the_other_language_and_blank_lines_are_not_read() -> None:
    text = "Anita Szabo was there.\n\nKenji Morrow était là."
    lines = _lines(text)
    lines[2] = (*lines[2][:2], Language.FR)
    assert [(text[one.start : one.end], one.language) for one in models.people([(text, lines)])[0]] == [
        ("Anita Szabo", Language.EN),
        ("Kenji Morrow", Language.FR),
    ]
    assert models.people([(text, _lines(text, None))]) == [[]]


def test_a_paragraph_beyond_any_measure_is_read_in_pieces() -> None:
    text = "Nothing happened here. " * 1200 + "Anita Szabo signed the form." + "x" * 25_000
    assert "Anita Szabo" in _named(text, _lines(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hyun-woo Park, étudiant, tient le journal de bord du bateau cette semaine.", "Hyun-woo Park"),
        ("spoke to sandeep about the grant, he wants the numbers by noon tomorrow", "sandeep"),
    ],
)
def test_a_model_that_is_sure_is_heard_against_doubts(engine: Engine, text: str, name: str) -> None:
    found = [item for item in detect(text, engine) if item.category == "PERSON"]
    assert [text[item.span.start : item.span.end] for item in found] == [name]


@pytest.mark.parametrize(
    "text", ["We met at Hyun-woo Park by the lake.", "Health Canada and Parks Canada agreed."]
)
def test_a_sure_model_does_not_make_a_place_a_person(engine: Engine, text: str) -> None:
    assert not [item for item in detect(text, engine) if item.category == "PERSON"]
