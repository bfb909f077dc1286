# SPDX-License-Identifier: MIT
"""All adversarial Word documents, in English and in French; as a script, writes them to a folder with a manifest."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from tests.corpus import docx, judging
from tests.corpus.docx.case import RECIPES, Case, Outcome
from tests.corpus.judging import learn

MANIFEST = Path(__file__).with_name("manifest.json")


@cache
def cases() -> tuple[Case, ...]:
    """Every case, in a fixed order."""
    return tuple(case for case, _surface in _listed())


@cache
def _listed() -> tuple[tuple[Case, str], ...]:
    learn(docx.__name__, MANIFEST.parent, {"run"})
    recipes = sorted(RECIPES, key=lambda each: (each.make.__module__, each.make.__qualname__))
    return tuple((recipe.make(words), recipe.surface) for recipe in recipes for words in recipe.words)


def manifest() -> list[dict[str, object]]:
    """For each file: language, surface, secrets, the words that must survive, and what must come of it."""
    return [
        {
            "file": f"{case.id}.docx",
            "language": case.words.tag,
            "surface": surface,
            "secrets": case.hidden,
            "keep": () if case.error else (case.words.keep, *case.keep),
            "expect": f"refused:{case.error}" if case.error else "clean",
            "found": case.outcome is Outcome.FOUND,
            "pages": case.pages,
        }
        for case, surface in _listed()
    ]


def manifest_text() -> str:
    """The manifest as the file holds it, one file of the corpus a line."""
    return judging.manifest_text(manifest())


def main(folder: Path) -> None:
    """Write the files and `manifest.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    for case in cases():
        (folder / f"{case.id}.docx").write_bytes(case.data)
    (folder / MANIFEST.name).write_text(manifest_text(), "utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--manifest"]:
        MANIFEST.write_text(manifest_text(), "utf-8")
    else:
        main(Path(sys.argv[1]))
