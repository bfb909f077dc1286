# SPDX-License-Identifier: MIT
"""Walks the content of a page as a viewer does, and records each glyph and each painting with its place.

Forms are walked once for each use. What it does not do: it does not evaluate clipping paths or overprint, so text that
is clipped away counts as visible text (it is read, shown and decided like the rest).
"""

from __future__ import annotations

import math
from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.fonts import UNKNOWN, Font, read_font
from reviewer.documents.pdf.geometry import (
    IDENTITY,
    Matrix,
    Rect,
    apply,
    area,
    bounds,
    matrix_of,
    multiply,
    normal,
    number,
    place,
)
from reviewer.documents.pdf.layers import Layers
from reviewer.documents.pdf.records import (
    UNPLACED,
    ActualText,
    Canvas,
    CanvasKind,
    Glyph,
    Paint,
    PaintKind,
    Show,
    Walk,
)
from reviewer.documents.pdf.states import State
from reviewer.errors import DamagedFile, HostileContent, LimitExceeded

MAX_DEPTH = 12
MAX_CANVASES = 2_000
MAX_OPERATIONS = 3_000_000
MAX_GLYPHS = 400_000
_PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"}
_SHOWING = {"Tj", "TJ", "'", '"'}
_TEXT_IN_GLYPHS = _SHOWING | {"Do"}
Fonts = dict[tuple[int, int], Font]


class Walker:
    """Walks one page. `fonts` is shared by the pages of a document."""

    def __init__(self, page: Any, number_: int, layers: Layers, fonts: Fonts, place_of_errors: Any) -> None:
        media = _box(page, "/MediaBox", (0.0, 0.0, 612.0, 792.0))
        crop = _box(page, "/CropBox", media)
        visible = (
            max(media[0], crop[0]),
            max(media[1], crop[1]),
            min(media[2], crop[2]),
            min(media[3], crop[3]),
        )
        self.walk = Walk(number_, visible if area(visible) else media, media)
        self._page, self._layers, self._fonts, self._path = page, layers, fonts, place_of_errors
        self._order = self._operations = self._block = 0

    def run(self) -> Walk:
        """Walk contents, then the appearances of form fields. Raises HostileContent, LimitExceeded, DamagedFile."""
        page = self._page
        self._check_size(page.obj.get("/Contents"))
        resources = (
            page.resources if "/Resources" in page.obj or hasattr(page, "resources") else pikepdf.Dictionary()
        )
        try:
            operations = list(pikepdf.parse_content_stream(page))
        except (pikepdf.PdfError, ValueError, TypeError):
            self.walk.distrust("content")
            operations = []
        canvas = self._canvas(CanvasKind.PAGE, page.obj, operations, resources, IDENTITY, None)
        _Run(self, canvas, State(), ()).go()
        for index, annotation in enumerate(_listed(page.obj.get("/Annots"))):
            self._appearance(index, annotation)
        return self.walk

    def _check_size(self, contents: Any) -> None:
        total = 0
        for each in [contents] if isinstance(contents, pikepdf.Stream) else _listed(contents):
            if isinstance(each, pikepdf.Stream):
                try:
                    total += len(streams.read(each))
                except streams.TooLarge:
                    self._too_large("content_stream", streams.MAX_STREAM)
                except pikepdf.PdfError:
                    self.walk.distrust("content")
        if total > streams.MAX_STREAM:
            self._too_large("content_stream", streams.MAX_STREAM)

    def _too_large(self, limit: str, maximum: int) -> None:
        raise LimitExceeded(path=self._path, limit=limit, value=None, maximum=maximum)

    def _canvas(
        self,
        kind: CanvasKind,
        obj: Any,
        operations: list[Any],
        resources: Any,
        matrix: Matrix,
        parent: int | None,
    ) -> Canvas:
        self._operations += len(operations)
        if self._operations > MAX_OPERATIONS or len(self.walk.canvases) > MAX_CANVASES:
            self._too_large("page_operations", MAX_OPERATIONS)
        canvas = Canvas(len(self.walk.canvases), kind, obj, operations, resources, matrix, parent)
        self.walk.canvases.append(canvas)
        return canvas

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
        """Walk a Form, a pattern or a group. None when it is nested too deeply to be trusted."""
        if obj.objgen in chain and obj.objgen != (0, 0):
            raise HostileContent(path=self._path, detail="cycle", place=f"page:{self.walk.page}")
        if len(chain) >= MAX_DEPTH:
            self.walk.distrust("nesting")
            return None
        try:
            streams.read(obj)
            operations = list(pikepdf.parse_content_stream(obj))
            matrix = matrix_of(obj["/Matrix"]) if "/Matrix" in obj else IDENTITY
        except streams.TooLarge:
            self._too_large("content_stream", streams.MAX_STREAM)
            return None
        except (pikepdf.PdfError, ValueError, TypeError):
            self.walk.distrust("content")
            return None
        resources = obj.get("/Resources", parent.resources if parent is not None else pikepdf.Dictionary())
        inner = state.copy()
        inner.ctm = multiply(matrix, state.ctm)
        canvas = self._canvas(kind, obj, operations, resources, inner.ctm, parent.number if parent else None)
        canvas.hidden = hidden or self._layers.hides(obj.get("/OC"))
        _Run(self, canvas, inner, (*chain, obj.objgen)).go()
        return canvas

    def _appearance(self, index: int, annotation: Any) -> None:
        """The drawn value of a form field is part of what the page shows."""
        if str(annotation.get("/Subtype", "")) != "/Widget" or int(annotation.get("/F", 0)) & 2:
            return
        stream = appearance_of(annotation)
        if stream is None:
            return
        try:
            rect = normal(annotation["/Rect"])
            matrix = appearance_matrix(stream, rect)
        except (ValueError, KeyError, TypeError):
            return
        canvas = self.enter(CanvasKind.APPEARANCE, stream, State(ctm=matrix), (), None, hidden=False)
        if canvas is not None:
            canvas.annotation = index

    def font(self, obj: Any) -> Font:
        """The font of a dictionary, read once."""
        key = obj.objgen
        if key == (0, 0):
            return self._check_glyph_procedures(read_font(obj))
        if key not in self._fonts:
            self._fonts[key] = self._check_glyph_procedures(read_font(obj))
        return self._fonts[key]

    def _check_glyph_procedures(self, font: Font) -> Font:
        """A Type 3 glyph that shows text or draws an object is beyond a first version."""
        if font.subtype == "/Type3":
            for procedure in dict(font.obj.get("/CharProcs", {})).values():
                try:
                    streams.read(procedure, 4 * 2**20)
                    listed = pikepdf.parse_content_stream(procedure)
                except (pikepdf.PdfError, streams.TooLarge, ValueError, TypeError):
                    font.unsafe = "type3"
                    break
                if any(str(each.operator) in _TEXT_IN_GLYPHS for each in listed):
                    font.unsafe = "type3"
        return font

    def next_order(self) -> int:
        """The place in the order of painting."""
        self._order += 1
        return self._order

    def next_block(self) -> int:
        """A number for each BT."""
        self._block += 1
        return self._block

    def layer_hides(self, group: Any) -> bool:
        """Whether a layer is switched off."""
        return self._layers.hides(group)

    def check_glyphs(self) -> None:
        """Refuse a page with more glyphs than any reader could read."""
        if len(self.walk.glyphs) > MAX_GLYPHS:
            self._too_large("page_glyphs", MAX_GLYPHS)

    def damaged(self, detail: str) -> DamagedFile:
        """The error for content that cannot be followed."""
        return DamagedFile(path=self._path, detail=detail)


