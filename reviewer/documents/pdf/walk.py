# SPDX-License-Identifier: MIT
"""Walks the content of a page as a viewer does, and records each glyph and each painting with its place.

Forms are walked once for each use. A clipping path counts as the rectangle around it, so what only its bends cut away
counts as visible (it is read, shown and decided like the rest). What it does not do: it does not evaluate overprint.
"""

from __future__ import annotations

from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.budgets import Budget
from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.geometry import IDENTITY, Matrix, area, matrix_of, multiply, normal
from reviewer.documents.pdf.known_fonts import MAX_WEIGHT, Fonts, TooManyFonts
from reviewer.documents.pdf.layers import Layers
from reviewer.documents.pdf.placing import appearance_matrix, appearance_of, clip_to_box, page_box
from reviewer.documents.pdf.programs import MAX_PROGRAM
from reviewer.documents.pdf.records import Canvas, CanvasKind, Walk
from reviewer.documents.pdf.runs import Run
from reviewer.documents.pdf.states import State
from reviewer.documents.pdf.type3 import check_procedures
from reviewer.errors import HostileContent

MAX_DEPTH = 12
_UNSHOWN = 2 | 32
"""Flags of an annotation that nobody sees on a screen: Hidden, NoView."""


class Walker:
    """Walks one page. `fonts` is shared by the pages of a document."""

    def __init__(self, page: Any, number_: int, layers: Layers, fonts: Fonts, place_of_errors: Any) -> None:
        media = page_box(page, "/MediaBox", (0.0, 0.0, 612.0, 792.0))
        crop = page_box(page, "/CropBox", media)
        visible = (
            max(media[0], crop[0]),
            max(media[1], crop[1]),
            min(media[2], crop[2]),
            min(media[3], crop[3]),
        )
        self.walk = Walk(number_, visible if area(visible) else media, media)
        self._page, self._layers, self._fonts, self._path = page, layers, fonts, place_of_errors
        self.budget = Budget(place_of_errors)
        self._order = self._block = 0

    def run(self) -> Walk:
        """Walk contents, then the appearances of form fields. Raises HostileContent, LimitExceeded, DamagedFile."""
        page = self._page
        self.budget.check_side(self.walk.visible)
        self.budget.check_contents(page.obj.get("/Contents"), self.walk)
        resources = (
            page.resources if "/Resources" in page.obj or hasattr(page, "resources") else pikepdf.Dictionary()
        )
        try:
            operations = list(pikepdf.parse_content_stream(page))
        except streams.UNPARSED:
            self.walk.distrust("content")
            operations = []
        canvas = self._canvas(CanvasKind.PAGE, page.obj, operations, resources, IDENTITY, None)
        Run(self, canvas, State(), ()).go()
        for index, annotation in enumerate(_listed(page.obj.get("/Annots"))):
            self._appearance(index, annotation)
        return self.walk

    def _canvas(
        self,
        kind: CanvasKind,
        obj: Any,
        operations: list[Any],
        resources: Any,
        matrix: Matrix,
        parent: int | None,
    ) -> Canvas:
        self.budget.check_operations(len(operations), len(self.walk.canvases))
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
            self.budget.check_tokens(streams.read(obj))
            operations = list(pikepdf.parse_content_stream(obj))
            matrix = matrix_of(obj["/Matrix"]) if "/Matrix" in obj else IDENTITY
        except streams.TooLarge:
            self.budget.too_large("content_stream", streams.MAX_STREAM)
            return None
        except streams.UNPARSED:
            self.walk.distrust("content")
            return None
        resources = obj.get("/Resources", parent.resources if parent is not None else pikepdf.Dictionary())
        inner = state.copy()
        inner.ctm = multiply(matrix, state.ctm)
        clip_to_box(obj, inner)
        canvas = self._canvas(kind, obj, operations, resources, inner.ctm, parent.number if parent else None)
        canvas.hidden = hidden or self._layers.hides(obj.get("/OC"))
        Run(self, canvas, inner, (*chain, obj.objgen)).go()
        return canvas

    def _appearance(self, index: int, annotation: Any) -> None:
        """The drawn value of a form field is part of what the page shows."""
        if str(annotation.get("/Subtype", "")) != "/Widget" or int(annotation.get("/F", 0)) & _UNSHOWN:
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
        if known := self._fonts.get(obj):
            return known
        try:
            return check_procedures(self._fonts.read(obj), self.budget)
        except TooManyFonts:
            raise self.budget.beyond("fonts", MAX_WEIGHT) from None
        except streams.TooLarge:
            raise self.budget.beyond("font", MAX_PROGRAM) from None

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


def _listed(value: Any) -> list[Any]:
    return (
        [each for each in value if isinstance(each, pikepdf.Dictionary | pikepdf.Stream)]
        if isinstance(value, pikepdf.Array)
        else []
    )
