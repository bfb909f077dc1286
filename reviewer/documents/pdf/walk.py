# SPDX-License-Identifier: MIT
"""Walks the content of a page as a viewer does, and records each glyph and each painting with its place.

Forms are walked once for each use. A clipping path counts as the rectangle around it, so what only its bends cut away
counts as visible (it is read, shown and decided like the rest). What it does not do: it does not evaluate overprint.
"""

from __future__ import annotations

from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.geometry import (
    IDENTITY,
    Matrix,
    Rect,
    area,
    matrix_of,
    multiply,
    normal,
    place,
)
from reviewer.documents.pdf.known_fonts import MAX_WEIGHT, Fonts, TooManyFonts
from reviewer.documents.pdf.layers import Layers
from reviewer.documents.pdf.programs import MAX_PROGRAM
from reviewer.documents.pdf.records import (
    UNPLACED,
    Canvas,
    CanvasKind,
    Walk,
)
from reviewer.documents.pdf.runs import Run
from reviewer.documents.pdf.states import State
from reviewer.documents.pdf.text_pen import SHOWING
from reviewer.errors import DamagedFile, HostileContent, LimitExceeded

MAX_DEPTH = 12
MAX_CANVASES = 2_000
MAX_OPERATIONS = 3_000_000
MAX_GLYPHS = 400_000
MAX_SIDE = 14_400
"""200 inches, what Acrobat accepts too: a page's picture takes memory by its size."""
MAX_TOKENS = 5_000_000
"""Each token of a content takes some 150 bytes once it is taken apart."""
MAX_OPEN = 5_000
"""How many states may be saved, and marked contents begun, without an end."""
_LARGEST_LETTER = 400 * 400
_MAX_GLYPH_PROCEDURE = 4 * 2**20
_TEXT_IN_GLYPHS = SHOWING | {"Do"}
_UNSHOWN = 2 | 32
"""Flags of an annotation that nobody sees on a screen: Hidden, NoView."""
_UNPARSED = (pikepdf.PdfError, pikepdf.DependencyError, ValueError, TypeError)
"""What pikepdf raises for content that it cannot decode or take apart."""


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
        self._order = self._operations = self._block = self._tokens = 0

    def run(self) -> Walk:
        """Walk contents, then the appearances of form fields. Raises HostileContent, LimitExceeded, DamagedFile."""
        page = self._page
        left, bottom, right, top = self.walk.visible
        if not max(right - left, top - bottom) <= MAX_SIDE:
            self._too_large("page_size", MAX_SIDE)
        self._check_size(page.obj.get("/Contents"))
        resources = (
            page.resources if "/Resources" in page.obj or hasattr(page, "resources") else pikepdf.Dictionary()
        )
        try:
            operations = list(pikepdf.parse_content_stream(page))
        except _UNPARSED:
            self.walk.distrust("content")
            operations = []
        canvas = self._canvas(CanvasKind.PAGE, page.obj, operations, resources, IDENTITY, None)
        Run(self, canvas, State(), ()).go()
        for index, annotation in enumerate(_listed(page.obj.get("/Annots"))):
            self._appearance(index, annotation)
        return self.walk

    def _check_size(self, contents: Any) -> None:
        total = 0
        for each in [contents] if isinstance(contents, pikepdf.Stream) else _listed(contents):
            if isinstance(each, pikepdf.Stream):
                try:
                    data = streams.read(each)
                    total += len(data)
                    self._check_tokens(data)
                except streams.TooLarge:
                    self._too_large("content_stream", streams.MAX_STREAM)
                except _UNPARSED:
                    self.walk.distrust("content")
        if total > streams.MAX_STREAM:
            self._too_large("content_stream", streams.MAX_STREAM)

    def _check_tokens(self, data: bytes) -> None:
        self._tokens += streams.tokens(data)
        if self._tokens > MAX_TOKENS:
            self._too_large("page_operations", MAX_TOKENS)

    def _too_large(self, limit: str, maximum: int) -> None:
        raise self._beyond(limit, maximum)

    def _beyond(self, limit: str, maximum: int) -> LimitExceeded:
        return LimitExceeded(path=self._path, limit=limit, value=None, maximum=maximum)

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
            self._check_tokens(streams.read(obj))
            operations = list(pikepdf.parse_content_stream(obj))
            matrix = matrix_of(obj["/Matrix"]) if "/Matrix" in obj else IDENTITY
        except streams.TooLarge:
            self._too_large("content_stream", streams.MAX_STREAM)
            return None
        except _UNPARSED:
            self.walk.distrust("content")
            return None
        resources = obj.get("/Resources", parent.resources if parent is not None else pikepdf.Dictionary())
        inner = state.copy()
        inner.ctm = multiply(matrix, state.ctm)
        _clip_to_box(obj, inner)
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
            return self._check_glyph_procedures(self._fonts.read(obj))
        except TooManyFonts:
            raise self._beyond("fonts", MAX_WEIGHT) from None
        except streams.TooLarge:
            raise self._beyond("font", MAX_PROGRAM) from None

    def _check_glyph_procedures(self, font: Font) -> Font:
        """A Type 3 glyph that shows text or draws an object is beyond a first version."""
        if font.subtype == "/Type3":
            for procedure in dict(font.obj.get("/CharProcs", {})).values():
                try:
                    self._check_tokens(streams.read(procedure, _MAX_GLYPH_PROCEDURE))
                    listed = pikepdf.parse_content_stream(procedure)
                except streams.TooLarge:
                    # PDFium, which draws the page, would unpack it whole.
                    self._too_large("content_stream", _MAX_GLYPH_PROCEDURE)
                except _UNPARSED:
                    font.unsafe = "type3"
                    break
                if any(str(each.operator) in _TEXT_IN_GLYPHS or _is_picture(each) for each in listed):
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

    def check_open(self, number: int) -> None:
        """Refuse a page that opens without end: each glyph would be asked about all that is open."""
        if number > MAX_OPEN:
            self._too_large("page_operations", MAX_OPEN)

    def check_glyphs(self) -> None:
        """Refuse a page with more glyphs than any reader could read."""
        if len(self.walk.glyphs) > MAX_GLYPHS:
            self._too_large("page_glyphs", MAX_GLYPHS)

    def damaged(self, detail: str) -> DamagedFile:
        """The error for content that cannot be followed."""
        return DamagedFile(path=self._path, detail=detail)


def _clip_to_box(obj: Any, state: State) -> None:
    """Nothing of a Form or a pattern is shown outside its box."""
    try:
        state.clip_to(place(state.ctm, normal(obj["/BBox"])))
    except (KeyError, ValueError, TypeError):
        return


def _is_picture(instruction: Any) -> bool:
    """Whether a glyph is a bitmap too large to be one letter."""
    if str(instruction.operator) != "INLINE IMAGE":
        return False
    image = instruction.operands[0]
    return int(image.width) * int(image.height) > _LARGEST_LETTER


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
