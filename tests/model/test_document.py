# SPDX-License-Identifier: MIT
"""Spans, boxes, stories: places in a document."""

from __future__ import annotations

import dataclasses

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
    ProblemKind,
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


@pytest.mark.parametrize("fact", [Span("body", 0, 1), Box(1, 0, 0, 1, 1), DOCUMENT.stories[0], DOCUMENT])
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
