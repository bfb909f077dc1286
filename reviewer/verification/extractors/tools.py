# SPDX-License-Identifier: MIT
"""Readers that are programs of the machine: poppler's pdftotext and tesseract, used where installed, on pipes only."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence

from PIL import Image

from reviewer.model.document import StoryKind
from reviewer.verification.surface import SeenWord, Surface

SECONDS = 240
"""So long a program may take for one call on a busy machine; the gate's own limit ends all of them."""


def pdftotext(data: bytes) -> list[str] | None:
    """The text of each page as poppler reads it; None when poppler is not there, fails or does not end."""
    try:
        answer = _run("pdftotext", ("-enc", "UTF-8", "-q", "-", "-"), data)
    except Unheard:
        return None
    return None if answer is None else answer.decode("utf-8", "replace").split("\f")


class Unheard(Exception):
    """A program that reads was stopped before it had answered: what it would have said is not known."""


def recognise(
    image: bytes,
    place: str,
    kinds: tuple[StoryKind, ...],
    page: int | None = None,
) -> Iterator[Surface]:
    """What tesseract reads in an image file; nothing when it is not there or reads nothing. Raises Unheard."""
    yield from seen("tesseract", ocr_table(image), place, kinds, page)


def seen(
    reader: str,
    table: str,
    place: str,
    kinds: tuple[StoryKind, ...],
    page: int | None = None,
    *,
    sheet: int = 1,
    least: float = 0.0,
) -> Iterator[Surface]:
    """One page of a table of words, as what a reader of pixels saw."""
    lines = table_lines(table, page=sheet, least=least)
    if lines:
        words = tuple(word for line in lines for word in line)
        yield Surface(reader, f"{place}:pixels", _text(lines), kinds, page, words=words)


def ocr_table(image: bytes) -> str:
    """The words that tesseract finds in an image file, page by page, as its table; empty when there are none.

    Raises Unheard.
    """
    answer = _run("tesseract", ("-", "-", "-l", "eng+fra", "tsv"), image)
    return "" if answer is None else answer.decode("utf-8", "replace")


def sheets(pictures: Sequence[Image.Image]) -> bytes:
    """Pictures as the sheets of one image file."""
    buffer = io.BytesIO()
    pictures[0].save(buffer, format="TIFF", save_all=True, append_images=list(pictures[1:]))
    return buffer.getvalue()


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
    except subprocess.TimeoutExpired as error:
        raise Unheard from error
    except OSError:
        return None
    if done.returncode < 0:
        raise Unheard
    return done.stdout if done.returncode == 0 else None


def table_lines(table: str, *, page: int = 1, least: float = 0.0) -> list[list[SeenWord]]:
    """The words of one page that were read with some confidence, line by line."""
    lines: dict[tuple[str, ...], list[SeenWord]] = {}
    for cells in table_rows(table, page=page):
        if float(cells[10]) >= least:
            lines.setdefault(tuple(cells[2:5]), []).append(SeenWord(cells[11], float(cells[10])))
    return list(lines.values())


def table_rows(table: str, *, page: int) -> Iterator[list[str]]:
    """The cells of each word of one page."""
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[11].strip() and cells[1] == str(page):
            yield cells


def _text(lines: list[list[SeenWord]]) -> str:
    return "\n".join(" ".join(word.text for word in line) for line in lines)
