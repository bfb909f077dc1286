# SPDX-License-Identifier: MIT
"""Telephones that go with an official: in the row, the sentence or the signature, and not said to be private."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping, Sequence

from reviewer.detection import institutions, signatures
from reviewer.detection.reading import Reading
from reviewer.model.finding import Finding, Role

_REACH = 70
_PRIVATE = re.compile(
    r"(?:^|[ |,;])[cCmM] ?:|\b(?:home|house|cell(?:ulaire|ular)?s?|mobile|personal|private|résidence|residence|maison|domicile|personnel(?:le)?|perso|privée?|at night|evenings?|le soir|urgence|emergency|next of kin|chez (?:elle|lui))\b",
    re.IGNORECASE,
)
_AT_WORK = re.compile(
    r"\b(?:work|government|gov(?:'t)?|office|duty|travail|service|bureau|gouvernement\w*)[- ](?:cell(?:ular|ulaire)?|mobile|phone)|\b(?:cell(?:ulaire)?|téléphone|mobile) (?:de travail|de service|du travail|du bureau|du gouvernement)",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:tél|tel|téléc|cell|cel|ext|fax|ph|no|bur)\.", re.IGNORECASE)
_DOMAIN = r"@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})"
_LABEL = r"(?:tel|tél|téléphone|telephone|phone|ph|t|p|bureau|office|desk|work|travail|poste|ext)?\.? ?:? ?"
_BOX_BEFORE = re.compile(rf"{_DOMAIN}>?[ ,;|/·–-]{{1,4}}{_LABEL}$", re.IGNORECASE)
_BOX_AFTER = re.compile(
    rf"[ ,;|/·–-]{{1,4}}(?:e-?mail|courriel)?\.? ?:? ?<?[\w.%+'-]{{1,64}}{_DOMAIN}", re.IGNORECASE
)
_STOP = re.compile(r"[.;] ")


class WorkLines:
    """The people of a document, by story and place, for asking whose a telephone is."""

    def __init__(self, by_story: Mapping[str, Reading], people: Iterable[Finding]) -> None:
        self._readings = by_story
        self._people: dict[str, list[Finding]] = {}
        for item in sorted(people, key=lambda one: one.span):
            self._people.setdefault(item.span.story, []).append(item)

    def holds(self, item: Finding) -> bool:
        """Whether a telephone is an official's at work."""
        reading = self._readings[item.span.story]
        people = self._people.get(item.span.story, [])
        start, end = reading.local(item.span)
        line = reading.line_at(start)
        if line is None or _is_private(reading, start, end):
            return False
        inside = self._between(reading, people, line.start, line.end)
        if _beside_mailbox(reading, start, end):
            return True
        if line.is_row:
            return len({one.entity or one.id for one in inside}) == 1 and any(
                one.role is Role.OFFICIAL for one in inside
            )
        before = [one for one in inside if reading.local(one.span)[1] <= start]
        if before:
            return before[-1].role is Role.OFFICIAL and _follows(
                reading, reading.local(before[-1].span)[1], start
            )
        return self._signed(reading, people, start)

    @staticmethod
    def _between(reading: Reading, people: Sequence[Finding], start: int, end: int) -> Sequence[Finding]:
        first = bisect.bisect_left(people, start, key=lambda one: reading.local(one.span)[0])
        last = bisect.bisect_left(people, end, first, key=lambda one: reading.local(one.span)[0])
        return people[first:last]

    @staticmethod
    def _signed(reading: Reading, people: Sequence[Finding], start: int) -> bool:
        """Whether the line of the nearest name above opens with an official who signs, and the number stands below."""
        index = bisect.bisect_left(people, start, key=lambda one: reading.local(one.span)[0]) - 1
        if index < 0:
            return False
        line = reading.line_at(reading.local(people[index].span)[0])
        while line is not None and index and reading.local(people[index - 1].span)[0] >= line.start:
            index -= 1
        if people[index].role is not Role.OFFICIAL:
            return False
        lines = signatures.signature(reading, reading.local(people[index].span))
        return any(each.start <= start < each.end for each in lines[1:])


def _beside_mailbox(reading: Reading, start: int, end: int) -> bool:
    """Whether a number stands right before or after a federal mailbox, with nothing but its label between."""
    mailbox = _BOX_BEFORE.search(reading.before(start, 110)) or _BOX_AFTER.match(reading.after(end, 110))
    return mailbox is not None and institutions.is_federal(mailbox.group(1))


def _follows(reading: Reading, end: int, start: int) -> bool:
    """Whether a number goes on with what is said of the name that ends before it."""
    between = _ABBREVIATED.sub("", reading.text[end:start])
    return len(between) <= _REACH and not _STOP.search(between)


def _is_private(reading: Reading, start: int, end: int) -> bool:
    """Whether its label, its column or the words around say that it is a telephone at home."""
    cell = reading.cell_at(start)
    said = re.split(r"\d{4}[ ,;|/)]|\n|\t", reading.before(start, 50))[-1]
    after = re.match(r" ?\([^)\n]{1,25}\)", reading.after(end, 30))
    around = " ".join((said, after.group() if after else "", cell.header if cell else ""))
    return bool(_PRIVATE.search(around)) and not _AT_WORK.search(around)
