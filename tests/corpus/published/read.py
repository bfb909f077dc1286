# SPDX-License-Identifier: MIT
"""Published pages, and which findings in them are false. README.md beside this file says where the pages come from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.detection.measure import Flagged

FOLDER = Path(__file__).parent
Found = TypeVar("Found", bound=Flagged)


@dataclass(frozen=True, slots=True)
class Page:
    """A page and the places in it that are truly a person or a contact, although a public one."""

    id: str
    language: str
    text: str
    allowed: tuple[tuple[int, int], ...] = ()

    @property
    def words(self) -> int:
        return len(self.text.split())


def here() -> dict[str, tuple[Page, ...]]:
    """The pages in the repository by kind and language."""
    allowed = tomllib.loads((FOLDER / "allowed.toml").read_text(encoding="utf-8"))
    listed: dict[str, list[Page]] = {}
    for path in sorted(FOLDER.glob("*/*.txt")):
        language = path.stem[:2]
        text = path.read_text(encoding="utf-8")
        places = tuple(_places(text, allowed.get(f"{path.parent.name}/{path.stem}", ())))
        title = f"{path.parent.name} {language}"
        listed.setdefault(title, []).append(Page(path.stem, language, text, places))
    return {title: tuple(found) for title, found in listed.items()}


def false_flags(page: Page, found: Iterable[Found]) -> Iterator[Found]:
    """The findings that touch no place that is allowed."""
    for flag in found:
        if not any(flag.span.start < end and start < flag.span.end for start, end in page.allowed):
            yield flag


def _places(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    for each in words:
        start = text.index(each)
        while start >= 0:
            yield start, start + len(each)
            start = text.find(each, start + 1)
