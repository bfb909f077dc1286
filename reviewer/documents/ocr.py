# SPDX-License-Identifier: MIT
"""Reads the words in pictures with tesseract, when it is on the machine: through pipes, no file is ever written.

It does not promise that all words are found: handwriting, faint or slanted text stay unread. A person still looks.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Event, Thread
from typing import NamedTuple

PROGRAM = "tesseract"
_SECONDS = 120.0
_TICK = 0.1
_COLUMNS = 12
_WORD_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class Turn:
    """How a picture is shown: quarter turns clockwise, after it was mirrored left to right or not."""

    quarters: int = 0
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place in pixels from the top left; `line` tells which words stand in one line.

    `page` counts from 1 the pictures that were read in one call, `confidence` goes from 0 to 100.
    """

    text: str
    line: tuple[int, ...]
    left: int
    top: int
    width: int
    height: int
    page: int = 1
    confidence: float = 100.0


class PlacedWord(NamedTuple):
    """Where a word of a picture's text stands in the picture, in pixels from the top left."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float


def available() -> bool:
    """Whether pictures can be read on this machine."""
    return shutil.which(PROGRAM) is not None


def words_in(image: bytes, *, stop: Event | None = None) -> tuple[Word, ...] | None:
    """The words of an image file (of every page of a TIFF) in reading order; None when it could not be read.

    Setting `stop` ends the program that reads.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        return None
    table = _output([program, "-", "-", "-l", "eng+fra", "tsv"], image, stop or Event())
    return None if table is None else tuple(_words(table.decode("utf-8", "replace")))


def laid_out(words: Sequence[Word]) -> tuple[str, tuple[PlacedWord, ...]]:
    """Words of a line joined by blanks, lines by line ends; and where each word stands in text and picture."""
    text: list[str] = []
    placed: list[PlacedWord] = []
    at = 0
    lines: dict[tuple[int, ...], list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    for word, first in ((word, word is line[0]) for line in lines.values() for word in line):
        gap = "" if not placed else "\n" if first else " "
        at += len(gap)
        text += (gap, word.text)
        place = (word.left, word.top, word.left + word.width, word.top + word.height)
        placed.append(PlacedWord(at, at + len(word.text), *map(float, place)))
        at += len(word.text)
    return "".join(text), tuple(placed)


def _output(command: list[str], data: bytes, stop: Event) -> bytes | None:
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except OSError:
        return None
    watch = Thread(target=_end_in_time, args=(process, stop), daemon=True)
    watch.start()
    try:
        answer, _ = process.communicate(data)
    finally:
        process.kill()
        watch.join()
    return answer if process.returncode == 0 else None


def _end_in_time(process: subprocess.Popen[bytes], stop: Event) -> None:
    """Kill a reader that is no longer wanted or takes too long; whoever feeds it then goes on."""
    deadline = time.monotonic() + _SECONDS
    while process.poll() is None:
        if stop.wait(_TICK) or time.monotonic() > deadline:
            process.kill()
            return


def _words(table: str) -> Iterator[Word]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == _COLUMNS and cells[0] == _WORD_LEVEL and cells[11].strip():
            page, block, paragraph, line = (int(cell) for cell in cells[1:5])
            left, top, width, height = (int(cell) for cell in cells[6:10])
            place = (left, top, width, height)
            yield Word(cells[11].strip(), (block, paragraph, line), *place, page, float(cells[10]))
