# SPDX-License-Identifier: MIT
"""What the window remembers from one start to the next: plain choices in a JSON file, never anything of a document."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from reviewer.model.document import Language

Kind = TypeVar("Kind", bound=StrEnum)


class Theme(StrEnum):
    """How the window is coloured."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of the person at this desk."""

    language: Language = Language.EN
    theme: Theme = Theme.SYSTEM
    person: str = ""
    open_folder: str = ""
    release_folder: str = ""
    ground: str = "19(1)"
    explained: str = ""
    """What was explained once and need not be again: "pages" for those that LibreOffice draws."""


def system_language() -> Language:
    """French when the system speaks French, else English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return Language.FR if spoken.lower().startswith("fr") else Language.EN


def load(path: Path) -> Settings:
    """The settings of a file; what is missing or not understood keeps its default."""
    defaults = Settings(language=system_language())
    try:
        untrusted = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return defaults
    if not isinstance(untrusted, dict):
        return defaults
    known = {field.name: untrusted[field.name] for field in fields(Settings) if field.name in untrusted}
    texts = {name: value for name, value in known.items() if isinstance(value, str)}
    values = asdict(defaults) | texts
    return Settings(
        language=_one_of(Language, values.pop("language"), defaults.language),
        theme=_one_of(Theme, values.pop("theme"), defaults.theme),
        **values,
    )


def save(path: Path, settings: Settings) -> None:
    """Keep the settings: beside the file, then in its place. A disk that refuses costs the memory, not the work."""
    beside = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), "utf-8")
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _one_of(kind: type[Kind], value: str, default: Kind) -> Kind:
    return kind(value) if value in set(kind) else default
