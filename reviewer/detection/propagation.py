# SPDX-License-Identifier: MIT
"""Names found once are looked for everywhere: surname or given name alone, initials, capitals, in every story."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.detection import boundaries, nameletters
from reviewer.detection.candidate import Candidate
from reviewer.detection.cues import HEAD
from reviewer.detection.nameshapes import GEOGRAPHIC, SAINT, THING_BEFORE
from reviewer.detection.namewords import INITIALS, PARTICLE, TOKEN, UPPER, fold, words
from reviewer.detection.people import Person, variants
from reviewer.detection.reading import Reading
from reviewer.documents.searching import Needles
from reviewer.model.finding import Category, Evidence, EvidenceKind, Role

_REPEATED = frozenset(
    {
        Category.SIN, Category.PRI, Category.UCI, Category.HEALTH_CARD, Category.DRIVER_LICENCE, Category.PASSPORT, Category.BANK_ACCOUNT,
        Category.CREDIT_CARD, Category.STATUS_CARD, Category.DATE_OF_BIRTH, Category.USERNAME_OR_PASSWORD, Category.VEHICLE_PLATE,
    }
)  # fmt: skip
_MONTHS = frozenset({"may", "april", "june", "august", "mars", "avril", "mai", "juin", "march"})
_INITIALS_ALONE = re.compile(rf"(?<![\w.@-])(?:[{UPPER}]\.(?: ?-?[{UPPER}]\.)+)(?! ?{TOKEN}|\w)")
_ONE_INITIAL = re.compile(rf"(?<![\w.@-])[{UPPER}]\.(?= )")
_CAPITALS = re.compile(rf"(?<![\w.-])[{UPPER}]{{2,4}}(?![\w-])")
_UNDOTTED = re.compile(
    rf"(?:(?<=[(/-])|(?<=- )|(?<=\bpar )|(?<=\bby ))([{UPPER}]{{2,3}})(?=[\n).,;]|$)|\b([{UPPER}]{{2,3}})(?= initials\b)"
)
_WORD = re.compile(
    rf"(?:(?<![\w@.'-])|(?<=\b[dlqDLQ]')|(?<=\bqu'))[{UPPER}](?:[^\W\d_]|[-'](?=[^\W\d_]))+(?![\w@-]|\.\w)"
)
_RUN_BEFORE = re.compile(rf"(?:{TOKEN} )+$")
_STUCK = re.compile(r"[\w-]")
_LEFT_INITIALS = re.compile(rf"(?<![\w.-])({INITIALS}) (?:{PARTICLE} )?$")
_LEFT_NAME = re.compile(rf"(?<![\w.'-])({TOKEN}) $")
_DATE_NEAR = re.compile(
    r"(?:\d(?:st|nd|rd|th|er)?|\b(?:mon|tue|wed|thu|fri|sat|sun|in|last|next|since|until|by|early|late|mid)\w*)[ -]$",
    re.IGNORECASE,
)
_IS = re.compile(
    r"^(?:'s)? (?:is|was|has|had|will|would|can|could|may|does|did|est|était|sera|aura|avait|peut|doit|pourra)\b"
)
_CUED = re.compile(
    r"\b(?:by|with|from|to|for|and|per|call|tell|ask|of|who is|named|Mr|Mrs|Ms|M|Mme|Dr|Me|chez|par|avec|pour|de|d'|à|et|selon|appeler|que)\.? ?$",
    re.IGNORECASE,
)


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
    letters = _Letters.of(persons)
    alone = {letter: person for person in persons for letter in person.letters}
    for reading in readings:
        yield from ((reading, item) for item in _parts_in(reading, index))
        yield from ((reading, item) for item in _initials_in(reading, letters))
        for letter, person in alone.items():
            for start, end in nameletters.repeats(reading, letter):
                yield reading, _propagated(start, end, person.id)


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


def _parts_in(reading: Reading, index: dict[str, list[Person]]) -> Iterator[Candidate]:
    for match in _WORD.finditer(reading.text):
        start, end = match.span()
        text = match.group()
        if text.endswith("'s"):
            end -= 2
            text = text[:-2]
        owners = index.get(fold(text))
        borne = bool(owners) and any(owner.borne for owner in owners)
        if not owners or not _may_stand_alone(reading, start, end, text, borne=borne):
            continue
        before = reading.before(start, 40)
        left = _LEFT_INITIALS.search(before) or _LEFT_NAME.search(before)
        if left and fold(left.group(1).rstrip(".")) not in words().ordinary | words().things:
            start -= len(before) - left.start(1)
            before = before[: left.start(1)]
        start -= boundaries.title_length(before)
        yield _propagated(start, end, owners[0].id if len(owners) == 1 else None)


def _may_stand_alone(reading: Reading, start: int, end: int, text: str, *, borne: bool) -> bool:
    """A name that is also a word or a place needs a cue; a part of something else is no mention."""
    after = reading.after(end, 40)
    following = re.match(rf" (?:& )?({TOKEN})", after)
    if following and fold(following.group(1)) in words().things:
        return False
    owned = re.match(rf"'s ({TOKEN})", after)
    if owned and words().is_word(fold(owned.group(1))):
        return False
    if re.match(r" (?:&|inc\b|ltée|Ltd)|(?: \([^)]*\))? (?:v|c|vs)\. ", after) or re.match(
        r"^'s (?:pipit|sparrow|snipe|hawk)", after
    ):
        return False
    preceding = re.search(rf"(?<![\w.'-])({TOKEN}) $", reading.before(start, 30))
    if preceding and fold(preceding.group(1)) in words().things:
        return False
    if GEOGRAPHIC.search(reading.before(start, 40)):
        return False
    if THING_BEFORE.search(_RUN_BEFORE.sub("", reading.before(start, 40))):
        return False
    cues = words()
    folded = fold(text)
    known = (
        folded in cues.ambiguous or folded in cues.places or folded in cues.ordinary or folded in cues.common
    )
    if not known or folded in cues.firsts:
        return not SAINT.search(reading.before(start, 12))
    before = reading.before(start, 30)
    if not cues.is_name(folded):
        speaks = borne and (cues.verb_after.search(after) or _IS.match(after))
        return bool(cues.title_before.search(before) or (speaks and not _writes(reading, text.lower())))
    if folded in _MONTHS and (_DATE_NEAR.search(before) or re.match(r" \d|, \d", after)):
        return False
    return bool(
        cues.verb_after.search(after)
        or _IS.match(after)
        or cues.title_before.search(before)
        or _CUED.search(before)
        or (re.match(r"'s |, \d|\)|,|\.$|\n|\t|$| \(", after) and not reading.writes(text.lower()))
    )


@dataclass(frozen=True, slots=True)
class _Letters:
    """Initials and whose they are: those a name may go by, those a bracket defines, first letters."""

    variants: Mapping[str, Person]
    defined: Mapping[str, Person]
    firsts: Mapping[str, Person]

    @classmethod
    def of(cls, persons: Sequence[Person]) -> _Letters:
        """The initials of all; of two who share some, the first."""
        names = [(person, full) for person in reversed(persons) for full in person.full]
        return cls(
            {variant: person for person, full in names for variant in variants(full)},
            {text: person for person in persons for text in person.defined},
            {part[0].upper(): person for person, full in names for part in full[:1]},
        )


def _initials_in(reading: Reading, letters: _Letters) -> Iterator[Candidate]:
    for match in _INITIALS_ALONE.finditer(reading.text):
        person = letters.variants.get(re.sub(r"[^\w]", "", match.group()))
        if person is not None:
            yield _propagated(*match.span(), person.id)
    for match in _CAPITALS.finditer(reading.text) if letters.defined else ():
        person = letters.defined.get(match.group())
        if person is not None:
            yield _propagated(*match.span(), person.id)
    for match in _UNDOTTED.finditer(reading.text):
        group = 1 if match.group(1) else 2
        person = letters.variants.get(match.group(group))
        if person is not None:
            yield _propagated(*match.span(group), person.id)
    for match in _ONE_INITIAL.finditer(reading.text):
        person = letters.firsts.get(match.group()[0])
        if person is not None and words().verb_after.search(reading.after(match.end(), 40)):
            yield _propagated(*match.span(), person.id)


def _writes(reading: Reading, word: str) -> bool:
    """Whether the text has the word in small letters, by itself and not in an address."""
    alone = rf"(?<![\w.@'-]){re.escape(word)}(?![\w@'-]|\.\w)"
    return reading.writes(word) and re.search(alone, reading.text) is not None


def _propagated(start: int, end: int, person: str | None) -> Candidate:
    evidence = Evidence(EvidenceKind.PROPAGATION, "name_known", 0.75)
    return Candidate(start, end, Category.PERSON, "name_known", 0.75, (evidence,), None, person)
