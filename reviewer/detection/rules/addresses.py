# SPDX-License-Identifier: MIT
"""Addresses: where they end, those without a street (box, general delivery, house on a reserve), and public buildings let go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewer.detection import institutions, recognizer
from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.namewords import fold, words
from reviewer.detection.reading import Reading
from reviewer.detection.starts import Sought
from reviewer.model.finding import Category, EvidenceKind, Role

_PRIVATE_PLACE = re.compile(
    r"\b(?:lives?|lived|living|resid(?:es?|ed|ing|ence)|home|house|habit(?:e|ait|ant)|demeur(?:e|ait|ant)|domicil\w*|résid\w*|chez|mailed|mailing|mail not|posté|poster|envoyer|personal|personnelle?|apartment|farm of|property of"
    r"|his|her|their|son adresse|sa maison|registered to|owned by|appartient|locataire|born|stub|cheque|chèque)\b[^.;\n]{0,110}$",
    re.IGNORECASE,
)
_PUBLIC_PLACE = re.compile(
    r"\b(?:building|edifice|édifice|immeuble|tower|tour|complex\w*|front desk|reception|réception|offices?|bureaux?|salle|room|boardroom|hall|headquarters|siège|quartier général|centre|laborator(?:y|ies)|laboratoires?|library|bibliothèque"
    r"|warehouse|entrepôt|dépôt|depot|school|école|hospital|hôpital|courthouse|palais de justice|hotel|hôtel|church|église|museum|musée|meeting|réunion|rencontre|séance|held (?:at|in)|tenue? (?:au|à)|venue|lieu|location|endroit|floor|étage"
    r"|vestiaire|parc industriel|industrial park|plant|usine|inc|ltd|ltée|shop|magasin|store)\b\.?[^.;\n]{0,90}$",
    re.IGNORECASE,
)
_FEDERAL_CODE = re.compile(r"\bK1A ?\d[A-Z]\d\b|\bJ8[XY] ?4[A-Z]\d\b")
# Addresses of large federal offices, as every directory prints them: number and name of the street, folded.
_FEDERAL_OFFICES = re.compile(
    r"^(?:90,? elgin|580,? booth|588,? booth|601,? (?:rue )?booth|615,? booth|555,? booth|15,? (?:rue )?eddy|25,? (?:rue )?eddy|10,? (?:rue )?wellington|200,? kent|240,? sparks|235,? queen|125,? sussex|269,? laurier|219,? (?:avenue )?laurier|365,? (?:avenue )?laurier"
    r"|340,? laurier|101,? colonel|284,? wellington|351,? (?:boul\w*\.? )?saint-joseph|140,? promenade du portage|50,? (?:rue )?victoria|11,? (?:rue )?laurier|30,? (?:rue )?victoria|70,? (?:rue )?cremazie|275,? slater|300,? laurier|111,? wellington)\b"
)
_PROVINCE = (
    r"(?:Ontario|Ont\.?|Qu[ée]bec|Que\.?|Q[Cc]|PQ|British Columbia|Colombie-Britannique|B\.C\.|C\.-B\.|Alberta|Alta\.?|Saskatchewan|Sask\.?|Manitoba|Man\.|New Brunswick|Nouveau-Brunswick|N\.-?B\.|Nova Scotia|Nouvelle-[ÉE]cosse"
    r"|N\.S\.|N\.-[ÉE]\.|Prince Edward Island|[ÎI]le-du-Prince-[ÉE]douard|P\.E\.I\.|[ÎI]\.-P\.-[ÉE]\.|PEI|Newfoundland(?: and Labrador)?|Terre-Neuve(?:-et-Labrador)?|T\.-N\.-L\.|Yukon|Northwest Territories|Territoires du Nord-Ouest"
    r"|T\.N\.-O\.|NWT|Nunavut|AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|SK|YT)(?!\w)"
)
_CODE = r"[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d(?!\w)"
_WORD = (
    r"(?:St[e.]?\.? |[A-ZÀ-Ý][a-z]{0,2}\.(?= [A-ZÀ-Ý])|[A-ZÀ-Ý][a-zà-ÿ'][\w'-]{0,30}|[A-ZÀ-Ý'-]{4,30}(?!\w))"
)
_TOWN_WORDS = rf"{_WORD}(?: (?:{_WORD}|of|the|de|des|du|la|le|les|aux?|sur|sous|en|et)(?![\w'])){{0,4}}"
_UNIT = re.compile(
    r"(?:,|;| -)? {0,2}(?:\(? ?)(?:[Uu]nit[ée]?|[Ss]uite|[Aa]pt\.?|[Aa]partment|[Aa]pp\.?|[Aa]ppt\.?|[Aa]ppartement|[Bb]ureau|[Bb]ur\.|[Ll]ocal|[Pp]orte|#|[Ss]tn\.?|[Ss]tation|[Ss]ucc\.?|[Ss]uccursale|[Ss]ite|[Cc]omp\.?|[Cc]ompartment|RR|R\.R\.|[Gg]roup|(?:P\.? ?O\.? )?[Bb]ox|C\. ?P\.|CP|[Ff]loor|[ÉEée]tage)"
    r" ?#? ?(?:\d[\w-]{0,6}|[A-Z](?!\w)|(?<=Stn )[A-Z]\w{1,12}|(?<=Station )[A-Z]\w{1,12}|(?<=ucc\. )[A-Z][\w-]{1,20}|(?<=uccursale )[A-Z][\w-]{1,20})"
)
_STOREY = re.compile(
    r",? {0,2}\(?(?:upstairs|downstairs|(?:in the )?(?:basement|rear|back)|(?:main|upper|lower|ground|top) (?:floor|unit|level)|en haut|en bas|(?:au )?(?:sous-sol|rez-de-chaussée)|(?:à l')?arrière|\d(?:st|nd|rd|th|er?|ème) (?:floor|étage))\)?(?![\w-])",
    re.IGNORECASE,
)
_WHERE = re.compile(rf"(?:,? {{0,3}}\(?|\n){_PROVINCE}\)?(?:,? {{1,3}}{_CODE})?|[,.]? {{1,3}}{_CODE}")
_TOWN = re.compile(rf",? \(?(?P<town>{_TOWN_WORDS})\)?")
_WEAK = Sought(
    re.compile(
        r"\b(?:(?:P\.? ?O\.? ?)?(?:Box|BOX) \d{1,6}|C\. ?P\. ?\d{1,6}|CP \d{1,6}|[Cc]ase postale \d{1,6}|(?:RR|R\.R\.) ?#? ?\d{1,2}|General Delivery|Gen\. ?Del\.|[Pp]oste restante|GD(?=,)"
        r"|(?:[Hh]ouse|[Ll]ot|[Uu]nit|[Mm]aison|[Cc]abin|[Ii]gloo) (?:#|[Nn]o\.? ?|number |n° ?)?\d{1,5}[A-Z]?(?:,? (?:[A-ZÀ-Ý][\w'-]{1,30} ){1,3}(?:Road|Rd\.?|Street|St\.?|Drive|Dr\.?|Avenue|Ave\.?|Lane|Trail|Way|Crescent|Cres\.?)(?!\w))?)"
    )
)
_RESERVE = re.compile(
    r"(?:,| on| at| in|, on| à| sur| dans)? (?:the |la |le |l')?(?:(?:[A-ZÀ-Ý][\w'-]*(?: of| the| de| des| du| la)? ){1,4}(?:First Nations?|Indian Reserve|Reserve|Cree Nation|Nation|Band|I\.?R\.?)(?!\w)(?: (?:No\.? ?)?\d{1,3}[A-Z]?)?"
    r"|(?:[Rr]éserve|[Pp]remière [Nn]ation|[Cc]ommunauté|[Rr]eserve|I\.?R\.?)(?: (?:indienne|innue|crie|atikamekw))?(?: (?:de la|de|des|du|d'|of))? ?(?:[A-ZÀ-Ý][\w'-]+|\d{1,3}[A-Z]?)(?: [A-ZÀ-Ý][\w'-]+){0,2})"
)
_FAR_WHERE = re.compile(rf",[^.;:\n\t]{{3,60}}?,? {_PROVINCE},? {{1,3}}{_CODE}")
"""A province with its code behind a description of the way: "3rd house past the rink"."""
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|janv|f[ée]vr?|mars|avr|mai|juin|juil|ao[ûu]t|d[ée]c)[a-zûé]*\.?(?: \d{1,2},?)? ?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d, ")
_PRIVATE_LABEL = re.compile(
    r"(?:(?:home|mailing|civic|residential|current|permanent|street|postal|personal|private|employee|applicant|return) address(?:es)?|residence|adresse (?:du domicile|personnelle|postale|civique|actuelle|permanente|de correspondance|residentielle|de l'employee?|du demandeur)|domicile|lieu de residence)(?: \(.*\))?"
)
_STREET_NUMBER = re.compile(r"\d")
_LONGEST_TAIL = 90
_PIECES = 7
_HEADING = 100


class AddressRule:
    """A civic or postal address to its end; that of a public building is let go, with the postal code in it."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Every address, public places marked so."""
        for name in ("address_en", "address_fr"):
            for item in recognizer.by_id()[name].find(reading):
                if _YEAR.match(reading.text, item.start) and _MONTH.search(reading.before(item.start, 16)):
                    continue
                item = replace(item, end=_extended(reading, item.end)[0])
                yield replace(item, role=Role.PUBLIC) if _is_public(reading, item) else item
        for item in (*_without_street(reading), *_fields(reading)):
            yield replace(item, role=Role.PUBLIC) if _is_public(reading, item) else item


