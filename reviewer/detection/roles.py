# SPDX-License-Identifier: MIT
"""Whose information it is: a public servant in role (Privacy Act 3(j)), a public figure, or a private person.

A person is an official only where the same row, block or address names a federal institution; then every mention of
that person is. Health, employment and opinions stay the person's own, and so does a name inside such a passage. Who
complains, grieves or is the subject of the matter stays private wherever they work.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewer.detection import affiliation, mailboxes, people, publics, rosters, signatures, worklines
from reviewer.detection.affiliation import Place
from reviewer.detection.people import parts_of
from reviewer.detection.reading import Reading
from reviewer.model.cover import Cover
from reviewer.model.document import Document
from reviewer.model.finding import Category, Evidence, EvidenceKind, Finding, Role, Suggestion

_PERSONAL = frozenset({Category.HEALTH_INFO, Category.EMPLOYMENT_INFO, Category.OPINION_ABOUT_PERSON})
_OFFICIAL = "role_official"
_SCORE = 0.9
_SUBJECT_BEFORE = re.compile(
    r"(?:\b(?:complainants?|plaignante?s?|grievors?|griev(?:er|ant)|employée? s'estimant lésée?|(?:complaint|grievance|harassment claim) (?:by|from|of|filed by)|(?:plainte|grief) (?:de|du|déposée? par|présentée? par)"
    r"|employée? visée?|salariée? (?:rencontrée?|visée?)|subject of (?:the )?(?:investigation|complaint)|respondent|mise?e? en cause)|(?:^|[\n\t(;] ?)(?:victime?|patiente?|injured(?: (?:worker|employee|person))?|blessée?|accused|accusée?|suspecte?|witness|témoin|employee|employée?|applicant"
    r"|candidate?|claimant|demanderesse|demandeur) ?:)[:,]? ?(?:(?:Mr|Mrs|Ms|Dr|M|Mme|Mlle)\.? )?$",
    re.IGNORECASE,
)
_SUBJECT_AFTER = re.compile(
    r"^(?:'s (?:\w+ )?(?:complaint|grievance)\b|,? \(?(?:the )?(?:complainant|grievor|griever|plaignante?|le plaignant|la plaignante|respondent)\b|,? (?:who )?(?:has |had |a |avait |qui a )?(?:filed|lodged|submitted|brought|déposé|présenté|logé|porté) (?:an? |une? |his |her |their |son |sa |ses )?(?:\w+ ){0,2}?(?:grievance|complaint|grief|plainte)s?\b)",
    re.IGNORECASE,
)


@dataclass
class _Known:
    """What was found of the people of a document, by entity."""

    official: set[str] = field(default_factory=set)
    public: dict[str, str] = field(default_factory=dict)
    at: dict[str, str] = field(default_factory=dict)
    """The rule that holds at a finding itself, by its id."""
    private: set[str] = field(default_factory=set)


def assign(document: Document, readings: Sequence[Reading], findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings with their roles, and the suggestions that follow from them."""
    by_story = {reading.story.id: reading for reading in readings}
    persons = [item for item in findings if item.category is Category.PERSON]
    known = _look(document, by_story, persons, findings)
    shared = _shared(document, persons, known)
    passages = Cover(item.span for item in findings if item.category in _PERSONAL)
    placed = [_with_role(item, known, shared) for item in findings]
    lines = worklines.WorkLines(by_story, [item for item in placed if item.category is Category.PERSON])
    for item in placed:
        if item.category is Category.PHONE:
            if lines.holds(item):
                item = replace(item, role=Role.OFFICIAL, suggestion=Suggestion.DISCLOSE, ground=None)
            elif item.role is None:
                item = replace(item, role=Role.PRIVATE)
        if passages.holds(item.span) and _of_role(item):
            item = replace(item, suggestion=Suggestion.WITHHOLD, ground="19(1)")
        yield item


def _of_role(item: Finding) -> bool:
    """Whether somebody's role alone makes a finding one to disclose: then what is personal in a passage is not."""
    return item.role is Role.OFFICIAL or any(source.rule in publics.PARAGRAPHS for source in item.sources)


