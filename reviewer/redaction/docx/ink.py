# SPDX-License-Identifier: MIT
"""What remains of each text node once a plan is applied. A node that is in no story leaves nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from reviewer.documents.docx.drafts import Draft, Holder, Piece, Reading
from reviewer.documents.folding import fold
from reviewer.documents.searching import Needles
from reviewer.errors import CannotRedact
from reviewer.model.document import StoryKind
from reviewer.redaction.plan import Plan, Removal

LIVE = frozenset(
    {
        StoryKind.BODY,
        StoryKind.HEADER,
        StoryKind.FOOTER,
        StoryKind.FOOTNOTE,
        StoryKind.ENDNOTE,
        StoryKind.TEXT_BOX,
        StoryKind.ALT_TEXT,
        StoryKind.STRUCTURE_TEXT,
        StoryKind.CHART,
    }
)
"""The only kinds of story whose characters may reach a copy."""
_MUST = LIVE - {StoryKind.ALT_TEXT, StoryKind.STRUCTURE_TEXT, StoryKind.CHART}
"""Kinds whose every surviving character must be in the copy; the others go with what they describe."""
_LONG = 5
"""Letters from which a withheld word counts inside a longer word of the format ("yellow" in "darkYellow")."""
_WORD = 4
"""Letters from which one word of a withheld passage counts in an address."""
_CLINGING = frozenset({"Mn", "Mc", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that stay, or a label."""

    text: str
    is_label: bool = False


class Ink:
    """The surviving characters by holder."""

    def __init__(self, reading: Reading, plan: Plan) -> None:
        self._segments: dict[Holder, tuple[Segment, ...]] = {}
        self._touched: set[Element] = set()
        self._waiting: dict[Holder, str] = {}
        for draft in reading.drafts:
            if draft.kind in LIVE and draft.id not in plan.left_out:
                self._story(draft, _grown(draft, plan.removals.get(draft.id, ())))

    def take(self, element: Element, attribute: str = "") -> tuple[Segment, ...]:
        """What remains of an element's text or attribute, labels in their places, to be written now."""
        self._waiting.pop((element, attribute), None)
        return self._segments.get((element, attribute), ())

    def text(self, element: Element, attribute: str = "") -> str:
        """The same as one string, where a label cannot have a look of its own."""
        return "".join(segment.text for segment in self.take(element, attribute))

    def look(self, element: Element) -> str:
        """The same, only to look at."""
        return "".join(segment.text for segment in self._segments.get((element, ""), ()))

    def unwritten(self) -> tuple[str, ...]:
        """Stories with text that should be in the copy and that nobody has taken."""
        return tuple(dict.fromkeys(self._waiting.values()))

    def touched(self, elements: Iterable[Element]) -> bool:
        """Whether a removal took characters from any of these elements."""
        return any(element in self._touched for element in elements)

    def _story(self, draft: Draft, removals: Sequence[Removal]) -> None:
        labelled: set[int] = set()
        first, whole = 0, draft.text
        for piece in draft.pieces:
            text = whole[piece.start : piece.start + piece.length]
            while first < len(removals) and removals[first].end <= piece.start:
                first += 1
            self._segments[piece.holder] = tuple(self._cut(text, piece, removals, first, labelled))
            if draft.kind in _MUST and self._segments[piece.holder]:
                self._waiting[piece.holder] = draft.id

    def _cut(
        self, text: str, piece: Piece, removals: Sequence[Removal], first: int, labelled: set[int]
    ) -> Iterator[Segment]:
        at = 0
        for number in range(first, len(removals)):
            removal = removals[number]
            start, end = removal.start - piece.start, removal.end - piece.start
            if start >= piece.length:
                break
            self._touched.add(piece.holder[0])
            if start > at:
                yield Segment(text[at:start])
            if number not in labelled:
                labelled.add(number)
                if removal.label:
                    yield Segment(removal.label, is_label=True)
            at = max(at, min(end, piece.length))
        if at < piece.length:
            yield Segment(text[at:])


def _grown(draft: Draft, removals: Sequence[Removal]) -> list[Removal]:
    """Removals in order, grown over marks that cling to their last character, so that none is left alone."""
    text = draft.text
    grown: list[Removal] = []
    for removal in sorted(removals, key=lambda each: each.start):
        if not 0 <= removal.start < removal.end <= len(text) or (grown and removal.start < grown[-1].end):
            raise CannotRedact(story=draft.id, page=None, detail="removal out of order or of range")
        end = removal.end
        while end < len(text) and unicodedata.category(text[end]) in _CLINGING:
            end += 1
        grown.append(replace(removal, end=end))
    return grown


class Guard:
    """Knows what was withheld, and says whether a name or an address that nobody reviewed repeats it.

    Words of the format are measured by whole withheld passages only: a withheld sentence with "left" or "title" in
    it must not change how the copy looks, for that would tell of the sentence.
    """

    def __init__(self, reading: Reading, plan: Plan) -> None:
        spans: set[str] = set()
        for draft in reading.drafts:
            text = draft.text
            for each in plan.removals.get(draft.id, ()):
                spans.update(text[start:end] for start, end in ((each.start, each.end), *each.parts))
            if draft.id in plan.left_out:
                spans.add(text)
        self.passages = frozenset(spans)
        self._wholes = frozenset(term for span in spans if len(term := fold(span).text) > 1)
        self._known: dict[str, bool] = {}
        words = (fold(word).text for span in spans for word in span.split())
        self._told = Needles((*self._wholes, *(term for term in words if len(term) >= _WORD)))

    def holds(self, value: str) -> bool:
        """Whether a word of the format, a style's or a font's name is, or plainly holds, what was withheld."""
        if value not in self._known:
            self._known[value] = any(map(str.isalpha, value)) and self._holds(value)
        return self._known[value]

    def _holds(self, value: str) -> bool:
        folded = fold(value).text
        apart = {folded, *(fold(word).text for word in value.split())}
        return any(term in apart or (len(term) >= _LONG and term in folded) for term in self._wholes)

    def repeats(self, address: str) -> bool:
        """Whether an address holds what was withheld, or one word of it."""
        folded = fold(address).text
        return self._told.within(folded)
