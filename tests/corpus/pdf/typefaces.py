# SPDX-License-Identifier: MIT
"""Simple fonts: encodings with differences, programs of each kind, glyphs drawn by procedures."""

from __future__ import annotations

import io

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.pdf.letterforms import (
    WIDTH,
    cff,
    coded,
    descriptor,
    glyph_name,
    letters_of,
    opentype,
    showing,
    simple,
    table,
    type1,
)
from tests.corpus.pdf.recipes import STOPPED, Made, Surface, Words, line, maker, opened, sheet
from tests.corpus.pdf.sheets import form, helvetica, paragraph, saved, to_unicode, truetype


def _with_font(words: Words, font: object, pdf: object, page: object, letters: str) -> Made:
    page.Resources.Font["/F2"] = font  # type: ignore[attr-defined]
    return saved(pdf), {"also": (words.after,)}  # type: ignore[arg-type]


def _differences(words: Words, named: object) -> Made:
    """Helvetica whose letters have the codes 1, 2, 3 … by the names that `named` gives them."""
    letters = letters_of(words.line)
    names = [Name("/" + named(each)) for each in letters]  # type: ignore[operator]
    font = helvetica()
    font["/Encoding"] = Dictionary(Type=Name.Encoding, Differences=Array([1, *names]))
    content = showing(coded(words.line, letters))
    return sheet(words, content, Font=Dictionary({"/F2": font})), {"also": (words.after,)}


@maker(Surface.SIMPLE_FONTS)
def differences_by_name(words: Words) -> Made:
    return _differences(words, glyph_name)


@maker(Surface.SIMPLE_FONTS)
def differences_by_number(words: Words) -> Made:
    return _differences(words, lambda each: f"uni{ord(each):04X}")


@maker(Surface.SIMPLE_FONTS)
def differences_with_suffixes(words: Words) -> Made:
    return _differences(words, lambda each: f"{glyph_name(each)}.alt")


@maker(Surface.SIMPLE_FONTS)
def differences_without_meaning(words: Words) -> Made:
    """Names like g12 say nothing; a map does."""
    letters = letters_of(words.line)
    pdf, page = opened(words, showing(coded(words.line, letters)))
    font = helvetica()
    names = [Name(f"/g{number}") for number in range(1, len(letters) + 1)]
    font["/Encoding"] = Dictionary(Differences=Array([1, *names]))
    font["/ToUnicode"] = to_unicode(pdf, dict(enumerate(letters, 1)), size=1)
    page.Resources.Font["/F2"] = font
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.SIMPLE_FONTS)
def macintosh_codes(words: Words) -> Made:
    shown = b"<" + words.line.encode("mac-roman").hex().encode() + b">"
    font = helvetica()
    font["/Encoding"] = Name.MacRomanEncoding
    return sheet(words, showing(shown), Font=Dictionary({"/F2": font})), {"also": (words.after,)}


@maker(Surface.SIMPLE_FONTS)
def widths_that_are_wrong(words: Words) -> bytes:
    font = helvetica(FirstChar=32, LastChar=255, Widths=Array([0] * 224))
    return sheet(words, line(words, font="/F2"), Font=Dictionary({"/F2": font}))


@maker(Surface.SIMPLE_FONTS)
def all_standard_fonts(words: Words) -> Made:
    names = ("Times-Roman", "Courier-Bold", "Times-BoldItalic", "Helvetica-Oblique")
    fonts = Dictionary({f"/S{at}": helvetica(f"/{name}") for at, name in enumerate(names)})
    content = b"".join(line(words, y=600 - 30 * at, font=f"/S{at}") for at in range(len(names)))
    return sheet(words, content, Font=fonts), {"also": (words.after,)}


@maker(Surface.SIMPLE_FONTS)
def accents_drawn_apart(words: Words) -> Made:
    """As TeX does it: the accent is a glyph of its own, over the letter."""
    name = words.last[:3] + "é" + words.last[4:]
    content = (
        f"BT /F1 12 Tf 72 600 Td ({words.before} {name[:3]}) Tj [(e) 445 (\\264) -112 ({name[4:]}) -300 "
    )
    return sheet(words, (content + f"({words.after})] TJ ET").encode("cp1252")), {
        "secrets": (name,), "also": (words.after,),
    }  # fmt: skip


