# SPDX-License-Identifier: MIT
"""Signatures: the short lines under a name that belong to it, and whether they name an institution."""

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
_PIECES = re.compile(r" ?\| ?|\s(?=(?:[A-Za-zé]{1,9}\.? ?:? ?)?[(+]?\d{3}[ .)-])")
_STREET = re.compile(
    r"\b[a-z]\d[a-z] ?\d[a-z]\d\b|\b(?:P\.? ?O\.? )?box \d|\bC\. ?P\. \d|\bcase postale\b|\bR\.? ?R\.? ?\d|\b\d{1,5}[,-]? (?:rue|avenue|boul|chemin|[\w' .-]{2,30} (?:street|st|avenue|ave|road|rd|drive|dr|crescent|way|lane))\b",
    re.IGNORECASE,
)


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
    for number, following in enumerate(reading.lines[index_of(reading, line) + 1 :][:_LINES]):
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
    lines, posted = signature(reading, place), False
    for number, line in enumerate(lines):
        text = reading.text[place[1] if not number else line.start : line.end]
        posted = posted or bool(posts.POSTS.search(text))
        if number and within(people, line.start, line.end):
            return own_mailbox(text, name)
        if own_mailbox(text, name):
            return True
        if number and any(_says_where(piece, posted=posted) for piece in _PIECES.split(text)):
            return True
        if _STREET.search(text):
            return False
    return False


def _says_where(text: str, *, posted: bool) -> bool:
    """Whether a line is an institution; under a bare name "DFO Update" may be anything."""
    if posted and (posts.is_workplace(text) or posts.is_post(text)):
        return True
    rest = text
    for start, end in reversed(list(institutions.places(text))):
        rest = rest[:start] + rest[end:]
    return rest != text and not rest.strip(" .,;:/|–-()*_")


def index_of(reading: Reading, line: Line) -> int:
    """The number of a line among those of its reading."""
    return bisect.bisect_left(reading.lines, line.start, key=lambda each: each.start)
