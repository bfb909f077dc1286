# SPDX-License-Identifier: MIT
"""Changes how far a passage reaches, by word or by letter, within its story."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from reviewer.model.document import Document, Span

_WORD = re.compile(r"[\w'\N{RIGHT SINGLE QUOTATION MARK}.@-]*\w")


class Edge(StrEnum):
    """The end of a passage that moves."""

    START = "start"
    END = "end"


def move(document: Document, span: Span, edge: Edge, step: int, *, by_letter: bool = False) -> Span:
    """The passage with one end moved; itself where the story or its other end is in the way.

    `step` is 1 towards the end of the story, -1 towards its beginning.
    """
    text = document.story(span.story).text
    at = span.start if edge is Edge.START else span.end
    to = at + step if by_letter else _by_word(text, at, edge, step)
    moved = replace(span, start=to) if edge is Edge.START else replace(span, end=to)
    return moved if 0 <= moved.start < moved.end <= len(text) else span


def _by_word(text: str, at: int, edge: Edge, step: int) -> int:
    """A start moves to where a word begins, an end to where one ends; past the last word nothing moves."""
    places = [match.start() if edge is Edge.START else match.end() for match in _WORD.finditer(text)]
    beyond = [place for place in places if (place > at if step > 0 else place < at)]
    if not beyond:
        return at
    return beyond[0] if step > 0 else beyond[-1]
