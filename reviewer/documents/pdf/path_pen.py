# SPDX-License-Identifier: MIT
"""Builds the paths of a content stream and records how they are painted, or what they clip."""

from __future__ import annotations

from typing import Any

from reviewer.documents.pdf.drawing import Drawing
from reviewer.documents.pdf.geometry import apply, bounds, number
from reviewer.documents.pdf.records import Paint, PaintKind

BUILDING = {"m", "l", "c", "v", "y", "h", "re"}
PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"}


class PathPen:
    """The path that is being built, if any."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.points: list[tuple[float, float]] = []
        self.first = -1
        self.curved = False
        self.segments = 0
        self.clips = False

    def add(self, index: int, operator: str, operands: list[Any]) -> None:
        """Take an operator that builds a path."""
        ctm = self.drawing.state.ctm
        if self.first < 0:
            self.first, self.curved, self.segments, self.points = index, False, 0, []
        values = [number(each) for each in operands]
        if operator == "re":
            x, y, width, height = values
            self.points += [
                apply(ctm, px, py)
                for px, py in ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            ]
            self.segments += 1
            return
        self.curved = self.curved or operator in {"c", "v", "y"}
        self.segments += operator in {"l", "c", "v", "y"}
        self.points += [apply(ctm, values[at], values[at + 1]) for at in range(0, len(values) - 1, 2)]

    def paint(self, index: int, operator: str) -> None:
        """Take an operator that paints the path, or ends it to clip with it."""
        drawing = self.drawing
        first, points, clips = self.first, self.points, self.clips
        self.first, self.points, self.clips = -1, [], False
        if first < 0 or not points:
            return
        rect = bounds(points)
        if operator == "n":
            drawing.paint(PaintKind.CLIP, first, index, rect, None)
        else:
            paint = drawing.paint(PaintKind.PATH, first, index, rect, None)
            paint.hidden = paint.hidden or (paint.cut_away and not clips)
            self._describe(operator, paint, points)
        if clips:
            drawing.state.clip_to(rect)

    def _describe(self, operator: str, paint: Paint, points: list[tuple[float, float]]) -> None:
        state = self.drawing.state
        paint.fills = operator not in {"S", "s"}
        paint.curved = self.curved or self.segments > 40
        paint.boxy = self.segments <= 4 and not self.curved and len(points) in {4, 5}
        paint.white = state.fill_white if paint.fills else state.stroke_white
        paint.opaque = paint.opaque and not state.fill_pattern
