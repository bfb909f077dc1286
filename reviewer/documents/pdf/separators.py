# SPDX-License-Identifier: MIT
"""Says what parts two lines that are read one after the other: a line end, a blank, a tab, or nothing."""

from __future__ import annotations

import re

from reviewer.documents.pdf.lines import (
    COLUMN_GAP,
    SPACE_GAP,
    Line,
    along,
    along_end,
    gap_between,
    same_row,
)
from reviewer.documents.pdf.records import Glyph

_SIGN = re.compile(r"[\u2022\u2023\u25aa-\u25e6\u2013\u2014\uf0b7*-]|[(]?(\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]")
_DROP, _BESIDE = 1.8, 0.5
"""How much larger a letter is that begins a chapter, and how far its word may stand from it, in em of the word."""
_LONG = 0.6
"""A line this long, compared with the longest of the page, is full: the next one carries on its sentence."""


def separator(lines: list[Line], number: int, longest: float, *, draws_blanks: bool) -> str:
    """What stands in the text before a line that follows another; `longest` is the longest line of the page."""
    first, second = lines[number - 1], lines[number]
    if _is_drop_cap(first, second):
        return ""
    if same_row(first, second):
        if second.start < first.end:
            return "\n"
        if first.glyphs[-1].blank and _is_list_sign(first):
            return ""
        return " " if _is_list_sign(first) and second.start - first.end < COLUMN_GAP * first.em else "\t"
    if not _is_below(first, second) or _is_list_sign(second) or len(first.glyphs) == len(second.glyphs) == 1:
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


def _is_drop_cap(first: Line, second: Line) -> bool:
    """Whether a line is the large letter with which the word beside its upper half begins."""
    letter, following = first.glyphs[0], second.glyphs[0]
    return (
        len(first.glyphs) == 1
        and letter.text.isupper()
        and following.text.islower()
        and first.angle == second.angle
        and letter.em >= _DROP * following.em
        and -0.1 * letter.em <= second.start - first.end <= _BESIDE * following.em
        and 0 <= second.across - first.across <= 0.75 * letter.em
    )


def draws_blanks_at_ends(lines: list[Line]) -> bool:
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
