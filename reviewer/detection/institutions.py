# SPDX-License-Identifier: MIT
"""Federal institutions by name, acronym and address, and mailboxes that are nobody's in particular."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache

from reviewer import paths
from reviewer.detection.namewords import fold

_NOT_ACRONYMS = frozenset(
    {
        "CAN",
        "PAC",
        "CAP",
        "CAT",
        "FAC",
        "ACE",
        "AIR",
        "ART",
        "CIP",
        "CIT",
        "MAP",
        "CBC",
        "BBB",
        "CCC",
        "EEE",
        "EXC",
        "CDN",
    }
)
_SHORT_NAMES = (
    "Canadian Wildlife Service", "Service canadien de la faune", "Canadian Coast Guard", "Garde côtière canadienne", "Geological Survey of Canada",
    "Commission géologique du Canada", "Wildlife Enforcement", "Justice Canada", "Department of Justice", "ministère de la Justice", "Parks Canada", "Parcs Canada",
    "Services juridiques", "Legal Services", "Treasury Board of Canada Secretariat", "Secrétariat du Conseil du Trésor", "Public Services and Procurement",
)  # fmt: skip
_EXTRA_ACRONYMS = frozenset({"CWS", "SCF", "GSC", "CGC", "TPSGC", "PWGSC", "PSPC", "SPAC", "ECCC", "MPO", "DFO", "RNCan", "NRCan", "IRCC", "ISC", "CIRNAC", "RCAANC", "SCT", "TBS", "GRC", "RCMP", "ASFC", "CBSA", "ARC", "CRA", "MDN", "DND", "SPC", "GAC", "AMC", "ISED", "ISDE", "AAFC", "AAC", "EDSC", "ESDC", "HC", "SC", "PHAC", "ASPC", "CFIA", "ACIA", "PCO", "BCP", "PCH", "CSIS", "SCRS", "LAC", "BAC", "StatCan", "SSC", "APC", "SAC", "PC", "TC"})  # fmt: skip
_TWO_LETTERS = frozenset({"TC", "PC", "HC", "SC"})
_FEDERAL = re.compile(r"(?:^|[@.])(?:gc\.ca|canada\.ca)$")


@cache
def _orgs() -> Mapping[str, list[object]]:
    content: Mapping[str, list[object]] = json.loads(
        paths.resource("lexicons", "orgs.json").read_text(encoding="utf-8")
    )
    return content


@cache
def _names() -> re.Pattern[str]:
    """Any institution's title in either language."""
    titles = {
        str(title).replace("\u2019", "'")
        for row in _orgs()["institutions"]
        if isinstance(row, list)
        for title in row[:2]
        if len(str(title)) > 8
    } | set(_SHORT_NAMES)
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(title) for title in sorted(titles, key=len, reverse=True))})(?!\w)",
        re.IGNORECASE,
    )


@cache
def acronyms() -> frozenset[str]:
    """Acronyms that name an institution; two-letter ones only those in daily use."""
    found = {
        str(row[index])
        for row in _orgs()["institutions"]
        if isinstance(row, list)
        for index in (2, 3)
        if len(row) > index
    }
    return (
        frozenset(item for item in found if len(item) > 2 and not re.search(r"\d", item)) - _NOT_ACRONYMS
        | _EXTRA_ACRONYMS
    )


_ACRONYM = re.compile(r"(?<![\w.@-])[A-Z][A-Za-z]{1,6}(?![\w@]|\.\w| ?\d)")


def names_institution(text: str) -> bool:
    """Whether a text names a federal institution by its title, its acronym or an address in its domain."""
    if any(is_federal(match.group(1)) for match in _DOMAIN.finditer(text)):
        return True
    if any(match.group() in acronyms() for match in _ACRONYM.finditer(text)):
        return True
    return bool(_names().search(text))


def opens_with_institution(text: str) -> bool:
    """Whether a cell is about an institution and not merely mentions one: it opens with it, or is its address."""
    text = text.strip()
    opening = _ACRONYM.match(text)
    return bool((opening and opening.group() in acronyms()) or _names().match(text)) or any(
        is_federal(match.group(1)) for match in _DOMAIN.finditer(text)
    )


_DOMAIN = re.compile(r"@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})")


def is_federal(domain: str) -> bool:
    """Whether an e-mail domain is an institution's; Parliament is not one, nor is a province."""
    domain = domain.lower().rstrip(".")
    outside = tuple(str(item) for item in _orgs()["not_federal_domains"])
    return bool(_FEDERAL.search(domain)) and not any(
        domain == item or domain.endswith(f".{item}") for item in outside
    )


def is_generic_mailbox(address: str, surnames: frozenset[str] = frozenset()) -> bool:
    """Whether a mailbox is a service's and not a person's. `surnames` are folded names met in the document."""
    local, _, domain = address.partition("@")
    parts = [fold(part) for part in re.split(r"[._]+", local) if part]
    pieces = [piece for part in parts for piece in part.split("-") if piece]
    generic = {str(word) for key in ("generic_mailbox_en", "generic_mailbox_fr") for word in _orgs()[key]}
    if any(piece in generic for piece in pieces) or re.match(r"(?:local|section|unit|bureau|poste)\d", local):
        return True
    if not is_federal(domain):
        return False
    federal = {item.lower() for item in acronyms()} | {"ec", "pc", "ic", "tc", "isc", "cic"}
    if len(parts) > 2 and parts[0] in federal and parts[-1] in federal:
        return True
    if any(len(word) > 4 and word in piece for piece in pieces for word in generic):
        return True
    if len(parts) == 1:
        return not any(len(name) > 3 and parts[0].endswith(name) for name in surnames)
    return False
