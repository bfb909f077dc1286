# SPDX-License-Identifier: MIT
"""Finds the shapes that were drawn to fit a word that goes (a ring, a bubble, a button): they are as wide as it was.

Rules that carry on a line go too: where they begin tells how wide the words before them were. A form field
behind a name keeps its place: those who draw forms do not set fields by the width of a value.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.documents.pdf.geometry import Rect, touches
from reviewer.documents.pdf.lines import Line
from reviewer.documents.pdf.records import Glyph, Paint, PaintKind
from reviewer.documents.pdf.views import PageView
from reviewer.redaction.pdf.marks import PageMarks

_HIGH = 6.0
"""Higher than so many em, a shape frames a block and not a word."""
_PADDING = 2.0
_OUTSIDE = 0.5
_SAME = 0.75
_FLOODS = {PaintKind.SHADING, PaintKind.IMAGE, PaintKind.INLINE_IMAGE}
"""What would spread over the page without the clipping path that holds it."""
_LEVEL = 0.8
"""Shapes that share so much of their height stand side by side."""
_THIN = 0.35
_AFTER = 1.0
"""A rule that begins no further than so many em behind the last word belongs to the line."""
_SHARE = 0.6
"""Wider than this share of the page, a shape is as wide as its column."""


def fitted(view: PageView, marks: PageMarks, lost: list[Line], whole: list[Line]) -> set[tuple[int, int]]:
    """The shapes (canvas, operator) around words that go which nothing else explains."""
    paths = [
        paint for paint in view.walk.paints
        if paint.kind in {PaintKind.PATH, PaintKind.CLIP} and not paint.hidden
    ]  # fmt: skip
    edges = [edge for edge in paths if edge.kind is PaintKind.PATH]
    flooding = [each.rect for each in view.walk.paints if each.kind in _FLOODS and not each.hidden]
    limit = _SHARE * (view.walk.visible[2] - view.walk.visible[0])
    highest = _HIGH * max((line.em for line in lost), default=0.0)
    narrow = [
        paint for paint in paths
        if paint.rect[2] - paint.rect[0] <= limit and paint.rect[3] - paint.rect[1] <= highest
        and not (paint.kind is PaintKind.CLIP and any(touches(paint.rect, each) for each in flooding))
    ]  # fmt: skip
    found: set[tuple[int, int]] = set()
    for line in lost:
        if line.angle:
            continue
        for paint in narrow:
            around = (
                _is_around(paint.rect, line, marks)
                and _may_go(paint, marks, lost, whole)
                and not _is_explained(paint, line, edges, whole)
            )
            if around or (_trails(paint, line) and not _begins_elsewhere(paint, line, edges, whole)):
                found.add((paint.canvas, paint.op))
    return found


def _is_around(rect: Rect, line: Line, marks: PageMarks) -> bool:
    """Whether a shape has little room at both sides of text of a line, some of which goes."""
    height = line.across + 0.3 * line.em
    if not rect[1] <= height <= rect[3] or rect[3] - rect[1] > _HIGH * line.em:
        return False
    within = list(_within(rect, line))
    return any(glyph in marks.gone for glyph in within) and _is_tight(rect, within, line.em)


def _within(rect: Rect, line: Line) -> Iterator[Glyph]:
    for glyph in line.glyphs:
        if not glyph.blank and rect[0] <= (glyph.box[0] + glyph.box[2]) / 2 <= rect[2]:
            yield glyph


def _is_tight(rect: Rect, within: list[Glyph], em: float) -> bool:
    before = min(glyph.box[0] for glyph in within) - rect[0]
    after = rect[2] - max(glyph.box[2] for glyph in within)
    return all(-_OUTSIDE * em <= each <= _PADDING * em for each in (before, after))


def _trails(paint: Paint, line: Line) -> bool:
    """Whether a rule carries on a line from where its words end: it begins where it does because of their width."""
    x0, y0, x1, y1 = paint.rect
    em = line.em
    level = y1 - y0 <= _THIN * em and line.across - _THIN * em <= y0 <= line.across + em
    near = -_THIN * em <= x0 - line.end <= _AFTER * em
    return paint.kind is PaintKind.PATH and level and near and x1 - x0 >= em


def _begins_elsewhere(paint: Paint, line: Line, edges: list[Paint], whole: list[Line]) -> bool:
    """Whether something above or below begins or ends where a rule begins."""
    low, high = line.across - line.em, line.across + 2 * line.em
    others = (each.rect for each in edges if each.rect[3] < low or each.rect[1] > high)
    starts = (each.start for each in whole if not each.angle)
    return any(_meets(paint.rect[0], each) for each in others) or any(
        abs(paint.rect[0] - each) < _SAME for each in starts
    )


def _may_go(paint: Paint, marks: PageMarks, lost: list[Line], whole: list[Line]) -> bool:
    """A coloured ground on which other words stand must stay: they may be as light as the paper."""
    if paint.kind is PaintKind.CLIP or not paint.fills or paint.white:
        return True
    y0, y1 = paint.rect[1], paint.rect[3]
    return not any(
        glyph not in marks.gone
        for line in (*lost, *whole)
        if line.angle == 0 and y0 <= line.across + 0.3 * line.em <= y1
        for glyph in _within(paint.rect, line)
    )


def _is_explained(paint: Paint, line: Line, paths: list[Paint], whole: list[Line]) -> bool:
    """Whether both edges are those of something above or below too, or another cell adjoins, or a line of the shape
    that lost nothing is as wide.
    """
    low, high = line.across - line.em, line.across + 2 * line.em
    others = [each.rect for each in paths if each.rect[1] < low or each.rect[3] > high]
    others = [each for each in others if (each[1], each[3]) != (paint.rect[1], paint.rect[3])]
    if all(any(_meets(edge, each) for each in others) for edge in (paint.rect[0], paint.rect[2])):
        return True
    x0, y0, x1, y1 = paint.rect
    beside = (
        each.rect for each in paths if min(each.rect[3], y1) - max(each.rect[1], y0) > _LEVEL * (y1 - y0)
    )
    if any(
        abs(rect[0] - x1) < _SAME or abs(rect[2] - x0) < _SAME for rect in beside if rect[2] - rect[0] > _SAME
    ):
        return True
    for each in whole:
        if not each.angle and y0 <= each.across + 0.3 * each.em <= y1:
            within = list(_within(paint.rect, each))
            if within and _is_tight(paint.rect, within, each.em):
                return True
    return False


def _meets(edge: float, rect: Rect) -> bool:
    return min(abs(edge - rect[0]), abs(edge - rect[2])) < _SAME
