# SPDX-License-Identifier: MIT
"""What a sentence says, as features that trained weights judge: words, pairs, groups of like words, heading, cues.

No name of a person is a feature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.model.document import Language

NAMED = "Xx"
"""Stands for every person's name."""
_PREFIX, _HEAD_WORDS, _HEAD_PREFIX = 5, 8, 6
_CERTAIN = 1.0
_WORD = re.compile(r"\d+|[^\W\d_]+|[$%?]")
_LIKELY_FRENCH = re.compile(
    r"\b(?:le|la|les|de|des|du|un|une|est|pas|et|que|il|elle|l|d|qu|au|aux|sur|par|pour|dans|son|sa|ses)\b|[éèêàçô]"
)
_LIKELY_ENGLISH = re.compile(
    r"\b(?:the|and|of|to|a|is|was|in|for|he|she|his|her|not|on|at|by|with|that|has|are|be)\b"
)

_SECRECY = re.compile(
    r"\b(?:not (?:to )?(?:be )?(?:said|told|shared|copied|repeated|disclosed|released|published|announced|mentioned|discussed|named|public)"
    r"|(?:do not|don't|must not|should not|never) (?:tell|say|share|copy|repeat|disclose|mention|discuss|name|go|get|leave|know)"
    r"|(?:has|have|had|was|were|been) (?:not|never)(?: yet)?(?: been)? (?:told|announced|released|made public|disclosed)"
    r"|not (?:yet |been )*(?:told|announced|public|released)|(?:does|do) not know|nobody|no one|not a word|in (?:strict )?confidence|confidential\w*|secret\w*"
    r"|off the record|between (?:us|you)|on (?:condition|the understanding)|sworn|swore|quiet\w*|privately|in private|for (?:us|our|my) (?:alone|only|eyes)"
    r"|to us (?:alone|only)|un(?:published|announced)|leak\w*|whisper\w*|under (?:seal|wraps)|sealed|promise of|kept? (?:out|from)"
    r"|ne (?:pas|rien|plus) (?:le |la |les |en )?(?:dire|diffuser|parler|divulguer|copier|nommer|afficher|transmettre|indiquer|mentionner|communiquer|[ée]bruiter)"
    r"|ne (?:le |la |les |l'|en )?(?:doi\w*|veu\w*|sa\w+|connai\w*|paraisse|sorte|circule)|n'(?:est|a|ont|ait) (?:pas|rien|jamais|encore)\b"
    r"|pas (?:encore )?(?:annonc|publi|divulgu|avis)\w*|personne (?:ne|d'autre|hors)|pas un mot|sous (?:le sceau|pli|toutes|le couvert)|entre nous"
    r"|[àa] condition qu\w*|en (?:toute )?confidence|confi(?:e|ent|[ée]e?s?|dentiel\w*)\b|pour nos yeux|[àa] nous seuls?|nous seuls|l'ignore\w*|taire|tait"
    r"|jurer|discr[èe]te?\w*|en priv[ée]|r[ée]serv[ée]e|nulle part|cach\w+|silence)",
    re.IGNORECASE,
)
_LONG, _VERY_LONG = 14, 24
"""Sentences of so many words; what is sensitive is told at length more often than what is not."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and what stands around it; `cues` are the sums of its cues by category, vetoed ones left out."""

    text: str
    language: Language
    names: tuple[tuple[int, int], ...] = ()
    heading: str = ""
    cues: tuple[tuple[str, float], ...] = ()
    someone: bool = False
    in_row: bool = False


@dataclass(frozen=True, slots=True)
class Groups:
    """The words of a language by group of like words; each group lies in a coarser one."""

    fine: Mapping[str, int]
    coarse: Sequence[int]


def features(said: Said, known: Mapping[Language, Groups]) -> dict[str, float]:
    """Every feature of a sentence with its strength."""
    found: dict[str, float] = {}
    language = said.language
    fine, coarse = known[language].fine, known[language].coarse
    before = "<"
    for word, written in words(said):
        found[f"b={before} {written}"] = 1.0
        before = written
        if written == NAMED:
            found["s=named"] = 1.0
            if word == NAMED:
                continue
        found[f"w={word}"] = 1.0
        if len(word) > _PREFIX:
            found[f"p={word[:_PREFIX]}"] = 1.0
        group = fine.get(word)
        if group is not None and written != NAMED:
            found[f"k={language}{group}"] = 1.0
            found[f"K={language}{coarse[group]}"] = 1.0
    found[f"b={before} >"] = 1.0
    for match in list(_WORD.finditer(said.heading.lower()))[:_HEAD_WORDS]:
        found[f"h={match.group()[:_HEAD_PREFIX]}"] = 1.0
    for category, sum_ in said.cues:
        found[f"c={category}"], found[f"C={category}"] = sum_, 1.0
        if sum_ >= _CERTAIN:
            found[f"D={category}"] = 1.0
    found.update((sign, 1.0) for sign in _signs(said))
    return found


def _signs(said: Said) -> Iterator[str]:
    """What is true of the whole sentence."""
    if said.someone:
        yield "s=someone"
    if said.in_row:
        yield "s=row"
    if _SECRECY.search(said.text):
        yield "s=secrecy"
    blanks = said.text.count(" ")
    if blanks >= _LONG:
        yield "s=long" if blanks < _VERY_LONG else "s=very_long"


def words(said: Said) -> Iterator[tuple[str, str]]:
    """Each word in small letters, and as it stands in a pair; both are the sign for a name inside a person's name."""
    names = iter((*said.names, (len(said.text) + 1, len(said.text) + 2)))
    start, end = next(names)
    inside = False
    for match in _WORD.finditer(said.text):
        at, word = match.start(), match.group()
        while at >= end:
            start, end = next(names)
            inside = False
        if at >= start:
            if not inside:
                inside = True
                yield NAMED, NAMED
            continue
        if word[0].isdigit():
            yield "0", "0"
        elif at and word[0].isupper() and not word.isupper():
            yield word.lower(), NAMED
        else:
            yield word.lower(), word.lower()


def likely_language(text: str) -> Language:
    """The likelier language of a line by its small words: cheaper than the identifier, and enough here."""
    lowered = text.lower()
    french, english = (len(each.findall(lowered)) for each in (_LIKELY_FRENCH, _LIKELY_ENGLISH))
    return Language.FR if french > english else Language.EN
