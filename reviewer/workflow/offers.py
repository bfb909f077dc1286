# SPDX-License-Identifier: MIT
"""What a copy gives its readers: what it does not carry over, which pages are pictures and why, its accessibility."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.errors import SealBroken
from reviewer.model.accessibility import Accessibility
from reviewer.model.document import Language
from reviewer.model.release import Candidate
from reviewer.publishing.offers import (
    Row,
    accessibility_rows,
    other_losses,
    pictured_facts,
    pictured_sentences,
)
from reviewer.signoff.policy import Case
from reviewer.store import candidates
from reviewer.store.connection import Store
from reviewer.verification.report import GateReport
from reviewer.workflow.session import Session


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


def offers_of(store: Store, case: Case, candidate: Candidate | None) -> Offers | None:
    """What the candidate of a review gives; None without one. Raises SealBroken for a report that is none."""
    if candidate is None:
        return None
    try:
        gate = GateReport.from_json(candidates.report(store, case.review.id))
    except (ValueError, KeyError, TypeError) as error:
        raise SealBroken(review=case.review.id, detail="candidate") from error
    return Offers(candidate.losses, candidate.pictured, gate.accessibility, case.document.pages)


def offers(session: Session, case: Case) -> Offers | None:
    """What the candidate of a review gives, if there is one. Raises as `offers_of`."""
    return offers_of(session.store, case, candidates.get(session.store, case.review.id))
