# SPDX-License-Identifier: MIT
"""Reads the words in a picture with tesseract, when it is on the machine: through pipes, no file is ever written.

It does not promise that all words are found: handwriting, faint or turned text stay unread. A person still looks.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

PROGRAM = "tesseract"
_SECONDS = 120
_COLUMNS = 12
_WORD_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place in pixels from the top left; `line` tells which words stand in one line."""

    text: str
    line: tuple[int, int, int]
    left: int
    top: int
    width: int
    height: int


def available() -> bool:
    """Whether pictures can be read on this machine."""
    return shutil.which(PROGRAM) is not None


def words_in(png: bytes) -> tuple[Word, ...] | None:
    """The words of a picture in reading order; None when it could not be read."""
    program = shutil.which(PROGRAM)
    if program is None:
        return None
    try:
        answer = subprocess.run(
            [program, "-", "-", "-l", "eng+fra", "tsv"],
            input=png,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if answer.returncode != 0:
        return None
    return tuple(_words(answer.stdout.decode("utf-8", "replace")))


def text_of(words: tuple[Word, ...]) -> str:
    """Words of a line joined by blanks, lines by line ends."""
    lines: dict[tuple[int, int, int], list[str]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word.text)
    return "\n".join(" ".join(line) for line in lines.values())


def _words(table: str) -> Iterator[Word]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == _COLUMNS and cells[0] == _WORD_LEVEL and cells[11].strip():
            block, paragraph, line = (int(cell) for cell in cells[2:5])
            left, top, width, height = (int(cell) for cell in cells[6:10])
            yield Word(cells[11].strip(), (block, paragraph, line), left, top, width, height)
