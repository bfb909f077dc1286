# SPDX-License-Identifier: MIT
"""The published notice: how much was withheld, under which provision and where; never what, and no revealing ground.

Passages without a ground to name (revealing ones) appear in no count, so that subtracting one table from another tells
nothing; the sentence that says so is always there. What this does not hide: the labels in the copy can be counted.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewer.errors import UnknownId
from reviewer.model.document import Language, StoryKind
from reviewer.model.ground import Ground, order
from reviewer.publishing import markup
from reviewer.publishing.words import release_words

_FORMAT = "parvis-notice-1"


@dataclass(frozen=True, slots=True)
class Withheld:
    """So many passages withheld in one place. `ground` None: revealing, or for another reason; it is not counted."""

    ground: str | None
    page: int | None
    place: StoryKind | None
    count: int


def notice(
    title: Mapping[Language, str], withheld: Sequence[Withheld], grounds: Mapping[str, Ground]
) -> tuple[str, str]:
    """The notice as HTML and as JSON, each in both languages. Raises UnknownId for a section that is no ground."""
    counted = tuple(each for each in withheld if each.count > 0 and _nameable(each.ground, grounds))
    by_ground = _by_ground(counted)
    by_place = _by_place(counted)
    heads = " / ".join(release_words("notice", language)["heading"] for language in Language)
    html = markup.page(
        heads,
        {
            language: _section(_titled(title, language), by_ground, by_place, grounds, language)
            for language in Language
        },
    )
    return html, _json(title, by_ground, by_place, grounds)


def _nameable(section: str | None, grounds: Mapping[str, Ground]) -> bool:
    if section is None:
        return False
    if section not in grounds:
        raise UnknownId(kind="ground", id=section)
    return not grounds[section].revealing


def _by_ground(counted: Iterable[Withheld]) -> tuple[tuple[str, int], ...]:
    sums: Counter[str] = Counter()
    for each in counted:
        sums[each.ground or ""] += each.count
    return tuple(sorted(sums.items(), key=lambda row: order(row[0])))


def _by_place(counted: Iterable[Withheld]) -> tuple[tuple[int | None, StoryKind | None, int], ...]:
    sums: Counter[tuple[int | None, StoryKind | None]] = Counter()
    for each in counted:
        sums[each.page, each.place] += each.count
    kinds = list(StoryKind)
    rows = [(page, place, count) for (page, place), count in sums.items()]
    return tuple(sorted(rows, key=lambda row: (row[0] or 0, kinds.index(row[1]) if row[1] else len(kinds))))


def _titled(title: Mapping[Language, str], language: Language) -> str:
    return title.get(language) or next(iter(title.values()), "")


def _section(
    title: str,
    by_ground: tuple[tuple[str, int], ...],
    by_place: tuple[tuple[int | None, StoryKind | None, int], ...],
    grounds: Mapping[str, Ground],
    language: Language,
) -> str:
    words, places = release_words("notice", language), release_words("place", language)
    parts = [markup.heading(words["heading"]), markup.paragraph(title)]
    if by_ground:
        parts.append(markup.paragraph(words["explain"]))
        rows = [(grounds[key].cite[language], grounds[key].label[language], str(n)) for key, n in by_ground]
        parts.append(
            markup.table(words["by_ground"], (words["provision"], words["meaning"], words["count"]), rows)
        )
        where = [
            (str(page or words["no_page"]), places[place] if place else words["no_part"], str(count))
            for page, place, count in by_place
        ]
        parts.append(markup.table(words["by_place"], (words["page"], words["part"], words["count"]), where))
    else:
        parts.append(markup.paragraph(words["none"]))
    parts.append(markup.paragraph(words["not_counted"]))
    return "".join(parts)


def _json(
    title: Mapping[Language, str],
    by_ground: tuple[tuple[str, int], ...],
    by_place: tuple[tuple[int | None, StoryKind | None, int], ...],
    grounds: Mapping[str, Ground],
) -> str:
    content = {
        "format": _FORMAT,
        "title": {language.value: _titled(title, language) for language in Language},
        "withheld_by_provision": [
            {
                "section": section,
                "cite": {language.value: grounds[section].cite[language] for language in Language},
                "label": {language.value: grounds[section].label[language] for language in Language},
                "count": count,
            }
            for section, count in by_ground
        ],
        "withheld_by_place": [
            {"page": page, "place": place.value if place else None, "count": count}
            for page, place, count in by_place
        ],
        "not_counted": {
            language.value: release_words("notice", language)["not_counted"] for language in Language
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
