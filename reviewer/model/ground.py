# SPDX-License-Identifier: MIT
"""Grounds for withholding (Access to Information Act) and reasons for disclosing, with their bilingual citations."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from reviewer import paths
from reviewer.model.document import Language


class Obligation(StrEnum):
    """'shall refuse' (mandatory), 'may refuse' (discretionary), or outside the Act (s. 68, 69)."""

    MANDATORY = "mandatory"
    DISCRETIONARY = "discretionary"
    EXCLUSION = "exclusion"


class DiscloseReason(StrEnum):
    """Why a flagged passage stays visible. Letters are those of the definition in s. 3 of the Privacy Act."""

    NOT_SENSITIVE = "not_sensitive"
    OFFICIAL_3J = "official_3j"
    MINISTERIAL_3J1 = "ministerial_3j1"
    CONTRACTOR_3K = "contractor_3k"
    BENEFIT_3L = "benefit_3l"
    DECEASED_3M = "deceased_3m"
    CONSENT = "consent"
    ALREADY_PUBLIC = "already_public"
    DISCRETION = "discretion"
    STATUTORY_EXCEPTION = "statutory_exception"


@dataclass(frozen=True, slots=True)
class Ground:
    """One provision. `section` is the key, e.g. 20(1)(b); a revealing ground is never printed or counted."""

    section: str
    label: Mapping[Language, str]
    cite: Mapping[Language, str]
    obligation: Obligation
    test: str
    revealing: bool
    exceptions: tuple[str, ...] = ()


@cache
def grounds() -> Mapping[str, Ground]:
    """Every ground by section, in the order of the Act."""
    with paths.resource("grounds", "grounds.toml").open("rb") as file:
        rows = tomllib.load(file)["ground"]
    return MappingProxyType({row["section"]: _ground(row) for row in rows})


def _ground(row: Mapping[str, object]) -> Ground:
    def both(key: str) -> Mapping[Language, str]:
        return MappingProxyType({language: str(row[f"{key}_{language}"]) for language in Language})

    exceptions = row.get("exceptions", [])
    return Ground(
        section=str(row["section"]),
        label=both("label"),
        cite=both("cite"),
        obligation=Obligation(str(row["obligation"])),
        test=str(row.get("test", "")),
        revealing=bool(row.get("revealing", False)),
        exceptions=tuple(str(item) for item in exceptions) if isinstance(exceptions, list) else (),
    )


def order(section: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts sections as the Act does: 16(2) before 16.1(1) before 19(1) before 20(1)(b)."""
    parts = re.findall(r"(\d+)(?:\.(\d+))?|([a-z]+)", section)
    return tuple((int(whole or 0), int(inserted or 0), letters) for whole, inserted, letters in parts)


def sort_sections(sections: Iterable[str]) -> tuple[str, ...]:
    """Sections without doubles, in the order of the Act."""
    return tuple(sorted(set(sections), key=order))
