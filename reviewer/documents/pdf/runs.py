# SPDX-License-Identifier: MIT
"""Runs the operators of one content stream, and hands each to what draws its kind."""

from __future__ import annotations

from typing import Any

from reviewer.documents.pdf import uses
from reviewer.documents.pdf.drawing import Drawing, Host
from reviewer.documents.pdf.geometry import matrix_of, multiply, place
from reviewer.documents.pdf.path_pen import BUILDING, PAINTING, PathPen
from reviewer.documents.pdf.records import Canvas, PaintKind
from reviewer.documents.pdf.states import Space, State, space_of
from reviewer.documents.pdf.text_pen import SHOWING, TextPen


class Run:
    """One canvas being walked."""

    def __init__(
        self, walker: Host, canvas: Canvas, state: State, chain: tuple[tuple[int, int], ...]
    ) -> None:
        self.drawing = Drawing(walker, canvas, state, chain)
        self.text, self.path = TextPen(self.drawing), PathPen(self.drawing)
        self.stack: list[State] = []

    def go(self) -> None:
        """Run all operators; an operator with wrong operands is skipped, as viewers do."""
        drawing = self.drawing
        for index, instruction in enumerate(drawing.canvas.operations):
            operator = str(instruction.operator)
            if operator == "INLINE IMAGE":
                drawing.paint(
                    PaintKind.INLINE_IMAGE,
                    index,
                    index,
                    place(drawing.state.ctm, (0, 0, 1, 1)),
                    instruction.operands[0],
                )
                continue
            try:
                self._operate(index, operator, list(instruction.operands))
            except (ValueError, IndexError, TypeError, KeyError, AttributeError):
                if operator in SHOWING or operator in {"Do", "Tf", "Tm", "Td", "TD"}:
                    drawing.walk.distrust("operands")

    def _operate(self, index: int, operator: str, operands: list[Any]) -> None:
        drawing = self.drawing
        state = drawing.state
        if operator in SHOWING:
            self.text.show(index, operator, operands)
        elif operator == "q":
            drawing.walker.budget.check_open(len(self.stack))
            self.stack.append(state.copy())
        elif operator == "Q":
            if self.stack:
                drawing.state = self.stack.pop()
        elif operator == "cm":
            state.ctm = multiply(matrix_of(operands), state.ctm)
        elif operator in BUILDING:
            self.path.add(index, operator, operands)
        elif operator in PAINTING:
            self.path.paint(index, operator)
        elif state.text_operator(operator, operands) or state.colour_operator(operator, operands):
            self._after_colour(operator, operands)
        elif not self.text.take(operator, operands):
            self._other(index, operator, operands)

    def _after_colour(self, operator: str, operands: list[Any]) -> None:
        """What a colour leads to in the resources: the meaning of its numbers, or a pattern that may hold text."""
        state = self.drawing.state
        match operator:
            case "cs":
                state.fill_space = self._space(operands[0])
            case "CS":
                state.stroke_space = self._space(operands[0])
            case "scn":
                uses.walk_pattern(self.drawing, state.fill_pattern)
            case "SCN":
                uses.walk_pattern(self.drawing, state.stroke_pattern)

    def _space(self, name: Any) -> Space:
        return space_of(self.drawing.resource("/ColorSpace", str(name)) or name)

    def _other(self, index: int, operator: str, operands: list[Any]) -> None:
        drawing = self.drawing
        match operator:
            case "Do":
                uses.draw(drawing, index, str(operands[0]))
            case "gs":
                uses.set_parameters(drawing, self.text, str(operands[0]))
            case "sh":
                clip = drawing.state.clip or drawing.walk.visible
                drawing.paint(PaintKind.SHADING, index, index, clip, None)
            case "W" | "W*":
                self.path.clips = True
            case "BDC":
                drawing.walker.budget.check_open(len(drawing.marks))
                uses.begin_marked(drawing, index, operands)
            case "BMC":
                drawing.walker.budget.check_open(len(drawing.marks))
                drawing.marks.append((None, False))
            case "EMC":
                if drawing.marks:
                    drawing.marks.pop()
            case "DP":
                uses.keep_texts(drawing, index, operands[1] if len(operands) > 1 else None)
