# SPDX-License-Identifier: MIT
"""Check digits of Canadian numbers. A right one raises confidence; a wrong one never vetoes a labelled number."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from stdnum import luhn as _luhn
from stdnum.ca import bc_phn as _bc_phn
from stdnum.exceptions import ValidationError

_RAMQ_WEIGHTS = (7, 1, 1, 3, 9, 7, 3, 9, 5, 3, 1, 3, 5, 7, 6, 9, 1)
_VIN_VALUES = {
    **{str(digit): digit for digit in range(10)},
    **dict(zip("ABCDEFGH", range(1, 9), strict=True)),
    **dict(zip("JKLMN", range(1, 6), strict=True)),
    "P": 7,
    "R": 9,
    **dict(zip("STUVWXYZ", range(2, 10), strict=True)),
}
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def digits(text: str) -> str:
    """The digits of a text, without anything else."""
    return re.sub(r"[^0-9]", "", text)


def luhn(text: str) -> bool:
    """The Luhn check over the digits; all zeros do not pass."""
    number = digits(text)
    return len(number) >= 2 and bool(number.strip("0")) and _luhn.is_valid(number)


def business_number(text: str) -> bool:
    """Luhn over the first nine digits of a Business Number."""
    return luhn(digits(text)[:9])


def bc_phn(text: str) -> bool:
    """British Columbia's Personal Health Number: first digit 9, modulo 11."""
    try:
        _bc_phn.validate(digits(text))
    except ValidationError:
        return False
    return True


def ramq_date(text: str) -> bool:
    """Whether the six digits after the letters are a plausible birth date (month + 50 for a woman)."""
    number = digits(text)
    if len(number) < 6:
        return False
    year, month, day = int(number[:2]), int(number[2:4]) % 50, int(number[4:6])
    return any(_is_date(century + year, month, day) for century in (1900, 2000))


def ramq(text: str) -> bool:
    """Quebec's health insurance number: weighted sum over letter codes, birth date and rank, either century.

    Whether a woman's month is weighed with its 50 is not published: both are tried.
    """
    letters = re.sub(r"[^A-Z]", "", text.upper())[:4]
    number = digits(text)
    if len(letters) != 4 or len(number) != 8 or not ramq_date(text):
        return False
    codes = "".join(f"{_ramq_code(letter):02d}" for letter in letters)
    for century in ("19", "20"):
        for month in {number[2:4], f"{int(number[2:4]) % 50:02d}"}:
            body = f"{codes}{century}{number[:2]}{month}{number[4:7]}"
            total = sum(int(sign) * weight for sign, weight in zip(body, _RAMQ_WEIGHTS, strict=True))
            if total % 10 == int(number[7]):
                return True
    return False


def vin(text: str) -> bool:
    """ISO 3779: the ninth sign of a vehicle identification number, modulo 11."""
    signs = text.upper().replace(" ", "").replace("-", "")
    if len(signs) != 17 or any(sign not in _VIN_VALUES for sign in signs):
        return False
    total = sum(_VIN_VALUES[sign] * weight for sign, weight in zip(signs, _VIN_WEIGHTS, strict=True))
    return signs[8] == ("X" if total % 11 == 10 else str(total % 11))


def iban(text: str) -> bool:
    """ISO 13616: modulo 97."""
    signs = re.sub(r"[^A-Za-z0-9]", "", text).upper()
    if len(signs) < 15:
        return False
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1


CHECKS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "luhn": luhn,
        "luhn9": business_number,
        "luhn_first9": business_number,
        "business_number": business_number,
        "ramq": ramq,
        "ramq_date": ramq_date,
        "bc_phn": bc_phn,
        "mod11_bc": bc_phn,
        "vin": vin,
        "mod97": iban,
        "iban": iban,
    }
)
"""Checks by the machine names that recognizer files use."""


def _ramq_code(letter: str) -> int:
    """A = 1 … r = 18, then a gap of one before s, as the published code table has it."""
    value = ord(letter) - ord("A") + 1
    return value + 1 if letter > "R" else value


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
