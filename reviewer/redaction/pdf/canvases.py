# SPDX-License-Identifier: MIT
"""Writes content streams anew: every operator is one that is known, every name a new one, nothing of what goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.geometry import IDENTITY, Matrix, inverse, matrix_of, multiply, normal, place
from reviewer.documents.pdf.records import Canvas, CanvasKind, Glyph, Show
from reviewer.redaction.pdf.content import PageContent
from reviewer.redaction.pdf.lettering import add_label_resources, draw_label
from reviewer.redaction.pdf.lettering import number as figure
from reviewer.redaction.pdf.recode import shown
from reviewer.redaction.pdf.relay import unit_of
from reviewer.redaction.pdf.resources import (
    Unsupported,
    copy_parameters,
    copy_shading,
    copy_space,
    plain_value,
)
from reviewer.redaction.pdf.standard import STANDARD_TAGS
from reviewer.redaction.pdf.tidy import FAMILIES, Entry, Kind, tidy

_PLAIN = {
    "w", "J", "j", "M", "d", "i", "ri", "m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F", "f*",
    "B", "B*", "b", "b*", "n", "W", "W*", "Tc", "Tw", "Tz", "TL", "Tr", "Ts", "Td", "TD", "Tm", "T*", "G",
    "g", "RG", "rg", "K", "k", "SC", "sc",
}  # fmt: skip
_DRAWING = frozenset(
    ["m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "W", "W*"]
)
_MOVING = {"Td", "TD", "Tm", "T*", "TL", "Tc", "Tw"}
_SHOWING = {"Tj", "TJ", "'", '"'}
_DEVICE_SPACES = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"}
_STROKED = {1, 2, 5, 6}
"""Rendering modes whose lines are as wide as the matrix says."""
_CLOSE = 0.002


def write_canvas(page: PageContent, canvas: Canvas) -> tuple[bytes, pikepdf.Dictionary]:
    """The operators and the resources of one canvas."""
    if canvas.number in page.marks.emptied:
        page.losses.add("pattern")
        return b"", pikepdf.Dictionary()
    writer = _CanvasWriter(page, canvas)
    return writer.run(), writer.resources


@dataclass(slots=True)
class _Pen:
    """What q saves of the text state that has been written, and of the matrix that has not been written yet."""

    spacing: tuple[float, float] = (0.0, 0.0)
    wanted: tuple[str, Any] | None = None
    written: tuple[str, Any] | None = None
    pending: Matrix = IDENTITY


class _CanvasWriter:
    """One canvas being written.

    Where a canvas lost or moved glyphs, its text is written with absolute places only, fonts are set when something is
    shown in them, and matrices are written when a path or an image needs them: the places and the number of the pieces
    that were there before do not survive.
    """

    def __init__(self, page: PageContent, canvas: Canvas) -> None:
        self.page, self.canvas = page, canvas
        self.resources = pikepdf.Dictionary()
        self.out: list[Entry] = []
        self.touched = canvas.number in page.touched
        self.skip = page.dropped.get(canvas.number, set())
        self.marked = 0
        self.pen = _Pen()
        self.saved: list[_Pen] = []
        self.names: dict[tuple[str, str], str] = {}
        self.text_open = False

    def run(self) -> bytes:
        """All operators, balanced."""
        for index, instruction in enumerate(self.canvas.operations):
            if index in self.skip:
                continue
            operator = str(instruction.operator)
            if operator == "INLINE IMAGE":
                self._image(index, instruction.operands[0])
                continue
            self._operate(index, operator, list(instruction.operands))
        self._close_text()
        for _mark in range(self.marked):
            self._write(b"EMC")
        for _state in self.saved:
            self.out.append((Kind.RESTORE, "", b"Q"))
        return b"\n".join(tidy(self.out)) + b"\n"

    def _operate(self, index: int, operator: str, operands: list[Any]) -> None:
        if operator in _SHOWING:
            self._show(index, operator, operands)
        elif operator in {"q", "Q", "BT", "ET", "cm"}:
            self._bracket(operator, operands)
        elif self.touched and operator in _MOVING:
            return
        elif operator in _PLAIN:
            self._plain(operator, operands)
        elif operator in {"BDC", "BMC"}:
            self._begin(operands)
        elif operator == "EMC":
            self._end()
        elif operator == "Tf":
            self.pen.wanted = (str(operands[0]), operands[1])
        elif operator == "Do":
            self._draw(index, str(operands[0]))
        else:
            self._named(operator, operands)

    def _write(self, data: bytes, kind: Kind = Kind.PAINT, family: str = "") -> None:
        self.out.append((kind, family, data))

    def _emit(self, operands: list[Any], operator: str, kind: Kind = Kind.PAINT) -> None:
        data = pikepdf.unparse_content_stream([(operands, pikepdf.Operator(operator))])
        self._write(data, kind, FAMILIES.get(operator, ""))

    def _bracket(self, operator: str, operands: list[Any]) -> None:
        match operator:
            case "q":
                self._break_text()
                self.saved.append(replace(self.pen))
                self._write(b"q", Kind.SAVE)
            case "Q" if self.saved:
                self._break_text()
                self.pen = self.saved.pop()
                self._write(b"Q", Kind.RESTORE)
            case "cm":
                self.pen.pending = multiply(matrix_of(operands), self.pen.pending)
                if not self.touched:
                    self._settle()
            case "BT" if not self.touched:
                self._open_text()
            case "ET":
                self._close_text()

    def _settle(self) -> None:
        """Write the matrix that is still due: something other than text needs it."""
        if self.pen.pending != IDENTITY:
            numbers = " ".join(figure(each) for each in self.pen.pending)
            self._write(f"{numbers} cm".encode(), Kind.STATE)
            self.pen.pending = IDENTITY

    def _open_text(self) -> None:
        if not self.text_open:
            self._write(b"BT", Kind.STATE)
            self.text_open = True

    def _close_text(self) -> None:
        if self.text_open:
            self._write(b"ET", Kind.STATE)
            self.text_open = False

    def _break_text(self) -> None:
        """Nothing but text may stand in a text object; where all places are absolute, it is simply closed."""
        if self.touched:
            self._close_text()

    def _plain(self, operator: str, operands: list[Any]) -> None:
        try:
            values = [plain_value(each) for each in operands]
        except Unsupported:
            self.page.losses.add("operator")
            return
        if operator in _DRAWING:
            self._break_text()
            self._settle()
        self._emit(
            values, operator, Kind.STATE if operator in FAMILIES or operator in _MOVING else Kind.PAINT
        )

    # Marked content: only what leads to the structure tree stays

    def _begin(self, operands: list[Any]) -> None:
        if self.page.tagged is None or self.canvas.kind is not CanvasKind.PAGE:
            return
        self.marked += 1
        self._break_text()
        tag = str(operands[0])[1:]
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            group = self.canvas.resources.get("/Properties")
            properties = group.get(str(properties)) if isinstance(group, pikepdf.Dictionary) else None
        if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
            mcid = int(properties["/MCID"])
            self.page.mcids.add(mcid)
            name = tag if tag in STANDARD_TAGS else "Span"
            self._write(f"/{name} <</MCID {mcid}>> BDC".encode())
        else:
            self._write(b"/Artifact BMC" if tag == "Artifact" else b"/Span BMC")

    def _end(self) -> None:
        if self.marked:
            self._break_text()
            self.marked -= 1
            self._write(b"EMC")

    # Resources

    def _resource(self, kind: str, name: str) -> Any:
        group = (
            self.canvas.resources.get(kind) if isinstance(self.canvas.resources, pikepdf.Dictionary) else None
        )
        return group.get(name) if isinstance(group, pikepdf.Dictionary) else None

    def _add(self, kind: str, key: str, value: Any) -> str:
        """Put a resource under a new name; the same key gets the same name."""
        if (kind, key) not in self.names:
            if kind not in self.resources:
                self.resources[kind] = pikepdf.Dictionary()
            number = sum(1 for each, _key in self.names if each == kind)
            self.names[kind, key] = f"/{kind[1]}{number}"
            self.resources[kind][self.names[kind, key]] = value
        return self.names[kind, key]

    def _set_font(self, show: Show) -> None:
        if self.pen.wanted is None or self.pen.written == self.pen.wanted:
            return
        name, size = self.pen.wanted
        new_name = self._add("/Font", name, self.page.fonts.use(show.font))
        self._emit([pikepdf.Name(new_name), plain_value(size)], "Tf", Kind.STATE)
        self.pen.written = self.pen.wanted

    def _named(self, operator: str, operands: list[Any]) -> None:
        try:
            if operator == "gs":
                self._parameters(str(operands[0]))
            elif operator in {"cs", "CS"}:
                self._space(operator, str(operands[0]))
            elif operator in {"scn", "SCN"}:
                self._colour(operator, operands)
            elif operator == "sh":
                source = self._resource("/Shading", str(operands[0]))
                name = self._add("/Shading", str(operands[0]), copy_shading(self.page.new, source))
                self._settle()
                self._emit([pikepdf.Name(name)], "sh")
        except (
            Unsupported,
            ValueError,
            TypeError,
            KeyError,
            AttributeError,
            pikepdf.PdfError,
            streams.TooLarge,
        ):
            self.page.losses.add("resource")

    def _parameters(self, name: str) -> None:
        source = self._resource("/ExtGState", name)
        if not isinstance(source, pikepdf.Dictionary):
            return
        if ("/ExtGState", name) not in self.names:
            copied = copy_parameters(source)
            mask: Any = source.get("/SMask")
            if isinstance(mask, pikepdf.Name):
                copied["/SMask"] = pikepdf.Name("/None")
            elif name in self.canvas.masks:
                group = self.page.view.walk.canvases[self.canvas.masks[name]]
                kind = "/Luminosity" if str(mask.get("/S")) == "/Luminosity" else "/Alpha"
                copied["/SMask"] = pikepdf.Dictionary(
                    Type=pikepdf.Name.Mask, S=pikepdf.Name(kind), G=self._form(group)
                )
                if isinstance(mask.get("/BC"), pikepdf.Array):
                    copied["/SMask"]["/BC"] = plain_value(mask["/BC"])
            self._add("/ExtGState", name, self.page.new.make_indirect(copied))
        if name in self.canvas.masks:
            self._settle()
        self._emit([pikepdf.Name(self.names["/ExtGState", name])], "gs", Kind.STATE)

    def _space(self, operator: str, name: str) -> None:
        if name in _DEVICE_SPACES:
            self._emit([pikepdf.Name(name)], operator, Kind.STATE)
            return
        if ("/ColorSpace", name) not in self.names:
            self._add("/ColorSpace", name, copy_space(self.page.new, self._resource("/ColorSpace", name)))
        self._emit([pikepdf.Name(self.names["/ColorSpace", name])], operator, Kind.STATE)

    def _colour(self, operator: str, operands: list[Any]) -> None:
        if not operands or not isinstance(operands[-1], pikepdf.Name):
            self._emit([plain_value(each) for each in operands], operator, Kind.STATE)
            return
        name = str(operands[-1])
        if ("/Pattern", name) not in self.names:
            self._add("/Pattern", name, self._pattern(name))
        numbers = [plain_value(each) for each in operands[:-1]]
        self._emit([*numbers, pikepdf.Name(self.names["/Pattern", name])], operator, Kind.STATE)

    def _pattern(self, name: str) -> Any:
        source = self._resource("/Pattern", name)
        values = pikepdf.Dictionary(Type=pikepdf.Name.Pattern)
        if "/Matrix" in source:
            values["/Matrix"] = plain_value(source["/Matrix"])
        if name not in self.canvas.patterns:
            values["/PatternType"] = 2
            values["/Shading"] = copy_shading(self.page.new, source["/Shading"])
            return self.page.new.make_indirect(values)
        data, resources = write_canvas(self.page, self.page.view.walk.canvases[self.canvas.patterns[name]])
        values["/PatternType"] = 1
        for key in ("/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep"):
            values[key] = plain_value(source[key])
        values["/Resources"] = resources
        return self.page.new.make_indirect(pikepdf.Stream(self.page.new, data, values))

    # Objects

    def _draw(self, index: int, name: str) -> None:
        if index in self.canvas.forms:
            canvas = self.page.view.walk.canvases[self.canvas.forms[index]]
            if canvas.hidden:
                return
            try:
                form = self._form(canvas)
            except (Unsupported, ValueError, KeyError, TypeError):
                self.page.losses.add("form")
                return
            self._break_text()
            self._settle()
            self._emit([pikepdf.Name(self._add("/XObject", f"form{index}", form))], "Do")
            return
        source = self._resource("/XObject", name)
        if isinstance(source, pikepdf.Stream) and str(source.get("/Subtype")) == "/Image":
            self._image(index, source)

    def _form(self, canvas: Canvas) -> Any:
        """A copy of a form for one use."""
        return form_object(self.page, canvas)

    def _image(self, index: int, source: Any) -> None:
        paint = self.page.paints.get((self.canvas.number, index))
        if paint is None or paint.hidden:
            return
        image = self.page.image_copy(paint, source)
        if image is not None:
            self._break_text()
            self._settle()
            self._emit([pikepdf.Name(self._add("/XObject", f"image{index}", image))], "Do")

    # Text

    def _show(self, index: int, operator: str, operands: list[Any]) -> None:
        show = self.page.shows.get((self.canvas.number, index))
        if show is None:
            return
        changed = any(
            glyph in self.page.marks.gone or glyph in self.page.setting.shifts for glyph in show.glyphs
        )
        if show.mcid is not None and any(glyph in self.page.marks.gone for glyph in show.glyphs):
            self.page.touched_mcids.add(show.mcid)
        if show.mode in _STROKED:
            self._settle()
        if changed:
            self._rewritten(show)
            return
        self._set_font(show)
        written = partial(self.page.fonts.written, show.font)
        if not self.touched:
            self._emit(shown(operands, operator, written), operator)
            return
        self._open_text()
        self._space_out(show.char_space, show.word_space)
        self._matrix(show.matrix)
        items = operands[-1] if operator == "TJ" else pikepdf.Array([operands[-1]])
        self._emit(shown([items], "TJ", written), "TJ")

    def _space_out(self, character: float, word: float) -> None:
        if self.pen.spacing != (character, word):
            self._write(f"{figure(character)} Tc {figure(word)} Tw".encode(), Kind.STATE)
            self.pen.spacing = (character, word)

    def _matrix(self, matrix: Matrix) -> None:
        placed = multiply(matrix, self.pen.pending)
        self._write((" ".join(figure(each) for each in placed) + " Tm").encode(), Kind.STATE)

    def _rewritten(self, show: Show) -> None:
        """The glyphs that stay, each stretch at its own absolute place; labels where they belong."""
        piece = _Piece()
        for glyph in show.glyphs:
            if glyph in self.page.marks.gone:
                if glyph in self.page.setting.labels:
                    self._flush(show, piece)
                    piece = _Piece()
                    self._labels(show, glyph)
                continue
            offset, tight = self._place(show, glyph)
            if not piece.takes(offset, tight):
                self._flush(show, piece)
                piece = _Piece(offset, tight)
            piece.add(glyph, self.page.fonts.written(show.font, self._bytes(show, glyph)))
        self._flush(show, piece)

    def _place(self, show: Show, glyph: Glyph) -> tuple[float, float]:
        moved = self.page.setting.shifts.get(glyph)
        if moved is None:
            return glyph.offset, 1.0
        shift, tight = moved
        sign = -1.0 if show.size * show.scale < 0 else 1.0
        return glyph.offset + sign * shift / (unit_of(glyph) or 1.0), tight

    def _bytes(self, show: Show, glyph: Glyph) -> bytes:
        operands = self.canvas.operations[show.op].operands
        value = operands[-1]
        item = value[glyph.item] if isinstance(value, pikepdf.Array) else value
        return bytes(item)[glyph.start : glyph.end]

    def _flush(self, show: Show, piece: _Piece) -> None:
        if not piece.data:
            return
        self._set_font(show)
        self._open_text()
        self._space_out(0.0, 0.0)
        self._matrix(multiply((piece.tight, 0.0, 0.0, 1.0, piece.start, 0.0), show.matrix))
        self._emit([pikepdf.String(bytes(piece.data))], "Tj")

    def _labels(self, show: Show, glyph: Glyph) -> None:
        outer = inverse(show.outer)
        if outer is None:
            return
        self._add_label_resources()
        self._break_text()
        base = multiply(outer, self.pen.pending)
        for label in self.page.setting.labels[glyph]:
            self._write(draw_label(label, base if _differs(base) else None, tagged=self.page.tagged))

    def _add_label_resources(self) -> None:
        add_label_resources(self.page.new, self.resources, self.page.shared)


def _differs(matrix: Matrix) -> bool:
    return any(abs(one - other) > 1e-6 for one, other in zip(matrix, IDENTITY, strict=True))


class _Piece:
    """A stretch of glyphs at natural widths."""

    def __init__(self, start: float = 0.0, tight: float = 1.0) -> None:
        self.start = self.pen = start
        self.tight = tight
        self.data = bytearray()

    def takes(self, offset: float, tight: float) -> bool:
        """Whether a glyph that starts here carries on the stretch."""
        return bool(self.data) and tight == self.tight and abs(self.pen - offset) < _CLOSE

    def add(self, glyph: Glyph, data: bytes) -> None:
        """Append a glyph."""
        self.data += data
        self.pen += glyph.advance * self.tight


def _bounding(page: PageContent, canvas: Canvas) -> pikepdf.Array:
    """The box of a Form; that of one whose text moved is the page, for the old one may have fitted the old text."""
    back = inverse(canvas.matrix)
    if canvas.number in page.touched and back is not None:
        return pikepdf.Array([*(round(each, 3) for each in place(back, page.view.walk.visible))])
    return pikepdf.Array([*normal(canvas.obj["/BBox"])])


def form_object(page: PageContent, canvas: Canvas) -> Any:
    """A canvas as a Form of the new file."""
    data, resources = write_canvas(page, canvas)
    source = canvas.obj
    values = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=_bounding(page, canvas),
        Resources=resources,
    )
    if "/Matrix" in source:
        values["/Matrix"] = plain_value(source["/Matrix"])
    group = source.get("/Group")
    if isinstance(group, pikepdf.Dictionary):
        kept = pikepdf.Dictionary(S=pikepdf.Name.Transparency)
        for key in ("/I", "/K"):
            if key in group:
                kept[key] = bool(group[key])
        if "/CS" in group:
            kept["/CS"] = copy_space(page.new, group["/CS"])
        values["/Group"] = kept
    return page.new.make_indirect(pikepdf.Stream(page.new, data, values))
