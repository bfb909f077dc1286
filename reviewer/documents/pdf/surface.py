# SPDX-License-Identifier: MIT
"""The record of a text that is in a PDF file and on none of its pages."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.model.document import StoryKind

Reference = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Surface:
    """A text that is not on a page; `reference` leads the writer back to its object."""

    kind: StoryKind
    text: str
    reference: Reference
    page: int | None = None
    part: str = ""
