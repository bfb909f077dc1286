# SPDX-License-Identifier: MIT
"""Findings and the entities that they name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.model.document import Span
from reviewer.model.entity import Entity, entities
from reviewer.model.finding import PASSAGES, Category, Evidence, EvidenceKind, Finding, Suggestion, Tier

FIRST = Finding(
    Span("body", 0, 12),
    Category.PERSON,
    "name",
    Tier.SURE,
    0.9,
    Suggestion.WITHHOLD,
    (Evidence(EvidenceKind.MODEL, "ner", 0.9),),
    entity="person:1",
)
SECOND = replace(FIRST, span=Span("body", 40, 44))
ALONE = replace(FIRST, span=Span("body", 20, 24), entity=None)
OTHER = replace(FIRST, span=Span("header", 0, 4), entity="person:2")


def test_the_id_tells_place_and_category() -> None:
    assert FIRST.id == "body@0-12:PERSON"
    assert replace(FIRST, category=Category.ADDRESS).id == "body@0-12:ADDRESS"
    assert replace(FIRST, confidence=0.1, entity=None).id == FIRST.id


@pytest.mark.parametrize("category", Category)
def test_passages_are_sentences(category: Category) -> None:
    assert replace(FIRST, category=category).is_passage is (category in PASSAGES)


def test_identifiers_are_no_passages() -> None:
    assert not {Category.PERSON, Category.SIN, Category.MARKING, Category.OTHER_ID} & PASSAGES
    assert {Category.HEALTH_INFO, Category.CABINET, Category.OPINION_ABOUT_PERSON} <= PASSAGES


def test_findings_of_one_name_are_one_entity() -> None:
    assert entities((FIRST, ALONE, OTHER, SECOND)) == (
        Entity("person:1", Category.PERSON, (FIRST, SECOND)),
        Entity("body@20-24:PERSON", Category.PERSON, (ALONE,)),
        Entity("person:2", Category.PERSON, (OTHER,)),
    )
    assert entities(iter(())) == ()
