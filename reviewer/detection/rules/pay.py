# SPDX-License-Identifier: MIT
"""The exact pay of a person: an amount, a word for pay before it, a person in the sentence; not a price, not a range."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.context import has_person
from reviewer.detection.reading import Reading
from reviewer.model.finding import Category, EvidenceKind

_AMOUNT = r"(?:(?:US|CA)?\$ ?\d{1,3}(?:[ ,]?\d{3}){0,3}(?:\.\d{2})?(?!\d)|(?<![\d.,])\d{1,3}(?: ?\d{3}){0,3}(?:,\d{2})? ?\$(?:CA)?)"
_PERIOD = r"(?: ?(?:an?|per|/) ?(?:year|yr|annum|hour|hr|h|week|month|day|fortnight)\b| ?(?:l'heure|de l'heure|/ ?(?:h|an|mois|semaine|heure)\b|par (?:heure|jour|semaine|quinzaine|mois|an|année)\b|pour la saison|annuellement))"
_PAY = re.compile(
    rf"{_AMOUNT}(?:[^.\t\n$]{{1,30}}\b(?:salary|salaire) (?:of|de) {_AMOUNT})?(?P<period>{_PERIOD})?(?: \((?:and )?(?:et non|not|instead of|au lieu de|was|était) {_AMOUNT}\))?"
)
_WORD = re.compile(
    r"\b(?:salar(?:y|ies)|wages?|earn(?:s|ed|ings?)?|makes|gets|is on|rentes?|is paid|was paid|paid (?:him|her)|(?:gross|net|base|sick|severance|acting|vacation|weekly|monthly|annual|take-home) pay|pay (?:rate|stubs?|is|was|of)|rate of pay"
    r"|(?:annual|acting|hourly|substantive|current) rate|pension|income|benefits? of|social assistance|severance|bonus"
    r"|salaires?|traitement(?: annuel)?|paie|paye|rémunér\w+|gagn(?:e|ait|ent|era)|touch(?:e|ait)|reçoit|est payée?|taux de (?:paye|rémunération)|pension|prestations?|revenus?|aide sociale|indemnité de départ|prime au rendement)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"sala[ir]|wage|trait|rémun|base|gross|acting|annual|hourly|net|take", re.IGNORECASE)
_NEAR = 12
"""Signs between the word for pay and the amount that make it a label."""
_OFFER = re.compile(
    r"\b(?:offer(?:ed|ing)?|offrir|offre|lettre d'offre|letter of offer|hired at|settled (?:on|at)|recruited at|engagée? à|recrutée? à|position at|poste à|start(?:s|ing)? at|embauchée?)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed)? for|wants?|wanted|demand(?:e|ait)|veut|voulait)\b[^.;$]{0,12}$", re.IGNORECASE
)
"""An amount asked for is pay where the sentence goes on to speak of pay."""
_PRICE = re.compile(
    r"\b(?:prices?|unit|fee|fees|fine|fines|cost|costs|budget|contract|tender|bid|rent|invoice|grant|funding|deposit|roof|motor|tarif|prix|coûts?|amende|facture|loyer|subvention|dépens\w*|per diem|frais|contrat|soumission"
    r"|appropriation|million|range|échelle|between|entre|up to|jusqu'à|génératrice|landowner|lease|bail|donation|don|pension fund|net smelter|revenu net)\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"year|yr|annum|\bans?$|année|annuel", re.IGNORECASE)
_SPOKEN = re.compile(
    rf"{_AMOUNT} ?(?:a|an|per|par|/) ?(?:year|annum|année|an|hour|heure)\b|\b(?:salary|salaire|pay)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"^ ?(?:-|to|à|and|et) ?\$? ?\d")


class PayRule:
    """Amounts that are what somebody earns."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each amount with its period."""
        for match in _PAY.finditer(reading.text):
            if self._is_pay(reading, match):
                yield candidate(
                    match.span(),
                    Category.SALARY,
                    "salary_person",
                    0.75,
                    EvidenceKind.CONTEXT,
                    detail="pay, salaire",
                )

    @staticmethod
    def _is_pay(reading: Reading, match: re.Match[str]) -> bool:
        before = re.split(r"(?<=[a-zà-ÿ)])[.;] ", reading.before(match.start(), 90))[-1]
        words = list(_WORD.finditer(before))
        whole = bool(_WORD.search(match.group()))
        header = bool(_WORD.search(reading.label(match.start())))
        offer = bool(_OFFER.search(before)) and len(re.sub(r"\D", "", match.group())) >= 5
        if _ASKED.search(before) and _goes_on_to_pay(reading, match):
            return True
        yearly = bool(_YEARLY.search(match.group("period") or ""))
        if not (words or whole or header or offer or yearly):
            return False
        since = before[words[-1].end() :] if words else before
        if _PRICE.search(since) or _RANGE.match(reading.after(match.end(), 12)):
            return False
        labelled = (
            bool(words)
            and bool(_LABEL.match(words[-1].group()))
            and (len(since.strip(" :=-")) <= _NEAR or since.rstrip().endswith(":"))
        )
        if yearly and not words and len(re.sub(r"\D", "", match.group())) >= 5:
            return has_person(reading, match.start())
        return labelled or bool(words and match.group("period")) or has_person(reading, match.start())


def _goes_on_to_pay(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a person's sentence speaks of pay, and of no price, behind the amount."""
    sentence = reading.sentence_at(match.start())
    rest = reading.text[match.end() : sentence.end] if sentence else ""
    return bool(_SPOKEN.search(rest)) and not _PRICE.search(rest) and has_person(reading, match.start())