def _look(
    document: Document,
    by_story: Mapping[str, Reading],
    persons: Sequence[Finding],
    findings: Sequence[Finding],
) -> _Known:
    """What the words beside each mention say of the person."""
    boxes = mailboxes.owners(
        document.text_of(item.span)
        for item in findings
        if item.category is Category.EMAIL and item.role is Role.OFFICIAL
    )
    places = {story: [] for story in by_story}  # type: dict[str, list[Place]]
    for item in sorted(persons, key=lambda one: one.span):
        places[item.span.story].append(by_story[item.span.story].local(item.span))
    known = _Known()
    for item in persons:
        reading, key = by_story[item.span.story], item.entity or item.id
        place, name = reading.local(item.span), document.text_of(item.span)
        if item.role is Role.PUBLIC:
            known.public.setdefault(key, "")
        if rule := publics.public_by(reading, place):
            known.at[item.id] = rule
            if rule in publics.WHOLE:
                known.public.setdefault(key, rule)
        if _is_subject(reading, place):
            known.private.add(key)
        elif mailboxes.named_by(name, boxes) or _stands(reading, place, name, places[item.span.story]):
            known.official.add(key)
            known.at.setdefault(item.id, _OFFICIAL)
    return known


def _stands(reading: Reading, place: Place, name: str, others: Sequence[Place]) -> bool:
    """Whether row, sentence, list or signature says that this person works for an institution."""
    line = reading.line_at(place[0])
    if line is not None and line.is_row and rosters.in_row(reading, place, name, others):
        return True
    return (
        affiliation.beside(reading, place, name, others)
        or rosters.listed_under(reading, place, others)
        or signatures.signs_for_institution(reading, place, name, others)
    )


def _is_subject(reading: Reading, place: Place) -> bool:
    """Whether the matter is about this person, who complains, grieves, or is labelled a victim, a patient, a witness."""
    after = re.sub(r"^ ?\([^()]{0,40}\)", "", reading.after(place[1], 100))
    return bool(_SUBJECT_BEFORE.search(reading.before(place[0], 60)) or _SUBJECT_AFTER.match(after))


def _shared(document: Document, persons: Iterable[Finding], known: _Known) -> Collection[str]:
    """The mentions by a part alone, or by initials, that may as well mean somebody who is no official."""
    bearers: dict[str, set[str]] = {}
    alone: list[tuple[str, str, str]] = []
    for item in persons:
        key, text = item.entity or item.id, document.text_of(item.span)
        parts = parts_of(text)
        if len([part for part in parts if len(part) > 1 and "." not in part]) > 1:
            for name in {
                *parts,
                *(piece for part in parts for piece in part.split("-")),
                *people.variants(parts),
            }:
                bearers.setdefault(name, set()).add(key)
        elif parts:
            sign = parts[-1] if len(parts[-1]) > 1 and "." not in parts[-1] else re.sub(r"\W", "", text)
            alone.append((item.id, key, sign))
    officials = known.official - known.private
    return {
        number
        for number, key, sign in alone
        if key in officials and bearers.get(sign, set()) - officials - set(known.public)
    }


def _with_role(item: Finding, known: _Known, shared: Collection[str]) -> Finding:
    if item.category is not Category.PERSON:
        return item
    key = item.entity or item.id
    here = known.at.get(item.id, "")
    if key in known.public or (here in publics.PARAGRAPHS and key not in known.private):
        rule = known.public.get(key) or (here if here in publics.PARAGRAPHS else "")
        if key not in known.private or item.role is Role.PUBLIC:
            return _public(item, rule, here=here == rule)
    if key in known.official and key not in known.private and item.id not in shared:
        return replace(
            item,
            role=Role.OFFICIAL,
            suggestion=Suggestion.DISCLOSE,
            ground=None,
            sources=(*item.sources, _evidence(_OFFICIAL, "3(j)", here=here == _OFFICIAL)),
        )
    return replace(item, role=Role.PRIVATE, suggestion=Suggestion.WITHHOLD, ground="19(1)")


def _public(item: Finding, rule: str, *, here: bool) -> Finding:
    added = (_evidence(rule, publics.PARAGRAPHS[rule], here=here),) if rule else ()
    return replace(
        item,
        role=Role.PUBLIC,
        suggestion=Suggestion.DISCLOSE,
        ground=None,
        sources=(*item.sources, *added),
    )


def _evidence(rule: str, paragraph: str, *, here: bool) -> Evidence:
    """Why the role: by the words beside this mention, or beside another one of the same person."""
    return Evidence(EvidenceKind.CONTEXT if here else EvidenceKind.PROPAGATION, rule, _SCORE, paragraph)
