# SPDX-License-Identifier: MIT
"""The lists a person chooses from, with their words in both languages: reasons to disclose, fields of the portal."""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from reviewer import paths
from reviewer.model.document import Language
from reviewer.model.ground import DiscloseReason


@dataclass(frozen=True, slots=True)
class Option:
    """One value and what it is called."""

    value: str
    label: Mapping[Language, str]


@cache
def reasons() -> tuple[Option, ...]:
    """Reasons to disclose, in the order of the law."""
    with paths.resource("grounds", "grounds.toml").open("rb") as file:
        rows = tomllib.load(file)["disclose_reason"]
    return tuple(_option(DiscloseReason(row["id"]), row["label_en"], row["label_fr"]) for row in rows)


@cache
def shortlist() -> frozenset[str]:
    """Grounds that are offered first."""
    with paths.resource("grounds", "grounds.toml").open("rb") as file:
        rows = tomllib.load(file)["ground"]
    return frozenset(row["section"] for row in rows if row.get("shortlist"))


@cache
def organizations() -> tuple[Option, ...]:
    """Institutions by their name on the portal."""
    with paths.resource("portal", "organizations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(_option(row["name"], row["title_en"], row["title_fr"]) for row in rows)


@cache
def portal_options(key: str, profile: str = "doc") -> tuple[Option, ...]:
    """The values that a field of the portal's record takes; what a form offers, where that is less."""
    content = json.loads(paths.resource("portal", f"{profile}.json").read_text("utf-8"))
    fields = {field["key"]: field for field in (*content["dataset_fields"], *content["resource_fields"])}
    field = fields[key]
    offered = field.get("offered")
    return tuple(
        _option(row["value"], row["en"], row["fr"])
        for row in field.get("choices", ())
        if offered is None or row["value"] in offered
    )


def _option(value: str, english: str, french: str) -> Option:
    return Option(str(value), MappingProxyType({Language.EN: english, Language.FR: french}))
