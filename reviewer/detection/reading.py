# SPDX-License-Identifier: MIT
"""A story made ready for the recognizers: signs levelled, soft line ends joined, lines, cells and sentences known.

Offsets of a reading are those of its own text; `Reading.span` gives them back in the story's code points. In
nearly every document the two are the same, because every change keeps the length; only signs that are dropped or
composed (soft hyphens, zero-width signs, decomposed accents, ligatures) need the index.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reviewer.detection.blocks import Cell, Line, Sentence, blocks, join_lines, sentences
from reviewer.detection.fields import Field, fields
from reviewer.detection.levelling import DROPPED, level
from reviewer.detection.starts import Starts
from reviewer.documents import language as languages
from reviewer.model.document import Language, Span, Story, StoryKind


@dataclass
class Reading:
    """A story's text as the recognizers see it."""

    story: Story
    text: str
    origin: Sequence[int] | None = None
    wraps: bool = False
    _written: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    def writes(self, text: str) -> bool:
        """Whether a text stands anywhere in here; asked again and again of the same few words."""
        if text not in self._written:
            self._written[text] = text in self.text
        return self._written[text]

    def span(self, start: int, end: int) -> Span:
        """A place of this reading in the story's own code points."""
        if self.origin is None:
            return Span(self.story.id, start, end)
        first = self.origin[start]
        while end < len(self.origin) and self.origin[end] == self.origin[end - 1]:
            end += 1
        last = self.origin[end] if end < len(self.origin) else len(self.story.text)
        raw = self.story.text
        while last > first + 1 and DROPPED.match(raw[last - 1]):
            last -= 1
        return Span(self.story.id, first, last)

    def local(self, span: Span) -> tuple[int, int]:
        """A place of the story in this reading's own offsets."""
        if self.origin is None:
            return span.start, span.end
        return bisect.bisect_left(self.origin, span.start), bisect.bisect_left(self.origin, span.end)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The blocks, in order, blank ones left out."""
        return tuple(blocks(self.text, wraps=self.wraps))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> Line | None:
        """The block that holds an offset."""
        index = bisect.bisect_right(self._line_starts, offset) - 1
        if index < 0 or offset > self.lines[index].end:
            return None
        return self.lines[index]

    def cell_at(self, offset: int) -> Cell | None:
        """The cell (or whole block) that holds an offset."""
        line = self.line_at(offset)
        if line is None:
            return None
        return next((cell for cell in line.cells if cell.start <= offset <= cell.end), None)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, cut at blocks and cells."""
        return tuple(
            sentence
            for number, line in enumerate(self.lines)
            for cell in line.cells
            for sentence in sentences(self.text, cell.start, cell.end, number)
        )

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset."""
        index = bisect.bisect_right(self._sentence_starts, offset) - 1
        if index < 0 or offset > self.sentences[index].end:
            return None
        return self.sentences[index]

    @cached_property
    def languages(self) -> tuple[tuple[int, int, Language | None], ...]:
        """Paragraphs with their language; None where it is uncertain."""
        return tuple(languages.paragraphs(self.text))

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Labelled values of forms and tables."""
        return tuple(fields(self.text, self.lines))

    @cached_property
    def starts(self) -> Starts:
        """Where words and numbers begin."""
        return Starts(self.text)

    def before(self, offset: int, width: int = 60) -> str:
        """What stands before an offset in the same block."""
        line = self.line_at(offset)
        floor = line.start if line else 0
        return self.text[max(floor, offset - width) : offset]

    def after(self, offset: int, width: int = 30) -> str:
        """What stands after an offset in the same block."""
        line = self.line_at(max(0, offset - 1))
        ceiling = line.end if line else len(self.text)
        return self.text[offset : min(ceiling, offset + width)]

    def line_before(self, line: Line) -> str:
        """The text of the block above, blank ones left out."""
        index = bisect.bisect_left(self._line_starts, line.start) - 1
        return self.text[self.lines[index].start : self.lines[index].end] if index >= 0 else ""

    def after_line(self, line: Line) -> str:
        """The text of the block below, blank ones left out."""
        index = bisect.bisect_right(self._line_starts, line.start)
        return self.text[self.lines[index].start : self.lines[index].end] if index < len(self.lines) else ""

    def label(self, offset: int) -> str:
        """The column label of a cell, or the short line above that ends in a colon."""
        cell = self.cell_at(offset)
        if cell is not None and cell.header:
            return cell.header
        index = bisect.bisect_right(self._line_starts, offset) - 1
        if index > 0 and not self.lines[index].is_row:
            above = self.text[self.lines[index - 1].start : self.lines[index - 1].end]
            if len(above) <= 50 and above.rstrip().endswith(":"):
                return above
        return ""


def read(story: Story, *, paged: bool = False) -> Reading:
    """Level a story's signs and join its soft line ends; `paged` text (PDF) wraps at any word."""
    wraps = paged or story.kind is StoryKind.PAGE
    text, origin = level(story.text, wraps=wraps)
    return Reading(story, join_lines(text, wraps=wraps), origin, wraps)
