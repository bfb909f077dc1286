# SPDX-License-Identifier: MIT
"""Many texts in which many terms will be looked for: folded once, searched once, asked only where a term may be."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reviewer.documents.folding import Folded, fold_knowing, known_in
from reviewer.documents.matching import has_look_alikes
from reviewer.documents.overrides import OVERRIDE
from reviewer.documents.searching import Needles


class Searched:
    """Texts and the folded terms that will be asked for."""

    def __init__(self, texts: Sequence[str], needles: Collection[str]) -> None:
        self._needles = Needles(needles)
        self.folded: tuple[Folded, ...] = tuple(fold_knowing(text, self._needles) for text in texts)
        self._unsure = [
            number for number, text in enumerate(texts) if has_look_alikes(text) or OVERRIDE in text
        ]
        self._holders: dict[str, list[int]] = {}
        for number, folded in enumerate(self.folded):
            for needle in known_in(folded):
                self._holders.setdefault(needle, []).append(number)

    def holding(self, needle: str) -> Collection[int]:
        """The numbers of the texts in which a folded term may stand, in order: all when it was not expected.

        Where look-alikes or letters turned round stand, any term may.
        """
        if needle not in self._needles.wanted:
            return range(len(self.folded))
        sure = self._holders.get(needle, [])
        return sorted({*sure, *self._unsure}) if self._unsure else sure
