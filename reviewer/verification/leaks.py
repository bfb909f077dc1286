# SPDX-License-Identifier: MIT
"""The search: every needle over every surface, and what was found in excess of what was disclosed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reviewer.model.document import StoryKind
from reviewer.verification.decodings import NOISY, decoded, reversed_text
from reviewer.verification.folding import fold, has_foreign, is_foreign, shape
from reviewer.verification.matching import Place, counts, is_everyday_word
from reviewer.verification.nearness import resembling
from reviewer.verification.needles import Needle, needles
from reviewer.verification.occurrences import occurrences
from reviewer.verification.pieces import WALL, Line, Piece
from reviewer.verification.report import Hit, HitKind
from reviewer.verification.request import Allowance, GateRequest
from reviewer.verification.surface import Depth, Surface

_BATCH = 4_000_000
_NOISY_FROM = 6


@dataclass(frozen=True, slots=True)
class _Found:
    """How often one needle stands on one surface."""

    needle: Needle
    kind: HitKind
    surface: Surface
    count: int


class Search:
    """Searches surfaces for a request's terms; `run` may be called for one batch after the other."""

    def __init__(self, request: GateRequest) -> None:
        self._request = request
        self._needles = needles(request.terms)
        self._labels = _label_pattern(request, self._needles)
        self._found: list[_Found] = []
        self._waiting: list[Piece] = []
        self._size = 0
        self.pages_before = 0
        """How many pages of the copy stand before the source's first one."""
        self.readers: set[str] = set()

    def run(self, surfaces: Iterable[Surface]) -> None:
        """Search these surfaces and their decoded forms, as soon as there are enough of them."""
        for surface in surfaces:
            self.readers.add(surface.reader)
            self._found += self._misread(surface)
            for piece in self._pieces(surface):
                self._waiting.append(piece)
                self._size += len(piece.folded)
            if self._size > _BATCH:
                self._search()

    def hits(self) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
        """What blocks, and what is only to be confirmed."""
        self._search()
        worst: dict[tuple[int, HitKind, str], int] = {}
        for key, count in self._excesses():
            worst[key] = max(worst.get(key, 0), count)
        listed = [Hit(kind, place, count, term) for (term, kind, place), count in sorted(worst.items())]
        blocking = tuple(hit for hit in listed if hit.kind is not HitKind.TOKEN)
        blocked = {(hit.term, hit.place) for hit in blocking}
        warnings = (
            hit for hit in listed if hit.kind is HitKind.TOKEN and (hit.term, hit.place) not in blocked
        )
        return blocking, tuple(warnings)

    def _misread(self, surface: Surface) -> Iterator[_Found]:
        """Needles that an unsure reader took for other words."""
        if surface.words:
            view = replace(surface, reader=f"{surface.reader}~misread", text="", words=())
            for needle, count in resembling(self._needles, surface.words):
                yield _Found(needle, needle.kind, view, count)

    def _pieces(self, surface: Surface) -> Iterator[Piece]:
        plain = replace(surface, text=self._labels.sub(WALL, surface.text.replace(WALL, "")))
        views = [plain, *decoded(plain)]
        if surface.depth < Depth.STREAM:
            views.append(reversed_text(plain))
        for view in views:
            for text in view.text.split(WALL):
                piece = Piece(view, text)
                if piece.folded:
                    yield piece

    def _search(self) -> None:
        batch, self._waiting, self._size = self._waiting, [], 0
        line = Line(batch)
        found = occurrences({needle.folded for needle in self._needles}, line.text)
        for needle in self._needles:
            self._judge(needle, found.get(needle.folded, ()), line)
        foreign = Line([piece for piece in batch if has_foreign(piece.text)])
        if foreign.pieces:
            found = occurrences({shape(needle.folded) for needle in self._needles}, shape(foreign.text))
            for needle in self._needles:
                self._judge(needle, found.get(shape(needle.folded), ()), foreign, alike=True)

    def _judge(self, needle: Needle, places: Iterable[int], line: Line, *, alike: bool = False) -> None:
        """Count the places that are the term; with `alike` those only that are it by their shape alone."""
        by_text: dict[int, list[int]] = defaultdict(list)
        for at in places:
            number = bisect_right(line.starts, at) - 1
            by_text[number].append(at - line.starts[number])
        for number, begins in by_text.items():
            for piece in line.pieces[number]:
                kinds = Counter(_kinds_at(needle, piece, begins, alike=alike))
                self._found += [_Found(needle, kind, piece.surface, count) for kind, count in kinds.items()]

    def _excesses(self) -> Iterator[tuple[tuple[int, HitKind, str], int]]:
        """Counted for each needle and reader: two readers that see the same occurrence do not make two."""
        groups: dict[tuple[Needle, HitKind, str, tuple[StoryKind, ...]], list[_Found]] = defaultdict(list)
        for each in self._found:
            groups[each.needle, each.kind, each.surface.reader, each.surface.kinds].append(each)
        for (needle, kind, _, kinds), found in groups.items():
            allowed = self._request.terms[needle.term].allowed
            for place, count in _beyond(found, kinds, allowed, self.pages_before):
                yield (needle.term, kind, place), count


