# SPDX-License-Identifier: MIT
"""People named in lines of every kind of working paper: floors for the lines mended on and for those held back."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reviewer.detection.engine import Engine
from reviewer.detection.namewords import fold
from reviewer.model.finding import Category
from tests.detection.conftest import document

DATA = Path(__file__).parent / "data"
_MARK = re.compile(r"\{([^}]+)\}")


class Line(NamedTuple):
    """A line's text, and where it names people."""

    text: str
    people: tuple[tuple[int, int], ...]


def lines(language: str, part: str) -> Iterator[Line]:
    """The lines of a part, "learn" or "held": a line and its twin in the other language are always in the same."""
    for raw in (DATA / f"people.{language}.txt").read_text(encoding="utf-8").splitlines():
        if raw.startswith("#"):
            continue
        named = _MARK.findall(raw) or re.findall(r"[A-Z]\w+", raw)[-1:]
        held = zlib.crc32(fold(named[0]).encode()) % 2 == 1
        if held == (part == "held"):
            yield _read(raw.replace(" | ", "\n"))


def _read(raw: str) -> Line:
    people, text, last = [], "", 0
    for match in _MARK.finditer(raw):
        text += raw[last : match.start()]
        people.append((len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        last = match.end()
    return Line(text + raw[last:], tuple(people))


class Measured(NamedTuple):
    recall: float
    precision: float
    named: int
    wrong: tuple[str, ...]


def measure(language: str, part: str, engine: Engine) -> Measured:
    """Marked names that a finding of a person touches, and findings that touch a marked name; each line alone."""
    named = found = flagged = right = 0
    wrong: list[str] = []
    for line in lines(language, part):
        places = [
            (one.span.start, one.span.end)
            for one in engine.detect(document(line.text))
            if one.category is Category.PERSON
        ]
        named += len(line.people)
        flagged += len(places)
        for place in line.people:
            hit = any(_touch(place, other) for other in places)
            found += hit
            wrong += [] if hit else [_shown("-", line.text, place)]
        for place in places:
            hit = any(_touch(place, other) for other in line.people)
            right += hit
            wrong += [] if hit else [_shown("+", line.text, place)]
    return Measured(found / named, right / flagged, named, tuple(wrong))


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _shown(sign: str, text: str, place: tuple[int, int]) -> str:
    return f"{sign} {text[: place[0]]}[[{text[place[0] : place[1]]}]]{text[place[1] :]}".replace("\n", "⏎")


FLOORS = {
    ("learn", "en"): (0.94, 0.94),
    ("learn", "fr"): (0.93, 0.97),
    ("held", "en"): (0.82, 0.95),
    ("held", "fr"): (0.87, 0.92),
}


@pytest.mark.parametrize(("part", "language"), FLOORS)
def test_lines(part: str, language: str) -> None:
    recall, precision = FLOORS[part, language]
    measured = measure(language, part, Engine())
    assert measured.named >= 80
    assert measured.recall >= recall, measured.wrong
    assert measured.precision >= precision, measured.wrong
