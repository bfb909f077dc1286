# SPDX-License-Identifier: MIT
"""Asks a person about what a PDF file as a whole carries and a copy may not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pikepdf

from reviewer.documents.pdf.opening import earlier_revisions
from reviewer.documents.pdf.source import PdfSource
from reviewer.documents.pdf.surface import Surface
from reviewer.documents.pdf.trees import listed
from reviewer.model.document import Choice, Problem, ProblemKind, StoryKind


def leave_out(
    kind: ProblemKind, part: str = "", *, story: str | None = None, page: int | None = None, count: int = 1
) -> Problem:
    """The problem of what no copy ever carries: a person is told so."""
    return Problem(
        f"{kind}:{part}" if part else str(kind),
        kind,
        (Choice.LEAVE_OUT,),
        Choice.LEAVE_OUT,
        story,
        page,
        count,
    )


def document_questions(source: PdfSource, found: Iterable[Surface]) -> Iterator[Problem]:
    """What the document as a whole forces a person to decide."""
    kinds = [surface.kind for surface in found]
    if StoryKind.ATTACHMENT in kinds:
        yield leave_out(ProblemKind.ATTACHMENTS, count=kinds.count(StoryKind.ATTACHMENT))
    if StoryKind.SCRIPT in kinds:
        yield leave_out(ProblemKind.SCRIPT, count=kinds.count(StoryKind.SCRIPT))
    form = source.pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and listed(form.get("/Fields")):
        yield Problem(str(ProblemKind.FORM), ProblemKind.FORM, (Choice.KEEP, Choice.LEAVE_OUT), Choice.KEEP)
    if source.layers.any_hidden:
        yield leave_out(ProblemKind.LAYERS)
    revisions = earlier_revisions(source.data)
    if revisions:
        yield leave_out(ProblemKind.EARLIER_REVISION, count=revisions)
