# SPDX-License-Identifier: MIT
"""What parts two glyphs that stand on one line: a form field, the cell of a table, a rule between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from reviewer.documents.pdf.geometry import Point, Rect, apply, bounds, number, place
from reviewer.documents.pdf.records import CanvasKind, Glyph, Paint, PaintKind, Show, Walk

_THIN = 3.0
"""Points; a narrower rectangle is a rule, a wider one a ground with two edges."""
_SHORTEST = 5.0
_STRAIGHT = 0.3
_LIMIT = 4_000
"""Operators of one path, and rules of one page; a drawing has more, a table fewer."""
_SLACK = 1.0
_MEET = 1.6
"""Points between the boxes of two rows of a table."""
_GAP = 0.1
_GROUND_GAP = 0.3
_COMB = 1.9
"""Em between two rules that leave room for one letter each: the boxes of a number are no cells."""

Segment = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: where it stands (x, or y when it lies), from where to where; `drawn`, or the edge of a box."""

    at: float
    low: float
    high: float
    drawn: bool


@dataclass(slots=True)
class _Rules:
    """The rules of one direction, in the order of their places."""

    rules: list[Rule] = field(default_factory=list)
    places: list[float] = field(default_factory=list)

    def settle(self) -> None:
        self.rules = sorted(_agreed(self.rules), key=lambda rule: rule.at)
        self.places = [rule.at for rule in self.rules]

    def at_height(self, start: float, end: float, low: float, high: float) -> Iterator[Rule]:
        """The rules between two places that pass from one height to another."""
        for index in range(bisect_left(self.places, start), len(self.rules)):
            rule = self.rules[index]
            if rule.at > end:
                return
            if rule.low <= low + _SLACK and rule.high >= high - _SLACK:
                yield rule


class Borders:
    """Everything on a page that parts glyphs; made once, asked for each pair that might be one word or line."""

    def __init__(
        self, walk: Walk | None = None, cells: Mapping[tuple[int, int], int] = MappingProxyType({})
    ) -> None:
        self._cells = cells
        self._fields = _fields(walk) if walk is not None else {}
        self._upright, self._level = _Rules(), _Rules()
        if walk is not None:
            _collect(walk, self._upright.rules, self._level.rules)
        self._upright.settle()
        self._level.settle()
        self.any = bool(self._cells or self._fields or self._upright.rules or self._level.rules)

    def part(self, left: Glyph, right: Glyph, gap: float) -> bool:
        """Whether two glyphs are on two sides of a border; `gap` is the room between their ink, in em."""
        if left.show is not right.show:
            if self._fields and self._field(left) != self._field(right):
                return True
            if self._cells and self._are_in_two_cells(left, right):
                return True
        return gap > _GAP and self._is_ruled(left, right, gap)

    def may_cut(self, show: Show) -> bool:
        """Whether a rule might part two glyphs of one operator."""
        if not (self._upright.rules or self._level.rules):
            return False
        x0, y0, x1, y1 = show.band
        if show.glyphs[0].uy == 0:
            return any(self._upright.at_height(x0 - _SLACK, x1 + _SLACK, y0, y1))
        if show.glyphs[0].ux == 0:
            return any(self._level.at_height(y0 - _SLACK, y1 + _SLACK, x0, x1))
        return True

    def _field(self, glyph: Glyph) -> int:
        return self._fields.get(glyph.show.canvas, -1)

    def _are_in_two_cells(self, left: Glyph, right: Glyph) -> bool:
        first, second = self._cell(left), self._cell(right)
        return first is not None and second is not None and first != second

    def _cell(self, glyph: Glyph) -> int | None:
        show = glyph.show
        return None if show.mcid is None else self._cells.get((show.canvas, show.mcid))

    def _is_ruled(self, left: Glyph, right: Glyph, gap: float) -> bool:
        em = max(left.em, right.em)
        x0, y0, x1, y1 = right.core
        if abs(right.uy) < 0.02 and self._upright.rules:
            rules, start, end, low, high = self._upright, left.end_x, right.x, y0, y1
        elif abs(right.ux) < 0.02 and self._level.rules:
            rules, start, end, low, high = self._level, left.end_y, right.y, x0, x1
        else:
            return False
        start, end = min(start, end) - _SLACK, max(start, end) + _SLACK
        for rule in rules.at_height(start, end, low, high):
            if rule.drawn or gap >= _GROUND_GAP:
                around = [
                    each.at for each in rules.at_height(rule.at - _COMB * em, rule.at + _COMB * em, low, high)
                ]
                if not (min(around) < rule.at - _THIN and max(around) > rule.at + _THIN):
                    return True
        return False


