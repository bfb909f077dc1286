# SPDX-License-Identifier: MIT
"""Files whose words only the reading of pictures finds: scans, pictures, maps that say other letters than are drawn."""

from __future__ import annotations

import io
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image, ImageFont

from tests.corpus.painted import LINES, NAMES, painted
from tests.corpus.pdf.letterforms import composite, descriptor, letters_of
from tests.corpus.pdf.recipes import STOPPED, Made, Surface, Words, maker, opened
from tests.corpus.pdf.sheets import image_object, saved, text, to_unicode


def _plain(words: Words) -> str:
    """A name without accents: the font has none."""
    return NAMES[words.tag]


def _picture(words: Words) -> Image.Image:
    return painted((LINES[words.tag][0], f"{words.before} {_plain(words)}"), 36)


def _placed(words: Words, image: Image.Image, **more: Any) -> tuple[Any, Any]:
    pdf, page = opened(words)
    page.Resources["/XObject"] = Dictionary({"/I1": image_object(pdf, image)})
    content = f"q {image.width / 3} 0 0 {image.height / 3} 72 400 cm /I1 Do Q\n".encode() + text(
        72, 300, words.after
    )
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, content))])
    return pdf, page.Resources.XObject["/I1"]


@maker(Surface.PICTURES)
def a_picture_that_is_read(words: Words) -> Made:
    """Its words are found, so it goes unless a person paints them over."""
    pdf, _image = _placed(words, _picture(words))
    return saved(pdf), {"also": (words.after,), "ocr": True, "secrets": (_plain(words),)}


@maker(Surface.PICTURES)
def a_picture_that_is_painted(words: Words) -> Made:
    """The person keeps it; the words are painted over where they were read."""
    pdf, _image = _placed(words, _picture(words))
    return saved(pdf), {
        "also": (words.after,),
        "answers": {"image:p1:1": "keep"},
        "ocr": True,
        "secrets": (_plain(words),),
    }


@maker(Surface.PICTURES)
def a_mask_that_is_read(words: Words) -> Made:
    """All black, and its soft mask is the text."""
    shape = _picture(words).convert("L")
    pdf, image = _placed(words, Image.new("RGB", shape.size))
    image["/SMask"] = pdf.make_indirect(Stream(pdf, bytes(255 - each for each in shape.tobytes()), Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=shape.width, Height=shape.height, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )))  # fmt: skip
    return saved(pdf), {"also": (words.after,), "ocr": True, "secrets": (_plain(words),)}


@maker(Surface.PICTURES)
def a_scan_that_is_read(words: Words) -> Made:
    pdf, page = opened(words)
    lines = ("", LINES[words.tag][0], "", f"{words.before} {_plain(words)}", "", words.after)
    image = painted(lines, 36, least=(1240, 1600))
    page.Resources["/XObject"] = Dictionary({"/I1": image_object(pdf, image)})
    page.Contents = pdf.make_indirect(Stream(pdf, b"q 612 0 0 792 0 0 cm /I1 Do Q"))
    return saved(pdf), {
        "keep": (),
        "answers": {"image:p1:1": "keep"},
        "ocr": True,
        "secrets": (_plain(words),),
    }


def _readable(letters: str) -> tuple[bytes, dict[str, int]]:
    """A part of the free font (CC0) that comes with the imaging library, and the place of each letter in it."""
    font = TTFont(io.BytesIO(ImageFont.load_default(12).font_bytes))  # type: ignore[union-attr]
    names = font.getBestCmap()
    worker = subset.Subsetter(
        subset.Options(
            layout_features=[],
            notdef_outline=True,
            name_IDs=[],
            glyph_names=True,
            drop_tables=["FFTM", "GDEF", "GPOS", "GSUB"],
        )
    )
    worker.populate(glyphs=[names[ord(each)] for each in letters])
    worker.subset(font)
    order = font.getGlyphOrder()
    places = {each: order.index(names[ord(each)]) for each in letters}
    for name in {"cmap", "post"} & set(font.keys()):
        del font[name]
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue(), places


def _widths(program: bytes) -> list[int]:
    """How far each glyph of a program goes, in thousandths: letters set wider than they are are misread."""
    font = TTFont(io.BytesIO(program))
    units = font["head"].unitsPerEm
    return [round(font["hmtx"][each][0] * 1000 / units) for each in font.getGlyphOrder()]


def _mapped(words: Words, said: dict[str, str], **facts: Any) -> Made:
    """Lines in a font that can be read, whose map says other letters where `said` has them."""
    name = _plain(words)
    lines = [f"{name} {name}", name, f"Call {name}"]
    program, places = _readable(letters_of(*lines))
    pdf, page = opened(words, text(72, 500, words.after))
    content = b""
    for at, each in enumerate(lines):
        shown = "".join(f"{places[letter]:04x}" for letter in each)
        content += f"BT /F2 20 Tf 72 {640 - 30 * at} Td <{shown}> Tj ET\n".encode()
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, content))])
    described = descriptor(pdf, "/FontFile2", program)
    mapped = to_unicode(pdf, {place: said.get(letter, letter) for letter, place in places.items()})
    font = composite(
        pdf,
        "/CIDFontType2",
        described,
        Name("/Identity-H"),
        ToUnicode=mapped,
        CIDToGIDMap=Name.Identity,
        W=Array([0, Array(_widths(program))]),
    )
    page.Resources.Font["/F2"] = font
    return saved(pdf), {"secrets": (name,), "keep": (), "ocr": True, **facts}


@maker(Surface.COMPOSITE)
def a_map_that_lies(words: Words) -> Made:
    """Every letter is said to be an x."""
    return _mapped(words, dict.fromkeys(_plain(words), "x"), expect=STOPPED)


@maker(Surface.COMPOSITE)
def a_map_of_other_words(words: Words) -> Made:
    """The letters are said to be others, each its own: the text reads like a language that is none."""
    letters = sorted(set(_plain(words)) - {" "})
    return _mapped(words, dict(zip(letters, letters[5:] + letters[:5], strict=True)), expect=STOPPED)


@maker(Surface.COMPOSITE)
def a_map_that_is_overruled(words: Words) -> Made:
    """A person says to go by what is drawn: the page is read, painted, and becomes a picture."""
    letters = sorted(set(_plain(words)) - {" "})
    said = dict(zip(letters, letters[5:] + letters[:5], strict=True))
    return _mapped(words, said, answers={"untrusted_text:1": "keep"})
