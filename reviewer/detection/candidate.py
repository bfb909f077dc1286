# SPDX-License-Identifier: MIT
"""What a recognizer says of a reading, before candidates are merged into findings."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.model.finding import Category, Evidence, EvidenceKind, Role, Suggestion


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in a reading's text (not yet the story's). `score` settles overlaps; `entity` names a person.

    A candidate whose role is PUBLIC and that is not a person is there to be recognised and then let go: a
    department's street address must not be flagged, nor the postal code inside it.
    """

    start: int
    end: int
    category: Category
    rule: str
    score: float
    sources: tuple[Evidence, ...]
    role: Role | None = None
    entity: str | None = None
    proposal: tuple[Suggestion, str | None] | None = None
    """What the recognizer itself proposes, with the ground; None leaves it to the category."""

    def overlaps(self, other: Candidate) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Candidate) -> bool:
        """Whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


def candidate(
    place: tuple[int, int],
    category: Category,
    rule: str,
    score: float,
    *kinds: EvidenceKind,
    detail: str = "",
    role: Role | None = None,
) -> Candidate:
    """A candidate with one evidence of each kind named, all of the same rule and score."""
    sources = tuple(Evidence(kind, rule, score, detail) for kind in kinds or (EvidenceKind.PATTERN,))
    return Candidate(place[0], place[1], category, rule, score, sources, role)
