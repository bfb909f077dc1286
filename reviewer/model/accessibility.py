# SPDX-License-Identifier: MIT
"""What a copy offers to people who read with assistive technology, counted in its bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Accessibility:
    """Counts of one copy, without any text of it. A value that its format does not have is None.

    Of an untagged PDF nothing but properties, pages, links and bookmarks is known: what is a figure, a heading or a
    table is said by tags alone, and those counts are then None. A Word document has no pages of its own and no tags:
    its styles say the same.

    Attributes:
        tagged: Whether tags say what each part is (PDF).
        language: The language that the copy declares, as a code.
        title: Whether it bears a title in its properties.
        pages: How many pages it has (PDF).
        picture_pages: Pages, from 1, that show pictures and no text but labels: nothing can be read out or selected.
        figures: Pictures that are not marked as decoration, and how many of them have a description.
        headings: Headings of all levels.
        tables: Tables, and how many of them have header cells or a header row.
        links: Links, and how many of them assistive technology meets in the text.
        bookmarks: Whether there is an outline to navigate by (PDF).
    """

    tagged: bool | None
    language: str | None
    title: bool
    pages: int | None
    picture_pages: tuple[int, ...]
    figures: int | None
    figures_described: int | None
    headings: int | None
    tables: int | None
    tables_with_headers: int | None
    links: int
    links_tagged: int
    bookmarks: bool | None

    def to_facts(self) -> dict[str, Any]:
        """The counts as JSON knows them."""
        return {**asdict(self), "picture_pages": list(self.picture_pages)}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Accessibility:
        """The counts again. Raises TypeError or KeyError when the form is not right."""
        return cls(**{**facts, "picture_pages": tuple(int(page) for page in facts["picture_pages"])})
