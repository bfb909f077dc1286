# SPDX-License-Identifier: MIT
"""A plain reading of the recognizer files, straight from their README, to hold the data to what it promises."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2009"), " ")
HYPHENS = dict.fromkeys(range(0x2010, 0x2016), "-")
APOSTROPHES = {0x2019: "'"}
BEFORE, AFTER, VETO_AFTER = 60, 20, 45
PERSON = re.compile(
    r"\b(?:s?he|his|her|hers|him|they|their|us|mr|mrs|ms|miss|il|elle|son|sa|ses|lui|m\.|mme|mlle|me|dr|dre)(?![\w])",
    re.IGNORECASE,
)


def normalise(text: str) -> str:
    """Blanks, hyphens and apostrophes as the patterns expect them; the length does not change."""
    return text.translate(BLANKS | HYPHENS | APOSTROPHES)


def fold(text: str) -> str:
    """Case and accents removed, for context words."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def compiled(recognizer: dict[str, Any]) -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    """Each pattern with its row."""
    flags = re.UNICODE if recognizer["case_sensitive"] else re.UNICODE | re.IGNORECASE
    return [(re.compile(row["regex"], flags), row) for row in recognizer["patterns"]]


def found(recognizer: dict[str, Any], text: str) -> list[str]:
    """The values that one recognizer finds in a text that stands alone."""
    text = normalise(text)
    values = []
    for pattern, row in compiled(recognizer):
        for match in pattern.finditer(text):
            name = "value" if "value" in pattern.groupindex else 0
            if _kept(recognizer, row, text, *match.span(name)):
                values.append(match.group(name))
    return values


def _kept(recognizer: dict[str, Any], row: dict[str, Any], text: str, start: int, end: int) -> bool:
    context = _nearest(text, start, end, recognizer["context_en"] + recognizer["context_fr"], AFTER)
    veto = _nearest(
        text, start, end, recognizer.get("veto_en", []) + recognizer.get("veto_fr", []), VETO_AFTER
    )
    labelled = row["needs"] == "nothing" and "(?P<value>" in row["regex"]
    if veto is not None and not labelled and (context is None or veto < context):
        return False
    if row["needs"] == "context":
        return context is not None
    if row["needs"] == "checksum":
        return context is not None or CHECKS[recognizer["checksum"]](text[start:end])
    return row["needs"] == "nothing" or PERSON.search(text) is not None


def _nearest(text: str, start: int, end: int, words: list[str], after: int) -> int | None:
    distances = []
    for word in words:
        for match in re.finditer(rf"(?<!\w){re.escape(fold(word))}(?:s|es)?(?!\w)", fold(text)):
            if match.end() <= start and start - match.end() <= BEFORE:
                distances.append(start - match.end())
            elif match.start() >= end and match.start() - end <= after:
                distances.append(match.start() - end)
    return min(distances, default=None)


def luhn(value: str) -> bool:
    """The Luhn check over every digit of the value."""
    digits = [int(char) for char in value if char.isdigit()]
    doubled = [digit if place % 2 == 0 else digit * 2 for place, digit in enumerate(reversed(digits))]
    return len(digits) > 1 and sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def luhn_first9(value: str) -> bool:
    """The Luhn check over the first nine digits."""
    return luhn("".join(char for char in value if char.isdigit())[:9])


def bc_phn(value: str) -> bool:
    """The mod 11 check of the Personal Health Number of British Columbia."""
    digits = [int(char) for char in value if char.isdigit()]
    total = sum(weight * digit for weight, digit in zip((2, 4, 8, 5, 10, 9, 7, 3), digits[1:9], strict=True))
    return digits[9] == 11 - total % 11


def vin(value: str) -> bool:
    """The check of ISO 3779, position nine."""
    codes = dict(
        zip(
            "ABCDEFGHJKLMNPRSTUVWXYZ0123456789",
            [*range(1, 9), *range(1, 6), 7, 9, *range(2, 10), *range(10)],
            strict=True,
        )
    )
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
    rest = sum(weight * codes[char] for weight, char in zip(weights, value.upper(), strict=True)) % 11
    return value[8].upper() == ("X" if rest == 10 else str(rest))


def ramq(value: str) -> bool:
    """The check of the Quebec health insurance number; the century is unknown, so both are tried."""
    letters, digits = value[:4].upper(), "".join(char for char in value[4:] if char.isdigit())
    codes = "".join(f"{ord(letter) - 64 + (letter > 'R'):02d}" for letter in letters)
    month = int(digits[2:4])
    for century in ("19", "20"):
        for shown in {month, month - 50 if month > 50 else month}:
            number = f"{codes}{century}{digits[:2]}{shown:02d}{digits[4:7]}"
            total = sum(weight * int(digit) for weight, digit in zip(RAMQ, number, strict=True))
            if total % 10 == int(digits[7]):
                return True
    return False


def iban(value: str) -> bool:
    """The check of ISO 13616, modulo 97."""
    signs = [char for char in value.upper() if char.isalnum()]
    return int("".join(str(int(char, 36)) for char in signs[4:] + signs[:4])) % 97 == 1


RAMQ = (7, 1, 1, 3, 9, 7, 3, 9, 5, 3, 1, 3, 5, 7, 6, 9, 1)
CHECKS = {
    "none": lambda _value: False,
    "luhn": luhn,
    "luhn_first9": luhn_first9,
    "bc_phn": bc_phn,
    "vin": vin,
    "ramq": ramq,
    "iban": iban,
}
