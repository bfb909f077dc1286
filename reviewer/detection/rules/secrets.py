# SPDX-License-Identifier: MIT
"""Codes and passwords told in a sentence, and network addresses that are not version numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.detection import recognizer
from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.reading import Reading
from reviewer.detection.starts import Sought
from reviewer.model.finding import Category, EvidenceKind

_CUE = re.compile(
    r"\b(?:pass ?words?|passwd|pwd|pass ?phrases?|passcode|credentials?|log-?in|(?:log(?:ged|ging)?|sign(?:ed|ing)?)[ -]in as|user ?(?:name|id)s?|account name|wi-?fi|mots? de passe|phrases? (?:de passe|secrète)|MDP|identifiants?|nom d'utilisateur|compte d'admin\w*|compte de service|session"
    r"|(?:ordi(?:nateur)?|poste de travail|computer|laptop|terminal|screen) ?:? code|code (?:de l'ordinateur|d'ouverture))\b",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"(?<![\w@.\\/~+-])(?=[^\s,;:()\"]{0,40}[A-Za-z])(?=[^\s,;:()\"]{0,40}[\d_!#*$%^&+?~])[A-Za-z0-9_!#*@$%^&+?~.-]{5,40}(?![\w@])"
)
_PAIR = re.compile(r"^ ?(?:/|with|and|avec|et) ?$")
_NOT_SECRET = re.compile(
    r"^(?:[A-Z]{2,}[.-]?[\d.-]+|\d[\d.,-]*(?:st|nd|rd|th|e|er|h|km|m)?|[\w.]+@[\w.]+|(?:20|19)\d\d.*|[A-Z]\d[A-Z]|\$.*|[A-Za-z]+[?!.]+|v\d[\d.]*|Wi-?Fi\d?)$"
)
_CODE = Sought(
    re.compile(
        r"\b(?P<cue>codes?|combinaison|combination|keypad|NIP|PIN|padlock|cadenas|lock ?box|serrure)\b(?P<gap>[^.;\n\t:\d]{0,70}(?:\d{1,4}[^.;\n\t:\d]{0,20})?)(?:: ?|\b(?:c'est|est|is|it's|becomes|devient|sera)(?: (?:now|maintenant|désormais|le|the)){0,2} (?=[#*]?\d[\d -]{2,12}[#*]?(?:[.,;)]|$)))(?P<value>[#*]?\d(?:[ -]?\d){2,7}[#*A-Z]?)(?![\w-])",
        re.IGNORECASE,
    )
)
_OTHER_CODE = re.compile(
    r"\b(?:postal|postaux|zip|source|civil|criminel|criminal|projet|project|budget\w*|financi\w+|area|régional|country|pays|conduct|conduite|NAICS|SCIAN|HS|SH|borden|product|produit|barres?|bar|classification|couleur|colour|dress|building|org|organi[sz]ation\w*|dept|department\w*|ministère|program\w*|fund|cost|GL|job|occupation\w*|NOC|CNP|tax|commodity|UNSPSC|GSIN|NIBS|language|status|error|erreur|exit|reason|motif|QR|HTML|HTTP|SIC|ICD|CIM|ISO|route|station|form|document|file|fichier|item|article|activity|activité)\b",
    re.IGNORECASE,
)


class PasswordRule:
    """Words that mix letters with digits or signs after a word for a secret, in the same sentence."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each secret; a pair joined by a slash is one."""
        for sentence in reading.sentences:
            text = reading.text[sentence.start : sentence.end]
            cue = _CUE.search(text)
            if cue is None:
                continue
            for start, end in self._secrets(text, cue.end()):
                place = (sentence.start + start, sentence.start + end)
                yield candidate(
                    place,
                    Category.USERNAME_OR_PASSWORD,
                    "secret_told",
                    0.8,
                    EvidenceKind.CONTEXT,
                    detail="password, mot de passe",
                )

    @staticmethod
    def _secrets(text: str, start: int) -> Iterator[tuple[int, int]]:
        for match in _SECRET.finditer(text, start):
            first, last = match.span()
            while last > first and text[last - 1] in ".?":
                last -= 1
            if _NOT_SECRET.match(text[first:last]):
                continue
            user = re.search(r"(?<![\w])([A-Za-z][\w.-]{3,30}) / ?$", text[:first])
            yield (user.start(1) if user else first), last


_DIRECT = Sought(
    re.compile(
        r"\b(?:(?:door|gate|alarm|access|entry|yard|lock|shed|shelter|building|keypad|safe|vault|bike|garage) (?:codes?|combination)|codes? (?:d[eu]s?|de l[a']|d')? ?(?:la |l')?(?:porte|barrière|cadenas|coffre|alarme|accès|entrée|serrure|grille|abri|remise|entrepôt|vestiaire|boîte|clavier|local|hangar)"
        r"|(?:key ?)?codes?|combination|combinaison|keypad|padlock|cadenas|lock ?box)(?: (?:du (?:clavier|cadenas)|is|was|to|now|est|était|changed to|changes to|becomes|remains|passe à|devient|reste|sera|no\.?|:))*[ :]{1,3}(?P<value>[#*]?\d(?:[ -]?\d){2,9}[#*A-Z]?)(?![\w-]| ?: ?\d)",
        re.IGNORECASE,
    )
)


class CodeRule:
    """A code told with words between: "Code of the yard …: 7714*"."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each code after its colon."""
        for match in _CODE.finditer(reading.text, reading.starts):
            if not _OTHER_CODE.search(match.group("gap")):
                yield candidate(
                    match.span("value"),
                    Category.ACCESS_CODE,
                    "code_told",
                    0.8,
                    EvidenceKind.LABEL,
                    detail="code",
                )
        for match in _DIRECT.finditer(reading.text, reading.starts):
            if not _OTHER_CODE.search(reading.before(match.start(), 18)):
                yield candidate(
                    match.span("value"),
                    Category.ACCESS_CODE,
                    "code_told",
                    0.85,
                    EvidenceKind.LABEL,
                    detail="code",
                )


_INTERNAL = re.compile(
    r"\.(?:intra|intranet|local|lan|corp|internal|interne|priv|prive)(?:\.[a-z][a-z0-9-]{1,40}){0,4}(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?<![\w.@/-])[a-z][a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){0,3}$", re.IGNORECASE)


class AddressIpRule:
    """IP addresses and internal host names; four small numbers after a product's name are its version."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each network address."""
        for item in recognizer.by_id()["ip"].find(reading):
            octets = re.findall(r"\d+", reading.text[item.start : item.end])
            small = len(octets) == 4 and all(int(octet) < 20 for octet in octets)
            if small and not re.search(
                r"\b(?:IP|host|server|serveur|adresse|address|hôte)\b", reading.before(item.start, 40)
            ):
                continue
            yield item
        for match in _INTERNAL.finditer(reading.text):
            if name := _HOST.search(reading.text, max(0, match.start() - 90), match.start()):
                yield candidate((name.start(), match.end()), Category.IP_ADDRESS, "ip", 0.9)
