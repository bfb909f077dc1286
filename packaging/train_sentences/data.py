# SPDX-License-Identifier: MIT
"""What the sentence model learns from: lists of sentences, sentences of annotated documents, ordinary pages."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from reviewer.detection.reading import Reading, read  # noqa: E402 - the script runs from anywhere
from reviewer.model.document import Story, StoryKind  # noqa: E402
from reviewer.model.finding import PASSAGES  # noqa: E402

NONE = "NONE"
CLASSES = (NONE, *sorted(category.value for category in PASSAGES))
LISTS = (
    *sorted((ROOT / "packaging" / "train_passages").glob("sentences.*.txt")),
    *sorted((ROOT / "tests" / "detection" / "data").glob("passages.*.txt")),
)
PAGES = 1_000
"""So many sentences of ordinary pages, each counting a little less: nobody has read them all."""
PAGE_WEIGHT = 0.7


@dataclass(frozen=True)
class Example:
    """A sentence, the one before it, its class, and what it counts."""

    before: str
    text: str
    label: str
    weight: float = 1.0


def listed(path: Path) -> Iterator[Example]:
    """The sentences of a list (signs: tests/detection/data/passages.en.txt); both halves."""
    kind = NONE
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line[1:-1]
        elif line[:2] in ("+ ", "- "):
            before, _, text = line[2:].rpartition(" || ")
            text = text.rpartition(" // ")[2]
            yield Example(before, text, kind if line[0] == "+" else NONE)


def annotated(path: Path) -> Iterator[Example]:
    """The sentences of annotated documents; borderline ones are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        reading = _reading(document["text"])
        passages = [span for span in document["spans"] if span["cls"] == "passage"]
        before = ""
        for sentence in reading.sentences:
            span = reading.span(sentence.start, sentence.end)
            text = reading.text[sentence.start : sentence.end]
            touching = [
                each
                for each in passages
                if min(span.end, each["end"]) - max(span.start, each["start"])
                > 0.5 * min(span.end - span.start, each["end"] - each["start"])
            ]
            if not any(each["tier"] == "weak" for each in touching):
                yield Example(before, text, touching[-1]["type"] if touching else NONE)
            before = text


def pages(folder: Path) -> list[Example]:
    """A sample of the sentences that packaging/train_passages/ordinary.py wrote."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        before = ""
        reading = _reading(path.read_text(encoding="utf-8"))
        for sentence in reading.sentences:
            text = reading.text[sentence.start : sentence.end]
            if 15 < len(text) < 400:
                found.append(Example(before, text, NONE, PAGE_WEIGHT))
            before = text
    random.Random(3).shuffle(found)  # noqa: S311 - a sample, no secret
    return found[:PAGES]


def _reading(text: str) -> Reading:
    return read(Story("body", StoryKind.BODY, text))
