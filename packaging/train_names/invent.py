# SPDX-License-Identifier: MIT
"""Invents names and the working documents they stand in, and puts invented names in place of those of other texts."""

from __future__ import annotations

import json
import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sources import Text

from reviewer import paths
from reviewer.detection.namewords import fold

_SLOT = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[^\W\d_]+")
_HELD_OUT = 5
"""Each fifth template is left out of teaching and kept for measuring."""
_OTHERS = {
    "month": {
        "en": [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        "fr": [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
    },
    "day": {
        "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
        "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi"],
    },
    "role": {
        "en": [
            "Director",
            "Senior Analyst",
            "Project Manager",
            "Policy Advisor",
            "Chief Financial Officer",
            "Assistant",
            "Biologist",
            "Director General",
        ],
        "fr": [
            "directrice",
            "analyste principal",
            "gestionnaire de projet",
            "conseillère en politiques",
            "adjoint",
            "biologiste",
            "directeur général",
        ],
    },
    "unit": {
        "en": [
            "Finance Branch",
            "Regional Operations",
            "Human Resources",
            "Corporate Services",
            "Programs Sector",
            "Legal Services",
            "Communications",
        ],
        "fr": [
            "Direction des finances",
            "Opérations régionales",
            "Ressources humaines",
            "Services intégrés",
            "Secteur des programmes",
            "Services juridiques",
        ],
    },
}


class Names:
    """Draws names from our lists and makes others of the same sound, so that no list is learnt by heart."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        given = _lexicon("given_names.json")["given"]
        surnames = _lexicon("surnames.json")["surnames"]
        self._given = {language: [given[language], given["other"]] for language in ("en", "fr")}
        self._surnames = {
            language: [surnames[language], surnames["other"], surnames["hand"]] for language in ("en", "fr")
        }
        self.known = {fold(name) for names in given.values() for name in names}
        self._next: dict[str, list[str]] = defaultdict(list)
        for name in [*surnames["other"], *surnames["hand"], *given["other"]]:
            padded = f"^^{name.lower()}$"
            for at in range(len(padded) - 2):
                self._next[padded[at : at + 2]].append(padded[at + 2])

    def given(self, language: str) -> str:
        """A given name."""
        name = self._of(self._given[language])
        return f"{name}-{self._of(self._given[language])}" if self.chance.random() < 0.06 else name

    def surname(self, language: str) -> str:
        """A surname."""
        name = self._of(self._surnames[language])
        return f"{name}-{self._of(self._surnames[language])}" if self.chance.random() < 0.08 else name

    def _of(self, lists: Sequence[Sequence[str]]) -> str:
        if self.chance.random() < 0.3:
            return self._made()
        return self.chance.choice(self.chance.choice(lists))

    def _made(self) -> str:
        while True:
            name = "^^"
            while name[-1] != "$" and len(name) < 16:
                name += self.chance.choice(self._next[name[-2:]])
            if 3 < len(name) - 3 < 12 and name[-1] == "$" and name[2:-1].isalpha():
                return name[2:-1].capitalize()

    def form(self, slot: str, language: str) -> str:
        """A name in the form that a slot asks for."""
        given, surname = self.given(language), self.surname(language)
        middle = self.chance.random()
        full = f"{given} {surname}"
        if middle < 0.08:
            full = f"{given} {self.chance.choice('ABCDEGHJKLMNPRST')}. {surname}"
        elif middle < 0.12:
            full = f"{given} {self.given(language)} {surname}"
        initials = f"{given[0]}.{'' if middle > 0.15 else self.chance.choice('ABJLMP') + '.'}"
        return {
            "P": full,
            "G": given,
            "S": surname,
            "I": f"{surname}, {given}",
            "C": full.upper(),
            "A": f"{initials} {surname}",
            "L": f"{given} {surname.upper()}",
            "s": given.lower() if middle < 0.7 else full.lower(),
        }[slot]


def documents(chance: random.Random, names: Names, count: int, *, held_out: bool) -> Iterator[Text]:
    """Invented documents in both languages, from the templates that are taught or from those held out."""
    templates = tomllib.loads(Path(__file__).with_name("templates.toml").read_text(encoding="utf-8"))
    for language, part in templates.items():
        chosen = {
            kind: [one for at, one in enumerate(part[kind]) if (at % _HELD_OUT == _HELD_OUT - 1) is held_out]
            for kind in ("sentences", "none", "blocks")
        }
        for number in range(count):
            yield _document(chance, names, language, chosen, f"templates:{number}")


def _document(
    chance: random.Random, names: Names, language: str, part: Mapping[str, Sequence[Any]], source: str
) -> Text:
    text, people = "", []
    for _ in range(chance.randint(2, 5)):
        kind = chance.random()
        if kind < 0.4:
            lines = list(chance.choice(part["blocks"])["lines"])
        elif kind < 0.8:
            lines = [" ".join(chance.choices(part["sentences"], k=chance.randint(1, 3)))]
        else:
            lines = chance.choices(part["none"], k=chance.randint(1, 4))
        for line in lines:
            at = 0
            for slot in _SLOT.finditer(line):
                text += line[at : slot.start()]
                at = slot.end()
                name = slot.group(1)
                if len(name) == 1 and name != "n":
                    filled = names.form(name, language)
                    people.append((len(text), len(text) + len(filled)))
                else:
                    filled = _other(chance, name, language)
                text += filled
            text += line[at:] + "\n"
    return Text(language, source, text, tuple(people))


def _other(chance: random.Random, slot: str, language: str) -> str:
    if slot == "n":
        return str(chance.randint(2, 31))
    if slot == "mail":
        return "info@example.org"
    if slot == "place":
        places = _lexicon("places_ca.json")["places"]
        return str(chance.choice(places[chance.choice(sorted(places))]))
    if slot == "org":
        return str(chance.choice(_lexicon("orgs.json")["institutions"])[language == "fr"])
    if slot == "prog":
        return str(chance.choice(_lexicon("stop_words_names.json")["programme_names"]))
    return chance.choice(_OTHERS[slot][language])


def renamed(text: Text, chance: random.Random, names: Names, *, small: bool) -> Text:
    """The same text about other people; with `small`, all in small letters."""
    given: dict[str, str] = {}

    def other(word: re.Match[str]) -> str:
        old = word.group()
        if len(old) == 1:
            return chance.choice("ABCDEGHJKLMNPRST") if old.isupper() else old
        if old.islower() and not small:
            return old
        if old not in given:
            new = names.given(text.language) if fold(old) in names.known else names.surname(text.language)
            given[old] = new.upper() if old.isupper() else new
        return given[old]

    out, people, at = "", [], 0
    for start, end in text.people:
        out += text.text[at:start]
        named = _WORD.sub(other, text.text[start:end])
        people.append((len(out), len(out) + len(named)))
        out += named
        at = end
    out += text.text[at:]
    if small and len(out.lower()) == len(out):
        out = out.lower()
    return Text(text.language, f"{text.source}:renamed", out, tuple(people))


_kept: dict[str, Any] = {}


def _lexicon(name: str) -> Any:
    if name not in _kept:
        _kept[name] = json.loads(paths.resource("lexicons", name).read_text(encoding="utf-8"))
    return _kept[name]
