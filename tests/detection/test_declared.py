# SPDX-License-Identifier: MIT
"""Every declared recognizer finds its own examples through the loader, and none of its counter-examples."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from reviewer import paths
from reviewer.detection import recognizer
from reviewer.detection.reading import read
from reviewer.model.document import Story, StoryKind

ROWS: list[dict[str, Any]] = [
    row
    for path in sorted(paths.resource("recognizers").glob("*.yaml"))
    for row in yaml.safe_load(path.read_text(encoding="utf-8"))["recognizers"]
]


def _hits(identifier: str, text: str) -> list[str]:
    reading = read(Story("body", StoryKind.BODY, text))
    return [reading.text[item.start : item.end] for item in recognizer.by_id()[identifier].find(reading)]


@pytest.mark.parametrize(
    ("identifier", "text"),
    [(row["id"], text) for row in ROWS for text in row["examples"]],
    ids=lambda value: str(value)[:40],
)
def test_an_example_is_found(identifier: str, text: str) -> None:
    assert _hits(identifier, text)


@pytest.mark.parametrize(
    ("identifier", "text"),
    [(row["id"], text) for row in ROWS for text in row["counter_examples"]],
    ids=lambda value: str(value)[:40],
)
def test_a_counter_example_is_not(identifier: str, text: str) -> None:
    assert _hits(identifier, text) == []


def test_every_category_of_values_has_a_recognizer() -> None:
    assert {"SIN", "PRI", "UCI", "HEALTH_CARD", "PASSPORT", "BANK_ACCOUNT", "STATUS_CARD", "COORDINATES"} <= {
        item.category.value for item in recognizer.declared()
    }
