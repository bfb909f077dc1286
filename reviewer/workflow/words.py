# SPDX-License-Identifier: MIT
"""What an error says to a person, in English or French; the sentences are in resources/wording."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from reviewer import paths
from reviewer.errors import ReviewerError
from reviewer.model.document import Language

_LONGEST_FACT = 300


@cache
def _sentences(language: Language) -> Mapping[str, str]:
    with paths.resource("wording", f"errors.{language}.toml").open("rb") as file:
        return tomllib.load(file)


def say(error: ReviewerError, language: Language) -> str:
    """What happened and what to do. The nearest class of the error's family that has a sentence gives it."""
    sentences = _sentences(language)
    for kind in type(error).__mro__:
        if kind.__name__ in sentences:
            return string.Formatter().vformat(sentences[kind.__name__], (), _Facts(error))
    return type(error).__name__


def clean(untrusted: str) -> str:
    """A text from outside without control characters and not too long, fit to be shown."""
    shown = "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in untrusted
    )
    return shown if len(shown) <= _LONGEST_FACT else f"{shown[: _LONGEST_FACT - 1]}…"


class _Facts(dict[str, str]):
    """The facts of an error as words; one that is missing is a dash."""

    def __init__(self, error: ReviewerError) -> None:
        super().__init__()
        for name, value in error.facts.items():
            if isinstance(value, tuple):
                self[name] = ", ".join(clean(str(each)) for each in value)
            elif isinstance(value, Path) or value is not None:
                self[name] = clean(str(value))

    def __missing__(self, key: str) -> str:
        return "–"
