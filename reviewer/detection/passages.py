# SPDX-License-Identifier: MIT
"""Sensitive sentences (health, employment, advice, privilege …) by weighted cues, with the person they speak of.

The cues are in resources/lexicons/passages.toml. A sentence is judged by what it says, by whom it names, and by
the sentence before it, which a pronoun takes up. It does not understand irony, nor what is said without its words.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reviewer import paths
from reviewer.detection.blocks import Sentence
from reviewer.detection.candidate import Candidate
from reviewer.detection.context import PERSON_WORDS, SOMEONE
from reviewer.detection.cues import CueIndex
from reviewer.detection.markings import markings
from reviewer.detection.reading import Reading
from reviewer.detection.starts import Sought
from reviewer.model.finding import PASSAGES, Category, Evidence, EvidenceKind

THRESHOLD = 1.0
_WEIGHTS = {"certain": 1.0, "strong": 0.7, "weak": 0.35}
_PERSON, _SOMEBODY, _CONTINUED = 0.35, 0.2, 0.35
_NOBODY = 0.75
"""A name, a pronoun or kin; a word for anybody (employee, client, who); the sentence before; nobody at all."""
_MOST_WEAK = 3
_PRONOUN = re.compile(
    r"\W*(?:he|she|they|it|his|her|their|its|this|that|these|both|il|elle|ils|elles|son|sa|ses|leurs?|ce|cela|ceci|celui|celle|on|l'avis)\b",
    re.IGNORECASE,
)
_HEADING = 60
_SPECIES = re.compile(
    r"\b(?:nests?|nids?|dens?|tani[èe]re|roost\w*|burrows?|chicks?|spawning|fray[èe]re\w*|hibernac\w+|colon(?:y|ie)|cluster|gr[èe]bes?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one category is judged: `person`: the sentence must speak of one; the rest are keys of its cues."""

    category: Category
    person: bool
    strong: str
    certain: str
    veto: str


@dataclass(frozen=True, slots=True)
class Grammars:
    """All categories, the most protected first, over one index of their cues (keys: category and weight)."""

    order: tuple[Grammar, ...]
    cues: CueIndex


@cache
def grammars() -> Grammars:
    """The grammar of every category."""
    with paths.resource("lexicons", "passages.toml").open("rb") as file:
        tables = tomllib.load(file)
    first = (
        "CABINET",
        "PRIVILEGE",
        "HEALTH_INFO",
        "EMPLOYMENT_INFO",
        "SENSITIVE_SITE",
        "SECURITY",
        "THIRD_PARTY",
    )
    names = [*first, *(name for name in tables if name not in first)]
    cues = CueIndex()
    for name in names:
        for weight in (*_WEIGHTS, "veto"):
            cues.add(f"{name}:{weight}", tables[name][weight])
    return Grammars(
        tuple(
            Grammar(
                Category(name),
                bool(tables[name]["person"]),
                f"{name}:strong",
                f"{name}:certain",
                f"{name}:veto",
            )
            for name in names
        ),
        cues,
    )


@cache
def _phrases() -> tuple[tuple[Category, str, Sought], ...]:
    """The phrases of the markings file that make a sentence sensitive."""
    wanted = {category.value for category in PASSAGES}
    return tuple(
        (Category(marking.finding), marking.id, sought)
        for marking in markings()
        if marking.whole_sentence and marking.finding in wanted
        for sought in marking.patterns
    )


