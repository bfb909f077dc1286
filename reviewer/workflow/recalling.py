# SPDX-License-Identifier: MIT
"""How texts that were decided on before are recognised: whatever their case, accents and separators, names by parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from reviewer.detection import people
from reviewer.detection.namewords import words
from reviewer.documents.folding import fold_character
from reviewer.model.finding import PASSAGES, Category
from reviewer.store.memory import Remembered, Term

UNKEPT = PASSAGES | {Category.AGE, Category.SALARY, Category.MARKING}
"""What says nothing of the next document: sentences, an age or a pay that anybody may have, markings."""
_LONGEST, _MOST_WORDS = 120, 8
_SHORTEST, _FEWEST_DIGITS = 4, 6
_LETTERS = {code: fold_character(chr(code)) for code in range(0x250) if chr(code).isalnum()}
_LATIN = {code: letter for code, letter in _LETTERS.items() if len(letter) == 1}
_WORD = re.compile(r"\w+")
parts_of = lru_cache(maxsize=20_000)(people.parts_of)
"""The parts of a name, given names first; each is asked for several times."""
_BETWEEN = re.compile(r"[\s\-,.'\N{RIGHT SINGLE QUOTATION MARK}/()@_]{1,3}")


def plain(text: str) -> str:
    """Lower case without accents, as long as before."""
    return text.translate(_LATIN)


def folded(text: str, category: Category) -> str:
    """The same for every way of writing a text; of a person's name the given names come first."""
    if category is Category.PERSON and (parts := parts_of(text)):
        return " ".join(parts)
    return "".join(_WORD.findall(plain(text)))


def term(text: str, category: Category | None) -> Term | None:
    """A text worth remembering; what a person marked on their own has no category. None for a sentence and the like."""
    if category in UNKEPT or len(text) > _LONGEST or "\n" in text.strip():
        return None
    if category is None and (len(text.split()) > _MOST_WORDS or not _telling(text)):
        return None
    kept = category or Category.OTHER_ID
    compared = folded(text, kept)
    return Term(text, compared, kept) if compared else None


def _telling(text: str) -> bool:
    """Whether a text alone can be looked for: "12" or "on" stand everywhere."""
    compared = folded(text, Category.OTHER_ID)
    return len(compared) >= (_FEWEST_DIGITS if compared.isdecimal() else _SHORTEST)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text where something remembered stands."""

    start: int
    end: int
    remembered: Remembered


class Namesakes:
    """The persons that are remembered, by surname, to tell who may be meant by a part of a name."""

    def __init__(self, remembered: Iterable[Remembered]) -> None:
        self._by_surname: dict[str, dict[tuple[str, ...], list[Remembered]]] = {}
        self._meant: dict[tuple[str, ...], tuple[Remembered, ...]] = {}
        for each in remembered:
            parts = parts_of(each.text) if each.category is Category.PERSON else ()
            # A given name or initials alone may be anybody's.
            if len(parts) > 1 or (parts and _is_rare(parts[0])):
                self._by_surname.setdefault(parts[-1], {}).setdefault(parts, []).append(each)

    def meant(self, parts: tuple[str, ...]) -> tuple[Remembered, ...]:
        """Who is meant by a name; nobody where it may be one of two."""
        if parts not in self._meant:
            self._meant[parts] = self._who(parts)
        return self._meant[parts]

    def _who(self, parts: tuple[str, ...]) -> tuple[Remembered, ...]:
        listed = self._by_surname.get(parts[-1], {}) if parts else {}
        full = {name for name in listed if len(name) > 1 and _whole(name[0])}
        fitting = {name for name in listed if _fits(name, parts)}
        persons: list[tuple[str, ...]] = []
        for name in sorted(full & fitting, key=len):
            if not any(_fits(name, other) for other in persons):
                persons.append(name)
        if len(persons) > 1:
            return ()
        if full - fitting:
            # Somebody else bears the surname: decided on alone, it may have been theirs.
            fitting = {name for name in fitting if len(name) > 1}
        return tuple(each for name in sorted(fitting) for each in listed[name])


def _fits(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names with one surname can be one person's: given names that agree, as far as both have them."""
    firsts = one[0] if len(one) > 1 else "", other[0] if len(other) > 1 else ""
    if not all(firsts):
        return True
    short = min(firsts, key=len).rstrip(".")
    return max(firsts, key=len).startswith(short) if not _whole(short) else firsts[0] == firsts[1]


def _whole(part: str) -> bool:
    return len(part.rstrip(".")) > 1


class Sought:
    """Texts to look for in all the words of a document at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Remembered] = {}
        self._lengths: dict[str, set[int]] = {}

    def add(self, remembered: Remembered, way: tuple[str, ...]) -> None:
        """Look for a text in one way of writing it, in folded words."""
        if way:
            self._known[way] = remembered
            self._lengths.setdefault(way[0], set()).add(len(way))

    def places(self, text: str) -> Iterator[Hit]:
        """Where they stand, of those that begin at one word the longest."""
        shown, known = plain(text), self._lengths
        listed = _WORD.findall(shown)
        starts = [at for at, word in enumerate(listed) if word in known]
        if not starts:
            return
        spans = [match.span() for match in _WORD.finditer(shown)]
        for at in starts:
            for length in sorted(known[listed[at]], reverse=True):
                remembered = self._known.get(tuple(listed[at : at + length]))
                # At the end of a text a shorter way may be met here: it has its own turn.
                place = spans[at : at + length] if remembered is not None else []
                if remembered is None or len(place) < length or not _together(shown, place):
                    continue
                if _cased(text[place[0][0]], remembered):
                    yield Hit(place[0][0], place[-1][1], remembered)
                    break


def _together(shown: str, spans: Sequence[tuple[int, int]]) -> bool:
    return all(_BETWEEN.fullmatch(shown, before[1], after[0]) for before, after in pairwise(spans))


def _cased(first: str, remembered: Remembered) -> bool:
    """A name that is a word too ("Rose", "Nightjar") counts only with its capital."""
    return not remembered.text[:1].isupper() or not first.islower()


def ways(remembered: Remembered, namesakes: Namesakes) -> Iterator[tuple[str, ...]]:
    """How a text may be written where detection did not see it: a name inverted too, its surname alone when rare."""
    if remembered.category is not Category.PERSON:
        said = tuple(_WORD.findall(plain(remembered.text)))
        usual = len(said) == 1 and said[0] in _usual()
        if _telling(remembered.text) and not usual and remembered.category is not Category.DATE_OF_BIRTH:
            yield said
        return
    name = [_WORD.findall(plain(part)) for part in parts_of(remembered.text)]
    if len(name) > 1 and _whole(name[0][0] if name[0] else ""):
        given, surname = [word for part in name[:-1] for word in part], name[-1]
        yield (*given, *surname)
        yield (*surname, *given)
    if name and _is_rare("".join(name[-1])) and namesakes.meant(parts_of(remembered.text)[-1:]):
        yield tuple(name[-1])


def _is_rare(surname: str) -> bool:
    """Whether a surname is no word, place or given name besides."""
    return len(surname) >= _SHORTEST and surname not in _usual()


@cache
def _usual() -> frozenset[str]:
    known = words()
    return known.ordinary | known.common | known.ambiguous | known.places | known.things | known.given
