# SPDX-License-Identifier: MIT
"""What the writers of one copy share: the reading, the plan, what survives, new names, and what was dropped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reviewer.documents.docx.drafts import Reading
from reviewer.documents.docx.package import Part
from reviewer.model.document import Language, StoryKind
from reviewer.redaction.docx.ink import Guard, Ink
from reviewer.redaction.docx.namebook import NameBook
from reviewer.redaction.docx.sheet import Sheet
from reviewer.redaction.plan import Plan

REGION = {Language.EN: "en-CA", Language.FR: "fr-CA"}


@dataclass
class Work:
    """The state of one copy in the making."""

    reading: Reading
    plan: Plan
    ink: Ink
    guard: Guard
    book: NameBook
    losses: Counter[str] = field(default_factory=Counter)
    media: dict[str, bytes] = field(default_factory=dict)
    images: dict[str, str | None] = field(default_factory=dict)
    headers: dict[str, Sheet] = field(default_factory=dict)
    charts: dict[str, Sheet] = field(default_factory=dict)
    _notes: dict[StoryKind, dict[str, int]] = field(default_factory=dict)
    _drawings: int = 0
    _bookmarks: int = 0

    def next_drawing(self) -> int:
        """A number for a drawing; Word wants them distinct."""
        self._drawings += 1
        return self._drawings

    def next_bookmark(self) -> int:
        """A number for a bookmark."""
        self._bookmarks += 1
        return self._bookmarks

    def note_number(self, kind: StoryKind, old: str) -> int | None:
        """The new number of a note, by the order of the references."""
        if kind not in self._notes:
            listed = self.reading.notes.get(kind, [])
            self._notes[kind] = {each: number for number, each in enumerate(listed, start=1)}
        return self._notes[kind].get(old)


@dataclass(frozen=True)
class Desk:
    """One part being written: its source and its new sheet."""

    work: Work
    part: Part
    sheet: Sheet
