# SPDX-License-Identifier: MIT
"""Cuts words into the pieces that the sentence model knows: the most likely way of a unigram vocabulary (Kudo 2018)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

START, PAD, END, UNKNOWN = range(4)
"""The first four rows of the vocabulary."""
_MARK = "\u2581"
"""Stands for the blank before a word, as in SentencePiece."""
_UNLIKELY = 10.0
"""So much less likely than the rarest piece is a sign that no piece has."""
_KEPT = 50_000
_LONGEST = 60
"""Longer runs of signs are no words; they are cut there, for the search grows with their length."""


class Pieces:
    """A vocabulary with the logarithm of each piece's share."""

    def __init__(self, pieces: Sequence[str], shares: Sequence[float]) -> None:
        self._rows: Mapping[str, tuple[int, float]] = {
            piece: (row, share)
            for row, (piece, share) in enumerate(zip(pieces, shares, strict=True))
            if row > UNKNOWN
        }
        self._longest = max(map(len, self._rows))
        self._unknown = min(shares) - _UNLIKELY
        self._seen: dict[str, tuple[int, ...]] = {}

    def rows(self, text: str) -> list[int]:
        """The rows of a text's pieces, in order."""
        return [row for word in unicodedata.normalize("NFKC", text).split() for row in self._word(word)]

    def _word(self, word: str) -> tuple[int, ...]:
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            parts = (word[at : at + _LONGEST] for at in range(0, len(word), _LONGEST))
            known = self._seen[word] = tuple(row for part in parts for row in self._cut(_MARK + part))
        return known

    def _cut(self, word: str) -> list[int]:
        """The likeliest pieces of a word (Viterbi)."""
        size = len(word)
        best = [0.0] + [float("-inf")] * size
        back = [(0, UNKNOWN)] * (size + 1)
        for start in range(size):
            for end in range(start + 1, min(size, start + self._longest) + 1):
                found = self._rows.get(word[start:end])
                if found is not None and best[start] + found[1] > best[end]:
                    best[end], back[end] = best[start] + found[1], (start, found[0])
            if best[start] + self._unknown > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self._unknown, (start, UNKNOWN)
        rows, end = [], size
        while end:
            end, row = back[end]
            rows.append(row)
        return rows[::-1]
