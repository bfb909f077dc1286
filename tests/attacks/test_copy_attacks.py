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
from tests.corpus.docx.pack import line, package, para, run
from tests.corpus.pdf.sheets import add_page, composite, helvetica, new_pdf, saved, simple_truetype, truetype
from tests.redaction.docx.test_writer import body, written
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


def _beside_a_field(words: str) -> bytes:
    """A tick that a form field draws, and the words of the page right after it."""
    pdf = new_pdf()
    add_page(
        pdf, f"BT /F1 10 Tf 82 600 Td ({words}) Tj ET BT /F1 10 Tf 72 500 Td (Kept below) Tj ET".encode()
    )
    tick = pdf.make_stream(
        b"BT /F1 10 Tf 0 0 Td (x) Tj ET",
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=pikepdf.Array([0, 0, 6, 10]),
        Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=helvetica())),
    )
    field = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T=pikepdf.String("agreed"),
            V=pikepdf.String("x"),
            Rect=pikepdf.Array([75, 600, 81, 610]),
            AP=pikepdf.Dictionary(N=tick),
            F=4,
        )
    )
    pdf.pages[0].obj.Annots = pikepdf.Array([field])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
    return saved(pdf)


def test_a_field_beside_a_withheld_word_does_not_turn_the_page_into_a_picture() -> None:
    """They were one line, which no writer could set anew: the whole page lost its text."""
    source = read(_beside_a_field("seen by Zebulinski at noon"))
    copy = write_pdf(source, plan_for(source.document, ("Zebulinski",)))
    assert not any(loss.startswith("raster") for loss in copy.losses)
    [page] = (story.text for story in read(copy.data).document.stories if story.id == "page:1")
    assert "seen by" in page
    assert "at noon" in page
    assert "Kept below" in page


def test_a_name_above_a_word_is_a_word_of_its_own() -> None:
    """Base and ruby text were read as "baseZebulinski", in which no term was found."""
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('Zebulinski')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>"
    )
    text = body(written(package(para(ruby) + line("Kept")), "Zebulinski"))
    assert "Zebulinski" not in text
    assert "base" in text
    assert "Kept" in text
