# SPDX-License-Identifier: MIT
"""All adversarial PDF files, in English and in French; as a script, writes them to a folder with a manifest."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

from tests.corpus import judging
from tests.corpus.judging import learn
from tests.corpus.pdf.recipes import CLEAN, EN, FR, RECIPES, STOPPED, Entry, Surface, entry
from tests.corpus.pdf.registry import MAKERS

MANIFEST = Path(__file__).with_name("manifest.json")
_STEPS = {"export", "make", "measure", "run", "twins"}


@cache
def entries() -> tuple[Entry, ...]:
    """Every file, in a fixed order."""
    learn(str(__package__), MANIFEST.parent, _STEPS)
    made = [_first(name) for name in sorted(MAKERS)]
    ordered = sorted(RECIPES, key=lambda each: (each[1].__module__, each[1].__name__))
    made += [entry(surface, make, words) for surface, make in ordered for words in (EN, FR)]
    return tuple(made)


def _first(name: str) -> Entry:
    case = MAKERS[name]()
    language = "fr" if name.endswith("_french") else "en"
    expect = STOPPED if case.refused else CLEAN
    return Entry(
        f"{name}-first",
        language,
        Surface.BEFORE,
        case.data,
        case.secrets,
        case.kept,
        (),
        case.answers,
        expect,
    )


def manifest() -> list[dict[str, Any]]:
    """For each file: language, surface, secrets, boxes, words that must survive, answers, what must come of it."""
    return [each.row() for each in entries()]


def manifest_text() -> str:
    """The manifest as the file holds it, one file of the corpus a line."""
    return judging.manifest_text(manifest())


def main(folder: Path) -> None:
    """Write the files and `manifest.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in entries():
        (folder / f"{each.name}.pdf").write_bytes(each.data)
    (folder / MANIFEST.name).write_text(manifest_text(), "utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--manifest"]:
        MANIFEST.write_text(manifest_text(), "utf-8")
    else:
        main(Path(sys.argv[1]))