def _without_street(reading: Reading) -> Iterator[Candidate]:
    """Boxes, rural routes, houses and lots: an address only where a reserve, a province or a postal code follows."""
    free = 0
    for match in _WEAK.finditer(reading.text, reading.starts):
        if match.start() < free:
            continue
        on_reserve = _RESERVE.match(reading.after(match.end(), _LONGEST_TAIL))
        start = match.end() + (on_reserve.end() if on_reserve else 0)
        end, sure = _extended(reading, start)
        if not sure and (far := _FAR_WHERE.match(reading.after(match.end(), _LONGEST_TAIL))):
            end, sure = match.end() + far.end(), True
        if sure or on_reserve:
            free = end
            yield candidate((match.start(), end), Category.ADDRESS, "address_weak", 0.8, EvidenceKind.PATTERN)


def _fields(reading: Reading) -> Iterator[Candidate]:
    """What stands under the label of a home or mailing address, whole."""
    for field in reading.fields:
        written = reading.text[field.start : field.end]
        label = fold(field.label).strip(" :.")
        if (
            _PRIVATE_LABEL.fullmatch(label)
            and _STREET_NUMBER.search(written)
            and len(re.findall(r"[^\W\d]{3}", written)) > 1
            and "@" not in written
        ):
            yield candidate(
                (field.start, field.end),
                Category.ADDRESS,
                "address_field",
                0.85,
                EvidenceKind.LABEL,
                detail="address, adresse",
            )


