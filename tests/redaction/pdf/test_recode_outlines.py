# SPDX-License-Identifier: MIT
"""Subsets with CFF and Type 1 programs, numbered by first use: the copy is the same whatever word was taken out."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.misc import eexec
from fontTools.misc.psCharStrings import T1CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from reviewer.redaction.pdf.cff import compiled
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved, to_unicode
from tests.redaction.pdf.evidence import miner_text, pdfium_text, places_of
from tests.redaction.pdf.plans import plan_for, read

KEPT = "Marsh survey of the northern field"
NAMES = ("Quillfeather", "Zbigniewska")


def square(letter: str) -> int:
    """A height that tells letters apart."""
    return 300 + 5 * (ord(letter) % 80)


def cff(letters: str, names: list[str]) -> bytes:
    """A CFF program with a box a letter, in their order."""
    outlines = {}
    for name, letter in zip([".notdef", *names], f"\0{letters}", strict=True):
        pen = T2CharStringPen(500, None)
        if letter.strip("\0 "):
            pen.moveTo((50, 0))
            for point in ((50, square(letter)), (450, square(letter)), (450, 0)):
                pen.lineTo(point)
            pen.closePath()
        outlines[name] = pen.getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(outlines))
    builder.setupCFF("Anna", {"Notice": "Made by Anna", "FullName": "Anna Bold"}, outlines, {})
    builder.setupHorizontalMetrics(dict.fromkeys(outlines, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupCharacterMap({})
    builder.setupOS2()
    builder.setupPost(keepGlyphNames=False)
    return bytes(builder.font.getTableData("CFF "))


def type1(letters: str, names: list[str], *, hexadecimal: bool = False, ciphered: bool = True) -> bytes:
    """A Type 1 program with a box a letter, in their order, and one subroutine that they all call."""

    def charstring(program: list[object]) -> bytes:
        made = T1CharString(program=program)
        made.compile()
        if not ciphered:
            return bytes(made.bytecode)
        return bytes(eexec.encrypt(b"\0\0\0\0" + made.bytecode, 4330)[0])

    subroutine = charstring([400, "hlineto", "return"])
    parts = [
        b"dup /Private 8 dict dup begin /RD {string currentfile exch readstring pop} executeonly def /lenIV %d def "
        % (4 if ciphered else -1)
    ]
    parts.append(b"/Subrs 1 array dup 0 %d RD " % len(subroutine) + subroutine + b" NP ND 2 index ")
    parts.append(b"/CharStrings %d dict dup begin " % (len(letters) + 1))
    for name, letter in zip([".notdef", *names], f"\0{letters}", strict=True):
        program: list[object] = [50, 500, "hsbw"]
        if letter.strip("\0 "):
            high = square(letter)
            program += [0, "hmoveto", high, "vlineto", 0, "callsubr", -high, "vlineto", "closepath"]
        code = charstring([*program, "endchar"])
        parts.append(f"/{name} {len(code)} RD ".encode() + code + b" ND ")
    parts.append(
        b"end end readonly put noaccess put dup /FontName get exch definefont pop mark currentfile closefile "
    )
    private = bytes(eexec.encrypt(b"\0\0\0\0" + b"".join(parts), 55665)[0])
    encoded = " ".join(f"dup {code} /{name} put" for code, name in enumerate(names, 1))
    clear = f"""%!PS-AdobeFont-1.0: Anna
