# SPDX-License-Identifier: MIT
"""Which mentions are one person: the parts of names, their initials, and who may be meant by a part alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.detection import boundaries
from reviewer.detection.candidate import Candidate
from reviewer.detection.nameshapes import PERSONAL
from reviewer.detection.namewords import UPPER, fold, words
from reviewer.detection.reading import Reading
from reviewer.model.finding import EvidenceKind

_SPLIT = re.compile(r"[ ,]+")
_WOMEN = frozenset(
    {
        "mrs",
        "ms",
        "miss",
        "mme",
        "mlle",
        "madame",
        "mademoiselle",
        "dre",
        "sister",
        "aunt",
        "auntie",
        "tante",
        "kokum",
        "kokom",
        "soeur",
        "lady",
    }
)
_MEN = frozenset(
    {
        "mr",
        "m",
        "monsieur",
        "sir",
        "lord",
        "brother",
        "uncle",
        "oncle",
        "frère",
        "père",
        "mushum",
        "fr",
        "abbé",
    }
)
_ONE_LETTER = re.compile(rf"[{UPPER}]\.?")
_ACRONYM = re.compile(rf"[{UPPER}]{{2,5}}")
_DEFINED = re.compile(rf"^,? \(([{UPPER}]{{2,4}})(?=[);,]| (?:dans|in|from|hereafter|ci-après|below)\b)")


@dataclass
class Person:
    """Everything known of one person: the parts of the name, and the initials in use."""

    id: str
    parts: set[str] = field(default_factory=set)
    full: set[tuple[str, ...]] = field(default_factory=set)
    places: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)
    """By story where the person was found: start, end, how many parts of the name are there."""
    sexes: set[str] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)
    defined: set[str] = field(default_factory=set)
    borne: bool = False
    """Whether a given name of the lists, or a cue that only a person has, stands with it: then a word may be a name."""
    firm: bool = False
    most: int = 1
    """How many parts the fullest mention has."""
    """Whether more than a model's word for one capitalised word says that this is a person."""


def group(found: Sequence[tuple[Reading, Candidate]]) -> tuple[list[Person], dict[tuple[str, int], str]]:
    """Group mentions by person; longer names first, so that a surname alone joins the person who bears it."""
    persons: list[Person] = []
    bearers: dict[str, set[int]] = {}
    owner: dict[tuple[str, int], str] = {}
    for reading, mention in sorted(found, key=lambda item: -len(parts_of(_text(*item)))):
        parts = parts_of(_text(reading, mention))
        if not parts:
            continue
        text = _text(reading, mention)
        letter, sex = _letter(text), _sex(text)
        same = _whose(persons, bearers, parts, letter, sex)
        if len(same) > 1 and len(parts) == 1:  # two bear this surname: it is neither's
            for number in same:
                _take_place(persons[number], reading, mention, len(parts))
            continue
        number = same[0] if same else len(persons)
        if number == len(persons):
            persons.append(Person(f"person:{number + 1}"))
        person = persons[number]
        person.firm |= len(parts) > 1 or any(
            source.kind is not EvidenceKind.MODEL for source in mention.sources
        )
        person.borne |= any(part in words().given for part in parts) or any(
            source.kind in {EvidenceKind.TITLE, EvidenceKind.LABEL} or source.rule in PERSONAL
            for source in mention.sources
        )
        person.parts.update(part for part in parts if len(part) > 1)
        for part in person.parts.intersection(parts):
            for piece in {part, *part.split("-")}:
                bearers.setdefault(piece, set()).add(number)
        person.most = max(person.most, len(parts))
        if len(parts) > 1:
            person.full.add(parts)
        if letter:
            person.letters.add(letter)
        defined = _DEFINED.match(reading.after(mention.end, 10))
        if defined and _sorted(defined.group(1)) in _spelled(_text(reading, mention), parts):
            person.defined.add(defined.group(1))
        person.sexes.update({sex} - {""})
        _take_place(person, reading, mention, len(parts))
        owner[reading.story.id, mention.start] = person.id
    return persons, owner


def _whose(
    persons: Sequence[Person], bearers: Mapping[str, set[int]], parts: tuple[str, ...], letter: str, sex: str
) -> list[int]:
    """The numbers of those whom a mention may mean; a title tells a woman from a man of one surname."""
    if letter:
        return [number for number, each in enumerate(persons) if letter in each.letters]
    same = [number for number in _bearers(bearers, parts) if _same(persons[number], parts)]
    if len(same) > 1 and len(parts) == 1 and sex:
        return [number for number in same if persons[number].sexes == {sex}] or same
    return same


def _take_place(person: Person, reading: Reading, mention: Candidate, parts: int) -> None:
    person.places.setdefault(reading.story.id, []).append((mention.start, mention.end, parts))


def _sex(name: str) -> str:
    """What the title says of it: "f", "m", or nothing."""
    title = name[: boundaries.title_at(name)].strip(" .").lower().split(" ")[-1]
    return "f" if title in _WOMEN else "m" if title in _MEN else ""


def _bearers(bearers: Mapping[str, set[int]], parts: tuple[str, ...]) -> list[int]:
    """The numbers of those who may be meant, in order: who bears the rarest part of the name."""
    known: list[set[int]] = [bearers.get(part, set()) for part in parts if _is_whole(part)]
    known.sort(key=len)
    return sorted(known[0]) if known else []


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
    capitals = name.isupper()
    return tuple(
        fold(part).rstrip(".").strip("\"'()")
        for part in _SPLIT.split(name)
        if part and part.lower() not in small and (capitals or not _ACRONYM.fullmatch(part))
    )


def _letter(name: str) -> str:
    """The one letter that is all of a name, with its point if it has one; else nothing."""
    bare = name[boundaries.title_at(name) :]
    return bare if _ONE_LETTER.fullmatch(bare) else ""


def initials_of(parts: Sequence[str]) -> str:
    """The first letters, hyphenated parts giving one for each."""
    return "".join(piece[0].upper() for part in parts for piece in part.split("-") if piece)


def variants(parts: Sequence[str]) -> set[str]:
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
    whole = [part for part in parts if _is_whole(part)]
    if not whole or not all(
        part in person.parts or any(part in known.split("-") for known in person.parts) for part in whole
    ):
        return False
    single = [part[0] for part in parts if part not in whole]
    return all(any(known.startswith(letter) for known in person.parts) for letter in single)


def _is_whole(part: str) -> bool:
    return len(part) > 1 and "." not in part


def _text(reading: Reading, mention: Candidate) -> str:
    return reading.text[mention.start : mention.end]


def _spelled(name: str, parts: tuple[str, ...]) -> set[str]:
    """The initials a bracket may give for a name, in any order; "M. Roy" may be an initial and not a title."""
    whole = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    return {_sorted(letters) for letters in {whole, initials_of(parts), *variants(parts)}}


def _sorted(text: str) -> str:
    return "".join(sorted(text))