def _extended(reading: Reading, end: int) -> tuple[int, bool]:
    """The end of an address over unit, town, province and postal code; whether one of the last two was there."""
    text, sure = reading.after(end, _LONGEST_TAIL), False
    place = 0
    for _ in range(_PIECES):
        if piece := _UNIT.match(text, place) or _STOREY.match(text, place):
            place = piece.end()
        elif piece := _WHERE.match(text, place):
            place, sure = piece.end(), True
        elif piece := _town(text, place):
            place = piece.end()
        else:
            break
    return end + len(text[:place].rstrip()), sure


def _town(text: str, place: int) -> re.Match[str] | None:
    """A town that a province, a code or the end of the phrase follows, or that the list of places knows."""
    match = _TOWN.match(text, place)
    if match is None:
        return None
    if _WHERE.match(text, match.end()):
        return match
    town, after = fold(match["town"]), text[match.end() : match.end() + 1]
    if not match.group().startswith((", ", " (", ", (")):
        return None
    if town in words().places:
        return match
    first = town.split()[0]
    return match if after in {"", ".", ",", ";", ")", "\n", "\t"} and first not in words().given else None


def _is_public(reading: Reading, item: Candidate) -> bool:
    text = reading.text[item.start : item.end]
    if _FEDERAL_CODE.search(text) or _FEDERAL_OFFICES.match(fold(text)):
        return True
    before = reading.before(item.start, 150)
    before = re.split(r"(?<=[a-zà-ÿ)])[.] (?=[A-ZÀ-Þ])", before)[-1]
    if _PRIVATE_PLACE.search(before):
        return False
    return bool(_PUBLIC_PLACE.search(before)) or (not before.strip() and _under_institution(reading, item))


def _under_institution(reading: Reading, item: Candidate) -> bool:
    """Whether the line above is the name of a federal institution, as in a letterhead or a signature."""
    line = reading.line_at(item.start)
    number = reading.lines.index(line) if line is not None else 0
    if number == 0 or line is None or line.is_row:
        return False
    above = reading.text[reading.lines[number - 1].start : reading.lines[number - 1].end]
    return len(above) <= _HEADING and institutions.opens_with_institution(above)
