# SPDX-License-Identifier: MIT
"""People called by one letter, as judgments and complaints do: "K", [L.], Mme G., a witness, W."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.detection.candidate import Candidate
from reviewer.detection.namewords import TOKEN, UPPER, words
from reviewer.detection.reading import Reading
from reviewer.detection.starts import Sought
from reviewer.model.finding import Category, Evidence, EvidenceKind

_LETTER = rf"[{UPPER}]\.?"
_QUOTED = re.compile(rf"(?:\"(?P<q>{_LETTER})\"|« ?(?P<g>{_LETTER}) ?»|\[(?P<b>{_LETTER})\])")
_TITLED = re.compile(rf"(?<!\w)(?P<t>[{UPPER}])(?![\w.'&/-]|\)?\d| {TOKEN})")
_SOMEBODY = Sought(
    re.compile(
        r"\b(?:witness|complainant|victim|patient|child|employee|grievor|applicant|accused|suspect|inmate|tenant|informant|student"
        rf"|témoin|plaignante?|victime|patiente?|mineure?|enfant|employée?|requérante?|accusée?|suspecte?|détenue?|locataire|élève|fille|fils|dénommée?),? ?[(,]? ?"
        rf"(?P<p>{_LETTER})(?=[,) ])(?! {TOKEN}| \d|\))?",
        re.IGNORECASE,
    )
)
_PLACED = re.compile(
    r"(?:annex|annexe|appendix|appendice|schedule|category|catégorie|class|classe|option|type|zone|plan|section|part|partie|group|groupe|team|équipe|level|niveau"
    r"|protected|protégé|letter|lettre|point|item|block|bloc|unit|unité|wing|aile|column|colonne|row|grade|hepatitis|hépatite|vitamin|vitamine|question|form|formulaire) ?$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r",? (?:un|une|a|an|son|sa|his|her|who|qui|was|is|had|has|did|était|est|avait|a|ne|n'|se|s'|prétend\w*)\b|, |[.;)]|$"
)
_AGENT = re.compile(r"\b(?:by|par|with|avec|told|from|chez|that|que|de|to|à)(?: [\"«\[])?[\"«\[ ]*$")
_LONE = 0.58


def find(reading: Reading) -> Iterator[Candidate]:
    """Letters that stand for somebody where they are introduced; `repeats` finds the others."""
    for match in _QUOTED.finditer(reading.text):
        group = str(match.lastgroup)
        before = reading.before(match.start(), 30)
        if _PLACED.search(before) or not _ACTS.match(reading.text[match.end() : match.end() + 14]):
            continue
        bracket = group == "b"
        if bracket or _AGENT.search(before) or words().verb_after.match(reading.after(match.end(), 40)):
            yield _candidate(*match.span(group), "name_letter_quoted", EvidenceKind.PATTERN)
    for match in _SOMEBODY.finditer(reading.text, reading.starts):
        if match.group("p")[0].isupper():
            yield _candidate(*match.span("p"), "name_letter_somebody", EvidenceKind.CONTEXT)
    for match in _TITLED.finditer(reading.text):
        if words().title_before.search(reading.before(match.start(), 20)):
            yield _candidate(*match.span("t"), "name_letter_titled", EvidenceKind.TITLE)


def repeats(reading: Reading, letter: str) -> Iterator[tuple[int, int]]:
    """The other places where a letter stands alone as a person's would."""
    after = r"(?![\w'&/°%-]|\.?\d)" if letter.endswith(".") else r"(?![\w'&/°%-]|\.\w)"
    for match in re.finditer(rf"(?<![\w.'&/-]){re.escape(letter)}{after}(?! ?{TOKEN}\b| \d)", reading.text):
        before = reading.before(match.start(), 30)
        if (
            not _PLACED.search(before)
            and not re.search(rf"(?:{TOKEN}|\d|§|[{UPPER}]\.) $", before)
            and before.strip()
        ):
            yield match.span()


def _candidate(start: int, end: int, rule: str, kind: EvidenceKind) -> Candidate:
    score = 0.9 if kind is EvidenceKind.TITLE else _LONE
    return Candidate(start, end, Category.PERSON, rule, score, (Evidence(kind, rule, score),))
