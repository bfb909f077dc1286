# SPDX-License-Identifier: MIT
"""Mailboxes, telephones and addresses: whose they are decides, not their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewer.detection import institutions, recognizer
from reviewer.detection.candidate import Candidate
from reviewer.detection.namewords import TOKEN, fold
from reviewer.detection.reading import Reading
from reviewer.model.finding import Role

_CAPITALISED = re.compile(TOKEN)
_PUBLIC_LINE = re.compile(
    r"\b(?:public (?:line|number|enquir\w+)|toll[- ]free|sans frais|help ?(?:line|desk)|hot ?line|information line|info(?:rmation)? number|press (?:office|room)|media (?:line|relations|calls|enquir\w+)"
    r"|switchboard|general enquir\w+|service desk|emergency line|ligne (?:d'\w+|info\w*|publique|sans frais|de \w+)|renseignements(?: généraux| publics)?|médias|relations (?:avec les )?médias|bureau de service"
    r"|standard (?:téléphonique)?|service à la clientèle)\b[^.;\t\n]{0,40}$",
    re.IGNORECASE,
)
_PRIVATE_PLACE = re.compile(
    r"\b(?:lives?|lived|living|resid(?:es?|ed|ing|ence)|home|house|habit(?:e|ait|ant)|demeur(?:e|ait|ant)|domicil\w*|résid\w*|chez|mailed|mailing|mail not|posté|poster|envoyer|personal|personnelle?|apartment|farm of|property of"
    r"|his|her|their|son adresse|sa maison|registered to|owned by|appartient|locataire|born|stub|cheque|chèque)\b[^.;\n]{0,110}$",
    re.IGNORECASE,
)
_PUBLIC_PLACE = re.compile(
    r"\b(?:building|edifice|édifice|immeuble|tower|tour|complex\w*|front desk|reception|réception|offices?|bureaux?|salle|room|boardroom|hall|headquarters|siège|quartier général|centre|laborator(?:y|ies)|laboratoires?|library|bibliothèque"
    r"|warehouse|entrepôt|dépôt|depot|school|école|hospital|hôpital|courthouse|palais de justice|hotel|hôtel|church|église|museum|musée|meeting|réunion|rencontre|séance|held (?:at|in)|tenue? (?:au|à)|venue|lieu|location|endroit|floor|étage"
    r"|vestiaire|parc industriel|industrial park|plant|usine|inc\.|ltd\.?|ltée|shop|magasin|store)\b[^.;\n]{0,90}$",
    re.IGNORECASE,
)
_FEDERAL_CODE = re.compile(r"\bK1A ?\d[A-Z]\d\b|\bJ8[XY] ?4[A-Z]\d\b")
# Addresses of large federal offices, as every directory prints them: number and name of the street, folded.
_FEDERAL_OFFICES = re.compile(
    r"^(?:90,? elgin|580,? booth|588,? booth|601,? (?:rue )?booth|615,? booth|555,? booth|15,? (?:rue )?eddy|25,? (?:rue )?eddy|10,? (?:rue )?wellington|200,? kent|240,? sparks|235,? queen|125,? sussex|269,? laurier|219,? (?:avenue )?laurier|365,? (?:avenue )?laurier"
    r"|340,? laurier|101,? colonel|284,? wellington|351,? (?:boul\w*\.? )?saint-joseph|140,? promenade du portage|50,? (?:rue )?victoria|11,? (?:rue )?laurier|30,? (?:rue )?victoria|70,? (?:rue )?cremazie|275,? slater|300,? laurier|111,? wellington)\b"
)


class EmailRule:
    """A person's mailbox, at work or at home; a service's is let go."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Every mailbox, those of services marked public."""
        surnames: frozenset[str] | None = None
        for item in recognizer.by_id()["email"].find(reading):
            if surnames is None:
                surnames = frozenset(fold(match.group()) for match in _CAPITALISED.finditer(reading.text))
            address = reading.text[item.start : item.end]
            if institutions.is_generic_mailbox(address, surnames):
                yield replace(item, role=Role.PUBLIC)
            elif institutions.is_federal(address.partition("@")[2]):
                yield replace(item, role=Role.OFFICIAL)
            else:
                yield replace(item, role=Role.PRIVATE)


class PhoneRule:
    """A telephone; the line of a service is let go."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Every number, those of services marked public."""
        for item in recognizer.by_id()["phone"].find(reading):
            before = reading.before(item.start, 90)
            mailbox = re.search(r"([\w.%+'-]{1,64}@[\w.-]{3,80})[,; (]{0,3}$", before)
            public = _PUBLIC_LINE.search(before) or (
                mailbox and institutions.is_generic_mailbox(mailbox.group(1))
            )
            yield replace(item, role=Role.PUBLIC) if public else item


class AddressRule:
    """A civic address; that of a public building is let go, with the postal code in it."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Every address, public places marked so."""
        for name in ("address_en", "address_fr"):
            for item in recognizer.by_id()[name].find(reading):
                item = replace(item, end=_with_code(reading, item))
                yield replace(item, role=Role.PUBLIC) if _is_public(reading, item) else item


def _with_code(reading: Reading, item: Candidate) -> int:
    """The end of an address, moved over a postal code that follows city and province closely."""
    tail = re.match(
        r"(?:,? ?\(?[A-ZÀ-Þ][\w.' -]{1,40}\)?){0,3},? [A-Z]\d[A-Z][ -]?\d[A-Z]\d(?!\w)",
        reading.after(item.end, 90),
    )
    return item.end + len(tail.group()) if tail else item.end


def _is_public(reading: Reading, item: Candidate) -> bool:
    text = reading.text[item.start : item.end]
    if _FEDERAL_CODE.search(text) or _FEDERAL_OFFICES.match(fold(text)):
        return True
    before = reading.before(item.start, 150)
    before = re.split(r"(?<=[a-zà-ÿ)])[.] (?=[A-ZÀ-Þ])", before)[-1]
    return bool(_PUBLIC_PLACE.search(before)) and not _PRIVATE_PLACE.search(before)
