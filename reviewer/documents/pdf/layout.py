# SPDX-License-Identifier: MIT
"""Makes the text of a page from its lines, and keeps for each character the glyph behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reviewer.documents.pdf.bidi import Item, as_read, has_right, runs_right
from reviewer.documents.pdf.borders import NO_BORDERS, Borders
from reviewer.documents.pdf.columns import split_at_columns
from reviewer.documents.pdf.lines import (
    COLUMN_GAP,
    SPACE_GAP,
    Line,
    along,
    along_end,
    gap_between,
    make_lines,
    pieces,
    same_row,
)
from reviewer.documents.pdf.order import in_reading_order
from reviewer.documents.pdf.records import Glyph

_SIGN = re.compile(r"[\u2022\u2023\u25aa-\u25e6\u2013\u2014\uf0b7*-]|[(]?(\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]")
_GRID = 5
_TOUCHING = 0.02
_NARROW_GAP = 0.14
"""A gap of so many em is a blank too where the letters before and after it touch."""
_LETTERS_ALONE = 2
"""So many words of one letter may follow one another ("il y a"); more of them are a word that is set wide."""
_LONG = 0.6
"""A line this long, compared with the longest of the page, is full: the next one carries on its sentence."""


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
    draws_blanks = _draws_blanks(page.lines)
    starts: list[int] = []
    for number, line in enumerate(page.lines):
        if previous is not None:
            _add(page, texts, _separator(page.lines, number, longest, draws_blanks=draws_blanks), None)
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
                pitch = _pitch(line)
            if gap > _NARROW_GAP and _is_apart(line.glyphs, at, gap, pitch or 0.0):
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


def _pitch(line: Line) -> float:
    """The step from letter to letter where every letter was set on a grid; 0 elsewhere."""
    # Dots that lead to a page number stand on a grid of their own, which is not that of the words before them.
    pairs = [each for each in pairwise(line.glyphs) if each[0].text.isalnum() and each[1].text.isalnum()]
    if len(pairs) < _GRID:
        return 0.0
    middle = sorted(along(right) - along(left) for left, right in pairs)[len(pairs) // 2]
    regular = [each for each in pairs if abs(along(each[1]) - along(each[0]) - middle) <= 0.02 * middle]
    # Letters of one width that touch were not set on a grid: half of those of Times are as wide as a digit.
    touching = sum(abs(gap_between(*each)) <= _TOUCHING for each in regular)
    return middle if len(regular) >= 0.6 * len(pairs) and touching <= 0.5 * len(regular) else 0.0


def _is_apart(glyphs: Sequence[Glyph], at: int, gap: float, pitch: float) -> bool:
    """Whether a blank that nobody drew stands before a glyph of a line."""
    left, right = glyphs[at - 1], glyphs[at]
    if gap <= SPACE_GAP:
        return all(_is_close(glyphs, at + step, step) for step in (-1, 1))
    return not pitch or along(right) - along(left) > 1.5 * pitch


def _is_close(glyphs: Sequence[Glyph], at: int, step: int) -> bool:
    """Whether a glyph touches the one before it, or words of one letter part it from a word whose letters do.

    At the ends of a line there is nothing to touch.
    """
    for step_on in range(_LETTERS_ALONE + 1):
        here = at + step_on * step
        if not 0 < here < len(glyphs):
            return not step_on
        if _touches(glyphs, here):
            return not step_on or not (glyphs[here - 1].blank or glyphs[here].blank)
        if not _NARROW_GAP < gap_between(glyphs[here - 1], glyphs[here]) <= SPACE_GAP:
            return False
    return False


def _touches(glyphs: Sequence[Glyph], at: int) -> bool:
    return abs(gap_between(glyphs[at - 1], glyphs[at])) <= _TOUCHING


def _separator(lines: list[Line], number: int, longest: float, *, draws_blanks: bool) -> str:
    first, second = lines[number - 1], lines[number]
    if same_row(first, second):
        if second.start < first.end:
            return "\n"
        if first.glyphs[-1].blank and _is_list_sign(first):
            return ""
        return " " if _is_list_sign(first) and second.start - first.end < COLUMN_GAP * first.em else "\t"
    if not _is_below(first, second) or _is_list_sign(second):
        return "\n"
    if first.glyphs[-1].blank:
        return ""
    full = first.end + _first_word(second) >= _right_edge(lines, number)
    if not full:
        return "\n"
    opening = next((each.text for each in second.glyphs if not each.blank), "")[:1]
    if draws_blanks:
        return "" if _is_cut(first) and not opening.isupper() else "\n"
    ending = first.glyphs[-1].text
    if ending.endswith(("-", "\u00ad", ":")) or (ending.endswith((".", "!", "?")) and opening.isupper()):
        return "\n"
    return " " if opening.islower() or first.end - first.start > _LONG * longest else "\n"


def _is_list_sign(line: Line) -> bool:
    """Whether a line is the bullet or number of what stands beside it: no cell of its own, though it stays in place."""
    return bool(_SIGN.fullmatch("".join(glyph.text for glyph in line.glyphs).strip()))


def _draws_blanks(lines: list[Line]) -> bool:
    """Whether the program that made the page draws the blank at which it wraps a line (LibreOffice and Word do)."""
    return sum(line.glyphs[-1].blank for line in lines) > 1


def _is_below(first: Line, second: Line) -> bool:
    """Whether a line stands under another in the same column, near and alike."""
    em = max(first.em, second.em) or 1.0
    leading = first.across - second.across
    return (
        first.angle == second.angle
        and 0.5 * em < leading < 1.9 * em
        and abs(first.em - second.em) <= 0.15 * em
        and abs(first.start - second.start) <= 3 * em
    )


def _right_edge(lines: list[Line], number: int) -> float:
    first = lines[number - 1]
    around = lines[max(number - 4, 0) : number + 4]
    return max(each.end for each in around if abs(each.start - first.start) <= 3 * first.em)


def _is_cut(line: Line) -> bool:
    """Whether a line ends inside a word that has a place to be cut at: an address, a number with hyphens."""
    last = _last_word(line)
    return len(last) > 1 and (
        "@" in last
        or "://" in last
        or (any(sign in last for sign in "-/_.\u00ad") and not last.endswith("."))
    )


def _last_word(line: Line) -> str:
    """The last word of a line; a blank that nobody drew parts words too."""
    pieces: list[str] = []
    following: Glyph | None = None
    for glyph in reversed(line.glyphs):
        if pieces and (glyph.blank or (following and gap_between(glyph, following) > SPACE_GAP)):
            break
        if not glyph.blank:
            pieces.append(glyph.text)
            following = glyph
    return "".join(reversed(pieces))


def _first_word(line: Line) -> float:
    end = along_end(line.glyphs[0])
    previous = line.glyphs[0]
    for glyph in line.glyphs:
        if glyph.blank or (glyph is not previous and gap_between(previous, glyph) > SPACE_GAP):
            break
        end = along_end(glyph)
        previous = glyph
    return end - along(line.glyphs[0])
