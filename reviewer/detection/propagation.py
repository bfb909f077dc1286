# SPDX-License-Identifier: MIT
"""Names found once are looked for everywhere: surname or given name alone, initials, capitals, in every story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.detection import boundaries
from reviewer.detection.candidate import Candidate
from reviewer.detection.nameshapes import THING_BEFORE
from reviewer.detection.namewords import INITIALS, PARTICLE, TOKEN, UPPER, fold, words
from reviewer.detection.reading import Reading
from reviewer.model.finding import Category, Evidence, EvidenceKind, Role

_REPEATED = frozenset(
    {
        Category.SIN, Category.PRI, Category.UCI, Category.HEALTH_CARD, Category.DRIVER_LICENCE, Category.PASSPORT, Category.BANK_ACCOUNT,
        Category.CREDIT_CARD, Category.STATUS_CARD, Category.DATE_OF_BIRTH, Category.USERNAME_OR_PASSWORD, Category.VEHICLE_PLATE,
    }
)  # fmt: skip
_MONTHS = frozenset({"may", "april", "june", "august", "mars", "avril", "mai", "juin", "march"})
_SPLIT = re.compile(r"[ ,]+")
_INITIALS_ALONE = re.compile(rf"(?<![\w.@-])(?:[{UPPER}]\.(?: ?-?[{UPPER}]\.)+)(?! ?{TOKEN}|\w)")
_ONE_INITIAL = re.compile(rf"(?<![\w.@-])[{UPPER}]\.(?= )")
_DEFINED = re.compile(rf"^,? \(([{UPPER}]{{2,4}})\)")
_UNDOTTED = re.compile(
    rf"(?:(?<=[(/-])|(?<=- ))([{UPPER}]{{2,3}})(?=[\n).,;]|$)|\b([{UPPER}]{{2,3}})(?= initials\b)"
)
_WORD = re.compile(
    rf"(?:(?<![\w@.'-])|(?<=\b[dlqDLQ]')|(?<=\bqu'))[{UPPER}](?:[^\W\d_]|[-'](?=[^\W\d_]))+(?![\w@-]|\.\w)"
)
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


@dataclass
class Person:
    """Everything known of one person: the parts of the name, and the initials in use."""

    id: str
    parts: set[str] = field(default_factory=set)
    full: set[tuple[str, ...]] = field(default_factory=set)
    defined: set[str] = field(default_factory=set)
    firm: bool = False
    """Whether more than a model's word for one capitalised word says that this is a person."""


def people(found: Sequence[tuple[Reading, Candidate]]) -> tuple[list[Person], dict[tuple[str, int], str]]:
    """Group mentions by person; longer names first, so that a surname alone joins the person who bears it."""
    persons: list[Person] = []
    owner: dict[tuple[str, int], str] = {}
    for reading, mention in sorted(found, key=lambda item: -len(parts_of(_text(*item)))):
        parts = parts_of(_text(reading, mention))
        if not parts:
            continue
        person = next((person for person in persons if _same(person, parts)), None)
        if person is None:
            person = Person(f"person:{len(persons) + 1}")
            persons.append(person)
        person.firm |= len(parts) > 1 or any(
            source.kind is not EvidenceKind.MODEL for source in mention.sources
        )
        person.parts.update(part for part in parts if len(part) > 1)
        if len(parts) > 1:
            person.full.add(parts)
        defined = _DEFINED.match(reading.after(mention.end, 10))
        if defined and _sorted(defined.group(1)) in _spelled(_text(reading, mention), parts):
            person.defined.add(defined.group(1))
        owner[reading.story.id, mention.start] = person.id
    return persons, owner


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
    letters = {
        variant: person for person in reversed(persons) for full in person.full for variant in _variants(full)
    }
    for reading in readings:
        yield from ((reading, item) for item in _parts_in(reading, index))
        yield from ((reading, item) for item in _initials_in(reading, letters, persons))


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
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(re.escape(text) for text in sorted(values, key=len, reverse=True))})(?![\w-])"
    )
    for number, reading in enumerate(readings):
        for match in pattern.finditer(reading.text):
            first = values[match.group()]
            evidence = Evidence(EvidenceKind.PROPAGATION, first.rule, 0.7)
            yield number, Candidate(*match.span(), first.category, first.rule, 0.7, (evidence,))


def parts_of(name: str) -> tuple[str, ...]:
    """The folded parts of a name, given names first, without titles, particles, units."""
    name = re.sub(r" \([^)]*\)$", "", name)
    name = name[boundaries.title_at(name) :]
    if "," in name:
        last, _, first = name.partition(",")
        name = f"{first.strip()} {last}"
    small = {
        "de",
        "du",
        "des",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ben",
        "al",
        "el",
        "dos",
        "da",
        "di",
        "del",
        "ii",
        "iii",
        "iv",
    }
    return tuple(fold(part).rstrip(".") for part in _SPLIT.split(name) if part and part.lower() not in small)


def initials_of(parts: Sequence[str]) -> str:
    """The first letters, hyphenated parts giving one for each."""
    return "".join(piece[0].upper() for part in parts for piece in part.split("-") if piece)


