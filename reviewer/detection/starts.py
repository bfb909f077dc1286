# SPDX-License-Identifier: MIT
"""Patterns tried only where they can begin: at a word that opens as they do, or at a number. The matches are the same.

Two hundred patterns over a text cost two hundred readings of it; here it is read once, and each pattern looks at its places.
A pattern whose beginning is not plainly a word's or a number's is searched for as always.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from reviewer.detection.cues import HEAD, alternatives, closing, heads

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_ODD = re.compile("[ſıİ]")
"""Letters that are s or i to a pattern that ignores case, and something else in small letters."""
_LOOK = re.compile(r"\(\?<?[!=]")
_NOT_AFTER = re.compile(r"\(\?<!(?:(\\[wd])|\[([^\]^][^\]]*)\])\)")
_NAMED = re.compile(r"\(\?P<\w+>")
_DIGIT = re.compile(r"(?:\\d|[0-9]|\[(?:\\d|[0-9](?:-[0-9])?)+\])(?P<often>[?*]|\{0?,|\{\d+(?:,\d*)?\}|\+)?")


def plain(text: str) -> bool:
    """Whether small letters tell the same of a text as a pattern that ignores case."""
    return _ODD.search(text) is None


class Starts:
    """The places of a text where words and numbers begin."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def numbers(self) -> list[int]:
        """Where a run of digits begins."""
        return [match.start() for match in _NUMBER.finditer(self._text)]

    @cached_property
    def plain(self) -> bool:
        """Whether small letters tell the same as a pattern that ignores case."""
        return plain(self._text)

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """Where words begin with one, two or three signs."""
        found: dict[str, list[int]] = {}
        lowered = self._text.lower()
        for match in _WORD.finditer(lowered):
            start = match.start()
            found.setdefault(lowered[start : start + HEAD], []).append(start)
        longer: dict[str, list[int]] = {}
        for head, places in found.items():
            for length in range(1, len(head)):
                longer.setdefault(head[:length], []).extend(places)
        for head, places in longer.items():
            found.setdefault(head, []).extend(places)
        return found

    def words(self, beginnings: Iterable[str]) -> list[int]:
        """Where a word begins in one of these ways, in order."""
        # Whichever are fewer are gone through: most patterns have nothing to look for in a short text.
        known = self._words.keys() & beginnings
        return sorted({place for head in known for place in self._words[head]}) if known else []


class Sought:
    """A pattern that knows where to look."""

    def __init__(self, regex: re.Pattern[str]) -> None:
        self.regex = regex
        ways = [_begins(each) for each in alternatives(_NAMED.sub("(?:", regex.pattern))]
        self._numbers = all(way is not None and not way for way in ways)
        self._heads = frozenset(head for way in ways for head in way or ()) if all(ways) else frozenset()

    def places(self, starts: Starts) -> list[int] | None:
        """Where a match may begin; None when it may be anywhere."""
        if self._numbers:
            return starts.numbers
        return starts.words(self._heads) if self._heads and starts.plain else None

    def finditer(self, text: str, starts: Starts) -> Iterator[re.Match[str]]:
        """All matches in the text, as `finditer` of the pattern gives them."""
        places = self.places(starts)
        if places is None:
            yield from self.regex.finditer(text)
            return
        free = 0
        for start in places:
            if start >= free and (match := self.regex.match(text, start)):
                free = match.end()
                yield match


def _begins(pattern: str) -> frozenset[str] | None:
    """How a match begins: heads of words, nothing when with a number, None when it cannot be told."""
    word = number = False
    while True:
        if pattern.startswith(r"\b"):
            word = number = True
            pattern = pattern[2:]
        elif _LOOK.match(pattern):
            # What stands around only forbids or demands more; some of it says that no word or number goes on here.
            if behind := _NOT_AFTER.match(pattern):
                signs = behind.group(1) or behind.group(2)
                word |= r"\w" in signs
                number |= r"\w" in signs or r"\d" in signs
            pattern = pattern[closing(pattern) + 1 :]
        else:
            break
    if number and _opens_with_digit(pattern):
        return frozenset()
    known = heads(pattern) if word else None
    return frozenset(known) if known and all(head[0].isalpha() for head in known) else None


def _opens_with_digit(pattern: str) -> bool:
    """Whether every match of the pattern begins with a digit."""
    if pattern.startswith("(?:"):
        end = closing(pattern)
        rest = pattern[end + 1 :]
        if rest.startswith(("*", "{")):
            return False
        inner = alternatives(pattern[3:end])
        ways = [*inner, ""] if rest.startswith("?") else inner
        return all(_opens_with_digit(way + rest.removeprefix("?")) for way in ways)
    digit = _DIGIT.match(pattern)
    if digit is None:
        return False
    often = digit.group("often") or ""
    if often == "?":
        return _opens_with_digit(pattern[digit.end() :])
    return not often.startswith(("*", "{0", "{,"))
