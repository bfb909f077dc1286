# SPDX-License-Identifier: MIT
"""A document together with its bytes and the way back from its text to its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from reviewer.model.document import Box, Document, Span


@dataclass(frozen=True, slots=True)
class TextRange:
    """Code points `start` to `end` of a plain text file's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PartRange:
    """Characters `start` to `end` of one text node of a package part; `path` is the node's path in the part."""

    part: str
    path: str
    start: int
    end: int


Location = TextRange | PartRange | Box


class Source(Protocol):
    """What a reader gives. It is never stored: redaction reads the bytes again and compares."""

    @property
    def document(self) -> Document:
        """The text model."""

    @property
    def data(self) -> bytes:
        """The bytes that were read."""

    def locate(self, span: Span) -> tuple[Location, ...]:
        """Where the characters of a span stand in the file; synthetic separators stand nowhere."""
