# SPDX-License-Identifier: MIT
"""Words beside which people stand in hasty papers: "RIP Gunnar", "on the Achterberg appeal", "c'est Piotr qui", "Tesfaye: fine by me"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.detection.namewords import TOKEN, fold, words
from reviewer.detection.reading import Reading
from reviewer.model.finding import Evidence, EvidenceKind


@dataclass(frozen=True, slots=True)
class _Hint:
    """What stands before and after, and how much it says of a word that a list of names has, and of one that none has."""

    rule: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    listed: float
    unlisted: float

    def speaks(self, before: str, after: str) -> bool:
        return (self.before is None or self.before.search(before) is not None) and (
            self.after is None or self.after.match(after) is not None
        )


_HINTS = (
    _Hint(
        "name_asked",
        re.compile(
            r"(?<![\w-])(?:ask(?:ed)?|tell|told|ping(?:ed)?|text(?:ed)?|phone|call|email|remind|thank|thanks|thx|bcc'd|cc'd|RIP|h/t|kudos to|happy birthday|neither|nor|nobody but"
            r"|demande(?:r|z)? à|dis à|dit à|dites à|dire à|écri[st] à|téléphone à|rappelle|préviens|remercie|texte à|merci|bonne fête|repose en paix|sauf|ni),? $",
            re.IGNORECASE,
        ),
        None,
        0.58,
        0.4,
    ),
    _Hint(
        "name_matter",
        re.compile(r"(?:\b(?:the|this|that)|\b(?:re|fwd?|fw|tr|obj|objet) ?:) $", re.IGNORECASE),
        re.compile(
            r"^ (?:appeal|grievance|complaint|case|claim|hearing|probation|estate|lease|interview|accommodation|dismissal|harassment|custody|eviction|discipline)\b"
        ),
        0.58,
        0.56,
    ),
    _Hint(
        "name_matter",
        re.compile(
            r"\b(?:appel|plainte|grief|réclamation|succession|audience|congédiement|entrevue|expulsion)(?: d'| de)? ?$",
            re.IGNORECASE,
        ),
        None,
        0.58,
        0.45,
    ),
    _Hint("name_who", None, re.compile(r"^ (?:who|whom|qui)\b"), 0.5, 0.4),
    _Hint(
        "name_whose",
        None,
        re.compile(
            r"^'s (?:desk|version|wife|husband|partner|mother|father|mom|dad|son|daughter|brother|sister|kids?|laptop|phone|lawyer|truck|e?-?mail|hours|shift|leave|statement|signature|badge|dog|house|place|last day|doctor|manager|boss|absence|return|behaviou?r)\b"
        ),
        0.5,
        0.4,
    ),
    _Hint(
        "name_whose",
        re.compile(
            r"\b(?:femme|mari|mère|père|fils|fille|frère|sœur|soeur|version|déclaration|déposition|signature|congé|heures|quart|chien|camion|char|auto|téléphone|portable|avocate?|départ|retour|absence) (?:de |d'|à )$"
        ),
        None,
        0.5,
        0.4,
    ),
    _Hint("name_asked", re.compile(r"[a-zà-ÿ] ?(?:=|\?) ?$"), None, 0.45, 0.3),
    _Hint(
        "name_small_one",
        re.compile(
            r"(?<![\w-])(?:old man|poor|young|little|old|le petit|la petite|petite?|le jeune|la jeune|le vieux|la vieille|bonhomme|pauvre|défunte?|feue?|mononcle|matante) $",
            re.IGNORECASE,
        ),
        None,
        0.58,
        0.5,
    ),
    _Hint("name_somewhere", None, re.compile(r"^ (?:to|at|in|au|à|=|->|<>|3rd|2nd|1st|3e|2e) ?\d"), 0.4, 0.3),
)
"""For one word that is none of the language."""
_RUN_IN = re.compile(r"^ ?: ?[a-zà-ÿ]")
_TALKS = re.compile(
    r"^ ?: ?(?:i|i'm|i'll|yes|no|ok|okay|fine|sure|we|not|can|thanks|yep|nope|je|j'ai|j'|oui|non|on|ça|c'est|d'accord|pas|merci)\b"
)
_GOES_ON = re.compile(r"^(?:,| [a-zà-ÿ])")
_BULLET = re.compile(r"[-*•\s\d:h.()]*")
_HOUSEHOLD_AFTER = re.compile(
    r"^ (?:boys|girls|brothers|sisters|siblings|family|kids|twins|household|couple|children)\b"
)
_HOUSEHOLD_BEFORE = re.compile(
    r"\b(?:[Ll]a famille|[Ll]es (?:gars|frères|sœurs|soeurs|filles|enfants|époux|jumeaux|jumelles)|[Ll]a succession) $"
)
_THE = re.compile(r"\b[Tt]he $")
_SEVERAL_KIN = re.compile(
    r"(?<![\w-])(?:his|her|their|my|our|the|les|leurs|ses|mes|nos) (?:\w+ )?(?:twins|boys|girls|kids|children|sons|daughters|grandchildren|nieces|nephews"
    rf"|jumelles|jumeaux|garçons|filles|fils|enfants|petits-enfants|cousins|cousines|parents)(?: are| sont|,|:)? ?\(?(?:{TOKEN}(?:, | and | et ))*$",
    re.IGNORECASE,
)


def said(reading: Reading, start: int, text: str, before: str, after: str) -> Iterator[Evidence]:
    """Every hint beside a run."""
    folded = fold(text)
    if is_else(folded):
        return
    if _SEVERAL_KIN.search(before):
        yield _context("name_kin", 0.7)
    if _HOUSEHOLD_BEFORE.search(before) or (_THE.search(before) and _HOUSEHOLD_AFTER.match(after)):
        yield _context("name_household", 0.65)
    if " " in text:
        return
    listed = words().is_name(folded)
    for hint in _HINTS:
        if hint.speaks(before, after):
            yield _context(hint.rule, hint.listed if listed else hint.unlisted)
    if words().deed_after.search(after):
        yield _context("name_deed", 0.4)
    line = reading.line_at(start)
    if line is None or line.is_row or not _BULLET.fullmatch(reading.text[line.start : start]):
        return
    if _RUN_IN.match(after):
        yield _context("name_speaker", 0.58 if listed or _TALKS.match(after) else 0.4)
    elif listed and line.start > 0 and not reading.text[start + len(text) :].strip(" ."):
        yield _context("name_signs", 0.4)
    elif listed and _GOES_ON.match(after):
        yield _context("name_opens", 0.38)


def is_else(word: str) -> bool:
    """Whether it is a word, a thing or a place."""
    cues = words()
    return word in cues.ordinary or word in cues.things or word in cues.places or word in cues.common


def _context(rule: str, score: float) -> Evidence:
    return Evidence(EvidenceKind.CONTEXT, rule, score)
