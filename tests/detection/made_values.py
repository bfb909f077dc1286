# SPDX-License-Identifier: MIT
"""Made numbers for the templates of tests/corpus/values: reserved, published as samples, or all zeros in front."""

from __future__ import annotations

import calendar
import random
from collections.abc import Callable, Mapping

from reviewer.detection import checksums

_CARDS = ("4111111111111111", "5555555555554444", "6011111111111117", "4012888888881881")
_FRENCH_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_MONTHS = {"en": tuple(calendar.month_name)[1:], "fr": tuple(_FRENCH_MONTHS.split())}
_PEOPLE = ("o.fictive", "loic_invente", "sample.ann", "bexemple", "jo-sample82")
_HOSTS = ("example.com", "mail.example.org", "example.net")


def made(category: str, form: str, rng: random.Random) -> str:
    """A value of a category, in a way of writing it ("" is the usual one)."""
    return _MAKERS[category](form, rng)


def _digits(rng: random.Random, count: int) -> str:
    return "".join(str(rng.randrange(10)) for _ in range(count))


def _checked(body: str, check: Callable[[str], bool]) -> str:
    """The body with the last digit that passes; where none does, with another digit in the middle."""
    for middle in range(10):
        for last in range(10):
            number = f"{body[:-2]}{middle}{body[-1]}{last}"
            if check(number):
                return number
    raise AssertionError(body)


def _grouped(number: str, *sizes: int, sign: str = " ") -> str:
    parts, start = [], 0
    for size in sizes:
        parts.append(number[start : start + size])
        start += size
    return sign.join(parts)


def _sin(form: str, rng: random.Random) -> str:
    number = _checked("000" + _digits(rng, 4) + "1", checksums.luhn)
    return number if form == "bare" else _grouped(number, 3, 3, 3, sign="-" if form == "dashes" else " ")


def _phone(form: str, rng: random.Random) -> str:
    area, last = rng.choice(("613", "819", "514", "867", "709")), f"01{_digits(rng, 2)}"
    return {
        "dots": f"{area}.555.{last}",
        "paren": f"({area}) 555-{last}",
        "plain": f"{area}555{last}",
        "dashes": f"{area}-555-{last}",
        "spaces": f"{area} 555 {last[:2]} {last[2:]}",
        "ext_en": f"{area}-555-{last} ext. 214",
        "ext_fr": f"{area} 555-{last}, poste 214",
    }.get(form) or rng.choice((f"{area}-555-{last}", f"{area} 555-{last}"))


def _ohip(form: str, rng: random.Random) -> str:
    number = _checked("5555000" + _digits(rng, 2), checksums.luhn)
    version = rng.choice(("ZZ", "XA"))
    return f"{number}{version}" if form == "bare" else f"{_grouped(number, 4, 3, 3, sign='-')}-{version}"


def _ramq(form: str, rng: random.Random) -> str:
    body = f"{rng.choice(('AAAA', 'TEST'))}54{rng.choice(('12', '62'))}28{_digits(rng, 1)}"
    number = next(body + last for last in "0123456789" if checksums.ramq(body + last))
    return _grouped(number, 4, 4, 4) if form == "spaced" or rng.random() < 0.7 else number


def _bank(form: str, rng: random.Random) -> str:
    transit, account = f"000{_digits(rng, 2)}", f"00{_digits(rng, 5)}"
    return {
        "transit": transit,
        "inst": "999",
        "acct": account,
        "micr": f"{transit}-999 00-{account[2:]}",
        "iban": "GB82 WEST 1234 5698 7654 32",
    }.get(form, f"{transit}-999-{account}")


def _licence(form: str, rng: random.Random) -> str:
    return {
        "qc": f"Z00{_digits(rng, 2)}-010190-0{_digits(rng, 1)}",
        "seven": f"00{_digits(rng, 5)}",
        "mb": f"ZZ-ZZ-ZZ-Z0{_digits(rng, 2)}ZZ",
        "ns": f"ZZZZZ 010190{_digits(rng, 3)}",
    }.get(form, f"Z00{_digits(rng, 2)}-00000-90101")


def _coordinates(form: str, rng: random.Random) -> str:
    north, west = f"4{rng.randrange(4, 9)}.{_digits(rng, 4)}1", f"7{rng.randrange(10)}.{_digits(rng, 4)}3"
    minutes = f"{rng.randrange(10, 60)}"
    return {
        "lat": north,
        "lon": f"-{west}",
        "dms_fr": f"4{rng.randrange(4, 9)}° {minutes}' 12,4\" N, 7{rng.randrange(10)}° {minutes}' 41,0\" O",
        "utm": f"18T 4450{_digits(rng, 2)} 50301{_digits(rng, 2)}",
        "utm_fr": f"4450{_digits(rng, 2)} m E, 50301{_digits(rng, 2)} m N",
        "mgrs": f"18T VR 450{_digits(rng, 2)} 300{_digits(rng, 2)}",
    }.get(form, f"{north}, -{west}")


