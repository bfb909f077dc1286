# SPDX-License-Identifier: MIT
"""Puts lines into the order in which they are read, where they were written in another: upwards, or across columns.

The order of writing is nearly always right, also for tables, and so it stays unless the page contradicts it plainly.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.documents.pdf.lines import Line, same_row

_CLIMBS = 0.5
_FEW_CLIMBS = 3
_BACK = 6
"""So many columns are looked past."""
_ROWS = 4
_LETTERS = 18
"""Letters in a line of running text, on average; cells are shorter."""
_GOES_ON = 0.3
"""Lines that begin with a small letter: they carry on a sentence, which cells do not."""


def in_reading_order(lines: list[Line]) -> list[Line]:
    """The same lines, from top to bottom where they climb, column by column where they run across columns of text."""
    if _climbs(lines):
        lines = sorted(lines, key=lambda line: (line.angle, -round(line.across, 1), line.start))
    return list(_by_columns(lines))


def _climbs(lines: list[Line]) -> bool:
    """Whether most lines stand over the one that was written before them in the same column."""
    climbs = steps = 0
    for at, line in enumerate(lines):
        before = next((each for each in reversed(lines[max(at - _BACK, 0) : at]) if _share(each, line)), None)
        rise = line.across - before.across if before is not None else 0.0
        steps += abs(rise) > 0.5 * line.em
        climbs += rise > 0.5 * line.em
    return climbs > max(_FEW_CLIMBS, _CLIMBS * steps)


def _share(first: Line, second: Line) -> bool:
    """Whether two lines stand in the same column."""
    return first.angle == second.angle and min(first.end, second.end) > max(first.start, second.start)


def _by_columns(lines: list[Line]) -> Iterator[Line]:
    stretch: list[list[Line]] = []
    gutter = (0.0, 0.0)
    for row in _rows(lines):
        narrowed = _narrowed(gutter, row) if stretch else _gap(row)
        if narrowed is None and stretch:
            yield from _told(stretch, gutter)
            stretch, narrowed = [], _gap(row)
        if narrowed is None:
            yield from row
        else:
            stretch.append(row)
            gutter = narrowed
    yield from _told(stretch, gutter)


def _rows(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines that stand side by side and were written one after the other."""
    row: list[Line] = []
    for line in lines:
        if row and not (same_row(row[-1], line) and line.start >= row[-1].end):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _gap(row: list[Line]) -> tuple[float, float] | None:
    return (row[0].end, row[1].start) if len(row) == 2 else None


def _narrowed(gutter: tuple[float, float], row: list[Line]) -> tuple[float, float] | None:
    """What a row leaves of the gap between two columns; None when it runs through it."""
    left, right = gutter
    if len(row) == 2:
        left, right = max(left, row[0].end), min(right, row[1].start)
    elif len(row) == 1 and row[0].end <= right:
        left = max(left, row[0].end)
    elif len(row) == 1 and row[0].start >= left:
        right = min(right, row[0].start)
    else:
        return None
    return (left, right) if left < right else None


def _told(stretch: list[list[Line]], gutter: tuple[float, float]) -> Iterator[Line]:
    lines = [line for row in stretch for line in row]
    lefts = [line for line in lines if line.end <= gutter[0]]
    rights = [line for line in lines if line.end > gutter[0]]
    enough = sum(len(row) == 2 for row in stretch) >= _ROWS
    yield from (*lefts, *rights) if enough and _is_prose(lefts) and _is_prose(rights) else lines


def _is_prose(lines: list[Line]) -> bool:
    texts = ["".join(glyph.text for glyph in line.glyphs).strip() for line in lines]
    letters = sum(each.isalpha() for text in texts for each in text)
    going_on = sum(text[:1].islower() for text in texts[1:])
    return letters >= _LETTERS * len(texts) and going_on >= _GOES_ON * max(len(texts) - 1, 1)
