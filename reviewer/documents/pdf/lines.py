# SPDX-License-Identifier: MIT
"""Puts glyphs into lines, and lines into an order, by where they stand rather than by how they were written."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from reviewer.documents.pdf.bidi import has_right
from reviewer.documents.pdf.borders import NO_BORDERS, Borders
from reviewer.documents.pdf.records import Glyph

COLUMN_GAP = 2.0
"""A gap of so many em ends a line: what follows is another column or cell."""
JUSTIFIED_GAP = 6.0
"""Beside a blank that is drawn, in one operator, even such a gap is only a stretched line."""
SPACE_GAP = 0.18
"""A gap of so many em between two glyphs is a blank that nobody drew."""
_BASELINE = 0.15
_SUPERSCRIPT = 0.5
_JOIN = 0.6
_BACK = 0.3
_BEFORE = 0.12
_CLOSE = 0.1
"""Gaps and overlaps that are less than this, in em, mean nothing: neither a blank nor letters written backwards."""
_SCRAMBLED = 0.1
_FEW = 6


@dataclass(slots=True, eq=False)
class Line:
    """Glyphs on one baseline, without a wide gap, in reading order; positions along (s) and across (t) it.

    `start` is where it begins along its direction, `end` where it ends (blanks at its end do not count), `across` its
    baseline across the direction (larger is higher), `em` the size of its largest glyph.
    """

    glyphs: list[Glyph]
    angle: float
    index: int
    number: int = -1
    start: float = field(init=False)
    end: float = field(init=False)
    across: float = field(init=False)
    em: float = field(init=False)

    def __post_init__(self) -> None:
        glyphs = self.glyphs
        first = next((each for each in glyphs if not each.blank), glyphs[0])
        last = next((each for each in reversed(glyphs) if not each.blank), glyphs[-1])
        self.start, self.end, self.across = along(glyphs[0]), along_end(last), across(first)
        self.em = max([each.em for each in glyphs])


def along(glyph: Glyph) -> float:
    """The position of a glyph's start along its own writing direction."""
    return glyph.x * glyph.ux + glyph.y * glyph.uy


def along_end(glyph: Glyph) -> float:
    """The position of its end along its own writing direction."""
    return glyph.end_x * glyph.ux + glyph.end_y * glyph.uy


def across(glyph: Glyph) -> float:
    """The position of its baseline, across the writing direction."""
    return glyph.y * glyph.ux - glyph.x * glyph.uy


def angle_of(glyph: Glyph) -> float:
    """The writing direction in whole degrees."""
    return round(math.degrees(math.atan2(glyph.uy, glyph.ux))) % 360


def gap_between(left: Glyph, right: Glyph) -> float:
    """The gap between two neighbours of a line, in em of the larger one."""
    em = max(left.em, right.em) or 1.0
    return (along(right) - along_end(left)) / em


def make_lines(glyphs: Iterable[Glyph], borders: Borders = NO_BORDERS) -> list[Line]:
    """All lines of a page in reading order: as written, or from top to bottom where the writing order is scrambled.

    No line runs over one of the `borders`.
    """
    runs = list(_runs(glyphs, borders))
    lines, disorder = _linked(runs, borders)
    if disorder > max(_FEW, _SCRAMBLED * len(runs)):
        lines.sort(key=lambda line: (line.angle, -round(line.across, 1), line.start))
    else:
        lines.sort(key=lambda line: line.index)
    return lines


def _runs(glyphs: Iterable[Glyph], borders: Borders) -> Iterator[Line]:
    """Stretches of glyphs that follow one another both in writing and in place."""
    run: list[Glyph] = []
    index = position = 0
    ink: Glyph | None = None
    for piece in pieces(list(glyphs), borders):
        first = piece[0]
        if run and (not _follows(run[-1], first) or (borders.any and _is_border(borders, ink, first))):
            yield Line(run, angle_of(run[0]), index)
            run = []
        if not run:
            index, ink = position, None
        run += piece
        position += len(piece)
        ink = next((each for each in reversed(piece) if not each.blank), ink)
    if run:
        yield Line(run, angle_of(run[0]), index)


def pieces(glyphs: list[Glyph], borders: Borders = NO_BORDERS) -> Iterator[list[Glyph]]:
    """The glyphs one by one, or all of an operator at once where no gap of it could end a line or be a blank."""
    at = 0
    while at < len(glyphs):
        first = glyphs[at]
        whole = first.show.glyphs
        if (
            first.show.loosest < _CLOSE
            and glyphs[at : at + len(whole)] == whole
            and not borders.may_cut(first.show)
        ):
            yield whole
            at += len(whole)
        else:
            yield [first]
            at += 1


def _is_border(borders: Borders, ink: Glyph | None, glyph: Glyph) -> bool:
    """Whether something parts a glyph from the last one that is no blank; a blank belongs to what stands before it."""
    return ink is not None and not glyph.blank and borders.part(ink, glyph, gap_between(ink, glyph))


def _follows(left: Glyph, right: Glyph) -> bool:
    em = max(left.em, right.em) or 1.0
    turned = (left.ux, left.uy) != (right.ux, right.uy) and angle_of(left) != angle_of(right)
    if turned or abs(across(left) - across(right)) > _SUPERSCRIPT * em:
        return False
    # An accent may begin a little before its letter; a letter that does was written backwards.
    if along(right) < along(left) - _BEFORE * em:
        return False
    widest = JUSTIFIED_GAP if left.show is right.show and (left.blank or right.blank) else COLUMN_GAP
    return -_SUPERSCRIPT <= gap_between(left, right) <= widest


def _linked(runs: list[Line], borders: Borders) -> tuple[list[Line], int]:
    """Join runs that touch on one baseline though something else was written between them."""
    ordered = sorted(runs, key=lambda run: (run.angle, run.across))
    lines: list[Line] = []
    disorder = 0
    for group in _baselines(ordered):
        group.sort(key=lambda run: (run.start, run.index))
        current = group[0]
        for run in group[1:]:
            gap = gap_between(current.glyphs[-1], run.glyphs[0])
            if -_BACK <= gap <= _JOIN and not _are_parted(borders, current, run):
                disorder += (
                    run.index < current.index or run.index - current.index > len(current.glyphs)
                ) and not has_right(run.glyphs[0].text)
                current = Line([*current.glyphs, *run.glyphs], current.angle, min(current.index, run.index))
            else:
                lines.append(current)
                current = run
        lines.append(current)
    return lines, disorder


def _are_parted(borders: Borders, left: Line, right: Line) -> bool:
    first = next((each for each in reversed(left.glyphs) if not each.blank), left.glyphs[-1])
    second = next((each for each in right.glyphs if not each.blank), right.glyphs[0])
    return borders.part(first, second, gap_between(first, second))


def _baselines(ordered: list[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for run in ordered:
        if group and not _same_baseline(group[-1], run):
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _same_baseline(first: Line, second: Line) -> bool:
    return first.angle == second.angle and abs(first.across - second.across) <= _BASELINE * min(
        first.em, second.em
    )


def same_row(first: Line, second: Line) -> bool:
    """Whether two lines stand side by side."""
    return first.angle == second.angle and abs(first.across - second.across) <= 0.3 * max(first.em, second.em)


def neighbours(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    """Each line with the one read after it."""
    return pairwise(lines)
