# SPDX-License-Identifier: MIT
"""Writes content streams anew: every operator is one that is known, every name a new one, nothing of what goes."""

from __future__ import annotations

from typing import Any

import pikepdf

from reviewer.documents.pdf.geometry import inverse, normal, place
from reviewer.documents.pdf.records import Canvas
from reviewer.redaction.pdf.content import PageContent
from reviewer.redaction.pdf.named import Named
from reviewer.redaction.pdf.operators import Operators
from reviewer.redaction.pdf.recode_outlines import Unshown
from reviewer.redaction.pdf.resources import Unsupported, copy_space, plain_value
from reviewer.redaction.pdf.showing import TextWriter
from reviewer.redaction.pdf.standard import STANDARD_TAGS
from reviewer.redaction.pdf.tidy import FAMILIES, Kind

_PLAIN = {
    "w", "J", "j", "M", "d", "i", "ri", "m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F", "f*",
    "B", "B*", "b", "b*", "n", "W", "W*", "Tc", "Tw", "Tz", "TL", "Tr", "Ts", "Td", "TD", "Tm", "T*", "G",
    "g", "RG", "rg", "K", "k", "SC", "sc",
}  # fmt: skip
_DRAWING = frozenset(
    ["m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "W", "W*"]
)
_BUILDING = frozenset(["m", "l", "c", "v", "y", "h", "re", "W", "W*"])
_MOVING = {"Td", "TD", "Tm", "T*", "TL", "Tc", "Tw", "Tz"}
_SHOWING = {"Tj", "TJ", "'", '"'}


def write_canvas(page: PageContent, canvas: Canvas) -> tuple[bytes, pikepdf.Dictionary]:
    """The operators and the resources of one canvas."""
    if canvas.number in page.marks.emptied:
        page.losses.add("pattern")
        return b"", pikepdf.Dictionary()
    writer = _CanvasWriter(page, canvas)
    data = writer.run()
    return data, _used(data, writer.named.written)


def _used(data: bytes, resources: pikepdf.Dictionary) -> pikepdf.Dictionary:
    """The resources that the content names: what only removed text was set in would tell of it."""
    words = set(data.split())
    kept = pikepdf.Dictionary()
    for kind, group in resources.items():
        named = {name: value for name, value in group.items() if name.encode() in words}
        if named:
            kept[kind] = pikepdf.Dictionary(named)
    return kept


class _CanvasWriter:
    """One canvas being written.

    Where a canvas lost or moved glyphs, its text is written with absolute places only, fonts are set when something is
    shown in them, and matrices are written when a path or an image needs them: the places and the number of the pieces
    that were there before do not survive.
    """

    def __init__(self, page: PageContent, canvas: Canvas) -> None:
        self.page, self.canvas = page, canvas
        self.skip = page.dropped.get(canvas.number, set())
        self.out = Operators(touched=canvas.number in page.touched)
        self.named = Named(page, canvas, self.out, write_canvas, form_object)
        self.marked = page.marked.begin(canvas) if page.tagged is not None else None
        self.open: list[int | None] = []
        self.path: list[tuple[list[Any], str]] = []
        self.text = TextWriter(page, canvas, self.out, self.named, self.marked)

    def run(self) -> bytes:
        """All operators, balanced."""
        for index, instruction in enumerate(self.canvas.operations):
            operator = str(instruction.operator)
            # Some programs write text between the beginning of a path and its painting; only the path goes.
            if index in self.skip and (operator in _DRAWING or operator == "sh"):
                continue
            if operator == "INLINE IMAGE":
                self._image(index, instruction.operands[0])
                continue
            self._operate(index, operator, list(instruction.operands))
        data = self.out.finished()
        if self.marked is not None:
            self.marked.numbers.update(self.out.numbers)
        return data

    def _operate(self, index: int, operator: str, operands: list[Any]) -> None:
        if operator in _SHOWING:
            self.text.show(index, operator, operands)
        elif operator in {"q", "Q", "BT", "ET", "cm"}:
            if operator not in {"BT", "ET"}:
                self._write_path()
            self.out.bracket(operator, operands)
        elif self.out.touched and operator in _MOVING:
            return
        elif operator in _PLAIN:
            self._plain(operator, operands)
        elif operator in {"BDC", "BMC"}:
            self._begin(operands)
        elif operator == "EMC":
            self.out.end_marked()
            del self.open[-1:]
        elif operator == "Tf":
            self.out.pen.wanted = (str(operands[0]), operands[1])
        elif operator == "Do":
            self._draw(index, str(operands[0]))
        else:
            self.named.operate(operator, operands)

    def _plain(self, operator: str, operands: list[Any]) -> None:
        try:
            values = [plain_value(each) for each in operands]
        except Unsupported:
            self.page.losses.add("operator")
            return
        if operator in _BUILDING:
            self.path.append((values, operator))
            return
        if operator in _DRAWING:
            self._write_path()
            self.out.break_text()
            self.out.settle()
        state = operator in FAMILIES or operator in _MOVING
        self.out.emit(values, operator, Kind.STATE if state else Kind.PAINT)

    def _write_path(self) -> None:
        """The path so far. It waits for its painting: the box of a label within it would be painted with it."""
        if not self.path:
            return
        self.out.break_text()
        self.out.settle()
        for values, operator in self.path:
            self.out.emit(values, operator, Kind.PAINT)
        self.path = []

    def _begin(self, operands: list[Any]) -> None:
        """Marked content: only what leads to the structure tree stays."""
        if self.marked is None:
            return
        tag = str(operands[0])[1:]
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = self.named.of_source("/Properties", str(properties))
        if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
            mcid = int(properties["/MCID"])
            self.open.append(mcid)
            name = tag if tag in STANDARD_TAGS else "Span"
            self.out.begin_marked(f"/{name} <</MCID {mcid}>> BDC".encode())
        else:
            self.open.append(None)
            self.out.begin_marked(b"/Artifact BMC" if tag == "Artifact" else b"/Span BMC")

    def _draw(self, index: int, name: str) -> None:
        if index in self.canvas.forms:
            canvas = self.page.view.walk.canvases[self.canvas.forms[index]]
            if canvas.hidden:
                return
            try:
                form = form_object(self.page, canvas)
            except Unshown:
                raise
            except (Unsupported, ValueError, KeyError, TypeError):
                self.page.losses.add("form")
                return
            if self.marked is not None and canvas.number in self.page.lost_canvases:
                self.marked.touched.update(each for each in self.open if each is not None)
            self._place(self.named.add("/XObject", f"form{index}", form))
            return
        source = self.named.of_source("/XObject", name)
        if isinstance(source, pikepdf.Stream) and str(source.get("/Subtype")) == "/Image":
            self._image(index, source)

    def _image(self, index: int, source: Any) -> None:
        paint = self.page.paints.get((self.canvas.number, index))
        if paint is None or paint.hidden:
            return
        image = self.page.image_copy(paint, source)
        if image is not None:
            self._place(self.named.add("/XObject", f"image{index}", image))

    def _place(self, name: str) -> None:
        self.out.break_text()
        self.out.settle()
        self.out.emit([pikepdf.Name(name)], "Do")


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
    made = page.new.make_indirect(pikepdf.Stream(page.new, data, values))
    marked = page.marked.forms.get(source.objgen)
    if marked is not None and marked.holder is None:
        marked.holder = made
    return made
