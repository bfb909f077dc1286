# SPDX-License-Identifier: MIT
"""What one adversarial document is: its bytes, its secrets, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from tests.corpus.docx.pack import line


class Outcome(StrEnum):
    """FOUND: the secret is in a story. DROPPED: in none, and never copied. REFUSED: an error at reading."""

    FOUND = "found"
    DROPPED = "dropped"
    REFUSED = "refused"


@dataclass(frozen=True)
class Words:
    """Invented words in one language; `secret` is in two tokens so that it can be cut between them."""

    tag: str
    first: str
    last: str
    keep: str

    @property
    def secret(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def kept(self) -> str:
        """Two paragraphs that must survive, before and after."""
        return line(self.keep)


EN = Words("en", "Harriet", "Quillfeather", "The orchard survey went ahead as planned in the spring.")
FR = Words("fr", "Éloïse", "Tréchouinard", "L’inventaire du verger s’est déroulé comme prévu au printemps.")


@dataclass(frozen=True)
class Case:
    """One file. `kind` is the kind of story that must hold the secret, when it is found."""

    name: str
    words: Words
    data: bytes
    outcome: Outcome = Outcome.FOUND
    kind: str = ""
    secrets: tuple[str, ...] = ()
    keep: tuple[str, ...] = field(default=())
    keep_images: bool = False

    @property
    def id(self) -> str:
        return f"{self.name}-{self.words.tag}"

    @property
    def hidden(self) -> tuple[str, ...]:
        return self.secrets or (self.words.secret,)


Maker = Callable[[Words], Case]
MAKERS: list[Maker] = []


def maker(function: Maker) -> Maker:
    """Register a function that makes a case."""
    MAKERS.append(function)
    return function
