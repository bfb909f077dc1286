# SPDX-License-Identifier: MIT
"""Finds words in every story of a document by folded match: case, accents and look-alikes do not count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reviewer.documents.folding import Folded, find_in, fold
from reviewer.model.document import Document, Span, Story

_BEFORE = 30
_AFTER = 60


@dataclass(frozen=True)
class Search:
    """A document that is searched again and again: each story is folded once."""

    document: Document

    @cached_property
    def _folded(self) -> tuple[tuple[Story, Folded], ...]:
        return tuple((story, fold(story.text)) for story in self.document.stories)

    def find(self, words: str, *, whole_words: bool) -> tuple[Span, ...]:
        """Every place of the words, in the order of the stories; none for words without a letter or a digit."""
        return tuple(
            Span(story.id, start, end)
            for story, folded in self._folded
            for start, end in find_in(story.text, folded, words, whole_words=whole_words)
        )

    def around(self, span: Span) -> tuple[str, str, str]:
        """What stands before a place on its line, the place, what stands after it."""
        text = self.document.story(span.story).text
        before = text[max(span.start - _BEFORE, 0) : span.start].rpartition("\n")[2]
        after = text[span.end : span.end + _AFTER].partition("\n")[0]
        return before, text[span.start : span.end], after
