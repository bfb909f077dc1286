# SPDX-License-Identifier: MIT
"""Initials and single letters of people who are named in full elsewhere: "E.O.", "(MV)", "J. will call"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.detection import nameletters
from reviewer.detection.namewords import TOKEN, UPPER, words
from reviewer.detection.people import Person, variants
from reviewer.detection.reading import Reading

_DOTTED = re.compile(rf"(?<![\w.@-])(?:[{UPPER}]\.(?: ?-?[{UPPER}]\.)+)(?! ?{TOKEN}|\w)")
_ONE_INITIAL = re.compile(rf"(?<![\w.@-])[{UPPER}]\.(?= )")
_CAPITALS = re.compile(rf"(?<![\w.-])[{UPPER}]{{2,4}}(?![\w-])")
_UNDOTTED = re.compile(
    rf"(?:(?<=[(/-])|(?<=- )|(?<=\bpar )|(?<=\bby ))([{UPPER}]{{2,3}})(?=[\n).,;]|$)|\b([{UPPER}]{{2,3}})(?= initials\b)"
)

Places = Iterator[tuple[int, int, Sequence[Person]]]


@dataclass(frozen=True, slots=True)
class Letters:
    """Initials and whose they may be: those a name may go by, those a bracket defines, first letters, lone letters."""

    variants: Mapping[str, Sequence[Person]]
    defined: Mapping[str, Sequence[Person]]
    firsts: Mapping[str, Sequence[Person]]
    alone: Mapping[str, Sequence[Person]]

    @classmethod
    def of(cls, persons: Sequence[Person]) -> Letters:
        """The initials of all; where two persons share some, both are there."""
        names = [(person, full) for person in persons for full in person.full]
        return cls(
            _shared((variant, person) for person, full in names for variant in variants(full)),
            _shared((text, person) for person in persons for text in person.defined),
            _shared((part[0].upper(), person) for person, full in names for part in full[:1]),
            _shared((letter, person) for person in persons for letter in person.letters),
        )

    def places(self, reading: Reading) -> Places:
        """Where initials of the people known stand, and whose they may be."""
        text = reading.text
        for match in _DOTTED.finditer(text):
            yield from _known(self.variants, re.sub(r"[^\w]", "", match.group()), *match.span())
        for match in _CAPITALS.finditer(text) if self.defined else ():
            yield from _known(self.defined, match.group(), *match.span())
        for match in _UNDOTTED.finditer(text):
            group = 1 if match.group(1) else 2
            yield from _known(self.variants, match.group(group), *match.span(group))
        for match in _ONE_INITIAL.finditer(text):
            if words().verb_after.search(reading.after(match.end(), 40)):
                yield from _known(self.firsts, match.group()[0], *match.span())
        for letter, owners in self.alone.items():
            for start, end in nameletters.repeats(reading, letter):
                yield start, end, owners


def _shared(pairs: Iterable[tuple[str, Person]]) -> Mapping[str, Sequence[Person]]:
    # By identity: in a list of thousands a first letter is that of a tenth of them.
    owners: dict[str, dict[int, Person]] = {}
    for text, person in pairs:
        owners.setdefault(text, {})[id(person)] = person
    return {text: tuple(known.values()) for text, known in owners.items()}


def _known(owners: Mapping[str, Sequence[Person]], text: str, start: int, end: int) -> Places:
    if text in owners:
        yield start, end, owners[text]
