# SPDX-License-Identifier: MIT
"""The form of an entry in a department's file of recognizers, key by key, and patterns that may never end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reviewer.detection import checksums
from reviewer.model.finding import PASSAGES, Category, Suggestion

_MOST_PATTERNS, _LONGEST_PATTERN = 20, 2_000
_ID = re.compile(r"[a-z][a-z0-9_]{2,39}")
_GROUND = re.compile(r"(?:\d{2}(?:\.\d)?(?:\(\d(?:\.\d)?\))?(?:\([a-z](?:\.\d)?\))?)?")
_TEXTS = ("label_en", "label_fr")
_LISTS = ("context_en", "context_fr", "veto_en", "veto_fr", "examples", "counter_examples")
_REMARKS = ("notes", "not_this", "confidence", "context", "other_grounds")
NEEDED = ("id", *_TEXTS, "patterns", "examples", "counter_examples")
KNOWN = frozenset(
    {*NEEDED, *_LISTS, *_REMARKS, "category", "case_sensitive", "checksum", "scope", "ground", "suggestion"}
)
_CATEGORIES = frozenset(Category) - PASSAGES - {Category.PERSON, Category.MARKING}
_CHOICES: Mapping[str, frozenset[str]] = {
    "category": frozenset(item.value for item in _CATEGORIES),
    "checksum": frozenset({"none", *checksums.CHECKS}),
    "scope": frozenset({"value", "sentence"}),
    "suggestion": frozenset(
        {Suggestion.WITHHOLD.value, Suggestion.DISCLOSE.value, Suggestion.GENERALISE.value}
    ),
}
_NEEDS = frozenset({"nothing", "context", "checksum", "person"})
_TIERS = frozenset({"sure", "check"})
_OURS = frozenset({"memory", "names", "passages", "markings", "person"})
_BEGIN_OURS = ("name_", "role_", "passage_")
"""The window and the memory tell findings apart by these."""


def wrong_value(row: Mapping[str, Any]) -> str:
    """The first key whose value is not of the form; empty when all are."""
    if not isinstance(row["id"], str) or not _ID.fullmatch(row["id"]):
        return "id"
    for key in _TEXTS:
        if not isinstance(row[key], str):
            return key
    for key in _LISTS:
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            return key
    for key, choices in _CHOICES.items():
        if not _is_one_of(row.get(key, next(iter(choices))), choices):
            return key
    if not isinstance(row.get("case_sensitive", False), bool):
        return "case_sensitive"
    if not isinstance(row.get("ground", ""), str) or not _GROUND.fullmatch(row.get("ground", "")):
        return "ground"
    patterns = row["patterns"]
    return "" if isinstance(patterns, list) and len(patterns) <= _MOST_PATTERNS else "patterns"


def is_ours(rule: str) -> bool:
    """Whether the program speaks of its own rules by such an id, or of what people decided before."""
    return rule in _OURS or rule.startswith(_BEGIN_OURS)


def _is_one_of(value: object, choices: frozenset[str]) -> bool:
    """Whether a value is a text among these; a list or a table is none."""
    return isinstance(value, str) and value in choices


def pattern_fault(pattern: object, row: Mapping[str, Any]) -> str:
    """What is wrong with a pattern, as a code; empty when nothing is."""
    if not isinstance(pattern, dict) or set(pattern) != {"regex", "needs", "tier"}:
        return "pattern_form"
    regex = pattern["regex"]
    if not isinstance(regex, str) or len(regex) > _LONGEST_PATTERN:
        return "pattern_form"
    if not _is_one_of(pattern["needs"], _NEEDS) or not _is_one_of(pattern["tier"], _TIERS):
        return "pattern_form"
    if pattern["needs"] == "context" and not (row.get("context_en") or row.get("context_fr")):
        return "no_context"
    if pattern["needs"] == "checksum" and row.get("checksum", "none") == "none":
        return "no_checksum"
    if nested_repeats(regex):
        return "hostile_regex"
    try:
        matches_nothing = re.compile(regex).search("") is not None
    except (re.error, RecursionError, OverflowError, ValueError):
        return "bad_regex"
    return "empty_regex" if matches_nothing else ""


def nested_repeats(regex: str) -> bool:
    """Whether a group that holds a repeat without end is itself repeated: such a pattern can run for years."""
    holds = [False]
    place = 0
    while place < len(regex):
        sign = regex[place]
        if sign == "\\":
            place += 1
        elif sign == "[":
            place = _class_end(regex, place)
        elif sign == "(":
            holds.append(False)
        elif sign == ")" and len(holds) > 1:
            inside = holds.pop()
            if inside and re.match(r"[*+]|\{\d*,?\d*\}", regex[place + 1 :]):
                return True
            holds[-1] = holds[-1] or inside
        elif re.match(r"[*+]|\{\d*,\}", regex[place:]):
            holds[-1] = True
        place += 1
    return False


def _class_end(regex: str, place: int) -> int:
    place += 2 if regex[place + 1 : place + 2] == "^" else 1
    place += regex[place : place + 1] == "]"
    while place < len(regex) and regex[place] != "]":
        place += 2 if regex[place] == "\\" else 1
    return place
