# SPDX-License-Identifier: MIT
"""Where a line that is set anew begins, and how much room it has: told by what stands around it, never by what it lost.

A line that was centred, or held by its right end, began where it did because of the width of what was in it. So the
place where it began is trusted only where something else explains it: other lines, the edge of a cell, the margin.
"""

from __future__ import annotations

from collections.abc import Set

from reviewer.documents.pdf.bidi import runs_right
from reviewer.documents.pdf.geometry import Rect, inside
from reviewer.documents.pdf.lines import Line, same_row
from reviewer.documents.pdf.records import PaintKind
from reviewer.documents.pdf.views import PageView

_NEAR = 1.0
_EXACT = 0.3
_PADDING = 9.0
_GRID = 36.0
_TIGHTEST = 0.45
_MILD = 0.85
_MARGIN = 14.0
_CLEAR = 0.6
_RULE = 2.0


class Surroundings:
    """What stands around one line: the lines that lost nothing, the edges of its cell, the page."""

    def __init__(
        self, view: PageView, line: Line, whole: list[Line], band: Rect, gone: Set[tuple[int, int]]
    ) -> None:
        self._view, self._line, self._band, self._gone = view, line, band, gone
        self._held = False
        self._others = [each for each in whole if each.angle == line.angle and not _is_blank(each)]
        self._beside = [
            each
            for each in (*view.text.lines, *whole)
            if each.angle == line.angle and same_row(each, line) and not _is_blank(each)
            and not set(each.glyphs) & set(line.glyphs)
        ]  # fmt: skip

    def anchor(self, length: float) -> float:
        """Where the line now begins: where it did, unless its middle or its end was what held it."""
        line, others = self._line, self._others
        middle = (line.start + line.end) / 2
        left, right = self._cell()
        starts = [each.start for each in others if abs(each.start - line.start) < _NEAR]
        ends = [each.end for each in others if abs(each.end - line.end) < _NEAR]
        middles = [each for each in map(_middle, others) if abs(each - middle) < _NEAR]
        before = line.start - left if left is not None else -1.0
        after = right - line.end if right is not None else -1.0
        if 0 <= before <= _PADDING and (starts or not 0 <= after < before):
            starts.append(line.start)
        if 0 <= after <= _PADDING:
            ends.append(line.end)
        centres = self._centres(left, right, alone=not starts and not middles)
        found = [each for each in centres if abs(each - middle) < _EXACT]
        middles += found
        ends += [each for each in self._far_margins() if abs(each - line.end) < _EXACT]
        votes = max(len(starts), len(ends))
        if len(middles) > votes or (found and len(middles) == votes == 1):
            self._held = True
            return min(middles) - length / 2
        turned = runs_right("".join(glyph.text for glyph in line.glyphs))
        if len(ends) > len(starts) or (turned and ends):
            self._held = True
            return max(ends) - length
        if turned:
            self._held = True
            return self._somewhere_right(right) - length
        return min(starts) if starts else self._somewhere(left)

    def _cell(self) -> tuple[float | None, float | None]:
        """The nearest upright rules at both sides of a level line, unless they were drawn for the line itself."""
        line = self._line
        if line.angle:
            return None, None
        height = line.across + 0.3 * line.em
        edges = [
            x
            for paint in self._view.walk.paints
            if paint.kind is PaintKind.PATH and not paint.hidden and not paint.curved
            and paint.rect[1] <= height <= paint.rect[3] and paint.rect[3] - paint.rect[1] > line.em
            and not inside(paint.rect, self._band, 2.0) and (paint.canvas, paint.op) not in self._gone
            for x in (paint.rect[0], paint.rect[2])
        ]  # fmt: skip
        return (
            max((x for x in edges if x <= line.start + _NEAR), default=None),
            min((x for x in edges if x > line.start + line.em), default=None),
        )

    def _centres(self, left: float | None, right: float | None, *, alone: bool) -> list[float]:
        found = [(left + right) / 2] if left is not None and right is not None else []
        if not self._line.angle:
            found.append((self._view.walk.visible[0] + self._view.walk.visible[2]) / 2)
        if alone and self._others:
            found.append(
                (min(each.start for each in self._others) + max(each.end for each in self._others)) / 2
            )
        return found

    def _far_margins(self) -> list[float]:
        """The right margin, if it is as wide as the left one."""
        if self._line.angle or not self._others:
            return []
        near = min(each.start for each in self._others)
        return [self._view.walk.visible[2] + self._view.walk.visible[0] - near]

    def _somewhere(self, left: float | None) -> float:
        """A start that nothing explains may be the trace of an end: it moves to a coarse grid, if there is room."""
        line = self._line
        if not self._others or line.angle:
            return line.start
        edge = self._view.walk.visible[0]
        ends = [each.end for each in self._others if same_row(each, line) and each.end <= line.start + _NEAR]
        least = [edge + _MARGIN, *(end + _CLEAR * line.em for end in ends)]
        if left is not None:
            least.append(left + _RULE)
        return max(edge + (line.start - edge) // _GRID * _GRID, min(max(least), line.start))

    def _somewhere_right(self, right: float | None) -> float:
        """The same for the end of a line that runs from right to left: there it begins."""
        line = self._line
        if not self._others or line.angle:
            return line.end
        edge = self._view.walk.visible[2]
        after = [
            each.start for each in self._others if same_row(each, line) and each.start >= line.end - _NEAR
        ]
        most = [edge - _MARGIN, *(start - _CLEAR * line.em for start in after)]
        if right is not None:
            most.append(right - _RULE)
        return min(edge - (edge - line.end) // _GRID * _GRID, max(min(most), line.end))

    def tightness(self, anchor: float, length: float) -> float:
        """By how much the line is narrowed to stay clear of its neighbour, or, if it runs on, of the margin."""
        line = self._line
        if length <= 0:
            return 1.0
        _left, right = self._cell()
        rights = [] if right is None else [right - _RULE]
        rights += [
            each.start - 0.4 * line.em
            for each in self._beside
            if each.start > line.start + line.em and each.start > anchor + line.em
        ]
        if rights:
            return _fit(min(rights) - anchor, length, _TIGHTEST)
        ends = [] if self._held else [each.end for each in self._others]
        if ends:
            mild = _fit(max(ends) - anchor, length, 0.0)
            if mild >= _MILD:
                return mild
        return _fit(self._page_end() - anchor, length, _TIGHTEST)

    def _page_end(self) -> float:
        glyph = self._line.glyphs[0]
        x0, y0, x1, y1 = self._view.walk.visible
        return max(x * glyph.ux + y * glyph.uy for x in (x0, x1) for y in (y0, y1)) - _MARGIN


def _is_blank(line: Line) -> bool:
    return all(glyph.blank for glyph in line.glyphs)


def _fit(room: float, length: float, least: float) -> float:
    return max(min(room / length, 1.0), least) if room > 0 else least or 1.0


def _middle(line: Line) -> float:
    return (line.start + line.end) / 2
