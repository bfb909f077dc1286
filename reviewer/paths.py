# SPDX-License-Identifier: MIT
"""Where Parvis keeps things: bundled resources, the person's data folder, private temporary folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

HOME_VARIABLE = "PARVIS_HOME"
RECOGNIZERS_VARIABLE = "PARVIS_RECOGNIZERS"


def resources() -> Path:
    """The folder of bundled facts: beside the packages, or inside a frozen program."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "resources"


def resource(*parts: str) -> Path:
    """One bundled file, by its parts below the resources folder."""
    return resources().joinpath(*parts)


def data_home() -> Path:
    """The folder of the store and the settings: $PARVIS_HOME, else the system's place for user data."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("parvis", appauthor=False))


def own_recognizers(home: Path | None = None) -> tuple[Path, ...]:
    """Where a department's own recognizers may be: a folder of the data folder, and $PARVIS_RECOGNIZERS."""
    chosen = os.environ.get(RECOGNIZERS_VARIABLE)
    kept = (home or data_home()) / "recognizers"
    return (kept, Path(chosen)) if chosen else (kept,)


def private_temp_root() -> Path:
    """The parent of private temporary folders: memory-backed where the system has such a place."""
    shared_memory = Path("/dev/shm")  # noqa: S108 - not a hard-coded temp file: a tmpfs mount, tested for use
    if shared_memory.is_dir() and os.access(shared_memory, os.W_OK):
        return shared_memory / f"parvis-{os.getuid()}"
    return data_home() / "tmp"
