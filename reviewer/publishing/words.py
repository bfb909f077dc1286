# SPDX-License-Identifier: MIT
"""The words of what publishing writes and says, from resources/wording: papers of a release, rules of a record."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from reviewer import paths
from reviewer.model.document import Language


@cache
def release_words(paper: str, language: Language) -> Mapping[str, str]:
    """The words of one table of release.toml: notice, sheet, place, action, loss."""
    with paths.resource("wording", "release.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file)[paper][language.value])


@cache
def reason_words(language: Language) -> Mapping[str, str]:
    """What each reason to disclose is called."""
    with paths.resource("grounds", "grounds.toml").open("rb") as file:
        rows = tomllib.load(file)["disclose_reason"]
    return MappingProxyType({row["id"]: row[f"label_{language}"] for row in rows})


def rule_words(rule: str, language: Language) -> str:
    """What to do about a broken rule of the portal record, in a sentence; the code itself when it has none."""
    return _rules(language).get(rule, rule)


@cache
def _rules(language: Language) -> Mapping[str, str]:
    with paths.resource("wording", f"record_rules.{language}.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file))
