# SPDX-License-Identifier: MIT
"""The shape of a recognizer, and the recognizers that are declared in resources/recognizers/*.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import yaml

from reviewer import paths
from reviewer.detection import checksums, context
from reviewer.detection.candidate import Candidate
from reviewer.detection.reading import Reading
from reviewer.detection.starts import Sought
from reviewer.model.finding import Category, Evidence, EvidenceKind, Suggestion

_SCORES = {"sure": 0.9, "check": 0.6}
_CHECKED, _IN_CONTEXT = 0.97, 0.8
_TYPO = 0.55
"""A number of the right shape that a label calls by this name and whose check digit is wrong."""


_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe reader in C where libyaml is there: ten times as fast."""
_MISTYPED = frozenset({Category.SIN, Category.HEALTH_CARD})


class Recognizer(Protocol):
    """Something that finds candidates in a reading."""

    def find(self, reading: Reading) -> Iterable[Candidate]:
        """Every candidate, in any order."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One regular expression with what it needs besides matching: nothing, context, checksum or person."""

    sought: Sought
    needs: str
    tier: str


@dataclass(frozen=True, slots=True)
class Declared:
    """A recognizer read from a file."""

    id: str
    category: Category
    patterns: tuple[Pattern, ...]
    checksum: str
    words: context.Cues | None
    vetoes: context.Cues | None
    whole_sentence: bool
    ground: str
    suggestion: Suggestion
    labels: tuple[str, str] = ("", "")
    own: bool = False
    """Whether a department added it: its candidates carry what it proposes, for no file of ours says it."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Every match whose needs are met."""
        for pattern in self.patterns:
            for match in pattern.sought.finditer(reading.text, reading.starts):
                found = self._judge(reading, pattern, match)
                if found is not None:
                    yield found

    def _judge(self, reading: Reading, pattern: Pattern, match: re.Match[str]) -> Candidate | None:
        place = match.span("value") if "value" in pattern.sought.regex.groupindex else match.span()
        if place[0] >= place[1]:
            return None  # a department's pattern may find a place without a sign in it
        cue = context.near(reading, place, self.words) if self.words is not None else ""
        checked = self.checksum in checksums.CHECKS and checksums.CHECKS[self.checksum](
            reading.text[slice(*place)]
        )
        if pattern.needs == "person" and not context.has_person(
            reading, place[0], by_shape=not self.whole_sentence
        ):
            return None
        if pattern.needs == "context" and not cue:
            return None
        if pattern.needs == "checksum" and not checked and not (cue and self.category in _MISTYPED):
            return None
        if pattern.needs != "nothing" and (
            context.is_denied(reading, place, self.vetoes) or context.is_other_column(reading, place[0])
        ):
            return None
        if self.whole_sentence and self._is_general(reading, place[0]):
            return None
        return self._candidate(reading, pattern, place, checked=checked, cue=cue)

    def _is_general(self, reading: Reading, offset: int) -> bool:
        """Whether the sentence, of which all would be found, says that it speaks of nobody in particular."""
        sentence = reading.sentence_at(offset)
        return bool(
            self.vetoes and sentence and self.vetoes.within(reading.text[sentence.start : sentence.end])
        )

    def _candidate(
        self, reading: Reading, pattern: Pattern, place: tuple[int, int], *, checked: bool, cue: str
    ) -> Candidate:
        score = _SCORES.get(pattern.tier, 0.6)
        sources = [Evidence(EvidenceKind.PATTERN, self.id, score)]
        if cue or (pattern.needs == "nothing" and self.words is not None and pattern.tier == "sure"):
            score = max(score, _IN_CONTEXT)
            sources.append(Evidence(EvidenceKind.LABEL, self.id, score, cue))
        if checked:
            score = _CHECKED
            sources.append(Evidence(EvidenceKind.CHECKSUM, self.id, score, self.checksum))
        elif pattern.needs == "checksum":
            score = _TYPO
        if self.whole_sentence and (sentence := reading.sentence_at(place[0])) is not None:
            place = (sentence.start, sentence.end)
            sources.append(Evidence(EvidenceKind.PASSAGE, self.id, score))
        proposal = (self.suggestion, self.ground or None) if self.own else None
        return Candidate(place[0], place[1], self.category, self.id, score, tuple(sources), proposal=proposal)


@cache
def declared() -> tuple[Declared, ...]:
    """Every declared recognizer, in the order of the files' names."""
    return tuple(
        declared_from(row)
        for path in sorted(paths.resource("recognizers").glob("*.yaml"))
        for row in yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)["recognizers"]  # noqa: S506 - both are safe
    )


@cache
def by_id() -> Mapping[str, Declared]:
    """Every declared recognizer by its id."""
    return {recognizer.id: recognizer for recognizer in declared()}


def declared_from(row: Mapping[str, object], *, own: bool = False) -> Declared:
    """A recognizer from its entry; the form of a department's has been checked before."""
    flags = re.RegexFlag(0) if row.get("case_sensitive") else re.IGNORECASE
    rows = row["patterns"]
    assert isinstance(rows, list)  # noqa: S101 - the form of our own files, tested with them
    return Declared(
        id=str(row["id"]),
        category=Category(str(row["category"])),
        patterns=tuple(
            Pattern(Sought(re.compile(item["regex"], flags)), item["needs"], item["tier"]) for item in rows
        ),
        checksum=str(row.get("checksum", "none")),
        words=_words(row, "context_en", "context_fr"),
        vetoes=_words(row, "veto_en", "veto_fr"),
        whole_sentence=row.get("scope") == "sentence",
        ground=str(row.get("ground") or ""),
        suggestion=Suggestion(str(row["suggestion"])),
        labels=(str(row["label_en"]), str(row["label_fr"])),
        own=own,
    )


def _words(row: Mapping[str, object], *keys: str) -> context.Cues | None:
    """Any of the words, as words, whatever their case; None when there are none."""
    words = [str(word) for key in keys for word in _list(row.get(key))]
    return context.Cues(words) if words else None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
