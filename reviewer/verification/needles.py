# SPDX-License-Identifier: MIT
"""From withheld terms to what is searched: folded forms, forms of their digits alone, windows of long passages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer.verification.common_words import ALSO_WORDS
from reviewer.verification.folding import fold, fold_index, separates
from reviewer.verification.report import HitKind
from reviewer.verification.request import Term

LONG = 80
"""Folded length from which a passage is also searched in pieces: a page break may cut through it."""
WINDOW = 40
_DIGITS_FORM = 6


@dataclass(frozen=True, slots=True)
class Needle:
    """One folded form of one term.

    `breaks` are the offsets in `folded` where the term itself has a separator. `exact` are the term's letters as
    they are written, when they are so few that only this counts. `wordlike` marks a capitalised name that is also
    an everyday word.
    """

    term: int
    kind: HitKind
    folded: str
    breaks: frozenset[int] = frozenset()
    exact: str = ""
    wordlike: bool = False

    @property
    def digits(self) -> bool:
        """Whether it is made of digits alone."""
        return self.folded.isdecimal()

    @property
    def single(self) -> bool:
        """Whether it is one word."""
        return not self.breaks


def needles(terms: Iterable[Term]) -> tuple[Needle, ...]:
    """Everything to search for. A term without a letter or digit gives nothing: there is nothing to find."""
    return tuple(needle for number, term in enumerate(terms) for needle in _needles_of(number, term))


def _needles_of(number: int, term: Term) -> Iterator[Needle]:
    folded = fold(term.text)
    if not folded:
        return
    kind = HitKind.TOKEN if term.token or _says_nothing(folded) else HitKind.LEAK
    breaks = _breaks(term.text)
    exact = letters_of(term.text) if len(folded) <= 2 and not folded.isdecimal() else ""
    capitalised = term.text.strip().istitle()
    yield Needle(number, kind, folded, breaks, exact, capitalised and folded in ALSO_WORDS)
    if kind is HitKind.LEAK:
        yield from _digit_forms(number, folded)
        if len(folded) >= LONG:
            yield from _windows(number, folded, breaks)


def letters_of(text: str) -> str:
    """The letters and digits of a text as they are written."""
    return "".join(each for each in text if each.isalnum())


def _says_nothing(folded: str) -> bool:
    """One letter or at most two digits stand everywhere by chance."""
    return len(folded) < (3 if folded.isdecimal() else 2)


def _breaks(text: str) -> frozenset[int]:
    index = fold_index(text)
    return frozenset(
        offset for offset in range(1, len(index)) if separates(text[index[offset - 1] + 1 : index[offset]])
    )


def _digit_forms(number: int, folded: str) -> Iterator[Needle]:
    """The runs of digits of a term that is mostly digits; a telephone number also without the country's 1."""
    runs = re.findall(r"\d+", folded)
    if 2 * sum(map(len, runs)) < len(folded):
        return
    forms = {run for run in runs if len(run) >= _DIGITS_FORM}
    forms |= {run[1:] for run in forms if len(run) == 11 and run.startswith("1")}
    for form in sorted(forms - {folded}):
        yield Needle(number, HitKind.DIGITS, form)


def _windows(number: int, folded: str, breaks: frozenset[int]) -> Iterator[Needle]:
    """Pieces of a passage, word by word, each long enough to be no chance; the rest joins the last piece."""
    start = 0
    for end in sorted(breaks):
        if end - start >= WINDOW and len(folded) - end >= WINDOW:
            yield _window(number, folded, breaks, start, end)
            start = end
    yield _window(number, folded, breaks, start, len(folded))


def _window(number: int, folded: str, breaks: frozenset[int], start: int, end: int) -> Needle:
    inner = frozenset(each - start for each in breaks if start < each < end)
    return Needle(number, HitKind.LEAK, folded[start:end], inner)
