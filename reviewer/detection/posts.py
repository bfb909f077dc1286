# SPDX-License-Identifier: MIT
"""The words for posts, units and outsiders, and what a short text says with them: a bracket, a cell, a label.

Public names are the patterns that `affiliation` puts together with what stands around a name.
"""

from __future__ import annotations

import re

from reviewer.detection import institutions
from reviewer.detection.namewords import UPPER

POST = (
    r"(?:directors?|managers?|officers?|advis[eo]rs?|analysts?|biologists?|scientists?|engineers?|inspectors?|wardens?|agents?|counsel|lawyers?|coordinators?|chiefs?|heads?|leads?|supervisors?"
    r"|superintendents?|economists?|secretar(?:y|ies)|assistants?|administrators?|technicians?|geologists?|chemists?|veterinarians?|nurses?|doctors?|auditors?|investigators?|specialists?|representatives?"
    r"|commissioners?|deputy minister|planners?|ecologists?|archaeologists?|chair|staff|colleagues?|employees?|officials?|guards?|pilots?|captain|constable|sergeant|liaison|leaders?|presidents?|clerks?|fellows?|interns?|students?|trainers?|librarians?|archivists?|translators?|CEO|executives?|ADM|DM|DG|RDG"
    r"|directeurs?|directrices?|gestionnaires?|agente?s?|conseill(?:er|ère)s?|analystes?|biologistes?|scientifiques?|ingénieure?s?|inspect(?:eur|rice)s?|gardes?|avocate?s?|juristes?|coordonnat(?:eur|rice)s?"
    r"|chefs?|cheffes?|responsables?|dirigeante?s?|chargée?s?|préposée?s?|commis|stagiaires?|étudiante?s?|présidente?s?|rédact(?:eur|rice)s?|bibliothécaires?|archivistes?|traduct(?:eur|rice)s?|superviseure?s?|surintendante?s?|économistes?|secrétaires?|adjointe?s?|administrat(?:eur|rice)s?|techniciene?s?|techniciennes?|géologues?|chimistes?|vétérinaires?|infirmi(?:er|ère)s?"
    r"|médecins?|vérificat(?:eur|rice)s?|enquêt(?:eur|euse|rice)s?|spécialistes?|représentante?s?|commissaires?|sous-ministres?(?: adjointe?s?)?|planificat(?:eur|rice)s?|archéologues?|collègues?|fonctionnaires?"
    r"|employée?s?|capitaine|sergente?|SMA|DGR|procureure?s?|prosecutors?|researchers?|chercheu(?:r|se)s?|hydrolog\w+|océanograph\w+|oceanograph\w+|policy \w+|warden)"
)
OUTSIDE = re.compile(
    r"\b(?:former(?:ly)?|ex|retired|ret'?d|retirée?|retraitée?|ancien(?:ne)?(?:ment)?|autrefois|jadis|late|union|syndicat|syndica(?:le?|ux|liste)|PSAC|AFPC|PIPSC|IPFPC|CAPE|ACEP|UCCO|NUPGE|PAFSO|steward|délégu\w+"
    r"|complainant|grievor|griever|plaignante?s?|requérante?|applicants?|demande(?:ur|resse)s?|witness(?:es)?|témoins?|patiente?s?|victime?s?|accused|suspect|inmates?|offenders?|détenue?s?|delinquante?|délinquante?"
    r"|consultante?s?|contract(?:ors?|uel(?:le)?s?)|sous-traitante?s?|entrepreneur|freelance|pigiste|clients?|clientes?|taxpayers?|contribuables?|licen[cs]e ?holders?|titulaire de permis|fisher(?:man|men|s)?|harvesters?|pêcheu(?:rs?|ses?)|farmers?|ranchers?|land ?owners?|agriculteurs?|agricultrices?|hunters?|chasseurs?|trappers?|trappeurs?|residents?|résidente?s?|riveraine?s?|volunteers?|bénévoles?"
    r"|universit[yé]\w*|inc|ltd|ltée|llp|provinc\w+|municipal\w*|city of|town of|ville de|first nation|première nation|band|conseil de bande|association|société d\w+|company|compagnie|journalist\w*)\b",
    re.IGNORECASE,
)
LINK = re.compile(
    r"(?:^|[\s'])(?:of|at|with|from|for|du|de la|de l'|d'|de|des|chez|au|à la|à l'|aux|pour(?: l[ea]| l')?|the)\s*(?:the |l[ea] |l')?$",
    re.IGNORECASE,
)
_UNIT = rf"(?:\s*[/,–-]\s*|\s+)(?:\(?[{UPPER}0-9&][\w'&.-]*\)?|of|and|the|for|de|du|des|la|le|l'|et|d')(?=[\s,/)–-]|$)"
TAIL = re.compile(rf"(?:{_UNIT})*\s*[).,;:]?\s*$")
POSTS = re.compile(rf"(?<!\w){POST}(?!\w)", re.IGNORECASE)
_OF_STAFF = re.compile(rf"(?:'s)?(?: [\w'-]+){{0,2}} {POST}$", re.IGNORECASE)
_LEAD_WORDS = re.compile(
    r"(?:attend(?:ing|ees|ance)|present|participants?|in|from|for|on behalf of|of|the|representatives?|representing|officials?|staff|team|members?|people|contacts?|lead|side|list|prepared|approved|reviewed|signed|by|author|at"
    r"|présents?|présentes?|présences|étaient|étaient là|participantes?|membres?|équipe|du|de la|de l'|de|des|pour|le|la|les|l'|au|à|côté|représentante?s?|fonctionnaires?|personnel|personne[s-]*ressources?|responsables?|préparé|approuvé|révisé|rédigé|signé|par"
    r"|and|et|&|regrets|absents?|absentes?|invitée?s?|phone|by phone|en ligne|online|table|délégation|delegation|chair|présidence|secretary|secrétaire|notes?|gens)"
)
_ANNOUNCES = re.compile(
    r"\b(?:attend|present|participant|representative|official|staff|team|member|contact|présent|particip|membre|équipe|représentant|fonctionnaire|personnel|délégation|delegation)",
    re.IGNORECASE,
)
_MATTERS = re.compile(
    r"\b(?:complaints?|plaintes?|cases?|files?|dossiers?|grievances?|griefs?|licen[cs]es?|permis|permits?|letters?|lettres?|correspond\w+|calls?|appels?|visits?|visites?|requests?|demandes?|claims?|réclamations?"
    r"|accounts?|comptes?|interviews?|entrevues?|candidates?|candidats?|recipients?|hearings?|incidents?|investigations?|enquêtes?|charges?|debts?|dettes?|audits?|appeals?|refusals?|harvesters?|pêcheurs?)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"(?:\s*(?:{_LEAD_WORDS.pattern}|[-–•*·#]|\d+[.)])(?=[\s'’]|$))*\s*", re.IGNORECASE)
BARE = re.compile(r"(?:Justice|JUSTICE)(?: Canada)?")
WHERE = re.compile(
    r"\b(?:organi[sz]ation|organism|affiliation|department|dept|minist|agenc[ye]|institution|employe[ru]|for|pour|unit|unité|section|represent|représent|company|office|bureau|division|direction|directorate|branch"
    r"|team|équipe|title|titre|position|function|fonction|roles?|rôles?|poste|contact|e-?mail|courriel|coordonnées|group|groupe|sector|secteur|org|min)\w*",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:land ?owner|owner of|propriétaire|clients?|clientes?|applicants?|demandeur|demanderesse|requérant|complainants?|plaignant|grievors?|patients?|witness|témoins?|candidate?s?|sponsor|répondant|claimants?"
    r"|subject|offender|détenu|victim|injured|blessé|licen[cs]ee?|permit|holder|titulaire de permis|correspondent|taxpayer|contribuable|recipient|bénéficiaire)",
    re.IGNORECASE,
)
RANK = re.compile(
    r"(?:(?:S/)?Sgt|Cst|Const|Cpl|Insp|Supt|Officer|Ofcr|Ofc|Constable|Corporal|Sergeant|Inspector|Superintendent|Warden|gend|agente?|off|serg|cap|caporale?|sergente?|inspect(?:eur|rice)|surintendante?|garde)\b\.? ",
    re.IGNORECASE,
)
OTHER_SIDE = re.compile(
    r"\b(?:for|pour|from|against|contre|industry|industrie|community|collectivité|public)\b", re.IGNORECASE
)
SHORT = 60


def is_post(text: str) -> bool:
    """Whether a short text gives somebody's place of work: "DFO", "biologist, DFO Science", "agente de l'ASFC"."""
    text = text.strip(" .,;:–-")
    if OUTSIDE.search(text):
        return False
    if BARE.fullmatch(text):
        return True
    place = next(institutions.places(text), None)
    if place is None:
        return False
    before, after = text[: place[0]], text[place[1] :]
    if not before.strip() and _OF_STAFF.match(after):
        return True
    if not TAIL.match(after) or _MATTERS.search(after):
        return False
    before = before.rstrip()
    if not before or before.endswith((",", "/", "-", "–", "(")):
        return not before or len(before) < SHORT
    link = LINK.search(f"{before} ")
    lead = before[: link.start()] if link else before
    return bool(POSTS.search(lead)) or (link is not None and not lead.strip())


def is_workplace(text: str) -> bool:
    """Whether a cell or a line is an institution, perhaps with its unit, and nothing else."""
    text = text.strip(" .,;:–-•*")
    if BARE.fullmatch(text):
        return True
    place = next(institutions.places(text), None)
    return (
        place is not None
        and (place[0] == 0 or text[: place[0]].rstrip().endswith((",", "/", "-", "–")))
        and bool(TAIL.match(text[place[1] :]))
        and not _MATTERS.search(text[place[1] :])
        and not OUTSIDE.search(text)
    )


def leads(text: str) -> bool:
    """Whether a label says of those it is followed by that they are an institution's: "For DFO", "Présents (MPO)"."""
    found = list(institutions.places(text))
    if not found or OUTSIDE.search(text) or _MATTERS.search(text):
        return False
    rest = text
    for start, end in reversed(found):
        rest = f"{rest[:start]} {rest[end:]}"
    rest = re.sub(r"[(),/:]", " ", rest)
    left = _LEAD.sub(" ", rest) if not rest.isupper() else _LEAD.sub(" ", rest.lower())
    return not left.strip() or bool(
        re.fullmatch(rf"(?:\s*[{UPPER}][\w'&-]*)+\s*", left) and not text.isupper()
    )


def announces(text: str) -> bool:
    """Whether a heading has a word for people present: "DFO participants", "Représentants du MPO"."""
    return bool(_ANNOUNCES.search(text))


def may_be_official(text: str) -> bool:
    """Whether nothing in a line or a row speaks of one who has left, or of another side."""
    return not OUTSIDE.search(text)


def is_affiliated_column(header: str) -> bool:
    """Whether a column says for each row whose people they are."""
    return bool(WHERE.search(header) or ABOUT.search(header))
