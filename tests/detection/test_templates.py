# SPDX-License-Identifier: MIT
"""Identifiers on the templates of tests/corpus/values hold their floors by group and category, on the held ones too."""

from __future__ import annotations

import pytest

from reviewer.detection.engine import Engine
from tests.detection.templates import Tally, filled, tally

FLOORS = {
    "checked numbers": 0.995,
    "by shape and context": 0.97,
    "contact": 0.99,
    "ADDRESS_EN": 0.95,
    "ADDRESS_FR": 0.93,
    "MARKING": 0.99,
}
"""The goals of recall."""


@pytest.fixture(scope="module", params=["learn", "held", "fresh"])
def measured(request: pytest.FixtureRequest, rules_only: Engine) -> Tally:
    return tally(request.param, rules_only)


@pytest.mark.parametrize("kind", FLOORS)
def test_recall(measured: Tally, kind: str) -> None:
    assert measured.recall(kind) >= FLOORS[kind], measured.missed


def test_no_category_is_far_behind_its_group(measured: Tally) -> None:
    kinds = [kind for kind in measured.gold if kind.isupper()]
    assert {kind: measured.recall(kind) for kind in kinds if measured.recall(kind) < 0.9} == {}
    assert sum(measured.named[kind] for kind in kinds) >= 0.97 * sum(measured.gold[kind] for kind in kinds)


def test_precision_and_look_alikes(measured: Tally) -> None:
    assert measured.precision("all") >= 0.98, measured.wrong
    assert measured.traps[0] <= 0.05 * measured.traps[1], measured.wrong


def test_templates_are_many_and_the_same_each_time() -> None:
    for name in ("learn", "held", "fresh"):
        texts = list(filled(name))
        assert texts == list(filled(name))
        assert len(texts) > 250
        assert all(text[one.start : one.end].strip() for text, gold in texts for one in gold)


def test_no_template_is_in_both_sets() -> None:
    learn = {text for text, _ in filled("learn", ways=1)}
    assert learn.isdisjoint(text for text, _ in filled("held", ways=1))