def _variants(parts: Sequence[str]) -> set[str]:
    """All the initials a name may go by, letters only."""
    if len(parts) < 2:
        return set()
    short = "".join(part[0].upper() for part in parts)
    ends = parts[0][0].upper() + parts[-1][0].upper()
    compound = {initials_of(parts[:1])} if "-" in parts[0] else set()
    return compound | {
        initials_of(parts),
        short,
        ends,
        initials_of((parts[0],)) + parts[-1][0].upper(),
        parts[0][0].upper() + initials_of(parts[-1:]),
    }


def _same(person: Person, parts: tuple[str, ...]) -> bool:
    """Whether a mention can be this person: every full part known, and no initial that contradicts."""
    whole = [part for part in parts if len(part) > 1 and "." not in part]
    if not whole or not all(
        part in person.parts or any(part in known.split("-") for known in person.parts) for part in whole
    ):
        return False
    single = [part[0] for part in parts if part not in whole]
    return all(any(known.startswith(letter) for known in person.parts) for letter in single)


def _parts_in(reading: Reading, index: dict[str, list[Person]]) -> Iterator[Candidate]:
    for match in _WORD.finditer(reading.text):
        start, end = match.span()
        text = match.group()
        if text.endswith("'s"):
            end -= 2
            text = text[:-2]
        owners = index.get(fold(text))
        if not owners or not _may_stand_alone(reading, start, end, text):
            continue
        before = reading.before(start, 40)
        left = _LEFT_INITIALS.search(before) or _LEFT_NAME.search(before)
        if left and fold(left.group(1).rstrip(".")) not in words().ordinary | words().things:
            start -= len(before) - left.start(1)
            before = before[: left.start(1)]
        start -= boundaries.title_length(before)
        yield _propagated(start, end, owners[0].id if len(owners) == 1 else None)


def _may_stand_alone(reading: Reading, start: int, end: int, text: str) -> bool:
    """A name that is also a word or a place needs a cue; a part of something else is no mention."""
    after = reading.after(end, 40)
    following = re.match(rf" (?:& )?({TOKEN})", after)
    if following and fold(following.group(1)) in words().things:
        return False
    if re.match(r" (?:&|inc\b|ltée|Ltd)|(?: \([^)]*\))? (?:v|c|vs)\. ", after) or re.match(
        r"^'s (?:pipit|sparrow|snipe|hawk)", after
    ):
        return False
    preceding = re.search(rf"(?<![\w.'-])({TOKEN}) $", reading.before(start, 30))
    if preceding and fold(preceding.group(1)) in words().things:
        return False
    if THING_BEFORE.search(reading.before(start, 30)):
        return False
    cues = words()
    folded = fold(text)
    known = folded in cues.ambiguous or folded in cues.places or folded in words().ordinary
    if not known:
        return True
    before = reading.before(start, 30)
    if folded in _MONTHS and (_DATE_NEAR.search(before) or re.match(r" \d|, \d", after)):
        return False
    return bool(
        cues.verb_after.search(after)
        or _IS.match(after)
        or cues.title_before.search(before)
        or _CUED.search(before)
        or (re.match(r"'s |, \d|\)|,|\.$|\n|\t|$| \(", after) and text.lower() not in reading.text)
    )


def _initials_in(
    reading: Reading, letters: dict[str, Person], persons: Sequence[Person]
) -> Iterator[Candidate]:
    for match in _INITIALS_ALONE.finditer(reading.text):
        person = letters.get(re.sub(r"[^\w]", "", match.group()))
        if person is not None:
            yield _propagated(*match.span(), person.id)
    defined = {text: person for person in persons for text in person.defined}
    for text, person in defined.items():
        for match in re.finditer(rf"(?<![\w.-]){text}(?![\w-])", reading.text):
            yield _propagated(*match.span(), person.id)
    for match in _UNDOTTED.finditer(reading.text):
        group = 1 if match.group(1) else 2
        person = letters.get(match.group(group))
        if person is not None:
            yield _propagated(*match.span(group), person.id)
    firsts = {
        part[0].upper(): person for person in reversed(persons) for full in person.full for part in full[:1]
    }
    for match in _ONE_INITIAL.finditer(reading.text):
        person = firsts.get(match.group()[0])
        if person is not None and words().verb_after.search(reading.after(match.end(), 40)):
            yield _propagated(*match.span(), person.id)


def _propagated(start: int, end: int, person: str | None) -> Candidate:
    evidence = Evidence(EvidenceKind.PROPAGATION, "name_known", 0.75)
    return Candidate(start, end, Category.PERSON, "name_known", 0.75, (evidence,), None, person)


def _text(reading: Reading, mention: Candidate) -> str:
    return reading.text[mention.start : mention.end]


def _spelled(name: str, parts: tuple[str, ...]) -> set[str]:
    """The initials a bracket may give for a name, in any order; "M. Roy" may be an initial and not a title."""
    whole = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    return {_sorted(letters) for letters in {whole, initials_of(parts), *_variants(parts)}}


def _sorted(text: str) -> str:
    return "".join(sorted(text))
