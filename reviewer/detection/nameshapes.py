# SPDX-License-Identifier: MIT
"""The shapes of names and of what stands beside them: the patterns that names.py weighs."""

from __future__ import annotations

import re

from reviewer.detection.namewords import INITIALS, PARTICLE, TOKEN, UPPER

VERB_LIKE = frozenset(
    {
        "notes",
        "reports",
        "calls",
        "prix",
        "plans",
        "est",
        "table",
        "bureau",
        "office",
        "point",
        "port",
        "chair",
        "part",
        "sud",
        "nord",
        "court",
        "board",
        "items",
        "form",
    }
)
"""Words of the lexicon of things that are verbs or directions after a name."""
ENUMERATED = re.compile(r"^[A-Z]\. \w+$")
INVERTED = re.compile(
    rf"(?<![\w.'-]){TOKEN}(?: (?:{PARTICLE} )?{TOKEN}){{0,2}}, (?:{TOKEN}|{INITIALS})(?: (?:{TOKEN}|{INITIALS})){{0,2}}"
)
UNIT = re.compile(r" \([A-ZÀ-Þ][\w/ &-]{1,12}\)")
CAPITALS = re.compile(rf"^[{UPPER}' .-]+$")
INITIAL_AND_NAME = re.compile(rf"^(?:{INITIALS} )+(?:{PARTICLE} )?{TOKEN}(?: {TOKEN})?$")
BY = re.compile(
    r"\b(?:by|with|from|to|for|and|&|per|via|tell|told|ask|asked|call|called|met|saw|thank|thanked|contact|remind|reminded|said to|spoke (?:to|with)"
    r"|par|avec|chez|pour|à|et|selon|appeler|rappeler|contacter|joindre|voir|aviser|prévenir|rencontr\w+|remercier|d'après|avisé|de|entre"
    r"|offrir à|auprès de|celui de|celle de) $",
    re.IGNORECASE,
)
PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|via|through|toward|towards|around|outside|off|across|vers|près de|jusqu'à|dans|en|on|sur|lac|Lac|rivière|mont|île|baie|pointe"
    r"|hameau|village|ville|rue|avenue|chemin|motel|hôtel|cap|Cape|Mount|Lake|Fort|Port|Saint|Sainte) (?:l'|la |le |the )?$"
)
THING_BEFORE = re.compile(
    r"(?:\b(?:Loi|loi|[Rr]èglement|Act|Bill|Regulations?|affaire|case|v\.|c\.|vs\.?|chalutier|bateau|navire|vessel|trawler|ship|NGCC|CCGS|HMCS"
    r"|NCSM|MV|F/V|M/V|product|produit|brand|marque|modèle|model|formulaire|programme|program|projet|project|fondation|prix|bourse"
    r"|édifice|building|école|school|salle|room|parc|park|species|espèce|genus|logiciel|software|compte|firm|firme|entreprise|company"
    r"|contractor|mover|[Ff]essional) (?:de |du |la |le |l')?|\b(?:carte|map|levé|survey|chemin|Consultants|Maison|Groupe) )$"
)
CITED = re.compile(r"^(?: \([^)]*\))? (?:v\.|c\.|vs\.?) ")
DIGITS_AFTER = re.compile(r"^(?: ?[A-Z]{0,4}-?\d{2,}|[0-9])")
APPOSITION = re.compile(
    r"^(?: \([^)]{1,30}\))?,? ?(?:\(?(?:director|manager|chair|president|chief|analyst|advisor|officer|lead|senior|counsel|secretary|coordinator|engineer|student"
    r"|CFO|CEO|COO|P\.? ?Eng|ing\.|RN|MD|PhD|Ph\.D|DG|ADM|SMA|A/|acting|witness|mother|father|sister|brother|wife|husband|student|pilot|interpreter"
    r"|directeur|directrice|gestionnaire|prés|présidente?|chef|analyste|conseill|agente?|avocate?|adjointe?|étudiante?|ingénieure?|stagiaire|contremaître"
    r"|capitaine|matelot|mère|père|soeur|frère|conjointe?|aînée?|retraitée?|secrétaire|rédact|CPA|DGA)\w*"
    r"|\d{1,2}, (?:of|from|de|was|were|is|owns?)\b|, \d{1,2} ans)"
)
CELL = re.compile(
    rf"(?:{TOKEN}|{INITIALS})(?:,? (?:{PARTICLE} )?(?:{TOKEN}|{INITIALS})){{0,4}}(?= *(?:$|[(\t\n;/]|, [a-zà-ÿA]))"
)
NAMED = re.compile(
    r"(?:\bnames? (?:on|of|is|was|for)\b[^.\n]{0,25}|\b(?:nom|surnom)\b[^.\n]{0,25}(?:c'est|est|:)|\bwho is|\bqui est|\bc/o|\bw/|\ba/s de) $",
    re.IGNORECASE,
)
AGED = re.compile(
    r"^, (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    r"(?: ans)?, (?:of|from|with|was|were|is|who|owns?|and|du|de|dont|qui)\b"
)
IMPERATIVE = re.compile(r"(?:z|s|e)-(?:vous|nous|le|la|les|moi|toi|y|en)$")
PLACE_SHAPE = re.compile(
    r"(?:Pointe|Cap|Lac|Baie|Anse|Île|Îles|Mont|Val|Port|Rivière|Grande?|Trois|Sainte?-\w+-(?:de|du|des|sur|aux?|d)|Notre-Dame)-\w"
)
AUTHOR = re.compile(r":(?:creator|lastmodifiedby|manager|Author)$")
PERSONAL = frozenset({"name_kin", "name_named", "name_aged"})
"""Cues that only a person can have, whatever else the word may mean."""
PLURAL = re.compile(r"(?:MM|Mmes|Mes|Drs|Messrs)\.? ")
LIST = re.compile(r", (?:and |et )?| and | et ")
LISTED = re.compile(r"[,;.)\n]| and | et |$")
COUPLE = re.compile(rf"(?<![\w.'-])({TOKEN}) (?:and|et|&) $")
MONTHS = frozenset({"may", "june", "april", "august", "march", "avril", "mai", "juin", "mars"})
LATIN = re.compile(r"^ [a-z]{3,}(?:um|us|is|ii|ae|ens|oides|ata|osa)\b")
SPEAKS = re.compile(r'^ ?: "')
DEFINES_INITIALS = re.compile(rf"^,? \([{UPPER}]{{2,4}}\)")
