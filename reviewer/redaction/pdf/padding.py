# SPDX-License-Identifier: MIT
"""Rows of dots and of blanks in lines that lost something: their number would tell how long the lost word was.

A line padded with blanks falls into columns. One that begins or ends where a line that lost nothing has a column too
stays in its place; before any other, one blank is left. Of signs that fill a line (dots, stars) three are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from reviewer.documents.pdf.lines import Line
from reviewer.documents.pdf.records import Glyph
from reviewer.redaction.pdf.marks import PageMarks

_FILLED = 4
_LEFT = 3
_PADDED = 2
"""So many blanks in a row are padding: a sentence has one."""
_SAME = 0.5


def by_columns(marks: PageMarks, lost: list[Line], whole: list[Line]) -> tuple[list[Line], list[Line]]:
    """The columns of padded lines, those that lost something and those that did not; the padding itself goes."""
    padded = [line for line in lost if len(list(_pieces(line.glyphs, marks))) > 1]
    if not padded:
        return lost, []
    explained = [column for line in whole for column in _columns(line, marks)]
    changed = [line for line in lost if line not in padded]
    kept: list[Line] = []
    for line in padded:
        for column in _joined(marks, line, explained):
            (changed if any(glyph in marks.gone for glyph in column.glyphs) else kept).append(column)
    return changed, kept


def shorten(marks: PageMarks, line: Line) -> None:
    """Take all but three of the signs that fill a line, and all but one of the blanks."""
    staying = [glyph for glyph in line.glyphs if glyph not in marks.gone]
    inked = [glyph for glyph in staying if not glyph.blank]
    for text, found in groupby(inked, key=lambda glyph: glyph.text):
        run = list(found)
        if len(run) >= _FILLED and text.strip() and not text.isalnum():
            first, last = run[_LEFT], run[-1]
            _take(marks, staying[staying.index(first) : staying.index(last) + 1])
    for blank, found in groupby(line.glyphs, key=lambda glyph: glyph.blank and glyph not in marks.gone):
        if blank:
            _take(marks, list(found)[1:])


def _take(marks: PageMarks, glyphs: Iterable[Glyph]) -> None:
    for glyph in glyphs:
        for each in (glyph, *glyph.shadows):
            marks.gone.setdefault(each, None)


def _pieces(glyphs: list[Glyph], marks: PageMarks) -> Iterator[tuple[list[Glyph], list[Glyph]]]:
    """The columns of a line, each with the blanks before it."""
    blanks: list[Glyph] = []
    piece: list[Glyph] = []
    before: list[Glyph] = []
    for glyph in glyphs:
        if glyph.blank and glyph not in marks.gone:
            blanks.append(glyph)
            continue
        if len(blanks) >= _PADDED and piece:
            yield before, piece
            before, piece = blanks, []
        else:
            piece += blanks
        blanks = []
        piece.append(glyph)
    yield before, piece + blanks


def _columns(line: Line, marks: PageMarks) -> Iterator[Line]:
    for _before, piece in _pieces(line.glyphs, marks):
        if piece:
            yield Line(piece, line.angle, line.index, line.number)


def _joined(marks: PageMarks, line: Line, explained: list[Line]) -> Iterator[Line]:
    """The columns of a line that other lines have too; all others belong to the one before them."""
    glyphs: list[Glyph] = []
    for before, piece in _pieces(line.glyphs, marks):
        column = Line(piece, line.angle, line.index, line.number)
        if glyphs and any(_is_like(column, each) for each in explained):
            yield Line(glyphs, line.angle, line.index, line.number)
            _take(marks, before)
            glyphs = list(piece)
        else:
            glyphs += [*before, *piece]
    yield Line(glyphs, line.angle, line.index, line.number)


def _is_like(column: Line, other: Line) -> bool:
    return column.angle == other.angle and (
        abs(column.start - other.start) < _SAME or abs(column.end - other.end) < _SAME
    )
