# SPDX-License-Identifier: MIT
"""Runs the operators of one content stream and records what they draw."""

from __future__ import annotations

import math
from typing import Any, Protocol

import pikepdf

from reviewer.documents.pdf.fonts import UNKNOWN, Font, standing_in
from reviewer.documents.pdf.geometry import (
    IDENTITY,
    Rect,
    apply,
    bounds,
    matrix_of,
    multiply,
    number,
    place,
)
from reviewer.documents.pdf.records import ActualText, Canvas, CanvasKind, Glyph, Paint, PaintKind, Show, Walk
from reviewer.documents.pdf.states import Space, State, space_of

SHOWING = {"Tj", "TJ", "'", '"'}
_PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"}


class Host(Protocol):
    """What a run needs of the walk over its page."""

    walk: Walk

    def enter(
        self,
        kind: CanvasKind,
        obj: Any,
        state: State,
        chain: tuple[tuple[int, int], ...],
        parent: Canvas | None,
        *,
        hidden: bool,
    ) -> Canvas | None:
        """Walk a Form, a pattern or a group."""

    def font(self, obj: Any) -> Font:
        """The font of a dictionary."""

    def layer_hides(self, group: Any) -> bool:
        """Whether a layer is switched off."""

    def next_order(self) -> int:
        """The place in the order of painting."""

    def next_block(self) -> int:
        """A number for each BT."""

    def check_open(self, number: int) -> None:
        """Refuse too much that is open at once."""

    def check_glyphs(self) -> None:
        """Refuse too many glyphs."""


