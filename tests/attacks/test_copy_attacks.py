# SPDX-License-Identifier: MIT
"""Attempts to win a withheld word back from what a cleaned copy still tells."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, composite, new_pdf, saved, simple_truetype, truetype
from tests.redaction.pdf.plans import plan_for, read

Font = Callable[[pikepdf.Pdf, str], Any]


def _simple(pdf: pikepdf.Pdf, letters: str) -> Any:
    return simple_truetype(pdf, letters)


def _composite(pdf: pikepdf.Pdf, letters: str) -> Any:
    said = {number + 1: letter for number, letter in enumerate(letters)}
    return composite(pdf, said=said, program=truetype(letters, honest=False))


@pytest.mark.parametrize(("font", "size"), [(_simple, 1), (_composite, 2)])
def test_the_codes_of_a_subset_do_not_spell_the_name(font: Font, size: int) -> None:
    """LibreOffice numbers letters as it meets them: after "Call " the codes that were left read "u?l?ns?i"."""

    def told(name: str) -> tuple[bytes, bytes, int]:
        text = f"Call {name} about the milk, Ludovik and the sunset zone"
        letters = "".join(dict.fromkeys(text))
        pdf = new_pdf()
        shown = b"".join((letters.index(each) + 1).to_bytes(size, "big") for each in text)
        content = b"BT /F2 9 Tf 72 600 Td <" + shown.hex().encode() + b"> Tj ET"
        add_page(pdf, content, Font=pikepdf.Dictionary({"/F2": font(pdf, letters)}))
        source = read(saved(pdf))
        with pikepdf.open(io.BytesIO(write_pdf(source, plan_for(source.document, (name,))).data)) as copy:
            page = copy.pages[0].obj
            [written] = (each for each in page.Resources.Font.values() if each.Subtype != "/Type1")
            holder = written.DescendantFonts[0] if size == 2 else written
            program = TTFont(io.BytesIO(holder.FontDescriptor.FontFile2.read_bytes()))
            return page.Contents.read_bytes(), written.ToUnicode.read_bytes(), program["maxp"].numGlyphs

    first, second, third = map(told, ("Zebulinski", "Mauvoisink", "Quetzlemod"))
    assert first == second == third
