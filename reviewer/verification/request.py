# SPDX-License-Identifier: MIT
"""What the gate is asked: the terms that must not be found, and what was disclosed on purpose."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from reviewer.model.document import Format, Language, StoryKind


@dataclass(frozen=True, slots=True)
class Allowance:
    """Occurrences of a term that a person explicitly disclosed in stories of one kind.

    `page` is the page of the source (None: anywhere in stories of that kind).
    """

    kind: StoryKind
    page: int | None
    count: int


@dataclass(frozen=True, slots=True)
class Term:
    """A withheld text. `token` marks a lone word of a withheld name: it is listed, it does not block."""

    text: str
    token: bool = False
    allowed: tuple[Allowance, ...] = ()


@dataclass(frozen=True, slots=True)
class GateRequest:
    """All that the gate knows beside the bytes. `labels` are separators, unless one repeats a term.

    `placeholders` are constant words of the program in the place of what was dropped ("[image removed]"): separators
    whatever is withheld, for they stand there in every copy.

    `title` is the only title the copy may bear. `pages` is how many pages the source has: what a PDF copy has more
    is the reader's note, which stands before the source's first page.
    """

    format: Format
    terms: tuple[Term, ...]
    labels: tuple[str, ...]
    language: Language
    title: str
    pages: int | None = None
    placeholders: tuple[str, ...] = ()

    def to_json(self) -> str:
        """One line of JSON; it holds withheld text and only ever travels over a pipe."""
        return json.dumps(
            {
                "format": self.format,
                "terms": [_term_out(term) for term in self.terms],
                "labels": self.labels,
                "language": self.language,
                "title": self.title,
                "pages": self.pages,
                "placeholders": self.placeholders,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> GateRequest:
        """The request again. Raises ValueError, KeyError or TypeError when the form is not right."""
        raw: dict[str, Any] = json.loads(text)
        return cls(
            Format(raw["format"]),
            tuple(_term_in(each) for each in raw["terms"]),
            tuple(raw["labels"]),
            Language(raw["language"]),
            raw["title"],
            raw["pages"],
            tuple(raw["placeholders"]),
        )


def _term_out(term: Term) -> list[Any]:
    return [term.text, term.token, [[each.kind, each.page, each.count] for each in term.allowed]]


def _term_in(raw: list[Any]) -> Term:
    text, token, allowed = raw
    return Term(text, token, tuple(Allowance(StoryKind(kind), page, count) for kind, page, count in allowed))
