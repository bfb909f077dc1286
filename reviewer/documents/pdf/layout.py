# SPDX-License-Identifier: MIT
"""Makes the text of a page from its lines, and keeps for each character the glyph behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from reviewer.documents.pdf.lines import SPACE_GAP, Line, along, along_end, gap_between, make_lines, same_row
from reviewer.documents.pdf.records import Glyph

_GRID = 5
_LONG = 0.6
"""A line this long, compared with the longest of the page, is full: the next one carries on its sentence."""


@dataclass(slots=True)
class PageText:
    """Text; `glyphs[i]` draws character i, or is None for a blank or line end that nobody drew."""

    text: str = ""
    glyphs: list[Glyph | None] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def lay_out(glyphs: Sequence[Glyph], fields: Mapping[int, int] = MappingProxyType({})) -> PageText:
    """The text of glyphs that share a surface; `fields` as for `make_lines`."""
    page = PageText(lines=make_lines((each for each in glyphs if each.shadow_of is None), fields))
    pieces: list[str] = []
    longest = max((line.end - line.start for line in page.lines), default=0.0)
    previous: Line | None = None
    draws_blanks = _draws_blanks(page.lines)
    for number, line in enumerate(page.lines):
        if previous is not None:
            _add(page, pieces, _separator(page.lines, number, longest, draws_blanks=draws_blanks), None)
        _add_line(page, pieces, line)
        previous = line
    page.text = "".join(pieces)
    return page


def _add(page: PageText, pieces: list[str], text: str, glyph: Glyph | None) -> None:
    pieces.append(text)
    page.glyphs.extend([glyph] * len(text))


def _add_line(page: PageText, pieces: list[str], line: Line) -> None:
    previous: Glyph | None = None
    pitch = _pitch(line)
    for glyph in line.glyphs:
        if (
            previous is not None
            and not previous.blank
            and not glyph.blank
            and _is_apart(previous, glyph, pitch)
        ):
            _add(page, pieces, " ", None)
        _add(page, pieces, glyph.text, glyph)
        previous = glyph


def _pitch(line: Line) -> float:
    """The step from letter to letter where every letter was set on a grid; 0 elsewhere."""
    steps = sorted(
        along(right) - along(left) for left, right in pairwise(line.glyphs) if not (left.blank or right.blank)
    )
    if len(steps) < _GRID:
        return 0.0
    middle = steps[len(steps) // 2]
    regular = sum(abs(step - middle) <= 0.02 * middle for step in steps)
    return middle if regular >= 0.6 * len(steps) else 0.0


def _is_apart(left: Glyph, right: Glyph, pitch: float) -> bool:
    if gap_between(left, right) <= SPACE_GAP:
        return False
    return not pitch or along(right) - along(left) > 1.5 * pitch


def _separator(lines: list[Line], number: int, longest: float, *, draws_blanks: bool) -> str:
    first, second = lines[number - 1], lines[number]
    if same_row(first, second):
        return "\t" if second.start >= first.end else "\n"
    if not _is_below(first, second):
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
    text = "".join(glyph.text for glyph in line.glyphs)
    last = text.rsplit(maxsplit=1)[-1] if text.strip() else ""
    return len(last) > 1 and (
        "@" in last
        or "://" in last
        or (any(sign in last for sign in "-/_.\u00ad") and not last.endswith("."))
    )


def _first_word(line: Line) -> float:
    end = along_end(line.glyphs[0])
    previous = line.glyphs[0]
    for glyph in line.glyphs:
        if glyph.blank or (glyph is not previous and gap_between(previous, glyph) > SPACE_GAP):
            break
        end = along_end(glyph)
        previous = glyph
    return end - along(line.glyphs[0])
