# SPDX-License-Identifier: MIT
"""Finds terms in the orders of a page that the reader did not take: as it was written, and from top to bottom.

The text of a page has one order, the one in which it is best read. Another reader may take another, and in it letters
may stand side by side that are far apart in the first: a name in two columns, one written between other words. Only
what is new in these orders is looked at, so a page whose orders agree costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from reviewer.documents.folding import find_in, fold
from reviewer.documents.pdf.bidi import has_right
from reviewer.documents.pdf.layout import PageText
from reviewer.documents.pdf.lines import COLUMN_GAP, SPACE_GAP, across, angle_of, gap_between
from reviewer.documents.pdf.records import Glyph, Walk

Range = tuple[int, int]
_LEVEL = 0.5
_MARGIN = 24
"""Characters around a seam that decide, beside the length of the term, whether a word ends there."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A term to look for, with its folded form."""

    text: str
    folded: str

    @classmethod
    def of(cls, text: str) -> Sought:
        """A term as it is written."""
        return cls(text, fold(text).text)


def found_elsewhere(
    walk: Walk, page: PageText, terms: Sequence[Sought]
) -> Iterator[tuple[Sought, list[Glyph]]]:
    """Places of terms that only another order of the page has: the term, and the glyphs that draw it there."""
    longest = max((len(each.text) for each in terms), default=0)
    if not longest:
        return
    margin = 2 * longest + _MARGIN
    for stretch in chain(
        _seams(page, _written(walk, page), margin),
        _seams(page, _placed(page), margin),
        _seams(page, _by_font(page), margin, between="\n"),
    ):
        yield from _found(page, stretch, terms)


def _written(walk: Walk, page: PageText) -> list[Range]:
    """The text of the page in stretches, in the order in which its glyphs were written."""
    places: dict[int, int] = {}
    ends: dict[int, int] = {}
    ranks: dict[int, int] = {}
    for at, glyph in enumerate(page.glyphs):
        if glyph is not None:
            key = id(glyph)
            if key not in places:
                places[key], ranks[key] = at, len(ranks)
            ends[key] = at + 1
    keys = [key for key in map(id, walk.glyphs) if key in ranks]
    order = [ranks[key] for key in keys]
    seams = [at for at, (one, other) in enumerate(pairwise(order), 1) if other != one + 1]
    if not seams:
        return []
    bounds = zip([0, *seams], [*seams, len(keys)], strict=True)
    return [(places[keys[first]], ends[keys[after - 1]]) for first, after in bounds]


def _placed(page: PageText) -> list[Range]:
    """The text of the page in stretches, line by line from top to bottom, whatever columns there are."""
    lines = page.lines
    order = sorted(
        range(len(lines)), key=lambda at: (lines[at].angle, -round(lines[at].across, 1), lines[at].start)
    )
    if order == list(range(len(lines))):
        return []
    ranges: dict[int, Range] = {}
    for at, glyph in enumerate(page.glyphs):
        if glyph is not None and glyph.line >= 0:
            ranges[glyph.line] = (ranges.get(glyph.line, (at, 0))[0], at + 1)
    listed = [ranges[lines[at].number] for at in order if lines[at].number in ranges]
    merged: list[Range] = []
    for each in listed:
        if merged and not any(page.glyphs[merged[-1][1] : each[0]]) and merged[-1][1] <= each[0]:
            merged[-1] = (merged[-1][0], each[1])
        else:
            merged.append(each)
    return merged


Stretch = tuple[str, list[int]]
"""A piece of text, and the place of each of its characters in the page's text; -1 between two ranges."""


def _by_font(page: PageText) -> list[Range]:
    """The text of the page cut where another font takes over inside a word: a reader may see two words there."""
    seams = [
        at
        for at, (one, other) in enumerate(pairwise(page.glyphs), 1)
        if one is not None
        and other is not None
        and one.show.font is not other.show.font
        and one.text[-1:].isalnum()
        and other.text[:1].isalnum()
    ]
    return [*pairwise([0, *seams, len(page.text)])] if seams else []


def _seams(
    page: PageText, ranges: list[Range], margin: int, *, between: str | None = None
) -> Iterator[Stretch]:
    """The text around the places where an order leaves that of the page; `between` stands there, or what is seen."""
    text, index = "", list[int]()
    for number, (start, end) in enumerate(ranges):
        if number:
            seam = _between(page, ranges[number - 1][1] - 1, start) if between is None else between
            text += seam
            index += [-1] * len(seam)
        if end - start > 2 * margin and number + 1 < len(ranges):
            text += page.text[start : start + margin]
            index += range(start, start + margin)
            if number:
                yield text, index
            start = end - margin
            text, index = "", []
        stop = end if number + 1 < len(ranges) else min(end, start + margin)
        text += page.text[start:stop]
        index += range(start, stop)
    if len(ranges) > 1:
        yield text, index


def _between(page: PageText, left: int, right: int) -> str:
    """What parts two neighbours of an order that are none in the text: nothing where they touch."""
    one, other = page.glyphs[left], page.glyphs[right]
    if one is None or other is None or angle_of(one) != angle_of(other):
        return "\n"
    em = max(one.em, other.em) or 1.0
    if abs(across(one) - across(other)) > _LEVEL * em:
        return "\n"
    gap = gap_between(one, other)
    if has_right(one.text) or has_right(other.text):
        gap = min(gap, gap_between(other, one), key=abs)
    if -_LEVEL <= gap <= SPACE_GAP:
        return ""
    return " " if SPACE_GAP < gap <= COLUMN_GAP else "\n"


def _found(page: PageText, stretch: Stretch, terms: Iterable[Sought]) -> Iterator[tuple[Sought, list[Glyph]]]:
    text, index = stretch
    folded = fold(text)
    for term in terms:
        if not term.folded or term.folded not in folded.text:
            continue
        for start, end in find_in(text, folded, term.text):
            places = [at for at in index[start:end] if at >= 0]
            if not _is_known(page, term, min(places), max(places) + 1):
                glyphs = (page.glyphs[at] for at in places)
                yield term, list(dict.fromkeys(each for each in glyphs if each is not None))


def _is_known(page: PageText, term: Sought, start: int, end: int) -> bool:
    """Whether the page's own order has the term in this place: there a person has decided about it."""
    if end - start > 2 * len(term.text) + _MARGIN:
        return False
    before = max(start - _MARGIN, 0)
    around = page.text[before : end + _MARGIN]
    found = find_in(around, fold(around), term.text)
    return any(one + before <= start and end <= other + before for one, other in found)
