# SPDX-License-Identifier: MIT
"""The gate's own folding: letters and digits only, without case, accents, ligatures and look-alikes.

It repeats on purpose what `reviewer.documents` does for matching: a mistake there must not be a mistake here too.
A differential test holds the two to the same result; only the table of look-alikes is shared, as data.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache

from reviewer import paths

INVISIBLE = frozenset({"Mn", "Mc", "Me", "Cf", "Cc"})
"""Categories that never stand between two words (blanks among the control characters are told apart below)."""

_BLANK_CONTROLS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")


_SHAPE = {ord("i"): "l", ord("1"): "l", ord("0"): "o"}
_LATIN = ((0, 0x24F), (0x1E00, 0x1EFF))


class _Table(dict[int, str]):
    """What each code point becomes, worked out at first need: `str.translate` then runs at the speed of C."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


@cache
def _look_alikes() -> dict[str, str]:
    file = paths.resource("lexicons", "confusables.json")
    table: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))["map"]
    return table


def _fold_character(character: str) -> str:
    """Decompose, then for each part: look-alike, else no mark, else digit, else the casefolded letters."""
    out: list[str] = []
    alike = _look_alikes()
    for part in unicodedata.normalize("NFKD", character):
        if part in alike:
            out.append(alike[part])
        elif unicodedata.category(part)[0] == "M":
            continue
        elif (digit := unicodedata.digit(part, -1)) >= 0:
            out.append(str(digit))
        else:
            lower = unicodedata.normalize("NFKD", part.casefold())
            out.append("".join(alike.get(each, each) for each in lower if each.isalnum()))
    return "".join(out)


_TABLE = _Table()


def fold(text: str) -> str:
    """The folded text."""
    return text.translate(_TABLE)


def fold_index(text: str) -> list[int]:
    """For each character of the folded text, the place in the original it came from."""
    index: list[int] = []
    for place, character in enumerate(text):
        index.extend([place] * len(_TABLE[ord(character)]))
    return index


def shape(folded: str) -> str:
    """Folded text in which the signs that look alike even in plain letters are one: l, i and 1, o and 0."""
    return folded.translate(_SHAPE)


def is_foreign(character: str) -> bool:
    """Whether it is a letter or digit that no word of English or French has."""
    return character.isalnum() and not any(first <= ord(character) <= last for first, last in _LATIN)


def has_foreign(text: str) -> bool:
    """Whether such a letter or digit stands in a text."""
    return not text.isascii() and any(map(is_foreign, set(text)))


def separates(between: str) -> bool:
    """Whether the characters between two folded ones part two words: anything but marks and invisible signs."""
    return any(
        character in _BLANK_CONTROLS or unicodedata.category(character) not in INVISIBLE
        for character in between
    )
