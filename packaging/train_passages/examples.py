# SPDX-License-Identifier: MIT
"""Sentences with what they are, from the lists of sentences, annotated documents and ordinary published text."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from reviewer.detection.candidate import candidate  # noqa: E402 - the script runs from anywhere
from reviewer.detection.engine import Engine  # noqa: E402
from reviewer.detection.passagecues import grammars  # noqa: E402
from reviewer.detection.passages import PassageRecognizer  # noqa: E402
from reviewer.detection.passageweights import NONE, weights  # noqa: E402
from reviewer.detection.reading import read  # noqa: E402
from reviewer.detection.wordings import features  # noqa: E402
from reviewer.model.document import Document, Format, Story, StoryKind  # noqa: E402
from reviewer.model.finding import Category  # noqa: E402

LISTS = ROOT / "packaging" / "train_passages"
HELD = ROOT / "tests" / "detection" / "data"
Labels = Callable[[int, int], str | None]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence's features and class; `source` is the set it belongs to, `group` its document."""

    features: dict[str, float]
    label: str
    source: str
    group: str
    words: int
    text: str


def engine() -> Engine:
    """Rules alone: they find the names."""
    return Engine(fast=True)


def examples(text: str, labels: Labels, source: str, group: str, engine: Engine) -> Iterator[Example]:
    """Every sentence of a text that says something; where the label is None it is left out."""
    story = Story("body", StoryKind.BODY, text)
    found = engine.detect(Document("0" * 64, Format.TEXT, "1", None, (story,)))
    people = [
        candidate((item.span.start, item.span.end), Category.PERSON, item.rule, item.confidence)
        for item in found
        if item.category is Category.PERSON
    ]
    reading = read(story)
    recognizer = PassageRecognizer(reading, people)
    for sentence in reading.sentences:
        label = labels(sentence.start, sentence.end)
        words = reading.text[sentence.start : sentence.end]
        if label is None or recognizer.says_nothing(sentence):
            continue
        said = recognizer.said(sentence, grammars().cues.matches(words))
        yield Example(features(said, weights().groups), label, source, group, len(words.split()), words)


def listed(path: Path, source: str, engine: Engine, half: str = "") -> Iterator[Example]:
    """The sentences of a list; `half` takes those only whose digest falls into that half."""
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line[1:-1]
        if line[:2] not in {"+ ", "- "} or (half and half_of(line[2:]) != half):
            continue
        label = kind if line[0] == "+" else NONE
        before, joint, text = line[2:].rpartition(" // ") if " // " in line else line[2:].rpartition(" || ")
        whole = before + {" // ": "\n", " || ": " "}.get(joint, "") + text
        start = len(whole) - len(text)
        yield from examples(
            whole,
            lambda first, last, label=label, start=start: label if last > start else None,
            source,
            line[2:],
            engine,
        )


def half_of(sentence: str) -> str:
    """The half that a sentence falls into, for ever."""
    return "learn" if hashlib.sha256(sentence.encode()).digest()[0] % 2 else "held"


def annotated(path: Path, engine: Engine) -> Iterator[Example]:
    """The sentences of annotated documents; those that a doubtful passage touches are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        passages = [span for span in document["spans"] if span["cls"] == "passage"]
        yield from examples(
            document["text"],
            lambda first, last, passages=passages: _label(first, last, passages),
            path.stem,
            document["id"],
            engine,
        )


def _label(first: int, last: int, passages: list[dict[str, object]]) -> str | None:
    label: str | None = NONE
    for span in passages:
        start, end = int(str(span["start"])), int(str(span["end"]))
        common = min(last, end) - max(first, start)
        if common <= 0:
            continue
        if span["tier"] == "weak":
            label = None
        elif common >= 0.5 * min(last - first, end - start):
            return str(span["type"])
    return label


def ordinary(path: Path, engine: Engine) -> Iterator[Example]:
    """The lines of a text in which nothing is sensitive."""
    text = path.read_text(encoding="utf-8")
    yield from examples(text, lambda first, last: NONE, path.stem, path.stem, engine)
