# SPDX-License-Identifier: MIT
"""What a Word document forces a person to decide before there can be a copy of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reviewer.documents.docx.drafts import Reading
from reviewer.documents.docx.images import image_problems
from reviewer.model.document import Choice, Problem, ProblemKind, StoryKind


def questions(reading: Reading) -> Iterator[Problem]:
    """What a person must answer before there can be a copy."""
    yield from _of_the_text(reading)
    yield from image_problems(reading)
    for problem, count in Counter(reading.objects.values()).items():
        story = reading.object_stories.get(problem)
        choices = (Choice.KEEP, Choice.REMOVE) if problem in reading.redrawn else (Choice.REMOVE,)
        yield Problem(problem, ProblemKind.OBJECT, choices, Choice.REMOVE, story=story, count=count)


def _of_the_text(reading: Reading) -> Iterator[Problem]:
    if reading.changes:
        accept = (Choice.ACCEPT, Choice.STOP)
        yield Problem(
            "tracked_changes", ProblemKind.TRACKED_CHANGES, accept, Choice.ACCEPT, count=reading.changes
        )
    kinds = [draft.kind for draft in reading.drafts if draft.length]
    leave_out = (Choice.LEAVE_OUT,)
    if StoryKind.COMMENT in kinds:
        count = kinds.count(StoryKind.COMMENT)
        yield Problem("comments", ProblemKind.COMMENTS, leave_out, Choice.LEAVE_OUT, count=count)
    if StoryKind.HIDDEN in kinds:
        count = kinds.count(StoryKind.HIDDEN)
        yield Problem("hidden_text", ProblemKind.HIDDEN_TEXT, leave_out, Choice.LEAVE_OUT, count=count)
    if reading.faint:
        stories = {draft.id for draft, _start, _end in reading.faint}
        only = stories.pop() if len(stories) == 1 else None
        warned = (Choice.KEEP, Choice.STOP)
        count = len(reading.faint)
        yield Problem("faint_text", ProblemKind.FAINT_TEXT, warned, Choice.KEEP, story=only, count=count)
    if reading.links:
        both = (Choice.LEAVE_OUT, Choice.KEEP)
        yield Problem("links", ProblemKind.LINKS, both, Choice.LEAVE_OUT, count=len(reading.links))