def _birth(form: str, rng: random.Random) -> str:
    year, month, day = rng.randrange(1935, 2015), rng.randrange(1, 13), rng.randrange(2, 29)
    return {
        "slash": f"{day:02d}/{month:02d}/{year}",
        "long_en": f"{_MONTHS['en'][month - 1]} {day}, {year}",
        "long_fr": f"{day} {_MONTHS['fr'][month - 1]} {year}",
    }.get(form, f"{year}-{month:02d}-{day:02d}")


def _secret(form: str, rng: random.Random) -> str:
    return rng.choice(("Caribou!", "Tamarac#", "maple_Leaf", "Granit$")) + _digits(rng, 3)


def _code(form: str, rng: random.Random) -> str:
    if form == "conf":
        return _grouped(_digits(rng, 9), 3, 3, 3)
    return "-".join(str(rng.randrange(3, 40)) for _ in range(3)) if form == "lock" else "4" + _digits(rng, 3)


def _network(form: str, rng: random.Random) -> str:
    return {
        "mac": f"00:00:5E:00:53:{_digits(rng, 2)}",
        "v6": f"2001:db8:0:{_digits(rng, 2)}::{_digits(rng, 1)}a",
        "host": f"srv-{_digits(rng, 2)}.intra.example.org",
    }.get(form, f"192.0.2.{rng.randrange(20, 250)}")


def _other(form: str, rng: random.Random) -> str:
    return {
        "reg": f"000{_digits(rng, 2)}",
        "fps": f"000{_digits(rng, 3)}Z",
        "vin": "2TEST000XTT000001",
        "pal": f"000{_digits(rng, 5)}.0001",
        "sn": f"Z00 000 {_digits(rng, 3)}",
        "prc": f"PA000{_digits(rng, 4)}",
    }[form]


def _uci(form: str, rng: random.Random) -> str:
    if form == "eight":
        return f"00{_digits(rng, 2)}-{_digits(rng, 4)}"
    return f"00-00{_digits(rng, 2)}-{_digits(rng, 4)}"


def _postal(form: str, rng: random.Random) -> str:
    code = f"X{_digits(rng, 1)}X {_digits(rng, 1)}X{_digits(rng, 1)}"
    return {"lower": code.lower(), "nosp": code.replace(" ", ""), "fsa": code[:3]}.get(form, code)


_MAKERS: Mapping[str, Callable[[str, random.Random], str]] = {
    "SIN": _sin,
    "OHIP": _ohip,
    "RAMQ": _ramq,
    "BCPHN": lambda form, rng: _grouped(_checked("9000000" + _digits(rng, 2), checksums.bc_phn), 4, 3, 3),
    "ABHC": lambda form, rng: f"0000{_digits(rng, 1)}-{_digits(rng, 4)}",
    "MBHC": lambda form, rng: _grouped("000" + _digits(rng, 6), 3, 3, 3),
    "CARD": lambda form, rng: (
        "3782 822463 10005"
        if form == "amex"
        else rng.choice(_CARDS)
        if form == "bare"
        else _grouped(rng.choice(_CARDS), 4, 4, 4, 4, sign="-" if form == "dashes" else " ")
    ),
    "BANK": _bank,
    "PRI": lambda form, rng: (
        f"00{_digits(rng, 6)}"
        if form == "bare"
        else f"0{_digits(rng, 2)}-{_digits(rng, 3)}-{_digits(rng, 3)}"
    ),
    "UCI": _uci,
    "IRCC": lambda form, rng: f"W000{_digits(rng, 6)}",
    "PASSPORT": lambda form, rng: f"A000{_digits(rng, 3)}ZZ" if form == "new" else f"ZZ000{_digits(rng, 3)}",
    "DL": _licence,
    "STATUS": lambda form, rng: (
        f"99900{_digits(rng, 5)}" if form == "bare" else f"999-00{_digits(rng, 3)}-{_digits(rng, 2)}"
    ),
    "CASE": lambda form, rng: (
        f"{rng.randrange(2011, 2024)}-{_digits(rng, 4)}" if form == "fr" else f"GRV-2019-00{_digits(rng, 3)}"
    ),
    "ATIP": lambda form, rng: f"A-2019-00{_digits(rng, 3)}",
    "IP": _network,
    "COORD": _coordinates,
    "SALARY": lambda form, rng: (
        f"{rng.randrange(51, 99)} {_digits(rng, 3)} $"
        if form == "fr"
        else f"${rng.randrange(51, 99)},{_digits(rng, 3)}"
    ),
    "PLATE": lambda form, rng: (
        f"Z{_digits(rng, 2)} ZZ{rng.choice('XZ')}" if form == "qc" else f"ZZZZ {_digits(rng, 3)}"
    ),
    "USER": lambda form, rng: f"svc_sample{_digits(rng, 2)}",
    "PASS": _secret,
    "CODE": _code,
    "OTHER": _other,
    "DOB": _birth,
    "PHONE": _phone,
    "EMAIL": lambda form, rng: f"{rng.choice(_PEOPLE)}@{rng.choice(_HOSTS)}",
    "POSTAL": _postal,
    "BN": lambda form, rng: (
        _checked("0000" + _digits(rng, 4), checksums.luhn)
        if form == "bare"
        else f"{_grouped(_checked('0000' + _digits(rng, 4), checksums.luhn), 5, 4)} RT0001"
    ),
}