/FontInfo 2 dict dup begin /Notice (Made by Anna) readonly def end readonly def /FontName /Anna def
/FontMatrix [0.001 0 0 0.001 0 0] readonly def /Encoding 256 array 0 1 255 {{1 index exch /.notdef put}} for
{encoded} readonly def currentdict end currentfile eexec
"""
    body = private.hex().encode() if hexadecimal else private
    return clear.encode() + body + b"\n" + b"0" * 512 + b"\ncleartomark\n"


def descriptor(pdf: pikepdf.Pdf, data: bytes, kind: str) -> Any:
    stream = Stream(pdf, data)
    if kind:
        stream["/Subtype"] = Name(kind)
    key = "/FontFile3" if kind else "/FontFile"
    values = {"/Type": Name.FontDescriptor, "/FontName": Name("/AAAAAA+Anna"), "/Flags": 4, key: stream}
    return Dictionary({**values, "/FontBBox": Array([0, -200, 500, 800]), "/Ascent": 800, "/Descent": -200})


def simple(pdf: pikepdf.Pdf, letters: str, descriptor_: Any, names: list[str] | None) -> Any:
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/AAAAAA+Anna"), FirstChar=1, LastChar=len(letters),
        Widths=Array([500] * len(letters)), ToUnicode=to_unicode(pdf, dict(enumerate(letters, 1)), size=1),
    )  # fmt: skip
    if descriptor_ is not None:
        font["/FontDescriptor"] = descriptor_
    if names is not None:
        font["/Encoding"] = Dictionary(Differences=Array([1, *(Name(f"/{name}") for name in names)]))
    return font


def glyph_names(letters: str) -> list[str]:
    return ["space" if letter == " " else letter for letter in letters]


def bare(pdf: pikepdf.Pdf, letters: str) -> Any:
    names = glyph_names(letters)
    return simple(pdf, letters, descriptor(pdf, cff(letters, names), "/Type1C"), names)


def numbered(pdf: pikepdf.Pdf, letters: str) -> Any:
    names = [f"C{number:02d}" for number in range(1, len(letters) + 1)]
    return simple(pdf, letters, descriptor(pdf, cff(letters, names), "/Type1C"), names)


def own_encoding(pdf: pikepdf.Pdf, letters: str) -> Any:
    names = glyph_names(letters)
    return simple(pdf, letters, descriptor(pdf, type1(letters, names), ""), None)


def hexadecimal(pdf: pikepdf.Pdf, letters: str) -> Any:
    names = glyph_names(letters)
    return simple(pdf, letters, descriptor(pdf, type1(letters, names, hexadecimal=True), ""), names)


def unciphered(pdf: pikepdf.Pdf, letters: str) -> Any:
    names = glyph_names(letters)
    return simple(pdf, letters, descriptor(pdf, type1(letters, names, ciphered=False), ""), names)


def with_a_nameless_outline(pdf: pikepdf.Pdf, letters: str) -> Any:
    names = glyph_names(letters)
    return simple(pdf, letters, descriptor(pdf, type1(f"X{letters}", ["", *names]), ""), names)


def not_embedded(pdf: pikepdf.Pdf, letters: str) -> Any:
    font = simple(pdf, letters, None, glyph_names(letters))
    font["/BaseFont"] = Name("/Courier")
    font["/Widths"] = Array([600] * len(letters))
    return font


def composite(pdf: pikepdf.Pdf, letters: str) -> Any:
    program = cff(letters, glyph_names(letters))
    child = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/AAAAAA+Anna"), DW=500,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=descriptor(pdf, program, "/CIDFontType0C"),
    )  # fmt: skip
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/AAAAAA+Anna"), Encoding=Name("/Identity-H"),
        DescendantFonts=Array([child]), ToUnicode=to_unicode(pdf, dict(enumerate(letters, 1))),
    )  # fmt: skip


MAKERS = (
    bare,
    numbered,
    own_encoding,
    hexadecimal,
    unciphered,
    with_a_nameless_outline,
    not_embedded,
    composite,
)
Maker = Callable[[pikepdf.Pdf, str], Any]


def document(make: Maker, name: str) -> bytes:
    """A file whose letters got their codes in the order of first use, the withheld name first."""
    pdf = new_pdf()
    letters = "".join(dict.fromkeys(name + " " + KEPT))
    font = make(pdf, letters)
    size = 2 if "/DescendantFonts" in font else 1
    content = paragraph("Field book")
    for at, line in enumerate((name, KEPT)):
        shown = b"".join((letters.index(each) + 1).to_bytes(size, "big") for each in line)
        content += b"BT /F2 12 Tf 72 %d Td <%s> Tj ET\n" % (600 - 40 * at, shown.hex().encode())
    add_page(pdf, content, Font=Dictionary({"/F2": pdf.make_indirect(font)}))
    return saved(pdf)


def copy_of(data: bytes, name: str) -> Any:
    source = read(data)
    return write_pdf(source, plan_for(source.document, (name,)))


@pytest.mark.parametrize("make", MAKERS)
def test_the_copy_is_the_same_whatever_was_taken_out(make: Maker) -> None:
    first, second = (copy_of(document(make, name), name) for name in NAMES)
    assert first.data == second.data
    assert not any(loss.startswith("font_kept") for loss in first.losses)


@pytest.mark.parametrize("make", MAKERS)
def test_what_stays_is_shown_and_read_as_before(make: Maker) -> None:
    data = document(make, NAMES[0])
    copy = copy_of(data, NAMES[0]).data
    for read_text in (pdfium_text, miner_text):
        assert KEPT in read_text(copy)
    assert places_of(NAMES[0], copy) == []
    assert b"Anna" not in b"".join(streams_of(copy))
    pictures = [drawn(each) for each in (data, copy)]
    assert pictures[0].getextrema()[0] == 0
    assert pictures[0].tobytes() == pictures[1].tobytes()


def drawn(data: bytes) -> Image.Image:
    """The line that stays."""
    opened = pypdfium2.PdfDocument(data)
    page = opened[0]
    image = page.render(scale=2).to_pil().convert("L").crop((100, 400, 1200, 480))
    page.close()
    opened.close()
    return image


def streams_of(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]


def test_a_program_that_cannot_be_taken_apart_is_kept_and_counted() -> None:
    def damaged(pdf: pikepdf.Pdf, letters: str) -> Any:
        font = own_encoding(pdf, letters)
        font.FontDescriptor["/FontFile"] = Stream(pdf, b"%!PS-AdobeFont-1.0\n/FontName /Anna def")
        font["/Encoding"] = Name.WinAnsiEncoding
        return font

    assert "font_kept:1" in copy_of(document(damaged, NAMES[0]), NAMES[0]).losses


def composed(pdf: pikepdf.Pdf, letters: str) -> Any:
    """A CFF program whose last letter is put together of two others, which it names by fixed codes."""
    names = glyph_names(letters)
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(cff(letters, names)), None)
    outlines = fonts[0].CharStrings
    outlines[names[-1]].program = [0, 300, ord("M"), ord("u"), "endchar"]
    fonts[0].Private.defaultWidthX = 500
    return simple(pdf, letters, descriptor(pdf, compiled(fonts), "/Type1C"), names)


def lacking(pdf: pikepdf.Pdf, letters: str) -> Any:
    """A Type 1 program without the last letter."""
    names = glyph_names(letters)
    return simple(pdf, letters, descriptor(pdf, type1(letters[:-1], names[:-1]), ""), names)


@pytest.mark.parametrize("make", [composed, lacking])
def test_a_letter_without_an_outline_of_its_own_makes_no_page_a_picture(make: Maker) -> None:
    data = document(make, NAMES[0])
    copy = copy_of(data, NAMES[0])
    assert copy.pictured == ()
    assert KEPT in pdfium_text(copy.data)
    assert places_of(NAMES[0], copy.data) == []
    first, second = (drawn(each) for each in (data, copy.data))
    assert first.getextrema()[0] == 0
    assert first.tobytes() == second.tobytes()
