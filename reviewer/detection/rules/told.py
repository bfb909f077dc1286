# SPDX-License-Identifier: MIT
"""Values that a sentence tells: classes of words and a small grammar over them, read from resources/lexicons/told_values.toml."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reviewer import paths
from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.context import PERSON_WORDS, SOMEONE, has_person, is_denied
from reviewer.detection.namewords import TOKEN
from reviewer.detection.reading import Reading
from reviewer.detection.starts import Sought
from reviewer.model.finding import Category, EvidenceKind

Gate = frozenset[tuple[int, int]]
"""Sentences, each by its first place and its end."""
_CLASS = re.compile(r"@(\w+)@")
_OWN_FORM = re.compile(r"[A-Z]|\d-\d")
_LETTER = re.compile(r"[a-zéK]")
"""An amount with its period, or in words, may be small."""
_DRIVING = re.compile(
    r"\b(?:driv\w+|conduc\w+|conduit\w*|wheel|volant|suspended|suspendu\w*|class \d|classe \d|vehicle|véhicule|truck|camion|car|auto|plates?|plaque)\b|\((?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT|Ont\.?|Alta\.?|Sask\.?|Man\.?|N\.B\.|N\.S\.|N\.-B\.|N\.-É\.|B\.C\.|C\.-B\.|Qc)\)",
    re.IGNORECASE,
)
_FAR = 1_000
_NEAR = 300
_WINDOW = 80
"""Signs before a value in which its row's `before` must end."""


@dataclass(frozen=True, slots=True)
class Told:
    """One way to tell a value: a pattern, what must stand before it, and what the sentence must or must not speak of."""

    category: Category
    rule: str
    cue: str
    score: float
    sought: Sought
    before: re.Pattern[str] | None
    needs: str
    vetoes: re.Pattern[str] | None
    least: int
    gates: tuple[str, ...]

    def find(self, reading: Reading, open_gates: Mapping[str, Gate]) -> Iterator[Candidate]:
        """Every value told in this way."""
        for match in self._matches(reading, open_gates):
            if self._holds(reading, match):
                yield candidate(
                    match.span("value"),
                    self.category,
                    self.rule,
                    self.score,
                    EvidenceKind.CONTEXT,
                    detail=self.cue,
                )

    def _matches(self, reading: Reading, open_gates: Mapping[str, Gate]) -> Iterator[re.Match[str]]:
        if not self.gates:
            yield from self.sought.finditer(reading.text, reading.starts)
            return
        sentences = sorted({sentence for gate in self.gates for sentence in open_gates[gate]})
        places = self.sought.places(reading.starts)
        if places is None:
            for start, end in sentences:
                yield from self.sought.regex.finditer(reading.text, start, end)
            return
        for start, end in sentences:
            free = start
            for place in places[bisect_left(places, start) : bisect_left(places, end)]:
                if place >= free and (match := self.sought.regex.match(reading.text, place, end)):
                    free = match.end()
                    yield match

    def _holds(self, reading: Reading, match: re.Match[str]) -> bool:
        start = match.start()
        if sum(sign.isdigit() for sign in match["value"]) < self.least and not _LETTER.search(match["value"]):
            return False
        if self.before is not None and not self.before.search(reading.text, max(0, start - _WINDOW), start):
            return False
        sentence = _sentence(reading, match.start("value"))
        if self.vetoes is not None and self.vetoes.search(sentence):
            return False
        if self.needs == "driver" and not _is_drivers(match["value"], sentence):
            return False
        if self.needs == "someone" and not SOMEONE.within(sentence):
            return False
        if self.needs == "person" and not (has_person(reading, start) or _people().search(sentence)):
            return False
        return not is_denied(reading, match.span("value"), None)


def _sentence(reading: Reading, offset: int) -> str:
    """The sentence around a value; of one that never ends what is near, for each value in it is judged."""
    sentence = reading.sentence_at(offset)
    if sentence is None:
        return ""
    return reading.text[max(sentence.start, offset - _FAR) : min(sentence.end, offset + _FAR)]


def _is_drivers(value: str, sentence: str) -> bool:
    """Whether the number of a licence has a form of its own, or the sentence speaks of somebody or of driving."""
    return bool(_OWN_FORM.search(value) or _DRIVING.search(sentence) or PERSON_WORDS.within(sentence))


@cache
def _held() -> tuple[dict[str, object], dict[str, str]]:
    """The file, and its classes written out."""
    with paths.resource("lexicons", "told_values.toml").open("rb") as file:
        held = tomllib.load(file)
    classes = {"TOKEN": f"(?-i:{TOKEN})"}
    for name, written in held["classes"].items():
        words = written if isinstance(written, str) else "(?:" + "|".join(written) + ")"
        classes[name] = _filled(words, classes)
    return held, classes


@cache
def _people() -> re.Pattern[str]:
    """Every word of the file for a person."""
    return re.compile(rf"\b{_held()[1]['PERSON']}\b", re.IGNORECASE)


@cache
def gates() -> Mapping[str, Sought]:
    """What stands in every sentence where a gated way is tried."""
    held, classes = _held()
    rows = held["gates"]
    assert isinstance(rows, dict)  # noqa: S101 - the form of our own file
    return {
        name: Sought(re.compile(_filled(written, classes), re.IGNORECASE)) for name, written in rows.items()
    }


@cache
def ways() -> tuple[Told, ...]:
    """Every way of the file."""
    held, classes = _held()
    rows = held["told"]
    assert isinstance(rows, list)  # noqa: S101 - the form of our own file
    return tuple(_told(row, classes) for row in rows)


def _filled(pattern: str, classes: dict[str, str]) -> str:
    """A pattern with its classes written out; a class may use those before it."""
    return _CLASS.sub(lambda match: classes[match[1]], pattern)


def _told(row: dict[str, object], classes: dict[str, str]) -> Told:
    before, vetoes = row.get("before"), row.get("vetoes")
    return Told(
        category=Category(str(row["category"])),
        rule=str(row["rule"]),
        cue=str(row["cue"]),
        score=0.75,
        sought=Sought(re.compile(_filled(str(row["pattern"]), classes), re.IGNORECASE)),
        before=re.compile(_filled(f"(?:{before})$", classes), re.IGNORECASE) if before else None,
        needs=str(row.get("needs", "nothing")),
        vetoes=re.compile(_filled(str(vetoes), classes), re.IGNORECASE) if vetoes else None,
        least=int(str(row.get("least", 0))),
        gates=tuple(_strings(row.get("gates"))),
    )


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def sentences_by_gate(reading: Reading) -> Mapping[str, Gate]:
    """Where the sentences stand in which each gate is open."""
    found: dict[str, Gate] = {}
    for name, sought in gates().items():
        sentences = (
            reading.sentence_at(match.start()) for match in sought.finditer(reading.text, reading.starts)
        )
        found[name] = frozenset((one.start, one.end) for one in sentences if one is not None)
    return found


class ToldRule:
    """All ways of telling a value."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each value, in the order of the ways."""
        open_gates = sentences_by_gate(reading)
        for told in ways():
            yield from told.find(reading, open_gates)
