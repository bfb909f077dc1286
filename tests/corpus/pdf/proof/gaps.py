# SPDX-License-Identifier: MIT
"""What the places of letters in a copy tell about the width of what is no longer there."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer, LTItem, LTPage

EXACT = 0.5
"""Points; nearer than that, a width is taken for read."""


def letters(data: bytes) -> list[tuple[LTPage, list[LTChar]]]:
    """The letters of all pages with the room that each takes, as pdfminer reads them."""
    pages = extract_pages(io.BytesIO(data), laparams=LAParams(all_texts=True))
    return [(page, list(_letters(page))) for page in pages]


def _letters(item: LTItem) -> Iterator[LTChar]:
    if isinstance(item, LTChar):
        yield item
    elif isinstance(item, LTContainer):
        for each in item:
            yield from _letters(each)


def candidates(data: bytes, before: str, after: str, widths: Mapping[str, float]) -> list[str]:
    """The names that fit between two words of the first page, blanks and the edges of a label taken off."""
    _page, found = letters(data)[0]
    by_row: dict[int, list[LTChar]] = {}
    for letter in found:
        by_row.setdefault(round(letter.y0), []).append(letter)
    for row in by_row.values():
        row.sort(key=lambda each: each.x0)
        said = "".join(each.get_text() for each in row)
        if before in said and after in said:
            left = row[said.index(before) + len(before) - 1]
            right = row[said.index(after)]
            blank = next((each.adv for each in row if each.get_text() == " "), 0.0)
            return [
                name
                for name, width in widths.items()
                if any(abs(right.x0 - left.x1 - count * blank - width) <= EXACT for count in (1, 2))
            ]
    return []
