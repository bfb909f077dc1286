# SPDX-License-Identifier: MIT
"""Spans, boxes, stories: places in a document."""

from __future__ import annotations

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.document import (
    ENCODINGS,
    Box,
    Choice,
    Document,
    Format,
    Language,
    Problem,
    ProblemKind,
    Region,
    Span,
    Story,
    StoryKind,
)

SPANS = st.builds(
    lambda story, start, length: Span(story, start, start + length),
    st.sampled_from(["body", "header"]),
    st.integers(0, 8),
    st.integers(1, 5),
)
DOCUMENT = Document(
    "ab" * 32,
    Format.TEXT,
    "1",
    None,
    (
        Story("body", StoryKind.BODY, "né 😀 à Gaspé"),
        Story("property:title", StoryKind.PROPERTY, "", visible=False),
    ),
)


def characters(span: Span) -> set[tuple[str, int]]:
    return {(span.story, place) for place in range(span.start, span.end)}


@given(SPANS, SPANS)
def test_spans_are_sets_of_characters(one: Span, other: Span) -> None:
    assert one.contains(other) == (characters(other) <= characters(one))
    assert one.overlaps(other) == bool(characters(one) & characters(other))


@pytest.mark.parametrize(
    ("inner", "contained", "overlapping"),
    [
        (Span("body", 2, 6), True, True),
        (Span("body", 2, 5), True, True),
        (Span("body", 1, 6), False, True),
        (Span("body", 2, 7), False, True),
        (Span("body", 5, 9), False, True),
        (Span("body", 6, 9), False, False),
        (Span("body", 0, 2), False, False),
        (Span("header", 3, 4), False, False),
    ],
)
def test_inside_across_and_beside(inner: Span, contained: bool, overlapping: bool) -> None:
    outer = Span("body", 2, 6)
    assert outer.contains(inner) is contained
    assert outer.overlaps(inner) is overlapping
    assert inner.overlaps(outer) is overlapping


def test_places_sort_in_reading_order() -> None:
    spans = [Span("header", 0, 1), Span("body", 5, 6), Span("body", 2, 9), Span("body", 2, 3)]
    assert sorted(spans) == [Span("body", 2, 3), Span("body", 2, 9), Span("body", 5, 6), Span("header", 0, 1)]
    assert Box(1, 0, 9, 1, 10) < Box(2, 0, 0, 1, 1)


def test_offsets_count_code_points() -> None:
    assert DOCUMENT.text_of(Span("body", 3, 4)) == "😀"
    assert DOCUMENT.text_of(Span("body", 7, 12)) == "Gaspé"


def test_a_story_by_its_id() -> None:
    assert DOCUMENT.story("property:title").kind is StoryKind.PROPERTY
    assert DOCUMENT.has_story("body")
    assert not DOCUMENT.has_story("page:1")
    with pytest.raises(KeyError):
        DOCUMENT.story("page:1")


def test_equal_documents_are_equal_also_after_a_look_inside() -> None:
    again = dataclasses.replace(DOCUMENT)
    assert again.story("body").text == DOCUMENT.story("body").text
    assert again == dataclasses.replace(DOCUMENT)
    assert again != dataclasses.replace(DOCUMENT, language=Language.FR)


@pytest.mark.parametrize(
    ("sides", "takes"),
    [
        ((0.0, 0.0, 1.0, 1.0), True),
        ((2.0, 0.0, 2.0, 1.0), False),
        ((0.0, 3.0, 1.0, 2.0), False),
        ((-1.0, 0.0, 1.0, 1.0), False),
        ((math.nan, 0.0, 1.0, 1.0), False),
        ((0.0, 0.0, 1.0, math.nan), False),
        ((0.0, 0.0, math.inf, 1.0), False),
    ],
)
def test_a_region_has_an_area_or_takes_nothing(sides: tuple[float, float, float, float], takes: bool) -> None:
    assert Region("image:1", *sides).has_area is takes


def test_only_pictures_can_be_masked() -> None:
    picture = Problem("image:1", ProblemKind.IMAGE, (Choice.KEEP, Choice.MASK, Choice.REMOVE), Choice.KEEP)
    drawing = Problem("image:2", ProblemKind.IMAGE, (Choice.REMOVE,), Choice.REMOVE)
    made = dataclasses.replace(DOCUMENT, problems=(picture, drawing))
    assert [made.can_mask(name) for name in ("image:1", "image:2", "image:3")] == [True, False, False]


@pytest.mark.parametrize(
    "fact",
    [Span("body", 0, 1), Box(1, 0, 0, 1, 1), Region("image:1", 0, 0, 1, 1), DOCUMENT.stories[0], DOCUMENT],
)
def test_facts_are_frozen(fact: object) -> None:
    name = dataclasses.fields(fact)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(fact, name, "x")


def test_answers_to_an_encoding_are_codecs() -> None:
    for choice in ENCODINGS:
        assert "a".encode(choice).decode(choice) == "a"


@pytest.mark.parametrize("words", [Format, Language, StoryKind, ProblemKind, Choice])
def test_words_are_plain(words: type[Format]) -> None:
    assert all(word.value == word.value.lower() and " " not in word.value for word in words)
