# SPDX-License-Identifier: MIT
"""Images with words in them, in every coding; a person draws a box over the name, or nobody can read them and they go."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from tests.corpus.painted import painted
from tests.corpus.pdf.recipes import Made, Surface, Words, maker, opened
from tests.corpus.pdf.sheets import image_object, saved, text

_AT = (72, 400, 400, 100)
"""Where the image stands: left, bottom, width, height."""


def _photograph(words: Words) -> Image.Image:
    return painted((words.full, words.after), 24, least=(400, 100)).resize((400, 100))


def _object(pdf: Any, data: bytes, image: Image.Image, **more: Any) -> Any:
    values = {
        "/Type": Name.XObject, "/Subtype": Name.Image, "/Width": image.width, "/Height": image.height,
        **{f"/{key}": value for key, value in more.items()},
    }  # fmt: skip
    return pdf.make_indirect(Stream(pdf, data, Dictionary(values)))


def _shown(words: Words, pdf: Any, page: Any, image: Any, **facts: Any) -> Made:
    """The image on the page, kept by the person who draws a box over its upper half."""
    page.Resources["/XObject"] = Dictionary({"/I1": image})
    left, bottom, wide, high = _AT
    content = f"q {wide} 0 0 {high} {left} {bottom} cm /I1 Do Q\n".encode() + text(72, 300, words.after)
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, content))])
    box = (1, left - 1, bottom + 45, left + wide + 1, bottom + high + 1)
    return saved(pdf), {"boxes": (box,), "answers": {"image:p1:1": "keep"}, "also": (words.after,), **facts}


def _dots(words: Words) -> Image.Image:
    """Black and white, each dot by itself: what is spread over neighbours would tell of them."""
    return _photograph(words).convert("1", dither=Image.Dither.NONE)


def _raw(words: Words, mode: str, space: Any, bits: int = 8, **more: Any) -> Made:
    pdf, page = opened(words)
    image = _dots(words) if mode == "1" else _photograph(words).convert(mode)
    made = _object(pdf, image.tobytes(), image, ColorSpace=space, BitsPerComponent=bits, **more)
    return _shown(words, pdf, page, made)


@maker(Surface.PICTURES)
def plain_colours(words: Words) -> Made:
    return _raw(words, "RGB", Name.DeviceRGB, Name=Name(f"/{words.last}"), ID=String(words.full.encode()))


@maker(Surface.PICTURES)
def greys_turned_over(words: Words) -> Made:
    return _raw(words, "L", Name.DeviceGray, Decode=Array([1, 0]))


@maker(Surface.PICTURES)
def printing_inks(words: Words) -> Made:
    return _raw(words, "CMYK", Name.DeviceCMYK)


@maker(Surface.PICTURES)
def a_table_of_colours(words: Words) -> Made:
    """The table is longer than its colours; the name is behind the last one."""
    table = bytes(range(256)) * 3 + words.full.encode()
    return _raw(words, "L", Array([Name.Indexed, Name.DeviceRGB, 255, String(table)]))


@maker(Surface.PICTURES)
def one_bit_a_dot(words: Words) -> Made:
    return _raw(words, "1", Name.DeviceGray, 1)


@maker(Surface.PICTURES)
def a_stencil(words: Words) -> Made:
    """A mask through which the current colour is painted."""
    pdf, page = opened(words)
    image = _dots(words)
    return _shown(words, pdf, page, _object(pdf, image.tobytes(), image, ImageMask=True, BitsPerComponent=1))


@maker(Surface.PICTURES)
def sixteen_bits(words: Words) -> Made:
    pdf, page = opened(words)
    image = _photograph(words).convert("L")
    data = b"".join(bytes([each, each]) for each in image.tobytes())
    return _shown(
        words, pdf, page, _object(pdf, data, image, ColorSpace=Name.DeviceGray, BitsPerComponent=16)
    )


def _jpeg(words: Words, mode: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    _photograph(words).convert(mode).save(buffer, "JPEG", comment=words.full.encode(), **options)
    return buffer.getvalue()


@maker(Surface.PICTURES)
def a_photograph(words: Words) -> Made:
    """A JPEG that says the name in its comment, in its Exif data and behind its end."""
    pdf, page = opened(words)
    data = _jpeg(words, "RGB", exif=b"Exif\0\0" + words.full.encode()) + words.full.encode()
    made = _object(
        pdf, data, _photograph(words), ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode
    )
    return _shown(words, pdf, page, made)


@maker(Surface.PICTURES)
def a_photograph_in_a_stream(words: Words) -> Made:
    pdf, page = opened(words)
    data, filters = zlib.compress(_jpeg(words, "L")), Array([Name.FlateDecode, Name.DCTDecode])
    made = _object(
        pdf, data, _photograph(words), ColorSpace=Name.DeviceGray, BitsPerComponent=8, Filter=filters
    )
    return _shown(words, pdf, page, made)


@maker(Surface.PICTURES)
def a_photograph_in_waves(words: Words) -> Made:
    """JPEG 2000."""
    pdf, page = opened(words)
    buffer = io.BytesIO()
    _photograph(words).save(buffer, "JPEG2000", comment=words.full)
    return _shown(
        words, pdf, page, _object(pdf, buffer.getvalue(), _photograph(words), Filter=Name.JPXDecode)
    )


def _fax(image: Image.Image) -> bytes:
    """The picture as Group 4 codes it, without the TIFF around it."""
    buffer = io.BytesIO()
    image.save(buffer, "TIFF", compression="group4", tiffinfo={278: image.height})
    with Image.open(io.BytesIO(buffer.getvalue())) as again:
        start, length = again.tag_v2[273][0], again.tag_v2[279][0]  # type: ignore[attr-defined]
    return buffer.getvalue()[start : start + length]


@maker(Surface.PICTURES)
def a_fax(words: Words) -> Made:
    pdf, page = opened(words)
    image = _dots(words)
    parameters = Dictionary(K=-1, Columns=image.width, Rows=image.height, BlackIs1=False)
    made = _object(
        pdf, _fax(image) + words.full.encode(), image, ColorSpace=Name.DeviceGray, BitsPerComponent=1, Filter=Name.CCITTFaxDecode,
        DecodeParms=parameters,
    )  # fmt: skip
    return _shown(words, pdf, page, made)


def _parts(image: Image.Image, words: Words) -> bytes:
    """JBIG2: one page of one region in Group 4 coding, and a segment of notes."""
    size = struct.pack(">II", image.width, image.height)

    def segment(number: int, kind: int, data: bytes) -> bytes:
        return struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data

    region = size + struct.pack(">IIB", 0, 0, 0) + b"\x01" + _fax(image)
    notes = struct.pack(">I", 0x20000000) + b"Author\0" + words.full.encode() + b"\0\0"
    page = size + struct.pack(">IIBH", 0, 0, 0, 0)
    return segment(0, 48, page) + segment(1, 38, region) + segment(2, 62, notes)


@maker(Surface.PICTURES)
def a_fax_in_parts(words: Words) -> Made:
    pdf, page = opened(words)
    image = _dots(words)
    made = _object(
        pdf,
        _parts(image, words),
        image,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=1,
        Filter=Name.JBIG2Decode,
    )
    return _shown(words, pdf, page, made)


@maker(Surface.PICTURES)
def words_in_the_mask(words: Words) -> Made:
    """The picture is black all over; its soft mask has the words."""
    pdf, page = opened(words)
    shape = _photograph(words).convert("L")
    mask = _object(
        pdf,
        bytes(255 - each for each in shape.tobytes()),
        shape,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    made = _object(pdf, bytes(400 * 100), shape, ColorSpace=Name.DeviceGray, BitsPerComponent=8, SMask=mask)
    return _shown(words, pdf, page, made)


@maker(Surface.PICTURES)
def words_in_the_stencil(words: Words) -> Made:
    pdf, page = opened(words)
    shape = _dots(words)
    mask = _object(pdf, shape.tobytes(), shape, ImageMask=True, BitsPerComponent=1, Decode=Array([1, 0]))
    made = _object(pdf, bytes(400 * 100), shape, ColorSpace=Name.DeviceGray, BitsPerComponent=8, Mask=mask)
    return _shown(words, pdf, page, made)


@maker(Surface.PICTURES)
def another_picture_for_print(words: Words) -> Made:
    """The one on the page says nothing; its alternate has the words."""
    pdf, page = opened(words)
    other = image_object(pdf, _photograph(words))
    image = Image.new("RGB", (400, 100), "white")
    made = _object(
        pdf, image.tobytes(), image, ColorSpace=Name.DeviceRGB, BitsPerComponent=8,
        Alternates=Array([Dictionary(Image=other, DefaultForPrinting=True)]), OPI=Dictionary(F=String(words.full)),
    )  # fmt: skip
    return _shown(words, pdf, page, made)


@maker(Surface.PICTURES)
def within_the_line(words: Words) -> Made:
    """An inline image."""
    image = _photograph(words)
    head = b"q 400 0 0 100 72 400 cm BI /W 400 /H 100 /BPC 8 /CS /RGB /F /Fl ID "
    pdf, page = opened(
        words, head + zlib.compress(image.tobytes()) + b"\nEI Q\n" + text(72, 300, words.after)
    )
    del page
    box = (1, 71.0, 445.0, 473.0, 501.0)
    return saved(pdf), {"boxes": (box,), "answers": {"image:p1:1": "keep"}, "also": (words.after,)}


@maker(Surface.PICTURES)
def cut_into_strips(words: Words) -> Made:
    """Scanners cut a page into strips: each is an image of its own, and the name is over two of them."""
    pdf, page = opened(words, text(72, 300, words.after))
    image = _photograph(words)
    content, images = b"", {}
    for at in range(5):
        images[f"/S{at}"] = image_object(pdf, image.crop((0, 20 * at, 400, 20 * at + 20)))
        content += f"q 400 0 0 20 72 {480 - 20 * at} cm /S{at} Do Q\n".encode()
    page.Resources["/XObject"] = Dictionary(images)
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, content))])
    answers = {f"image:p1:{at}": "keep" for at in range(1, 6)}
    return saved(pdf), {"boxes": ((1, 71, 445, 473, 501),), "answers": answers, "also": (words.after,)}


@maker(Surface.PICTURES)
def turned_and_mirrored(words: Words) -> Made:
    pdf, page = opened(words)
    page.Resources["/XObject"] = Dictionary({"/I1": image_object(pdf, _photograph(words))})
    content = b"q 0 400 -100 0 300 150 cm /I1 Do Q " + text(72, 100, words.after)
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, content))])
    box = (1, 199, 149, 256, 551)
    return saved(pdf), {"boxes": (box,), "answers": {"image:p1:1": "keep"}, "also": (words.after,)}


@maker(Surface.PICTURES)
def read_by_nobody(words: Words) -> Made:
    """An image that nothing read goes: the person did not say that it may stay."""
    pdf, page = opened(words)
    made, facts = _shown(words, pdf, page, image_object(pdf, _photograph(words)))
    return made, {**facts, "boxes": (), "answers": {}}


@maker(Surface.PICTURES)
def a_damaged_picture(words: Words) -> Made:
    pdf, page = opened(words)
    data = _jpeg(words, "RGB")[:300]
    made = _object(
        pdf, data, _photograph(words), ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode
    )
    return _shown(words, pdf, page, made)


@maker(Surface.PICTURES)
def a_scan_with_its_words(words: Words) -> Made:
    """A page as a picture, with the words that were read in it set invisibly over it."""
    pdf, page = opened(words)
    image = painted(("", words.line, words.after), 30, least=(1000, 1290))
    page.Resources["/XObject"] = Dictionary({"/I1": image_object(pdf, image.resize((1000, 1290)))})
    layer = text(12, 731, words.line, size=18, before="3 Tr") + text(
        12, 700, words.after, size=18, before="3 Tr"
    )
    page.Contents = pdf.make_indirect(Stream(pdf, b"q 612 0 0 792 0 0 cm /I1 Do Q\n" + layer))
    return saved(pdf), {"keep": (words.after,), "answers": {"image:p1:1": "keep"}}


def _harmless(words: Words, data: bytes, image: Image.Image, **more: Any) -> Made:
    """An image that says nothing and stays as it is; its bytes have the name beside the dots."""
    pdf, page = opened(words)
    made = _object(pdf, data, image, ColorSpace=Name.DeviceGray, BitsPerComponent=1, **more)
    result, facts = _shown(words, pdf, page, made)
    return result, {**facts, "boxes": ()}


def _lines(words: Words) -> Image.Image:
    return (
        painted((words.after, words.after), 24, least=(400, 100))
        .resize((400, 100))
        .convert("1", dither=Image.Dither.NONE)
    )


@maker(Surface.PICTURES)
def a_fax_that_stays(words: Words) -> Made:
    image = _lines(words)
    parameters = Dictionary(K=-1, Columns=image.width, Rows=image.height, Who=String(words.full))
    data = _fax(image) + words.full.encode()
    return _harmless(words, data, image, Filter=Name.CCITTFaxDecode, DecodeParms=parameters)


@maker(Surface.PICTURES)
def a_fax_in_parts_that_stays(words: Words) -> Made:
    image = _lines(words)
    return _harmless(words, _parts(image, words), image, Filter=Name.JBIG2Decode)


@maker(Surface.PICTURES)
def a_stencil_that_stays(words: Words) -> Made:
    pdf, page = opened(words)
    image = _lines(words)
    parameters = Dictionary(K=-1, Columns=image.width, Rows=image.height, BlackIs1=True)
    made = _object(
        pdf, _fax(image) + words.full.encode(), image, ImageMask=True, BitsPerComponent=1, Decode=Array([1, 0]),
        Filter=Name.CCITTFaxDecode, DecodeParms=parameters,
    )  # fmt: skip
    result, facts = _shown(words, pdf, page, made)
    return result, {**facts, "boxes": ()}