def _kinds_at(needle: Needle, piece: Piece, begins: Iterable[int], *, alike: bool) -> Iterator[HitKind]:
    """What the needle is at these places of one piece, ascending; places that overlap are one."""
    length = len(needle.folded)
    free = 0
    for begin in begins:
        if begin < free:
            continue
        place = Place(piece.text, piece.folded, piece.index, begin, begin + length)
        if alike and not _is_alike(needle, place):
            continue
        kind = _kind(needle, place, piece.surface)
        if kind is not None:
            yield kind
            free = begin + length


def _is_alike(needle: Needle, place: Place) -> bool:
    """Whether only letters of other scripts stand for others of their shape; a plain "l" is no "i"."""
    different = [
        at for at in range(place.start, place.end) if place.folded[at] != needle.folded[at - place.start]
    ]
    return bool(different) and all(is_foreign(place.text[place.index[at]]) for at in different)


def _kind(needle: Needle, place: Place, surface: Surface) -> HitKind | None:
    if surface.reader.endswith(NOISY) and len(needle.folded) < _NOISY_FROM:
        return None
    if not counts(needle, place, surface.depth):
        return None
    if surface.kinds and is_everyday_word(needle, place):
        return HitKind.TOKEN
    return needle.kind


def _beyond(
    found: Sequence[_Found], kinds: tuple[StoryKind, ...], allowed: Sequence[Allowance], pages_before: int
) -> Iterator[tuple[str, int]]:
    """Places and counts that exceed the allowances; those without a page are one stock for all pages."""
    usable = [each for each in allowed if each.kind in kinds]
    stock = sum(each.count for each in usable if each.page is None)
    by_page: dict[int | None, list[_Found]] = defaultdict(list)
    for each in found:
        by_page[each.surface.page].append(each)
    for page, listed in by_page.items():
        # A place whose page is not known may hold what was disclosed on any page.
        left = sum(
            each.count
            for each in usable
            if each.page is not None and (page is None or each.page == page - pages_before)
        )
        for each in listed:
            from_page = min(left, each.count)
            from_stock = min(stock, each.count - from_page)
            left, stock = left - from_page, stock - from_stock
            if each.count > from_page + from_stock:
                yield each.surface.place, each.count - from_page - from_stock


def _label_pattern(request: GateRequest, listed: Sequence[Needle]) -> re.Pattern[str]:
    """The labels as separators, however a reader spaces them. One that repeats a term is searched like any text."""
    telling = [each.folded for each in listed if each.kind is HitKind.LEAK and len(each.folded) >= 5]
    plain = [label for label in request.labels if not _repeats(fold(label), telling)]
    plain += request.placeholders
    spaced = (r"\s*".join(re.escape(each) for each in label if not each.isspace()) for label in plain)
    alternatives = sorted((each for each in spaced if each), key=len, reverse=True)
    return re.compile("|".join(alternatives) or r"(?!)")


def _repeats(folded: str, listed: Iterable[str]) -> bool:
    return any(needle in folded for needle in listed)
