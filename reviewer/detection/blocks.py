# SPDX-License-Identifier: MIT
"""Lines, cells and sentences of a levelled text; soft line ends are joined first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]{0,3}[ \n]+(?=[\"(\[]?[A-ZÀ-ÖØ-ÞĐ0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:M|MM|Mr|Mrs|Ms|Dr|Dre|Drs|Me|Mes|Mme|Mlle|St|Ste|Sgt|Cst|Cpl|Capt|Insp|Cdt|off|no|No|nos|art|par|al|ss?|c|v|vs|app|apt"
    r"|[tT]él|tel|[cC]ell|poste|ext|arr|dép|env|Pr|Prof|Hon|hon|ag|Ag|boul|av|ch|inst|succ|prés|approx|cf|p|pp|fig|vol"
    r"|inc|ltd|Ltd|Inc|etc|Re|re|d\.o\.b|e\.g|i\.e|w|max|min|temp|janv|févr|sept|oct|nov|déc|Jan|Feb|Aug|Sept|Oct|Nov|Dec)"
    r"|\b[A-ZÀ-Þ](?:\.-?[A-ZÀ-Þ])*)\.$"
)
_BULLET = re.compile(r"\s*(?:[-*•●▪o]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
_ANY_OF = " | "
"""Between the headings of a row whose columns are not sure."""
_SHORT_CELL = 50
_SOFT_LINE = 45
_SOFT_LINE_PAGE = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table row, with the label its column's first row gives it."""

    start: int
    end: int
    header: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A block: a paragraph, a heading or a table row (then with several cells)."""

    start: int
    end: int
    cells: tuple[Cell, ...]

    @property
    def is_row(self) -> bool:
        """Whether it is a table row."""
        return len(self.cells) > 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a cell's content; `line` is the index of its line."""

    start: int
    end: int
    line: int


def join_lines(text: str, *, wraps: bool) -> str:
    """Turn a line end inside a sentence into a blank; the length stays the same."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        pieces.append(" " if _is_soft(before, line, wraps=wraps) else "\n")
        pieces.append(line)
    return "".join(pieces)


def _is_soft(before: str, line: str, *, wraps: bool) -> bool:
    tail = before.rstrip()
    if len(tail) < _SOFT_LINE or "\t" in before or "\t" in line or not line.strip() or _BULLET.match(line):
        return False
    if tail[-1] in ".!?:;":
        return False
    first = line.lstrip()[0]
    if (
        first.islower()
        or tail[-1] in ",("
        or tail.endswith((" and", " et", " of", " de", " the", " la", " le"))
    ):
        return True
    return wraps and len(tail) >= _SOFT_LINE_PAGE


def blocks(text: str, *, wraps: bool) -> Iterator[Line]:
    """The blocks of a text, blank ones left out; the first row of a table heads its columns."""
    headers: tuple[str, ...] = ()
    position = 0
    for raw in text.split("\n"):
        start, position = position, position + len(raw) + 1
        if not raw.strip():
            headers = ()
            continue
        if "\t" not in raw:
            if not (wraps and _may_be_cell(raw)):
                headers = ()
            yield Line(start, start + len(raw), (Cell(start, start + len(raw), _ANY_OF.join(headers)),))
            continue
        cells = list(_cells(raw, start))
        if not headers:
            headers = tuple(text[cell.start : cell.end].strip() for cell in cells)
            if any(sum(sign.isdigit() for sign in header) > 2 or len(header) > 50 for header in headers):
                headers = ("",) * len(cells)
            yield Line(start, start + len(raw), tuple(cells))
            continue
        labels = headers if len(cells) == len(headers) or not wraps else (_ANY_OF.join(headers),) * len(cells)
        labelled = tuple(
            Cell(cell.start, cell.end, labels[number] if number < len(labels) else "")
            for number, cell in enumerate(cells)
        )
        yield Line(start, start + len(raw), labelled)


def _may_be_cell(raw: str) -> bool:
    """Whether a line of a page may be a piece of a table row whose gaps the page does not show."""
    return len(raw) <= _SHORT_CELL and not raw.rstrip().endswith((".", ":", "?"))


def _cells(raw: str, start: int) -> Iterator[Cell]:
    for piece in raw.split("\t"):
        yield Cell(start, start + len(piece))
        start += len(piece) + 1


def sentences(text: str, start: int, end: int, line: int) -> Iterator[Sentence]:
    """The sentences of a cell."""
    cuts = [start]
    cuts.extend(
        match.end()
        for match in _SENTENCE_END.finditer(text, start, end)
        if not _ABBREVIATION.search(text[max(start, match.start() - 12) : match.start()])
    )
    cuts.append(end)
    for first, last in pairwise(cuts):
        while last > first and text[last - 1].isspace():
            last -= 1
        while first < last and text[first].isspace():
            first += 1
        if any(sign.isalnum() for sign in text[first:last]):
            yield Sentence(first, last, line)
