# SPDX-License-Identifier: MIT
"""The portal's profiles: which fields a record has, and which values they take (resources/portal)."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from reviewer import paths
from reviewer.errors import UnknownId
from reviewer.model.document import Language

PROFILES = ("doc", "info")


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `choices` maps a value to its labels, `offered` are the values Parvis gives (all when empty)."""

    key: str
    required: bool
    type: str
    label: Mapping[Language, str]
    rules: tuple[tuple[str, ...], ...]
    choices: Mapping[str, Mapping[Language, str]]
    offered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One dataset type of the portal."""

    name: str
    dataset_type: str
    dataset: tuple[Field, ...]
    resource: tuple[Field, ...]
    defaults: Mapping[str, object]


@cache
def profile(name: str = "doc") -> Profile:
    """A profile by its name. Raises UnknownId."""
    if name not in PROFILES:
        raise UnknownId(kind="profile", id=name)
    content = json.loads(paths.resource("portal", f"{name}.json").read_text("utf-8"))
    return Profile(
        name,
        content["dataset_type"],
        tuple(map(_field, content["dataset_fields"])),
        tuple(map(_field, content["resource_fields"])),
        MappingProxyType(content["defaults"]),
    )


@cache
def organizations() -> Mapping[str, Mapping[Language, str]]:
    """Titles of the institutions by their portal name (`owner_org`)."""
    with paths.resource("portal", "organizations.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return MappingProxyType(
            {row["name"]: {Language.EN: row["title_en"], Language.FR: row["title_fr"]} for row in rows}
        )


def _field(row: Mapping[str, Any]) -> Field:
    return Field(
        row["key"],
        row["required"],
        row["type"],
        {language: row["label"][language] for language in Language},
        tuple(tuple(rule.split(":")) for rule in row["rules"]),
        {
            each["value"]: {language: each[language] for language in Language}
            for each in row.get("choices", ())
        },
        tuple(row.get("offered", ())),
    )
