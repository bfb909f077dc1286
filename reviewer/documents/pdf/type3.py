# SPDX-License-Identifier: MIT
"""Looks into Type 3 fonts, whose letters are contents of their own and may hold more than a letter."""

from __future__ import annotations

from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.budgets import Budget
from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.text_pen import SHOWING

_LARGEST_LETTER = 400 * 400
_MAX_GLYPH_PROCEDURE = 4 * 2**20
_TEXT_IN_GLYPHS = SHOWING | {"Do"}


def check_procedures(font: Font, budget: Budget) -> Font:
    """A Type 3 glyph that shows text or draws an object is beyond a first version."""
    if font.subtype == "/Type3":
        for procedure in dict(font.obj.get("/CharProcs", {})).values():
            try:
                budget.check_tokens(streams.read(procedure, _MAX_GLYPH_PROCEDURE))
                listed = pikepdf.parse_content_stream(procedure)
            except streams.TooLarge:
                # PDFium, which draws the page, would unpack it whole.
                budget.too_large("content_stream", _MAX_GLYPH_PROCEDURE)
            except streams.UNPARSED:
                font.unsafe = "type3"
                break
            if any(str(each.operator) in _TEXT_IN_GLYPHS or _is_picture(each) for each in listed):
                font.unsafe = "type3"
    return font


def _is_picture(instruction: Any) -> bool:
    """Whether a glyph is a bitmap too large to be one letter."""
    if str(instruction.operator) != "INLINE IMAGE":
        return False
    image = instruction.operands[0]
    return int(image.width) * int(image.height) > _LARGEST_LETTER
