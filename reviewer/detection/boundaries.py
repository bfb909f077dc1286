# SPDX-License-Identifier: MIT
"""Where a name begins and ends: titles, possessives, line ends and small words are cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.detection import institutions
from reviewer.detection.nameshapes import LED
from reviewer.detection.namewords import INITIALS, RUN, TOKEN, bare, fold, words

_PIECE = re.compile(rf"{INITIALS}|{TOKEN}|[\w'-]+")
_EDGES = " \t\n\"'.,;:()[]<>-/*_|"
_FAMILY = re.compile(r"\b(?:famille|family) $")
_OPENING = re.compile(r"(?:[Ll][ea] |[Ff]amille |[Ff]amily )")
_PARTICLE = re.compile(r"De|Du|Des|Di|Da|Del|Della|Van|Von|Le|La|El|Al|Ben|Bin")
_NEXT = re.compile(rf" {TOKEN}")
_DATES = frozenset({"thu", "mai", "mon", "jan", "sun", "sat"})
_JOINED = re.compile(r"(?:al|el|as|ash|ad|an|ar|ul)-\w")
"""A particle and its name in one: al-Rashid."""
_SUFFIX = re.compile(r",? (?:fils|père|[Jj]r\.?|[Ss]r\.|III|II|IV)(?![\w.])")
_SHORT = 4
"""An ordinary word shorter than this may be part of a name (Van, Le, An): it never cuts one in two."""


def split_run(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a capitalised run once titles and ordinary words are cut away."""
    title = words().title_start.match(text, start, end)
    if title:
        start = title.end()
    elif (led := LED.match(text, start, end)) and not words().is_name(fold(led.group().strip())):
        start = led.end()
    parts: list[re.Match[str]] = []
    capitals = text[start:end].isupper()
    for piece in _PIECE.finditer(text, start, end):
        folded = bare(fold(piece.group()))
        alone = all(len(part.group().rstrip(".")) == 1 for part in parts)
        if not capitals and piece.group() in institutions.acronyms():
            if parts and not alone:
                yield from _joined(text, parts)
            parts = []
            continue
        joins = (
            bool(parts)
            and _PARTICLE.fullmatch(piece.group())
            and _NEXT.match(text, piece.end(), end) is not None
        )
        joins = joins or (not parts and _opens_name(text, piece, folded, end))
        if folded in words().ordinary and not joins and (alone or len(folded) >= _SHORT):
            if parts and not alone:
                yield from _joined(text, parts)
            parts = []
            continue
        parts.append(piece)
    if parts:
        yield from _joined(text, parts)


def _opens_name(text: str, piece: re.Match[str], folded: str, end: int) -> bool:
    """Whether a short day or month is a given name: "Thu Ha Vo", "Mai Lan Truong"."""
    if len(folded) > _SHORT - 1 or folded not in _DATES:
        return False
    after = [fold(word) for word in _PIECE.findall(text, piece.end(), end)]
    return len(after) > 1 and all(
        word not in words().ordinary and word not in words().things for word in after
    )


def repair(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A model's place with its edges put right; None when nothing like a name is left."""
    cut = re.search(r"[\n\t]", text[start:end])
    if cut:
        end = start + cut.start()
    while end > start and (text[end - 1] in _EDGES and not re.search(rf"{INITIALS}$", text[start:end])):
        end -= 1
    while start < end and text[start] in _EDGES:
        start += 1
    if text[start:end].endswith("'s"):
        end -= 2
    for match in RUN.finditer(text, start, end):
        for first, last in split_run(text, *match.span()):
            return first, last
    return None


def without_title(text: str, start: int, end: int) -> tuple[int, int]:
    """A place less the title that opens it."""
    title = words().title_start.match(text, start, end)
    return (title.end() if title and title.end() < end else start), end


def suffix_length(after: str) -> int:
    """How many signs of what follows still belong to the name: "Marcoux fils", "Ward Jr."."""
    suffix = _SUFFIX.match(after)
    return suffix.end() if suffix else 0


def title_at(name: str) -> int:
    """Where a name begins behind its titles."""
    start = 0
    while match := _OPENING.match(name, start) or words().title_start.match(name, start):
        start = match.end()
    return start


def title_length(before: str) -> int:
    """How many signs of what stands before are the name's title: it tells sex and rank, so it goes with the name."""
    title = words().title_before.search(before) or _FAMILY.search(before)
    if title is None:
        return 0
    article = re.search(r"\b[Ll][ea] $", before[: title.start()])
    return len(before) - (article.start() if article and title.group()[0].islower() else title.start())


def _joined(text: str, parts: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    while parts and parts[-1].group()[0].islower() and not _JOINED.match(parts[-1].group()):
        parts.pop()
    while parts and parts[0].group()[0].islower():
        parts.pop(0)
    if parts:
        yield parts[0].start(), parts[-1].end()
