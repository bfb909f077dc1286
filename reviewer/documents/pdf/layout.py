# SPDX-License-Identifier: MIT
"""Makes the text of a page from its lines, and keeps for each character the glyph behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reviewer.documents.pdf.bidi import Item, as_read, has_right, runs_right
from reviewer.documents.pdf.blanks import NARROW_GAP, is_apart, pitch_of
from reviewer.documents.pdf.borders import NO_BORDERS, Borders
from reviewer.documents.pdf.columns import split_at_columns
from reviewer.documents.pdf.lines import SPACE_GAP, Line, gap_between, make_lines, pieces
from reviewer.documents.pdf.order import in_reading_order
from reviewer.documents.pdf.records import Glyph
from reviewer.documents.pdf.separators import draws_blanks_at_ends, separator


@dataclass(slots=True)
class PageText:
    """Text; `glyphs[i]` draws character i, or is None for a blank or line end that nobody drew."""

    text: str = ""
    glyphs: list[Glyph | None] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def lay_out(glyphs: Sequence[Glyph], borders: Borders = NO_BORDERS) -> PageText:
    """The text of glyphs that share a surface; no line of it runs over a border or from column to column."""
    lines = make_lines((each for each in glyphs if each.shadow_of is None), borders)
    page = PageText(lines=in_reading_order(list(split_at_columns(lines))))
    _number(page.lines)
    texts: list[str] = []
    longest = max((line.end - line.start for line in page.lines), default=0.0)
    previous: Line | None = None
    draws_blanks = draws_blanks_at_ends(page.lines)
    starts: list[int] = []
    for number, line in enumerate(page.lines):
        if previous is not None:
            _add(page, texts, separator(page.lines, number, longest, draws_blanks=draws_blanks), None)
        starts.append(len(page.glyphs))
        _add_line(page, texts, line)
        previous = line
    page.text = "".join(texts)
    return _as_read(page, starts) if has_right(page.text) else page


def _as_read(page: PageText, starts: list[int]) -> PageText:
    """The same lines, those of Hebrew and Arabic as they are read; each such line ends for itself."""
    main = runs_right(page.text)
    items: list[Item] = []
    for start, end in pairwise([*starts, len(page.glyphs)]):
        line = list(_items(page, start, end))
        # What stands between two lines comes last in the first one's stretch.
        ink = max((at for at, (_text, glyph) in enumerate(line, 1) if glyph is not None), default=0)
        words, between = line[:ink], line[ink:]
        text = "".join(each for each, _glyph in words)
        if has_right(text):
            if items and not items[-1][0].isspace():
                items.append(("\n", None))
            words = as_read(words, right=main or runs_right(text))
            if end < len(page.glyphs):
                between = between or [("\n", None)]
                between = [] if words[-1][0].isspace() and between[0][0] == " " else between
        items += [*words, *between]
    glyphs = [glyph for text, glyph in items for _each in text]
    return PageText("".join(text for text, _glyph in items), glyphs, page.lines)


def _items(page: PageText, start: int, end: int) -> Iterator[Item]:
    """The characters of a stretch, those that one glyph draws together."""
    at = start
    while at < end:
        glyph = page.glyphs[at]
        size = 1 if glyph is None else max(len(glyph.text), 1)
        yield page.text[at : at + size], glyph
        at += size


def _number(lines: list[Line]) -> None:
    for number, line in enumerate(lines):
        line.number = number
        for glyph in line.glyphs:
            glyph.line = number


def _add(page: PageText, texts: list[str], text: str, glyph: Glyph | None) -> None:
    texts.append(text)
    page.glyphs.extend([glyph] * len(text))


def _add_line(page: PageText, texts: list[str], line: Line) -> None:
    pitch: float | None = None
    at = 0
    for piece in pieces(line.glyphs):
        if at and not piece[0].blank and not line.glyphs[at - 1].blank:
            gap = gap_between(line.glyphs[at - 1], piece[0])
            if gap > SPACE_GAP and pitch is None:
                pitch = pitch_of(line)
            if gap > NARROW_GAP and is_apart(line.glyphs, at, gap, pitch or 0.0):
                _add(page, texts, " ", None)
        _add_piece(page, texts, piece)
        at += len(piece)


def _add_piece(page: PageText, texts: list[str], piece: list[Glyph]) -> None:
    text = "".join([glyph.text for glyph in piece])
    if len(text) == len(piece):
        texts.append(text)
        page.glyphs.extend(piece)
        return
    for glyph in piece:
        _add(page, texts, glyph.text, glyph)
