# SPDX-License-Identifier: MIT
"""Writes content streams anew: every operator is one that is known, every name a new one, nothing of what goes."""

from __future__ import annotations

from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.geometry import Matrix, inverse, multiply, normal
from reviewer.documents.pdf.pictures import key_of
from reviewer.documents.pdf.records import Canvas, CanvasKind, Glyph, Paint, PaintKind, Show
from reviewer.model.document import Choice
from reviewer.redaction.pdf.content import PageContent
from reviewer.redaction.pdf.images import copy_image, inline_copy, paint_image
from reviewer.redaction.pdf.lettering import LABEL_FONT, LABEL_STATE, draw_label, label_font, label_state
from reviewer.redaction.pdf.lettering import number as figure
from reviewer.redaction.pdf.relay import unit_of
from reviewer.redaction.pdf.resources import (
    Unsupported,
    copy_parameters,
    copy_shading,
    copy_space,
    plain_value,
)

_PLAIN = {
    "w", "J", "j", "M", "d", "i", "ri", "q", "Q", "cm", "m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F", "f*",
    "B", "B*", "b", "b*", "n", "W", "W*", "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tr", "Ts", "Td", "TD", "Tm", "T*", "G",
    "g", "RG", "rg", "K", "k", "SC", "sc",
}  # fmt: skip
_MOVING = {"Td", "TD", "Tm", "T*", "TL", "Tc", "Tw"}
_SHOWING = {"Tj", "TJ", "'", '"'}
_DEVICE_SPACES = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"}
STANDARD_TAGS = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "Warichu",
        "Figure",
        "Formula",
        "Form",
    ]
)
"""The standard structure types of PDF 1.7; any other name could be text of the source."""
_CLOSE = 0.002


def write_canvas(page: PageContent, canvas: Canvas) -> tuple[bytes, pikepdf.Dictionary]:
    """The operators and the resources of one canvas."""
    if canvas.number in page.marks.emptied:
        page.losses.add("pattern")
        return b"", pikepdf.Dictionary()
    writer = _CanvasWriter(page, canvas)
    return writer.run(), writer.resources


