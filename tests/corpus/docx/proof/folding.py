# SPDX-License-Identifier: MIT
"""Text as the judge compares it: letters and digits alone, without accents, disguises and what cannot be seen."""

from __future__ import annotations

import unicodedata

_LIKE = str.maketrans("аеорсухіӏԁѕјһԛԝмтвнкзᴀοανυικρτβεχηζμ", "aeopcyxiidsjhqwmtbhk3aoavuikptbexhzm") | {
    ord("œ"): "oe",
    ord("æ"): "ae",
    ord("ø"): "o",
    ord("ł"): "l",
    ord("đ"): "d",
}
"""Small letters of other scripts, and joined or struck ones, that read as Latin."""


def fold(text: str) -> str:
    """Letters and digits alone, in one case, without marks."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = apart.translate(_LIKE)
    return "".join(_digit(letter) for letter in plain if letter.isalnum())


def _digit(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdecimal() else letter
