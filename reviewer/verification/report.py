# SPDX-License-Identifier: MIT
"""What the gate answers: places and kinds of what it found, never a word of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reviewer.model.accessibility import Accessibility


class HitKind(StrEnum):
    """Why a place was named."""

    LEAK = "leak"
    DIGITS = "digits"
    TOKEN = "token"  # noqa: S105 - a word of a name, not a password
    STRUCTURE = "structure"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: a part, page, stream or property; `term` is the term's index in the request."""

    kind: HitKind
    place: str
    count: int = 1
    term: int | None = None


@dataclass(frozen=True, slots=True)
class GateReport:
    """All hits and warnings, which readers read the copy, the SHA-256 (hex) of the bytes they read, and what those
    bytes offer to assistive technology (None for a text, and for what could not be read).
    """

    hits: tuple[Hit, ...]
    warnings: tuple[Hit, ...]
    readers: tuple[str, ...]
    digest: str
    accessibility: Accessibility | None = None

    @property
    def clean(self) -> bool:
        """Whether nothing stands against the copy; warnings do not."""
        return not self.hits

    def to_json(self) -> str:
        """One line of JSON, without any text of the document."""
        return json.dumps(
            {
                "hits": [_hit_out(hit) for hit in self.hits],
                "warnings": [_hit_out(hit) for hit in self.warnings],
                "readers": self.readers,
                "digest": self.digest,
                "accessibility": None if self.accessibility is None else self.accessibility.to_facts(),
            }
        )

    @classmethod
    def from_json(cls, text: str) -> GateReport:
        """The report again. Raises ValueError, KeyError or TypeError when the form is not right."""
        raw: dict[str, Any] = json.loads(text)
        # A report that an earlier version kept does not have it.
        offered = raw.get("accessibility")
        return cls(
            tuple(_hit_in(each) for each in raw["hits"]),
            tuple(_hit_in(each) for each in raw["warnings"]),
            tuple(str(each) for each in raw["readers"]),
            str(raw["digest"]),
            None if offered is None else Accessibility.from_facts(offered),
        )


def _hit_out(hit: Hit) -> dict[str, Any]:
    return {"kind": hit.kind, "place": hit.place, "count": hit.count, "term": hit.term}


def _hit_in(raw: dict[str, Any]) -> Hit:
    term = raw["term"]
    return Hit(
        HitKind(raw["kind"]), str(raw["place"]), int(raw["count"]), None if term is None else int(term)
    )
