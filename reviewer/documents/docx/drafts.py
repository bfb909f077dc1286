# SPDX-License-Identifier: MIT
"""Stories as they are collected: text, and for each character the element or attribute it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from reviewer.documents.docx.package import Package, Part
from reviewer.documents.ocr import PlacedWord, Turn
from reviewer.documents.pictures import Crop
from reviewer.model.document import StoryKind

Holder = tuple[Element, str]
"""What holds characters: an element's text (attribute "") or one of its attributes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`length` characters of a story, from `start` on, that one holder has."""

    holder: Holder
    start: int
    length: int


@dataclass
class Draft:
    """A story while it is being read. Separators belong to no piece: they stand in no element."""

    id: str
    kind: StoryKind
    part: Part
    visible: bool = True
    pieces: list[Piece] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """The characters so far."""
        return "".join(self._texts)

    def write(self, element: Element, text: str, attribute: str = "") -> None:
        """Add characters that an element, or one of its attributes, holds."""
        if text:
            self.pieces.append(Piece((element, attribute), self.length, len(text)))
            self.separate(text)

    def separate(self, characters: str) -> None:
        """Add synthetic characters."""
        self._texts.append(characters)
        self.length += len(characters)


@dataclass
class Image:
    """A picture as the document shows it: its question, its bytes' part, what is cropped away (in 100,000ths).

    `turns` is how the document turns it. `readable` tells whether it can be decoded, `story` names the words in it,
    None while nobody has read them.
    """

    problem: str
    part: str
    crop: Crop
    turns: list[Turn] = field(default_factory=list)
    readable: bool = True
    story: str | None = None
    text: str = ""
    words: tuple[PlacedWord, ...] = ()

    def adopt(self, other: Image) -> None:
        """Take over what was read in the same picture."""
        self.readable, self.story = other.readable, other.story
        self.text, self.words = other.text, other.words


@dataclass(frozen=True, slots=True)
class Link:
    """An external link: its address as written and the story that shows it."""

    target: str
    story: str


@dataclass
class Reading:
    """All that reading a package finds. The writer copies nothing that is not in here.

    `told` names the story of parts that no copy has: what is embedded twice is told once.
    """

    package: Package
    drafts: list[Draft] = field(default_factory=list)
    dropped: set[Element] = field(default_factory=set)
    passed_over: set[Element] = field(default_factory=set)
    pictures: dict[Element, Image] = field(default_factory=dict)
    images: dict[tuple[str, Crop], Image] = field(default_factory=dict)
    objects: dict[Element, str] = field(default_factory=dict)
    object_stories: dict[str, str] = field(default_factory=dict)
    charts: dict[str, str] = field(default_factory=dict)
    told: dict[tuple[str, ...], str | None] = field(default_factory=dict)
    redrawn: set[str] = field(default_factory=set)
    faint: list[tuple[Draft, int, int]] = field(default_factory=list)
    links: dict[Element, Link] = field(default_factory=dict)
    page_fields: dict[Element, str] = field(default_factory=dict)
    field_ends: dict[Element, Element] = field(default_factory=dict)
    field_starts: dict[Element, Element] = field(default_factory=dict)
    notes: dict[StoryKind, list[str]] = field(default_factory=dict)
    changes: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    _numbers: Counter[str] = field(default_factory=Counter)
    _referred: set[tuple[StoryKind, str]] = field(default_factory=set)

    def begin(
        self, kind: StoryKind, part: Part, *where: str, visible: bool = True, number: bool = True
    ) -> Draft:
        """A new story; its id is `kind[:where][:n]`."""
        stem = ":".join((kind, *where))
        self._numbers[stem] += 1
        draft = Draft(f"{stem}:{self._numbers[stem]}" if number else stem, kind, part, visible)
        self.drafts.append(draft)
        return draft

    def refer(self, kind: StoryKind, number: str) -> None:
        """The text refers to a note, which then has its place in the order of the first references."""
        if (kind, number) not in self._referred:
            self._referred.add((kind, number))
            self.notes.setdefault(kind, []).append(number)

    def object_problem(self, element: Element, sort: str) -> str:
        """Note something that bears text or pictures and is asked about; the answer's id."""
        self._numbers[f"object:{sort}"] += 1
        self.objects[element] = f"object:{sort}:{self._numbers[f'object:{sort}']}"
        return self.objects[element]

    def note_faint(self, draft: Draft, text: str) -> None:
        """Characters that a draft gets next can hardly be seen; neighbours are one passage."""
        start, end = draft.length, draft.length + len(text)
        last = self.faint[-1] if self.faint else None
        if last is not None and last[0] is draft and last[2] == start:
            self.faint[-1] = (draft, last[1], end)
        elif text.strip():
            self.faint.append((draft, start, end))

    def holders(self) -> Iterator[tuple[Draft, Piece]]:
        """Every piece with its story."""
        for draft in self.drafts:
            for piece in draft.pieces:
                yield draft, piece
