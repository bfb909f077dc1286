# SPDX-License-Identifier: MIT
"""Whether the pages of a copy look as those of the original, but for the lines that lost something."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pikepdf
import pypdfium2

from tests.corpus.pdf.proof.affected import Affected, Pair
from tests.corpus.pdf.proof.dots import Drawn, Mask, corners, differing, drawn
from tests.corpus.pdf.proof.signs import Rect

_EDGE = 1.5
"""Points around a picture or a note that its edges may reach."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How one page compares: dots that differ outside the lines that lost something, and all dots there.

    `but_for` names what had to be left out of account besides: "notes", "pictures".
    """

    page: int
    different: int
    compared: int
    but_for: tuple[str, ...] = ()

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
    """Each page of the original beside that of the copy, of which `first` pages come before (a reader's note)."""
    pair = Pair(original, copy, secrets, first, boxes)
    return looks(pair, pair.losses())


def looks(pair: Pair, losses: Sequence[Affected]) -> list[Looks]:
    """How each page compares; lines that lost something are left out over the whole width of the page.

    Notes never come along, and the values of fields become part of the page: what is drawn of them may be there or
    not; where neither is the same, their areas are left out and named, and so are those of pictures which a person
    left out.
    """
    before, after = pypdfium2.PdfDocument(pair.original), pypdfium2.PdfDocument(pair.copy)
    try:
        return [_looks(pair, before, after, number, loss) for number, loss in enumerate(losses)]
    finally:
        before.close()
        after.close()


def _looks(
    pair: Pair,
    before: pypdfium2.PdfDocument,
    after: pypdfium2.PdfDocument,
    number: int,
    lost: Affected,
) -> Looks:
    new = drawn(after, pair.first + number)
    total = lost.page.dots.shape[0] * lost.page.dots.shape[1]
    if new.shape != lost.page.shape or new.turned != lost.page.turned:
        return Looks(number + 1, total, total)
    left = differing(lost.page, new) & ~lost.lines
    rects = _notes(pair.original, number) if left.any() else []
    if rects:
        with_notes = differing(drawn(before, number, notes=True), new) & ~lost.lines
        left = min(left, with_notes, key=lambda each: int(each.sum()))
    but_for: list[str] = []
    for name, area in (
        ("notes", _areas(lost.page, rects)),
        ("pictures", lost.pictures),
    ):
        covered = left & area
        if covered.any():
            left &= ~covered
            but_for.append(name)
    return Looks(number + 1, int(left.sum()), int((~lost.lines).sum()), tuple(but_for))


def _areas(page: Drawn, rects: Sequence[Rect]) -> Mask:
    grown = [(x0 - _EDGE, y0 - _EDGE, x1 + _EDGE, y1 + _EDGE) for x0, y0, x1, y1 in rects]
    return page.shaded([corners(each) for each in grown]) if grown else np.zeros(page.shape, dtype=bool)


def _notes(data: bytes, number: int) -> list[Rect]:
    """Where annotations stand that are no links."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = []
        for note in pdf.pages[number].obj.get("/Annots", []):
            if isinstance(note, pikepdf.Dictionary) and note.get("/Subtype") != "/Link" and "/Rect" in note:
                x0, y0, x1, y1 = map(float, note["/Rect"])
                found.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
        return found
