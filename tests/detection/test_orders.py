# SPDX-License-Identifier: MIT
"""Values in the ways people write them: lines the rules were made with, and lines they were first measured on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from reviewer.detection.engine import Engine
from reviewer.model.finding import Category
from tests.detection.conftest import Found
from tests.detection.measure import detect

FOLDER = Path(__file__).parent / "data"
_MARKED = re.compile(r"\{\{([A-Z_]+)\|([^{}]*)\}\}")
KINDS = (
    "ACCESS_CODE",
    "USERNAME_OR_PASSWORD",
    "FILE_NUMBER",
    "BANK_ACCOUNT",
    "PRI",
    "UCI",
    "STATUS_CARD",
    "IP_ADDRESS",
)
FLOOR = 0.95
FALSE = 3
"""False flags in the 193 lines that hold nothing to find: an address, and "the combination of 417 samples"."""


@dataclass
class Counted:
    """What is to be found in the lines, what is found, and what is flagged in lines that hold nothing."""

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false: list[str] = field(default_factory=list)


@cache
def counted(name: str, engine: Engine) -> Counted:
    """All lines of a set, each a document of its own."""
    counts = Counted()
    for language in ("en", "fr"):
        for line in (FOLDER / f"{name}.{language}.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                _count(line, engine, counts)
    return counts


def _count(line: str, engine: Engine, counts: Counted) -> None:
    text, places = "", []
    position = 0
    for marked in _MARKED.finditer(line):
        text += line[position : marked.start()]
        places.append((len(text), len(text) + len(marked[2]), marked[1]))
        text += marked[2]
        position = marked.end()
    text += line[position:]
    spans = [flag.span for flag in detect(text, engine) if not flag.is_passage]
    for start, end, kind in places:
        covered = sum(max(0, min(end, span.end) - max(start, span.start)) for span in spans)
        counts.marked[kind] += 1
        counts.found[kind] += covered >= 0.9 * (end - start)
    if not places and spans:
        counts.false.append(text)


@pytest.mark.parametrize("name", ["values", "orders"])
@pytest.mark.parametrize("kind", KINDS)
def test_values_are_found_however_a_sentence_tells_them(name: str, kind: str, rules_only: Engine) -> None:
    counts = counted(name, rules_only)
    assert counts.marked[kind] >= 4
    assert counts.found[kind] >= FLOOR * counts.marked[kind]


def test_other_numbers_are_let_alone(rules_only: Engine) -> None:
    false = counted("values", rules_only).false + counted("orders", rules_only).false
    assert len(false) <= FALSE, false


@pytest.mark.parametrize(
    ("text", "category", "value"),
    [
        ("The kennel gate has been set to 90-17 since Monday.", Category.ACCESS_CODE, "90-17"),
        ("Pour désarmer l'alarme, faites 3390#.", Category.ACCESS_CODE, "3390#"),
        (
            "The map archive opens with Tern_4417, all staff know it.",
            Category.USERNAME_OR_PASSWORD,
            "Tern_4417",
        ),
        ("Elle se connecte comme lab_07 et tape Plie!2020.", Category.USERNAME_OR_PASSWORD, "Plie!2020"),
        ("His complaint, HC-22-0417, is closed.", Category.FILE_NUMBER, "HC-22-0417"),
        ("Her savings account ends in 4410.", Category.BANK_ACCOUNT, "4410"),
        ("Feuille de temps du 010-417-22 à corriger.", Category.PRI, "010-417-22"),
        ("IRCC lists her under 0011-4417.", Category.UCI, "0011-4417"),
        ("Bande 999, inscription 0011704.", Category.STATUS_CARD, "0011704"),
    ],
)
def test_a_value_is_called_by_its_kind(text: str, category: Category, value: str, found: Found) -> None:
    assert (category.value, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge takes 4200 cars a day.",
        "The garage was built in 1958 and opened to 400 trucks.",
        "Le local est à 1200 mètres du quai.",
        "Dial 1-800-555-0100 for the host hotel.",
        "Invoice 0041772 for the lock is paid.",
    ],
)
def test_what_a_door_counts_is_no_code(text: str, found: Found) -> None:
    assert not [kind for kind, _ in found(text) if kind == Category.ACCESS_CODE.value]


@pytest.mark.parametrize(
    "text",
    [
        "The user is self-employed and well-known here.",
        "She signed in as vice-president for the day.",
        "The account set-up is free; the account follow-up is not.",
        "Le compte rendu est au dossier; l'usager est lui-même avisé.",
    ],
)
def test_ordinary_words_name_no_account(text: str, found: Found) -> None:
    assert not [kind for kind, _ in found(text) if kind == Category.USERNAME_OR_PASSWORD.value]
