# SPDX-License-Identifier: MIT
"""Cuts lines that run over the columns of a table without rules: where the same edge comes back row after row.

A gap alone says little, for justified lines have wide ones too. So a gap counts only when it is wide, wider than the
other gaps of its line, and when what follows it begins (or ends, or has its middle) where cells of other rows do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import and_
from statistics import median

from reviewer.documents.pdf.lines import Line, along, along_end, same_row

_WIDE = 0.75
"""Em between two words; no program stretches a line so far that it can still be read well."""
_UNDRAWN = 0.5
_BLANKS = 2
_WIDER = 1.8
_SINGLE = 2
"""Glyphs, with their blanks; letter beside letter is a number set apart or a word set wide, not cell beside cell."""
_EDGE = 1.0
_ROWS = 3
_NEXT_ROW = 4.0
"""Em from one row to the next; cells of several lines make rows high."""


@dataclass(slots=True)
class _Cell:
    """A stretch of a line that may be a cell: it begins at glyph `at`; 0 for one that stands alone already."""

    line: Line
    at: int
    start: float
    end: float

    @property
    def edges(self) -> tuple[float, float, float]:
        return self.start, self.end, (self.start + self.end) / 2


def split_at_columns(lines: list[Line]) -> Iterator[Line]:
    """The same lines in the same order, those that run over several columns in pieces."""
    cells = [cell for line in lines for cell in _candidates(line)]
    if not cells:
        yield from lines
        return
    cuts: dict[int, set[int]] = defaultdict(set)
    for cell in _aligned([*cells, *_standing_alone(lines)]):
        if cell.at:
            cuts[id(cell.line)].add(cell.at)
    for line in lines:
        yield from _pieces(line, sorted(cuts.get(id(line), ())))


def _pieces(line: Line, cuts: list[int]) -> Iterator[Line]:
    if not cuts:
        yield line
        return
    for start, end in zip([0, *cuts], [*cuts, len(line.glyphs)], strict=True):
        yield Line(line.glyphs[start:end], line.angle, line.index + start)


def _candidates(line: Line) -> Iterator[_Cell]:
    """The stretches after gaps that are wide, and wider than the others of their line."""
    em = line.em or 1.0
    if _is_even(line):
        return
    gaps = [gap for gap in _gaps(line) if gap[1] > 0.1 * em]
    wide = [
        at
        for at, gap, undrawn, blanks in gaps
        if gap > _WIDE * em and (undrawn > _UNDRAWN * em or blanks >= _BLANKS)
    ]
    if not wide:
        return
    other = [gap for at, gap, _undrawn, _blanks in gaps if at not in wide]
    usual = median(other) if other else 0.0
    found = [at for at, gap, _undrawn, _blanks in gaps if at in wide and gap > _WIDER * usual]
    before = 0
    for at, after in pairwise([*found, len(line.glyphs)]):
        letters = [each for each in line.glyphs[at:after] if not each.blank]
        if len(letters) > 1 or at - before > _SINGLE:
            yield _Cell(line, at, along(letters[0]), along_end(letters[-1]))
        before = at


def _is_even(line: Line) -> bool:
    """Whether it is plain that no gap of a line is wide: one operator drew it, with single blanks and slight kerns."""
    show = line.glyphs[0].show
    if show.loosest > _UNDRAWN / 4 or show.glyphs != line.glyphs:
        return False
    blanks = [glyph.blank for glyph in line.glyphs]
    return not any(map(and_, blanks, blanks[1:]))


def _gaps(line: Line) -> Iterator[tuple[int, float, float, int]]:
    """Before each word: its place, the room to the word before, how much of that nobody drew, and the blanks drawn."""
    previous = None
    blanks, drawn = 0, 0.0
    for at, glyph in enumerate(line.glyphs):
        if glyph.blank:
            blanks += 1
            drawn += along_end(glyph) - along(glyph)
            continue
        if previous is not None:
            gap = along(glyph) - along_end(previous)
            yield at, gap, gap - drawn, blanks
        previous, blanks, drawn = glyph, 0, 0.0


def _standing_alone(lines: list[Line]) -> Iterator[_Cell]:
    """Lines with another one to their left: cells that were cut off already."""
    rows: dict[tuple[float, int], list[Line]] = defaultdict(list)
    for line in lines:
        if not all(glyph.blank for glyph in line.glyphs):
            rows[line.angle, int(line.across // 20)].append(line)
    for (angle, row), members in rows.items():
        around = [*members, *rows.get((angle, row - 1), ()), *rows.get((angle, row + 1), ())]
        for line in members:
            if any(other.end <= line.start and same_row(other, line) for other in around):
                yield _Cell(line, 0, line.start, line.end)


def _aligned(cells: list[_Cell]) -> Iterator[_Cell]:
    """The cells that share an edge with cells of rows above or below, enough of them close together."""
    for which in range(3):
        columns: dict[tuple[float, int], list[_Cell]] = defaultdict(list)
        for cell in cells:
            columns[cell.line.angle, int(cell.edges[which] // _EDGE)].append(cell)
        for (angle, place), members in columns.items():
            near = [*members, *columns.get((angle, place + 1), ())]
            for chain in _chains(near):
                if len({round(cell.line.across) for cell in chain}) >= _ROWS:
                    yield from chain


def _chains(cells: list[_Cell]) -> Iterator[list[_Cell]]:
    """Cells under one another without a large gap."""
    chain: list[_Cell] = []
    for cell in sorted(cells, key=lambda each: each.line.across):
        if chain and cell.line.across - chain[-1].line.across > _NEXT_ROW * max(cell.line.em, 1.0):
            yield chain
            chain = []
        chain.append(cell)
    if chain:
        yield chain
