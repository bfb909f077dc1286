# SPDX-License-Identifier: MIT
"""Thousands of cue patterns at the cost of few: each is tried only at words that begin as it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

HEAD = 3
"""How many signs of a beginning are looked up."""
_SEEN = 6
"""How many signs of a word are looked at before a pattern is tried."""
_REMEMBERED = 50_000
_WORD = re.compile(r"\w+")
_CLASS = re.compile(r"\[([^\]\\^-]+)\]")
_LETTER = re.compile(r"[^\W\d_]|[' -]")


def heads(pattern: str, length: int = HEAD) -> set[str] | None:
    """Every way a match of the pattern can begin, as far as letters go; None when it may begin with anything."""
    try:
        found = set(_expand(pattern, "", length))
    except _UnknownBeginningError:
        return None
    return found if found and all(found) else None


class _UnknownBeginningError(Exception):
    """The pattern opens with something that is not a plain letter."""


def _expand(pattern: str, head: str, length: int) -> Iterator[str]:
    if len(head) >= length or not pattern:
        yield head
        return
    if pattern.startswith(r"\b"):
        yield from _expand(pattern[2:], head, length)
        return
    choices, rest = _first(pattern)
    if choices is None:
        if not head:
            raise _UnknownBeginningError
        yield head
        return
    if rest.startswith("?"):
        rest = rest[1:]
        yield from _expand(rest, head, length)
    elif rest[:1] in {"*", "+", "{"}:
        if not head:
            raise _UnknownBeginningError
        yield head
        return
    for choice in choices:
        yield from (
            _expand(choice + rest, head, length)
            if len(choice) > 1
            else _expand(rest, head + choice.lower(), length)
        )


def _first(pattern: str) -> tuple[list[str] | None, str]:
    """The alternatives of the pattern's first item, and what follows it; None for an item that is not letters."""
    if pattern.startswith("(?:"):
        end = closing(pattern)
        inner, rest = pattern[3:end], pattern[end + 1 :]
        return [choice or "" for choice in alternatives(inner)], rest
    group = _CLASS.match(pattern)
    if group:
        return list(group.group(1)), pattern[group.end() :]
    if _LETTER.match(pattern):
        return [pattern[0]], pattern[1:]
    return None, pattern


def _class_end(pattern: str, position: int) -> int:
    """Where the class that opens here ends."""
    position += 2 if pattern.startswith("[^", position) else 1
    position += pattern.startswith("]", position)
    while pattern[position] != "]":
        position += 2 if pattern[position] == "\\" else 1
    return position


def closing(pattern: str) -> int:
    """Where the bracket that opens the pattern closes."""
    depth = 0
    position = 0
    while position < len(pattern):
        sign = pattern[position]
        if sign == "\\":
            position += 1
        elif sign == "[":
            position = _class_end(pattern, position)
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
            if not depth:
                return position
        position += 1
    raise _UnknownBeginningError


def alternatives(inner: str) -> list[str]:
    """The pattern cut at its outermost bars."""
    parts, depth, start, position = [], 0, 0, 0
    while position < len(inner):
        sign = inner[position]
        if sign == "\\":
            position += 1
        elif sign == "[":
            position = _class_end(inner, position)
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif sign == "|" and not depth:
            parts.append(inner[start:position])
            start = position + 1
        position += 1
    return [*parts, inner[start:]]


@dataclass(frozen=True, slots=True)
class _Cue:
    """The cues of one key that share a beginning; `openings` are all the ways they go on."""

    key: str
    pattern: re.Pattern[str]
    openings: tuple[str, ...]


@dataclass
class CueIndex:
    """Cues under keys; `matches` counts, for each key, the different matches in a text."""

    _cues: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    _compiled: dict[str, tuple[_Cue, ...]] = field(default_factory=dict)
    _possible: dict[str, tuple[_Cue, ...]] = field(default_factory=dict)
    _anywhere: dict[str, list[str]] = field(default_factory=dict)
    _search: dict[str, re.Pattern[str]] = field(default_factory=dict)

    def add(self, key: str, cues: Iterable[str]) -> None:
        """Put cues under a key."""
        for cue in cues:
            for whole in alternatives(cue):
                begins = heads(whole)
                if begins is None:
                    self._anywhere.setdefault(key, []).append(whole)
                    continue
                for head in begins:
                    self._cues.setdefault(head, {}).setdefault(key, []).append(whole)

    def matches(self, text: str) -> Mapping[str, set[str]]:
        """The different matches of each key's cues, lower case, those that overlap counted once."""
        found: dict[str, set[str]] = {}
        ends: dict[str, int] = {}
        lowered = text.lower()
        known = self._possible
        for word in _WORD.finditer(lowered):
            start = word.start()
            opening = lowered[start : start + _SEEN]
            for cue in known[opening] if opening in known else self._may_be(opening):
                if ends.get(cue.key, 0) > start:
                    continue
                match = cue.pattern.match(text, start)
                if match is not None:
                    ends[cue.key] = match.end()
                    found.setdefault(cue.key, set()).add(match.group().lower())
        for key, search in self._fallback().items():
            found.setdefault(key, set()).update(match.group().lower() for match in search.finditer(text))
        return found

    def _may_be(self, opening: str) -> tuple[_Cue, ...]:
        """The patterns that may match where a word opens so; remembered, for the same few words come again and again."""
        if len(self._possible) >= _REMEMBERED:
            self._possible.clear()
        made = tuple(
            cue
            for length in range(1, HEAD + 1)
            for cue in self._at(opening[:length])
            if len(opening) >= length and opening.startswith(cue.openings)
        )
        self._possible[opening] = made
        return made

    def _at(self, head: str) -> tuple[_Cue, ...]:
        """The patterns that may begin so, compiled when first needed."""
        if head not in self._cues:
            return ()
        if head not in self._compiled:
            self._compiled[head] = tuple(
                _Cue(
                    key,
                    re.compile(rf"(?:{'|'.join(cues)})(?!\w)", re.IGNORECASE),
                    tuple({opening for cue in cues for opening in heads(cue, _SEEN) or ()}),
                )
                for key, cues in self._cues[head].items()
            )
        return self._compiled[head]

    def _fallback(self) -> Mapping[str, re.Pattern[str]]:
        if len(self._search) != len(self._anywhere):
            self._search = {
                key: re.compile(rf"(?<!\w)(?:{'|'.join(cues)})(?!\w)", re.IGNORECASE)
                for key, cues in self._anywhere.items()
            }
        return self._search
