# SPDX-License-Identifier: MIT
"""Small parts from which the adversarial PDF files are put together: pages, fonts, images. All text is invented."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, ImageDraw

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -.éèûÉ"


def new_pdf() -> pikepdf.Pdf:
    """An empty file."""
    return pikepdf.new()


def helvetica(name: str = "/Helvetica", **more: Any) -> Dictionary:
    """A standard font in WinAnsi."""
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(name), Encoding=Name.WinAnsiEncoding, **more
    )


def add_page(
    pdf: pikepdf.Pdf, content: bytes | str, *, size: tuple[int, int] = (612, 792), **resources: Any
) -> Any:
    """A page with Helvetica as /F1 and whatever resources are given."""
    data = content.encode("cp1252") if isinstance(content, str) else content
    fonts = resources.pop("Font", Dictionary())
    fonts["/F1"] = pdf.make_indirect(helvetica())
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, *size]),
        Resources=Dictionary(Font=fonts, **resources),
        Contents=pdf.make_indirect(Stream(pdf, data)),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf.pages[-1].obj


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """The bytes of a file."""
    buffer = io.BytesIO()
    pdf.save(buffer, **options)
    return buffer.getvalue()


def text(x: float, y: float, words: str, *, size: float = 12, font: str = "/F1", before: str = "") -> bytes:
    """One line of text."""
    shown = pikepdf.unparse_content_stream([([String(words.encode("cp1252"))], pikepdf.Operator("Tj"))])
    return f"BT {before} {font} {size} Tf {x} {y} Td ".encode("ascii") + shown + b" ET\n"


def paragraph(*lines: str, x: float = 72, top: float = 720, size: float = 12, leading: float = 15) -> bytes:
    """Lines under one another."""
    return b"".join(text(x, top - number * leading, line, size=size) for number, line in enumerate(lines))


def _rectangles(pen: Any, number: int, height: int) -> Any:
    """An outline that differs from letter to letter."""
    pen.moveTo((50, 0))
    pen.lineTo((50, height))
    pen.lineTo((450 - 3 * number, height))
    pen.lineTo((450, 0))
    pen.closePath()
    return pen


def truetype(letters: str = LETTERS, *, honest: bool = True) -> bytes:
    """A TrueType program with a glyph a letter; glyph n + 1 is the letter n. Without `honest` it has no Unicode table."""
    names = [".notdef", *(f"glyph{number:05d}" for number in range(1, len(letters) + 1))]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    glyphs = {name: _rectangles(TTGlyphPen(None), number, 600).glyph() for number, name in enumerate(names)}
    glyphs[names[letters.index(" ") + 1]] = TTGlyphPen(None).glyph()
    codes = {ord(letter): names[number + 1] for number, letter in enumerate(letters)}
    builder.setupCharacterMap(codes)
    if not honest:
        builder.font["cmap"].tables = [_by_code(names)]
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupPost(keepGlyphNames=False)
    buffer = io.BytesIO()
    builder.save(buffer)
    return buffer.getvalue()


def _by_code(names: list[str]) -> Any:
    """A table of Macintosh codes 1, 2, 3 …, the only one in the subsets that LibreOffice makes."""
    table = CmapSubtable.newSubtable(0)
    table.platformID, table.platEncID, table.language = 1, 0, 0
    table.cmap = dict(enumerate(names[1:], 1))
    return table


def bare_cff(letters: str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") -> bytes:
    """A CFF program with the usual glyph names."""
    names = [".notdef", "space", *letters]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): letter for letter in letters})
    outlines = {}
    for number, name in enumerate(names):
        pen = T2CharStringPen(500, None)
        outlines[name] = _rectangles(pen, number, 600).getCharString()
    builder.setupCFF("Boxes", {"FullName": "Boxes"}, outlines, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupPost(keepGlyphNames=False)
    return bytes(builder.font.getTableData("CFF "))


def to_unicode(pdf: pikepdf.Pdf, pairs: dict[int, str], *, size: int = 2) -> Any:
    """A ToUnicode map."""
    rows = "\n".join(
        f"<{code:0{2 * size}x}> <{said.encode('utf-16-be').hex()}>" for code, said in pairs.items()
    )
    body = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        f"1 begincodespacerange <{'00' * size}> <{'ff' * size}> endcodespacerange\n"
        f"{len(pairs)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    )
    return pdf.make_indirect(Stream(pdf, body.encode("ascii")))


def composite(
    pdf: pikepdf.Pdf, *, said: dict[int, str] | None, program: bytes, encoding: str = "/Identity-H"
) -> Any:
    """A composite font over a TrueType program, with or without a ToUnicode map."""
    descriptor = _descriptor(pdf, "/BBBBBB+Boxes", program)
    child = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/BBBBBB+Boxes"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=descriptor,
        DW=500,
        CIDToGIDMap=Name.Identity,
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/BBBBBB+Boxes"),
        Encoding=Name(encoding),
        DescendantFonts=Array([pdf.make_indirect(child)]),
    )
    if said is not None:
        font["/ToUnicode"] = to_unicode(pdf, said)
    return pdf.make_indirect(font)


def _descriptor(pdf: pikepdf.Pdf, name: str, program: bytes, key: str = "/FontFile2", **more: Any) -> Any:
    stream = Stream(pdf, program)
    if key == "/FontFile3":
        stream["/Subtype"] = Name.Type1C
    return pdf.make_indirect(
        Dictionary(
            {
                "/Type": Name.FontDescriptor,
                "/FontName": Name(name),
                "/Flags": 4,
                "/FontBBox": Array([0, -200, 500, 800]),
                "/ItalicAngle": 0,
                "/Ascent": 800,
                "/Descent": -200,
                "/CapHeight": 700,
                "/StemV": 80,
                key: pdf.make_indirect(stream),
                **more,
            }
        )
    )


def simple_truetype(pdf: pikepdf.Pdf, letters: str) -> Any:
    """A subset as LibreOffice makes it: codes 1, 2, 3 … in the order of first use, explained only by ToUnicode."""
    program = truetype(letters, honest=False)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name("/CCCCCC+Boxes"),
            FirstChar=1,
            LastChar=len(letters),
            Widths=Array([500] * len(letters)),
            FontDescriptor=_descriptor(pdf, "/CCCCCC+Boxes", program),
            ToUnicode=to_unicode(pdf, {number + 1: letter for number, letter in enumerate(letters)}, size=1),
        )
    )


def simple_cff(pdf: pikepdf.Pdf) -> Any:
    """A Type 1 font with a CFF program."""
    descriptor = _descriptor(pdf, "/DDDDDD+Boxes", bare_cff(), "/FontFile3")
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name("/DDDDDD+Boxes"),
            FirstChar=32,
            LastChar=122,
            Widths=Array([500] * 91),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=descriptor,
        )
    )


def picture(words: str, size: tuple[int, int] = (600, 200)) -> Image.Image:
    """An image with words in it."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).text((20, size[1] // 3), words, fill="black", font_size=40)
    return image


def image_object(pdf: pikepdf.Pdf, image: Image.Image) -> Any:
    """An image as an uncompressed object."""
    return pdf.make_indirect(
        Stream(
            pdf,
            image.tobytes(),
            Dictionary(
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=image.width,
                Height=image.height,
                BitsPerComponent=8,
                ColorSpace=Name.DeviceRGB,
            ),
        )
    )


def form(
    pdf: pikepdf.Pdf, content: bytes, resources: Any, box: tuple[int, int, int, int] = (0, 0, 612, 792)
) -> Any:
    """A Form."""
    return pdf.make_indirect(
        Stream(
            pdf,
            content,
            Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([*box]), Resources=resources),
        )
    )
