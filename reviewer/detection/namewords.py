# SPDX-License-Identifier: MIT
"""The words that make or unmake a personal name, read once from resources/lexicons."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from reviewer import paths

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƁƊƠƯȘȚḴḺṈẀẂẄẠ-Ỹ"
_LETTER = r"[^\W\d_]"
_JOINT = rf"(?:-(?={_LETTER})|'(?=[{UPPER}])|(?<=Prud)'(?=h))"
TOKEN = rf"[{UPPER}](?:{_LETTER}++(?:{_JOINT}{_LETTER}++)*+|(?:{_JOINT}{_LETTER}++)++)"
"""A capitalised word: Marie-Ève, O'Neil, McIvor-Bear. Possessive, so that no text makes it run back and forth."""
INITIALS = rf"(?:(?:[LD]')?[{UPPER}]\.(?: ?-? ?(?:[LD]')?[{UPPER}]\.)*+|(?:Wm|Jos|Geo|Chas|Thos|Robt|Edw)\.)"
PARTICLE = r"(?:de la|de l'|van der|van den|de|du|des|la|le|van|von|der|den|bin|ben|al|el|dos|da|di|del|della|ter|zu)"
RUN = re.compile(
    rf"(?:(?<![\w@.'/&-])|(?<=\b[dlqDLQ]')|(?<=\bqu'))(?:{INITIALS}|{TOKEN})(?: (?:{PARTICLE} )?(?:{INITIALS}|(?:(?:al|el|as|ash|ad|an|ar|ul)-)?{TOKEN})){{0,6}}(?![\w@&]|\.\w)"
)
WORD = re.compile(rf"{TOKEN}|{INITIALS}|{PARTICLE}")


_LABELS = (
    "form_labels_en",
    "form_labels_fr",
    "programme_names",
    "sentence_starters_en",
    "sentence_starters_fr",
)


_ELIDED = re.compile(r"^[ld]'")
_WORDY = re.compile(
    r"(?:ation|ition|ction|ssion|ations|itions|ctions|ements|ology|ologies|ologie|bilite|bility)$"
)
"""Endings that no name has."""
_LONG = 8


@dataclass(frozen=True)
class Words:
    """Sets of folded words, and patterns made of them."""

    ordinary: frozenset[str]
    ambiguous: frozenset[str]
    things: frozenset[str]
    species: frozenset[str]
    headings: frozenset[str]
    common: frozenset[str]
    given: frozenset[str]
    firsts: frozenset[str]
    rarer: frozenset[str]
    surnames: frozenset[str]
    places: frozenset[str]
    title_before: re.Pattern[str]
    title_start: re.Pattern[str]
    public_before: re.Pattern[str]
    public_after: re.Pattern[str]
    label_before: re.Pattern[str]
    kin_before: re.Pattern[str]
    told: Mapping[str, Mapping[str, str]]
    """The cues of each kind as our files write them, by their folded letters."""
    verb_after: re.Pattern[str]
    deed_after: re.Pattern[str]
    """What people do, and other things too."""

    def is_name(self, folded: str) -> bool:
        """Whether a word is in a list of given names or of surnames."""
        return folded in self.given or folded in self.surnames

    def is_word(self, folded: str) -> bool:
        """Whether it is a word of the language, and no name that is in a list."""
        word = bare(folded)
        known = word in self.common or (len(word) >= _LONG and _WORDY.search(word) is not None)
        return known and not self.is_name(folded)


def bare(folded: str) -> str:
    """A folded word without the article that sticks to it: "L'Office" is "office"."""
    return _ELIDED.sub("", folded)


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Lower case without accents: BEAUDOIN and Beaudoin, COTE and Côté are then the same."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(sign)
    )


