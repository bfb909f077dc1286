# SPDX-License-Identifier: MIT
"""The sentences of the command line, from resources/wording/cli.{en,fr}.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from reviewer import paths
from reviewer.model.document import Language


@cache
def _phrases(language: Language) -> Mapping[str, str]:
    with paths.resource("wording", f"cli.{language}.toml").open("rb") as file:
        return tomllib.load(file)


def phrase(key: str, language: Language, **facts: object) -> str:
    """One sentence with its facts."""
    return _phrases(language)[key].format(**facts)
