# SPDX-License-Identifier: MIT
"""Ages and small numbers written in words, in English and French."""

from __future__ import annotations

import re

_ONES_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS_EN = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ONES_FR = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_TENS_FR = [
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante-dix",
    "quatre-vingt",
    "quatre-vingt-dix",
]


def _english() -> dict[str, int]:
    known = {word: number for number, word in enumerate(_ONES_EN)}
    for number, ten in enumerate(_TENS_EN, 2):
        known[ten] = number * 10
        known |= {f"{ten}-{_ONES_EN[one]}": number * 10 + one for one in range(1, 10)}
    return known


def _french() -> dict[str, int]:
    known = {word: number for number, word in enumerate(_ONES_FR)} | {"une": 1}
    for number, ten in enumerate(_TENS_FR, 2):
        known.setdefault(ten, number * 10)
        base, least = (ten.removesuffix("-dix"), 10) if ten.endswith("-dix") else (ten, 0)
        for one in range(1, 10):
            word = _ONES_FR[least + one]
            known[f"{base}-{word}"] = number * 10 + one
            if one == 1 and number < 8:
                known[f"{base}-et-{word}"] = number * 10 + one
    return (
        known
        | {"quatre-vingts": 80, "soixante-et-onze": 71, "quatre-vingt-une": 81}
        | {f"{ten}-et-une": number * 10 + 1 for number, ten in enumerate(_TENS_FR[:5], 2)}
    )


ENGLISH, FRENCH = _english(), _french()
"""Words for the numbers below one hundred, with hyphens between their parts."""


def either(words: dict[str, int], *, least: int) -> str:
    """A pattern for any of the words from a number on; a hyphen may be a blank."""
    chosen = sorted((word for word, number in words.items() if number >= least), key=len, reverse=True)
    return "(?:" + "|".join(word.replace("-", "[- ]") for word in chosen) + ")"


def number(text: str) -> int | None:
    """The number at the beginning of a text, in digits or in words."""
    if digits := re.match(r"\d{1,3}(?!\d)", text):
        return int(digits.group())
    words = re.split(r"[\s-]+", text.lower().strip())
    for count in range(min(4, len(words)), 0, -1):
        written = "-".join(words[:count])
        for known in (ENGLISH, FRENCH):
            if written in known:
                return known[written]
    return None