@cache
def words() -> Words:
    """The lexicons, with the patterns compiled."""
    with paths.resource("lexicons", "name_cues.toml").open("rb") as file:
        cues: Mapping[str, list[str]] = tomllib.load(file)
    given = _folded(_json("given_names.json", "given"))
    common = frozenset(
        word for line in _json("common_words.json", "en", "fr") for word in line.split()
    )  # folded in the file
    things = _folded(cues["things"])
    places = _folded(_json("places_ca.json", "places", "exonyms", "provinces", "world"))
    ambiguous = _folded(cues["ambiguous"], _json("stop_words_names.json", "ambiguous_names", "also_places"))
    firm = _folded(cues["firm_given"])
    usual = _folded(_within("given_names.json", "given", "en", "fr", "hand"))
    rarer = _folded(_within("given_names.json", "given", "moby"))
    unclear = common | ambiguous | places | things | _folded(cues["ordinary"])
    titles = _either(_cased(cues["titles"]), dot=True)
    public = _either(cues["public_titles"], dot=True)
    labels = _either([*cues["name_labels"], *cues["name_headings"]])
    return Words(
        ordinary=_folded(cues["ordinary"]) | (_folded(_json("stop_words_names.json", *_LABELS)) - given),
        ambiguous=ambiguous,
        things=things,
        species=frozenset(cues["species"]),
        headings=frozenset(cues["name_headings"]) | frozenset(cues["name_labels"]),
        common=common,
        given=given,
        firsts=(usual - unclear) | firm,
        rarer=rarer - unclear - usual,
        surnames=_folded(_json("surnames.json", "surnames")),
        places=places,
        title_before=re.compile(rf"(?:(?<![\w.]){titles}|(?<=[:(,;/] )off\.) $"),
        title_start=re.compile(
            rf"(?:{titles}|{_either(_cased(cues['public_titles']), dot=True)}) (?=[{UPPER}])"
        ),
        public_before=re.compile(rf"(?<!\w){public},? (?:(?:M|Mr|Mrs|Ms|Mme|Dr)\.? )?$", re.IGNORECASE),
        public_after=re.compile(rf"^,? ?\(?{_either(cues['public_after'])}(?!\w)", re.IGNORECASE),
        label_before=re.compile(
            rf"(?:^|[\n\t.;(|] ?|- ){labels}(?: ?\([^)\n]{{1,40}}\))? ?: ?$", re.IGNORECASE
        ),
        kin_before=re.compile(
            rf"(?:(?:^|[,;(:] |\band |\bet ){_either(cues['kin'])}|\b(?:his|her|their|my|our|your|'s|a|an|the|son|sa|ses|leur|mon|ma|notre|un|une|le|la|l'|d'|du|of|named|called|nommée?|appelée?)"
            rf" ?(?:\w+ ){{0,2}}?(?:{_either(cues['kin'])}|named|called|nommée?|appelée?)),? ?$",
            re.IGNORECASE,
        ),
        told={
            "title": _told([*cues["titles"], *cues["public_titles"], *cues["public_after"]]),
            "label": _told([*cues["name_labels"], *cues["name_headings"]]),
            "kin": _told([*cues["kin"], "named", "called", "nommé", "nommée", "appelé", "appelée"]),
            "verb": _told(cues["verbs"]),
        },
        verb_after=re.compile(
            rf"^(?:'s)? (?:also |then |again |still |never |always |will |has |had |is |was |qui )?{_either(cues['verbs'])}(?!\w)"
        ),
        deed_after=re.compile(rf"^ {_either(cues['deeds'])}(?!\w)"),
    )


def _told(cues: Iterable[str]) -> Mapping[str, str]:
    return {_plain(cue): cue for cue in cues}


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w'/.-]+", fold(text))).strip(" .")


def cue_in(kind: str, text: str) -> str:
    """The longest cue of a kind that stands in a text of the document, as our own file writes it."""
    told, parts = words().told[kind], _plain(text).split()
    for length in range(len(parts), 0, -1):
        for first in range(len(parts) - length, -1, -1):
            known = told.get(" ".join(parts[first : first + length]).strip("."))
            if known is not None:
                return known
    return ""


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


def _folded(*groups: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for group in groups for word in group)


def _json(name: str, *keys: str) -> frozenset[str]:
    """Every string under the keys of a lexicon file."""
    content = _content(name)
    return frozenset(word for key in keys for word in _strings(content[key]))


def _within(name: str, group: str, *keys: str) -> frozenset[str]:
    """Every string under the keys of one group of a lexicon file."""
    content = _content(name)[group]
    assert isinstance(content, dict)  # noqa: S101 - the form of our own file, tested with it
    return frozenset(word for key in keys for word in _strings(content[key]))


def _content(name: str) -> Mapping[str, object]:
    content: Mapping[str, object] = json.loads(paths.resource("lexicons", name).read_text(encoding="utf-8"))
    return content


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
