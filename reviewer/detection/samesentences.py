# SPDX-License-Identifier: MIT
"""A flagged sentence is flagged wherever it stands word for word: withheld in one place it may not stay in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.detection.candidate import Candidate
from reviewer.detection.reading import Reading
from reviewer.model.finding import PASSAGES, Evidence, EvidenceKind


def repeat(
    readings: Sequence[Reading], found: Sequence[Sequence[Candidate]]
) -> Iterator[tuple[int, Candidate]]:
    """Further places of flagged sentences: (number of the reading, candidate)."""
    told: dict[str, Candidate] = {}
    for reading, items in zip(readings, found, strict=True):
        for item in items:
            if item.category in PASSAGES:
                told.setdefault(reading.text[item.start : item.end], item)
    if not told:
        return
    for number, (reading, items) in enumerate(zip(readings, found, strict=True)):
        flagged = {item.start for item in items if item.category in PASSAGES}
        for sentence in reading.sentences:
            first = told.get(reading.text[sentence.start : sentence.end])
            if first is not None and sentence.start not in flagged:
                evidence = Evidence(EvidenceKind.PROPAGATION, "same_sentence", first.score)
                yield (
                    number,
                    Candidate(
                        sentence.start, sentence.end, first.category, first.rule, first.score, (evidence,)
                    ),
                )
