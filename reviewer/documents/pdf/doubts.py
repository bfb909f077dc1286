# SPDX-License-Identifier: MIT
"""Why the text of a page may be another than the one it shows: what makes it worth a look with OCR."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.letterforms import Likeness
from reviewer.documents.pdf.records import Glyph, Paint, PaintKind
from reviewer.documents.pdf.shapes import Shapes
from reviewer.documents.pdf.views import PageView

_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset(
    "the of and to in is for on that with as by at from be are this or an it was not has have will "  # noqa: SIM905 - a list would be no easier to read
    "le la les des et en du un une pour dans est que qui par sur au aux avec ce ne pas plus de il".split()
)
"""In French or English prose one word in four is one of these; in a list of names one in thirty may be."""
_ENOUGH = 60
_LEAST = 0.03
_LETTERS = 24
"""So many curved shapes as small as letters may be text drawn as outlines."""
_TALLEST, _WIDEST = 40.0, 300.0
_BENDS = 12


class Why(StrEnum):
    """What casts doubt on a page."""

    UNREADABLE = "unreadable"
    FONT = "font"
    LETTERS = "letters"
    WORDS = "words"
    OUTLINES = "outlines"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason, with the font it is about, and the codes in it that look like other signs."""

    why: Why
    font: Font | None = None
    odd: Mapping[int, Likeness] = field(default_factory=dict)


def doubts(view: PageView, shapes: Shapes) -> Iterator[Doubt]:
    """The reasons to look at a page; none for nearly every page of ordinary documents."""
    if view.untrusted or (view.wordless and not _shows_pictures(view)):
        yield Doubt(Why.UNREADABLE)
        return
    by_font: dict[int, tuple[Font, list[Glyph]]] = {}
    for show in view.walk.shows:
        _font, glyphs = by_font.setdefault(id(show.font), (show.font, []))
        glyphs += [glyph for glyph in show.glyphs if not (glyph.hidden or glyph.layered)]
    for font, drawn in by_font.values():
        signs = {glyph.code: glyph for glyph in drawn}.values()
        if signs and shapes.doubt(font, signs):
            yield Doubt(Why.FONT, font)
        if odd := shapes.odd(font, signs):
            yield Doubt(Why.LETTERS, font, odd)
    if by_font and _is_no_prose(view.text.text):
        yield Doubt(Why.WORDS)
    if _has_outlines(view):
        yield Doubt(Why.OUTLINES)


def _shows_pictures(view: PageView) -> bool:
    return any(
        each.kind in {PaintKind.IMAGE, PaintKind.INLINE_IMAGE} and not each.hidden
        for each in view.walk.paints
    )


def _is_no_prose(text: str) -> bool:
    words = [each.lower() for each in _WORD.findall(text)]
    return len(words) >= _ENOUGH and sum(each in _SMALL for each in words) < _LEAST * len(words)


def _has_outlines(view: PageView) -> bool:
    return sum(_letters(paint) for paint in view.walk.paints) >= _LETTERS


def _letters(paint: Paint) -> int:
    """How many letters a path may draw: a word may be one path."""
    x0, y0, x1, y1 = paint.shown
    if paint.kind is not PaintKind.PATH or paint.hidden or not (paint.fills and paint.curved):
        return 0
    if not (3.0 < y1 - y0 < _TALLEST and x1 - x0 < _WIDEST):
        return 0
    return 1 + (paint.op - paint.first) // _BENDS