@maker(Surface.PROGRAMS)
def type1_program(words: Words) -> Made:
    """No /Encoding: the program's own one counts."""
    letters = letters_of(words.line)
    pdf, page = opened(words, showing(coded(words.line, letters)))
    data, first, second = type1(letters, notice=words.full)
    described = descriptor(pdf, "/FontFile", data, Lengths=(first, second, len(data) - first - second))
    return _with_font(words, simple(pdf, "/Type1", described, len(letters)), pdf, page, letters)


@maker(Surface.PROGRAMS)
def type1_program_encoded(words: Words) -> Made:
    letters = letters_of(words.line)
    pdf, page = opened(words, showing(coded(words.line, letters)))
    data, first, second = type1(letters[::-1])
    described = descriptor(pdf, "/FontFile", data, Lengths=(first, second, len(data) - first - second))
    names = [Name("/" + glyph_name(each)) for each in letters]
    font = simple(pdf, "/Type1", described, len(letters), Encoding=Dictionary(Differences=Array([1, *names])))
    return _with_font(words, font, pdf, page, letters)


@maker(Surface.PROGRAMS)
def cff_with_its_own_codes(words: Words) -> Made:
    letters = letters_of(words.line)
    pdf, page = opened(words, showing(coded(words.line, letters)))
    program = cff(letters, own_encoding=True, notice=words.full)
    described = descriptor(pdf, "/FontFile3", program, Kind="/Type1C", CharSet=String(f"/{words.last}"))
    return _with_font(words, simple(pdf, "/Type1", described, len(letters)), pdf, page, letters)


@maker(Surface.PROGRAMS)
def opentype_program(words: Words) -> Made:
    letters = letters_of(words.line)
    pdf, page = opened(words, showing(coded(words.line, letters)))
    described = descriptor(pdf, "/FontFile3", opentype(letters), Kind="/OpenType")
    names = [Name("/" + glyph_name(each)) for each in letters]
    font = simple(pdf, "/Type1", described, len(letters), Encoding=Dictionary(Differences=Array([1, *names])))
    return _with_font(words, font, pdf, page, letters)


@maker(Surface.PROGRAMS)
def symbolic_truetype(words: Words) -> Made:
    """Codes stand at F000 and on, as for symbols; only the map says what they are."""
    letters = letters_of(words.line)
    program = TTFont(io.BytesIO(truetype(letters)))
    glyphs = program.getGlyphOrder()
    codes = {0xF000 + code: glyphs[code] for code in range(1, len(letters) + 1)}
    program["cmap"].tables = [table(codes, platform=3, encoding=0)]
    buffer = io.BytesIO()
    program.save(buffer)
    pdf, page = opened(words, showing(coded(words.line, letters)))
    said = to_unicode(pdf, dict(enumerate(letters, 1)), size=1)
    font = simple(
        pdf, "/TrueType", descriptor(pdf, "/FontFile2", buffer.getvalue()), len(letters), ToUnicode=said
    )
    return _with_font(words, font, pdf, page, letters)


@maker(Surface.PROGRAMS)
def program_says_who(words: Words) -> Made:
    """The name stands in the program's own tables, in the font's names and in its family."""
    letters = letters_of(words.kept, words.line)
    program = TTFont(io.BytesIO(truetype(letters)))
    program["name"] = _names(words)
    buffer = io.BytesIO()
    program.save(buffer)
    pdf, page = opened(words, showing(coded(words.line, letters)))
    named = f"/FFFFFF+{words.last}"
    described = descriptor(pdf, "/FontFile2", buffer.getvalue(), name=named, FontFamily=String(words.full))
    said = to_unicode(pdf, dict(enumerate(letters, 1)), size=1)
    return _with_font(
        words, simple(pdf, "/TrueType", described, len(letters), ToUnicode=said), pdf, page, letters
    )


def _names(words: Words) -> object:
    from fontTools.ttLib import newTable

    names = newTable("name")
    names.names = []
    for number in (0, 1, 4, 6, 9, 13):
        names.setName(words.full, number, 3, 1, 0x409)
    return names


