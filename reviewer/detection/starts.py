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
_CODE = re.compile(r"((?:\[[A-Z-]+\](?:\{\d\})?)+)((?: \?|-\?|\[ -\]\??| )*)")
_LETTERS = re.compile(r"\](?:\{(\d)\})?")
_CODE_BEFORE = re.compile(r"(?<!\w)[^\W\d_]{1,6}[ -]{0,2}$")
_MOST_LETTERS, _MOST_BETWEEN = 6, 2
NUMBER, CODE = "0", "#"
"""Beginnings that are no word's: a number, and a few letters with a number after them ("K1A", "AB 123")."""
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
        """Where words begin with one, two or three signs; where numbers and codes do."""
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
            found[head] = sorted([*found.get(head, ()), *places])
        found[NUMBER], found[CODE] = self.numbers, list(self._codes())
        return found

    def _codes(self) -> Iterator[int]:
        for number in self.numbers:
            code = _CODE_BEFORE.search(self._text, max(0, number - _MOST_LETTERS - _MOST_BETWEEN), number)
            if code is not None:
                yield code.start()

    def words(self, beginnings: Iterable[str]) -> list[int]:
        """Where a word begins in one of these ways, in order."""
        # Whichever are fewer are gone through: most patterns have nothing to look for in a short text.
        known = self._words.keys() & beginnings
        if len(known) == 1:
            return self._words[known.pop()]
        return sorted({place for head in known for place in self._words[head]}) if known else []


class Sought:
    """A pattern that knows where to look."""

    def __init__(self, regex: re.Pattern[str]) -> None:
        self.regex = regex
        ways = [_begins(each) for each in alternatives(_NAMED.sub("(?:", regex.pattern))]
        self._heads = frozenset(head for way in ways for head in way or ()) if all(ways) else frozenset()
        self._has_words = not self._heads <= {NUMBER, CODE}

    def places(self, starts: Starts) -> list[int] | None:
        """Where a match may begin; None when it may be anywhere."""
        if not self._heads or (self._has_words and not starts.plain):
            return None
        return starts.words(self._heads)

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
    """How a match begins: heads of words, NUMBER, CODE; None when it cannot be told."""
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
        return frozenset({NUMBER})
    return _opens_word(pattern) if word else None


def _opens_word(pattern: str) -> frozenset[str] | None:
    """How a pattern begins that stands where a word or a number does."""
    if _opens_with_digit(pattern):
        return frozenset({NUMBER})
    if _opens_with_code(pattern):
        return frozenset({CODE})
    known = heads(pattern)
    if known and all(head[0].isalpha() for head in known):
        return frozenset(known)
    if not pattern.startswith("(?:"):
        return None
    end = closing(pattern)
    rest = pattern[end + 1 :]
    if rest.startswith(("?", "*", "+", "{")):
        return None
    ways = [_opens_word(way + rest) for way in alternatives(pattern[3:end])]
    return frozenset(head for way in ways for head in way or ()) if all(ways) else None


def _opens_with_code(pattern: str) -> bool:
    """Whether every match of the pattern begins with a few letters, and a number after them."""
    code = _CODE.match(pattern)
    if code is None or not _opens_with_digit(pattern[code.end() :]):
        return False
    letters = sum(int(often.group(1) or 1) for often in _LETTERS.finditer(code.group(1)))
    between = len(re.findall(r"\]| \??|-\?", code.group(2).replace("[ -]", "]")))
    return letters <= _MOST_LETTERS and between <= _MOST_BETWEEN


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
