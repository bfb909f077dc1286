# SPDX-License-Identifier: MIT
"""Federal institutions by name, acronym and address, and mailboxes that are nobody's in particular."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache

from reviewer import paths
from reviewer.detection.namewords import fold

_FEDERAL = re.compile(r"(?:^|[@.])(?:gc\.ca|canada\.ca)$")


@cache
def _orgs() -> Mapping[str, list[object]]:
    content: Mapping[str, list[object]] = json.loads(
        paths.resource("lexicons", "orgs.json").read_text(encoding="utf-8")
    )
    return content


def _listed(key: str) -> frozenset[str]:
    return frozenset(str(item) for item in _orgs()[key])


@cache
def acronyms() -> frozenset[str]:
    """Acronyms of the portal's organizations and those in daily use: none of them is anybody's name."""
    found = {
        str(row[index])
        for row in _orgs()["institutions"]
        if isinstance(row, list)
        for index in (2, 3)
        if len(row) > index
    }
    return (
        frozenset(item for item in found if len(item) > 2 and not re.search(r"\d", item))
        - _listed("not_acronyms")
    ) | _listed("also_acronyms")


@cache
def _workplaces() -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Where somebody may work under the Act: flat titles by their first word, and acronyms that mean nothing else."""
    outside = _listed("not_workplaces")
    rows = [row for row in _orgs()["institutions"] if isinstance(row, list) and row[0] not in outside]
    titles: dict[str, list[str]] = {}
    for title in {_flat(str(title)) for row in rows for title in row[:2]} | {
        _flat(title) for title in _listed("also_workplaces")
    }:
        if len(title) > 8:
            titles.setdefault(_WORD.findall(title)[0], []).append(title)
    short = {str(each) for row in rows for each in row[2:4] if len(str(each)) > 2 and str(each)[0].isupper()}
    known = frozenset(short - _listed("not_acronyms")) | _listed("also_acronyms")
    ordered = {head: tuple(sorted(each, key=len, reverse=True)) for head, each in titles.items()}
    return ordered, known - _listed("not_workplace_acronyms")


def places(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names a federal institution by title or acronym, in order."""
    titles, short = _workplaces()
    flat, free = _flat(text), 0
    for match in _WORD.finditer(flat):
        start = match.start()
        if start < free:
            continue
        end = next(
            (
                start + len(title)
                for title in titles.get(match.group(), ())
                if flat.startswith(title, start)
                and not flat[start + len(title) : start + len(title) + 1].isalnum()
            ),
            0,
        )
        acronym = None if end else _ACRONYM.match(text, start)
        if acronym and acronym.group() in short:
            end = acronym.end()
        if end:
            free = end
            yield start, end


def names_institution(text: str) -> bool:
    """Whether a text names a federal institution by its title, its acronym or an address in its domain."""
    return any(True for _ in places(text)) or _has_address(text)


def opens_with_institution(text: str) -> bool:
    """Whether a line is about an institution and not merely mentions one: it opens with it, or is its address."""
    place = next(places(text.strip()), None)
    return (place is not None and place[0] == 0) or _has_address(text)


def _has_address(text: str) -> bool:
    return any(is_federal(match.group(1)) for match in _DOMAIN.finditer(text))


_DOMAIN = re.compile(r"@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})")
_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"(?<![\w.@-])[A-Z][A-Za-z]{1,6}(?![\w@]|\.\w| ?\d)")


def _flat(text: str) -> str:
    """Small letters without accents, sign by sign, so that the length stays."""
    return text.translate(_levels())


@cache
def _levels() -> Mapping[int, str]:
    """Latin letters with their flat ones."""
    return {number: fold(chr(number))[:1] or chr(number) for number in range(0x41, 0x250)} | {0x2019: "'"}


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
