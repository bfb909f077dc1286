# SPDX-License-Identifier: MIT
"""Whose name a part of a name may be, and how a text is looked for whatever its case, accents and separators."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.detection.people import parts_of
from reviewer.model.finding import Category
from reviewer.store.memory import Remembered
from reviewer.workflow.recalling import Namesakes, Sought, folded, plain, term, ways

RULED = json.dumps([["one", "withhold", '[["19(1)"],null]', "p1", "2026-11-02T10:00:00+00:00"]])


def kept(text: str, category: Category = Category.PERSON) -> Remembered:
    return Remembered(text, text, category, removed=True, rulings=RULED)


@given(st.text())
def test_places_in_plain_text_are_places_in_the_text(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("one", "other", "category"),
    [
        ("046 454 286", "046-454-286", Category.SIN),
        ("Élodie.Roy@home.example", "elodie.roy@HOME.example", Category.EMAIL),
        ("Tremblett, Berthe", "Ms. Berthe TREMBLETT", Category.PERSON),
        ("Nightjar", "NIGHTJAR", Category.OTHER_ID),
    ],
)
def test_ways_of_writing_one_text_are_one(one: str, other: str, category: Category) -> None:
    assert folded(one, category) == folded(other, category)


@pytest.mark.parametrize(
    ("remembered", "asked", "meant"),
    [
        (("Berthe Tremblett",), "Tremblett", ("Berthe Tremblett",)),
        (("Berthe Tremblett",), "B. Tremblett", ("Berthe Tremblett",)),
        (("Berthe Tremblett",), "Tremblett, Berthe", ("Berthe Tremblett",)),
        (("Berthe Tremblett",), "O. Tremblett", ()),
        (("Berthe Tremblett", "Orson Tremblett"), "Tremblett", ()),
        (("Berthe Tremblett", "Orson Tremblett"), "Orson Tremblett", ("Orson Tremblett",)),
        (
            ("Berthe Tremblett", "Berthe Anne Tremblett"),
            "Tremblett",
            ("Berthe Anne Tremblett", "Berthe Tremblett"),
        ),
        (("Tremblett",), "Tremblett", ("Tremblett",)),
        (("Tremblett", "Berthe Tremblett", "Orson Tremblett"), "Berthe Tremblett", ("Berthe Tremblett",)),
        (("Berthe",), "Berthe", ()),
        (("BT",), "BT", ()),
        (("Berthe Tremblett",), "", ()),
    ],
)
def test_a_part_of_a_name_means_somebody_only_where_it_can_be_nobody_else(
    remembered: tuple[str, ...], asked: str, meant: tuple[str, ...]
) -> None:
    found = Namesakes(map(kept, remembered)).meant(parts_of(asked) if asked else ())
    assert tuple(sorted(each.text for each in found)) == tuple(sorted(meant))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("seen: xiuying oyelaran-wu", None),
        ("seen: Xiuying Oyelaran-Wu.", "Xiuying Oyelaran-Wu"),
        ("OYELARAN-WU, Xiuying", "OYELARAN-WU, Xiuying"),
        ("Xiuying\nOyelaran-Wu", "Xiuying\nOyelaran-Wu"),
        ("Xiuying said that Oyelaran left", None),
        ("the last is Xiuying", None),
    ],
)
def test_a_name_is_looked_for_as_it_may_be_written(text: str, place: str | None) -> None:
    remembered, sought = kept("Xiuying Oyelaran-Wu"), Sought()
    for way in ways(remembered, Namesakes([remembered])):
        if len(way) > 2:
            sought.add(remembered, way)
    hits = [text[hit.start : hit.end] for hit in sought.places(text)]
    assert hits == ([place] if place else [])


def test_of_two_that_begin_alike_the_longer_counts_also_at_the_end() -> None:
    sought = Sought()
    sought.add(kept("Nightjar", Category.OTHER_ID), ("nightjar",))
    sought.add(kept("Nightjar Two North", Category.OTHER_ID), ("nightjar", "two", "north"))
    for text, found in (
        ("Nightjar Two North, Nightjar Two", ["Nightjar Two North", "Nightjar"]),
        ("Nightjar", ["Nightjar"]),
    ):
        assert [text[hit.start : hit.end] for hit in sought.places(text)] == found


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("34 years old", Category.AGE),
        ("$81,200", Category.SALARY),
        ("PROTECTED B", Category.MARKING),
        ("She is on sick leave.", Category.HEALTH_INFO),
        ("two\nlines", None),
        ("a line of far more words than any name would ever have", None),
        ("12", None),
        ("x" * 200, Category.OTHER_ID),
        ("--", Category.PHONE),
    ],
)
def test_what_says_nothing_of_the_next_document_is_not_remembered(
    text: str, category: Category | None
) -> None:
    assert term(text, category) is None
