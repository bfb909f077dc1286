# SPDX-License-Identifier: MIT
"""Ages said of a person without a label: "Minnie is 16", "Solomiya, twelve, with her mother", "dans la cinquantaine"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.detection import spelled
from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.context import has_person
from reviewer.detection.namewords import TOKEN
from reviewer.detection.reading import Reading
from reviewer.detection.starts import Sought
from reviewer.model.finding import Category, EvidenceKind

_WORDS = spelled.either(spelled.ENGLISH, least=2)
_MOTS = spelled.either(spelled.FRENCH, least=2)
_AFTER_NAME = rf"(?<![\w'-]){TOKEN}"
_NEXT = r"(?=(?:of|from|with|was|were|is|has|who|owns?|lives?|and (?:his|her)|du|de|dont|qui|habite|employée?|propriétaire)\b)"
_CLOSED = r"\)(?! ?\d)(?=,? (?:of|from|was|is|has|who|and|de|qui|a|est|souhaite|habite|dit|veut)\b)"
_NO_SPAN = r"\b(?! (?:de|d'(?:exp|anc)|plus tard|après))"
_AGES = tuple(
    (re.compile(f"{before}$"), Sought(re.compile(value)))
    for before, *values in (
        (
            rf"(?:{_AFTER_NAME}|\b[Ss]he|\b[Hh]e) ",
            rf"\b(?:is|was|turned|turns) (?:only |now |just |about )?(?P<value>\d{{1,2}}|{_WORDS})(?= ?[,.;)](?!\d)| years?\b| and |(?<=d \d\d)(?: in| on| this| last)\b)",
        ),
        (
            rf"(?:{_AFTER_NAME}|\b[Ss]he|\b[Hh]e)'",
            rf"\bs (?:only |now |just |about )?(?P<value>\d{{1,2}}|{_WORDS})(?= ?[,.;)](?!\d)| years?\b| and )",
        ),
        (
            rf"{_AFTER_NAME}\)?,(?: now| only)?(?: age| aged)? ",
            rf"\b(?P<value>\d{{1,2}}),? {_NEXT}",
            rf"\b(?P<value>{_WORDS}),? {_NEXT}",
        ),
        (
            rf"{_AFTER_NAME}(?: {TOKEN})? \(",
            rf"\b(?P<value>\d{{2}}(?: ans)?|\d ans){_CLOSED}",
            rf"\b(?P<value>{_MOTS} ans){_CLOSED}",
        ),
        (
            rf"(?:{_AFTER_NAME},?|\b[Ii]l|\b[Ee]lle) ",
            rf"\b(?:a|avait|aura) (?P<value>(?:\d{{1,2}}|{_MOTS}) ans)\b(?! (?:de|d'|pour|à)\b)",
        ),
        (
            rf"{_AFTER_NAME}\)?, ",
            rf"\b(?P<value>\d{{1,3}} ans){_NO_SPAN}",
            rf"\b(?P<value>{_MOTS} ans){_NO_SPAN}",
        ),
        (
            "",
            r"\b(?:fils|fille|enfant|garçon|homme|femme|petit|petite|élève|étudiante?|boy|girl|man|woman|child|son|daughter) (?:de |of |aged )(?P<value>\d{1,3}(?: ans)?)\b(?! ?(?:per|%|\$|m\b|km))",
        ),
    )
    for value in values
)
"""What stands before an age, to its last sign, and the age with what follows."""
_BEFORE = 70
_TOLD = tuple(
    Sought(re.compile(pattern, re.IGNORECASE))
    for pattern in (
        rf"\bwho (?:is|was|turned|turns) (?:only |now |just |about )?(?P<value>\d{{1,2}}|{_WORDS})(?= ?[,.;)](?!\d)| and )",
        rf"\b(?:boy|girl|son|daughter|child|baby|brother|sister|mother|father|wife|husband|uncle|aunt|garçon|petite?), (?P<value>\d{{1,2}}|{_WORDS}|(?:\d{{1,2}}|{_MOTS}) ans)(?=[,.])",
        r"\b(?:resident of|citizen of|originaire de|résidente? de) [A-ZÀ-Ý][\w' -]{2,30}, (?P<value>[1-9]\d)(?=,)",
        rf"\b(?P<value>{_WORDS}(?: years?(?: old| of age)|-year-old))\b",
        r"(?<!\d to )(?<!\d and )(?<!at least )(?<!under )(?<!over )\b(?P<value>\d{1,3} years? of age)\b",
        r"\b(?P<value>in (?:his|her|their) (?:(?:early|mid|late|middle)[ -])?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|\d0s))\b",
        r"\bdans la (?:jeune |mi-)?(?P<value>vingtaine|trentaine|quarantaine|cinquantaine|soixantaine)\b(?! de)",
        rf"\b[âa]gée?s? de (?P<value>{_MOTS} ans)\b",
        rf"\b(?:père|mère|mari|femme|conjointe?|fils|fille|frère|s[œo]eur|oncle|tante|grand-père|grand-mère|patiente?|cliente?|voisine?), (?P<value>(?:\d{{1,3}}|{_MOTS}) ans)\b",
        r"\b(?:is|was) (?P<value>(?:a )?(?:septuagenarian|octogenarian|nonagenarian))\b",
    )
)
"""These need a person in the sentence."""
_CUE = "age, âge"


class AgeRule:
    """Ages beside a name or a word for a person."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each age."""
        for before, sought in _AGES:
            for match in sought.finditer(reading.text, reading.starts):
                if before.search(reading.text, max(0, match.start() - _BEFORE), match.start()):
                    yield _age(match)
        for sought in _TOLD:
            for match in sought.finditer(reading.text, reading.starts):
                if has_person(reading, match.start()):
                    yield _age(match)


def _age(match: re.Match[str]) -> Candidate:
    return candidate(match.span("value"), Category.AGE, "age_person", 0.65, EvidenceKind.CONTEXT, detail=_CUE)
