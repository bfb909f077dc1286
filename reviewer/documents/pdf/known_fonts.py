# SPDX-License-Identifier: MIT
"""The fonts of a document, each read once, with a bound on what all of them together keep in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.cmaps import CMap, parse_cmap
from reviewer.documents.pdf.font_dictionaries import read_font
from reviewer.documents.pdf.fonts import Font

MAX_WEIGHT = 6_000_000
"""Each entry of a table takes some 50 bytes, one of a map of characters three times as much."""
_MAX_MAP = 16 * 2**20
_EACH = 40
"""What a font weighs without any entry."""


class TooManyFonts(Exception):
    """The fonts of a document would fill the memory."""


class Fonts:
    """Reads the fonts of one document; `kept` gives an object that outlives the page it was read on.

    Many fonts share a map of characters, which is taken apart once.
    """

    def __init__(self, kept: Callable[[Any], Any]) -> None:
        self._kept = kept
        self._read: dict[object, Font] = {}
        self._maps: dict[bytes, CMap] = {}
        self._weight = 0

    def get(self, obj: Any) -> Font | None:
        """The font of a dictionary that was read before."""
        return self._read.get(_key(obj))

    def read(self, obj: Any) -> Font:
        """Read a font. Raises TooManyFonts, and streams.TooLarge when its program or its map swells."""
        font = read_font(self._kept(obj), self._map)
        self._add(_EACH + len(font.names) + len(font.widths) + len(font.glyph_names))
        self._read[_key(obj)] = font
        return font

    def _map(self, stream: pikepdf.Stream) -> CMap:
        data = streams.read(stream, _MAX_MAP)
        digest = hashlib.sha256(data).digest()
        if digest not in self._maps:
            cmap = parse_cmap(data)
            if cmap.swells:
                raise streams.TooLarge
            self._add(3 * (len(cmap.unicode) + len(cmap.cids)) + len(cmap.spaces))
            self._maps[digest] = cmap
        return self._maps[digest]

    def _add(self, weight: int) -> None:
        self._weight += weight
        if self._weight > MAX_WEIGHT:
            raise TooManyFonts


def _key(obj: Any) -> object:
    """The number of an object; one without a number is known by what it says."""
    return obj.objgen if obj.is_indirect else hashlib.sha256(obj.unparse()).digest()
