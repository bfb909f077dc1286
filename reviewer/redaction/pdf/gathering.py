# SPDX-License-Identifier: MIT
"""Gathers what must be set anew together: a line that lost something, with what stood out of view in it.

A word under a black box, white on white or in a layer that is off is not of any line that a reader sees, yet the
letters beside it stand where they do because of it: the gap is exactly as wide as the word. The box goes too, and one
of constant width takes its place. The words of a loosely justified line, so far apart that they count as columns, are
one line here, and those of a line padded with blanks fall into columns. Shapes drawn to fit a word go with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reviewer.documents.pdf.geometry import Rect, area, join, overlap
from reviewer.documents.pdf.lines import (
    SPACE_GAP,
    Line,
    across,
    along,
    along_end,
    angle_of,
    gap_between,
    same_row,
)
from reviewer.documents.pdf.records import Glyph, Paint, PaintKind
from reviewer.documents.pdf.views import PageView
from reviewer.redaction.pdf.fitted import fitted
from reviewer.redaction.pdf.marks import Mark, PageMarks
from reviewer.redaction.pdf.padding import by_columns, shorten

_ADJOINS = 1.0
_OVER = 0.3
_TINY = 1.0
_COVERED = 0.7
_WORDLIKE = 2.5
"""Higher than so many em, a box covers a block and not a word."""
_EVEN = 0.06
_WIDEST = 6.0
"""Words further apart, in em, or tagged each by itself, are cells that happen to stand at equal distances."""


@dataclass(slots=True, eq=False)
class _Group:
    lines: list[Line]
    unseen: list[Glyph] = field(default_factory=list)
    lost: bool = False


@dataclass(slots=True)
class Gathered:
    """Lines to set anew, lines that stay as they are, and the shapes (canvas, operator) over or around a word."""

    lost: list[Line] = field(default_factory=list)
    whole: list[Line] = field(default_factory=list)
    covers: set[tuple[int, int]] = field(default_factory=set)


def gather(view: PageView, marks: PageMarks) -> Gathered:
    """The lines of a page that lost something; what stood unseen in them gets its marks."""
    lines = view.text.lines
    groups = {line.number: _Group([line]) for line in lines}
    gathered = Gathered()
    for glyph, mark in marks.gone.items():
        group = groups.get(glyph.line)
        if mark is not None and group is not None and not glyph.hidden:
            group.lost = True
    for line in lines:
        if groups[line.number].lost:
            _join(groups, _loose(lines, line))
    alone: list[_Group] = []
    for run in _unseen(view):
        covers = list(_covers(view, run))
        beside = [line for line in lines if _adjoins(run, line)]
        if not beside and not covers:
            continue
        group = _join(groups, beside) if beside else _Group([])
        group.unseen += run
        group.lost = True
        if not beside:
            alone.append(group)
        _mark(marks, run, covers)
        gathered.covers.update((paint.canvas, paint.op) for paint in covers)
    seen: set[int] = set()
    for group in [*groups.values(), *alone]:
        if group.lost and id(group) not in seen:
            gathered.lost.append(_line(group))
        elif not group.lost:
            gathered.whole += group.lines
        seen.add(id(group))
    gathered.lost, columns = by_columns(marks, gathered.lost, gathered.whole)
    gathered.whole += columns
    gathered.covers |= fitted(view, marks, gathered.lost, gathered.whole)
    for line in gathered.lost:
        shorten(marks, line)
    return gathered


def _join(groups: dict[int, _Group], lines: Iterable[Line]) -> _Group:
    """One group of the groups of some lines."""
    found = list({id(groups[line.number]): groups[line.number] for line in lines}.values())
    first = found[0]
    for other in found[1:]:
        first.lines += other.lines
        first.unseen += other.unseen
        first.lost = first.lost or other.lost
        for line in other.lines:
            groups[line.number] = first
    return first


def _line(group: _Group) -> Line:
    if len(group.lines) == 1 and not group.unseen:
        return group.lines[0]
    glyphs = [glyph for line in group.lines for glyph in line.glyphs] + group.unseen
    first = min(group.lines, key=lambda line: line.number) if group.lines else None
    angle, index, number = (first.angle, first.index, first.number) if first else (0.0, 0, -1)
    return Line(sorted(glyphs, key=along), angle, index, number)


# Loosely justified lines


def _loose(lines: list[Line], line: Line) -> list[Line]:
    """All pieces of a row whose words stand equally far apart, wherever the reader took a gap for that of a column."""
    row = sorted((each for each in lines if same_row(each, line)), key=lambda each: each.start)
    inked = [glyph for each in row for glyph in each.glyphs if not glyph.blank]
    gaps = [gap for gap in map(gap_between, inked, inked[1:]) if gap > SPACE_GAP]
    even = len(gaps) > 1 and max(gaps) - min(gaps) <= _EVEN and max(gaps) <= _WIDEST
    return row if even and len({glyph.show.mcid for glyph in inked}) == 1 else [line]


# What stands out of view


def _unseen(view: PageView) -> Iterator[list[Glyph]]:
    """Words out of view that have their place in the text: nothing that can be seen stands on them."""
    for line in view.hidden.lines:
        run = [glyph for glyph in line.glyphs if glyph.em >= _TINY and _is_on(glyph, view.walk.visible)]
        if any(not glyph.blank for glyph in run) and not _is_under_text(view, run):
            yield [each for glyph in run for each in (glyph, *glyph.shadows)]


def _is_on(glyph: Glyph, page: Rect) -> bool:
    x0, y0, x1, y1 = glyph.core
    return page[0] <= (x0 + x1) / 2 <= page[2] and page[1] <= (y0 + y1) / 2 <= page[3]


def _is_under_text(view: PageView, run: list[Glyph]) -> bool:
    place = join(glyph.core for glyph in run)
    height, em = across(run[0]), max(glyph.em for glyph in run)
    return any(
        not glyph.blank and overlap(glyph.core, place) > _OVER * (area(glyph.core) or 1.0)
        for line in view.text.lines
        if line.angle != angle_of(run[0]) or abs(line.across - height) <= line.em + em
        for glyph in line.glyphs
    )


def _adjoins(run: list[Glyph], line: Line) -> bool:
    """Whether a run carries on a line, or leads to it."""
    em = max(run[0].em, line.em)
    if angle_of(run[0]) != line.angle or abs(across(run[0]) - line.across) > _OVER * em:
        return False
    first, last = min(run, key=along), max(run, key=along_end)
    return any(
        -_OVER * em <= along(first) - along_end(glyph) <= _ADJOINS * em
        or -_OVER * em <= along(glyph) - along_end(last) <= _ADJOINS * em
        for glyph in line.glyphs
    )


def _covers(view: PageView, run: list[Glyph]) -> Iterator[Paint]:
    """The boxes that cover a word rather than a block."""
    place = join(glyph.core for glyph in run)
    em = max(glyph.em for glyph in run)
    for paint in view.walk.paints:
        if (
            paint.kind is PaintKind.PATH and paint.boxy and paint.fills and paint.opaque and not paint.hidden
            and paint.order > run[0].show.order and paint.rect[3] - paint.rect[1] <= _WORDLIKE * em
            and overlap(place, paint.rect) > 0
            and any(overlap(glyph.core, paint.rect) >= _COVERED * area(glyph.core) for glyph in run)
        ):  # fmt: skip
            yield paint


def _mark(marks: PageMarks, run: list[Glyph], covers: list[Paint]) -> None:
    """A word under a dark box gets one of constant width, with the label of its decision if there was one."""
    decided = next((marks.unseen[glyph] for glyph in run if glyph in marks.unseen), None)
    if not any(not paint.white for paint in covers):
        return
    mark = decided or Mark("", list(run), blind=True)
    for glyph in run:
        if marks.gone.get(glyph) is None:
            marks.gone[glyph] = mark
