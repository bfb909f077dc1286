# SPDX-License-Identifier: MIT
"""Rows of tables and items of lists that say whose people they hold: by a cell, by a heading, by the line above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.detection import institutions, posts
from reviewer.detection.affiliation import Place, within
from reviewer.detection.blocks import Line
from reviewer.detection.mailboxes import own_mailbox
from reviewer.detection.posts import ABOUT, OUTSIDE, POSTS, SHORT, WHERE, is_post, is_workplace, leads
from reviewer.detection.reading import Reading
from reviewer.detection.signatures import index_of

_LONG = 110
_CELLS = 24
"""A row with more is no list of people, and looking at all its cells for each of them would take for ever."""
_LIST = 40
_HEADER = re.compile(r"\b(?:from|de|to|à|cc|c\. ?c)\b ?:", re.IGNORECASE)
_ITEM = re.compile(r"[ \t>]*(?:[-*•●▪–]|\d{1,2}[.)])\s")
_BULLET = re.compile(r"[ \t>]*(?:[-*•●▪–]\s|\d{1,2}[.)]\s)?\s*")


def in_row(reading: Reading, place: Place, name: str, people: Sequence[Place]) -> bool:
    """Whether the row of a table says so: its own cell, a cell of affiliation, a mailbox that bears the name."""
    line, own = reading.line_at(place[0]), reading.cell_at(place[0])
    if line is None or own is None or len(line.cells) > _CELLS:
        return False
    row = [reading.text[cell.start : cell.end] for cell in line.cells if cell.start != own.start]
    text = reading.text[own.start : own.end]
    if OUTSIDE.search(reading.text[line.start : line.end]):
        return False
    if reading.text[own.start : place[0]].strip(" -•*\"'"):
        return False
    if leads(own.header) or any(own_mailbox(each, name) for each in (text, *row)):
        return True
    if any(each != place for each in within(people, line.start, line.end)) or ABOUT.search(own.header):
        return False
    return any(
        _says_where(cell.header, reading.text[cell.start : cell.end])
        for cell in line.cells
        if cell.start != own.start
    )


def _says_where(header: str, text: str) -> bool:
    """Whether a cell is an institution in a column of affiliations, or in a table that has no headings."""
    if len(text) > SHORT or not (is_workplace(text) or is_post(text)):
        return False
    header = header.strip()
    if POSTS.search(text) and not ABOUT.search(header):
        return True
    return not header or bool(WHERE.search(header)) or is_workplace(header) or is_post(header)


def listed_under(reading: Reading, place: Place, people: Sequence[Place]) -> bool:
    """Whether a name opens a line or a row of a list, the line above which says that these are an institution's."""
    line = reading.line_at(place[0])
    if line is None or not _opens(reading, line, place):
        return False
    index = index_of(reading, line)
    marked = line.is_row or place[0] > line.start
    for above in reversed(reading.lines[max(0, index - _LIST) : index]):
        text = reading.text[above.start : above.end]
        if above.is_row or (not line.is_row and _opens_with_name(above, text, people)):
            if above.is_row and not line.is_row:
                return False
            continue
        if len(text) > _LONG or _ITEM.match(text):
            return False  # an item of the list whose name is not known is no heading of it
        return _is_lead(text, marked=marked)
    return False


def _opens_with_name(line: Line, text: str, people: Sequence[Place]) -> bool:
    opening = _BULLET.match(text)
    start = line.start + (opening.end() if opening else 0)
    return bool(within(people, start, start + 1))


def _opens(reading: Reading, line: Line, place: Place) -> bool:
    if line.is_row:
        own = reading.cell_at(place[0])
        return (
            own is not None
            and len(line.cells) <= _CELLS
            and not any(posts.is_affiliated_column(cell.header) for cell in line.cells)
            and reading.text[own.start : place[0]].strip() == ""
            and posts.may_be_official(reading.text[line.start : line.end])
        )
    before = reading.text[line.start : place[0]]
    opening = _BULLET.fullmatch(before)
    rest = reading.text[place[1] : line.end]
    return (
        opening is not None
        and (not rest.strip() or rest.lstrip()[0] in ",(–-:;/")
        and len(rest) <= _LONG
        and posts.may_be_official(rest)
    )


def _is_lead(text: str, *, marked: bool) -> bool:
    """Whether a line names the institution of those below: with a colon or a word for it, unless bullets show a list."""
    text = text.strip(" #*")
    if not text or text.endswith((".", "!", "?")) or _HEADER.match(text):
        return False
    if text.endswith(":") or posts.announces(text):
        return posts.leads(text.rstrip(":"))
    return marked and institutions.opens_with_institution(text) and posts.is_workplace(text)
