# SPDX-License-Identifier: MIT
"""How many pages LibreOffice makes of Word documents; many files to one call, for starting it takes longest."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2

_BATCH = 30
_SECONDS_A_FILE = 8
_START_SECONDS = 40


def page_counts(
    files: Mapping[str, Path], folder: Path | None = None, *, processes: int = 2
) -> dict[str, int]:
    """Pages by key; a file that LibreOffice cannot convert is missing. The PDFs stay in `folder` when one is named."""
    with tempfile.TemporaryDirectory() as made:
        place = Path(made) if folder is None else folder
        place.mkdir(parents=True, exist_ok=True)
        keys = sorted(files)
        shares = [keys[first::processes] for first in range(processes)]
        with ThreadPoolExecutor(processes) as pool:
            done = pool.map(
                lambda pair: _share(files, pair[1], place, Path(made) / f"profile{pair[0]}"),
                enumerate(shares),
            )
            return {key: count for each in done for key, count in each.items()}


def _share(files: Mapping[str, Path], keys: Sequence[str], place: Path, profile: Path) -> dict[str, int]:
    counts: dict[str, int] = {}
    for first in range(0, len(keys), _BATCH):
        batch = keys[first : first + _BATCH]
        counts |= _converted(files, batch, place, profile)
        for key in batch:
            if key not in counts:  # one file may take the whole call down with it
                counts |= _converted(files, [key], place, profile)
    return counts


def _converted(files: Mapping[str, Path], keys: Sequence[str], place: Path, profile: Path) -> dict[str, int]:
    with tempfile.TemporaryDirectory() as made:
        sources = []
        for key in keys:
            source = Path(made) / f"{key}.docx"
            source.write_bytes(files[key].read_bytes())
            sources.append(str(source))
        command = [
            "soffice",
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(
                [*command, "--outdir", str(place), *sources],
                capture_output=True,
                check=False,
                timeout=_START_SECONDS + _SECONDS_A_FILE * len(keys),
            )
    return {key: count for key in keys if (count := _pages(place / f"{key}.pdf"))}


def _pages(path: Path) -> int:
    if not path.is_file():
        return 0
    try:
        with pypdfium2.PdfDocument(path) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return 0
