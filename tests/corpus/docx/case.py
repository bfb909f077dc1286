# SPDX-License-Identifier: MIT
"""What one adversarial document is: its bytes, its secrets, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tests.corpus.docx.pack import line, package


class Outcome(StrEnum):
    """FOUND: the secret is in a story. DROPPED: in none, and never copied. REFUSED: an error at reading."""

    FOUND = "found"
    DROPPED = "dropped"
    REFUSED = "refused"


class Surface(StrEnum):
    """Where text hides in a Word document; each has two files or more in each language."""

    RUNS = "runs split anywhere"
    TABLES = "tables, nested and merged"
    HEADERS = "headers and footers"
    NOTES = "footnotes and endnotes"
    COMMENTS = "comments and their parts"
    REVISIONS = "tracked changes"
    CHANGE_RECORDS = "records of changed formatting"
    FIELDS = "fields"
    LINKS = "links"
    CONTROLS = "content controls"
    GLOSSARY = "glossary and building blocks"
    TEXT_BOXES = "text boxes and WordArt"
    OBJECTS = "charts, diagrams, objects, chunks"
    IMAGES = "pictures"
    VECTOR = "vector pictures and other kinds"
    ALT_TEXT = "alternative texts, titles, names of shapes"
    LINKED = "linked pictures, templates, paths"
    ATOMS = "equations, symbols, ruby, breaks inside"
    BOOKMARKS = "bookmark names and caches"
    HIDDEN = "hidden, white and tiny text"
    PROPERTIES = "properties, thumbnail, labels"
    CUSTOM_XML = "custom XML"
    SETTINGS = "settings"
    NAMES = "names of styles, lists, fonts, themes"
    FORMS = "form fields, macros, controls, signatures"
    XML = "markup, namespaces, encodings"
    ZIP = "the ZIP container"
    UNICODE = "characters in disguise"
    TOGETHER = "several surfaces at once"
    REFUSED = "not a document to open"


@dataclass(frozen=True)
class Words:
    """Invented words in one language; `secret` is in two tokens so that it can be cut between them."""

    tag: str
    first: str
    last: str
    keep: str
    form: str = "name"

    @property
    def secret(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def kept(self) -> str:
        """A paragraph that must survive."""
        return line(self.keep)


EN = Words("en", "Harriet", "Quillfeather", "The orchard survey went ahead as planned in the spring.")
FR = Words("fr", "Éloïse", "Tréchouinard", "L’inventaire du verger s’est déroulé comme prévu au printemps.")
EN_NUMBER = Words("en", "613", "555-0142", EN.keep, "number")
FR_NUMBER = Words("fr", "046", "454 286", FR.keep, "number")


@dataclass(frozen=True)
class Case:
    """One file. `kind` is the kind of story that must hold the secret, when it is found."""

    name: str
    words: Words
    data: bytes
    outcome: Outcome = Outcome.FOUND
    kind: str = ""
    secrets: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    keep_images: bool = False
    error: str = ""
    """The class of the refusal, when the file or its copy is refused."""
    pages: bool = True
    """Whether LibreOffice can open it; where it cannot open the source, it cannot open the copy either."""

    @property
    def id(self) -> str:
        number = "" if self.words.form == "name" else f"-{self.words.form}"
        return f"{self.name}{number}-{self.words.tag}"

    @property
    def hidden(self) -> tuple[str, ...]:
        return self.secrets or (self.words.secret,)


Maker = Callable[[Words], Case]


@dataclass(frozen=True)
class Recipe:
    """A function that makes a case, the surface it is about, and whether a number is tried too."""

    make: Maker
    surface: Surface
    numbers: bool

    @property
    def words(self) -> tuple[Words, ...]:
        return (EN, FR, EN_NUMBER, FR_NUMBER) if self.numbers else (EN, FR)


RECIPES: list[Recipe] = []


def maker(surface: Surface, *, numbers: bool = False) -> Callable[[Maker], Maker]:
    """Register a function that makes a case, for each language; with `numbers` also for a secret of digits."""

    def register(function: Maker) -> Maker:
        RECIPES.append(Recipe(function, surface, numbers))
        return function

    return register


def in_body(name: str, words: Words, content: str, **options: object) -> Case:
    """A case whose surface is in the body, between two paragraphs that stay."""
    options.setdefault("kind", "body")
    return Case(name, words, package(words.kept + content + line("...")), **options)  # type: ignore[arg-type]
