# SPDX-License-Identifier: MIT
"""What the runs of both corpora share: their modules are learned, a copy is previewed, and one file is judged."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer.errors import ReviewerError
from reviewer.workflow.preview import preview

Row = Mapping[str, Any]
Copied = Callable[[Path, Row], bytes]
CLEAN = "clean"


@dataclass(frozen=True)
class Judged:
    """What came of one file: the faults found, and the copy's bytes when there is a copy."""

    name: str
    faults: tuple[str, ...]
    copy: bytes | None = None


def learn(package: str, folder: Path, but: Collection[str]) -> None:
    """Import every module of a folder, in the order of their names: each registers its makers."""
    for module in sorted(each.name for each in pkgutil.iter_modules([str(folder)]) if not each.ispkg):
        if module not in but:
            importlib.import_module(f"{package}.{module}")


def manifest_text(rows: Iterable[Mapping[str, object]]) -> str:
    """A manifest as its file holds it, one file of the corpus a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n"


def previewed(out: Path, decisions: Callable[[Row], dict[str, Any]]) -> Copied:
    """The copy as the command line makes it, with the gate in a process of its own."""

    def copied(path: Path, row: Row) -> bytes:
        made = preview(path, decisions(row), out / path.stem, safe_defaults=True)
        return made.path.read_bytes()

    return copied


def judge(path: Path, row: Row, copied: Copied, faults: Callable[[bytes, Row], Sequence[str]]) -> Judged:
    """One file: refused as it must be, or a copy in which nothing is left and everything else is."""
    expected = str(row["expect"])
    try:
        copy = copied(path, row)
    except ReviewerError as error:
        got = f"refused:{type(error).__name__}"
        wrong = () if got == expected else (f"{got} {error.facts} instead of {expected}",)
        return Judged(path.name, wrong)
    if expected != CLEAN:
        return Judged(path.name, (f"clean instead of {expected}",), copy)
    return Judged(path.name, tuple(faults(copy, row)), copy)
