# SPDX-License-Identifier: MIT
"""Whose information it is: a public servant in role (Privacy Act 3(j)), a public figure, or a private person.

A person is an official only where the same row, block or address names a federal institution; then every mention of
that person is. Health, employment and opinions stay the person's own, and so does a name inside such a passage.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reviewer.detection import institutions
from reviewer.detection.namewords import fold, words
from reviewer.detection.people import parts_of
from reviewer.detection.reading import Reading
from reviewer.model.cover import Cover
from reviewer.model.document import Document
from reviewer.model.finding import Category, Finding, Role, Suggestion

_PERSONAL = frozenset({Category.HEALTH_INFO, Category.EMPLOYMENT_INFO, Category.OPINION_ABOUT_PERSON})
_AFTER = re.compile(r"^(?: ?\([^)\n]{1,60}\)|,? [^.;:()\n\t]{0,45})")
_BEFORE = re.compile(r"[^.;:()\n\t]{0,60}[(:] ?$")
_CELL = 60
_REACH = 70


def assign(document: Document, readings: Sequence[Reading], findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings with their roles, and the suggestions that follow from them."""
    by_story = {reading.story.id: reading for reading in readings}
    officials, publics = _officials(document, by_story, findings), _publics(findings)
    passages = Cover(item.span for item in findings if item.category in _PERSONAL)
    placed = [_with_role(item, officials, publics) for item in findings]
    people: dict[str, list[Finding]] = {}
    for item in sorted(placed, key=lambda one: one.span):
        if item.category is Category.PERSON:
            people.setdefault(item.span.story, []).append(item)
    for item in placed:
        story = item.span.story
        if item.category is Category.PHONE and _is_work_line(by_story[story], item, people.get(story, ())):
            item = replace(item, role=Role.OFFICIAL, suggestion=Suggestion.DISCLOSE, ground=None)
        elif item.category is Category.PHONE and item.role is None:
            item = replace(item, role=Role.PRIVATE)
        if item.role is Role.OFFICIAL and passages.holds(item.span):
            item = replace(item, suggestion=Suggestion.WITHHOLD, ground="19(1)")
        yield item


def _publics(findings: Sequence[Finding]) -> set[str]:
    return {item.entity for item in findings if item.entity and item.role is Role.PUBLIC}


def _with_role(item: Finding, officials: set[str], publics: set[str]) -> Finding:
    if item.category is not Category.PERSON:
        return item
    key = item.entity or item.id
    if key in publics or item.role is Role.PUBLIC:
        return replace(item, role=Role.PUBLIC, suggestion=Suggestion.DISCLOSE, ground=None)
    if key in officials:
        return replace(item, role=Role.OFFICIAL, suggestion=Suggestion.DISCLOSE, ground=None)
    return replace(item, role=Role.PRIVATE, suggestion=Suggestion.WITHHOLD, ground="19(1)")


def _officials(document: Document, by_story: dict[str, Reading], findings: Sequence[Finding]) -> set[str]:
    """The entities that an institution is named beside, or that a federal mailbox names."""
    locals_ = _mailboxes(
        document.text_of(item.span)
        for item in findings
        if item.category is Category.EMAIL and item.role is Role.OFFICIAL
    )
    found: set[str] = set()
    for item in findings:
        if item.category is not Category.PERSON:
            continue
        key = item.entity or item.id
        text = document.text_of(item.span)
        if key not in found and (_named_by(text, locals_) or _beside(by_story[item.span.story], item)):
            found.add(key)
    return found


def _mailboxes(addresses: Iterable[str]) -> dict[str, set[frozenset[str]]]:
    """The parts of the mailboxes' names, found by each part; one word says nothing of who it is."""
    found: dict[str, set[frozenset[str]]] = {}
    for address in addresses:
        local = re.split(r"[._-]", fold(address.partition("@")[0]))
        parts = frozenset(part for part in local if len(part) > 1)
        for part in parts if len(parts) > 1 else ():
            found.setdefault(part, set()).add(parts)
    return found


def _named_by(text: str, locals_: Mapping[str, set[frozenset[str]]]) -> bool:
    """Whether a federal mailbox is made of this name's parts, given name and surname."""
    parts = {piece for part in parts_of(text) for piece in part.split("-") if len(piece) > 1}
    return len(parts) > 1 and any(
        local <= parts or parts <= local for part in parts for local in locals_.get(part, ())
    )


def _beside(reading: Reading, item: Finding) -> bool:
    start, end = _local(reading, item)
    line = reading.line_at(start)
    if line is None:
        return False
    if line.is_row:
        own = reading.cell_at(start)
        if own is None or re.sub(r"[^\w' -]", "", own.header).strip().lower() not in words().headings:
            return False
        if reading.text[own.start : start].strip():
            return False
        cells = (reading.text[cell.start : cell.end] for cell in line.cells if cell.start != own.start)
        return any(len(text) <= _CELL and institutions.opens_with_institution(text) for text in cells) or (
            institutions.names_institution(reading.text[end : own.end])
        )
    after = _AFTER.match(reading.after(end, _REACH))
    if after and institutions.names_institution(after.group()):
        return True
    before = _BEFORE.search(reading.before(start, _REACH))
    return bool(before and institutions.names_institution(before.group()))


def _is_work_line(reading: Reading, item: Finding, people: Sequence[Finding]) -> bool:
    """Whether a telephone stands in the row of one official, or right after one in a sentence.

    `people` are those of its story, in order.
    """
    start, _ = _local(reading, item)
    line = reading.line_at(start)
    if line is None:
        return False
    first = bisect.bisect_left(people, line.start, key=lambda one: _local(reading, one)[0])
    last = bisect.bisect_left(people, line.end, first, key=lambda one: _local(reading, one)[0])
    inside = people[first:last]
    if line.is_row:
        return len({one.entity or one.id for one in inside}) == 1 and any(
            one.role is Role.OFFICIAL for one in inside
        )
    closest = max(
        (one for one in inside if one.span.end <= item.span.start), key=lambda one: one.span.end, default=None
    )
    if closest is None or item.span.start - closest.span.end > _REACH:
        return False
    between = reading.text[_local(reading, closest)[1] : start]
    return closest.role is Role.OFFICIAL and not re.search(
        r"[.;] |\b(?:home|cell|personal|maison|domicile|cellulaire|personnel)\b", between
    )


def _local(reading: Reading, item: Finding) -> tuple[int, int]:
    """A finding's place in the reading's own offsets."""
    if reading.origin is None:
        return item.span.start, item.span.end
    return bisect.bisect_left(reading.origin, item.span.start), bisect.bisect_left(
        reading.origin, item.span.end
    )
