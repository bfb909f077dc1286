# SPDX-License-Identifier: MIT
"""A budget of false flags on ordinary published pages: open text must not drown in proposals."""

from __future__ import annotations

from collections import Counter

import pytest

from reviewer.detection.engine import Engine
from reviewer.model.finding import PASSAGES, Category
from tests.corpus.published.read import Page, false_flags, here
from tests.detection.measure import detect

IN_ALL = 2.5
BY_LANGUAGE = {"en": 1.5, "fr": 3.5}
BY_KIND = {"persons": 0.2, "passages": 2.0, "values": 0.4}
"""False flags for 1,000 words, over the pages in tests/corpus/published."""


@pytest.fixture(scope="module")
def flagged(engine: Engine) -> list[tuple[Page, Category]]:
    return [
        (page, flag.category)
        for pages in here().values()
        for page in pages
        for flag in false_flags(page, detect(page.text, engine))
    ]


def test_there_is_enough_text_in_both_languages() -> None:
    words = Counter[str]()
    for pages in here().values():
        for page in pages:
            words[page.language] += page.words
    assert min(words["en"], words["fr"]) > 15_000


def test_false_flags_in_all_stay_within_their_budget(flagged: list[tuple[Page, Category]]) -> None:
    assert _for_1000_words(len(flagged)) <= IN_ALL


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_each_language_stays_within_its_budget(flagged: list[tuple[Page, Category]], language: str) -> None:
    false = sum(page.language == language for page, _ in flagged)
    assert _for_1000_words(false, language) <= BY_LANGUAGE[language]


@pytest.mark.parametrize("kind", BY_KIND)
def test_each_kind_stays_within_its_budget(flagged: list[tuple[Page, Category]], kind: str) -> None:
    false = Counter(_kind(category) for _, category in flagged)
    assert _for_1000_words(false[kind]) <= BY_KIND[kind]


def test_an_allowed_contact_does_not_count_and_another_does(engine: Engine) -> None:
    text = "Write to Ms. Alice Halver, spokesperson, or to Mr. Ravi Okafor."
    found = detect(text, engine)
    allowed = Page("page", "en", text, ((text.index("Alice"), text.index(", spokes")),))
    assert [text[flag.span.start : flag.span.end] for flag in false_flags(allowed, found)] == [
        "Mr. Ravi Okafor"
    ]


def _kind(category: Category) -> str:
    if category is Category.PERSON:
        return "persons"
    return "passages" if category in PASSAGES else "values"


def _for_1000_words(false: int, language: str = "") -> float:
    words = sum(page.words for pages in here().values() for page in pages if language in {"", page.language})
    return 1000 * false / words
