# SPDX-License-Identifier: MIT
"""What stands under the boxes that a person drew: a box is a place, and the gate must know the words it took."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewer.documents.folding import find_in, fold
from reviewer.documents.source import Source
from reviewer.model.document import Box, Span, Story, StoryKind
from reviewer.redaction.plan import Plan

_WORD = re.compile(r"\S+")
LETTERS = 6
"""Shorter words under a box are met everywhere."""
_SLACK = 0.5
"""Points by which a word may stand out of a box that was drawn around it."""


def boxed(source: Source, plan: Plan) -> tuple[Span, ...]:
    """Runs of whole words that lie under the plan's boxes. Of a word that is half under one nothing is said."""
    found: list[Span] = []
    for page in dict.fromkeys(each.box.page for each in plan.boxes):
        boxes = [each.box for each in plan.boxes if each.box.page == page]
        for story in source.document.stories:
            if story.kind is StoryKind.PAGE and story.page == page:
                found.extend(_runs(story, source, boxes))
    return tuple(found)


def lone_words(source: Source, plan: Plan) -> tuple[str, ...]:
    """What stands under boxes and nowhere else: a record may not say it either."""
    texts = {source.document.text_of(span) for span in boxed(source, plan)}
    stories = [(story.text, fold(story.text)) for story in source.document.stories]
    return tuple(
        text
        for text in sorted(texts)
        if len(fold(text).text) >= LETTERS
        and sum(len(find_in(whole, folded, text)) for whole, folded in stories) == 1
    )


def _runs(story: Story, source: Source, boxes: Iterable[Box]) -> Iterator[Span]:
    """Neighbouring words under boxes, as one run each."""
    boxes = tuple(boxes)
    start = end = -1
    for match in _WORD.finditer(story.text):
        if _is_under(source, Span(story.id, *match.span()), boxes):
            start, end = (match.start() if start < 0 else start), match.end()
        elif start >= 0:
            yield Span(story.id, start, end)
            start = -1
    if start >= 0:
        yield Span(story.id, start, end)


def _is_under(source: Source, word: Span, boxes: tuple[Box, ...]) -> bool:
    places = [each for each in source.locate(word) if isinstance(each, Box)]
    return bool(places) and all(any(_holds(box, place) for box in boxes) for place in places)


def _holds(box: Box, place: Box) -> bool:
    return (
        box.page == place.page
        and box.x0 - _SLACK <= place.x0
        and place.x1 <= box.x1 + _SLACK
        and box.y0 - _SLACK <= place.y0
        and place.y1 <= box.y1 + _SLACK
    )
