# SPDX-License-Identifier: MIT
"""Floors a little below what is reached on the development set: detection may not fall back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.detection.engine import Engine
from tests.detection.measure import Scores, score

CORPUS = Path(__file__).parent.parent / "corpus" / "detection" / "dev.jsonl"
CHECKED = (
    "SIN",
    "CREDIT_CARD",
    "BUSINESS_NUMBER",
    "EMAIL",
    "PHONE",
    "POSTAL_CODE",
    "ADDRESS",
    "PASSPORT",
    "PRI",
    "UCI",
)


@pytest.fixture(scope="module")
def full(engine: Engine) -> Scores:
    return score(CORPUS, engine)


@pytest.fixture(scope="module")
def fast(rules_only: Engine) -> Scores:
    return score(CORPUS, rules_only)


def test_what_must_be_found_is_found(full: Scores) -> None:
    assert full.required_recall >= 0.97
    assert full.passage_recall >= 0.95


def test_little_else_is_flagged(full: Scores) -> None:
    assert full.precision >= 0.93
    assert full.trap_rate <= 0.03
    assert full.false_per_1000_words <= 3.5


@pytest.mark.parametrize("category", CHECKED)
def test_numbers_and_contacts_are_all_found(full: Scores, category: str) -> None:
    assert full.gold[category] > 0
    assert full.hit[category] == full.gold[category]


def test_no_private_person_is_proposed_for_disclosure_as_an_official(full: Scores) -> None:
    assert full.private_as_official == 0


def test_rules_alone_hold_without_the_models(fast: Scores) -> None:
    assert fast.required_recall >= 0.88
    assert fast.passage_recall >= 0.92
    assert fast.precision >= 0.92
