# SPDX-License-Identifier: MIT
"""Codes and numbers told by an order of words: "the gate takes 4177", "his grievance, H/417/22"; words and orders are data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reviewer import paths
from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.context import is_denied
from reviewer.detection.reading import Reading
from reviewer.detection.starts import Sought
from reviewer.model.finding import Category, EvidenceKind

_CLASS = re.compile(r"\{([a-z_]+)\}")
_GROUPS = ("value", "other", "third")


@dataclass(frozen=True, slots=True)
class Ordered:
    """One kind of value with the orders of words that tell it."""

    category: Category
    rule: str
    cue: str
    score: float
    orders: tuple[Sought, ...]
    itself: bool
    """Whether its own words are among those that otherwise deny that a number is of this kind ("ticket")."""


@cache
def known() -> tuple[Ordered, ...]:
    """Every kind of resources/lexicons/code_orders.toml."""
    with paths.resource("lexicons", "code_orders.toml").open("rb") as file:
        rows = tomllib.load(file)
    classes = rows["classes"]
    return tuple(
        Ordered(
            category=Category(row["category"]),
            rule=row["rule"],
            cue=row["cue"],
            score=row["score"],
            orders=tuple(
                Sought(re.compile(written(order, classes), re.IGNORECASE)) for order in row["orders"]
            ),
            itself=row.get("itself", False),
        )
        for row in rows["told"]
    )


def written(order: str, classes: Mapping[str, str]) -> str:
    """An order with the words of its classes in their places; classes may hold classes."""
    while _CLASS.search(order):
        order = _CLASS.sub(lambda name: classes[name[1]], order)
    return order


class OrderRule:
    """Every value that words around it tell, unless they say that it is a number of another kind."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each value of each order."""
        for kind in known():
            for order in kind.orders:
                for match in order.finditer(reading.text, reading.starts):
                    yield from self._values(reading, kind, match)

    @staticmethod
    def _values(reading: Reading, kind: Ordered, match: re.Match[str]) -> Iterator[Candidate]:
        for group in match.re.groupindex.keys() & set(_GROUPS):
            if match[group] is None:
                continue
            place = match.span(group)
            if kind.itself or not is_denied(reading, place, None):
                yield candidate(
                    place, kind.category, kind.rule, kind.score, EvidenceKind.LABEL, detail=kind.cue
                )
