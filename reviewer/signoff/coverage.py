# SPDX-License-Identifier: MIT
"""What nobody has looked at yet: pages, and stories that no page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.model.document import Document, Story
from reviewer.model.review import Seen


def unseen_pages(document: Document, seen: Iterable[Seen]) -> Iterator[int]:
    """Pages that nobody saw, in order."""
    looked_at = {item.page for item in seen}
    return (page for page in range(1, (document.pages or 0) + 1) if page not in looked_at)


def unseen_stories(document: Document, seen: Iterable[Seen]) -> Iterator[Story]:
    """Stories that nobody saw: who saw a page saw the visible stories on it, and a story without text shows nothing."""
    seen = tuple(seen)
    pages = {item.page for item in seen if item.page is not None}
    stories = {item.story for item in seen}
    for story in document.stories:
        shown = story.visible and story.page in pages
        if story.text.strip() and story.id not in stories and not shown:
            yield story
