# SPDX-License-Identifier: MIT
"""Engines and short documents that the tests of detection share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.detection.engine import Engine
from reviewer.model.document import Document, Format, Story, StoryKind
from reviewer.model.finding import Finding

Found = Callable[..., tuple[tuple[str, str], ...]]


def document(*texts: str, kinds: tuple[StoryKind, ...] = (), form: Format = Format.TEXT) -> Document:
    kinds = kinds or (StoryKind.BODY, *(StoryKind.COMMENT,) * (len(texts) - 1))
    stories = tuple(
        Story(f"{kind.value}:{number}" if number else kind.value, kind, text)
        for number, (text, kind) in enumerate(zip(texts, kinds, strict=True))
    )
    return Document("0" * 64, form, "1", None, stories)


@pytest.fixture(scope="session")
def rules_only() -> Engine:
    return Engine(fast=True)


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine()


@pytest.fixture(scope="session")
def found(rules_only: Engine) -> Found:
    """What the rules find in a text, as (category, text) in reading order."""

    def find(*texts: str, kinds: tuple[StoryKind, ...] = ()) -> tuple[tuple[str, str], ...]:
        doc = document(*texts, kinds=kinds)
        return tuple((item.category.value, doc.text_of(item.span)) for item in rules_only.detect(doc))

    return find


@pytest.fixture(scope="session")
def findings(rules_only: Engine) -> Callable[[str], tuple[Finding, ...]]:
    return lambda text: rules_only.detect(document(text))
