# SPDX-License-Identifier: MIT
"""The stories of a document as one text for the screen, with the way from each offset to its place and back.

A span counts code points, the text of the screen counts UTF-16 units: only characters beyond U+FFFF make a difference.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from reviewer.model.document import Span, Story

_LINE_HEIGHT = 165.0
_MARGIN = 14.0
# Characters to which the text engine gives a meaning of its own; each is shown by one that has none.
_SHOWN = str.maketrans(
    {
        "\r": "\N{ZERO WIDTH SPACE}",
        "\v": " ",
        "\f": " ",
        "\0": "\N{REPLACEMENT CHARACTER}",
        "\u2028": "\n",
        "\u2029": "\n",
        "\ufdd0": "\N{REPLACEMENT CHARACTER}",
        "\ufdd1": "\N{REPLACEMENT CHARACTER}",
        "\ufffc": "\N{REPLACEMENT CHARACTER}",
        "\x85": "\n",
    }
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One story in the text: from `start` to `end` of the screen's text; `astral` are the offsets beyond U+FFFF."""

    story: str
    heading: int
    start: int
    end: int
    astral: tuple[int, ...]

    def position(self, offset: int) -> int:
        """Where an offset of the story stands in the text."""
        return self.start + offset + bisect_left(self.astral, offset)

    def offset(self, position: int) -> int:
        """Which offset of the story stands at a position of the text."""
        units = position - self.start
        before = bisect_left([at + number for number, at in enumerate(self.astral)], units)
        return units - before


class StoryText:
    """Stories, each under its heading, in one QTextDocument."""

    def __init__(self, stories: Iterable[Story], heading: Callable[[Story], str]) -> None:
        self.text = QTextDocument()
        self.text.setUndoRedoEnabled(False)
        self.text.setDocumentMargin(_MARGIN)
        self.pieces = tuple(self._write(stories, heading))
        self._by_story = {piece.story: piece for piece in self.pieces}
        self._starts = [piece.start for piece in self.pieces]

    def piece(self, story: str) -> Piece | None:
        """Where a story stands."""
        return self._by_story.get(story)

    def range_of(self, span: Span) -> tuple[int, int] | None:
        """Where a span stands in the text."""
        piece = self._by_story.get(span.story)
        return (piece.position(span.start), piece.position(span.end)) if piece else None

    def span_at(self, start: int, end: int) -> Span | None:
        """The span under a selection: within the story in which it begins, without blanks at its ends."""
        number = bisect_right(self._starts, start) - 1
        if number < 0:
            return None
        piece = self.pieces[number]
        first, last = piece.offset(start), piece.offset(min(end, piece.end))
        return Span(piece.story, first, last) if first < last else None

    def _write(self, stories: Iterable[Story], heading: Callable[[Story], str]) -> Iterable[Piece]:
        cursor = QTextCursor(self.text)
        head, plain = QTextCharFormat(), QTextCharFormat()
        head.setFontWeight(QFont.Weight.DemiBold)
        for number, story in enumerate(stories):
            block = _block(story)
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_heading_block(first=number == 0))
            title = cursor.position()
            cursor.insertText(heading(story), head)
            cursor.insertBlock(block, plain)
            start = cursor.position()
            cursor.insertText(story.text.translate(_SHOWN), plain)
            astral = tuple(at for at, character in enumerate(story.text) if ord(character) > 0xFFFF)
            yield Piece(story.id, title, start, cursor.position(), astral)


def _heading_block(*, first: bool) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setTopMargin(0.0 if first else 18.0)
    block.setHeadingLevel(2)
    return block


def _block(story: Story) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if not story.visible:
        block.setLeftMargin(22.0)
    return block
