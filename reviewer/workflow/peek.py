# SPDX-License-Identifier: MIT
"""Shows the first page of a PDF file at once, while the whole of it is still being read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reviewer.documents.opener import first_page_of
from reviewer.model.document import Document
from reviewer.workflow.open import marked_too_high


@dataclass(frozen=True, slots=True)
class Peek:
    """How many pages a file has, and the text of the first one; the review knows more, this only comes sooner."""

    pages: int
    text: str


def peek(path: Path) -> Peek | None:
    """The first page of a PDF file; None for a file of another kind, which is read whole in no time.

    Raises the errors of the readers, and MarkedTooHigh: what must not be taken in is not shown either. A file that
    raises nothing here may still be refused for what comes after its first page.
    """
    document: Document | None = first_page_of(path)
    if document is None:
        return None
    refusal = marked_too_high(document, path)
    if refusal is not None:
        raise refusal
    return Peek(document.pages or 0, document.stories[0].text)
