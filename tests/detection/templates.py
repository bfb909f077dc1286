# SPDX-License-Identifier: MIT
"""Recall and precision by category on the templates of tests/corpus/values, filled with made numbers."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.detection.engine import Engine
from reviewer.model.document import Document, Format, Story, StoryKind
from reviewer.model.finding import Category, Finding
from tests.detection.made_values import made

FOLDER = Path(__file__).parent.parent / "corpus" / "values"
_PART = re.compile(
    r"\{(?P<kind>[A-Z_]+)(?::(?P<form>\w+))?(?:\|(?P<literal>[^}]*))?\}|\[\[(?P<trap>.*?)\]\]", re.DOTALL
)
_NAMES = {
    "OHIP": "HEALTH_CARD",
    "RAMQ": "HEALTH_CARD",
    "BCPHN": "HEALTH_CARD",
    "ABHC": "HEALTH_CARD",
    "MBHC": "HEALTH_CARD",
    "CARD": "CREDIT_CARD",
    "BANK": "BANK_ACCOUNT",
    "IRCC": "FILE_NUMBER",
    "CASE": "FILE_NUMBER",
    "ATIP": "FILE_NUMBER",
    "DL": "DRIVER_LICENCE",
    "STATUS": "STATUS_CARD",
    "COORD": "COORDINATES",
    "IP": "IP_ADDRESS",
    "PLATE": "VEHICLE_PLATE",
    "USER": "USERNAME_OR_PASSWORD",
    "PASS": "USERNAME_OR_PASSWORD",
    "CODE": "ACCESS_CODE",
    "OTHER": "OTHER_ID",
    "DOB": "DATE_OF_BIRTH",
    "POSTAL": "POSTAL_CODE",
    "BN": "BUSINESS_NUMBER",
    "MARK": "MARKING",
}
_CHECKED = frozenset({"SIN", "OHIP", "RAMQ", "BCPHN", "CARD", "BN"})
_CONTACT = frozenset({"EMAIL", "PHONE", "POSTAL_CODE"})
WAYS = 3
"""Each template is filled so often: as it is, with no-break blanks and hyphens, with wide blanks round its labels."""


@dataclass(frozen=True)
class Gold:
    start: int
    end: int
    kind: str
    """Its category; ADDRESS_EN and ADDRESS_FR apart, "" for a look-alike."""
    checked: bool = False


@dataclass
class Tally:
    gold: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    traps: list[int] = field(default_factory=lambda: [0, 0])
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def recall(self, *kinds: str) -> float:
        return sum(self.hit[kind] for kind in kinds) / max(1, sum(self.gold[kind] for kind in kinds))

    def precision(self, *kinds: str) -> float:
        true = sum(self.true[kind] for kind in kinds)
        return true / max(1, true + sum(self.false[kind] for kind in kinds))


def filled(name: str, *, ways: int = WAYS) -> Iterator[tuple[str, tuple[Gold, ...]]]:
    """Every text of a set of templates with what is to be found in it; the same each time."""
    rows = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n", 1)[1].split("\n%%\n")
    for number, row in enumerate(rows):
        for way in range(ways):
            yield _fill(row.strip("\n").replace("→", "\t"), way, random.Random(f"{name} {number} {way}"))


def _fill(row: str, way: int, rng: random.Random) -> tuple[str, tuple[Gold, ...]]:
    text, gold, position = "", [], 0
    for part in _PART.finditer(row):
        text += row[position : part.start()]
        position = part.end()
        kind = part["kind"] or ""
        value = part["trap"] or part["literal"] or made(kind, part["form"] or "", rng)
        gold.append(Gold(len(text), len(text) + len(value), _NAMES.get(kind, kind), kind in _CHECKED))
        text += value
    text += row[position:]
    if way == 1:
        text = text.replace(" ", "\u00a0").replace("-", "\u2011").replace("'", "\u2019")
    if way == 2:
        text = text.replace(" : ", "\u00a0: ").replace("–", "\u2014").replace("\t", "\t ")
        gold = [_moved(row, one, text) for one in gold] if "\t " in text else gold
    return text, tuple(gold)


def _moved(row: str, gold: Gold, text: str) -> Gold:
    """The place after a blank was set behind each tab."""
    plain = text.replace("\t ", "\t")
    first, last = plain.count("\t", 0, gold.start), plain.count("\t", 0, gold.end)
    return Gold(gold.start + first, gold.end + last, gold.kind, gold.checked)


def tally(name: str, engine: Engine, *, ways: int = WAYS) -> Tally:
    """The measure of one set."""
    result = Tally()
    for text, gold in filled(name, ways=ways):
        story = Story("body", StoryKind.BODY, text)
        found = [
            item
            for item in engine.detect(Document("0" * 64, Format.TEXT, "1", None, (story,)))
            if not item.is_passage and item.category is not Category.PERSON
        ]
        _count(result, text, gold, found)
    return result


def _count(result: Tally, text: str, gold: tuple[Gold, ...], found: list[Finding]) -> None:
    for one in gold:
        touching = [item for item in found if item.span.start < one.end and one.start < item.span.end]
        if not one.kind:
            result.traps[1] += 1
            result.traps[0] += bool(touching)
            continue
        covered = {place for item in touching for place in range(item.span.start, item.span.end)}
        hit = sum(place in covered for place in range(one.start, one.end)) >= 0.9 * (one.end - one.start)
        for kind in (one.kind, _group(one)):
            result.gold[kind] += 1
            result.hit[kind] += hit
        result.named[one.kind] += hit and any(item.category in one.kind for item in touching)
        if not hit:
            result.missed.append(f"{one.kind}: {text[one.start : one.end]!r} in {text[:160]!r}")
    for item in found:
        near = [one for one in gold if item.span.start < one.end and one.start < item.span.end]
        true = any(one.kind for one in near) and not any(not one.kind for one in near)
        place = result.true if true else result.false
        place[item.category] += 1
        place["all"] += 1
        if not true:
            result.wrong.append(
                f"{item.category} {item.rule}: {text[item.span.start : item.span.end]!r} in {text[:120]!r}"
            )


def _group(one: Gold) -> str:
    if one.kind.startswith("ADDRESS") or one.kind == "MARKING":
        return "addresses and markings"
    if one.checked:
        return "checked numbers"
    return "contact" if one.kind in _CONTACT else "by shape and context"
