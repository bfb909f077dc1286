# SPDX-License-Identifier: MIT
"""The cues of sensitive sentences (resources/lexicons/passages.toml), and what they weigh by themselves."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reviewer import paths
from reviewer.detection.cues import CueIndex, alternatives
from reviewer.detection.markings import markings
from reviewer.detection.starts import Sought
from reviewer.model.finding import PASSAGES, Category

THRESHOLD = 1.0
_WEIGHTS = {"certain": 1.0, "strong": 0.7, "weak": 0.35}
CONTINUED = 0.35
"""The sentence before was of the same category, and a pronoun takes it up."""
_NOBODY = 0.75
"""Where a person should be spoken of and nobody is."""
_MOST_WEAK = 3
_MARGIN = 0.3
"""By how much a less protected category must weigh more."""
_FIRST = (
    Category.CABINET,
    Category.PRIVILEGE,
    Category.HEALTH_INFO,
    Category.EMPLOYMENT_INFO,
    Category.SENSITIVE_SITE,
    Category.SECURITY,
    Category.THIRD_PARTY,
)
Matches = Mapping[str, set[str]]


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
    written: Mapping[str, tuple[str, ...]]


@cache
def grammars() -> Grammars:
    """The grammar of every category."""
    with paths.resource("lexicons", "passages.toml").open("rb") as file:
        tables = tomllib.load(file)
    names = [*_FIRST, *(Category(name) for name in tables if name not in _FIRST)]
    cues = CueIndex()
    written: dict[str, tuple[str, ...]] = {}
    for name in names:
        for weight in (*_WEIGHTS, "veto"):
            written[f"{name}:{weight}"] = tuple(tables[name][weight])
            cues.add(f"{name}:{weight}", tables[name][weight])
    return Grammars(
        tuple(
            Grammar(name, bool(tables[name]["person"]), f"{name}:strong", f"{name}:certain", f"{name}:veto")
            for name in names
        ),
        cues,
        written,
    )


@cache
def phrases() -> tuple[tuple[Category, str, Sought], ...]:
    """The phrases of the markings file that make a sentence sensitive."""
    wanted = {category.value for category in PASSAGES}
    return tuple(
        (Category(marking.finding), marking.id, sought)
        for marking in markings()
        if marking.whole_sentence and marking.finding in wanted
        for sought in marking.patterns
    )


def sums(said: Matches) -> tuple[tuple[str, float], ...]:
    """What the cues of each category weigh together, the vetoed ones left out."""
    if not any(said.values()):
        return ()
    weighed = (
        (str(grammar.category), sum(_WEIGHTS[weight] * count for weight, count in _counts(grammar, said)))
        for grammar in grammars().order
        if not said.get(grammar.veto)
    )
    return tuple((category, weight) for category, weight in weighed if weight)


def _counts(grammar: Grammar, said: Matches) -> Iterator[tuple[str, int]]:
    for weight in _WEIGHTS:
        count = len(said.get(f"{grammar.category}:{weight}", ()))
        yield weight, min(count, _MOST_WEAK) if weight == "weak" else count


def best(said: Matches, *, person: float, continued: Category | None) -> Grammar | None:
    """The category that the cues alone speak for, if any does enough; `person` is what the person spoken of weighs."""
    chosen: tuple[float, Grammar] | None = None
    for grammar in grammars().order:
        score = _score(grammar, said, person=person, continued=continued is grammar.category)
        if score >= THRESHOLD and (chosen is None or score > chosen[0] + _MARGIN):
            chosen = score, grammar
    return chosen[1] if chosen is not None else None


def _score(grammar: Grammar, said: Matches, *, person: float, continued: bool) -> float:
    if not (said.get(grammar.strong) or said.get(grammar.certain)) or said.get(grammar.veto):
        return 0.0
    counts = dict(_counts(grammar, said))
    score = sum(_WEIGHTS[weight] * count for weight, count in counts.items())
    if grammar.person and not person and not counts["certain"]:
        return score * _NOBODY if counts["strong"] > 1 else 0.0
    if grammar.person:
        score += person
    return score + (CONTINUED if continued else 0.0)


def cited(category: Category, said: Matches) -> Iterator[str]:
    """The cues that counted, the heaviest first, as the file writes them: the first way each can be read."""
    for weight in _WEIGHTS:
        key = f"{category}:{weight}"
        for matched in sorted(said.get(key, ())):
            pattern = _pattern_of(key, matched)
            if pattern:
                yield _readable(pattern)


def _pattern_of(key: str, matched: str) -> str:
    return next(
        (
            cue
            for cue in _choices(key)
            if re.fullmatch(cue, matched, re.IGNORECASE) and not re.search(r"\[\^|\\d|\{", cue)
        ),
        "",
    )


@cache
def _choices(key: str) -> tuple[str, ...]:
    return tuple(choice for cue in grammars().written[key] for choice in alternatives(cue))


@cache
def _readable(pattern: str) -> str:
    """A pattern as a person reads it: the first of its choices, an ellipsis where any ending may stand."""
    text = re.sub(r"\\w[+*]", "\N{HORIZONTAL ELLIPSIS}", pattern.replace(r"\b", ""))
    text = re.sub(r"\[A-Z[^\]]*\]\[[^\]]*\]\+", "\N{HORIZONTAL ELLIPSIS}", text)  # any name
    text = re.sub(r"\[([^\]])[^\]]*\]\??", r"\1", text).replace(" ?", " ")
    while True:
        # What may not follow is no part of the cue.
        text = re.sub(r"\(\?![^()]*(?:\([^()]*\)[^()]*)*\)", "", text)
        plain = re.sub(r"\(\?:([^()|]*)(?:\|[^()]*)?\)(\??)", lambda m: "" if m[2] else m[1], text)
        if plain == text:
            return " ".join(re.sub(r"[\\^$+*]|.\?", "", text).replace(", ", " ").replace("' ", "'").split())
        text = plain
