# SPDX-License-Identifier: MIT
"""Text folded for matching, with the way back: case, accents, ligatures, separators and look-alikes do not count.

The gate has a folding of its own (`reviewer.verification`); a differential test holds the two together.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from reviewer import paths
from reviewer.documents.addresses import glued
from reviewer.documents.matching import anywhere, places
from reviewer.documents.overrides import OVERRIDE, grown, turned
from reviewer.documents.place import pattern
from reviewer.documents.searching import Known, Needles


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


def fold_knowing(text: str, needles: Needles) -> Folded:
    """Fold a text in which these folded terms, which may be thousands, will be looked for one by one."""
    folded = fold(text)
    return Folded(Known.of(folded.text, needles), folded.index)


def known_in(folded: Folded) -> Iterable[str]:
    """The terms of `fold_knowing` that stand in a text."""
    return folded.text.found if isinstance(folded.text, Known) else ()


def find_all(text: str, term: str, *, whole_words: bool = True) -> tuple[tuple[int, int], ...]:
    """Every place of a term in a text, by folded match, as (start, end) in code points of the text.

    With `whole_words` the match must not be part of a longer word or number (`reviewer.documents.matching` says what
    that means). A match grows over the combining marks that follow it.
    """
    return find_in(text, fold(text), term, whole_words=whole_words)


def find_in(text: str, folded: Folded, term: str, *, whole_words: bool = True) -> tuple[tuple[int, int], ...]:
    """As `find_all`, for a text that was folded before."""
    needle = fold(term)
    if not needle.text:
        return ()
    listed = places if whole_words else anywhere
    wanted = pattern(term, needle.text, needle.index)
    found = [
        (folded.index[start], _over_marks(text, folded.index[end - 1] + 1))
        for start, end in listed(text, folded.text, folded.index, wanted)
    ]
    if OVERRIDE in text:
        shown = turned(text)
        again = _folded_again(shown)
        for start, end in listed(shown, again.text, again.index, wanted):
            place = grown(text, again.index[start], _over_marks(shown, again.index[end - 1] + 1))
            if place not in found and text[slice(*place)] != shown[slice(*place)]:
                found.append(place)
    return _merged(found)


_folded_again = lru_cache(maxsize=2)(fold)
"""For texts that are asked for one term after the other."""


def glued_in(text: str, folded: Folded, term: str) -> tuple[tuple[int, int], ...]:
    """Parts of addresses, links and file names in which a name is glued to other letters."""
    needle = fold(term)
    return _merged(glued(text, folded.text, folded.index, pattern(term, needle.text, needle.index)))


def _merged(found: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The places in order; of two that overlap, all that they cover."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _over_marks(text: str, end: int) -> int:
    while end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end += 1
    return end
