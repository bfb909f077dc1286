# SPDX-License-Identifier: MIT
"""Where else a decision could apply: the same whole words in every story, listed before anything is done."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.documents.folding import find_in, fold
from reviewer.model.document import Document, Span


def everywhere(document: Document, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Every place in the document with the whole words of these spans (folded), the spans themselves included."""
    wanted = list(spans)
    texts = {document.text_of(span): None for span in wanted if fold(document.text_of(span)).text}
    found: dict[Span, None] = dict.fromkeys(wanted)
    for story in document.stories:
        folded = fold(story.text)
        for text in texts:
            found.update(
                (Span(story.id, start, end), None) for start, end in find_in(story.text, folded, text)
            )
    return tuple(found)