class PassageRecognizer:
    """Weighs every sentence of a reading; `people` are the names found in it."""

    def __init__(self, reading: Reading, people: Sequence[Candidate]) -> None:
        self.reading = reading
        self.people = sorted(people, key=lambda item: item.start)
        self._starts = [item.start for item in self.people]
        places = [sought.places(reading.starts) for _, _, sought in _phrases()]
        self._anywhere = [number for number, found in enumerate(places) if found is None]
        self._hints = sorted((at, number) for number, found in enumerate(places) for at in found or ())

    def find(self) -> Iterator[Candidate]:
        """The sensitive sentences, each under the category that fits best."""
        before: tuple[int, Category] | None = None
        index = 0
        for sentence in self.reading.sentences:
            while index < len(self.people) and self.people[index].end <= sentence.start:
                index += 1
            named = index < len(self.people) and self.people[index].start < sentence.end
            continued = before[1] if before is not None and before[0] == sentence.line else None
            found = self._judge(sentence, continued, named=named)
            before = (sentence.line, found.category) if found is not None else None
            if found is not None:
                yield found

    def _judge(self, sentence: Sentence, continued: Category | None, *, named: bool) -> Candidate | None:
        text = self.reading.text[sentence.start : sentence.end]
        if self._says_nothing(sentence, text):
            return None
        if named or SOMEONE.within(text) or self._row_has_person(sentence):
            person = _PERSON
        else:
            person = _SOMEBODY if PERSON_WORDS.within(text) else 0.0
        takes_up = continued is not None and bool(_PRONOUN.match(text))
        best: tuple[float, Grammar] | None = None
        said = grammars().cues.matches(text)
        for grammar in grammars().order:
            score = self._score(
                grammar, said, person=person, continued=takes_up and continued is grammar.category
            )
            if score >= THRESHOLD and (best is None or score > best[0] + 0.3):
                best = score, grammar
        if best is None:
            return self._by_phrase(sentence, text, said, person=person)
        score, grammar = best
        confidence = round(min(0.95, 0.45 + 0.15 * score), 2)
        detail = "species" if grammar.category is Category.SENSITIVE_SITE and _SPECIES.search(text) else ""
        rule = f"passage_{grammar.category.lower()}"
        sources = (Evidence(EvidenceKind.PASSAGE, rule, confidence, detail),)
        return Candidate(sentence.start, sentence.end, grammar.category, rule, confidence, sources)

    @staticmethod
    def _score(grammar: Grammar, said: Mapping[str, set[str]], *, person: float, continued: bool) -> float:
        if not (said.get(grammar.strong) or said.get(grammar.certain)) or said.get(grammar.veto):
            return 0.0
        counts = {weight: len(said.get(f"{grammar.category}:{weight}", ())) for weight in _WEIGHTS}
        counts["weak"] = min(counts["weak"], _MOST_WEAK)
        score = sum(_WEIGHTS[weight] * count for weight, count in counts.items())
        if grammar.person and not person and not counts["certain"]:
            return score * _NOBODY if counts["strong"] > 1 else 0.0
        if grammar.person:
            score += person
        return score + (_CONTINUED if continued else 0.0)

    def _by_phrase(
        self, sentence: Sentence, text: str, said: Mapping[str, set[str]], *, person: float
    ) -> Candidate | None:
        """A phrase of the markings file, alone: one weak source."""
        first = bisect_left(self._hints, (sentence.start, -1))
        last = bisect_left(self._hints, (sentence.end, -1), first)
        for number in sorted({*self._anywhere, *(number for _, number in self._hints[first:last])}):
            category, rule, sought = _phrases()[number]
            if sought.regex.search(text) and (person or category is not Category.OPINION_ABOUT_PERSON):
                if said.get(f"{category}:veto"):
                    continue
                sources = (Evidence(EvidenceKind.PASSAGE, rule, 0.5),)
                return Candidate(sentence.start, sentence.end, category, rule, 0.5, sources)
        return None

    def _says_nothing(self, sentence: Sentence, text: str) -> bool:
        """A question, a heading, or a word alone outside a table."""
        line = self.reading.lines[sentence.line]
        if text.rstrip().endswith("?"):
            return True
        if line.is_row:
            return len(text) < 5
        if len(text.split()) < 3:
            return True
        return (
            sentence.end - line.start < _HEADING
            and text[-1] not in '.!;:")'
            and line.end - line.start < _HEADING
        )

    def _row_has_person(self, sentence: Sentence) -> bool:
        line = self.reading.lines[sentence.line]
        return line.is_row and bisect_left(self._starts, line.start) < bisect_left(self._starts, line.end)
