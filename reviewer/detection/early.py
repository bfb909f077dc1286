# SPDX-License-Identifier: MIT
"""What is told while a document is still being searched: provisional findings, the first of them almost at once.

They may change or fall away: who a person is, and in what role, is known only when the whole document was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reviewer.model.document import Document, Span, Story
from reviewer.model.finding import Category, Finding

Hear = Callable[[tuple[Finding, ...]], None]
"""Called with provisional findings that were not told before; what it raises ends the work."""
_FIRST_LOOK = 6_000
"""Two pages: a twentieth of a second with the rules, a fifth with the models."""
_TOGETHER = 50_000
"""Stories are searched together up to so many signs: their names are told when all of these were read."""


class Early:
    """Tells each provisional finding once."""

    def __init__(self, hear: Hear | None) -> None:
        self._hear = hear
        self._told: set[tuple[Span, Category]] = set()

    @property
    def heard(self) -> bool:
        """Whether anybody listens; when not, nothing needs to be made for it."""
        return self._hear is not None

    def tell(self, findings: Iterable[Finding]) -> None:
        """Tell those that are new."""
        new: list[Finding] = []
        for finding in findings:
            key = finding.span, finding.category
            if key not in self._told:
                self._told.add(key)
                new.append(finding)
        if new and self._hear is not None:
            self._hear(tuple(new))


def first_look(document: Document) -> Document | None:
    """The first two pages of a document as one by themselves; None when all of it is searched in no time.

    Places in it are places in the document: its last story is cut after a whole line, where there is one.
    """
    if sum(len(story.text) for story in document.stories) < 2 * _FIRST_LOOK:
        return None
    stories: list[Story] = []
    room = _FIRST_LOOK
    for story in document.stories:
        if len(story.text) > room:
            cut = story.text.rfind("\n", 0, room) + 1
            stories.append(replace(story, text=story.text[: cut or room]))
            break
        stories.append(story)
        room -= len(story.text)
    return replace(document, stories=tuple(stories))


def together(stories: Sequence[Story]) -> Iterator[tuple[Story, ...]]:
    """The stories in their order, some at a time; a long one by itself."""
    some: list[Story] = []
    size = 0
    for story in stories:
        if some and size + len(story.text) > _TOGETHER:
            yield tuple(some)
            some, size = [], 0
        some.append(story)
        size += len(story.text)
    if some:
        yield tuple(some)
