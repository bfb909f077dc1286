# SPDX-License-Identifier: MIT
"""Who is public by the Privacy Act, paragraphs 3(j.1) to (m), and whose name a place bears; the paragraph is named.

Ministers' staff, those who work for an institution under contract, those who have a discretionary benefit of a financial
nature from one, and the dead of more than twenty years. Each only where the words beside the name say so.
"""

from __future__ import annotations

import re

from reviewer.detection import institutions
from reviewer.detection.affiliation import Place
from reviewer.detection.reading import Reading

WHOLE = frozenset({"role_staff", "role_contract", "role_dead"})
"""These hold wherever the person is named; a benefit, and a place's name, only there."""
STAFF, CONTRACT, BENEFIT, DEAD, NAMESAKE = (
    "role_staff",
    "role_contract",
    "role_benefit",
    "role_dead",
    "role_namesake",
)
PARAGRAPHS = {STAFF: "3(j.1)", CONTRACT: "3(k)", BENEFIT: "3(l)", DEAD: "3(m)", NAMESAKE: "namesake"}
_TWENTY = 20
_RELEASED = 2026
"""No document is released before these rules were written; the years since a death are counted up to the release."""

_OFFICE = re.compile(
    r"^(?:,? ?\(|, ?)(?:[^.;:()\n\t]{0,60}?, ?|(?:[\w'-]+ ){0,5})"
    r"(?:the )?(?:(?:office of the|to the|chez l[ea]|(?:au )?cabinet (?:du|de la)|bureau (?:du|de la)|auprès (?:du|de la)) (?:federal )?minist(?:er|re)\b|minister's office\b|office of the prime minister\b|cabinet du premier ministre\b|prime minister's office\b"
    r"|MINO\b|PMO\b|CPM\b|exempt staff\b|ministerial (?:staff|advis[eo]r)\b|personnel (?:ministériel|exonéré)\b|(?:la )?chef(?:fe)? de cabinet (?:du|de la) ministre\b|conseill(?:er|ère) ministériel(?:le)?\b)",
    re.IGNORECASE,
)
_STAFF_BEFORE = re.compile(
    r"\b(?:minister's (?:chief of staff|director of \w+|press secretary|policy advis[eo]r|issues manager|staffer)|chief of staff to the (?:federal )?minister(?: of [\w ,]{3,50}?)?|ministerial (?:staffer|advis[eo]r)"
    r"|chef(?:fe)? de cabinet (?:du|de la) ministre(?: (?:de|du|des) [\w ,]{3,50}?)?|attachée? de presse (?:du|de la) ministre|conseill(?:er|ère) politique (?:du|de la) ministre|directeur de cabinet (?:du|de la) ministre),? ?$",
    re.IGNORECASE,
)
_OTHER_CROWN = re.compile(
    r"\b(?:provinc\w+|territor\w+|ontario|qu[ée]bec\w*|alberta|manitoba|saskatchewan|british columbia|colombie-britannique|nova scotia|nouvelle-écosse|new brunswick|nouveau-brunswick|newfoundland|terre-neuve"
    r"|prince edward|île-du-prince|yukon|nunavut|n\.?w\.?t|t\.?n\.?-?o|first nation|première nation|band council|municipal\w*|former\w*|ancien\w*|ex)\b",
    re.IGNORECASE,
)
_HIRED = re.compile(
    r"^(?:,? ?\(|,? )(?:(?:is |was |est |était )?(?:working |hired |engaged |retained |embauchée? |engagée? )?under (?:a )?(?:\w+ )?contract (?:to|with|for|by)|(?:is |was )?(?:an? )?(?:\w+ )?contractor (?:to|for|with|of)|(?:is |was )?(?:an? )?consultant (?:to|under contract (?:to|with))"
    r"|(?:retained|contracted|hired under contract) by|(?:est |était )?(?:\w+ )?sous contrat (?:avec|au|à|pour)|(?:est |était )?(?:une? )?contractuel(?:le)? (?:du|de la|de l'|des|d'|à|au|pour)|(?:est |était )?(?:une? )?consultante? (?:sous contrat|à contrat) (?:avec|au|à|pour)) ?(?:the |l[ea] |l'|les )?",
    re.IGNORECASE,
)
_AWARDED = re.compile(
    r"\b(?:contract|contrat|standing offer|offre à commandes)s? (?:[^\s.;:]+ ){0,8}?(?:awarded|given|let|accordée?|octroyée?|attribuée?|adjugée?) (?:to|à) (?:[\w.]{1,4} )?$",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"\b(?:(?:commercial|fishing|harvest(?:ing)?|export|import|timber|mineral|exploration|broadcasting|quota|outfitt(?:er|ing)(?:'s)?|aquaculture) (?:\w+ )?(?:licen[cs]es?|permits?)|grants?|contributions?|bursar(?:y|ies)|scholarships?"
    r"|(?:licences?|permis) (?:\w+ )?(?:commerciale?|de pêche(?: \w+)?|d'exportation|d'importation|de coupe|d'exploration|d'exploitation|d'aquaculture|de radiodiffusion|de pourvoirie)|subventions?|contributions?|bourses?)"
    r" (?:[^\s.;:]+ ){0,8}?(?:issued|granted|awarded|paid|made|transferred|reissued|délivrée?s?|accordée?s?|octroyée?s?|attribuée?s?|versée?s?|consentie?s?) (?:to|à) (?:[\w.]{1,4} )?$",
    re.IGNORECASE,
)
_BY_LAW = re.compile(
    r"\b(?:under|pursuant to|in accordance with|en vertu de|aux termes de|by the Minister|par l[ea] ministre)\b|\b(?:[A-Z]\w+ )(?:Act|Regulations)\b|\bLoi sur\b"
)
_LIVED = re.compile(
    r"^,? \((?:[A-Za-zé.]{0,10} ?)?(?:\d{1,2} \w+ )?\d{4} ?[-–—] ?(?:[A-Za-zé.]{0,10} )?(\d{4})\)"
)
_DIED = re.compile(
    r"^,?(?: \(|,? )(?:(?:who|qui) )?(?:had |has |is |est |était |a )?(?:d\.|died|passed away|deceased|décéd(?:a|ée?)|morte?|mourut)(?: (?:in|on|en|le|l'an|since|depuis|at|à|au))?[^.;()\n\t]{0,35}?\b((?:1[6-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_NAMED_FOR = re.compile(
    r"\b(?:building|laborator\w+|vessel|ship|wing|institute|school|hall|street|lake|mountain|bridge|room|library|museum|station|base|park|centre|center|award|prize|édifice|immeuble|laboratoire|navire|pavillon|institut|école|rue|lac|mont|pont"
    r"|salle|bibliothèque|musée|parc|prix|bourse)\b[^.;\n\t]{0,80}\b(?:named (?:for|after|in (?:hono\w+|memory) of)|nommée? (?:en (?:l'honneur|mémoire) de|d'après)|baptisée? (?:en l'honneur de|du nom de)|porte le nom de|bears the name of) (?:[\w.]{1,4} )?$",
    re.IGNORECASE,
)


