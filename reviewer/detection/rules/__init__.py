# SPDX-License-Identifier: MIT
"""Recognizers, one file a family: the declared ones, and what a pattern alone cannot say."""

from __future__ import annotations

from reviewer.detection.recognizer import Recognizer, declared

_BY_HAND: frozenset[str] = frozenset({"health_fact", "hr", "unit_price", "clearance"})
"""Declared recognizers that the passage grammar replaces: it reads the same words with their negation and their person."""


def all_rules() -> tuple[Recognizer, ...]:
    """Every recognizer of values."""
    return tuple(recognizer for recognizer in declared() if recognizer.id not in _BY_HAND)
