# SPDX-License-Identifier: MIT
"""What may be said in place of a value, from the finest to the coarsest: the tenth of a degree, the town, the province, the decade.

An offer never gives the exact value back. It is no judgement that the offer is safe: in a place of forty people a town
can tell who is meant. A person chooses, and may withhold all the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from reviewer import paths
from reviewer.detection import grids, spelled
from reviewer.detection.namewords import fold
from reviewer.model.document import Language
from reviewer.model.finding import Category

_NEAR = 0.004
"""Degrees: a place so near to a round number would be given away by it."""
_POSTAL = re.compile(r"(?<!\w)([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(?: ?-?\d[ABCEGHJ-NPRSTV-Z]\d)?(?!\w)")
_BY_LETTER = {
    **dict(zip("ABCEGHJ", ("NL", "NS", "PE", "NB", "QC", "QC", "QC"), strict=True)),
    **dict(zip("KLMNPRSTVY", ("ON", "ON", "ON", "ON", "ON", "MB", "SK", "AB", "BC", "YT"), strict=True)),
}
_NUNAVUT = frozenset({"X0A", "X0B", "X0C"})
_YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d{2}(?!\d)")
_MONTH = re.compile(
    r"\d|\b(?:jan|f[eé]v|feb|mar|a[pv]r|ma[iy]|ju[iln]|ao[uû]|aug|sep|oct|nov|d[eé]c)", re.IGNORECASE
)
"""What a date says besides its year; without it the year is all that it says."""
_RANGE = re.compile(r"\d ?(?:-|to|à|and|et) ?\d", re.IGNORECASE)
_SHORTER = re.compile(r"\b(?:months?|mois|weeks?|semaines?|days?|jours?)\b", re.IGNORECASE)
_SHEET = re.compile(r"\b(\d{1,3}) ?([A-P]) ?/? ?\d{1,2}\b")
_QUARTER = re.compile(r"(?<!\d)\d{1,2}-(\d{1,3})-(\d{1,2})[ -]?(W ?\d)")


@dataclass(frozen=True, slots=True)
class _Province:
    code: str
    names: Mapping[Language, str]
    written: re.Pattern[str]
    places: frozenset[str]


def broader(category: Category, text: str, language: Language) -> tuple[str, ...]:
    """Offers to put in place of a value, from the finest to the coarsest; empty where nothing honest can be offered."""
    offer = _OFFERS.get(category)
    given = re.sub(r"\s+", " ", text.translate(_LEVEL)).strip()
    offers = offer(given, language) if offer and given else ()
    # What is coarse already is not said again as if it were less.
    said = _bare(given)
    return tuple(each for each in offers if _bare(each) != said)


def _bare(text: str) -> str:
    return re.sub(r"\W", "", fold(text))


_LEVEL = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2212": "-", "\u2019": "'", "\u2032": "'"}
)


def _coordinates(text: str, language: Language) -> tuple[str, ...]:
    if quarter := _QUARTER.search(text):
        return (_township(quarter, language),)
    found = grids.place(text)
    if found is None:
        sheet = _SHEET.search(text)
        return (f"{'NTS' if language is Language.EN else 'SNRC'} {sheet[1]}{sheet[2]}",) if sheet else ()
    if _is_coarse(text):
        return _rounded(found, 0, language)
    return (*_rounded(found, 1, language), *_rounded(found, 0, language))


def _is_coarse(text: str) -> bool:
    """Whether decimal degrees are written with one decimal or none."""
    return not re.search(r"\d[.,]\d{2}|[°º] ?\d|\d{3} ?\d{3}", text)


def _rounded(found: grids.Place, decimals: int, language: Language) -> tuple[str, ...]:
    written = [one for one in found if one is not None]
    if all(abs(one - round(one, decimals)) < _NEAR for one in written):
        return ()
    signs = ("N", "W") if language is Language.EN else ("N", "O")
    parts = [f"{one:.{decimals}f}° {sign}" for one, sign in zip(found, signs, strict=True) if one is not None]
    said = ", ".join(parts) if language is Language.EN else "; ".join(parts).replace(".", ",")
    return (said.replace("° ", "°\u00a0") if language is Language.FR else said,)


def _township(quarter: re.Match[str], language: Language) -> str:
    words = ("township", "range") if language is Language.EN else ("canton", "rang")
    return f"{words[0]} {int(quarter[1])}, {words[1]} {int(quarter[2])}, {quarter[3].replace(' ', '')}"


def _address(text: str, language: Language) -> tuple[str, ...]:
    province, before = _province_of(text)
    town = _town(before, province)
    if town is not None:
        province = town[1]
    if province is None:
        return ()
    name = province.names[language]
    if town is None:
        return (name,)
    both = f"{town[0]}, {name}" if language is Language.EN else f"{town[0]} ({name})"
    return both, name


def _postal_code(text: str, language: Language) -> tuple[str, ...]:
    match = _POSTAL.search(text.upper())
    province = _by_code(_code_of(match[1])) if match else None
    return (province.names[language],) if province else ()


def _province_of(text: str) -> tuple[_Province | None, str]:
    """The province an address names (else that of its postal code), and what stands before both."""
    code = _POSTAL.search(text)
    body = (text[: code.start()] if code and code.start() > 0 else text).rstrip(" ,.()")
    for province in _provinces():
        if match := province.written.search(body):
            return province, body[: match.start()].rstrip(" ,.(")
    return (_by_code(_code_of(code[1])) if code else None), body


def _town(before: str, province: _Province | None) -> tuple[str, _Province] | None:
    """The town at the end of an address, as it is written there, where the list of places has it."""
    candidates = (province,) if province else _provinces()
    words = re.split(r"(?<=[ ,(-])", before)
    for start in range(max(0, len(words) - 6), len(words)):
        written = "".join(words[start:]).strip(" ,()-")
        at_edge = start > 0 and (words[start - 1].rstrip().endswith((",", "(")) or start >= 3)
        if not at_edge or any(sign.isdigit() for sign in written):
            continue
        homes = [one for one in candidates if fold(written) in one.places]
        if len(homes) == 1:
            return written, homes[0]
    return None


def _code_of(area: str) -> str:
    if area.startswith("X"):
        return "NU" if area in _NUNAVUT else "NT"
    return _BY_LETTER.get(area[0], "")


def _birth(text: str, language: Language) -> tuple[str, ...]:
    years = set(_YEAR.findall(text))
    if len(years) != 1 or re.search(r"0s\b|\bann[ée]es\b", text, re.IGNORECASE):
        return ()
    year = years.pop()
    decade = f"{year[:3]}0s" if language is Language.EN else f"années {year[:3]}0"
    return (year, decade) if _MONTH.search(text.replace(year, "")) else (decade,)


def _age(text: str, language: Language) -> tuple[str, ...]:
    years = spelled.number(re.sub(r"^(?:aged?|[âa]gée?s? de)\W+", "", text, flags=re.IGNORECASE))
    if years is None or years > 130 or _RANGE.search(text):
        return ()
    if years < 10 or (_SHORTER.search(text) and years < 120):
        return ("under 10" if language is Language.EN else "moins de 10\u00a0ans",)
    if years >= 90:
        return ("90 or over" if language is Language.EN else "90\u00a0ans ou plus",)
    low = years // 10 * 10
    return (f"{low} to {low + 9}" if language is Language.EN else f"de {low} à {low + 9}\u00a0ans",)


_OFFERS: Mapping[Category, Callable[[str, Language], tuple[str, ...]]] = {
    Category.COORDINATES: _coordinates,
    Category.ADDRESS: _address,
    Category.POSTAL_CODE: _postal_code,
    Category.DATE_OF_BIRTH: _birth,
    Category.AGE: _age,
}


@cache
def _provinces() -> tuple[_Province, ...]:
    """The thirteen, the longest names first, so that one name inside another is not taken for it."""
    data = json.loads(paths.resource("lexicons", "places_ca.json").read_text(encoding="utf-8"))
    return tuple(_province(row, data["places"][row["code"]]) for row in data["provinces"])


def _province(row: Mapping[str, str], places: list[str]) -> _Province:
    ways = {row["code"], row["en"], row["fr"], row["abbr_en"], row["abbr_fr"], *_ALSO.get(row["code"], ())}
    either = "|".join(re.escape(way.rstrip(".")) for way in sorted(ways, key=len, reverse=True))
    return _Province(
        row["code"],
        {Language.EN: row["en"], Language.FR: row["fr"]},
        re.compile(rf"(?<![\w.-])(?:{either})\.?$"),
        frozenset(fold(name) for name in places),
    )


_ALSO = {
    "PE": ("PEI",),
    "NT": ("NWT",),
    "QC": ("Quebec", "PQ"),
    "NL": ("NFLD", "Nfld"),
    "YT": ("Yukon Territory",),
}


@cache
def _by_codes() -> Mapping[str, _Province]:
    return {one.code: one for one in _provinces()}


def _by_code(code: str) -> _Province | None:
    return _by_codes().get(code)
