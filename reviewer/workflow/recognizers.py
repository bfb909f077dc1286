# SPDX-License-Identifier: MIT
"""A department's own recognizers: which there are, whether they can be used, and all recognizers as a list."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer import paths
from reviewer.detection import own
from reviewer.detection.recognizer import Declared, declared
from reviewer.detection.trying import tried
from reviewer.model.document import Language
from reviewer.model.finding import Category

_TRIED = "PARVIS_RECOGNIZERS_TRIED"
"""Tells the processes that this one starts that these very files have been tried."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A recognizer as a person reads of it. `path` is None for those that come with Parvis."""

    id: str
    category: Category
    labels: tuple[str, str]
    path: Path | None

    def label(self, language: Language) -> str:
        """Its name in a language."""
        return self.labels[0 if language is Language.EN else 1]


def check(places: Sequence[Path]) -> tuple[Listed, ...]:
    """The entries of folders or files, each of them tried on its examples. Raises InvalidRecognizer."""
    return tuple(
        Listed(one.recognizer.id, one.recognizer.category, one.recognizer.labels, one.path)
        for one in tried(own.files(places))
    )


def usable(places: Sequence[Path]) -> tuple[Declared, ...]:
    """The recognizers of these places, tried once in this program. Raises InvalidRecognizer."""
    found = own.files(places)
    if not found:
        return ()
    written = own.digest(found)
    if os.environ.get(_TRIED) == written:
        return tuple(one.recognizer for one in own.load(found))
    entries = tried(found)
    os.environ[_TRIED] = written
    return tuple(one.recognizer for one in entries)


def here() -> tuple[Declared, ...]:
    """Those of this person's data folder and of the folder that the environment names. Raises InvalidRecognizer."""
    return usable(paths.own_recognizers())


def digest(places: Sequence[Path]) -> str:
    """A digest of the files of these places; empty when there are none."""
    return own.digest(own.files(places))


def everyone(places: Sequence[Path]) -> tuple[Listed, ...]:
    """All recognizers, those that come with Parvis first. Raises InvalidRecognizer."""
    ours = tuple(Listed(one.id, one.category, one.labels, None) for one in declared())
    return ours + check(places)
