# SPDX-License-Identifier: MIT
"""Security markings and privilege headings, from resources/markings/markings.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reviewer import paths
from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.reading import Reading
from reviewer.detection.starts import Sought, Starts
from reviewer.model.document import StoryKind
from reviewer.model.finding import Category, EvidenceKind

MARKED_KINDS = frozenset({StoryKind.HEADER, StoryKind.FOOTER, StoryKind.PROPERTY, StoryKind.TEXT_BOX})
_TWIN = re.compile(
    r" ?/ ?(?:PROT(?:ECTED|ÉGÉ|EGE)E? ?[ABC]\b|(?:TRÈS |TRES |TOP )?SECRET\b|CONFIDENTI[AE]L\b|NON CLASSIFIÉ|UNCLASSIFIED)"
)
_EDGE_LINES = 3
_SHORT_LINE = 70


@dataclass(frozen=True, slots=True)
class Marking:
    """One marking or phrase; `finding` is empty when it is only a remark."""

    id: str
    category: str
    finding: str
    whole_sentence: bool
    anywhere: bool
    ground: str
    suggestion: str
    stops: bool
    patterns: tuple[Sought, ...]


@cache
def markings() -> tuple[Marking, ...]:
    """Every marking of the file."""
    with paths.resource("markings", "markings.toml").open("rb") as file:
        rows = tomllib.load(file)["marking"]
    return tuple(
        Marking(
            id=row["id"],
            category=row["category"],
            finding=row["finding"],
            whole_sentence=row["scope"] == "sentence",
            anywhere=row["where"] == "any",
            ground=row["ground"],
            suggestion=row["suggestion"],
            stops=row["blocks_intake"],
            patterns=tuple(
                Sought(
                    re.compile(item["regex"], re.RegexFlag(0) if item["case_sensitive"] else re.IGNORECASE)
                )
                for item in row["patterns"]
            ),
        )
        for row in rows
    )


class MarkingRecognizer:
    """Markings where markings stand: edges of the text, headers, lines of their own; PROTECTED with its letter anywhere."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each marking as a value to strike."""
        for marking in markings():
            if marking.finding != Category.MARKING or marking.whole_sentence:
                continue
            for start, end in places(marking, reading.text, reading.starts):
                sure = stands_as_mark(reading, start, end)
                start, end = _with_twin(reading.text, start, end)
                if sure or marking.category == "protected":
                    score = 0.97 if sure else 0.6
                    yield candidate((start, end), Category.MARKING, marking.id, score, EvidenceKind.PATTERN)


def places(marking: Marking, text: str, starts: Starts) -> Iterator[tuple[int, int]]:
    """Where a marking's patterns match."""
    for pattern in marking.patterns:
        for match in pattern.finditer(text, starts):
            start, end = match.span("value") if "value" in pattern.regex.groupindex else match.span()
            while end > start and text[end - 1].isspace():
                end -= 1
            while start < end and text[start].isspace():
                start += 1
            if start < end:
                yield start, end


def _with_twin(text: str, start: int, end: int) -> tuple[int, int]:
    """A marking with its twin in the other language: "PROTÉGÉ B / PROTECTED B" is struck as one."""
    twin = _TWIN.match(text, end)
    return start, twin.end() if twin else end


def stands_as_mark(reading: Reading, start: int, end: int) -> bool:
    """Whether the place is one where a document is marked."""
    if reading.story.kind in MARKED_KINDS:
        return True
    lines = reading.lines
    number = next((index for index, line in enumerate(lines) if line.start <= start <= line.end), None)
    if number is None:
        return False
    if number < _EDGE_LINES or number >= len(lines) - 2:
        return True
    line = lines[number]
    rest = reading.text[line.start : start] + reading.text[end : line.end]
    return line.end - line.start <= _SHORT_LINE and not re.search(r"[a-zà-ÿ]{3}", rest)
