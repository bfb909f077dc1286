# SPDX-License-Identifier: MIT
"""The signs of a story levelled: one kind of blank, dash and quote, signs of one width; accents composed, ligatures undone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

_LEVEL = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\u200a\u2002\u2003\u2005\u2006\u3000", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033\u00ab\u00bb", '"'),
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        "\u00ba": "°",
        "\u02da": "°",
        "\r": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
        "\x0b": "\n",
        "\x0c": "\n",
    }
)
DROPPED = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_CUT_WORD = re.compile(r"(?<=[^\W\d_]-)\n(?=[^\W\d_])")
"""The end of a line of a page inside a hyphenated name."""
_LIGATURES = re.compile("[\ufb00-\ufb06]")


def level(text: str, *, wraps: bool) -> tuple[str, Sequence[int] | None]:
    """The levelled text, and for each of its signs the place in the story; None where both are the same."""
    cuts = {match.start() for match in _CUT_WORD.finditer(text)} if wraps else set()
    odd = cuts or DROPPED.search(text) or _LIGATURES.search(text)
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
        if not DROPPED.match(text[start]):
            yield start, text[start:end]
        start = end
