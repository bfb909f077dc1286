# SPDX-License-Identifier: MIT
"""Blocks of lines that belong to one person: signatures, and lists and tables under the name of an institution."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from reviewer.detection import institutions, posts
from reviewer.detection.affiliation import Place, within
from reviewer.detection.blocks import Line
from reviewer.detection.mailboxes import own_mailbox
from reviewer.detection.reading import Reading

_LINES = 8
_LONG = 110
_LIST = 40
_NAME_LINE = re.compile(
    r"[ \t>]*(?:-- ?|\*\*|__)?(?:(?:original )?sign(?:ed|é|ature)(?: (?:by|par))? ?:? ?|_{3,} ?)?",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    r"^(?:,? ?(?:M\.? ?Sc|B\.? ?Sc|Ph\.? ?D|P\.? ?Eng|P\.? ?Geo|ing|M\.? ?Fisc|CPA|MBA|MD|DVM|R\.?N|R\.?P\.?Bio|LL\.?B|CHRP|CRHA|géo|biol)\.?)*[ ,]*"
)
_ENDS = re.compile(
    r"^[ >]*(?:c\.? ?c\b|bcc|cci|from|de|to|à|sent|envoyé|date|subject|objet|dear|bonjour|hi|hello|cher|chère|attention|attn|re|original message|message d'origine|p\.-?s|n\.-?b|encl|p\.? ?j|distribution)\b ?[.:,]?(?=[ \n:]|$)"
    r"|^-{3,}|^\W*(?:le )?\d{1,2} \w+ \d{4}\W*$|^\W*\d{4}-\d\d-\d\d\W*$|^\W*\w+ \d{1,2}, \d{4}\W*$",
    re.IGNORECASE,
)
_HEADER = re.compile(r"\b(?:from|de|to|à|cc|c\. ?c)\b ?:", re.IGNORECASE)
_PIECES = re.compile(r" ?\| ?|\s(?=(?:[A-Za-zé]{1,9}\.? ?:? ?)?[(+]?\d{3}[ .)-])")
_STREET = re.compile(
    r"\b\d{1,5}[,-]? (?:rue|avenue|boul|chemin|[\w' .-]{2,30} (?:street|st|avenue|ave|road|rd|drive|dr|crescent|way|lane))\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[ \t>]*(?:[-*•●▪–]|\d{1,2}[.)])\s")
_BULLET = re.compile(r"[ \t>]*(?:[-*•●▪–]\s|\d{1,2}[.)]\s)?\s*")


def signature(reading: Reading, place: Place) -> tuple[Line, ...]:
    """The lines of the signature that this name opens: itself, then short lines; empty where it opens none."""
    line = reading.line_at(place[0])
    if line is None or line.is_row:
        return ()
    before = reading.text[line.start : place[0]]
    if not _NAME_LINE.fullmatch(before):
        return ()
    rest = reading.text[place[1] : line.end]
    if len(rest) > _LONG or not (
        rest.lstrip()[:1] in {"", ",", "(", "|", "-", "–"} or _LETTERS.fullmatch(rest)
    ):
        return ()
    if _is_prose(rest) or _is_item(rest):
        return ()
    return (line, *_below(reading, line))


def _is_item(rest: str) -> bool:
    """Whether a name goes on with an organization, as in a list of people: "X, Oproma"; a post, or letters, do not."""
    left = _LETTERS.sub("", rest).strip(" ,|*_")
    return bool(left) and not posts.POSTS.search(left) and "@" not in left and not posts.is_post(left)


def _below(reading: Reading, line: Line) -> Iterator[Line]:
    for number, following in enumerate(reading.lines[_index(reading, line) + 1 :][:_LINES]):
        text = reading.text[following.start : following.end]
        if following.is_row or len(text) > _LONG or _ENDS.match(text) or _is_prose(text):
            return
        if number and "\n\n\n" in reading.text[line.end : following.start]:
            return
        yield following


def _is_prose(text: str) -> bool:
    """Whether a line is a sentence rather than a line of a signature."""
    text = text.rstrip()
    return bool(re.search(r"[a-zà-ÿ)][.!?](?: [A-ZÀ-Þ]|$)", text)) and len(text.split()) > 5


def signs_for_institution(reading: Reading, place: Place, name: str, people: Sequence[Place]) -> bool:
    """Whether the signature that a name opens holds an institution, or a federal mailbox with this name."""
    lines = signature(reading, place)
    for number, line in enumerate(lines):
        text = reading.text[place[1] if not number else line.start : line.end]
        if number and within(people, line.start, line.end):
            return own_mailbox(text, name)
        if own_mailbox(text, name):
            return True
        if number and any(posts.is_workplace(piece) or posts.is_post(piece) for piece in _PIECES.split(text)):
            return True
        if _STREET.search(text):
            return False
    return False


def listed_under(reading: Reading, place: Place, people: Sequence[Place]) -> bool:
    """Whether a name opens a line or a row of a list, the line above which says that these are an institution's."""
    line = reading.line_at(place[0])
    if line is None or not _opens(reading, line, place):
        return False
    index = _index(reading, line)
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


def _index(reading: Reading, line: Line) -> int:
    return bisect.bisect_left(reading.lines, line.start, key=lambda each: each.start)


def _opens(reading: Reading, line: Line, place: Place) -> bool:
    if line.is_row:
        own = reading.cell_at(place[0])
        return (
            own is not None
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
