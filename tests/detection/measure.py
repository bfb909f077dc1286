# SPDX-License-Identifier: MIT
"""Scores of detection against annotated documents (tests/corpus/detection/README.md says what the annotations are).

Required recall: gold values of which nine tenths of the signs are covered by findings of values. Precision: findings
that touch something annotated as sensitive; one on a trap is false; one on a public contact counts neither way.
Passages: gold sentences half covered by findings of sentences.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from reviewer.detection.engine import Engine
from reviewer.model.document import Document, Format, Span, Story, StoryKind
from reviewer.model.finding import PASSAGES, Finding


class Flagged(Protocol):
    """What is measured: a finding of ours, or of another tool under our categories' names."""

    @property
    def span(self) -> Span: ...
    @property
    def category(self) -> str: ...
    @property
    def role(self) -> str | None: ...
    @property
    def is_passage(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Flag:
    """A place that some tool flagged."""

    span: Span
    category: str
    role: str | None = None

    @property
    def is_passage(self) -> bool:
        return self.category in PASSAGES


@dataclass
class Scores:
    words: int = 0
    signs: int = 0
    gold: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    required: list[int] = field(default_factory=lambda: [0, 0])
    passages: Counter[str] = field(default_factory=Counter)
    passages_hit: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    traps: list[int] = field(default_factory=lambda: [0, 0])
    private_as_official: int = 0

    @property
    def recall(self) -> float:
        return self.hit.total() / max(1, self.gold.total())

    @property
    def required_recall(self) -> float:
        return self.required[0] / max(1, self.required[1])

    @property
    def passage_recall(self) -> float:
        return self.passages_hit.total() / max(1, self.passages.total())

    @property
    def precision(self) -> float:
        return self.true.total() / max(1, self.true.total() + self.false.total())

    @property
    def trap_rate(self) -> float:
        return self.traps[0] / max(1, self.traps[1])

    @property
    def false_per_1000_words(self) -> float:
        return 1000 * self.false.total() / max(1, self.words)

    def of(self, categories: Iterable[str]) -> tuple[int, int, int, int]:
        """Of some categories: marked, found, falsely flagged, flagged."""
        gold = hit = false = true = 0
        for name in categories:
            gold += self.gold[name] + self.passages[name]
            hit += self.hit[name] + self.passages_hit[name]
            false += self.false[name]
            true += self.true[name]
        return gold, hit, false, true + false


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The annotated documents of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def score(path: Path, engine: Engine) -> Scores:
    """The scores over all documents of a file."""
    scores = Scores()
    for gold in documents(path):
        add(scores, gold, detect(gold["text"], engine))
    return scores


def detect(text: str, engine: Engine) -> tuple[Finding, ...]:
    """The findings in a text alone."""
    story = Story("body", StoryKind.BODY, text)
    return engine.detect(Document("0" * 64, Format.TEXT, "1", None, (story,)))


def wrong(gold: dict[str, Any], found: Sequence[Flagged]) -> Iterator[str]:
    """What was missed (-), a trap that was flagged (!) and what is false (+), each with the words around it."""
    for span in gold["spans"]:
        alone = Scores()
        add(alone, {"text": gold["text"], "spans": [span]}, found)
        if alone.traps[0]:
            yield f"! {_around(gold['text'], span['start'], span['end'])}"
        elif alone.gold != alone.hit or alone.passages != alone.passages_hit:
            yield f"- {span['type']:21} {_around(gold['text'], span['start'], span['end'])}"
    for item in found:
        alone = Scores()
        _judge(alone, item, [span for span in gold["spans"] if _touch(item, span)])
        if alone.false:
            yield f"+ {item.category:21} {_around(gold['text'], item.span.start, item.span.end)}"


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 50) : start], text[end : end + 50]
    return f"{before}[[{text[start:end]}]]{after}".replace("\n", "⏎").replace("\t", "⇥")


def add(scores: Scores, gold: dict[str, Any], found: Iterable[Flagged]) -> None:
    """Count one document."""
    values = [item for item in found if not item.is_passage]
    sentences = [item for item in found if item.is_passage]
    scores.words += len(gold["text"].split())
    scores.signs += len(gold["text"])
    spans = gold["spans"]
    for span in spans:
        if span["cls"] == "trap":
            scores.traps[1] += 1
            scores.traps[0] += _covered(span, values) >= 0.5
        elif span["cls"] == "passage" and span["tier"] != "weak":
            scores.passages[span["type"]] += 1
            scores.passages_hit[span["type"]] += _covered(span, sentences) >= 0.5
        elif span["cls"] == "inline" and span["tier"] in {"required", "business"}:
            hit = _covered(span, values) >= 0.9
            scores.gold[span["type"]] += 1
            scores.hit[span["type"]] += hit
            if span["tier"] == "required":
                scores.required[1] += 1
                scores.required[0] += hit
            if span["attrs"].get("role") in {"private", "personal"}:
                scores.private_as_official += any(
                    item.role == "official" and _touch(item, span) for item in values
                )
    for item in [*values, *sentences]:
        _judge(scores, item, [span for span in spans if _touch(item, span)])


def _judge(scores: Scores, item: Flagged, touched: list[dict[str, Any]]) -> None:
    if any(span["cls"] == "inline" and span["tier"] in {"required", "business"} for span in touched):
        scores.true[item.category] += 1
    elif not item.is_passage and any(span["cls"] == "trap" for span in touched):
        scores.false[item.category] += 1
    elif any(span["tier"] in {"exempt", "weak"} for span in touched):
        return
    elif any(span["cls"] == "passage" for span in touched):
        scores.true[item.category] += 1
    else:
        scores.false[item.category] += 1


def _touch(item: Flagged, span: dict[str, Any]) -> bool:
    return bool(item.span.start < span["end"] and span["start"] < item.span.end)


def _covered(span: dict[str, Any], found: Iterable[Flagged]) -> float:
    covered = {
        place
        for item in found
        for place in range(max(item.span.start, span["start"]), min(item.span.end, span["end"]))
    }
    return len(covered) / max(1, int(span["end"]) - int(span["start"]))
