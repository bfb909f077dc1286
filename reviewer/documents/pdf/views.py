# SPDX-License-Identifier: MIT
"""One page as read: its walk, its visible and its hidden text, and whether its text layer can be trusted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reviewer.documents.pdf.borders import Borders
from reviewer.documents.pdf.fonts import UNKNOWN
from reviewer.documents.pdf.geometry import Rect, area, overlap
from reviewer.documents.pdf.known_fonts import Fonts
from reviewer.documents.pdf.layers import Layers
from reviewer.documents.pdf.layout import PageText, lay_out
from reviewer.documents.pdf.lines import Line
from reviewer.documents.pdf.pixels import page_text
from reviewer.documents.pdf.records import Glyph, PaintKind, Walk
from reviewer.documents.pdf.structure import Structure
from reviewer.documents.pdf.visibility import mark_hidden
from reviewer.documents.pdf.walk import Walker

_FEW_UNKNOWN = 2
_READ = 0.4
"""Share of the letters of fonts that are not embedded that PDFium must read: some codes have two bytes, some one."""
_INK = 40
"""So many curves on a page without text may be letters drawn as outlines."""


@dataclass(slots=True)
class PageView:
    """A page. `raster` names why it can only be published as a picture; then `boxes` stands behind its characters.

    `untrusted`: the text may be another than the one that is shown. `wordless`: something is shown and nothing is said.
    `looked_at`: it was so, and OCR has read what is shown.
    """

    number: int
    walk: Walk
    text: PageText
    hidden: PageText
    raster: str = ""
    untrusted: bool = False
    wordless: bool = False
    looked_at: bool = False
    boxes: list[Rect] = field(default_factory=list)
    pdf: Any = None
    """The handle that it was read with: its records lead to objects of it."""

    def glyphs(self, start: int, end: int, *, hidden: bool = False) -> list[Glyph]:
        """The glyphs behind a span, with everything drawn a second time in the same place."""
        found: dict[int, Glyph] = {}
        for glyph in (self.hidden if hidden else self.text).glyphs[start:end]:
            if glyph is not None:
                found[id(glyph)] = glyph
                found.update((id(each), each) for each in glyph.shadows)
        return list(found.values())

    def rects(self, start: int, end: int, *, hidden: bool = False) -> list[Rect]:
        """One upright rectangle for each line of a span."""
        if self.boxes and not hidden:
            return _by_row(self.boxes[start:end])
        by_line: dict[int, list[Rect]] = {}
        for glyph in self.glyphs(start, end, hidden=hidden):
            if glyph.shadow_of is None:
                by_line.setdefault(glyph.line, []).append(glyph.box)
        return [_around(rects) for rects in by_line.values()]


def read_page(
    data: bytes, page: Any, number: int, layers: Layers, fonts: Fonts, structure: Structure, path: Any
) -> PageView:
    """Walk a page and lay out its text."""
    walk = Walker(page, number, layers, fonts, path).run()
    mark_hidden(walk)
    shown = [each for each in walk.glyphs if not each.hidden]
    apart = walk.apart()
    placed = [each for each in shown if each.show.canvas not in apart] if apart else shown
    unplaced = [each for each in shown if each.show.canvas in apart] if apart else []
    text = lay_out(placed, Borders(walk, structure.cells(walk)))
    _append(text, lay_out(unplaced))
    view = PageView(number, walk, text, lay_out([each for each in walk.glyphs if each.hidden]))
    if walk.unsafe:
        _read_by_pixels(view, data)
    lying = _unknown(view) >= _FEW_UNKNOWN or walk.lies >= _FEW_UNKNOWN
    view.untrusted = lying or walk.incomplete
    view.wordless = not view.text.text.strip() and _has_ink(walk)
    return view


def _unknown(view: PageView) -> int:
    """How many letters nothing tells. PDFium, which read the page, chose some by what it read: those are told."""
    unknown, drawn = view.walk.unknown, 0
    if unknown < _FEW_UNKNOWN or not view.boxes:
        return unknown
    for glyph in view.walk.glyphs:
        drawn += glyph.text == UNKNOWN and glyph.advance != 0 and glyph.show.font.is_drawn_by_name
    read = sum(each.isalnum() for each in view.text.text)
    return unknown - drawn if read >= drawn * _READ else unknown


def _append(text: PageText, more: PageText) -> None:
    """Text of patterns and masks follows the text of the page; it belongs to no line of it."""
    if not more.text.strip():
        return
    if text.text:
        text.text += "\n"
        text.glyphs.append(None)
    text.text += more.text
    text.glyphs += more.glyphs
    for glyph in more.glyphs:
        if glyph is not None:
            glyph.line = -1


def _read_by_pixels(view: PageView, data: bytes) -> None:
    """Where our own walk cannot be trusted, PDFium's text and boxes stand in, and the page will be a picture."""
    view.raster = view.walk.unsafe
    read = page_text(data, view.number)
    view.text = PageText("".join(each for each, _box in read), [None] * len(read), [])
    view.boxes = [box for _character, box in read]
    view.hidden = PageText()


def _has_ink(walk: Walk) -> bool:
    """Whether a page without text shows anything that could be text."""
    page = area(walk.visible) or 1.0
    curves = 0
    for paint in walk.paints:
        if paint.hidden or paint.kind is PaintKind.CLIP:
            continue
        if paint.kind is not PaintKind.PATH and overlap(paint.rect, walk.visible) / page > 0.001:
            return True
        curves += paint.curved
    return (
        curves > _INK
        or bool(walk.unsafe)
        or any(each.curved and each.op - each.first > _INK for each in walk.paints)
    )


def _by_row(boxes: list[Rect]) -> list[Rect]:
    rows: list[list[Rect]] = []
    for box in boxes:
        if area(box) <= 0:
            continue
        last = rows[-1][-1] if rows else None
        if last is not None and min(last[3], box[3]) - max(last[1], box[1]) > 0.3 * min(
            last[3] - last[1], box[3] - box[1]
        ):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [_around(row) for row in rows]


def _around(rects: list[Rect]) -> Rect:
    x0s, y0s, x1s, y1s = zip(*rects, strict=True)
    return min(x0s), min(y0s), max(x1s), max(y1s)


__all__ = ["Line", "PageView", "read_page"]
