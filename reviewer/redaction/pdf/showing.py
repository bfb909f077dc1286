# SPDX-License-Identifier: MIT
"""Writes the text of a canvas: strings that stay as they are, lines set anew, labels in the place of what goes."""

from __future__ import annotations

from functools import partial
from typing import Any

import pikepdf

from reviewer.documents.pdf.geometry import IDENTITY, Matrix, inverse, multiply
from reviewer.documents.pdf.records import Canvas, Glyph, Show
from reviewer.redaction.pdf.content import PageContent
from reviewer.redaction.pdf.lettering import add_label_resources, draw_label
from reviewer.redaction.pdf.marked import Marked
from reviewer.redaction.pdf.measures import unit_of
from reviewer.redaction.pdf.named import Named
from reviewer.redaction.pdf.operators import Operators
from reviewer.redaction.pdf.recode import shown
from reviewer.redaction.pdf.resources import plain_value
from reviewer.redaction.pdf.tidy import Kind

_STROKED = {1, 2, 5, 6}
"""Rendering modes whose lines are as wide as the matrix says."""
_CLOSE = 0.002


class TextWriter:
    """The text of one canvas."""

    def __init__(
        self, page: PageContent, canvas: Canvas, out: Operators, named: Named, marked: Marked | None
    ) -> None:
        self._page, self._canvas, self._out, self._named = page, canvas, out, named
        self._marked = marked

    def show(self, index: int, operator: str, operands: list[Any]) -> None:
        """One operator that shows text."""
        show = self._page.shows.get((self._canvas.number, index))
        if show is None:
            return
        if show.mcid is not None and self._marked is not None and id(show) in self._page.lost_shows:
            self._marked.touched.add(show.mcid)
        if show.mode in _STROKED:
            self._out.settle()
        if id(show) in self._page.changed_shows:
            self._rewritten(show, operands[-1])
            return
        self._set_font(show)
        written = partial(self._page.fonts.written, show.font)
        if not self._out.touched:
            self._out.emit(shown(operands, operator, written), operator)
            return
        self._out.open_text()
        self._out.space_out(show.char_space, show.word_space)
        self._out.matrix(multiply((show.scale, 0.0, 0.0, 1.0, 0.0, 0.0), show.matrix))
        items = operands[-1] if operator == "TJ" else pikepdf.Array([operands[-1]])
        self._out.emit(shown([items], "TJ", written), "TJ")

    def _set_font(self, show: Show) -> None:
        pen = self._out.pen
        if pen.wanted is None or pen.written == pen.wanted:
            return
        name, size = pen.wanted
        new_name = self._named.add("/Font", name, self._page.fonts.use(show.font))
        self._out.emit([pikepdf.Name(new_name), plain_value(size)], "Tf", Kind.STATE)
        pen.written = pen.wanted

    def _rewritten(self, show: Show, value: Any) -> None:
        """The glyphs that stay, each stretch at its own absolute place; labels where they belong."""
        items = list(value) if isinstance(value, pikepdf.Array) else [value]
        texts = [bytes(each) if isinstance(each, pikepdf.String) else b"" for each in items]
        piece = _Piece()
        for glyph in show.glyphs:
            if glyph in self._page.marks.gone:
                if glyph in self._page.setting.labels:
                    self._flush(show, piece)
                    piece = _Piece()
                    self._labels(show, glyph)
                continue
            offset, tight = self._place(show, glyph)
            if not piece.takes(offset, tight):
                self._flush(show, piece)
                piece = _Piece(offset, tight)
            data = texts[glyph.item][glyph.start : glyph.end]
            piece.add(glyph, self._page.fonts.written(show.font, data))
        self._flush(show, piece)

    def _place(self, show: Show, glyph: Glyph) -> tuple[float, float]:
        moved = self._page.setting.shifts.get(glyph)
        if moved is None:
            return glyph.offset, 1.0
        shift, tight = moved
        sign = -1.0 if show.size * show.scale < 0 else 1.0
        return glyph.offset + sign * shift / (unit_of(glyph) or 1.0), tight

    def _flush(self, show: Show, piece: _Piece) -> None:
        if not piece.data:
            return
        self._set_font(show)
        self._out.open_text()
        self._out.space_out(0.0, 0.0)
        across = (piece.tight * show.scale, 0.0, 0.0, 1.0, piece.start, 0.0)
        self._out.matrix(multiply(across, show.matrix))
        self._out.emit([pikepdf.String(bytes(piece.data))], "Tj")

    def _labels(self, show: Show, glyph: Glyph) -> None:
        outer = inverse(show.outer)
        if outer is None:
            return
        add_label_resources(self._page.new, self._named.written, self._page.shared)
        self._out.break_text()
        base = multiply(outer, self._out.pen.pending)
        for label in self._page.setting.labels[glyph]:
            self._out.write(draw_label(label, base if _differs(base) else None, tagged=self._page.tagged))


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
