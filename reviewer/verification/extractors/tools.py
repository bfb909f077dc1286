# SPDX-License-Identifier: MIT
"""Readers that are programs of the machine: poppler's pdftotext and tesseract, used where installed, on pipes only."""

from __future__ import annotations

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
    answer = _run("tesseract", ("-", "-", "-l", "eng+fra", "tsv"), image)
    if answer is not None:
        yield Surface("tesseract", f"{place}:pixels", _words(answer.decode("utf-8", "replace")), kinds, page)


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
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    return done.stdout if done.returncode == 0 else None


def _words(tsv: str) -> str:
    """The last column of tesseract's table, words of a line joined by blanks."""
    lines: dict[tuple[str, ...], list[str]] = {}
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[11].strip():
            lines.setdefault(tuple(cells[1:5]), []).append(cells[11])
    return "\n".join(" ".join(words) for words in lines.values())
