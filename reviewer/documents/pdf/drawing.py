# SPDX-License-Identifier: MIT
"""One content stream while it is walked: what it needs of its page, its state, and the record of what it paints."""

from __future__ import annotations

from typing import Any, Protocol

import pikepdf

from reviewer.documents.pdf.budgets import Budget
from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.geometry import Rect
from reviewer.documents.pdf.records import Canvas, CanvasKind, Paint, PaintKind, Walk
from reviewer.documents.pdf.states import State


class Host(Protocol):
    """What a run needs of the walk over its page."""

    walk: Walk
    budget: Budget

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


class Drawing:
    """What the operators of one content stream share: text, paths and objects alike."""

    def __init__(
        self, walker: Host, canvas: Canvas, state: State, chain: tuple[tuple[int, int], ...]
    ) -> None:
        self.walker, self.walk, self.canvas, self.chain = walker, walker.walk, canvas, chain
        self.state = state
        self.marks: list[tuple[int | None, bool]] = []

    @property
    def hidden(self) -> bool:
        """Whether what is drawn now lies in a layer that is switched off."""
        return self.canvas.hidden or any(hidden for _mcid, hidden in self.marks)

    def resource(self, kind: str, name: str) -> Any:
        """What a name stands for in the resources of the stream; None when they do not say."""
        return named(self.canvas.resources, kind, name)

    def paint(
        self, kind: PaintKind, first: int, op: int, rect: Rect, obj: Any, *, hidden: bool = False
    ) -> Paint:
        """Record a painting operator with the state it ran under; operators `first` to `op` are its own."""
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


def named(resources: Any, kind: str, name: str) -> Any:
    """What a name of a kind stands for; None when the resources do not say."""
    group = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
    return group.get(name) if isinstance(group, pikepdf.Dictionary) else None
