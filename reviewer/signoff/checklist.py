# SPDX-License-Identifier: MIT
"""The statements that a person confirms before signing, from resources/checklist."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from reviewer import paths
from reviewer.errors import ChecklistIncomplete, UnknownId
from reviewer.model.document import Language

YES = "yes"
_NO_REASON = frozenset({"", "no", "non"})


class Who(StrEnum):
    """Who answers a statement; the program proves its own, the IMSO's is recorded as an approval before release."""

    AUTHOR = "author"
    OFFICER = "officer"
    IMSO = "imso"
    APP = "app"


@dataclass(frozen=True, slots=True)
class Item:
    """One statement. `blocks`: only "yes" will do; otherwise a reason why not may stand in its place."""

    id: str
    text: Mapping[Language, str]
    who: Who
    blocks: bool

    @property
    def by_hand(self) -> bool:
        """Whether a person must confirm it before signing."""
        return self.who in {Who.AUTHOR, Who.OFFICER}


@cache
def items() -> tuple[Item, ...]:
    """All statements, in order."""
    with paths.resource("checklist", "release.toml").open("rb") as file:
        rows = tomllib.load(file)["criterion"]
    return tuple(
        Item(
            id=row["id"],
            text=MappingProxyType({language: row[f"text_{language}"] for language in Language}),
            who=Who(row["who"]),
            blocks=row["blocks"] == YES,
        )
        for row in rows
    )


def check(confirmed: Mapping[str, str]) -> None:
    """Raise ChecklistIncomplete with the statements that are not confirmed, UnknownId for one that does not exist.

    Statements of the program and of the IMSO need not be there; answered all the same, they must be answered well.
    """
    known = {item.id for item in items()}
    if unknown := sorted(confirmed.keys() - known):
        raise UnknownId(kind="criterion", id=unknown[0])
    missing = tuple(item.id for item in items() if not _answered(item, confirmed))
    if missing:
        raise ChecklistIncomplete(items=missing)


def _answered(item: Item, confirmed: Mapping[str, str]) -> bool:
    if item.id not in confirmed:
        return not item.by_hand
    said = confirmed[item.id].strip()
    return said.casefold() == YES if item.blocks else said.casefold() not in _NO_REASON
