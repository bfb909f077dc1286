# SPDX-License-Identifier: MIT
"""Puts together what belongs to one name: "Okafor, Ngozi" in a cell, "Okafor, N.", "Ngozi" with the word of a surname after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reviewer.detection import institutions
from reviewer.detection.candidate import Candidate
from reviewer.detection.nameshapes import MONTHS
from reviewer.detection.namewords import INITIALS, TOKEN, fold, words
from reviewer.detection.reading import Reading

_OPENS = re.compile(r"(?:^|[\t\n:;(]|^\d{1,3}[.)]|[\t\n]\d{1,3}[.)])[ \"*-]*$")
"""Before a name that stands first: in its line or cell, behind a label or the number of an item."""
_INITIAL = re.compile(rf", ({INITIALS}(?: {INITIALS})?)(?![\w-])(?!, {TOKEN})")
_LISTED = re.compile(rf", (?:{TOKEN}|{INITIALS})")
_SURNAME = re.compile(rf" ({TOKEN})(?![\w&@/]|\.\w)(?! {TOKEN})")
_SHORTEST = 3


def joined(reading: Reading, names: Iterable[Candidate]) -> Iterator[Candidate]:
    """The names of a reading in order, those that are halves of one made one, those cut short made whole."""
    waiting: Candidate | None = None
    for name in sorted(names, key=lambda each: (each.start, each.end)):
        if waiting is not None and _are_halves(reading, waiting, name):
            waiting = replace(waiting, end=name.end)
            continue
        if waiting is not None:
            yield _whole(reading, waiting)
        waiting = name
    if waiting is not None:
        yield _whole(reading, waiting)


def _are_halves(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """Whether two names are a surname and its given name, the surname first."""
    text = reading.text
    if text[one.end : other.start] != ", " or " " in text[one.start : one.end].strip():
        return False
    given = fold(text[other.start : other.end].split()[0])
    surname = fold(text[one.start : one.end])
    return (
        given in words().given
        and (surname not in words().given or surname in words().surnames)
        and _OPENS.search(text[max(0, one.start - 8) : one.start]) is not None
        and _LISTED.match(text, other.end) is None
    )


def _whole(reading: Reading, name: Candidate) -> Candidate:
    """A name with its initials behind a comma, or with the surname that a word list had cut off."""
    text = reading.text
    if "," not in text[name.start : name.end]:
        initial = _INITIAL.match(text, name.end)
        if initial and _OPENS.search(text[max(0, name.start - 8) : name.start]):
            return replace(name, end=initial.end())
    after = _SURNAME.match(text, name.end)
    if (
        after is None
        or " " in text[name.start : name.end]
        or fold(text[name.start : name.end]) not in words().firsts
    ):
        return name
    surname = after.group(1)
    folded = fold(surname)
    if len(surname) < _SHORTEST or surname.isupper() or folded in MONTHS | words().things | words().places:
        return name
    return name if surname in institutions.acronyms() else replace(name, end=after.end())
