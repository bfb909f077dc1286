# SPDX-License-Identifier: MIT
"""What stands around a place: label words, column headings, denials, and whether a person is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewer.detection.reading import Reading
from reviewer.detection.starts import plain

BEFORE, AFTER = 60, 20


class Mentioned:
    """Whether any of many words stands in a text, whatever their case: sought in small letters, which takes a third of the time."""

    def __init__(self, pattern: str) -> None:
        self._any_case = re.compile(pattern, re.IGNORECASE)
        self._small = re.compile(
            re.sub(r"\\.|[^\\]+", lambda part: part[0] if part[0][0] == "\\" else part[0].lower(), pattern)
        )

    def within(self, text: str) -> bool:
        """Whether one of them is there."""
        if text.isascii() or plain(text):
            return self._small.search(text.lower()) is not None
        return self._any_case.search(text) is not None


_DENIAL = re.compile(
    r"\b(?:not an?|is no|isn't an?|not (?:his|her|the)|n'est pas (?:un|le|son)|pas un|ni un)\b[^.\t]{0,25}"
    r"\b(?:SIN|NAS|insurance|assurance|ID|identifi\w+|account|compte)\b",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"\b(?:vendor|invoice|purchase order|PO|order|receipt|ref(?:erence)?|index|contract|GCdocs|RDIMS|eDocs|project|ticket|ISBN"
    r"|serial|seal|fournisseur|facture|bon de commande|commande|re[cç]u|r[ée]f(?:[ée]rence)?|indice|contrat|SGDDI|projet|billet"
    r"|s[ée]rie|scell[ée]s?|lot de paie|lot|batch|catalogue|part|pi[èe]ce|samples?|[ée]chantillons?|fund|fonds|cost cent(?:re|er)|centre de co[ûu]ts|tracking|suivi|tender|bid|charter"
    r"|purchase)\b\.?(?: (?:no|number|num[ée]ro|n°)\b\.?)?\W{0,4}$",
    re.IGNORECASE,
)
PERSON_WORDS = Mentioned(
    r"\b(?:he|she|his|her|hers|him|himself|herself|who|whose|employee|applicant|client|sponsor|spouse|wife|husband|partner|mother|father"
    r"|son|daughter|sister|brother|aunt|uncle|nephew|niece|grandmother|grandfather|grandson|cousin|child|baby|patient|victim|officer|manager"
    r"|student|candidate|colleague|worker|resident|owner|captain|witness|complainant|grievor|claimant|man|woman|boy|girl|neighbour|I|my"
    r"|Mr|Mrs|Ms|Miss|Dr|Elder"
    r"|il|elle|lui|employée?|fonctionnaire|requérante?|demandeure?|demanderesse|cliente?|conjointe?|épou(?:x|se)|mari|femme|mère|père"
    r"|fils|fille|s[œo]eur|frère|tante|oncle|neveu|nièce|grand-mère|grand-père|petit-fils|petite-fille|cousine?|enfant|bébé|patiente?"
    r"|victime|agente?|gestionnaire|étudiante?|candidate?|collègue|travailleu(?:r|se)|résidente?|propriétaire|capitaine|témoin"
    r"|plaignante?|petite?|contrevenante?|homme|garçon|voisine?|titulaire|salariée?|stagiaire|matelot|ouvri(?:er|ère)|enseignante?"
    r"|M|MM|Mme|Mmes|Mlle|Me|aînée?)\b|\b(?:l'|d'|qu'|s'|lorsqu'|puisqu')(?:il|elle)\b",
)
SOMEONE = Mentioned(
    r"\b(?:he|she|his|her|hers|him|himself|herself|spouse|wife|husband|mother|father|son|daughter|sister|brother|aunt|uncle|nephew|niece"
    r"|grandmother|grandfather|grandson|cousin|baby|victim|captain|complainant|grievor|neighbour|Mr|Mrs|Ms|Miss|Elder"
    r"|elle|lui|conjointe?|épou(?:x|se)|mari|mère|père|fils|fille|s[œo]eur|frère|tante|oncle|neveu|nièce|grand-mère|grand-père"
    r"|petit-fils|petite-fille|cousine?|bébé|victime|capitaine|plaignante?|voisine?|patronne?|enseignante|Mme|Mlle|aînée?)\b"
    r"|\b(?:l'|d'|qu'|s'|lorsqu'|puisqu')(?:il|elle)\b|(?:^|[.:;,] |\bet )il (?!y\b|s'agit|faut|est (?:recommandé|possible|important|prévu|nécessaire|interdit|question))",
)
_TITLE_PAIR = re.compile(r"\b[A-ZÀ-Þ](?:[a-zà-ÿ'-]+|\.) (?:[A-ZÀ-Þ]\.? )?[A-ZÀ-Þ][a-zà-ÿ][\w'-]+")


class Cues:
    """Words of a recognizer's file, sought standing alone, whatever their case; curly apostrophes are straight by now."""

    def __init__(self, words: Iterable[str]) -> None:
        self._spelled = {word.replace("\u2019", "'").strip().casefold(): word.strip() for word in words}
        either = "|".join(re.escape(word) for word in sorted(self._spelled, key=len, reverse=True))
        self.regex = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def within(self, text: str) -> str:
        """The word that stands in the text, as our file spells it; the one nearest to its end; empty when there is none."""
        found = ""
        for match in self.regex.finditer(text):
            found = self._spelled.get(match.group().casefold(), self._spelled.get(match.group().lower(), ""))
        return found


def near(reading: Reading, place: tuple[int, int], words: Cues) -> str:
    """The label word that stands before, just after, in the column's heading or on the line above; else empty."""
    if found := words.within(reading.before(place[0], BEFORE)) or words.within(reading.label(place[0])):
        return found
    found = words.within(reading.after(place[1], AFTER))
    return "" if found and _DENIAL.search(reading.after(place[1], 3 * AFTER)) else found


def is_denied(reading: Reading, place: tuple[int, int], vetoes: Cues | None) -> bool:
    """Whether the text says that the number is another thing: an invoice, an order, "not a SIN"."""
    before = reading.before(place[0], 24)
    if _OTHER_NUMBER.search(before):
        return True
    around = reading.after(place[1], 80)
    if _DENIAL.search(around):
        return True
    if vetoes is None:
        return False
    tail = re.split(r"[.;:\t]", around, maxsplit=1)[0]
    return bool(vetoes.within(re.split(r"[.;\t]", before)[-1]) or vetoes.within(tail[:45]))


def is_other_column(reading: Reading, offset: int) -> bool:
    """Whether the number stands in a column of invoices, orders or the like."""
    cell = reading.cell_at(offset)
    return cell is not None and " | " not in cell.header and bool(_OTHER_NUMBER.search(cell.header))


def has_person(reading: Reading, offset: int, *, by_shape: bool = True) -> bool:
    """Whether the sentence (or table row) speaks of a person: a word for one or, by shape, two capitalised words."""
    line = reading.line_at(offset)
    if line is not None and line.is_row:
        start, end = line.start, line.end
    else:
        sentence = reading.sentence_at(offset)
        if sentence is None:
            return False
        start, end = sentence.start, sentence.end
    text = reading.text[start:end]
    return bool(PERSON_WORDS.within(text)) or (by_shape and bool(_TITLE_PAIR.search(text)))
