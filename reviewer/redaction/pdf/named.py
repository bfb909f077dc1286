# SPDX-License-Identifier: MIT
"""Writes what a canvas calls by name (colours, patterns, shadings, parameters) under new names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.records import Canvas
from reviewer.redaction.pdf.content import PageContent
from reviewer.redaction.pdf.operators import Operators
from reviewer.redaction.pdf.resources import (
    Unsupported,
    copy_function,
    copy_parameters,
    copy_shading,
    copy_space,
    plain_value,
)
from reviewer.redaction.pdf.tidy import Kind

_DEVICE_SPACES = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"}


class Named:
    """The resources of one canvas; `inner` writes the canvas of a pattern, `form` that of a soft mask."""

    def __init__(
        self,
        page: PageContent,
        canvas: Canvas,
        out: Operators,
        inner: Callable[[PageContent, Canvas], tuple[bytes, pikepdf.Dictionary]],
        form: Callable[[PageContent, Canvas], Any],
    ) -> None:
        self._page, self._canvas, self._out = page, canvas, out
        self._inner, self._form = inner, form
        self._names: dict[tuple[str, str], str] = {}
        self.written = pikepdf.Dictionary()

    def of_source(self, kind: str, name: str) -> Any:
        """A resource of the source, or None."""
        resources = self._canvas.resources
        group = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
        return group.get(name) if isinstance(group, pikepdf.Dictionary) else None

    def add(self, kind: str, key: str, value: Any) -> str:
        """Put a resource under a new name; the same key gets the same name."""
        if (kind, key) not in self._names:
            if kind not in self.written:
                self.written[kind] = pikepdf.Dictionary()
            number = sum(1 for each, _key in self._names if each == kind)
            self._names[kind, key] = f"/{kind[1]}{number}"
            self.written[kind][self._names[kind, key]] = value
        return self._names[kind, key]

    def operate(self, operator: str, operands: list[Any]) -> None:
        """Write an operator that names a resource; one that cannot be copied is counted and left out."""
        try:
            if operator == "gs":
                self._parameters(str(operands[0]))
            elif operator in {"cs", "CS"}:
                self._space(operator, str(operands[0]))
            elif operator in {"scn", "SCN"}:
                self._colour(operator, operands)
            elif operator == "sh":
                source = self.of_source("/Shading", str(operands[0]))
                name = self.add("/Shading", str(operands[0]), copy_shading(self._page.new, source))
                self._out.settle()
                self._out.emit([pikepdf.Name(name)], "sh")
        except (
            Unsupported,
            ValueError,
            TypeError,
            KeyError,
            AttributeError,
            pikepdf.PdfError,
            streams.TooLarge,
        ):
            self._page.losses.add("resource")

    def _parameters(self, name: str) -> None:
        source = self.of_source("/ExtGState", name)
        if not isinstance(source, pikepdf.Dictionary):
            return
        if ("/ExtGState", name) not in self._names:
            copied = copy_parameters(self._page.new, source)
            mask: Any = source.get("/SMask")
            if isinstance(mask, pikepdf.Name):
                copied["/SMask"] = pikepdf.Name("/None")
            elif name in self._canvas.masks:
                group = self._page.view.walk.canvases[self._canvas.masks[name]]
                kind = "/Luminosity" if str(mask.get("/S")) == "/Luminosity" else "/Alpha"
                copied["/SMask"] = pikepdf.Dictionary(
                    Type=pikepdf.Name.Mask, S=pikepdf.Name(kind), G=self._form(self._page, group)
                )
                if isinstance(mask.get("/BC"), pikepdf.Array):
                    copied["/SMask"]["/BC"] = plain_value(mask["/BC"])
                if isinstance(mask.get("/TR"), pikepdf.Dictionary | pikepdf.Stream):
                    copied["/SMask"]["/TR"] = copy_function(self._page.new, mask["/TR"])
            self.add("/ExtGState", name, self._page.new.make_indirect(copied))
        if name in self._canvas.masks:
            self._out.settle()
        self._out.emit([pikepdf.Name(self._names["/ExtGState", name])], "gs", Kind.STATE)

    def _space(self, operator: str, name: str) -> None:
        if name in _DEVICE_SPACES:
            self._out.emit([pikepdf.Name(name)], operator, Kind.STATE)
            return
        if ("/ColorSpace", name) not in self._names:
            self.add("/ColorSpace", name, copy_space(self._page.new, self.of_source("/ColorSpace", name)))
        self._out.emit([pikepdf.Name(self._names["/ColorSpace", name])], operator, Kind.STATE)

    def _colour(self, operator: str, operands: list[Any]) -> None:
        if not operands or not isinstance(operands[-1], pikepdf.Name):
            self._out.emit([plain_value(each) for each in operands], operator, Kind.STATE)
            return
        name = str(operands[-1])
        if ("/Pattern", name) not in self._names:
            self.add("/Pattern", name, self._pattern(name))
        numbers = [plain_value(each) for each in operands[:-1]]
        self._out.emit([*numbers, pikepdf.Name(self._names["/Pattern", name])], operator, Kind.STATE)

    def _pattern(self, name: str) -> Any:
        source = self.of_source("/Pattern", name)
        values = pikepdf.Dictionary(Type=pikepdf.Name.Pattern)
        if "/Matrix" in source:
            values["/Matrix"] = plain_value(source["/Matrix"])
        if name not in self._canvas.patterns:
            values["/PatternType"] = 2
            values["/Shading"] = copy_shading(self._page.new, source["/Shading"])
            return self._page.new.make_indirect(values)
        data, resources = self._inner(self._page, self._page.view.walk.canvases[self._canvas.patterns[name]])
        values["/PatternType"] = 1
        for key in ("/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep"):
            values[key] = plain_value(source[key])
        values["/Resources"] = resources
        return self._page.new.make_indirect(pikepdf.Stream(self._page.new, data, values))
