# SPDX-License-Identifier: MIT
"""What stands under the boxes and regions that a person drew: the gate must know the words they took."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reviewer.documents.docx.reader import DocxSource
from reviewer.documents.folding import find_in, fold
from reviewer.documents.ocr import PlacedWord
from reviewer.documents.source import Source
from reviewer.model.document import Box, Region, Span, Story, StoryKind
from reviewer.redaction.plan import Plan

_WORD = re.compile(r"\S+")
LETTERS = 6
"""Shorter words under a box are met everywhere."""
_SLACK = 0.5
"""Points, or pixels, by which a word may stand out of a box that was drawn around it."""


def boxed(source: Source, plan: Plan) -> tuple[Span, ...]:
    """Runs of whole words under the plan's boxes and regions. Of a word that is half under one nothing is said."""
    found: list[Span] = []
    for page in dict.fromkeys(each.box.page for each in plan.boxes):
        boxes = tuple(each.box for each in plan.boxes if each.box.page == page)
        for story in source.document.stories:
            if story.kind is StoryKind.PAGE and story.page == page:
                found.extend(_runs(story, source, boxes))
    if isinstance(source, DocxSource):
        for problem in dict.fromkeys(each.region.problem for each in plan.regions):
            regions = [each.region for each in plan.regions if each.region.problem == problem]
            found.extend(_under_regions(source, problem, regions))
    return tuple(found)


def _under_regions(source: DocxSource, problem: str, regions: Sequence[Region]) -> Iterator[Span]:
    story, words = source.words_of_picture(problem)
    marked = ((word.start, word.end, any(_covers(region, word) for region in regions)) for word in words)
    return _joined(story, marked)


def _covers(region: Region, word: PlacedWord) -> bool:
    return (
        region.x0 - _SLACK <= word.x0
        and word.x1 <= region.x1 + _SLACK
        and region.y0 - _SLACK <= word.y0
        and word.y1 <= region.y1 + _SLACK
    )


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


def _runs(story: Story, source: Source, boxes: tuple[Box, ...]) -> Iterator[Span]:
    places = (match.span() for match in _WORD.finditer(story.text))
    marked = ((start, end, _is_under(source, Span(story.id, start, end), boxes)) for start, end in places)
    return _joined(story.id, marked)


def _joined(story: str, words: Iterable[tuple[int, int, bool]]) -> Iterator[Span]:
    """Neighbouring words that are under something, as one run each."""
    for under, run in groupby(words, key=lambda word: word[2]):
        if under:
            listed = list(run)
            yield Span(story, listed[0][0], listed[-1][1])


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
