# SPDX-License-Identifier: MIT
"""Where needles stand in a text: many at once must find what each alone would."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.documents.searching import Known, Needles

few_letters = st.text(alphabet="ab1é", max_size=14)


def _one_by_one(needles: set[str], text: str) -> Iterator[tuple[int, str]]:
    for needle in needles - {""}:
        at = text.find(needle)
        while at >= 0:
            yield at, needle
            at = text.find(needle, at + 1)


@given(st.sets(few_letters, max_size=12), st.text(alphabet="ab1é", max_size=80))
def test_finds_what_looking_for_each_alone_finds(needles: set[str], text: str) -> None:
    assert sorted(Needles(needles).places(text)) == sorted(_one_by_one(needles, text))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("ecastonguay", True),
        ("castongua", False),
        ("x", False),
        ("", False),
        ("royal", False),
        ("leroy", True),
    ],
)
def test_within_says_whether_any_needle_is_there(text: str, *, there: bool) -> None:
    assert Needles({"castonguay", "leroy"}).within(text) is there


def test_the_places_of_one_needle_ascend() -> None:
    places = [
        at for at, needle in Needles({"tremblay", "roy"}).places("roytremblayroytremblay") if needle == "roy"
    ]
    assert places == [0, 11]


def test_nothing_looked_for_is_nowhere() -> None:
    assert list(Needles([]).places("text")) == list(Needles([""]).places("text")) == []


def test_a_known_text_is_the_text_and_knows_what_was_looked_for() -> None:
    known = Known.of("leroyleroy", Needles(["leroy", "roy", "tremblay"]))
    assert known == "leroyleroy"
    assert known.places_of("leroy") == [0, 5]
    assert known.places_of("roy") == [2, 7]
    assert known.places_of("tremblay") == []
    assert known.places_of("ler") is None


def test_a_shorter_needle_at_the_end_of_the_text_is_found_once() -> None:
    assert list(Needles({"ab", "abb"}).places("ab")) == [(0, "ab")]
