# SPDX-License-Identifier: MIT
"""Readers that are programs of the machine: poppler's pdftotext and tesseract, used where installed, on pipes only."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence

from reviewer.model.document import StoryKind
from reviewer.verification.surface import Surface

SECONDS = 60


def pdftotext(data: bytes) -> list[str] | None:
    """The text of each page as poppler reads it; None when poppler is not there or fails."""
    answer = _run("pdftotext", ("-enc", "UTF-8", "-q", "-", "-"), data)
    return None if answer is None else answer.decode("utf-8", "replace").split("\f")


def recognise(
    image: bytes, place: str, kinds: tuple[StoryKind, ...], page: int | None = None
) -> Iterator[Surface]:
    """What tesseract reads in an image file; nothing when it is not there or reads nothing."""
    text = table_text(ocr_table(image))
    if text:
        yield Surface("tesseract", f"{place}:pixels", text, kinds, page)


def ocr_table(image: bytes) -> str:
    """The words that tesseract finds in an image file, page by page, as its table; empty when there are none."""
    answer = _run("tesseract", ("-", "-", "-l", "eng+fra", "tsv"), image)
    return "" if answer is None else answer.decode("utf-8", "replace")


def has_ocr() -> bool:
    """Whether tesseract is on the machine."""
    return shutil.which("tesseract") is not None


def _run(program: str, arguments: Sequence[str], data: bytes) -> bytes | None:
    path = shutil.which(program)
    if path is None:
        return None
    try:
        done = subprocess.run(
            [path, *arguments],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            # Several run side by side: one thread each.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    return done.stdout if done.returncode == 0 else None


def table_text(table: str, *, page: int = 1, least: float = 0.0) -> str:
    """The words of one page that were read with some confidence, those of a line joined by blanks."""
    lines: dict[tuple[str, ...], list[str]] = {}
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[11].strip() and cells[1] == str(page) and float(cells[10]) >= least:
            lines.setdefault(tuple(cells[2:5]), []).append(cells[11])
    return "\n".join(" ".join(words) for words in lines.values())