class _Run:
    """One canvas being walked."""

    def __init__(
        self, walker: Walker, canvas: Canvas, state: State, chain: tuple[tuple[int, int], ...]
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
                if operator in _SHOWING or operator in {"Do", "Tf", "Tm", "Td", "TD"}:
                    self.walk.distrust("operands")

    @property
    def hidden(self) -> bool:
        return self.canvas.hidden or any(hidden for _mcid, hidden in self.marks)

    def _operate(self, index: int, operator: str, operands: list[Any]) -> None:
        state = self.state
        if operator in _SHOWING:
            self._show(index, operator, operands)
        elif operator == "q":
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
            if operator in {"scn", "SCN"}:
                self._pattern(state.fill_pattern if operator == "scn" else state.stroke_pattern)
        elif not self._position(operator, operands):
            self._other(index, operator, operands)

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
        self.state.font = self.walker.font(obj) if isinstance(obj, pikepdf.Dictionary) else None

    def _other(self, index: int, operator: str, operands: list[Any]) -> None:
        match operator:
            case "Do":
                self._draw(index, str(operands[0]))
            case "gs":
                self._parameters(str(operands[0]))
            case "sh":
                self._paint(PaintKind.SHADING, index, index, self.walk.visible, None)
            case "BDC":
                self._begin_marked(index, operands)
            case "BMC":
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
        mask = parameters.get("/SMask")
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
        first, points = self.first, self.points
        self.first, self.points = -1, []
        if first < 0 or not points:
            return
        if operator == "n":
            self._paint(PaintKind.CLIP, first, index, bounds(points), None)
            return
        paint = self._paint(PaintKind.PATH, first, index, bounds(points), None)
        paint.fills = operator not in {"S", "s"}
        paint.curved = self.curved or self.segments > 40
        paint.boxy = self.segments <= 4 and not self.curved and len(points) in {4, 5}
        paint.white = self.state.fill_white if paint.fills else self.state.stroke_white
        paint.opaque = self.state.opaque and not self.state.fill_pattern

    def _paint(
        self, kind: PaintKind, first: int, op: int, rect: Rect, obj: Any, *, hidden: bool = False
    ) -> Paint:
        paint = Paint(kind, self.canvas.number, first, op, rect, self.walker.next_order(), obj=obj)
        paint.hidden = hidden or self.hidden
        paint.matrix = self.state.ctm
        paint.opaque = self.state.opaque
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
            self.walk.distrust("font")
            return
        if state.font.unsafe:
            self.walk.distrust(state.font.unsafe)
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
        )
        self.walk.shows.append(show)
        offset = self._items(show, items)
        self.tm = multiply((1.0, 0.0, 0.0, 1.0, offset, 0.0), self.tm)
        self.walker.check_glyphs()

    def _items(self, show: Show, items: list[Any]) -> float:
        full = multiply(show.matrix, show.outer)
        a, b, c, d, e, f = full
        em = abs(show.size) * math.hypot(c, d)
        length = math.hypot(a, b) or 1.0
        sign = -1.0 if show.size * show.scale < 0 else 1.0
        ux, uy = sign * a / length, sign * b / length
        base_x, base_y = c * show.rise + e, d * show.rise + f
        offset = 0.0
        font = show.font
        for item, value in enumerate(items):
            if not isinstance(value, pikepdf.String):
                offset -= number(value) / 1000 * show.size * show.scale
                continue
            data = bytes(value)
            for start, end, code in font.codes(data):
                size = end - start
                advance = font.width(code, size) * show.size * show.scale
                spaced = advance + show.char_space * show.scale
                text = font.text(code, size)
                font.used.add(code)
                glyph = Glyph(
                    show,
                    item,
                    start,
                    end,
                    code,
                    text,
                    offset,
                    advance,
                    base_x + a * offset,
                    base_y + b * offset,
                    base_x + a * (offset + spaced),
                    base_y + b * (offset + spaced),
                    em,
                    ux,
                    uy,
                )
                show.glyphs.append(glyph)
                self.walk.glyphs.append(glyph)
                offset += spaced
                if code == 32 and size == 1:
                    offset += show.word_space * show.scale
                self._suspect(glyph, size)
        return offset

    def _suspect(self, glyph: Glyph, size: int) -> None:
        if glyph.text == UNKNOWN and glyph.advance:
            self.walk.unknown += 1
        elif glyph.show.font.program is not None and glyph.show.font.lies(glyph.code, size):
            self.walk.lies += 1


