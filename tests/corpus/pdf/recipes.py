# SPDX-License-Identifier: MIT
"""What one adversarial PDF is in each language: its bytes, its secrets, and what must come of it. All is invented."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved, text

CLEAN = "clean"
STOPPED = "refused:UnansweredProblem"
"""A page that nobody can read stops the copy until a person answers."""
Box = tuple[int, float, float, float, float]
"""A page (from 1) and a rectangle in its units."""


class Surface(StrEnum):
    """Where text hides in a PDF; each has two files or more in each language."""

    STRINGS = "how strings are written"
    PLACES = "where letters are placed"
    BREAKS = "names over lines, columns, pages, cells"
    LETTERS = "letters in disguise"
    DIGITS = "numbers"
    SIMPLE_FONTS = "simple fonts and their encodings"
    PROGRAMS = "font programs"
    COMPOSITE = "composite fonts and their maps"
    TYPE3 = "fonts drawn by procedures"
    FORMS = "Forms, reused and nested"
    TURNED = "turned text and turned pages"
    PAINT = "patterns, shadings, masks, clips"
    PICTURES = "images and their coding"
    HIDDEN = "text that nobody sees"
    LAYERS = "layers"
    NOTES = "annotations"
    FIELDS = "form fields and signatures"
    MEDIA = "media and three dimensions"
    ACTIONS = "actions and scripts"
    LINKS = "links and destinations"
    BOOKMARKS = "bookmarks, threads, page labels"
    FILES = "attached files"
    PROPERTIES = "properties and private data"
    CATALOG = "entries of the catalogue and of pages"
    TAGS = "structure and replacement texts"
    REVISIONS = "revisions, orphans, bytes beside"
    CODING = "encryption, object streams, filters"
    TOGETHER = "several surfaces at once"
    OFFICE = "exports of office programs"
    BEFORE = "the first set"


@dataclass(frozen=True)
class Words:
    """Invented words in one language."""

    tag: str
    first: str
    last: str
    kept: str
    before: str
    after: str

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def line(self) -> str:
        """A sentence with the name in its middle."""
        return f"{self.before} {self.full} {self.after}"


EN = Words(
    "en", "Harriet", "Quillfeather", "The orchard survey went ahead as planned in the spring",
    "Please call", "about the culvert",
)  # fmt: skip
FR = Words(
    "fr", "Éloïse", "Tréchouinard", "Le relevé du verger a eu lieu comme prévu au printemps",
    "Veuillez joindre", "au sujet du ponceau",
)  # fmt: skip
SIN = "046 454 286"
PHONE = "613-555-0142"


@dataclass(frozen=True)
class Entry:
    """One file. `answers` are a person's; `ocr` says that tesseract must be there to judge it."""

    name: str
    language: str
    surface: str
    data: bytes
    secrets: tuple[str, ...]
    keep: tuple[str, ...]
    boxes: tuple[Box, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    expect: str = CLEAN
    ocr: bool = False

    def row(self) -> dict[str, Any]:
        """The entry of the manifest."""
        return {
            "file": f"{self.name}.pdf",
            "language": self.language,
            "surface": str(self.surface),
            "secrets": self.secrets,
            "keep": self.keep if self.expect == CLEAN else (),
            "boxes": self.boxes,
            "answers": dict(self.answers),
            "expect": self.expect,
            "ocr": self.ocr,
        }


Made = tuple[bytes, Mapping[str, Any]]
Maker = Callable[[Words], bytes | Made]
RECIPES: list[tuple[Surface, Maker]] = []


def maker(surface: Surface) -> Callable[[Maker], Maker]:
    """Register a function that makes a file, for both languages.

    It returns the bytes, and where they differ from the usual: `secrets` (the last name), `keep` (the sentence on top),
    `also` (more words that must stay), `boxes`, `answers`, `expect`, `ocr`.
    """

    def register(function: Maker) -> Maker:
        RECIPES.append((surface, function))
        return function

    return register


def entry(surface: Surface, make: Maker, words: Words) -> Entry:
    """The file of one maker in one language."""
    made = make(words)
    data, given = made if isinstance(made, tuple) else (made, {})
    facts: dict[str, Any] = {"secrets": (words.last,), "keep": (words.kept,), **given}
    facts["keep"] = (*facts["keep"], *facts.pop("also", ()))
    return Entry(f"{make.__name__}-{words.tag}", words.tag, surface, data, **facts)


def opened(words: Words, content: bytes = b"", **resources: Any) -> tuple[Any, Any]:
    """A file with one page, and the page: the sentence that stays, and below it some content."""
    pdf = new_pdf()
    return pdf, add_page(pdf, paragraph(words.kept, top=750) + content, **resources)


def sheet(words: Words, content: bytes = b"", **resources: Any) -> bytes:
    """The bytes of such a file."""
    return saved(opened(words, content, **resources)[0])


def line(words: Words, *, y: float = 600, **options: Any) -> bytes:
    """The sentence with the name."""
    return text(72, y, words.line, **options)


def literal(words: str, coding: str = "cp1252") -> bytes:
    """A string as the content stream writes it, in hexadecimal."""
    return b"<" + words.encode(coding).hex().encode() + b">"
