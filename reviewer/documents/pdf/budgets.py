# SPDX-License-Identifier: MIT
"""What one page may ask of its reader: a page that would fill the memory, or take for ever, is refused."""

from __future__ import annotations

from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.geometry import Rect
from reviewer.documents.pdf.records import Walk
from reviewer.errors import LimitExceeded

MAX_CANVASES = 2_000
MAX_OPERATIONS = 3_000_000
MAX_GLYPHS = 400_000
MAX_SIDE = 14_400
"""200 inches, what Acrobat accepts too: a page's picture takes memory by its size."""
MAX_TOKENS = 5_000_000
"""Each token of a content takes some 150 bytes once it is taken apart."""
MAX_OPEN = 5_000
"""How many states may be saved, and marked contents begun, without an end."""


class Budget:
    """Counts what the walk over one page takes. Its checks raise LimitExceeded."""

    def __init__(self, path: Any) -> None:
        self._path = path
        self._operations = self._tokens = 0

    def check_side(self, visible: Rect) -> None:
        """Refuse a page too wide or too high to be drawn."""
        left, bottom, right, top = visible
        if not max(right - left, top - bottom) <= MAX_SIDE:
            self.too_large("page_size", MAX_SIDE)

    def check_contents(self, contents: Any, walk: Walk) -> None:
        """Refuse contents of a page that are too much to be taken apart."""
        total = 0
        for each in list(contents) if isinstance(contents, pikepdf.Array) else [contents]:
            if isinstance(each, pikepdf.Stream):
                try:
                    data = streams.read(each)
                    total += len(data)
                    self.check_tokens(data)
                except streams.TooLarge:
                    self.too_large("content_stream", streams.MAX_STREAM)
                except streams.UNPARSED:
                    walk.distrust("content")
        if total > streams.MAX_STREAM:
            self.too_large("content_stream", streams.MAX_STREAM)

    def check_tokens(self, data: bytes) -> None:
        """Refuse a content with which the page has too many tokens."""
        self._tokens += streams.tokens(data)
        if self._tokens > MAX_TOKENS:
            self.too_large("page_operations", MAX_TOKENS)

    def check_operations(self, more: int, canvases: int) -> None:
        """Refuse a content with which the page has too many operators, or too many contents."""
        self._operations += more
        if self._operations > MAX_OPERATIONS or canvases > MAX_CANVASES:
            self.too_large("page_operations", MAX_OPERATIONS)

    def check_open(self, number: int) -> None:
        """Refuse a page that opens without end: each glyph would be asked about all that is open."""
        if number > MAX_OPEN:
            self.too_large("page_operations", MAX_OPEN)

    def check_glyphs(self, number: int) -> None:
        """Refuse a page with more glyphs than any reader could read."""
        if number > MAX_GLYPHS:
            self.too_large("page_glyphs", MAX_GLYPHS)

    def too_large(self, limit: str, maximum: int) -> None:
        """Raise the error for what is beyond a limit."""
        raise self.beyond(limit, maximum)

    def beyond(self, limit: str, maximum: int) -> LimitExceeded:
        """The error for what is beyond a limit."""
        return LimitExceeded(path=self._path, limit=limit, value=None, maximum=maximum)
