# SPDX-License-Identifier: MIT
"""Which words and letters of the original are still in the copy, as PDFium and pdfminer read both."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer, LTItem

from tests.corpus.pdf.proof.signs import LABELS, Rect, Sign, bands, folded, occurrences, pages_of

_NEAR = 1.0
"""Points that a letter may have moved on a line that lost nothing."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Words of a file outside what was withheld, and those that the copy has no more; letters of other lines lost."""

    words: int
    lost: tuple[str, ...]
    letters_lost: int

    @property
    def share(self) -> float:
        """The share of words that the copy kept."""
        return 1 - len(self.lost) / self.words if self.words else 1.0


def compare_words(original: bytes, copy: bytes, secrets: Sequence[str], *, first: int = 0) -> Kept:
    """What PDFium reads of both, page by page; `first` pages of the copy come before (a reader's note)."""
    before, after = pages_of(original), pages_of(copy)[first:]
    total, lost, letters = 0, Counter[str](), 0
    for one, other in zip(before, after, strict=True):
        wanted = Counter(_words(_without(one, secrets)))
        total += wanted.total()
        lost += wanted - Counter(_words("".join(sign.text for sign in other)))
        letters += len(list(letters_lost(one, other, bands(one, secrets))))
    return Kept(total, tuple(sorted(lost.elements())), letters)


def _without(signs: Sequence[Sign], secrets: Iterable[str]) -> str:
    """The text without every word that holds a part of a secret."""
    gone = {number for occurrence in occurrences(signs, secrets) for number in occurrence}
    pieces, word, touched = [], "", False
    for number, sign in enumerate(signs):
        if sign.text.isspace() or not sign.text:
            pieces.append("" if touched else word)
            word, touched = "", False
        else:
            word += sign.text
            touched = touched or number in gone
    return " ".join([*pieces, "" if touched else word])


def _words(text: str) -> Iterator[str]:
    shown = LABELS.sub(" ", unicodedata.normalize("NFKC", text))
    return (each for each in map(folded, shown.split()) if each)


def letters_lost(one: Sequence[Sign], other: Sequence[Sign], areas: Iterable[Rect]) -> Iterator[Sign]:
    """The letters of lines that lost nothing which the copy does not show in their places."""
    listed = list(areas)
    places: dict[tuple[str, int, int], list[Sign]] = {}
    for sign in other:
        places.setdefault((sign.text, round(sign.x0), round(sign.y0)), []).append(sign)
    for sign in one:
        if sign.blank or any(
            x0 <= (sign.x0 + sign.x1) / 2 <= x1 and y0 <= sign.middle <= y1 for x0, y0, x1, y1 in listed
        ):
            continue
        x, y = round(sign.x0), round(sign.y0)
        near = (
            each
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for each in places.get((sign.text, x + dx, y + dy), ())
        )
        if not any(abs(each.x0 - sign.x0) < _NEAR and abs(each.y0 - sign.y0) < _NEAR for each in near):
            yield sign


def miner_words(data: bytes) -> list[Counter[str]]:
    """The words of each page as pdfminer reads them."""
    pages = extract_pages(io.BytesIO(data), laparams=LAParams(boxes_flow=None, all_texts=True))
    return [Counter(_words(_text(page))) for page in pages]


def _text(item: LTItem) -> str:
    if isinstance(item, LTChar) or not isinstance(item, LTContainer):
        return item.get_text() if hasattr(item, "get_text") else " "
    return "".join(map(_text, item)) + " "


def miner_lost(
    original: bytes, copy: bytes, secrets: Sequence[str], *, first: int = 0
) -> tuple[int, list[str]]:
    """How many words pdfminer reads of the original, and those that it does not read of the copy.

    Words that hold letters of a secret are left out by their spelling: here there are no places.
    """
    hidden = [folded(each) for secret in secrets for each in (secret, *secret.split())]
    total, lost = 0, []
    for one, other in zip(miner_words(original), miner_words(copy)[first:], strict=True):
        wanted = Counter(
            {
                word: count
                for word, count in one.items()
                if not any(each in word or word in each for each in hidden)
            }
        )
        total += wanted.total()
        lost += list((wanted - other).elements())
    return total, lost
