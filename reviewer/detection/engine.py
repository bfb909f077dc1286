# SPDX-License-Identifier: MIT
"""The whole of detection: recognizers, names, propagation, passages, merging, roles, suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reviewer.detection import models, overlaps, people, propagation, roles, samesentences, suggestion
from reviewer.detection.candidate import Candidate
from reviewer.detection.early import Early, Hear, first_look, together
from reviewer.detection.markings import MarkingRecognizer
from reviewer.detection.names import NameRecognizer
from reviewer.detection.passages import PassageRecognizer
from reviewer.detection.pulse import Pulse
from reviewer.detection.reading import Reading, read
from reviewer.detection.recognizer import Recognizer
from reviewer.detection.rules import all_rules
from reviewer.model.document import Document, Format, Story
from reviewer.model.finding import Category, Finding, Role, Tier
from reviewer.progress import Report, silent

_NEVER_NAMES = frozenset({Category.ADDRESS, Category.EMAIL, Category.MARKING, Category.COORDINATES})
"""A capitalised word inside one of these must not become a person to look for everywhere."""


@dataclass
class _Found:
    """What was found so far: the readings, the values of each, and the names with their readings."""

    readings: list[Reading] = field(default_factory=list)
    values: list[list[Candidate]] = field(default_factory=list)
    names: list[tuple[Reading, Candidate]] = field(default_factory=list)


class Engine:
    """Finds what may have to be withheld. `fast` leaves the two language models out; `own` are a department's recognizers."""

    def __init__(self, *, fast: bool = False, own: Sequence[Recognizer] = ()) -> None:
        self.fast = fast
        self.recognizers: tuple[Recognizer, ...] = (*all_rules(), *own, MarkingRecognizer())

    def detect(
        self, document: Document, *, report: Report = silent, hear: Hear | None = None
    ) -> tuple[Finding, ...]:
        """All findings, sorted by place, merged, boundaries repaired, every source kept.

        `hear` is told provisional findings on the way, the first after two pages; what is returned does not depend on it.
        """
        early = Early(hear)
        pulse = Pulse(report, len(document.stories))
        beginning = first_look(document) if early.heard else None
        if beginning is not None:
            pulse.at(0)
            # Nobody listens to this search, and it has no place of its own in the progress.
            early.tell(self._search(beginning, pulse.steady(), Early(None)))
        findings = self._search(document, pulse, early)
        pulse.at(len(document.stories))
        return findings

    def _search(self, document: Document, pulse: Pulse, early: Early) -> tuple[Finding, ...]:
        so_far = _Found()
        for stories in together(document.stories):
            self._add(stories, so_far, pulse, early, paged=document.format is Format.PDF)
        readings, found = so_far.readings, so_far.values
        for number, item in list(propagation.repeat(readings, found)):
            found[number].append(item)
        self._add_names(readings, found, so_far.names, pulse)
        findings = [
            finding
            for reading, items in zip(readings, found, strict=True)
            for finding in self._findings(reading, overlaps.merge(items))
        ]
        return tuple(
            sorted(roles.assign(document, readings, findings), key=lambda one: (one.span, one.category))
        )

    def _add(
        self, stories: Sequence[Story], so_far: _Found, pulse: Pulse, early: Early, *, paged: bool
    ) -> None:
        """Read some stories: their values, then their names, told as they come."""
        readings: list[Reading] = []
        values: list[list[Candidate]] = []
        for story in stories:
            number = len(so_far.readings) + len(readings)
            readings.append(read(story, paged=paged))
            values.append(self._values(number, readings[-1], pulse))
            if early.heard:
                early.tell(self._findings(readings[-1], overlaps.merge(values[-1])))
        for reading, items, entities in zip(readings, values, self._seen(readings, pulse), strict=True):
            pulse.again()
            names = list(self._names(reading, items, entities))
            if early.heard:
                early.tell(self._findings(reading, overlaps.merge([*items, *names])))
            so_far.names.extend((reading, name) for name in names)
        so_far.readings += readings
        so_far.values += values

    @staticmethod
    def _names(
        reading: Reading, values: Sequence[Candidate], entities: Sequence[models.Entity]
    ) -> Iterator[Candidate]:
        taken = overlaps.covered(item for item in values if item.category in _NEVER_NAMES)
        return (item for item in NameRecognizer(reading, entities).find() if not taken(item))

    def _values(self, number: int, reading: Reading, pulse: Pulse) -> list[Candidate]:
        pulse.at(number)
        values: list[Candidate] = []
        for recognizer in self.recognizers:
            values.extend(recognizer.find(reading))
            pulse.again()
        return values

    def _seen(self, readings: Sequence[Reading], pulse: Pulse) -> Sequence[Sequence[models.Entity]]:
        """The people that the models see in each reading: of many stories at once, which shares the work."""
        if self.fast:
            return [()] * len(readings)
        texts = [(reading.text, reading.languages if reading.text.strip() else ()) for reading in readings]
        return models.people(texts, tick=pulse.again)

    def _add_names(
        self,
        readings: Sequence[Reading],
        found: Sequence[list[Candidate]],
        names: Sequence[tuple[Reading, Candidate]],
        pulse: Pulse,
    ) -> None:
        """Names, further mentions of the same people, then passages, which look for people in their sentence."""
        persons, owner = people.group(names)
        place = {reading.story.id: number for number, reading in enumerate(readings)}
        for reading, item in names:
            entity = owner.get((reading.story.id, item.start))
            found[place[reading.story.id]].append(replace(item, entity=entity))
        for reading, item in propagation.propagate(readings, persons):
            pulse.again()
            found[place[reading.story.id]].append(item)
        for reading, items in zip(readings, found, strict=True):
            pulse.again()
            named = [item for item in items if item.category is Category.PERSON]
            items.extend(PassageRecognizer(reading, named, deep=not self.fast).find())
        for number, item in list(samesentences.repeat(readings, found)):
            found[number].append(item)

    @staticmethod
    def _findings(reading: Reading, items: Iterable[Candidate]) -> Iterable[Finding]:
        for item in items:
            if item.role is Role.PUBLIC and item.category is not Category.PERSON:
                continue
            kinds = {source.kind for source in item.sources}
            proposed, ground = suggestion.propose(item)
            yield Finding(
                span=reading.span(item.start, item.end),
                category=item.category,
                rule=item.rule,
                tier=Tier.SURE if item.score >= 0.9 or (len(kinds) > 1 and item.score >= 0.7) else Tier.CHECK,
                confidence=item.score,
                suggestion=proposed,
                sources=item.sources,
                role=item.role,
                ground=ground,
                entity=item.entity,
            )
