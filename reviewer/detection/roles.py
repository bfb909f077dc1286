# SPDX-License-Identifier: MIT
"""Whose information it is: a public servant in role (Privacy Act 3(j)), a public figure, or a private person.

A person is an official only where the same row, block or address names a federal institution; then every mention of
that person is. Health, employment and opinions stay the person's own, and so does a name inside such a passage.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.detection import institutions
from reviewer.detection.namewords import fold, words
from reviewer.detection.propagation import parts_of
from reviewer.detection.reading import Reading
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
    passages = [item for item in findings if item.category in _PERSONAL]
    placed = [_with_role(item, officials, publics) for item in findings]
    known = [item for item in placed if item.category is Category.PERSON and item.role is Role.OFFICIAL]
    people = [item for item in placed if item.category is Category.PERSON]
    for item in placed:
        if item.category is Category.PHONE and _is_work_line(by_story[item.span.story], item, known, people):
            item = replace(item, role=Role.OFFICIAL, suggestion=Suggestion.DISCLOSE, ground=None)
        elif item.category is Category.PHONE and item.role is None:
            item = replace(item, role=Role.PRIVATE)
        if item.role is Role.OFFICIAL and any(passage.span.contains(item.span) for passage in passages):
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
    locals_ = {
        frozenset(
            part
            for part in re.split(r"[._-]", fold(document.text_of(item.span).partition("@")[0]))
            if len(part) > 1
        )
        for item in findings
        if item.category is Category.EMAIL and item.role is Role.OFFICIAL
    }
    found: set[str] = set()
    for item in findings:
        if item.category is not Category.PERSON:
            continue
        key = item.entity or item.id
        text = document.text_of(item.span)
        if key not in found and (_named_by(text, locals_) or _beside(by_story[item.span.story], item)):
            found.add(key)
    return found


def _named_by(text: str, locals_: set[frozenset[str]]) -> bool:
    """Whether a federal mailbox is made of this name's parts, given name and surname."""
    parts = {piece for part in parts_of(text) for piece in part.split("-") if len(piece) > 1}
    return len(parts) > 1 and any(len(local) > 1 and (local <= parts or parts <= local) for local in locals_)


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


def _is_work_line(
    reading: Reading, item: Finding, officials: Sequence[Finding], people: Sequence[Finding]
) -> bool:
    """Whether a telephone stands in the row of one official, or right after one in a sentence."""
    start, _ = _local(reading, item)
    line = reading.line_at(start)
    if line is None:
        return False
    inside = [
        one
        for one in people
        if one.span.story == item.span.story and line.start <= _local(reading, one)[0] < line.end
    ]
    if line.is_row:
        return len({one.entity or one.id for one in inside}) == 1 and any(one in officials for one in inside)
    closest = max(
        (one for one in inside if one.span.end <= item.span.start), key=lambda one: one.span.end, default=None
    )
    if closest is None or item.span.start - closest.span.end > _REACH:
        return False
    between = reading.text[_local(reading, closest)[1] : start]
    return closest in officials and not re.search(
        r"[.;] |\b(?:home|cell|personal|maison|domicile|cellulaire|personnel)\b", between
    )


def _local(reading: Reading, item: Finding) -> tuple[int, int]:
    """A finding's place in the reading's own offsets."""
    if reading.origin is None:
        return item.span.start, item.span.end
    return bisect.bisect_left(reading.origin, item.span.start), bisect.bisect_left(
        reading.origin, item.span.end
    )
