# SPDX-License-Identifier: MIT
"""Which documents must not be taken in: classified, PROTECTED C, or a confidence of the Cabinet, by their own marking.

It looks where documents are marked: headers, footers, the first lines, the title, the properties, the file name.
It does not guarantee that an unmarked document is not classified.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from reviewer.detection.markings import MARKED_KINDS, markings, places
from reviewer.detection.reading import read
from reviewer.detection.starts import Starts
from reviewer.model.document import Document, Format, Story, StoryKind

_FIRST_LINES = 3
_LAST_LINES = 2
_LONGEST_LINE = 200


def marking_that_stops(document: Document, *, name: str = "") -> str | None:
    """The id of a marking above what may be taken in, else None. `name` is the file's name."""
    for text in _marked_places(document, name):
        starts = Starts(text)
        for marking in markings():
            if marking.stops and next(places(marking, text, starts), None) is not None:
                return marking.id
    return None


def _marked_places(document: Document, name: str) -> Iterator[str]:
    if name:
        words = [word for word in re.split(r"[\W_]+", PurePath(name).stem) if word]
        # As one line for markings of several words, then word by word for those that stand alone on a line.
        yield "\n".join([" ".join(words), *words])
    for story in document.stories:
        if story.kind in MARKED_KINDS or story.kind is StoryKind.LAYER:
            yield read(story).text
        elif story.kind in {StoryKind.BODY, StoryKind.PAGE}:
            yield _edges(story, paged=document.format is Format.PDF)


def _edges(story: Story, *, paged: bool) -> str:
    lines = [line for line in read(story, paged=False).text.replace("\t", "\n").split("\n") if line.strip()]
    edges = lines[:_FIRST_LINES]
    if paged or story.kind is StoryKind.PAGE:
        edges += lines[-_LAST_LINES:]
    return "\n".join(line[:_LONGEST_LINE] for line in edges)
