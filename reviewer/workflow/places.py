# SPDX-License-Identifier: MIT
"""Where a front finds what is bundled with the program and where it keeps its own settings."""

from __future__ import annotations

from pathlib import Path

from reviewer import paths
from reviewer.model.document import Language

_SAMPLES = frozenset({".docx", ".pdf", ".txt", ".md"})


def translation(language: Language) -> Path:
    """The compiled translation of the window."""
    return paths.resource("i18n", f"app_{language}.qm")


def icon(name: str) -> Path:
    """One icon (SVG)."""
    return paths.resource("icons", f"{name}.svg")


def settings_file() -> Path:
    """The file in which a front keeps its settings."""
    return paths.data_home() / "settings.json"


def samples() -> tuple[Path, ...]:
    """The invented drafts that come with the program."""
    folder = paths.resource("samples")
    return tuple(sorted(path for path in folder.iterdir() if path.suffix in _SAMPLES))
