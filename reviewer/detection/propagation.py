# SPDX-License-Identifier: MIT
"""Names found once are looked for everywhere: surname or given name alone, initials, capitals, in every story."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.detection import boundaries, nameaddresses, namestands
from reviewer.detection.candidate import Candidate
from reviewer.detection.cues import HEAD
from reviewer.detection.nameinitials import Letters
from reviewer.detection.namewords import INITIALS, PARTICLE, TOKEN, UPPER, fold, words
from reviewer.detection.people import Person
from reviewer.detection.reading import Reading
from reviewer.documents.searching import Needles
from reviewer.model.finding import Category, Evidence, EvidenceKind, Role

_REPEATED = frozenset(
    {
        Category.SIN, Category.PRI, Category.UCI, Category.HEALTH_CARD, Category.DRIVER_LICENCE, Category.PASSPORT, Category.BANK_ACCOUNT,
        Category.CREDIT_CARD, Category.STATUS_CARD, Category.DATE_OF_BIRTH, Category.USERNAME_OR_PASSWORD, Category.VEHICLE_PLATE,
    }
)  # fmt: skip
_WORD = re.compile(
    rf"(?:(?<![\w@.'-])|(?<=\b[dlqDLQ]')|(?<=\bqu'))[{UPPER}](?:[^\W\d_]|[-'](?=[^\W\d_]))+(?![\w@-]|\.\w)"
)
_STUCK = re.compile(r"[\w-]")
_LEFT_INITIALS = re.compile(rf"(?<![\w.-])({INITIALS}) (?:{PARTICLE} )?$")
_LEFT_NAME = re.compile(rf"(?<![\w.'-])({TOKEN}) $")
_SMALL = re.compile(r"(?<![\w@.'/-])[a-zà-ÿ]{4,}(?![\w@'/-]|\.\w)")
_SMALL_LENGTH = 4


def propagate(readings: Iterable[Reading], persons: Sequence[Person]) -> Iterator[tuple[Reading, Candidate]]:
    """Every further mention of the people known, story by story."""
    index: dict[str, list[Person]] = {}
    for person in persons:
        for part in person.parts if person.firm else ():
            index.setdefault(part, []).append(person)
            pieces = part.split("-")
            if len(pieces) == 2 and len(pieces[0]) > 3:
                for piece in pieces:
                    if len(piece) > 3:
                        index.setdefault(piece, []).append(person)
    letters, boxes = Letters.of(persons), nameaddresses.mailboxes(persons)
    known = _Known.of(index)
    for reading in readings:
        yield from ((reading, item) for item in _propagate_in(reading, known, letters, boxes))


def repeat(
    readings: Sequence[Reading], found: Sequence[Sequence[Candidate]]
) -> Iterator[tuple[int, Candidate]]:
    """Further places of an identifier that a label or a check digit named once: (number of the reading, candidate)."""
    values: dict[str, Candidate] = {}
    for reading, items in zip(readings, found, strict=True):
        for item in items:
            text = reading.text[item.start : item.end]
            if (
                item.category in _REPEATED
                and item.role is not Role.PUBLIC
                and sum(sign.isalnum() for sign in text) >= 6
            ):
                values.setdefault(text, item)
    if not values:
        return
    known = _Values(values)
    for number, reading in enumerate(readings):
        free = 0
        # Of those that begin at one place the longest counts.
        for start, text in sorted(known.places(reading), key=lambda place: (place[0], -len(place[1]))):
            end = start + len(text)
            if start < free or not _stands_alone(reading.text, start, end):
                continue
            free = end
            first = values[text]
            evidence = Evidence(EvidenceKind.PROPAGATION, first.rule, 0.7)
            yield number, Candidate(start, end, first.category, first.rule, 0.7, (evidence,))


class _Values:
    """Values looked for where a word begins as they do; elsewhere they would be part of something longer."""

    def __init__(self, values: Collection[str]) -> None:
        words = [value for value in values if value[0].isalnum()]
        self._others = Needles(set(values) - set(words))
        self._all = Needles(values)
        self._lengths: dict[str, set[int]] = {}
        for value in words:
            self._lengths.setdefault(value[:HEAD].lower(), set()).add(len(value))
        self._words = frozenset(words)

    def places(self, reading: Reading) -> Iterator[tuple[int, str]]:
        """Every place where one may stand alone, and its text."""
        if not reading.starts.plain:
            yield from self._all.places(reading.text)
            return
        yield from self._others.places(reading.text)
        for head, lengths in self._lengths.items():
            for at in reading.starts.words((head,)):
                for length in lengths:
                    if (text := reading.text[at : at + length]) in self._words:
                        yield at, text


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (_STUCK.match(text, start - 1) if start else None) and not _STUCK.match(text, end)


def _propagate_in(
    reading: Reading, known: _Known, letters: Letters, boxes: Mapping[str, Person]
) -> Iterator[Candidate]:
    mentions = _Mentions(reading, known)
    yield from mentions.parts()
    yield from mentions.small()
    for start, end in nameaddresses.in_file_names(reading):
        owners = known.index.get(fold(reading.text[start:end]))
        if owners:
            yield _propagated(start, end, owners, mentions.variant(reading.text[start:end], owners))
    for start, end, initialed in letters.places(reading):
        if not mentions.holds(start, end):
            yield _propagated(start, end, initialed, "initials")
    for start, end, person in nameaddresses.in_addresses(reading, boxes):
        evidence = Evidence(EvidenceKind.PROPAGATION, "name_known", 0.75, "email")
        yield Candidate(start, end, Category.EMAIL, "name_known", 0.75, (evidence,), None, person.id)


@dataclass(frozen=True, slots=True)
class _Known:
    """The people by the parts of their names, where they stand in full by story, and the parts that may be in small letters."""

    index: Mapping[str, list[Person]]
    places: Mapping[str, list[tuple[int, int]]]
    small: frozenset[str]

    @classmethod
    def of(cls, index: Mapping[str, list[Person]]) -> _Known:
        """Made once for all stories: each of them would go through all the people again."""
        cues, places = words(), dict[str, list[tuple[int, int]]]()
        for person in {id(person): person for persons in index.values() for person in persons}.values():
            for story, found in person.places.items():
                full = [(start, end) for start, end, parts in found if parts >= min(person.most, 2)]
                places.setdefault(story, []).extend(full)
        small = (
            part
            for part in index
            if len(part) >= _SMALL_LENGTH and part not in cues.common and part not in cues.places
        )
        return cls(index, places, frozenset(small))


class _Mentions:
    """Parts of known names in a reading, outside the places where the names stand in full."""

    def __init__(self, reading: Reading, known: _Known) -> None:
        self.reading = reading
        self._index, self._small = known.index, known.small
        self._spans = sorted(known.places.get(reading.story.id, ()))
        self._starts = [start for start, _ in self._spans]

    def holds(self, start: int, end: int) -> bool:
        """Whether a place lies within one where a person stands in full."""
        index = bisect.bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._spans[index][1]

    def parts(self) -> Iterator[Candidate]:
        """Surnames and given names by themselves, with the title and the initials before them."""
        for match in _WORD.finditer(self.reading.text) if self._index else ():
            start, end = match.span()
            text = match.group()
            if text.endswith("'s"):
                end -= 2
                text = text[:-2]
            owners = self._index.get(fold(text))
            if not owners:
                continue
            borne = any(owner.borne for owner in owners)
            if not namestands.may_stand_alone(self.reading, start, end, text, borne=borne):
                continue
            before = self.reading.before(start, 40)
            left = _LEFT_INITIALS.search(before) or _LEFT_NAME.search(before)
            if left and fold(left.group(1).rstrip(".")) not in words().ordinary | words().things:
                start -= len(before) - left.start(1)
                before = before[: left.start(1)]
            start -= boundaries.title_length(before)
            if not self.holds(start, end):
                yield _propagated(start, end, owners, self.variant(text, owners))

    def small(self) -> Iterator[Candidate]:
        """Known names in small letters, as hasty letters have them; never a word of the language."""
        for match in _SMALL.finditer(self.reading.text) if self._small else ():
            folded = fold(match.group())
            if folded in self._small and not self.holds(*match.span()):
                owners = self._index[folded]
                yield _propagated(*match.span(), owners, self.variant(match.group(), owners))

    @staticmethod
    def variant(text: str, owners: Sequence[Person]) -> str:
        """Which part of the name it is; empty where the person is known by nothing more."""
        folded = fold(text)
        fulls = [full for owner in owners for full in owner.full]
        if text.isupper() and len(text) > 1:
            return "capitals"
        if any(folded == full[-1] or folded in full[-1].split("-") for full in fulls):
            return "surname"
        return "given" if any(folded == full[0] or folded in full[0].split("-") for full in fulls) else ""


def _propagated(start: int, end: int, owners: Sequence[Person], variant: str) -> Candidate:
    """A further mention; where two persons may be meant it is neither's."""
    evidence = Evidence(EvidenceKind.PROPAGATION, "name_known", 0.75, variant)
    person = owners[0].id if len(owners) == 1 else None
    return Candidate(start, end, Category.PERSON, "name_known", 0.75, (evidence,), None, person)