class Run:
    """One canvas being walked."""

    def __init__(
        self, walker: Host, canvas: Canvas, state: State, chain: tuple[tuple[int, int], ...]
    ) -> None:
        self.walker, self.walk, self.canvas, self.chain = walker, walker.walk, canvas, chain
        self.state = state
        self.stack: list[State] = []
        self.tm = self.tlm = IDENTITY
        self.block = 0
        self.has_font = False
        self.marks: list[tuple[int | None, bool]] = []
        self.points: list[tuple[float, float]] = []
        self.first = -1
        self.curved = False
        self.segments = 0
        self.clips = False

    def go(self) -> None:
        """Run all operators; an operator with wrong operands is skipped, as viewers do."""
        for index, instruction in enumerate(self.canvas.operations):
            operator = str(instruction.operator)
            if operator == "INLINE IMAGE":
                self._paint(
                    PaintKind.INLINE_IMAGE,
                    index,
                    index,
                    place(self.state.ctm, (0, 0, 1, 1)),
                    instruction.operands[0],
                )
                continue
            try:
                self._operate(index, operator, list(instruction.operands))
            except (ValueError, IndexError, TypeError, KeyError, AttributeError):
                if operator in SHOWING or operator in {"Do", "Tf", "Tm", "Td", "TD"}:
                    self.walk.distrust("operands")

    @property
    def hidden(self) -> bool:
        """Whether what is drawn now lies in a layer that is switched off."""
        return self.canvas.hidden or any(hidden for _mcid, hidden in self.marks)

    def _operate(self, index: int, operator: str, operands: list[Any]) -> None:
        state = self.state
        if operator in SHOWING:
            self._show(index, operator, operands)
        elif operator == "q":
            self.walker.check_open(len(self.stack))
            self.stack.append(state.copy())
        elif operator == "Q":
            if self.stack:
                self.state = self.stack.pop()
        elif operator == "cm":
            state.ctm = multiply(matrix_of(operands), state.ctm)
        elif operator in {"m", "l", "c", "v", "y", "h", "re"}:
            self._path(index, operator, operands)
        elif operator in _PAINTING:
            self._paint_path(index, operator)
        elif state.text_operator(operator, operands) or state.colour_operator(operator, operands):
            self._after_colour(operator, operands)
        elif not self._position(operator, operands):
            self._other(index, operator, operands)

    def _after_colour(self, operator: str, operands: list[Any]) -> None:
        """What a colour leads to in the resources: the meaning of its numbers, or a pattern that may hold text."""
        state = self.state
        match operator:
            case "cs":
                state.fill_space = self._space(operands[0])
            case "CS":
                state.stroke_space = self._space(operands[0])
            case "scn":
                self._pattern(state.fill_pattern)
            case "SCN":
                self._pattern(state.stroke_pattern)

    def _space(self, name: Any) -> Space:
        return space_of(_resource(self.canvas.resources, "/ColorSpace", str(name)) or name)

    def _position(self, operator: str, operands: list[Any]) -> bool:
        match operator:
            case "BT":
                self.tm = self.tlm = IDENTITY
                self.block = self.walker.next_block()
            case "Td":
                self._move(number(operands[0]), number(operands[1]))
            case "TD":
                self.state.leading = -number(operands[1])
                self._move(number(operands[0]), number(operands[1]))
            case "Tm":
                self.tm = self.tlm = matrix_of(operands)
            case "T*":
                self._move(0.0, -self.state.leading)
            case "Tf":
                self._set_font(
                    str(operands[0]),
                    _resource(self.canvas.resources, "/Font", str(operands[0])),
                    number(operands[1]),
                )
            case _:
                return False
        return True

    def _move(self, x: float, y: float) -> None:
        self.tlm = multiply((1.0, 0.0, 0.0, 1.0, x, y), self.tlm)
        self.tm = self.tlm

    def _set_font(self, name: str, obj: Any, size: float) -> None:
        self.state.font_name, self.state.size, self.has_font = name, size, True
        if obj is None and _resource(self.walk.canvases[0].resources, "/Font", name) is None:
            obj = standing_in()
        self.state.font = self.walker.font(obj) if isinstance(obj, pikepdf.Dictionary) else None

    def _other(self, index: int, operator: str, operands: list[Any]) -> None:
        match operator:
            case "Do":
                self._draw(index, str(operands[0]))
            case "gs":
                self._parameters(str(operands[0]))
            case "sh":
                clip = self.state.clip or self.walk.visible
                self._paint(PaintKind.SHADING, index, index, clip, None)
            case "W" | "W*":
                self.clips = True
            case "BDC":
                self.walker.check_open(len(self.marks))
                self._begin_marked(index, operands)
            case "BMC":
                self.walker.check_open(len(self.marks))
                self.marks.append((None, False))
            case "EMC":
                if self.marks:
                    self.marks.pop()
            case "DP":
                self._texts_of(index, operands[1] if len(operands) > 1 else None)

    # Marked content

    def _begin_marked(self, index: int, operands: list[Any]) -> None:
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = _resource(self.canvas.resources, "/Properties", str(properties))
        mcid, hidden = None, False
        if isinstance(properties, pikepdf.Dictionary):
            mcid = int(properties["/MCID"]) if "/MCID" in properties else None
            hidden = str(operands[0]) == "/OC" and self.walker.layer_hides(properties)
        self.marks.append((mcid, hidden))
        self._texts_of(index, properties)

    def _texts_of(self, index: int, properties: Any) -> None:
        if isinstance(properties, pikepdf.Dictionary):
            for key in ("/ActualText", "/Alt", "/E"):
                if isinstance(properties.get(key), pikepdf.String):
                    self.walk.actual_texts.append(
                        ActualText(self.canvas.number, index, key, str(properties[key]))
                    )

    # Objects, parameters, patterns

    def _draw(self, index: int, name: str) -> None:
        obj = _resource(self.canvas.resources, "/XObject", name)
        if not isinstance(obj, pikepdf.Stream):
            return
        if str(obj.get("/Subtype")) == "/Image":
            hidden_layer = self.walker.layer_hides(obj.get("/OC"))
            self._paint(
                PaintKind.IMAGE, index, index, place(self.state.ctm, (0, 0, 1, 1)), obj, hidden=hidden_layer
            )
        elif str(obj.get("/Subtype")) == "/Form":
            canvas = self.walker.enter(
                CanvasKind.FORM, obj, self.state, self.chain, self.canvas, hidden=self.hidden
            )
            if canvas is not None:
                self.canvas.forms[index] = canvas.number
        else:
            self.walk.distrust("xobject")

    def _parameters(self, name: str) -> None:
        parameters = _resource(self.canvas.resources, "/ExtGState", name)
        if not isinstance(parameters, pikepdf.Dictionary):
            return
        if "/Font" in parameters:
            self._set_font("", parameters["/Font"][0], number(parameters["/Font"][1]))
            self.walk.distrust("font_by_parameters")
        if "/ca" in parameters:
            alpha = number(parameters["/ca"])
            self.state.faint, self.state.opaque = alpha < 0.05, alpha > 0.95
        if "/BM" in parameters:
            self.state.blended = str(parameters["/BM"]) not in {"/Normal", "/Compatible"}
        mask = parameters.get("/SMask")
        if mask is not None:
            self.state.masked = isinstance(mask, pikepdf.Dictionary)
        if (
            isinstance(mask, pikepdf.Dictionary)
            and isinstance(mask.get("/G"), pikepdf.Stream)
            and name not in self.canvas.masks
        ):
            canvas = self.walker.enter(
                CanvasKind.SOFT_MASK,
                mask["/G"],
                State(ctm=self.state.ctm),
                self.chain,
                self.canvas,
                hidden=self.hidden,
            )
            if canvas is not None:
                self.canvas.masks[name] = canvas.number

    def _pattern(self, name: str) -> None:
        if not name or name in self.canvas.patterns:
            return
        pattern = _resource(self.canvas.resources, "/Pattern", name)
        if isinstance(pattern, pikepdf.Stream):
            canvas = self.walker.enter(
                CanvasKind.PATTERN, pattern, State(), self.chain, self.canvas, hidden=self.hidden
            )
            if canvas is not None:
                self.canvas.patterns[name] = canvas.number

    # Paths and images

    def _path(self, index: int, operator: str, operands: list[Any]) -> None:
        if self.first < 0:
            self.first, self.curved, self.segments, self.points = index, False, 0, []
        values = [number(each) for each in operands]
        if operator == "re":
            x, y, width, height = values
            self.points += [
                apply(self.state.ctm, px, py)
                for px, py in ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            ]
            self.segments += 1
            return
        self.curved = self.curved or operator in {"c", "v", "y"}
        self.segments += operator in {"l", "c", "v", "y"}
        self.points += [
            apply(self.state.ctm, values[at], values[at + 1]) for at in range(0, len(values) - 1, 2)
        ]

    def _paint_path(self, index: int, operator: str) -> None:
        first, points, clips = self.first, self.points, self.clips
        self.first, self.points, self.clips = -1, [], False
        if first < 0 or not points:
            return
        rect = bounds(points)
        if operator == "n":
            self._paint(PaintKind.CLIP, first, index, rect, None)
        else:
            paint = self._paint(PaintKind.PATH, first, index, rect, None)
            paint.hidden = paint.hidden or (paint.cut_away and not clips)
            self._paint_shape(operator, paint, points)
        if clips:
            self.state.clip_to(rect)

    def _paint_shape(self, operator: str, paint: Paint, points: list[tuple[float, float]]) -> None:
        paint.fills = operator not in {"S", "s"}
        paint.curved = self.curved or self.segments > 40
        paint.boxy = self.segments <= 4 and not self.curved and len(points) in {4, 5}
        paint.white = self.state.fill_white if paint.fills else self.state.stroke_white
        paint.opaque = paint.opaque and not self.state.fill_pattern

    def _paint(
        self, kind: PaintKind, first: int, op: int, rect: Rect, obj: Any, *, hidden: bool = False
    ) -> Paint:
        paint = Paint(kind, self.canvas.number, first, op, rect, self.walker.next_order(), obj=obj)
        paint.hidden = hidden or self.hidden
        paint.matrix, paint.clip = self.state.ctm, self.state.clip
        paint.blended = self.state.blended
        paint.opaque = self.state.opaque and not paint.blended and not self.state.masked
        if kind is PaintKind.IMAGE:
            paint.opaque = paint.opaque and not any(key in obj for key in ("/SMask", "/Mask", "/ImageMask"))
        if kind in {PaintKind.IMAGE, PaintKind.INLINE_IMAGE}:
            paint.hidden = paint.hidden or paint.cut_away
        self.walk.paints.append(paint)
        return paint

    # Text

    def _show(self, index: int, operator: str, operands: list[Any]) -> None:
        state = self.state
        if operator == '"':
            state.word_space, state.char_space = number(operands[0]), number(operands[1])
        if operator in {"'", '"'}:
            self._move(0.0, -state.leading)
        items = list(operands[-1]) if operator == "TJ" else [operands[-1]]
        if state.font is None:
            if any(isinstance(each, pikepdf.String) and bytes(each) for each in items):
                self.walk.distrust("font")
            return  # an empty field says nothing in no font
        if state.font.unsafe:
            self.walk.distrust(state.font.unsafe)
        if state.mode >= 4:
            self.walk.distrust("text_clip")
        if not self.has_font:
            self.walk.distrust("font_inherited")
        show = Show(
            self.canvas.number,
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
            self.hidden,
            self.walker.next_order(),
            next((mcid for mcid, _ in reversed(self.marks) if mcid is not None), None),
            self.block,
            state.clip,
        )
        self.walk.shows.append(show)
        state.font.word_spaced = state.font.word_spaced or bool(state.word_space)
        try:
            offset = self._items(show, items)
        finally:
            self.walk.glyphs += show.glyphs
        self.tm = multiply((1.0, 0.0, 0.0, 1.0, offset, 0.0), self.tm)
        self.walker.check_glyphs()

    def _items(self, show: Show, items: list[Any]) -> float:
        """Record the glyphs of a string; gives how far the pen went."""
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
                    self.walk.unknown += advance != 0
                elif each.lies:
                    self.walk.lies += 1
        show.loosest = loosest * length / em if em > 0 and not backward else math.inf
        return offset


def _resource(resources: Any, kind: str, name: str) -> Any:
    group = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
    return group.get(name) if isinstance(group, pikepdf.Dictionary) else None
