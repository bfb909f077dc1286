# SPDX-License-Identifier: MIT
"""Text folded for matching, with the way back: case, accents, ligatures, separators and look-alikes do not count.

The gate has a folding of its own (`reviewer.verification`); a differential test holds the two together.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from reviewer import paths


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; its character i came from code point `index[i]` of the original."""

    text: str
    index: tuple[int, ...]


@cache
def confusables() -> Mapping[str, str]:
    """Letters of other scripts, and special Latin letters, that look like plain Latin ones (Unicode TS 39)."""
    table: Mapping[str, str] = json.loads(paths.resource("lexicons", "confusables.json").read_text("utf-8"))[
        "map"
    ]
    return table


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """What one code point becomes: lower-case alphanumerics without marks, often one, sometimes none or several."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    return "".join(_fold_decomposed(part) for part in unicodedata.normalize("NFKD", character))


def _fold_decomposed(character: str) -> str:
    table = confusables()
    if character in table:
        return table[character]
    if unicodedata.category(character).startswith("M"):
        return ""
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKD", character.casefold())
    return "".join(table.get(part, part) for part in folded if part.isalnum())


def fold(text: str) -> Folded:
    """Fold a text: NFKD, look-alikes, case, letters and digits only."""
    pieces: list[str] = []
    index: list[int] = []
    for position, character in enumerate(text):
        piece = fold_character(character)
        pieces.append(piece)
        index.extend([position] * len(piece))
    return Folded("".join(pieces), tuple(index))


def find_all(text: str, term: str, *, whole_words: bool = True) -> tuple[tuple[int, int], ...]:
    """Every place of a term in a text, by folded match, as (start, end) in code points of the text.

    With `whole_words` the match must not be part of a longer word or number. A match grows over the combining
    marks that follow it.
    """
    return find_in(text, fold(text), term, whole_words=whole_words)


def find_in(text: str, folded: Folded, term: str, *, whole_words: bool = True) -> tuple[tuple[int, int], ...]:
    """As `find_all`, for a text that was folded before."""
    needle = fold(term).text
    if not needle:
        return ()
    found: list[tuple[int, int]] = []
    at = folded.text.find(needle)
    while at >= 0:
        last = at + len(needle) - 1
        start, end = folded.index[at], _over_marks(text, folded.index[last] + 1)
        if not whole_words or _is_whole(text, folded, at, last):
            found.append((start, end))
            at = folded.text.find(needle, last + 1)
        else:
            at = folded.text.find(needle, at + 1)
    return tuple(found)


def _over_marks(text: str, end: int) -> int:
    while end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end += 1
    return end


def _is_whole(text: str, folded: Folded, first: int, last: int) -> bool:
    """Whether a separator, a border of the text or a change of kind stands on both sides."""
    return not (
        (first > 0 and _joined(text, folded.index[first - 1], folded.index[first]))
        or (last + 1 < len(folded.index) and _joined(text, folded.index[last], folded.index[last + 1]))
    )


def _joined(text: str, left: int, right: int) -> bool:
    """Whether nothing but marks and invisible characters stands between two code points."""
    return all(unicodedata.category(character) in _INVISIBLE for character in text[left + 1 : right])


_INVISIBLE = frozenset({"Mn", "Mc", "Me", "Cf"})
