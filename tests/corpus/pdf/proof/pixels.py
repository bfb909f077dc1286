# SPDX-License-Identifier: MIT
"""Whether the pages of a copy look as those of the original, but for the lines that lost something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from tests.corpus.pdf.proof.signs import Rect, bands, pages_of

_DOTS = 100
_FAINT = 96
"""Levels of 255 by which a pixel may differ: numbers that are written anew may round an edge to the dot beside it."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How one page compares: pixels that differ outside the lines that lost something, and all pixels there."""

    page: int
    different: int
    compared: int

    @property
    def same(self) -> bool:
        """Whether it looks the same."""
        return not self.different


def compare_pages(
    original: bytes,
    copy: bytes,
    secrets: Sequence[str],
    *,
    boxes: Sequence[tuple[int, Rect]] = (),
    first: int = 0,
) -> list[Looks]:
    """Each page of the original beside that of the copy, of which `first` pages come before (a reader's note).

    Notes never come along, and the values of fields become part of the page: what is drawn of them may be there or not.
    The lines that hold a secret are left out over the whole width of the page, and so are `boxes` (page from 1, area).
    """
    texts = pages_of(original)
    before, after = pypdfium2.PdfDocument(original), pypdfium2.PdfDocument(copy)
    try:
        found = []
        for number in range(len(before)):
            areas = [
                *bands(texts[number], secrets),
                *(rect for page, rect in boxes if page == number + 1),
            ]
            found.append(
                min(
                    (_compared(before, after, number, first, areas, notes=notes) for notes in (False, True)),
                    key=lambda each: each.different,
                )
            )
        return found
    finally:
        before.close()
        after.close()


def _drawn(
    document: pypdfium2.PdfDocument, number: int, areas: Sequence[Rect], *, notes: bool
) -> Image.Image:
    page = document[number]
    bitmap = page.render(scale=_DOTS / 72, may_draw_forms=False, draw_annots=notes)
    place = bitmap.get_posconv(page)
    image: Image.Image = bitmap.to_pil().convert("RGB")
    draw = ImageDraw.Draw(image)
    for x0, y0, x1, y1 in areas:
        corners = place.to_bitmap(x0, y0), place.to_bitmap(x1, y1)
        (left, right), (top, bottom) = (sorted(each) for each in zip(*corners, strict=True))
        draw.rectangle((left - 1, top - 1, right + 1, bottom + 1), fill="white")
    page.close()
    return image


def _compared(
    before: pypdfium2.PdfDocument,
    after: pypdfium2.PdfDocument,
    number: int,
    first: int,
    areas: Sequence[Rect],
    *,
    notes: bool,
) -> Looks:
    one, other = _drawn(before, number, areas, notes=notes), _drawn(after, first + number, areas, notes=False)
    total = one.width * one.height
    if one.size != other.size:
        return Looks(number + 1, total, total)
    channels = ImageChops.difference(one, other).split()
    worst = channels[0]
    for each in channels[1:]:
        worst = ImageChops.lighter(worst, each)
    return Looks(number + 1, sum(worst.histogram()[_FAINT:]), total)
