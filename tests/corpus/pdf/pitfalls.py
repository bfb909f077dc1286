# SPDX-License-Identifier: MIT
"""What programs trip over: fonts set by parameters, larger units, unbalanced brackets, odd names, mirrors, rules."""

from __future__ import annotations

import math

from pikepdf import Array, Dictionary, Name, Stream

from tests.corpus.pdf.places import width
from tests.corpus.pdf.recipes import STOPPED, Made, Surface, Words, line, literal, maker, opened, sheet
from tests.corpus.pdf.sheets import add_page, helvetica, image_object, paragraph, picture, saved, text


@maker(Surface.SIMPLE_FONTS)
def a_font_of_the_parameters(words: Words) -> Made:
    """The font is set by an ExtGState and not by Tf: the page becomes a picture, which nobody reads here."""
    pdf, page = opened(words)
    state = Dictionary(Type=Name.ExtGState, Font=Array([pdf.make_indirect(helvetica()), 12]))
    page.Resources["/ExtGState"] = Dictionary({"/G1": state})
    content = b"/G1 gs BT 72 600 Td " + literal(words.line) + b" Tj ET"
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, content))])
    return saved(pdf), {"keep": ()}


@maker(Surface.TURNED)
def a_larger_unit_on_a_cropped_page(words: Words) -> Made:
    """A unit is two and a half points; the page is cropped and turned."""
    pdf, page = opened(words, line(words))
    page["/UserUnit"], page["/Rotate"] = 2.5, 270
    page["/CropBox"] = Array([20, 40, 592, 780])
    return saved(pdf), {"also": (words.after,)}


def _slopes(words: Words, *degrees: float) -> bytes:
    content = b""
    for at, each in enumerate(degrees):
        cos, sin = math.cos(math.radians(each)), math.sin(math.radians(each))
        place = f"{cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {100 + 40 * at} {330 - 60 * at} Tm "
        content += b"BT /F1 12 Tf " + place.encode() + literal(words.line) + b" Tj ET\n"
    return sheet(words, content)


@maker(Surface.TURNED)
def twenty_degrees(words: Words) -> Made:
    return _slopes(words, 20), {"also": (words.after,)}


@maker(Surface.TURNED)
def forty_five_degrees(words: Words) -> bytes:
    return _slopes(words, 45)


@maker(Surface.TURNED)
def several_slopes(words: Words) -> bytes:
    return _slopes(words, 25, -35)


@maker(Surface.PLACES)
def mirrored_by_its_scale(words: Words) -> bytes:
    """A scale below nothing turns every letter over, a matrix stands them on their heads."""
    content = b"BT /F1 12 Tf -100 Tz 540 600 Td " + literal(words.line) + b" Tj ET 100 Tz\n"
    return sheet(words, content + b"q 1 0 0 -1 0 1000 cm " + line(words, y=500) + b"Q")


@maker(Surface.STRINGS)
def brackets_that_do_not_match(words: Words) -> Made:
    """Streams of one page with too many Q, too few, and a text object over two of them."""
    pdf, page = opened(words)
    parts = (
        b"Q q BT /F1 12 Tf 72 600 Td " + literal(f"{words.before} {words.first} {words.last[:4]}") + b" Tj",
        literal(f"{words.last[4:]} {words.after}") + b" Tj ET Q Q Q",
        b"q q q " + text(72, 560, words.after),
    )
    page.Contents = Array([page.Contents, *(pdf.make_indirect(Stream(pdf, each)) for each in parts)])
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.CODING)
def names_in_other_bytes(words: Words) -> Made:
    """The font has the name in Latin-1: no UTF-8, so that its letters cannot be told, and a person is asked."""
    pdf, page = opened(words)
    name = words.last.encode("latin-1") + b"\xff"
    stand_in = b"Z" * len(name)
    page.Resources.Font[f"/{stand_in.decode()}"] = pdf.make_indirect(helvetica())
    shown = text(72, 600, words.line, font=f"/{stand_in.decode()}")
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, shown))])
    data = saved(pdf, compress_streams=False)
    return data.replace(b"/" + stand_in, b"/" + name), {"expect": STOPPED}


@maker(Surface.PAINT)
def a_profile_that_says_who(words: Words) -> Made:
    """The colours of the page come from a profile in which the name stands."""
    pdf, page = opened(words)
    told = b"desc" + words.full.encode("utf-8") + words.full.encode("utf-16-be")
    profile = pdf.make_indirect(Stream(pdf, told, Dictionary(N=3, Alternate=Name.DeviceRGB)))
    page.Resources["/ColorSpace"] = Dictionary({"/C1": Array([Name.ICCBased, profile])})
    page.Contents = Array(
        [page.Contents, pdf.make_indirect(Stream(pdf, b"/C1 cs 0 0 0.6 scn " + line(words)))]
    )
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.PICTURES)
def one_picture_on_two_pages(words: Words) -> Made:
    """The same image object on two pages, at two sizes; the person draws a box on both."""
    pdf, page = opened(words)
    other = add_page(pdf, paragraph(words.kept, top=750))
    image = image_object(pdf, picture(words.last))
    for each, high in ((page, 60), (other, 90)):
        each.Resources["/XObject"] = Dictionary({"/I1": image})
        content = f"q 300 0 0 {high} 72 400 cm /I1 Do Q\n".encode() + text(72, 300, words.after)
        each.Contents = Array([each.Contents, pdf.make_indirect(Stream(pdf, content))])
    boxes = ((1, 70, 398, 374, 462), (2, 70, 398, 374, 492))
    return saved(pdf), {"boxes": boxes, "answers": {"image:p1:1": "keep"}, "also": (words.after,)}


@maker(Surface.PAINT)
def ruled_and_struck(words: Words) -> Made:
    """The name is underlined, struck out, boxed and shaded, each rule as wide as it is; other lines have rules too."""
    start = 72 + width(f"{words.before} ")
    wide = width(words.full)
    drawn = (
        f"0.95 g {start:.2f} 596 {wide:.2f} 14 re f 0 g 0.6 w {start:.2f} 598.5 m {start + wide:.2f} 598.5 l S "
        f"{start:.2f} 564 m {start + wide:.2f} 564 l S {start - 1:.2f} 526 {wide + 2:.2f} 13 re S\n"
    )
    content = drawn.encode() + b"".join(line(words, y=y) for y in (600, 560, 530))
    content += b"72 498 300 0.7 re f 72 400 m 372 400 l S\n" + text(72, 500, words.after)
    return sheet(words, content), {"also": (words.after,)}
