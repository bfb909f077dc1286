# SPDX-License-Identifier: MIT
"""Twins of the files of the corpus: the same pages with the withheld name spelled otherwise, to see where it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tests.corpus.pdf.recipes import EN, FR, RECIPES, Box, Entry, Maker, Surface, Words, entry

PLACES: dict[str, tuple[Box, ...]] = {
    "composite_by_program-first": ((1, 102, 598, 175, 609),),
    "soft_mask-first": ((1, 72, 380, 472, 440),),
    "tiling_pattern-first": ((1, 72, 300, 472, 400),),
    "type3_font-first": ((1, 72, 598, 145, 609),),
    "widths_that_are_wrong-en": ((1, 72, 598, 82, 610),),
    "widths_that_are_wrong-fr": ((1, 72, 598, 82, 610),),
}
"""Where the name is drawn in files in which PDFium does not read it and a twin does not show it."""


@cache
def _made_by() -> dict[str, tuple[Surface, Maker, Words]]:
    return {
        f"{make.__name__}-{words.tag}": (surface, make, words)
        for surface, make in RECIPES
        for words in (EN, FR)
    }


def twins(each: Entry) -> Sequence[bytes]:
    """The file with the same letters in another order, and with a shorter name; none where it cannot be made."""
    if each.name not in _made_by():
        return ()
    surface, make, words = _made_by()[each.name]
    both = any(words.first in secret for secret in each.secrets)
    others = (
        replace(words, last=words.last[::-1], first=words.first[::-1] if both else words.first),
        replace(words, last=words.last[:-4], first=words.first[:-2] if both else words.first),
    )
    made = (entry(surface, make, other).data for other in others)
    return [data for data in made if data != each.data]
