# SPDX-License-Identifier: MIT
"""What is handed to each tool, and what its findings come to on each kind of set; `bench_detection_all.py` runs them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench_detection import GROUPS
from bench_detection_people import Counted, count
from bench_names_sets import Marked
from bench_published import Page, false_flags

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reviewer.model.document import Span  # noqa: E402 - the script runs from anywhere
from reviewer.model.finding import Category  # noqa: E402
from tests.detection.measure import Flag, Scores, add  # noqa: E402

Text = dict[str, str]
Result = dict[str, Any]


def annotated_texts(annotated: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[Text]:
    """The annotated documents, as a tool gets them."""
    for stem, golds in annotated.items():
        for gold in golds:
            yield {"id": f"{stem}/{gold['id']}", "language": gold["meta"]["primary"], "text": gold["text"]}


def named_texts(named: Mapping[str, Sequence[Marked]]) -> Iterator[Text]:
    """The documents with marked names."""
    for part, listed in named.items():
        for each in listed:
            yield {"id": f"{part}/{each.id}", "language": each.language, "text": each.text}


def published_texts(published: Mapping[str, Sequence[Page]]) -> Iterator[Text]:
    """The published pages."""
    for title, listed in published.items():
        for each in listed:
            yield {"id": f"{title}/{each.id}", "language": each.language, "text": each.text}


def _flags(result: Result, name: str) -> list[Flag]:
    return [Flag(Span("body", start, end), kind, role) for start, end, kind, role in result["found"][name]]


def annotated_of(stem: str, golds: Sequence[Mapping[str, Any]], result: Result) -> dict[str, Any]:
    """What a tool reached on one annotated set."""
    scores, apart = Scores(), {"en": Scores(), "fr": Scores()}
    for gold in golds:
        found = _flags(result, f"{stem}/{gold['id']}")
        add(scores, dict(gold), found)
        add(apart[gold["meta"]["primary"]], dict(gold), found)
    return {
        "required": scores.required_recall,
        "all": scores.recall,
        "passages": scores.passage_recall,
        "precision": scores.precision,
        "traps": scores.traps,
        "false per 1000 words": scores.false_per_1000_words,
        "words": scores.words,
        "groups": {
            group: {language: each.of(categories) for language, each in apart.items()}
            for group, categories in GROUPS.items()
        },
    }


def named_of(part: str, marked: Sequence[Marked], result: Result) -> dict[str, float]:
    """What a tool reached on one part of a set of names."""
    total = Counted()
    for each in marked:
        found = result["found"][f"{part}/{each.id}"]
        places = [(start, end) for start, end, kind, _ in found if kind == Category.PERSON]
        total += count(each, places)
    return total.figures()


def published_of(title: str, listed: Sequence[Page], result: Result) -> dict[str, Any]:
    """A tool's false flags on pages of one kind, by category."""
    counted: dict[str, int] = {}
    for each in listed:
        for flag in false_flags(each, _flags(result, f"{title}/{each.id}")):
            counted[str(flag.category)] = counted.get(str(flag.category), 0) + 1
    words = sum(each.words for each in listed)
    return {
        "words": words,
        "false": dict(sorted(counted.items())),
        "false per 1000 words": 1000 * sum(counted.values()) / max(1, words),
    }


def speeds_of(texts: Sequence[Text], result: Result) -> dict[str, float]:
    """Thousand signs in a second of processor time, by language and in all."""
    speeds = {}
    for language in ("en", "fr", ""):
        chosen = [each for each in texts if language in {"", each["language"]}]
        seconds = sum(result["cost"][each["id"]]["cpu"] for each in chosen)
        speeds[language or "all"] = sum(len(each["text"]) for each in chosen) / 1000 / seconds
    return speeds
