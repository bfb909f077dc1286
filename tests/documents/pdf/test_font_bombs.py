# SPDX-License-Identifier: MIT
"""Fonts that swell, that are too many, or whose maps spell out more than anybody reads: refused, or read once."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from reviewer.documents.opener import open_bytes
from reviewer.documents.pdf.cmaps import parse_cmap
from reviewer.documents.pdf.known_fonts import Fonts
from reviewer.errors import LimitExceeded
from tests.corpus.pdf.sheets import add_page, helvetica, new_pdf, paragraph, saved

pytestmark = pytest.mark.usefixtures("without_tesseract")
EVERY = b"1 beginbfrange <0000> <%04x> <0041> endbfrange"


def with_fonts(maps: list[bytes]) -> bytes:
    """A page that shows a letter in each of these fonts; those of one map share its stream."""
    pdf = new_pdf()
    streams = {body: pdf.make_indirect(Stream(pdf, body)) for body in maps}
    fonts = {
        f"/G{number}": pdf.make_indirect(helvetica(ToUnicode=streams[body]))
        for number, body in enumerate(maps)
    }
    shown = b"".join(
        b"BT /G%d 5 Tf 20 %d Td (a) Tj ET\n" % (number, 20 + number % 600) for number in range(len(maps))
    )
    add_page(pdf, paragraph("Wetland survey") + shown, Font=Dictionary(fonts))
    return saved(pdf)


def limit_of(data: bytes) -> object:
    with pytest.raises(LimitExceeded) as caught:
        open_bytes(data, path=Path("odd.pdf"))
    return caught.value.facts["limit"]


def test_more_letters_than_memory_holds() -> None:
    """65,000 fonts took 2 GB, and with a map of their own each 10 MB more."""
    assert limit_of(with_fonts([EVERY % (0xFFFF - number) for number in range(31)])) == "fonts"


def test_fonts_that_share_a_map() -> None:
    read = open_bytes(with_fonts([EVERY % 0xFFFF] * 300), path=Path("plan.pdf"))
    assert "Wetland survey" in read.document.story("page:1").text


def test_a_map_that_swells() -> None:
    """PDFium unpacked 700 MiB of it to draw the page."""
    assert limit_of(with_fonts([b" " * (17 * 2**20)])) == "font"


def test_a_program_that_swells() -> None:
    pdf = new_pdf()
    program = pdf.make_indirect(Stream(pdf, bytes(65 * 2**20)))
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Odd, Flags=4, FontFile2=program)
    font = helvetica("/Odd", FontDescriptor=pdf.make_indirect(descriptor))
    add_page(pdf, b"BT /G 9 Tf 9 9 Td (a) Tj ET", Font=Dictionary({"/G": pdf.make_indirect(font)}))
    assert limit_of(saved(pdf)) == "font"


LONG = b"1 beginbfrange <0000> <ffff> <" + b"0041" * 20_000 + b"> endbfrange"


def test_a_letter_that_stands_for_a_book() -> None:
    """The range spelled 40,000 letters out for each of 65,536 codes: 3 GB and three minutes for a file of 3 KB."""
    cmap = parse_cmap(LONG)
    assert cmap.text(2, 7) == ""
    assert parse_cmap(b"1 beginbfchar <07> <" + b"0041" * 200 + b"> endbfchar").text(1, 7) == "A" * 200


@pytest.mark.parametrize("body", [LONG, (EVERY % 0xFFFF + b"\n") * 400], ids=["long", "again"])
def test_a_map_that_pdfium_would_spell_out(body: bytes) -> None:
    assert parse_cmap(body).swells
    assert limit_of(with_fonts([body])) == "font"


def test_strings_without_end_are_not_gathered() -> None:
    assert parse_cmap(b"1 beginbfchar " + b"<41>" * 200_002).unsafe


def test_a_font_without_a_number_is_read_once() -> None:
    pdf = pikepdf.new()
    fonts = Fonts(lambda obj: obj)
    told = [helvetica(), helvetica(), helvetica("/Courier"), pdf.make_indirect(helvetica())]
    read = [fonts.get(each) or fonts.read(each) for each in told]
    assert read[0] is read[1]
    assert len({id(each) for each in read}) == 3
    assert fonts.get(pdf.make_indirect(Dictionary(Widths=Array([])))) is None
