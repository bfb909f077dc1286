# SPDX-License-Identifier: MIT
"""What a copy offers to its readers, in words of both languages: accessibility, and pages that became pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewer.model.accessibility import Accessibility
from reviewer.model.document import Language
from reviewer.publishing.words import release_words

Row = tuple[str, str]
Pictured = Sequence[tuple[int, str]]
"""Pages of the source that the copy shows as pictures, each with the writer's word for the reason."""

_PICTURED = "raster_page"


def other_losses(losses: Sequence[str], pictured: Pictured) -> tuple[str, ...]:
    """What the writer dropped, but for the pages of which a sentence of their own tells."""
    told = {f"{_PICTURED}:{page}" for page, _reason in pictured}
    return tuple(each for each in losses if each.rpartition(":")[0] not in told)


def pictured_facts(pictured: Pictured) -> list[dict[str, int | str]]:
    """The pages that are pictures, as JSON knows them."""
    return [{"page": page, "reason": reason} for page, reason in pictured]


def accessibility_rows(found: Accessibility, language: Language) -> tuple[Row, ...]:
    """Each count with its name. What the format does not have has no row; what tags alone could say is unknown."""
    words = release_words("accessibility", language)
    said = {
        "tagged": _yes(words, value=found.tagged),
        "language": found.language or words["no_language"],
        "title": _yes(words, value=found.title),
        "pages": _count(found.pages),
        "picture_pages": _pages(found, words),
        "figures": _part(found.figures_described, found.figures, words, "no_figures"),
        "headings": _count(found.headings),
        "tables": _part(found.tables_with_headers, found.tables, words, "no_tables"),
        "links": _part(found.links_tagged, found.links, words, "no_links"),
        "bookmarks": _yes(words, value=found.bookmarks),
    }
    if found.tagged is False:
        said |= dict.fromkeys(("figures", "headings", "tables"), words["unknown"])
    return tuple((words[key], value) for key, value in said.items() if value is not None)


def pictured_sentences(
    pictured: Pictured, found: Accessibility | None, pages: int | None, language: Language
) -> tuple[str, ...]:
    """A sentence for each page that is published as a picture: which, why, and what became of its text.

    `pages` is how many the source has: what the copy has more stands before its first page.
    """
    return tuple(_sentences(pictured, found, pages, language))


def _sentences(
    pictured: Pictured, found: Accessibility | None, pages: int | None, language: Language
) -> Iterator[str]:
    words = release_words("pictured", language)
    before = (found.pages or 0) - (pages or 0) if found is not None else 0
    mute = {page - before for page in found.picture_pages} if found is not None else None
    for page, reason in pictured:
        said = "lost" if mute is None or page in mute else "read"
        yield words[said].format(page=page, reason=words.get(reason, words["other"]))


def _yes(words: Mapping[str, str], *, value: bool | None) -> str | None:
    return None if value is None else words["yes" if value else "no"]


def _count(value: int | None) -> str | None:
    return None if value is None else str(value)


def _pages(found: Accessibility, words: Mapping[str, str]) -> str | None:
    listed = ", ".join(map(str, found.picture_pages)) or words["no_picture_pages"]
    return None if found.pages is None else listed


def _part(part: int | None, whole: int | None, words: Mapping[str, str], without: str) -> str | None:
    if whole is None:
        return None
    return words["of"].format(part=part, whole=whole) if whole else words[without]
