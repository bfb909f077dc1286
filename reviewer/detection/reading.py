# SPDX-License-Identifier: MIT
"""A story made ready for the recognizers: signs levelled, soft line ends joined, lines, cells and sentences known.

Offsets of a reading are those of its own text; `Reading.span` gives them back in the story's code points. In
nearly every document the two are the same, because every change keeps the length; only signs that are dropped or
composed (soft hyphens, zero-width signs, decomposed accents, ligatures) need the index.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from reviewer.detection.starts import Starts
from reviewer.documents import language as languages
from reviewer.model.document import Language, Span, Story, StoryKind

_LEVEL = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\u200a\u2002\u2003\u2005\u2006\u3000", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033\u00ab\u00bb", '"'),
        "\u00ba": "°",
        "\u02da": "°",
        "\r": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
        "\x0b": "\n",
        "\x0c": "\n",
    }
)
_DROPPED = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_CUT_WORD = re.compile(r"(?<=[^\W\d_]-)\n(?=[^\W\d_])")
"""The end of a line of a page inside a hyphenated name."""
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]{0,3}[ \n]+(?=[\"(\[]?[A-ZÀ-ÖØ-ÞĐ0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:M|MM|Mr|Mrs|Ms|Dr|Dre|Drs|Me|Mes|Mme|Mlle|St|Ste|Sgt|Cst|Cpl|Capt|Insp|Cdt|off|no|No|nos|art|par|al|ss?|c|v|vs|app|apt"
    r"|[tT]él|tel|[cC]ell|poste|ext|arr|dép|env|Pr|Prof|Hon|hon|ag|Ag|boul|av|ch|inst|succ|prés|approx|cf|p|pp|fig|vol"
    r"|inc|ltd|Ltd|Inc|etc|Re|re|d\.o\.b|e\.g|i\.e|w|max|min|temp|janv|févr|sept|oct|nov|déc|Jan|Feb|Aug|Sept|Oct|Nov|Dec)"
    r"|\b[A-ZÀ-Þ](?:\.-?[A-ZÀ-Þ])*)\.$"
)
_BULLET = re.compile(r"\s*(?:[-*•●▪o]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
_ANY_OF = " | "
"""Between the headings of a row whose columns are not sure."""
_SHORT_CELL = 50
_SOFT_LINE = 45
_SOFT_LINE_PAGE = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table row, with the label its column's first row gives it."""

    start: int
    end: int
    header: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A block: a paragraph, a heading or a table row (then with several cells)."""

    start: int
    end: int
    cells: tuple[Cell, ...]

    @property
    def is_row(self) -> bool:
        """Whether it is a table row."""
        return len(self.cells) > 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a cell's content; `line` is the index of its line."""

    start: int
    end: int
    line: int


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
        while last > first + 1 and _DROPPED.match(raw[last - 1]):
            last -= 1
        return Span(self.story.id, first, last)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The blocks, in order, blank ones left out."""
        return tuple(_lines(self.text, wraps=self.wraps))

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
            for sentence in _sentences(self.text, cell.start, cell.end, number)
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
    text, origin = _level(story.text, wraps=wraps)
    return Reading(story, _join_lines(text, wraps=wraps), origin, wraps)


def _level(text: str, *, wraps: bool) -> tuple[str, Sequence[int] | None]:
    cuts = {match.start() for match in _CUT_WORD.finditer(text)} if wraps else set()
    odd = cuts or _DROPPED.search(text) or _LIGATURES.search(text)
    if not odd and unicodedata.is_normalized("NFC", text):
        return text.translate(_LEVEL), None
    pieces: list[str] = []
    origin: list[int] = []
    for start, cluster in _clusters(text):
        if start in cuts:
            continue
        composed = unicodedata.normalize("NFKC" if _LIGATURES.match(cluster) else "NFC", cluster)
        pieces.append(composed)
        origin.extend([start] * len(composed))
    return "".join(pieces).translate(_LEVEL), origin


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Base signs with their combining marks; signs to drop are left out."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if not _DROPPED.match(text[start]):
            yield start, text[start:end]
        start = end


def _join_lines(text: str, *, wraps: bool) -> str:
    """Turn a line end inside a sentence into a blank; the length stays the same."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        pieces.append(" " if _is_soft(before, line, wraps=wraps) else "\n")
        pieces.append(line)
    return "".join(pieces)


def _is_soft(before: str, line: str, *, wraps: bool) -> bool:
    tail = before.rstrip()
    if len(tail) < _SOFT_LINE or "\t" in before or "\t" in line or not line.strip() or _BULLET.match(line):
        return False
    if tail[-1] in ".!?:;":
        return False
    first = line.lstrip()[0]
    if (
        first.islower()
        or tail[-1] in ",("
        or tail.endswith((" and", " et", " of", " de", " the", " la", " le"))
    ):
        return True
    return wraps and len(tail) >= _SOFT_LINE_PAGE


def _lines(text: str, *, wraps: bool) -> Iterator[Line]:
    headers: tuple[str, ...] = ()
    position = 0
    for raw in text.split("\n"):
        start, position = position, position + len(raw) + 1
        if not raw.strip():
            headers = ()
            continue
        if "\t" not in raw:
            if not (wraps and _may_be_cell(raw)):
                headers = ()
            yield Line(start, start + len(raw), (Cell(start, start + len(raw), _ANY_OF.join(headers)),))
            continue
        cells = list(_cells(raw, start))
        if not headers:
            headers = tuple(text[cell.start : cell.end].strip() for cell in cells)
            if any(sum(sign.isdigit() for sign in header) > 2 or len(header) > 50 for header in headers):
                headers = ("",) * len(cells)
            yield Line(start, start + len(raw), tuple(cells))
            continue
        labels = headers if len(cells) == len(headers) or not wraps else (_ANY_OF.join(headers),) * len(cells)
        labelled = tuple(
            Cell(cell.start, cell.end, labels[number] if number < len(labels) else "")
            for number, cell in enumerate(cells)
        )
        yield Line(start, start + len(raw), labelled)


def _may_be_cell(raw: str) -> bool:
    """Whether a line of a page may be a piece of a table row whose gaps the page does not show."""
    return len(raw) <= _SHORT_CELL and not raw.rstrip().endswith((".", ":", "?"))


def _cells(raw: str, start: int) -> Iterator[Cell]:
    for piece in raw.split("\t"):
        yield Cell(start, start + len(piece))
        start += len(piece) + 1


def _sentences(text: str, start: int, end: int, line: int) -> Iterator[Sentence]:
    cuts = [start]
    cuts.extend(
        match.end()
        for match in _SENTENCE_END.finditer(text, start, end)
        if not _ABBREVIATION.search(text[max(start, match.start() - 12) : match.start()])
    )
    cuts.append(end)
    for first, last in pairwise(cuts):
        while last > first and text[last - 1].isspace():
            last -= 1
        while first < last and text[first].isspace():
            first += 1
        if any(sign.isalnum() for sign in text[first:last]):
            yield Sentence(first, last, line)
