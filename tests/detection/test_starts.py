# SPDX-License-Identifier: MIT
"""Patterns tried only where they can begin give the matches of patterns searched for everywhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reviewer import paths
from reviewer.detection import recognizer
from reviewer.detection.context import PERSON_WORDS, SOMEONE, Mentioned
from reviewer.detection.cues import alternatives, heads
from reviewer.detection.markings import markings
from reviewer.detection.rules import secrets
from reviewer.detection.starts import Sought, Starts

CORPUS = Path(__file__).parent.parent / "corpus" / "detection" / "dev.jsonl"
ALL = (
    *(pattern.sought for item in recognizer.declared() for pattern in item.patterns),
    *(pattern for marking in markings() for pattern in marking.patterns),
    secrets._CODE,
    secrets._DIRECT,
)
ODD = "ſIN 046 454 286, İUC 0000-0000, Pın code: 4417, SIN\u00a0046\u2009454\u2009286 (SIN046454286) x-SIN 0"


def _texts() -> list[str]:
    """The development set, and each recognizer's own examples together."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    files = paths.resource("recognizers").glob("*.yaml")
    items = [
        item for file in files for item in yaml.safe_load(file.read_text(encoding="utf-8"))["recognizers"]
    ]
    examples = [text for item in items for key in ("examples", "counter_examples") for text in item[key]]
    return [*(str(row["text"]) for row in rows), "\n".join(examples), " ".join(examples), ODD]


def test_every_pattern_finds_what_it_finds_when_searched_for_everywhere() -> None:
    hits = 0
    for text in _texts():
        starts = Starts(text)
        for sought in ALL:
            wanted = [match.span() for match in sought.regex.finditer(text)]
            assert [match.span() for match in sought.finditer(text, starts)] == wanted, sought.regex.pattern
            hits += len(wanted)
    assert hits > 1_500


def test_most_patterns_know_where_they_begin() -> None:
    starts = Starts("SIN 046 454 286")
    assert sum(sought.places(starts) is not None for sought in ALL) > 0.8 * len(ALL)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\b(?:SIN|NAS)\W{0,4}\d+", "a NAS: 12, SINS, xSIN 4, sin 5 SIN6"),
        (r"(?<!\w)né(?:e)? le", "née le, Née le, renée le, né le"),
        (r"(?<![\d-])\d{3}-?\d", "1234 -123-4 x1234 12345 123-4"),
        (r"(?:0?[7-9]|1\d) ?[A-Z]", "7A 07 B 17C 27D x8E 9"),
        (r"\b(?:0?[7-9]|1\d) ?[A-Z]", "7A 07 B 17C 27D x8E 9"),
        (r"(?<!\d)\d?x\d", "x1 2x3 44x5"),
        (r"\b(?:\d{2}|ab)\d", "123 ab4 xab5 7123"),
        (r"\bfoo\b|bar", "foo bar xbar xfoo"),
        (r"(?<![^\w])ab", "ab xab .ab"),
        (r"\b[\]x]y|\bz", "xy ]y z xz"),
        (r"\b(?P<value>ab(?:c|d)?)e", "abe abce xabe abde"),
        (r"\ba?b{0,2}c", "c abc bc ac bbc xc"),
    ],
)
def test_beginnings_of_every_kind(pattern: str, text: str) -> None:
    regex = re.compile(pattern, re.IGNORECASE)
    found = [match.span() for match in Sought(regex).finditer(text, Starts(text))]
    assert found == [match.span() for match in regex.finditer(text)]
    assert found


def test_a_class_may_hold_a_bracket_and_a_bar() -> None:
    assert alternatives(r"[]|x]a|[^]|]b|[\]|]c|d") == [r"[]|x]a", r"[^]|]b", r"[\]|]c", "d"]
    assert heads("(?:a|b)[cd]e") == {"ace", "ade", "bce", "bde"}


@given(st.text("heılſİ SMWAwrsne'l.,d é", max_size=40))
def test_words_for_a_person_are_the_same_in_small_letters(text: str) -> None:
    for words in (PERSON_WORDS, SOMEONE):
        assert words.within(text) is bool(words._any_case.search(text))


def test_an_escape_keeps_its_case() -> None:
    assert Mentioned(r"\bMr\W+ROY").within("then mr. roy")
    assert not Mentioned(r"\bMr\W+ROY").within("then mrxroy")