def _resource(resources: Any, kind: str, name: str) -> Any:
    group = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
    return group.get(name) if isinstance(group, pikepdf.Dictionary) else None


def _listed(value: Any) -> list[Any]:
    return (
        [each for each in value if isinstance(each, pikepdf.Dictionary | pikepdf.Stream)]
        if isinstance(value, pikepdf.Array)
        else []
    )


def _box(page: Any, key: str, default: Rect) -> Rect:
    """A page box, inherited from the page tree; a box without area is no box."""
    node, depth = page.obj, 0
    while isinstance(node, pikepdf.Dictionary) and depth < 100:
        if key in node:
            try:
                rect = normal(node[key])
            except (ValueError, TypeError):
                return default
            return rect if area(rect) else default
        node, depth = node.get("/Parent"), depth + 1
    return default


def appearance_of(annotation: Any) -> Any:
    """The normal appearance stream of an annotation, by its state."""
    appearance = annotation.get("/AP")
    normal_one = appearance.get("/N") if isinstance(appearance, pikepdf.Dictionary) else None
    if isinstance(normal_one, pikepdf.Stream):
        return normal_one
    if isinstance(normal_one, pikepdf.Dictionary) and "/AS" in annotation:
        chosen = normal_one.get(str(annotation["/AS"]))
        return chosen if isinstance(chosen, pikepdf.Stream) else None
    return None


def appearance_matrix(stream: Any, rect: Rect) -> Matrix:
    """What places an appearance's (already transformed) box in the annotation's rectangle (ISO 32000-1, 12.5.5)."""
    matrix = matrix_of(stream["/Matrix"]) if "/Matrix" in stream else IDENTITY
    box = place(matrix, normal(stream["/BBox"]))
    width, height = box[2] - box[0], box[3] - box[1]
    sx = (rect[2] - rect[0]) / width if width else 1.0
    sy = (rect[3] - rect[1]) / height if height else 1.0
    return (sx, 0.0, 0.0, sy, rect[0] - box[0] * sx, rect[1] - box[1] * sy)


__all__ = ["UNPLACED", "Walker", "appearance_matrix", "appearance_of"]
