# SPDX-License-Identifier: MIT
"""The words that make or unmake a personal name, read once from resources/lexicons."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from reviewer import paths

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƁƊƠƯȘȚḴḺṈẀẂẄẠ-Ỹ"
_LETTER = r"[^\W\d_]"
TOKEN = rf"[{UPPER}](?:{_LETTER}|-(?={_LETTER})|'(?=[{UPPER}]))*{_LETTER}"
INITIALS = rf"[{UPPER}]\.(?: ?-?[{UPPER}]\.)*"
PARTICLE = r"(?:de la|de l'|van der|van den|de|du|des|la|le|van|von|der|den|bin|ben|al|el|dos|da|di|del|della|ter|zu)"
RUN = re.compile(
    rf"(?:(?<![\w@.'/&-])|(?<=\b[dlqDLQ]')|(?<=\bqu'))(?:{TOKEN}|{INITIALS})(?: (?:{PARTICLE} )?(?:{TOKEN}|{INITIALS})){{0,6}}(?![\w@&]|\.\w)"
)
WORD = re.compile(rf"{TOKEN}|{INITIALS}|{PARTICLE}")


@dataclass(frozen=True)
class Words:
    """Sets of lower-case words, and patterns made of them."""

    ordinary: frozenset[str]
    ambiguous: frozenset[str]
    things: frozenset[str]
    species: frozenset[str]
    headings: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    places: frozenset[str]
    title_before: re.Pattern[str]
    title_start: re.Pattern[str]
    public_before: re.Pattern[str]
    public_after: re.Pattern[str]
    label_before: re.Pattern[str]
    kin_before: re.Pattern[str]
    verb_after: re.Pattern[str]


def fold(word: str) -> str:
    """Lower case without accents: BEAUDOIN and Beaudoin, COTE and Côté are then the same."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(sign))


@cache
def words() -> Words:
    """The lexicons, with the patterns compiled."""
    with paths.resource("lexicons", "name_cues.toml").open("rb") as file:
        cues: Mapping[str, list[str]] = tomllib.load(file)
    titles = _either(_cased(cues["titles"]), dot=True)
    public = _either(cues["public_titles"], dot=True)
    labels = _either([*cues["name_labels"], *cues["name_headings"]])
    return Words(
        ordinary=frozenset(cues["ordinary"]) | _json("stop_words_names.json"),
        ambiguous=frozenset(fold(word) for word in cues["ambiguous"]),
        things=frozenset(cues["things"]),
        species=frozenset(cues["species"]),
        headings=frozenset(cues["name_headings"]) | frozenset(cues["name_labels"]),
        given=frozenset(fold(word) for word in _json("given_names.json")),
        surnames=frozenset(fold(word) for word in _json("surnames.json")),
        places=frozenset(fold(word) for word in _json("places_ca.json")),
        title_before=re.compile(rf"(?<![\w.]){titles} $"),
        title_start=re.compile(rf"{titles} (?=[{UPPER}])"),
        public_before=re.compile(rf"(?<!\w){public},? (?:(?:M|Mr|Mrs|Ms|Mme|Dr)\.? )?$", re.IGNORECASE),
        public_after=re.compile(rf"^,? ?\(?{_either(cues['public_after'])}(?!\w)", re.IGNORECASE),
        label_before=re.compile(
            rf"(?:^|[\n\t.;(|] ?|- ){labels}(?: ?\([^)\n]{{1,40}}\))? ?: ?$", re.IGNORECASE
        ),
        kin_before=re.compile(
            rf"\b(?:his|her|their|my|our|your|'s|a|an|the|son|sa|ses|leur|mon|ma|notre|un|une|le|la|l'|d'|du|of|named|called|nommée?|appelée?)"
            rf" ?(?:\w+ ){{0,2}}?(?:{_either(cues['kin'])}|named|called|nommée?|appelée?),? ?$",
            re.IGNORECASE,
        ),
        verb_after=re.compile(rf"^(?:'s)? (?:also |then |again |still |never |always |will |has |had |is |was |qui )?{_either(cues['verbs'])}(?!\w)"),
    )


def _cased(titles: Iterable[str]) -> Iterable[str]:
    """A title as written, capitalised, and in capitals when it is long enough not to be an acronym."""
    for title in titles:
        yield title
        yield title[0].upper() + title[1:]
        if len(title) > 2:
            yield title.upper()


def _either(items: Iterable[str], *, dot: bool = False) -> str:
    ordered = sorted(set(items), key=len, reverse=True)
    body = "|".join(re.escape(item) for item in ordered)
    return rf"(?:{body}){chr(92)}.?" if dot else f"(?:{body})"


def _json(name: str) -> frozenset[str]:
    """Every string of a lexicon file, whatever its form; nothing when the file is not there."""
    path = paths.resource("lexicons", name)
    if not path.is_file():
        return frozenset()
    return frozenset(_strings(json.loads(path.read_text(encoding="utf-8"))))


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in {"source", "licence", "license", "note", "meta", "_meta", "attribution"}:
                yield from _strings(item)
