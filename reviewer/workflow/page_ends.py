# SPDX-License-Identifier: MIT
"""Terms that a page end cuts in two: the words before it, and after headers and footers the words that follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reviewer.documents.folding import Folded, fold
from reviewer.documents.place import HYPHENS, joined, pattern
from reviewer.model.document import Document, Span, Story, StoryKind

_EDGE = 5
"""So many lines of headers or footers are looked past."""
_NUMBER = 8
"""A line with a digit and no more folded characters is a page number."""
_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True)
class _Page:
    story: Story

    @cached_property
    def folded(self) -> Folded:
        return fold(self.story.text)

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """The lines that say something."""
        return tuple(match.span() for match in _LINE.finditer(self.story.text))

    def key(self, line: tuple[int, int]) -> str:
        """A line without its numbers: what headers and footers repeat."""
        return re.sub(r"\d+", "#", fold(self.story.text[slice(*line)]).text)

    def ends(self, furniture: frozenset[str]) -> Iterator[int]:
        """Where the page's own text may end: at its last line, or before the footers there."""
        for line in self.lines[: -_EDGE - 1 : -1]:
            yield line[1]
            if not _is_furniture(self.key(line), furniture):
                return

    def is_hyphen(self, end: int) -> bool:
        """Whether a word that goes on stands before this place."""
        return self.story.text[:end].rstrip()[-1:] in HYPHENS

    def starts(self, furniture: frozenset[str]) -> Iterator[int]:
        """Where the page's own text may begin."""
        for line in self.lines[:_EDGE]:
            yield line[0]
            if not _is_furniture(self.key(line), furniture):
                return


class PageEnds:
    """Looks for terms over the page ends of one document."""

    def __init__(self, document: Document) -> None:
        stories = [story for story in document.stories if story.kind is StoryKind.PAGE]
        pages = [_Page(story) for story in sorted(stories, key=lambda each: each.page or 0)]
        self._pairs = tuple(pairwise(pages))
        edges = Counter(
            key
            for page in pages
            for key in {page.key(line) for line in (*page.lines[:_EDGE], *page.lines[-_EDGE:])}
        )
        self._furniture = frozenset(key for key, count in edges.items() if count > 1)

    def halves(self, term: str) -> Iterator[tuple[Span, Span]]:
        """The places of a term, one half on each page: cut between two words, or by a hyphen within one."""
        needle = fold(term)
        breaks = sorted(pattern(term, needle.text, needle.index).breaks)
        for left, right in self._pairs:
            for end in left.ends(self._furniture):
                cuts = range(1, len(needle.text)) if left.is_hyphen(end) else breaks
                for start in right.starts(self._furniture) if cuts else ():
                    yield from _over(left, end, right, start, needle.text, cuts)


def _over(
    left: _Page, end: int, right: _Page, start: int, needle: str, breaks: Sequence[int]
) -> Iterator[tuple[Span, Span]]:
    last = bisect_left(left.folded.index, end)
    first = bisect_left(right.folded.index, start)
    for at in breaks:
        begin, stop = last - at, first + len(needle) - at
        if (
            begin >= 0
            and left.folded.text[begin:last] == needle[:at]
            and right.folded.text[first:stop] == needle[at:]
            and _is_border(left, begin)
            and _is_border(right, stop)
        ):
            yield (
                Span(left.story.id, left.folded.index[begin], left.folded.index[last - 1] + 1),
                Span(right.story.id, right.folded.index[first], right.folded.index[stop - 1] + 1),
            )


def _is_border(page: _Page, at: int) -> bool:
    index = page.folded.index
    return at in {0, len(index)} or not joined(page.story.text, index[at - 1], index[at])


def _is_furniture(key: str, furniture: frozenset[str]) -> bool:
    return key in furniture or ("#" in key and len(key) <= _NUMBER)
