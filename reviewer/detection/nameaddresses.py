# SPDX-License-Identifier: MIT
"""Known people in e-mail addresses and in file names: r.seguin@…, Suivi_VERSION_Mélanie.xlsx."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reviewer.detection.namewords import UPPER, fold
from reviewer.detection.people import Person
from reviewer.detection.reading import Reading

_ADDRESS = re.compile(r"(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?!\w)", re.IGNORECASE)
_IN_FILE_NAME = re.compile(
    rf"(?<=[_-])[{UPPER}](?:[^\W\d_])+(?=_|\.\w|-[{UPPER}])|(?<![^\W_])[{UPPER}][^\W\d_]+(?=_)"
)
_SHORTEST = 4
"""A surname alone in front of the @ must be as long as this."""


def mailboxes(persons: Sequence[Person]) -> Mapping[str, Person]:
    """What may stand before the @ for each person; where two would share it, for neither."""
    owners: dict[str, set[int]] = {}
    for number, person in enumerate(persons):
        for full in person.full:
            for local in _locals(full):
                owners.setdefault(local, set()).add(number)
    return {local: persons[min(numbers)] for local, numbers in owners.items() if len(numbers) == 1}


def _locals(full: Sequence[str]) -> Iterator[str]:
    """Ways to write a name before the @, letters only: points and hyphens are left out on both sides."""
    plain = [re.sub(r"\W", "", part) for part in full]
    if len(plain) < 2 or not plain[0] or not plain[-1]:
        return
    first, last = plain[0], plain[-1]
    short = "".join(piece[0] for piece in full[0].split("-") if piece)
    yield from ("".join(plain), first + last, last + first)
    if len(last) > 1:
        yield from (first[0] + last, last + first[0], first + last[0], short + last)
        if len(last) >= _SHORTEST:
            yield last


def in_addresses(reading: Reading, owners: Mapping[str, Person]) -> Iterator[tuple[int, int, Person]]:
    """The addresses that spell somebody's name."""
    if "@" not in reading.text:
        return
    for match in _ADDRESS.finditer(reading.text):
        person = owners.get(re.sub(r"[\W\d_]", "", fold(match.group(1))))
        if person is not None:
            yield *match.span(), person


def in_file_names(reading: Reading) -> Iterator[tuple[int, int]]:
    """Capitalised words held in a file's name by low lines."""
    if "_" in reading.text:
        yield from (match.span() for match in _IN_FILE_NAME.finditer(reading.text))
