# SPDX-License-Identifier: MIT
"""What a chart shows for a number by its formats: 45293 as a date, 0.355 as 35.5 %, 1234.5 as $1,234.50.

The person read the numbers as the file has them. One that a chart would show as a withheld passage must not stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from lxml.etree import _Element as Element

from reviewer.documents.docx.names import c
from reviewer.documents.folding import fold

_ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|general', re.IGNORECASE)
"""Parts of a number format that are no places of digits or dates."""
_DECIMALS = re.compile(r"\.([0#?]+)")
_SCALE = re.compile(r"[0#?](,+)(?![0#?,])")
_CURRENCY = re.compile(r"CAD|USD|CA|US|[$€£%]")
_AMOUNTS = (
    re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"),
    re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"),
)
"""Written in the English and in the French way, blanks aside."""
_LONGEST = 20
_FIRST_DAYS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_LAST_DAY = 2_958_465
_ENGLISH = "January February March April May June July August September October November December"
_FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"


class Shown:
    """Whether numbers of one chart would be shown as one of the withheld passages."""

    def __init__(self, chart: Element, passages: Iterable[str]) -> None:
        listed = tuple(passages)
        self._wholes = frozenset(fold(each).text for each in listed)
        self._amounts = frozenset(amount for each in listed for amount in amounts(each))
        codes = [each.text or "" for each in chart.iter(c("formatCode"))]
        codes += [each.get("formatCode", "") for each in chart.iter(c("numFmt"))]
        self._codes = tuple(dict.fromkeys(_ASIDE.sub("", each).split(";")[0].lower() for each in codes))
        flag = next(chart.iterchildren(c("date1904")), None)
        self._from_1904 = flag is not None and flag.get("val", "1") in {"1", "true"}

    def is_withheld(self, measure: str) -> bool:
        """Whether a measure of the drawing (the end of an axis …) is a withheld amount."""
        return abs(Decimal(measure)) in self._amounts

    def tells(self, number: str) -> bool:
        """Whether a value that stays is shown as what was withheld; as it is written the person has decided on it."""
        if not self._wholes or fold(number).text in self._wholes:
            return False
        value = Decimal(number.strip())
        return any(self._as(value, code) for code in ("", *self._codes))

    def _as(self, value: Decimal, code: str) -> bool:
        if is_date(code):
            return any(fold(each).text in self._wholes for each in self._dates(value, days="d" in code))
        return _rounded(abs(value), code) in self._amounts

    def _dates(self, value: Decimal, *, days: bool) -> Iterator[str]:
        if not 0 < value <= _LAST_DAY:
            return
        day = _FIRST_DAYS[self._from_1904] + timedelta(days=int(value))
        for months in (_ENGLISH, _FRENCH):
            month = months.split()[day.month - 1]
            if days:
                yield from (f"{month} {day.day} {day.year}", f"{day.day} {month} {day.year}")
            else:
                yield f"{month} {day.year}"
        if days:
            yield from (f"{day:%Y%m%d}", f"{day:%d%m%Y}", f"{day:%m%d%Y}")
            if day.day == 1:
                yield f"1er {month} {day.year}"


def is_date(code: str) -> bool:
    """Whether a number format shows a date."""
    return re.search("[yd]", _ASIDE.sub("", code).lower()) is not None


def amounts(text: str) -> Iterator[Decimal]:
    """The amounts that a passage may stand for; none when it is more than one amount."""
    bare = re.sub(r"\s", "", _CURRENCY.sub("", text)).lstrip("-(−").rstrip(")")
    if len(bare) > _LONGEST:
        return
    for form, group, point in zip(_AMOUNTS, ",.", ".,", strict=True):
        if bare.isascii() and form.fullmatch(bare):
            yield Decimal(bare.replace(group, "").replace(point, "."))


def _rounded(value: Decimal, code: str) -> Decimal:
    if not code:
        return value
    decimals = _DECIMALS.search(code)
    scale = _SCALE.search(code)
    places = len(decimals[1]) if decimals else 0
    shown = value.scaleb((2 if "%" in code else 0) - (3 * len(scale[1]) if scale else 0))
    if shown.adjusted() > _LONGEST or places > _LONGEST:
        return value
    return shown.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
