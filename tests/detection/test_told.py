# SPDX-License-Identifier: MIT
"""Values told in sentences: lines that the rules were not written from, and sentences whose numbers are nobody's."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from reviewer.detection.engine import Engine
from reviewer.detection.rules import told
from reviewer.model.finding import EvidenceKind, Finding
from tests.detection.measure import detect

_MARK = re.compile(r"\{\{([A-Z_]+)\|([^{}]*)\}\}")
_LINES = (Path(__file__).parent / "data" / "told.txt").read_text(encoding="utf-8").splitlines()
FOUND = 0.95
"""The least part of the values of told.txt that must be found."""


def _read(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, values, place = "", [], 0
    for match in _MARK.finditer(line):
        text += line[place : match.start()]
        values.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        place = match.end()
    return text + line[place:], values


def _covers(findings: list[Finding], start: int, end: int) -> bool:
    covered = sum(
        max(0, min(end, each.span.end) - max(start, each.span.start))
        for each in findings
        if not each.is_passage
    )
    return covered >= 0.9 * (end - start)


def test_values_are_found_however_they_are_told(engine: Engine) -> None:
    hits = Counter[bool]()
    missed = []
    for text, values in map(_read, filter(None, _LINES)):
        findings = list(detect(text, engine))
        for start, end, category in values:
            hits[found := _covers(findings, start, end)] += 1
            if not found:
                missed.append((category, text))
    assert hits.total() > 60
    assert hits[True] >= FOUND * hits.total(), missed


@pytest.mark.parametrize("line", [line for line in _LINES if line and not _MARK.search(line)])
def test_numbers_of_things_are_not_told_values(line: str, engine: Engine) -> None:
    assert [each.category for each in detect(line, engine) if each.rule.endswith("_told")] == []


def test_evidence_holds_the_cue_as_the_file_writes_it(engine: Engine) -> None:
    finding = next(
        each for each in detect("The skipper, 58, refused to sign.", engine) if not each.is_passage
    )
    assert [(one.kind, one.rule, one.detail) for one in finding.sources] == [
        (EvidenceKind.CONTEXT, "age_told", "person, personne")
    ]


def test_every_gate_that_a_way_names_is_in_the_file() -> None:
    assert {gate for way in told.ways() for gate in way.gates} == set(told.gates())
