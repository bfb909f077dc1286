# SPDX-License-Identifier: MIT
"""Recognizers that a department adds: YAML files of the form of resources/recognizers, read with suspicion.

The form is checked key by key and no file can run code. That a pattern is quick on every text cannot be proved: repeats
inside repeats are refused, and `trying` runs each pattern on texts made to slow it down.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from reviewer.detection.ownform import KNOWN, NEEDED, is_ours, pattern_fault, wrong_value
from reviewer.detection.recognizer import Declared, by_id, declared_from
from reviewer.errors import InvalidRecognizer
from reviewer.model.finding import Category

_LARGEST_FILE = 256 * 1024
_MOST_ENTRIES = 200
_DEEPEST = 8
"""Lists in lists: an entry has five levels, and the reader's time grows with the square of them."""


@dataclass(frozen=True, slots=True)
class Own:
    """An entry of a department's file, with the texts it must and must not find something in."""

    path: Path
    recognizer: Declared
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


def files(places: Iterable[Path]) -> tuple[Path, ...]:
    """The YAML files of folders, and files as they are, in order; a folder that is not there has none."""
    found: list[Path] = []
    for place in places:
        if place.is_dir():
            found.extend(_within(place))
        elif place.exists():
            found.append(place)
    return tuple(dict.fromkeys(found))


def _within(folder: Path) -> list[Path]:
    try:
        listed = sorted(folder.iterdir())
    except OSError as error:
        raise InvalidRecognizer(
            path=folder, entry="-", detail="unreadable", what=type(error).__name__
        ) from error
    return [path for path in listed if path.suffix in {".yaml", ".yml"} and not path.name.startswith(".")]


def load(paths: Sequence[Path]) -> tuple[Own, ...]:
    """Every entry of the files, its form checked; nothing of it has been tried yet. Raises InvalidRecognizer."""
    entries: list[Own] = []
    for path in paths:
        for entry in _entries(path):
            name = entry.recognizer.id
            if name in by_id() or is_ours(name) or any(other.recognizer.id == name for other in entries):
                raise InvalidRecognizer(path=path, entry=name, detail="clash", what=name)
            entries.append(entry)
    return tuple(entries)


def digest(paths: Sequence[Path]) -> str:
    """A digest of the files' content; empty when there are none."""
    if not paths:
        return ""
    total = hashlib.sha256()
    for path in paths:
        total.update(hashlib.sha256(_read(path)).digest())
    return total.hexdigest()[:16]


def _read(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            # A pipe never ends, and a folder cannot be read.
            raise InvalidRecognizer(path=path, entry="-", detail="unreadable", what="-")
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise InvalidRecognizer(
            path=path, entry="-", detail="unreadable", what=type(error).__name__
        ) from error
    if len(content) > _LARGEST_FILE:
        raise InvalidRecognizer(path=path, entry="-", detail="too_large", what=f"{_LARGEST_FILE // 1024} KB")
    return content


def _entries(path: Path) -> Iterator[Own]:
    content = _parsed(path)
    rows = content.get("recognizers") if isinstance(content, dict) else None
    if not isinstance(rows, list) or not rows or not set(content) <= {"recognizers", "family"}:
        raise InvalidRecognizer(path=path, entry="-", detail="form", what="recognizers")
    if len(rows) > _MOST_ENTRIES:
        raise InvalidRecognizer(path=path, entry="-", detail="too_many", what=str(_MOST_ENTRIES))
    for number, row in enumerate(rows, 1):
        yield _own(path, number, row)


def _parsed(path: Path) -> Any:
    """The content: plain YAML without tags, and without references, which can make a small file endless."""
    try:
        text = _read(path).decode("utf-8-sig")
        _refuse_endless(path, text)
        return yaml.safe_load(text)
    except UnicodeDecodeError as error:
        raise InvalidRecognizer(path=path, entry="-", detail="yaml", what="UTF-8") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        what = str(mark.line + 1) if mark is not None else "-"
        raise InvalidRecognizer(path=path, entry="-", detail="yaml_line", what=what) from error


def _refuse_endless(path: Path, text: str) -> None:
    """Refuse what makes a small file costly, before anything is built of it."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise InvalidRecognizer(path=path, entry="-", detail="yaml", what="&, *")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark else "-"
            raise InvalidRecognizer(path=path, entry="-", detail="yaml_line", what=str(line))


def _own(path: Path, number: int, row: object) -> Own:
    entry = str(row["id"]) if isinstance(row, dict) and "id" in row else f"no. {number}"

    def wrong(detail: str, what: str) -> InvalidRecognizer:
        return InvalidRecognizer(path=path, entry=entry[:60], detail=detail, what=what[:60])

    if not isinstance(row, dict) or not all(isinstance(key, str) for key in row):
        raise wrong("form", "id")
    for key in row:
        if key not in KNOWN:
            raise wrong("unknown_key", key)
    for key in NEEDED:
        if not row.get(key):
            raise wrong("missing_key", key)
    if key := wrong_value(row):
        raise wrong("wrong_value", key)
    for place, pattern in enumerate(row["patterns"], 1):
        if fault := pattern_fault(pattern, row):
            raise wrong(fault, f"patterns {place}")
    full = {"category": Category.OTHER_ID.value, "ground": "19(1)", "suggestion": "withhold", **row}
    return Own(
        path,
        declared_from(full, own=True),
        tuple(row["examples"]),
        tuple(row["counter_examples"]),
    )
