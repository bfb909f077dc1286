# SPDX-License-Identifier: MIT
"""Names that no capitalised run between blanks shows: "@Bertrand", "Lum/Okafor", "ask julio"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.detection.candidate import Candidate
from reviewer.detection.namehints import is_else
from reviewer.detection.namewords import TOKEN, fold, words
from reviewer.detection.reading import Reading
from reviewer.model.finding import Category, Evidence, EvidenceKind

_MENTIONED = re.compile(rf"(?<![\w.@/-])@({TOKEN})(?![\w@&]|\.\w)")
_PAIR = re.compile(rf"(?<![\w./@&+-])({TOKEN})(?:/| \+ | ?<> ?| ?-> ?)({TOKEN})(?![\w/@&+-]|\.\w)")
_SMALL = re.compile(
    r"(?<![\w-])(?:ask|asked|tell|told|ping|call|called|text|texted|email|with|by|thanks|thx|hi|hey|cheers,?|is"
    r"|demande à|dis à|dit à|avec|par|appelle|merci|salut|allo|à plus,?|chez|est)[ \n]([^\W\d_A-Z]{4,})(?: ([^\W\d_A-Z]{4,}))?(?![\w@'/-]|\.\w)"
)
_SPOKEN = re.compile(
    r"^\[?\d{1,2}[:h]\d{2}(?::\d{2})?\]?(?: ?[|,-])? ([^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+)?) ?(?:[:>]|\||\u2013 |- )(?!\d)",
    re.MULTILINE,
)
"""Who speaks in a chat or a log: "[06:09] Marek: the pump is back"."""
_NAME = 0.58


def find(reading: Reading) -> Iterator[Candidate]:
    """The names of a reading that are written so."""
    for match in _MENTIONED.finditer(reading.text):
        if _known(fold(match.group(1))):
            yield _candidate(*match.span(1), "name_mentioned")
    for match in _PAIR.finditer(reading.text):
        both = [fold(word) for word in match.groups()]
        if any(_borne(word) for word in both) and not any(is_else(word) for word in both):
            yield _candidate(*match.span(1), "name_paired")
            yield _candidate(*match.span(2), "name_paired")
    for match in _SPOKEN.finditer(reading.text):
        if not any(
            words().is_word(fold(word)) or fold(word) in words().headings for word in match.group(1).split()
        ):
            yield _candidate(*match.span(1), "name_spoken")
    for match in _SMALL.finditer(reading.text):
        first, last = match.group(1), match.group(2)
        if _small_given(fold(first)):
            goes_on = last is not None and fold(last) not in words().common
            yield _candidate(match.start(1), match.end(2 if goes_on else 1), "name_small")


def _small_given(word: str) -> bool:
    """Whether a word in small letters is a usual given name and nothing else."""
    cues = words()
    return word in cues.firsts | cues.rarer and not is_else(word) and word not in cues.ambiguous


def _borne(word: str) -> bool:
    """Whether a list of names has it, and no list of words."""
    return words().is_name(word) and word not in words().common


def _known(word: str) -> bool:
    return words().is_name(word) and word not in words().ordinary


def _candidate(start: int, end: int, rule: str) -> Candidate:
    evidence = Evidence(EvidenceKind.CONTEXT, rule, _NAME)
    return Candidate(start, end, Category.PERSON, rule, _NAME, (evidence,))