def _fields(walk: Walk) -> dict[int, int]:
    """For each canvas inside the appearance of a form field the number of that appearance.

    A field has its place on the page, whatever stands beside it: its text is never of one line with that.
    """
    found: dict[int, int] = {}
    for canvas in walk.canvases:
        if canvas.kind is CanvasKind.APPEARANCE:
            found[canvas.number] = canvas.number
        elif canvas.parent in found:
            found[canvas.number] = found[canvas.parent]
    return found


def _collect(walk: Walk, upright: list[Rule], level: list[Rule]) -> None:
    for paint in walk.paints:
        if (
            paint.kind is not PaintKind.PATH
            or paint.hidden
            or paint.curved
            or paint.op - paint.first > _LIMIT
        ):
            continue
        if max(paint.rect[2] - paint.rect[0], paint.rect[3] - paint.rect[1]) < _SHORTEST:
            continue
        if len(upright) + len(level) > _LIMIT:
            return
        operations = walk.canvases[paint.canvas].operations[paint.first : paint.op]
        for segment, drawn in _segments(operations, paint):
            _add(segment, upright, level, drawn=drawn)


def _add(segment: Segment, upright: list[Rule], level: list[Rule], *, drawn: bool) -> None:
    x0, y0, x1, y1 = segment
    if abs(x0 - x1) <= _STRAIGHT and abs(y0 - y1) >= _SHORTEST:
        upright.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1), drawn))
    elif abs(y0 - y1) <= _STRAIGHT and abs(x0 - x1) >= _SHORTEST:
        level.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1), drawn))


def _segments(operations: Iterable[Any], paint: Paint) -> Iterator[tuple[Segment, bool]]:
    """The straight pieces of a path on the page, and whether each is a line of its own or the edge of a box."""
    corners: list[Point] = []
    for instruction in operations:
        operator = str(instruction.operator)
        try:
            values = [number(each) for each in instruction.operands]
        except ValueError:
            continue
        if operator == "re" and len(values) == 4 and paint.matrix is not None:
            x, y, width, height = values
            yield from _box(place(paint.matrix, (x, y, x + width, y + height)))
        elif operator in {"m", "l"} and len(values) == 2 and paint.matrix is not None:
            if operator == "m":
                yield from _outline(corners, filled=paint.fills)
                corners = []
            corners.append(apply(paint.matrix, *values))
    yield from _outline(corners, filled=paint.fills)


def _outline(corners: list[Point], *, filled: bool) -> Iterator[tuple[Segment, bool]]:
    if 4 <= len(corners) <= 5:
        yield from _box(bounds(corners))
    elif not filled:
        yield from (((*first, *second), True) for first, second in pairwise(corners))


def _box(rect: Rect) -> Iterator[tuple[Segment, bool]]:
    x0, y0, x1, y1 = rect
    if x1 - x0 <= _THIN:
        yield ((x0 + x1) / 2, y0, (x0 + x1) / 2, y1), True
    elif y1 - y0 <= _THIN:
        yield (x0, (y0 + y1) / 2, x1, (y0 + y1) / 2), True
    else:
        yield from (((x, y0, x, y1), False) for x in (x0, x1))
        yield from (((x0, y, x1, y), False) for y in (y0, y1))


def _agreed(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Drawn lines, and edges that go on in another box: the edges of one alone are those of a word in a frame."""
    edges: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for rule in rules:
        if not rule.drawn:
            edges[round(rule.at)].add((round(rule.low), round(rule.high)))
    for rule in rules:
        if rule.drawn or _goes_on(rule, edges[round(rule.at)]):
            yield rule


def _goes_on(rule: Rule, others: set[tuple[int, int]]) -> bool:
    return any(abs(rule.low - high) <= _MEET or abs(rule.high - low) <= _MEET for low, high in others)


NO_BORDERS = Borders()
