# SPDX-License-Identifier: MIT
"""Where a front finds what is bundled with the program and where it keeps its own settings."""

from __future__ import annotations

import json
from pathlib import Path

from reviewer import paths
from reviewer.model.document import Language
from reviewer.model.release import PortalRecord

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


def sample_record(name: str) -> PortalRecord | None:
    """The portal record that goes with a sample."""
    path = paths.resource("samples", "records", f"{Path(name).stem}.json")
    if not path.is_file():
        return None
    record: PortalRecord = json.loads(path.read_text("utf-8"))
    return record


def samples() -> tuple[Path, ...]:
    """The invented drafts that come with the program."""
    folder = paths.resource("samples")
    return tuple(sorted(path for path in folder.iterdir() if path.suffix in _SAMPLES))
