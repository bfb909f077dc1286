# SPDX-License-Identifier: MIT
"""What a walk over a page leaves behind: one record a glyph, one a painting, one a content stream."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reviewer.documents.pdf.fonts import Font, Sign
from reviewer.documents.pdf.geometry import Matrix, Rect, crop, grow, join, touches


class CanvasKind(StrEnum):
    """Where a content stream is used. Patterns and soft masks have no place of their own on the page."""

    PAGE = "page"
    FORM = "form"
    APPEARANCE = "appearance"
    PATTERN = "pattern"
    SOFT_MASK = "soft_mask"


UNPLACED = frozenset({CanvasKind.PATTERN, CanvasKind.SOFT_MASK})


@dataclass(slots=True)
class Canvas:
    """One use of one content stream. `users` leads from an operator or a resource name to the canvas it draws."""

    number: int
    kind: CanvasKind
    obj: Any
    operations: list[Any]
    resources: Any
    matrix: Matrix
    parent: int | None = None
    hidden: bool = False
    forms: dict[int, int] = field(default_factory=dict)
    patterns: dict[str, int] = field(default_factory=dict)
    masks: dict[str, int] = field(default_factory=dict)
    annotation: int | None = None


@dataclass(slots=True)
class Show:
    """One text-showing operator with the text state it ran under."""

    canvas: int
    op: int
    font: Font
    font_name: str
    size: float
    char_space: float
    word_space: float
    scale: float
    rise: float
    matrix: Matrix
    outer: Matrix
    mode: int
    white: bool
    faint: bool
    hidden: bool
    order: int
    mcid: int | None
    block: int
    clip: Rect | None = None
    glyphs: list[Glyph] = field(default_factory=list)
    loosest: float = math.inf
    """The widest gap or overlap between two of its glyphs, in em; without bound when one is written backwards."""
    mirrored: bool = False
    """Whether its letters are seen as in a mirror: what is above them lies to the right of where they run."""

    @property
    def band(self) -> Rect:
        """What the cores of its glyphs lie in."""
        first = self.glyphs[0]
        xs, ys = [each.end_x for each in self.glyphs], [each.end_y for each in self.glyphs]
        x0, y0, x1, y1 = join((self.origins, (min(xs), min(ys), max(xs), max(ys))))
        em = -first.em if self.mirrored else first.em
        px, py = -first.uy * em, first.ux * em
        across, up = (px * _LOW, px * _HIGH), (py * _LOW, py * _HIGH)
        return x0 + min(across), y0 + min(up), x1 + max(across), y1 + max(up)

    @property
    def origins(self) -> Rect:
        """The smallest rectangle around the points at which its glyphs begin."""
        xs = [each.x for each in self.glyphs]
        ys = [each.y for each in self.glyphs]
        return min(xs), min(ys), max(xs), max(ys)


_LOW, _HIGH = 0.05, 0.45
"""Where the core of a glyph begins and ends, in em above the baseline."""


class Glyph:
    """One drawn character: where its bytes are, what it says, where it stands in the user space of the page.

    A page has thousands of them, so it is no dataclass: nothing is made for each that is the same for most.
    """

    __slots__ = (
        "advance", "blank", "code", "em", "end", "end_x", "end_y", "hidden", "item", "layered", "line", "offset",
        "shadow_of", "shadows", "show", "start", "text", "ux", "uy", "x", "y",
    )  # fmt: skip

    def __init__(
        self, show: Show, item: int, start: int, sign: Sign, offset: float, advance: float,
        x: float, y: float, end_x: float, end_y: float, em: float, ux: float, uy: float,
    ) -> None:  # fmt: skip
        self.show = show
        self.item = item
        self.start = start
        self.end = start + sign.size
        self.code = sign.code
        self.text = sign.text
        self.blank = sign.blank
        """Whether it draws nothing."""
        self.offset = offset
        self.advance = advance
        self.x = x
        self.y = y
        self.end_x = end_x
        self.end_y = end_y
        self.em = em
        self.ux = ux
        self.uy = uy
        self.hidden = self.layered = False
        self.shadow_of: Glyph | None = None
        self.shadows: tuple[Glyph, ...] = ()
        self.line = -1

    @property
    def core(self) -> Rect:
        """The part of the glyph between baseline and x-height: lines however tightly led do not share it."""
        return self._band(_LOW, _HIGH)

    @property
    def box(self) -> Rect:
        """The tight box, from just under the baseline to the height of capitals."""
        return self._band(-0.18, 0.72)

    def _band(self, low: float, high: float) -> Rect:
        em = -self.em if self.show.mirrored else self.em
        px, py = -self.uy * em, self.ux * em
        x0, x1 = (self.x, self.end_x) if self.x <= self.end_x else (self.end_x, self.x)
        y0, y1 = (self.y, self.end_y) if self.y <= self.end_y else (self.end_y, self.y)
        left, right = (px * low, px * high) if px > 0 else (px * high, px * low)
        under, over = (py * low, py * high) if py > 0 else (py * high, py * low)
        return x0 + left, y0 + under, x1 + right, y1 + over


_PEN = 3.0


class PaintKind(StrEnum):
    """What is painted besides text."""

    PATH = "path"
    IMAGE = "image"
    INLINE_IMAGE = "inline_image"
    SHADING = "shading"
    CLIP = "clip"


@dataclass(slots=True)
class Paint:
    """One painting operator; operators `first` to `op` build and paint it."""

    kind: PaintKind
    canvas: int
    first: int
    op: int
    rect: Rect
    order: int
    fills: bool = False
    curved: bool = False
    opaque: bool = True
    blended: bool = False
    white: bool = False
    hidden: bool = False
    matrix: Matrix | None = None
    obj: Any = None
    boxy: bool = False
    clip: Rect | None = None

    @property
    def shown(self) -> Rect:
        """The part of its rectangle that no clipping path cuts away."""
        return self.rect if self.clip is None else crop(self.rect, self.clip)

    @property
    def cut_away(self) -> bool:
        """Whether a clipping path leaves nothing of it, not even the edge of a wide pen."""
        return self.clip is not None and not touches(grow(self.rect, _PEN), self.clip)


@dataclass(slots=True)
class ActualText:
    """A replacement or alternative text given inline in the content."""

    canvas: int
    op: int
    key: str
    text: str


_UNSEEN = {"nesting", "content", "xobject", "operands", "type3"}


@dataclass(slots=True)
class Walk:
    """All of one page. `unsafe` names the first reason for which its text layer must not be trusted."""

    page: int
    visible: Rect
    media: Rect
    canvases: list[Canvas] = field(default_factory=list)
    shows: list[Show] = field(default_factory=list)
    glyphs: list[Glyph] = field(default_factory=list)
    paints: list[Paint] = field(default_factory=list)
    actual_texts: list[ActualText] = field(default_factory=list)
    unsafe: str = ""
    unknown: int = 0
    lies: int = 0
    incomplete: bool = False

    def apart(self) -> frozenset[int]:
        """The canvases that are drawn in no place of the page that is known: patterns, soft masks, all in them."""
        found: set[int] = set()
        for canvas in self.canvases:  # those that hold others come first
            if canvas.kind in UNPLACED or canvas.parent in found:
                found.add(canvas.number)
        return frozenset(found)

    def distrust(self, reason: str) -> None:
        """Remember the first reason. After some, there may be text and images that nobody has seen."""
        self.unsafe = self.unsafe or reason
        self.incomplete = self.incomplete or reason in _UNSEEN
