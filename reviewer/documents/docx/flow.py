# SPDX-License-Identifier: MIT
"""Where the walk through a part is: the story, what holds for the characters that come, and the open fields."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from reviewer.documents.docx.drafts import Draft, Reading
from reviewer.documents.docx.faint import Setting
from reviewer.documents.docx.fields import FieldStack
from reviewer.documents.docx.markup import Mode
from reviewer.documents.docx.package import Part
from reviewer.errors import UnsupportedContent
from reviewer.model.document import StoryKind

OUT = {Mode.DELETED: StoryKind.DELETION, Mode.HIDDEN: StoryKind.HIDDEN}
"""The kind of story for what is not in view."""


class Where(Protocol):
    """The place in a walk that graphics and objects need to know."""

    part: Part
    place: str
    mode: Mode


@dataclass
class Flow:
    """The story, and what holds for the characters that come."""

    part: Part
    place: str
    draft: Draft
    mode: Mode = Mode.VISIBLE
    setting: Setting = field(default_factory=Setting)
    faint: bool = False
    fields: FieldStack = field(default_factory=FieldStack)
    deleted_fields: FieldStack = field(default_factory=FieldStack)

    def within(self, mode: Mode) -> Flow:
        """The same place in a narrower mode; the open fields are shared."""
        return self if mode is self.mode else replace(self, mode=mode.under(self.mode))

    @property
    def stack(self) -> FieldStack:
        """Deleted field marks nest among themselves: the fields that remain are whole without them."""
        return self.deleted_fields if self.mode is Mode.DELETED else self.fields

    @property
    def in_instruction(self) -> bool:
        """Whether characters here belong to an instruction."""
        return self.stack.in_instruction or self.fields.in_instruction


def unsupported(reading: Reading, content: str, flow: Flow) -> UnsupportedContent:
    """The refusal of what no writer treats safely."""
    return UnsupportedContent(path=reading.package.path, content=content, place=flow.place)
