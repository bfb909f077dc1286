# SPDX-License-Identifier: MIT
"""The pictures of a document, as a person sees them and a copy would show them, with a place for each word in them."""

from __future__ import annotations

from reviewer.documents.docx.images import PictureView
from reviewer.documents.docx.reader import DocxSource
from reviewer.documents.source import Source
from reviewer.model.document import Region, Span

__all__ = ["PictureView", "picture_of", "region_of"]


def picture_of(source: Source, problem: str) -> PictureView | None:
    """The picture that a problem is about; None when it cannot be decoded, or is no picture of a Word document."""
    return source.picture(problem) if isinstance(source, DocxSource) else None


def region_of(view: PictureView, problem: str, span: Span) -> Region | None:
    """The rectangle around the words of a span of the picture's text."""
    words = [word for word in view.words if word.start < span.end and span.start < word.end]
    if not words:
        return None
    return Region(
        problem,
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
    )