def _procedures(pdf: object, letters: str, body: str = "50 0 300 {high} re f") -> Dictionary:
    return Dictionary({
        f"/c{at}": pdf.make_indirect(Stream(pdf, f"500 0 0 0 450 700 d1 {body}".format(high=500 + at).encode("cp1252")))  # type: ignore[attr-defined]
        for at in range(1, len(letters) + 1)
    })  # fmt: skip


def _type3(pdf: object, letters: str, procedures: Dictionary, **more: object) -> Dictionary:
    names = [Name(f"/c{at}") for at in range(1, len(letters) + 1)]
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=1, LastChar=len(letters),
        Widths=Array([WIDTH] * len(letters)), CharProcs=procedures, Encoding=Dictionary(Differences=Array([1, *names])),
        Resources=Dictionary(), ToUnicode=to_unicode(pdf, dict(enumerate(letters, 1)), size=1), **more,  # type: ignore[arg-type]
    )  # fmt: skip


@maker(Surface.TYPE3)
def drawn_letters(words: Words) -> Made:
    letters = letters_of(words.line)
    pdf, page = opened(words, showing(coded(words.line, letters)))
    page.Resources.Font["/F2"] = _type3(pdf, letters, _procedures(pdf, letters), Name=Name(f"/{words.last}"))
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TYPE3)
def drawn_letters_with_notes(words: Words) -> Made:
    """Comments, marks and strings in the procedures, and a procedure that nobody uses, bear the name."""
    letters = letters_of(words.line)
    pdf, page = opened(words, showing(coded(words.line, letters)))
    body = f"% {words.full}\n/{words.last} MP 50 0 300 {{high}} re f ({words.last}) n"
    procedures = _procedures(pdf, letters, body)
    procedures[f"/{words.last}"] = pdf.make_indirect(Stream(pdf, words.full.encode()))
    page.Resources.Font["/F2"] = _type3(pdf, letters, procedures)
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TYPE3)
def letters_that_show_text(words: Words) -> Made:
    """Each letter shows a letter of Helvetica: nobody can take out half of it safely."""
    letters = letters_of(words.line)
    pdf, page = opened(words, showing(coded(words.line, letters)))
    procedures = Dictionary({
        f"/c{at}": pdf.make_indirect(Stream(pdf, f"500 0 d0 BT /F1 900 Tf ({each}) Tj ET".encode("cp1252")))
        for at, each in enumerate(letters, 1)
    })  # fmt: skip
    font = _type3(pdf, letters, procedures)
    font["/Resources"] = Dictionary(Font=Dictionary({"/F1": helvetica()}))
    page.Resources.Font["/F2"] = font
    return saved(pdf), {"expect": STOPPED}


@maker(Surface.TYPE3)
def a_word_in_one_letter(words: Words) -> Made:
    """One code draws the whole name, and the map says nothing of it."""
    pdf, page = opened(words, paragraph(words.after, top=640) + showing(b"<01>"))
    drawn = form(
        pdf,
        f"BT /F1 800 Tf ({words.last}) Tj ET".encode("cp1252"),
        Dictionary(Font=Dictionary({"/F1": helvetica()})),
    )
    procedures = Dictionary({"/c1": pdf.make_indirect(Stream(pdf, b"5000 0 d0 /X1 Do"))})
    font = _type3(pdf, "x", procedures)
    font["/Resources"] = Dictionary(XObject=Dictionary({"/X1": drawn}))
    del font["/ToUnicode"]
    page.Resources.Font["/F2"] = font
    return saved(pdf), {"expect": STOPPED}


@maker(Surface.TYPE3)
def letters_of_dots(words: Words) -> Made:
    """Bitmaps, as TeX makes them, with words in their dictionaries and after their last dot."""
    letters = letters_of(words.line)
    pdf, page = opened(words, showing(coded(words.line, letters)))
    head = f"500 0 0 0 450 700 d1 400 0 0 600 50 0 cm BI /W 8 /H 8 /IM true /D [1 0] /Who ({words.last}) ID "
    tail = f"{words.last} EI".encode("cp1252")
    procedures = Dictionary({
        f"/c{at}": pdf.make_indirect(Stream(pdf, head.encode("cp1252") + bytes([at] * 8) + tail))
        for at in range(1, len(letters) + 1)
    })  # fmt: skip
    page.Resources.Font["/F2"] = _type3(pdf, letters, procedures)
    return saved(pdf), {"also": (words.after,)}
