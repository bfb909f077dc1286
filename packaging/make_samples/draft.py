# SPDX-License-Identifier: MIT
"""Reads one file of content/: the words of a sample, with marks that say what in them is sensitive.

A content file is `key: value` lines, a line `---`, then one block a line. The marks:

    {{ground|text}}                 text to withhold, with the ground for it
    {+text+}  {-text-}  {~text~}    tracked insertion, tracked deletion, hidden text
    {^n}  {#n|text}  {@uri|text}    footnote n, anchor of comment n, link
    # ## | - 1. !image !figure      heading, table row, bullet, number, picture, drawing
    @fr (before the text)           this block is in French
    %header %footer %comment %footnote %outline %note %image %extra    what is not in the body
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SECRET = re.compile(r"\{\{([^|{}]+)\|(.*?)\}\}", re.DOTALL)
INLINE = re.compile(
    r"\{\+(?P<inserted>.*?)\+\}|\{-(?P<deleted>.*?)-\}|\{~(?P<hidden>.*?)~\}|\{\^(?P<footnote>\d)\}"
    r"|\{@(?P<uri>[^|]*)\|(?P<link>.*?)\}|\{#(?P<anchor>\d)\|(?P<comment>.*?)\}"
)
# Before : ; ! ? » and $ %, after «, inside an amount of money, around the h of a time of day.
NO_BREAK_PLACE = re.compile(
    r" (?=[:;!?»](?:\s|$))| (?=[$%](?:\W|$))|(?<=«) |(?<=\d) (?=\d{3},\d\d )|(?<=\d) (?=h\b)|(?<=\d h) (?=\d)"
)
NO_BREAK_SPACE = "\u00a0"


class Kind(StrEnum):
    """What a block or a piece of a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ROW = "row"
    BULLET = "bullet"
    NUMBER = "number"
    PICTURE = "picture"
    DRAWING = "drawing"
    TEXT = "text"
    INSERTED = "inserted"
    DELETED = "deleted"
    HIDDEN = "hidden"
    FOOTNOTE = "footnote"
    LINK = "link"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block that is of one kind; `value` is the link's target or the number of a note."""

    kind: Kind
    text: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, picture or table row (then `cells` holds its cells)."""

    kind: Kind
    language: str
    pieces: tuple[Piece, ...] = ()
    cells: tuple[tuple[Piece, ...], ...] = ()
    level: int = 0

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that must not leave, and the ground on which they are withheld."""

    term: str
    ground: str


@dataclass(slots=True)
class Draft:
    """A content file, read: its facts, its blocks, its notes, its secrets."""

    facts: dict[str, str]
    plain: str = ""
    blocks: list[Block] = field(default_factory=list)
    extras: dict[str, list[str]] = field(default_factory=dict)
    secrets: list[Secret] = field(default_factory=list)
    pictured: list[Secret] = field(default_factory=list)

    def strip_secrets(self, text: str, *, pictured: bool = False) -> str:
        """The text without its secret marks; what they mark is noted."""
        into = self.pictured if pictured else self.secrets
        for ground, term in SECRET.findall(text):
            secret = Secret(" ".join(re.split(r"[ \n]+", term)), ground)
            if secret not in into:
                into.append(secret)
        return SECRET.sub(lambda match: match.group(2), text)

    def values(self, key: str) -> list[str]:
        """A fact that is a list, written with semicolons."""
        return [value.strip() for value in self.facts.get(key, "").split(";") if value.strip()]


def read(path: Path) -> Draft:
    """Read a content file."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    draft = Draft(dict(line.split(": ", 1) for line in head.splitlines()))
    if draft.facts["file"].endswith((".txt", ".md")):
        draft.plain = draft.strip_secrets(body)
        return draft
    for line in filter(None, body.splitlines()):
        _read_line(draft, line)
    return draft


def _read_line(draft: Draft, line: str) -> None:
    if not line.startswith("%"):
        draft.blocks.append(_block(draft, line))
        return
    key, _, rest = line[1:].partition(" ")
    if key == "extra":
        ground, _, term = rest.partition("|")
        draft.secrets.append(Secret(term, ground))
        return
    if draft.facts["language"] == "fr":
        rest = french_spaces(rest)
    draft.extras.setdefault(key, []).append(draft.strip_secrets(rest, pictured=key == "image"))


def _block(draft: Draft, line: str) -> Block:
    language = draft.facts["language"]
    if "@fr " in line:
        language, line = "fr", line.replace("@fr ", "", 1)
    if language == "fr":
        line = french_spaces(line)
    line = draft.strip_secrets(line)
    if line.startswith("| "):
        cells = tuple(pieces(cell.strip()) for cell in re.sub(r"^\| | \|$", "", line).split(" |"))
        return Block(Kind.ROW, language, cells=cells)
    for pattern, kind in (
        (r"(#+) ", Kind.HEADING),
        (r"- ", Kind.BULLET),
        (r"\d+\. ", Kind.NUMBER),
        (r"!image ?", Kind.PICTURE),
        (r"!figure ?", Kind.DRAWING),
    ):
        if match := re.match(pattern, line):
            level = len(match.group(1)) if kind is Kind.HEADING else 0
            return Block(kind, language, pieces(line[match.end() :]), level=level)
    return Block(Kind.PARAGRAPH, language, pieces(line))


def pieces(text: str) -> tuple[Piece, ...]:
    """Cut a text at its inline marks."""
    found, at = [], 0
    for match in INLINE.finditer(text):
        if match.start() > at:
            found.append(Piece(Kind.TEXT, text[at : match.start()]))
        found.append(_piece(match))
        at = match.end()
    if text[at:]:
        found.append(Piece(Kind.TEXT, text[at:]))
    return tuple(found)


def _piece(match: re.Match[str]) -> Piece:
    groups = match.groupdict()
    if groups["footnote"]:
        return Piece(Kind.FOOTNOTE, "", groups["footnote"])
    value = groups["uri"] or groups["anchor"] or ""
    kind = next(k for k in Kind if k is not Kind.FOOTNOTE and groups.get(k.value) is not None)
    return Piece(kind, groups[kind.value], value)


def french_spaces(text: str) -> str:
    """The no-break spaces of French typography, as a word processor puts them."""
    return NO_BREAK_PLACE.sub(NO_BREAK_SPACE, text)
