# SPDX-License-Identifier: MIT
"""Where the text stands that a question of the document is about, so that a person can look before answering."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.documents.docx.reader import DocxSource
from reviewer.documents.source import Source
from reviewer.model.document import Choice, Document, Problem, ProblemKind, Span, StoryKind
from reviewer.signoff.places import GOVERNS

_ABOUT: Mapping[ProblemKind, frozenset[StoryKind]] = {
    **GOVERNS,
    ProblemKind.FORM: frozenset({StoryKind.FORM_FIELD}),
    ProblemKind.LAYERS: frozenset({StoryKind.LAYER}),
}

UNSETTLED = frozenset({None, Choice.STOP})
"""Answers with which no copy is made: none yet, and stop."""


def stories_about(document: Document, problem: Problem) -> tuple[str, ...]:
    """The stories with the text that a question is about, in their order; none where it has no text."""
    if problem.story is not None and document.has_story(problem.story):
        return (problem.story,)
    kinds = _ABOUT.get(problem.kind, frozenset())
    return tuple(
        story.id
        for story in document.stories
        if story.kind in kinds and story.text.strip() and problem.page in {None, story.page}
    )


def passages_about(source: Source, problem: Problem) -> tuple[Span, ...]:
    """The passages that a question is about, where it is not about whole stories: text that can hardly be seen."""
    if problem.kind is ProblemKind.FAINT_TEXT and isinstance(source, DocxSource):
        return source.faint
    return ()
