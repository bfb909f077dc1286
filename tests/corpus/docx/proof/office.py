# SPDX-License-Identifier: MIT
"""The second step: LibreOffice makes PDF of all copies in one run, and the text of the pages is searched."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.corpus.docx.proof.folding import fold
from tests.corpus.docx.proof.leaks import LABELS

_BATCH = 100


def converted(files: Sequence[Path], out: Path, profile: Path) -> Iterator[tuple[Path, Path | None]]:
    """Each file with its PDF, or None when LibreOffice could not open it; `profile` is a folder of its own."""
    soffice = shutil.which("soffice") or "soffice"
    for start in range(0, len(files), _BATCH):
        batch = files[start : start + _BATCH]
        command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run(
            [*command, "--outdir", str(out), *map(str, batch)], check=False, capture_output=True, timeout=900
        )
        for file in batch:
            made = out / f"{file.stem}.pdf"
            yield file, made if made.exists() else None


def page_text(pdf: Path) -> str:
    """The text of all pages as poppler reads it."""
    pdftotext = shutil.which("pdftotext") or "pdftotext"
    ran = subprocess.run([pdftotext, "-layout", str(pdf), "-"], check=True, capture_output=True)
    return ran.stdout.decode("utf-8", "replace")


def leaks(pdf: Path, secrets: Sequence[str]) -> list[str]:
    """The secrets that can be read on the pages."""
    text = fold(LABELS.sub("界", page_text(pdf)))
    return [f"secret {number} on a page" for number, secret in enumerate(secrets) if fold(secret) in text]


def look(
    copies: Mapping[str, Path], secrets: Mapping[str, Sequence[str]], folder: Path
) -> dict[str, list[str]]:
    """What LibreOffice says of each copy: not opened, or leaking."""
    folder.mkdir(parents=True, exist_ok=True)
    by_path = {path: name for name, path in copies.items()}
    found: dict[str, list[str]] = {}
    for path, pdf in converted(list(by_path), folder / "pdf", folder / "profile"):
        faults = ["LibreOffice does not open it"] if pdf is None else leaks(pdf, secrets[by_path[path]])
        if faults:
            found[by_path[path]] = faults
    return found
