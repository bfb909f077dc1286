# SPDX-License-Identifier: MIT
"""Marked contents of which nothing can be left: all their letters were withheld, or a person left their pictures out."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

import pypdfium2
from pypdfium2 import raw

from tests.corpus.pdf.proof.affected import Affected
from tests.corpus.pdf.proof.signs import Sign


def emptied(
    document: pypdfium2.PdfDocument,
    number: int,
    signs: Sequence[Sign],
    loss: Affected,
    *,
    without_pictures: bool = False,
) -> set[int]:
    """The numbers of such contents on a page (from 0)."""
    page = document[number]
    try:
        gone: set[int] = set()
        left: set[int] = set()
        for each in page.get_objects(max_depth=1):
            mcid = _number(each)
            if mcid is not None:
                if each.type == raw.FPDF_PAGEOBJ_IMAGE:
                    empty = without_pictures
                else:
                    empty = each.type == raw.FPDF_PAGEOBJ_TEXT and _is_withheld(
                        each.get_bounds(), signs, loss
                    )
                (gone if empty else left).add(mcid)
        return gone - left
    finally:
        page.close()


def _number(each: pypdfium2.PdfObject) -> int | None:
    found = ctypes.c_int(-1)
    for at in range(max(raw.FPDFPageObj_CountMarks(each), 0)):
        mark = raw.FPDFPageObj_GetMark(each, at)
        if raw.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", found) and found.value >= 0:
            return found.value
    return None


def _is_withheld(bounds: tuple[float, float, float, float], signs: Sequence[Sign], loss: Affected) -> bool:
    x0, y0, x1, y1 = bounds
    letters = [
        (each.x0, each.y0, each.x1, each.y1) for each in signs
        if not each.blank and x0 <= (each.x0 + each.x1) / 2 <= x1 and y0 <= each.middle <= y1
    ]  # fmt: skip
    return all(map(loss.is_hit, letters))
