# SPDX-License-Identifier: MIT
"""What a copy gives its readers: what it does not carry over, which pages are pictures and why, its accessibility."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.model.accessibility import Accessibility
from reviewer.model.document import Language
from reviewer.publishing.offers import (
    Row,
    accessibility_rows,
    other_losses,
    pictured_facts,
    pictured_sentences,
)


@dataclass(frozen=True, slots=True)
class Offers:
    """Of one copy. `pictured` are pages of the source, of `pages` in all; `accessibility` is None for a text."""

    dropped: tuple[str, ...]
    pictured: tuple[tuple[int, str], ...]
    accessibility: Accessibility | None
    pages: int | None

    @property
    def losses(self) -> tuple[str, ...]:
        """What the writer dropped, but for the pages that `sentences` tells of."""
        return other_losses(self.dropped, self.pictured)

    def sentences(self, language: Language) -> tuple[str, ...]:
        """One for each page that is a picture: which, why, and what became of its text."""
        return pictured_sentences(self.pictured, self.accessibility, self.pages, language)

    def rows(self, language: Language) -> tuple[Row, ...]:
        """What was counted for people who read with assistive technology; nothing for a text."""
        return accessibility_rows(self.accessibility, language) if self.accessibility is not None else ()

    def facts(self) -> dict[str, object]:
        """The same as JSON knows it."""
        return {
            "losses": list(self.dropped),
            "pictured": pictured_facts(self.pictured),
            "accessibility": None if self.accessibility is None else self.accessibility.to_facts(),
        }