def public_by(reading: Reading, place: Place) -> str:
    """The rule by which the words beside a name make the person public; empty where none does."""
    before, after = reading.before(place[0], 150), reading.after(place[1], 130)
    if _is_staff(before, after):
        return STAFF
    if _is_hired(before, after):
        return CONTRACT
    if _has_benefit(reading, place, before, after):
        return BENEFIT
    died = _LIVED.match(after) or _DIED.match(after)
    if died and _RELEASED - int(died.group(1)) > _TWENTY:
        return DEAD
    return NAMESAKE if _NAMED_FOR.search(before) else ""


def _is_staff(before: str, after: str) -> bool:
    said = _OFFICE.match(after)
    if said:
        return not _OTHER_CROWN.search(re.split(r"[.;)\n\t]", after[said.start() + 2 :])[0])
    told = _STAFF_BEFORE.search(before)
    return told is not None and not _OTHER_CROWN.search(before[max(0, told.start() - 20) :])


def _is_hired(before: str, after: str) -> bool:
    hired = _HIRED.match(after)
    if hired:
        rest = after[hired.end() :]
    elif _AWARDED.search(before) and (by := re.match(r" (?:by|par) (?:the |l[ea] |l')?", after)):
        rest = after[by.end() :]
    else:
        return False
    place = next(institutions.places(rest), None)
    return place is not None and place[0] == 0


def _has_benefit(reading: Reading, place: Place, before: str, after: str) -> bool:
    if not _GRANTED.search(before):
        return False
    sentence = reading.sentence_at(place[0])
    text = reading.text[sentence.start : sentence.end] if sentence else before + after
    return bool(_BY_LAW.search(text)) or institutions.names_institution(text)
