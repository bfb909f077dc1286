# SPDX-License-Identifier: MIT
"""Writes the text of a content stream: where its lines begin, in which font, and each glyph that is shown."""

from __future__ import annotations

import math
from typing import Any

import pikepdf

from reviewer.documents.pdf.drawing import Drawing, named
from reviewer.documents.pdf.fonts import UNKNOWN, standing_in
from reviewer.documents.pdf.geometry import IDENTITY, matrix_of, multiply, number
from reviewer.documents.pdf.records import Glyph, Show

SHOWING = {"Tj", "TJ", "'", '"'}


class TextPen:
    """The matrices of the text that is being written."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.tm = self.tlm = IDENTITY
        self.block = 0
        self.has_font = False

    def take(self, operator: str, operands: list[Any]) -> bool:
        """Take an operator that begins a text, moves in it or chooses a font; False for any other."""
        match operator:
            case "BT":
                self.tm = self.tlm = IDENTITY
                self.block = self.drawing.walker.next_block()
            case "Td":
                self._move(number(operands[0]), number(operands[1]))
            case "TD":
                self.drawing.state.leading = -number(operands[1])
                self._move(number(operands[0]), number(operands[1]))
            case "Tm":
                self.tm = self.tlm = matrix_of(operands)
            case "T*":
                self._move(0.0, -self.drawing.state.leading)
            case "Tf":
                self.set_font(
                    str(operands[0]),
                    self.drawing.resource("/Font", str(operands[0])),
                    number(operands[1]),
                )
            case _:
                return False
        return True

    def _move(self, x: float, y: float) -> None:
        self.tlm = multiply((1.0, 0.0, 0.0, 1.0, x, y), self.tlm)
        self.tm = self.tlm

    def set_font(self, name: str, obj: Any, size: float) -> None:
        """Write in a font from here on; a name that no resource bears gets the font that viewers take."""
        drawing = self.drawing
        state = drawing.state
        state.font_name, state.size, self.has_font = name, size, True
        if obj is None and named(drawing.walk.canvases[0].resources, "/Font", name) is None:
            obj = standing_in()
        state.font = drawing.walker.font(obj) if isinstance(obj, pikepdf.Dictionary) else None

    def show(self, index: int, operator: str, operands: list[Any]) -> None:
        """Record an operator that shows text, and its glyphs."""
        drawing = self.drawing
        state, walk = drawing.state, drawing.walk
        if operator == '"':
            state.word_space, state.char_space = number(operands[0]), number(operands[1])
        if operator in {"'", '"'}:
            self._move(0.0, -state.leading)
        items = list(operands[-1]) if operator == "TJ" else [operands[-1]]
        if state.font is None:
            if any(isinstance(each, pikepdf.String) and bytes(each) for each in items):
                walk.distrust("font")
            return  # an empty field says nothing in no font
        if state.font.unsafe:
            walk.distrust(state.font.unsafe)
        if state.mode >= 4:
            walk.distrust("text_clip")
        if not self.has_font:
            walk.distrust("font_inherited")
        show = Show(
            drawing.canvas.number,
            index,
            state.font,
            state.font_name,
            state.size,
            state.char_space,
            state.word_space,
            state.scale,
            state.rise,
            self.tm,
            state.ctm,
            state.mode,
            state.text_white,
            state.faint,
            drawing.hidden,
            drawing.walker.next_order(),
            next((mcid for mcid, _ in reversed(drawing.marks) if mcid is not None), None),
            self.block,
            state.clip,
        )
        walk.shows.append(show)
        state.font.word_spaced = state.font.word_spaced or bool(state.word_space)
        try:
            offset = self._items(show, items)
        finally:
            walk.glyphs += show.glyphs
        self.tm = multiply((1.0, 0.0, 0.0, 1.0, offset, 0.0), self.tm)
        drawing.walker.budget.check_glyphs(len(walk.glyphs))

    def _items(self, show: Show, items: list[Any]) -> float:
        """Record the glyphs of a string; gives how far the pen went."""
        walk = self.drawing.walk
        a, b, c, d, e, f = multiply(show.matrix, show.outer)
        size, scale = show.size, show.scale
        em = abs(size) * math.hypot(c, d) * show.font.em
        length = math.hypot(a, b) or 1.0
        sign = -1.0 if size * scale < 0 else 1.0
        ux, uy = sign * a / length, sign * b / length
        show.mirrored = (a * d - b * c) * scale < 0
        base_x, base_y = c * show.rise + e, d * show.rise + f
        spacing, word = show.char_space * scale, show.word_space * scale
        signs_of, glyphs = show.font.signs, show.glyphs
        offset = kern = loosest = 0.0
        backward = False
        x, y = base_x + a * offset, base_y + b * offset
        for item, value in enumerate(items):
            if not isinstance(value, pikepdf.String):
                moved = number(value) / 1000 * size * scale
                offset -= moved
                kern += moved
                x, y = base_x + a * offset, base_y + b * offset
                continue
            start = 0
            for each in signs_of(bytes(value)):
                if kern:
                    loosest, kern = max(loosest, abs(kern)) if glyphs else 0.0, 0.0
                advance = each.width * size * scale
                step = advance + spacing + (word if each.code == 32 and each.size == 1 else 0.0)
                backward = backward or step < 0
                before, offset = offset, offset + step
                end_x, end_y = base_x + a * offset, base_y + b * offset
                glyph = Glyph(show, item, start, each, before, advance, x, y, end_x, end_y, em, ux, uy)
                glyphs.append(glyph)
                start += each.size
                x, y = end_x, end_y
                if each.text == UNKNOWN:
                    walk.unknown += advance != 0
                elif each.lies:
                    walk.lies += 1
        show.loosest = loosest * length / em if em > 0 and not backward else math.inf
        return offset