class _CanvasWriter:
    """One canvas being written."""

    def __init__(self, page: PageContent, canvas: Canvas) -> None:
        self.page, self.canvas = page, canvas
        self.resources = pikepdf.Dictionary()
        self.out: list[bytes] = []
        self.touched = canvas.number in page.touched
        self.skip = page.dropped.get(canvas.number, set())
        self.depth = 0
        self.marked = 0
        self.spacing = (0.0, 0.0)
        self.saved: list[tuple[float, float]] = []
        self.names: dict[tuple[str, str], str] = {}
        self.in_text = False

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
        if self.in_text:
            self.out.append(b"ET")
        self.out += [b"EMC"] * self.marked + [b"Q"] * self.depth
        return b"\n".join(self.out) + b"\n"

    def _operate(self, index: int, operator: str, operands: list[Any]) -> None:
        if operator in _SHOWING:
            self._show(index, operator, operands)
        elif self.touched and operator in _MOVING:
            return
        elif operator in _PLAIN:
            self._plain(operator, operands)
        elif operator in {"BDC", "BMC"}:
            self._begin(operands)
        elif operator == "EMC":
            if self.marked:
                self.marked -= 1
                self.out.append(b"EMC")
        elif operator == "Tf":
            self._font(operands)
        elif operator == "Do":
            self._draw(index, str(operands[0]))
        else:
            self._named(operator, operands)

    def _emit(self, operands: list[Any], operator: str) -> None:
        self.out.append(pikepdf.unparse_content_stream([(operands, pikepdf.Operator(operator))]))

    def _plain(self, operator: str, operands: list[Any]) -> None:
        if operator == "Q":
            if not self.depth:
                return
            self.depth -= 1
            self.spacing = self.saved.pop()
        elif operator == "q":
            self.depth += 1
            self.saved.append(self.spacing)
        elif operator in {"BT", "ET"}:
            if self.in_text == (operator == "BT"):
                return
            self.in_text = operator == "BT"
        try:
            self._emit([plain_value(each) for each in operands], operator)
        except Unsupported:
            self.page.losses.add("operator")

    # Marked content: only what leads to the structure tree stays

    def _begin(self, operands: list[Any]) -> None:
        if self.page.tagged is None or self.canvas.kind is not CanvasKind.PAGE:
            return
        self.marked += 1
        tag = str(operands[0])[1:]
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            group = self.canvas.resources.get("/Properties")
            properties = group.get(str(properties)) if isinstance(group, pikepdf.Dictionary) else None
        if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
            mcid = int(properties["/MCID"])
            self.page.mcids.add(mcid)
            name = tag if tag in STANDARD_TAGS else "Span"
            self.out.append(f"/{name} <</MCID {mcid}>> BDC".encode())
        else:
            self.out.append(b"/Artifact BMC" if tag == "Artifact" else b"/Span BMC")

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

    def _font(self, operands: list[Any]) -> None:
        name = str(operands[0])
        obj = self._resource("/Font", name)
        font = self.page.canvas_fonts.get((self.canvas.number, name))
        if not isinstance(obj, pikepdf.Dictionary) or font is None:
            return
        new_name = self._add("/Font", name, self.page.fonts.use(font))
        self._emit([pikepdf.Name(new_name), plain_value(operands[1])], "Tf")

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
        self._emit([pikepdf.Name(self.names["/ExtGState", name])], "gs")

    def _space(self, operator: str, name: str) -> None:
        if name in _DEVICE_SPACES:
            self._emit([pikepdf.Name(name)], operator)
            return
        if ("/ColorSpace", name) not in self.names:
            self._add("/ColorSpace", name, copy_space(self.page.new, self._resource("/ColorSpace", name)))
        self._emit([pikepdf.Name(self.names["/ColorSpace", name])], operator)

    def _colour(self, operator: str, operands: list[Any]) -> None:
        if not operands or not isinstance(operands[-1], pikepdf.Name):
            self._emit([plain_value(each) for each in operands], operator)
            return
        name = str(operands[-1])
        if ("/Pattern", name) not in self.names:
            self._add("/Pattern", name, self._pattern(name))
        numbers = [plain_value(each) for each in operands[:-1]]
        self._emit([*numbers, pikepdf.Name(self.names["/Pattern", name])], operator)

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
        image = self._image_copy(paint, source)
        if image is not None:
            self._emit([pikepdf.Name(self._add("/XObject", f"image{index}", image))], "Do")

    def _image_copy(self, paint: Paint, source: Any) -> Any:
        page = self.page
        key = key_of(paint, page.view.number)
        picture = page.source.pictures.get(key)
        if picture is not None and page.choices.get(f"image:{picture.id}") is not Choice.KEEP:
            page.losses.add("image")
            return None
        areas = page.painted_over(paint.rect)
        if areas and paint.matrix is not None:
            image = paint_image(page.new, source, paint.matrix, areas)
        elif paint.kind is PaintKind.INLINE_IMAGE:
            image = inline_copy(page.new, source)
        else:
            if key not in page.shared:
                page.shared[key] = copy_image(page.new, source)
            image = page.shared[key]
        if image is None:
            page.losses.add("image")
        return image

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
        if changed:
            self._rewritten(show)
            return
        for glyph in show.glyphs:
            self.page.fonts.show(show.font, glyph.end - glyph.start, glyph.code)
        if not self.touched:
            self._emit(_shown(operands, operator), operator)
            return
        self._space_out(show.char_space, show.word_space)
        self._matrix(show.matrix)
        items = operands[-1] if operator == "TJ" else pikepdf.Array([operands[-1]])
        self._emit([_shown([items], "TJ")[0]], "TJ")

    def _space_out(self, character: float, word: float) -> None:
        if self.spacing != (character, word):
            self.out.append(f"{figure(character)} Tc {figure(word)} Tw".encode())
            self.spacing = (character, word)

    def _matrix(self, matrix: Matrix) -> None:
        self.out.append((" ".join(figure(each) for each in matrix) + " Tm").encode())

    def _rewritten(self, show: Show) -> None:
        """The glyphs that stay, each stretch at its own absolute place; labels where they belong."""
        self._space_out(0.0, 0.0)
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
            piece.add(glyph, self._bytes(show, glyph))
            self.page.fonts.show(show.font, glyph.end - glyph.start, glyph.code)
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
        self._matrix(multiply((piece.tight, 0.0, 0.0, 1.0, piece.start, 0.0), show.matrix))
        self._emit([pikepdf.String(bytes(piece.data))], "Tj")

    def _labels(self, show: Show, glyph: Glyph) -> None:
        outer = inverse(show.outer)
        if outer is None:
            return
        self._add_label_resources()
        self.out.append(b"ET")
        self.out += [
            draw_label(label, outer, tagged=self.page.tagged) for label in self.page.setting.labels[glyph]
        ]
        self.out.append(b"BT")

    def _add_label_resources(self) -> None:
        add_label_resources(self.page.new, self.resources, self.page.shared)


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


def add_label_resources(new: pikepdf.Pdf, resources: pikepdf.Dictionary, shared: dict[Any, Any]) -> None:
    """Give a canvas the font and the parameters of labels."""
    if "label" not in shared:
        shared["label"] = (new.make_indirect(label_font()), new.make_indirect(label_state()))
    font, state = shared["label"]
    for kind, name, value in (("/Font", LABEL_FONT, font), ("/ExtGState", LABEL_STATE, state)):
        if kind not in resources:
            resources[kind] = pikepdf.Dictionary()
        resources[kind][name] = value


def form_object(page: PageContent, canvas: Canvas) -> Any:
    """A canvas as a Form of the new file."""
    data, resources = write_canvas(page, canvas)
    source = canvas.obj
    values = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=pikepdf.Array([*normal(source["/BBox"])]),
        Resources=resources,
    )  # fmt: skip
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


def _shown(operands: list[Any], operator: str) -> list[Any]:
    """The operands of a text operator: strings and numbers only."""
    if operator == "TJ":
        items = [each if isinstance(each, pikepdf.String) else plain_value(each) for each in operands[0]]
        return [pikepdf.Array(items)]
    return [each if isinstance(each, pikepdf.String) else plain_value(each) for each in operands]
